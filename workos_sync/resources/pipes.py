# Generated from workos_async/resources/pipes.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The methods of `workos.pipes`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.requests import array
from workos_core.models.common import PaginationOrder
from workos_core.models.pipes import (
    ApiKeyInstallation,
    ConnectedAccount,
    ConnectedAccountInputState,
    ConnectionCreationIntent,
    ConnectionIntent,
    CustomProviderDefinition,
    CustomProviderDefinitionPatch,
    DataIntegration,
    DataIntegrationAccessTokenResult,
    DataIntegrationAuthMethod,
    DataIntegrationAuthorization,
    DataIntegrationCredentialResult,
    DataIntegrationCredentialsInput,
    DataIntegrationOwnership,
    DataProvider,
)
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_sync._pagination.pager import Pager

if TYPE_CHECKING:
    from workos_sync._api_requestor import APIRequestor

_GET_USER_CONNECTED_ACCOUNT: Operation[ConnectedAccount] = Operation(
    "pipes.get_user_connected_account",
    "GET",
    "/user_management/users/{user_id}/connected_accounts/{slug}",
    returns=ConnectedAccount,
    limits=("authkit_reads",),
)
_UPDATE_USER_CONNECTED_ACCOUNT: Operation[ConnectedAccount] = Operation(
    "pipes.update_user_connected_account",
    "PUT",
    "/user_management/users/{user_id}/connected_accounts/{slug}",
    returns=ConnectedAccount,
    limits=("authkit_writes",),
)
_CREATE_USER_CONNECTED_ACCOUNT: Operation[ConnectedAccount] = Operation(
    "pipes.create_user_connected_account",
    "POST",
    "/user_management/users/{user_id}/connected_accounts/{slug}",
    returns=ConnectedAccount,
    accepts_idempotency_key=True,
    limits=("authkit_writes",),
)
_DELETE_USER_CONNECTED_ACCOUNT: Operation[None] = Operation(
    "pipes.delete_user_connected_account",
    "DELETE",
    "/user_management/users/{user_id}/connected_accounts/{slug}",
    limits=("authkit_writes",),
)
_GET_ORGANIZATION_CONNECTED_ACCOUNT: Operation[ConnectedAccount] = Operation(
    "pipes.get_organization_connected_account",
    "GET",
    "/organizations/{organization_id}/connected_accounts/{slug}",
    returns=ConnectedAccount,
)
_UPDATE_ORGANIZATION_CONNECTED_ACCOUNT: Operation[ConnectedAccount] = Operation(
    "pipes.update_organization_connected_account",
    "PUT",
    "/organizations/{organization_id}/connected_accounts/{slug}",
    returns=ConnectedAccount,
)
_CREATE_ORGANIZATION_CONNECTED_ACCOUNT: Operation[ConnectedAccount] = Operation(
    "pipes.create_organization_connected_account",
    "POST",
    "/organizations/{organization_id}/connected_accounts/{slug}",
    returns=ConnectedAccount,
    accepts_idempotency_key=True,
)
_DELETE_ORGANIZATION_CONNECTED_ACCOUNT: Operation[None] = Operation(
    "pipes.delete_organization_connected_account",
    "DELETE",
    "/organizations/{organization_id}/connected_accounts/{slug}",
)
_AUTHORIZE_DATA_INTEGRATION: Operation[DataIntegrationAuthorization] = Operation(
    "pipes.authorize_data_integration",
    "POST",
    "/data-integrations/{slug}/authorize",
    returns=DataIntegrationAuthorization,
)
_FINISH_CONNECTION: Operation[ConnectedAccount] = Operation(
    "pipes.finish_connection",
    "POST",
    "/data-integrations/finish",
    returns=ConnectedAccount,
    wrapped="connected_account",
)
_GET_ACCESS_TOKEN: Operation[DataIntegrationAccessTokenResult] = Operation(
    "pipes.get_access_token",
    "POST",
    "/data-integrations/{slug}/token",
    returns=DataIntegrationAccessTokenResult,
)
_CREATE_DATA_INTEGRATION_CREDENTIAL: Operation[DataIntegrationCredentialResult] = Operation(
    "pipes.create_data_integration_credential",
    "POST",
    "/data-integrations/{slug}/credentials",
    returns=DataIntegrationCredentialResult,
)
_UPDATE_DATA_INTEGRATION_API_KEY: Operation[ConnectedAccount] = Operation(
    "pipes.update_data_integration_api_key",
    "PUT",
    "/data-integrations/{slug}/api-key",
    returns=ConnectedAccount,
)
_CREATE_DATA_INTEGRATION_API_KEY: Operation[ConnectedAccount] = Operation(
    "pipes.create_data_integration_api_key",
    "POST",
    "/data-integrations/{slug}/api-key",
    returns=ConnectedAccount,
    accepts_idempotency_key=True,
)
_UPDATE_DATA_INTEGRATION_CLIENT_CREDENTIALS: Operation[ConnectedAccount] = Operation(
    "pipes.update_data_integration_client_credentials",
    "PUT",
    "/data-integrations/{slug}/client-credentials",
    returns=ConnectedAccount,
)
_CREATE_DATA_INTEGRATION_CLIENT_CREDENTIAL: Operation[ConnectedAccount] = Operation(
    "pipes.create_data_integration_client_credential",
    "POST",
    "/data-integrations/{slug}/client-credentials",
    returns=ConnectedAccount,
    accepts_idempotency_key=True,
)
_LIST_USER_DATA_PROVIDERS: Operation[list[DataProvider]] = Operation(
    "pipes.list_user_data_providers",
    "GET",
    "/user_management/users/{user_id}/data_providers",
    returns=list[DataProvider],
    wrapped="data",
    limits=("authkit_reads",),
)
_LIST_ORGANIZATION_DATA_PROVIDERS: Operation[list[DataProvider]] = Operation(
    "pipes.list_organization_data_providers",
    "GET",
    "/organizations/{organization_id}/data_providers",
    returns=list[DataProvider],
    wrapped="data",
)
_LIST_DATA_INTEGRATIONS: Operation[DataIntegration] = Operation(
    "pipes.list_data_integrations",
    "GET",
    "/data-integrations",
    returns=DataIntegration,
)
_CREATE_DATA_INTEGRATION: Operation[DataIntegration] = Operation(
    "pipes.create_data_integration",
    "POST",
    "/data-integrations",
    returns=DataIntegration,
)
_GET_DATA_INTEGRATION: Operation[DataIntegration] = Operation(
    "pipes.get_data_integration",
    "GET",
    "/data-integrations/{slug}",
    returns=DataIntegration,
)
_UPDATE_DATA_INTEGRATION: Operation[DataIntegration] = Operation(
    "pipes.update_data_integration",
    "PUT",
    "/data-integrations/{slug}",
    returns=DataIntegration,
)
_DELETE_DATA_INTEGRATION: Operation[None] = Operation(
    "pipes.delete_data_integration",
    "DELETE",
    "/data-integrations/{slug}",
)
_GET_DATA_INTEGRATION_ORGANIZATION: Operation[DataIntegration] = Operation(
    "pipes.get_data_integration_organization",
    "GET",
    "/data-integrations/{slug}/organization",
    returns=DataIntegration,
)
_UPDATE_DATA_INTEGRATION_ORGANIZATION: Operation[DataIntegration] = Operation(
    "pipes.update_data_integration_organization",
    "PUT",
    "/data-integrations/{slug}/organization",
    returns=DataIntegration,
)
_DELETE_DATA_INTEGRATION_ORGANIZATION: Operation[None] = Operation(
    "pipes.delete_data_integration_organization",
    "DELETE",
    "/data-integrations/{slug}/organization",
)


class Pipes:
    """Pipes connects your users' accounts at other services: WorkOS runs the OAuth dance, keeps the tokens fresh
    and hands them to you.

    Every method that sends a request takes `options`: timeout, retries and headers of that call alone.
    """

    __slots__ = ("_requestor",)

    def __init__(self, requestor: APIRequestor) -> None:
        self._requestor = requestor

    def get_user_connected_account(
        self,
        user_id: str,
        slug: str,
        *,
        organization_id: str | None = None,
        supports_multiple_connections: bool | None = None,
        connected_account_id: str | None = None,
        options: RequestOptions | None = None,
    ) -> ConnectedAccount:
        """Get a user's connected account.

        The answer has no token; `get_access_token` gets one.

        Documented limit: 1000 per 10 seconds. Reads below /user_management in one environment.

        Args:
            user_id: The id of the user (`user_…`).
            slug: The slug of the data integration, such as `github`.
            organization_id: The id of the organization the connection is limited to, if it is.
            supports_multiple_connections: Whether you can handle several accounts of one person. If so and
                several match, you are asked to choose one; if not, only the first one counts.
            connected_account_id: The connected account that is meant, when there are several.

        Returns:
            The connected account.
        """
        return self._requestor.call(
            _GET_USER_CONNECTED_ACCOUNT,
            path={"user_id": user_id, "slug": slug},
            query={
                "organization_id": organization_id,
                "supports_multiple_connections": supports_multiple_connections,
                "connected_account_id": connected_account_id,
            },
            options=options,
        )

    def update_user_connected_account(
        self,
        user_id: str,
        slug: str,
        *,
        organization_id: str | None = None,
        supports_multiple_connections: bool | None = None,
        connected_account_id: str | None = None,
        access_token: str | NotGiven = NOT_GIVEN,
        refresh_token: str | NotGiven = NOT_GIVEN,
        expires_at: datetime | str | NotGiven = NOT_GIVEN,
        scopes: Sequence[str] | NotGiven = NOT_GIVEN,
        state: ConnectedAccountInputState | NotGiven = NOT_GIVEN,
        account_display_name: str | None | NotGiven = NOT_GIVEN,
        account_identifier: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> ConnectedAccount:
        """Replace the tokens of a user's connected account.

        Documented limit: 500 per 10 seconds. Writes below /user_management in one environment.

        Only for accounts with the feature `pipes-management-api`.

        Args:
            user_id: The id of the user (`user_…`).
            slug: The slug of the data integration, such as `github`.
            organization_id: The id of the organization the connection is limited to, if it is.
            supports_multiple_connections: Whether you can handle several accounts of one person. If so and
                several match, you are asked to choose one; if not, only the first one counts.
            connected_account_id: The connected account that is meant, when there are several.
            access_token: The access token.
            refresh_token: The refresh token.
            expires_at: When the access token expires.
            scopes: The OAuth scopes that were granted.
            state: The state it shall have. Left out, it follows from the tokens.
            account_display_name: A label for people; it need not be unique. `None` removes it.
            account_identifier: What tells the account apart at the provider. `None` removes it.

        Returns:
            The connected account after the change.
        """
        return self._requestor.call(
            _UPDATE_USER_CONNECTED_ACCOUNT,
            path={"user_id": user_id, "slug": slug},
            query={
                "connection_intent": None if connected_account_id is None else "reauthorize",
                "organization_id": organization_id,
                "supports_multiple_connections": supports_multiple_connections,
                "connected_account_id": connected_account_id,
            },
            body={
                "access_token": access_token,
                "refresh_token": refresh_token,
                "expires_at": expires_at,
                "scopes": array("scopes", scopes),
                "state": state,
                "account_display_name": account_display_name,
                "account_identifier": account_identifier,
            },
            options=options,
        )

    def create_user_connected_account(
        self,
        user_id: str,
        slug: str,
        *,
        organization_id: str | None = None,
        access_token: str | NotGiven = NOT_GIVEN,
        refresh_token: str | NotGiven = NOT_GIVEN,
        expires_at: datetime | str | NotGiven = NOT_GIVEN,
        scopes: Sequence[str] | NotGiven = NOT_GIVEN,
        state: ConnectedAccountInputState | NotGiven = NOT_GIVEN,
        connection_intent: ConnectionCreationIntent | NotGiven = NOT_GIVEN,
        account_display_name: str | None | NotGiven = NOT_GIVEN,
        account_identifier: str | None | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> ConnectedAccount:
        """Bring in an account that a user connected elsewhere.

        Give the OAuth tokens you have; WorkOS keeps them fresh from now on.

        Documented limit: 500 per 10 seconds. Writes below /user_management in one environment.

        Only for accounts with the feature `pipes-management-api`.

        Args:
            user_id: The id of the user (`user_…`).
            slug: The slug of the data integration, such as `github`.
            organization_id: The id of the organization the connection is limited to, if it is.
            access_token: The access token.
            refresh_token: The refresh token.
            expires_at: When the access token expires.
            scopes: The OAuth scopes that were granted.
            state: The state it shall have. Left out, it follows from the tokens.
            connection_intent: `add` connects one more account, beside those there are.
            account_display_name: A label for people; it need not be unique. `None` removes it.
            account_identifier: What tells the account apart at the provider. `None` removes it.
            idempotency_key: Makes a repeated call harmless; the API remembers it for 24 hours. None makes one.

        Returns:
            The connected account.
        """
        return self._requestor.call(
            _CREATE_USER_CONNECTED_ACCOUNT,
            path={"user_id": user_id, "slug": slug},
            query={"organization_id": organization_id},
            body={
                "access_token": access_token,
                "refresh_token": refresh_token,
                "expires_at": expires_at,
                "scopes": array("scopes", scopes),
                "state": state,
                "connection_intent": connection_intent,
                "account_display_name": account_display_name,
                "account_identifier": account_identifier,
            },
            idempotency_key=idempotency_key,
            options=options,
        )

    def delete_user_connected_account(
        self,
        user_id: str,
        slug: str,
        *,
        organization_id: str | None = None,
        supports_multiple_connections: bool | None = None,
        connected_account_id: str | None = None,
        options: RequestOptions | None = None,
    ) -> None:
        """Disconnect a user's account.

        Its tokens are deleted; the user can connect it again.

        Documented limit: 500 per 10 seconds. Writes below /user_management in one environment.

        Args:
            user_id: The id of the user (`user_…`).
            slug: The slug of the data integration, such as `github`.
            organization_id: The id of the organization the connection is limited to, if it is.
            supports_multiple_connections: Whether you can handle several accounts of one person. If so and
                several match, you are asked to choose one; if not, only the first one counts.
            connected_account_id: The connected account that is meant, when there are several.
        """
        return self._requestor.call(
            _DELETE_USER_CONNECTED_ACCOUNT,
            path={"user_id": user_id, "slug": slug},
            query={
                "organization_id": organization_id,
                "supports_multiple_connections": supports_multiple_connections,
                "connected_account_id": connected_account_id,
            },
            options=options,
        )

    def get_organization_connected_account(
        self,
        organization_id: str,
        slug: str,
        *,
        supports_multiple_connections: bool | None = None,
        connected_account_id: str | None = None,
        options: RequestOptions | None = None,
    ) -> ConnectedAccount:
        """Get the connected account that an organization shares.

        The answer has no token; `get_access_token` gets one.

        Newer than the published description of the API: known from other clients only.

        Args:
            organization_id: The id of the organization (`org_…`).
            slug: The slug of the data integration, such as `github`.
            supports_multiple_connections: Whether you can handle several accounts of one person. If so and
                several match, you are asked to choose one; if not, only the first one counts.
            connected_account_id: The connected account that is meant, when there are several.

        Returns:
            The connected account.
        """
        return self._requestor.call(
            _GET_ORGANIZATION_CONNECTED_ACCOUNT,
            path={"organization_id": organization_id, "slug": slug},
            query={
                "supports_multiple_connections": supports_multiple_connections,
                "connected_account_id": connected_account_id,
            },
            options=options,
        )

    def update_organization_connected_account(
        self,
        organization_id: str,
        slug: str,
        *,
        user_id: str,
        supports_multiple_connections: bool | None = None,
        connected_account_id: str | None = None,
        access_token: str | NotGiven = NOT_GIVEN,
        refresh_token: str | NotGiven = NOT_GIVEN,
        expires_at: datetime | str | NotGiven = NOT_GIVEN,
        scopes: Sequence[str] | NotGiven = NOT_GIVEN,
        state: ConnectedAccountInputState | NotGiven = NOT_GIVEN,
        account_display_name: str | None | NotGiven = NOT_GIVEN,
        account_identifier: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> ConnectedAccount:
        """Replace the tokens of the connected account that an organization shares.

        Newer than the published description of the API: known from other clients only.

        Args:
            organization_id: The id of the organization (`org_…`).
            slug: The slug of the data integration, such as `github`.
            supports_multiple_connections: Whether you can handle several accounts of one person. If so and
                several match, you are asked to choose one; if not, only the first one counts.
            connected_account_id: The connected account that is meant, when there are several.
            access_token: The access token.
            refresh_token: The refresh token.
            expires_at: When the access token expires.
            scopes: The OAuth scopes that were granted.
            state: The state it shall have. Left out, it follows from the tokens.
            user_id: The id of the member who does this; the member must be active.
            account_display_name: A label for people; it need not be unique. `None` removes it.
            account_identifier: What tells the account apart at the provider. `None` removes it.

        Returns:
            The connected account after the change.
        """
        return self._requestor.call(
            _UPDATE_ORGANIZATION_CONNECTED_ACCOUNT,
            path={"organization_id": organization_id, "slug": slug},
            query={
                "connection_intent": None if connected_account_id is None else "reauthorize",
                "supports_multiple_connections": supports_multiple_connections,
                "connected_account_id": connected_account_id,
            },
            body={
                "access_token": access_token,
                "refresh_token": refresh_token,
                "expires_at": expires_at,
                "scopes": array("scopes", scopes),
                "state": state,
                "user_id": user_id,
                "account_display_name": account_display_name,
                "account_identifier": account_identifier,
            },
            options=options,
        )

    def create_organization_connected_account(
        self,
        organization_id: str,
        slug: str,
        *,
        user_id: str,
        access_token: str | NotGiven = NOT_GIVEN,
        refresh_token: str | NotGiven = NOT_GIVEN,
        expires_at: datetime | str | NotGiven = NOT_GIVEN,
        scopes: Sequence[str] | NotGiven = NOT_GIVEN,
        state: ConnectedAccountInputState | NotGiven = NOT_GIVEN,
        connection_intent: ConnectionCreationIntent | NotGiven = NOT_GIVEN,
        account_display_name: str | None | NotGiven = NOT_GIVEN,
        account_identifier: str | None | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> ConnectedAccount:
        """Bring in an account that an organization connected elsewhere.

        Give the OAuth tokens you have; WorkOS keeps them fresh from now on.

        Newer than the published description of the API: known from other clients only.

        Args:
            organization_id: The id of the organization (`org_…`).
            slug: The slug of the data integration, such as `github`.
            access_token: The access token.
            refresh_token: The refresh token.
            expires_at: When the access token expires.
            scopes: The OAuth scopes that were granted.
            state: The state it shall have. Left out, it follows from the tokens.
            user_id: The id of the member who does this; the member must be active.
            connection_intent: `add` connects one more account, beside those there are.
            account_display_name: A label for people; it need not be unique. `None` removes it.
            account_identifier: What tells the account apart at the provider. `None` removes it.
            idempotency_key: Makes a repeated call harmless; the API remembers it for 24 hours. None makes one.

        Returns:
            The connected account.
        """
        return self._requestor.call(
            _CREATE_ORGANIZATION_CONNECTED_ACCOUNT,
            path={"organization_id": organization_id, "slug": slug},
            body={
                "access_token": access_token,
                "refresh_token": refresh_token,
                "expires_at": expires_at,
                "scopes": array("scopes", scopes),
                "state": state,
                "user_id": user_id,
                "connection_intent": connection_intent,
                "account_display_name": account_display_name,
                "account_identifier": account_identifier,
            },
            idempotency_key=idempotency_key,
            options=options,
        )

    def delete_organization_connected_account(
        self,
        organization_id: str,
        slug: str,
        *,
        supports_multiple_connections: bool | None = None,
        connected_account_id: str | None = None,
        options: RequestOptions | None = None,
    ) -> None:
        """Disconnect the account that an organization shares.

        Its tokens are deleted; the organization can connect it again.

        Newer than the published description of the API: known from other clients only.

        Args:
            organization_id: The id of the organization (`org_…`).
            slug: The slug of the data integration, such as `github`.
            supports_multiple_connections: Whether you can handle several accounts of one person. If so and
                several match, you are asked to choose one; if not, only the first one counts.
            connected_account_id: The connected account that is meant, when there are several.
        """
        return self._requestor.call(
            _DELETE_ORGANIZATION_CONNECTED_ACCOUNT,
            path={"organization_id": organization_id, "slug": slug},
            query={
                "supports_multiple_connections": supports_multiple_connections,
                "connected_account_id": connected_account_id,
            },
            options=options,
        )

    def authorize_data_integration(
        self,
        slug: str,
        *,
        user_id: str,
        organization_id: str | NotGiven = NOT_GIVEN,
        return_to: str | NotGiven = NOT_GIVEN,
        config: Mapping[str, str] | NotGiven = NOT_GIVEN,
        account_display_name: str | None | NotGiven = NOT_GIVEN,
        connection_owner: DataIntegrationOwnership | NotGiven = NOT_GIVEN,
        code_challenge: str | NotGiven = NOT_GIVEN,
        connection_intent: ConnectionIntent | NotGiven = NOT_GIVEN,
        connected_account_id: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> DataIntegrationAuthorization:
        """Start connecting an account at a provider.

        Redirect the browser to the `url` of the answer; the provider asks the person for permission there. With
        `code_challenge` the connection is not kept until `finish_connection` is called, so that nobody can connect
        an account to somebody else's user.

        Args:
            slug: The slug of the data integration, such as `github`.
            user_id: The id of the user who connects the account.
            organization_id: The id of an organization the connection is limited to.
            return_to: Where the browser comes back to.
            config: Settings that the provider needs for this account, such as a subdomain, by name.
            account_display_name: A label for people; it need not be unique. `None` removes it.
            connection_owner: Whose account is meant: that of the user (the default), or the one the
                organization shares, which needs `organization_id`.
            code_challenge: The SHA-256 hash of a code verifier in URL-safe base64 without padding. `return_to`
                must then be one of the registered redirect URIs, without query or fragment.
            connection_intent: `add` connects one more account, `reauthorize` renews the one named by
                `connected_account_id`.
            connected_account_id: The connected account to renew, for `reauthorize`.

        Returns:
            Where to send the browser.
        """
        return self._requestor.call(
            _AUTHORIZE_DATA_INTEGRATION,
            path={"slug": slug},
            body={
                "code_challenge_method": NOT_GIVEN if code_challenge is NOT_GIVEN else "S256",
                "user_id": user_id,
                "organization_id": organization_id,
                "return_to": return_to,
                "config": config,
                "account_display_name": account_display_name,
                "connection_owner": connection_owner,
                "code_challenge": code_challenge,
                "connection_intent": connection_intent,
                "connected_account_id": connected_account_id,
            },
            options=options,
        )

    def finish_connection(
        self,
        *,
        connect_code: str,
        code_verifier: str,
        state: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> ConnectedAccount:
        """Keep a connection that was started with `code_challenge`.

        The browser comes back to `return_to` with `connect_code` and `state`. Compare the `state`, then call this
        within 90 seconds; a code works once, and a wrong verifier uses it up.

        Newer than the published description of the API: known from other clients only.

        Args:
            connect_code: The `connect_code` that `return_to` was called with.
            code_verifier: The verifier behind the `code_challenge`: 43 to 128 letters, digits, `-`, `.`, `_` or
                `~`.
            state: The `state` that `return_to` was called with; for the logs only.

        Returns:
            The connected account.
        """
        return self._requestor.call(
            _FINISH_CONNECTION,
            body={"connect_code": connect_code, "code_verifier": code_verifier, "state": state},
            options=options,
        )

    def get_access_token(
        self,
        slug: str,
        *,
        user_id: str,
        organization_id: str | NotGiven = NOT_GIVEN,
        connected_account_id: str | NotGiven = NOT_GIVEN,
        connection_owner: DataIntegrationOwnership | NotGiven = NOT_GIVEN,
        supports_multiple_connections: bool | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> DataIntegrationAccessTokenResult:
        """Get a fresh access token of a user's connected account.

        WorkOS refreshes the token where needed, so it is valid when it arrives. That no account is connected, or
        that its owner must connect it again, is no error: `active` is false then and `error` says which.

        Args:
            slug: The slug of the data integration, such as `github`.
            user_id: The id of the user.
            organization_id: The id of an organization the connection is limited to.
            connected_account_id: The connected account to use, when there are several.
            connection_owner: Whose account is meant: that of the user (the default), or the one the
                organization shares, which needs `organization_id`.
            supports_multiple_connections: Whether you can handle several accounts of one person. If so and
                several match, you are asked to choose one; if not, only the first one counts.

        Returns:
            The token, or why there is none.

        Raises:
            UnprocessableEntityError: `code` or `error` is `auth_method_mismatch`.
        """
        return self._requestor.call(
            _GET_ACCESS_TOKEN,
            path={"slug": slug},
            body={
                "user_id": user_id,
                "organization_id": organization_id,
                "connected_account_id": connected_account_id,
                "connection_owner": connection_owner,
                "supports_multiple_connections": supports_multiple_connections,
            },
            options=options,
        )

    def create_data_integration_credential(
        self,
        slug: str,
        *,
        user_id: str,
        organization_id: str | NotGiven = NOT_GIVEN,
        connected_account_id: str | NotGiven = NOT_GIVEN,
        connection_owner: DataIntegrationOwnership | NotGiven = NOT_GIVEN,
        supports_multiple_connections: bool | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> DataIntegrationCredentialResult:
        """Get the credential of a user's connected account, of whatever kind it is.

        That is an access token, always a fresh one, or an API key. That no account is connected, or that its owner
        must connect it again, is no error: `active` is false then and `error` says which.

        Only for accounts with the feature `pipes-api-keys`.

        Args:
            slug: The slug of the data integration, such as `github`.
            user_id: The id of the user.
            organization_id: The id of an organization the connection is limited to.
            connected_account_id: The connected account to use, when there are several.
            connection_owner: Whose account is meant: that of the user (the default), or the one the
                organization shares, which needs `organization_id`.
            supports_multiple_connections: Whether you can handle several accounts of one person. If so and
                several match, you are asked to choose one; if not, only the first one counts.

        Returns:
            The credential, or why there is none.
        """
        return self._requestor.call(
            _CREATE_DATA_INTEGRATION_CREDENTIAL,
            path={"slug": slug},
            body={
                "user_id": user_id,
                "organization_id": organization_id,
                "connected_account_id": connected_account_id,
                "connection_owner": connection_owner,
                "supports_multiple_connections": supports_multiple_connections,
            },
            options=options,
        )

    def update_data_integration_api_key(
        self,
        slug: str,
        *,
        user_id: str,
        secret: str,
        organization_id: str | NotGiven = NOT_GIVEN,
        account_display_name: str | None | NotGiven = NOT_GIVEN,
        account_identifier: str | None | NotGiven = NOT_GIVEN,
        connection_owner: DataIntegrationOwnership | NotGiven = NOT_GIVEN,
        connected_account_id: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> ConnectedAccount:
        """Connect an account with an API key, or replace its key.

        Only for accounts with the feature `pipes-api-keys`.

        Args:
            slug: The slug of the data integration, such as `github`.
            user_id: The id of the user.
            organization_id: The id of an organization the connection is limited to.
            secret: The API key to store.
            account_display_name: A label for people; it need not be unique. `None` removes it.
            account_identifier: What tells the account apart at the provider. `None` removes it.
            connection_owner: Whose account is meant: that of the user (the default), or the one the
                organization shares, which needs `organization_id`.
            connected_account_id: The connected account to renew, when there are several.

        Returns:
            The connected account.

        Raises:
            UnprocessableEntityError: `code` or `error` is `auth_method_mismatch`.
        """
        return self._requestor.call(
            _UPDATE_DATA_INTEGRATION_API_KEY,
            path={"slug": slug},
            body={
                "connection_intent": NOT_GIVEN if connected_account_id is NOT_GIVEN else "reauthorize",
                "user_id": user_id,
                "organization_id": organization_id,
                "secret": secret,
                "account_display_name": account_display_name,
                "account_identifier": account_identifier,
                "connection_owner": connection_owner,
                "connected_account_id": connected_account_id,
            },
            options=options,
        )

    def create_data_integration_api_key(
        self,
        slug: str,
        *,
        user_id: str,
        secret: str,
        organization_id: str | NotGiven = NOT_GIVEN,
        connection_owner: DataIntegrationOwnership | NotGiven = NOT_GIVEN,
        account_display_name: str | None | NotGiven = NOT_GIVEN,
        account_identifier: str | None | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> ConnectedAccount:
        """Connect one more account with an API key.

        The accounts that are connected already stay; to replace the key of one, use
        `update_data_integration_api_key`.

        Newer than the published description of the API: known from other clients only.

        Args:
            slug: The slug of the data integration, such as `github`.
            user_id: The id of the user.
            organization_id: The id of an organization the connection is limited to.
            connection_owner: Whose account is meant: that of the user (the default), or the one the
                organization shares, which needs `organization_id`.
            secret: The API key to store.
            account_display_name: A label for people; it need not be unique. `None` removes it.
            account_identifier: What tells the account apart at the provider. `None` removes it.
            idempotency_key: Makes a repeated call harmless; the API remembers it for 24 hours. None makes one.

        Returns:
            The connected account.
        """
        return self._requestor.call(
            _CREATE_DATA_INTEGRATION_API_KEY,
            path={"slug": slug},
            body={
                "connection_intent": "add",
                "user_id": user_id,
                "organization_id": organization_id,
                "connection_owner": connection_owner,
                "secret": secret,
                "account_display_name": account_display_name,
                "account_identifier": account_identifier,
            },
            idempotency_key=idempotency_key,
            options=options,
        )

    def update_data_integration_client_credentials(
        self,
        slug: str,
        *,
        user_id: str,
        client_id: str,
        client_secret: str,
        organization_id: str | NotGiven = NOT_GIVEN,
        config: Mapping[str, str] | NotGiven = NOT_GIVEN,
        account_display_name: str | None | NotGiven = NOT_GIVEN,
        account_identifier: str | None | NotGiven = NOT_GIVEN,
        connection_owner: DataIntegrationOwnership | NotGiven = NOT_GIVEN,
        connected_account_id: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> ConnectedAccount:
        """Connect an account with a client id and secret, or replace them.

        Only for accounts with the feature `pipes-client-credentials`.

        Args:
            slug: The slug of the data integration, such as `github`.
            user_id: The id of the user.
            organization_id: The id of an organization the connection is limited to.
            client_id: The client id to store.
            client_secret: The client secret to store.
            config: Settings that the provider needs for this account, such as a subdomain, by name.
            account_display_name: A label for people; it need not be unique. `None` removes it.
            account_identifier: What tells the account apart at the provider. `None` removes it.
            connection_owner: Whose account is meant: that of the user (the default), or the one the
                organization shares, which needs `organization_id`.
            connected_account_id: The connected account to renew, when there are several.

        Returns:
            The connected account.

        Raises:
            UnprocessableEntityError: `code` or `error` is `auth_method_mismatch`.
        """
        return self._requestor.call(
            _UPDATE_DATA_INTEGRATION_CLIENT_CREDENTIALS,
            path={"slug": slug},
            body={
                "connection_intent": NOT_GIVEN if connected_account_id is NOT_GIVEN else "reauthorize",
                "user_id": user_id,
                "organization_id": organization_id,
                "client_id": client_id,
                "client_secret": client_secret,
                "config": config,
                "account_display_name": account_display_name,
                "account_identifier": account_identifier,
                "connection_owner": connection_owner,
                "connected_account_id": connected_account_id,
            },
            options=options,
        )

    def create_data_integration_client_credential(
        self,
        slug: str,
        *,
        user_id: str,
        client_id: str,
        client_secret: str,
        organization_id: str | NotGiven = NOT_GIVEN,
        connection_owner: DataIntegrationOwnership | NotGiven = NOT_GIVEN,
        config: Mapping[str, str] | NotGiven = NOT_GIVEN,
        account_display_name: str | None | NotGiven = NOT_GIVEN,
        account_identifier: str | None | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> ConnectedAccount:
        """Connect one more account with a client id and secret.

        The accounts that are connected already stay; to replace the secret of one, use
        `update_data_integration_client_credentials`.

        Newer than the published description of the API: known from other clients only.

        Args:
            slug: The slug of the data integration, such as `github`.
            user_id: The id of the user.
            organization_id: The id of an organization the connection is limited to.
            connection_owner: Whose account is meant: that of the user (the default), or the one the
                organization shares, which needs `organization_id`.
            client_id: The client id to store.
            client_secret: The client secret to store.
            config: Settings that the provider needs for this account, such as a subdomain, by name.
            account_display_name: A label for people; it need not be unique. `None` removes it.
            account_identifier: What tells the account apart at the provider. `None` removes it.
            idempotency_key: Makes a repeated call harmless; the API remembers it for 24 hours. None makes one.

        Returns:
            The connected account.
        """
        return self._requestor.call(
            _CREATE_DATA_INTEGRATION_CLIENT_CREDENTIAL,
            path={"slug": slug},
            body={
                "connection_intent": "add",
                "user_id": user_id,
                "organization_id": organization_id,
                "connection_owner": connection_owner,
                "client_id": client_id,
                "client_secret": client_secret,
                "config": config,
                "account_display_name": account_display_name,
                "account_identifier": account_identifier,
            },
            idempotency_key=idempotency_key,
            options=options,
        )

    def list_user_data_providers(
        self,
        user_id: str,
        *,
        organization_id: str | None = None,
        supports_multiple_connections: bool | None = None,
        options: RequestOptions | None = None,
    ) -> list[DataProvider]:
        """List the data integrations open to a user, with the accounts the user connected.

        Documented limit: 1000 per 10 seconds. Reads below /user_management in one environment.

        Args:
            user_id: The id of the user (`user_…`).
            organization_id: Only what is open to the user in this organization.
            supports_multiple_connections: Whether you can handle several accounts of one person. If so and
                several match, you are asked to choose one; if not, only the first one counts.

        Returns:
            The data integrations.
        """
        return self._requestor.call(
            _LIST_USER_DATA_PROVIDERS,
            path={"user_id": user_id},
            query={"organization_id": organization_id, "supports_multiple_connections": supports_multiple_connections},
            options=options,
        )

    def list_organization_data_providers(
        self,
        organization_id: str,
        *,
        supports_multiple_connections: bool | None = None,
        options: RequestOptions | None = None,
    ) -> list[DataProvider]:
        """List the data integrations open to an organization, with the accounts it connected.

        Newer than the published description of the API: known from other clients only.

        Args:
            organization_id: The id of the organization (`org_…`).
            supports_multiple_connections: Whether you can handle several accounts of one person. If so and
                several match, you are asked to choose one; if not, only the first one counts.

        Returns:
            The data integrations.
        """
        return self._requestor.call(
            _LIST_ORGANIZATION_DATA_PROVIDERS,
            path={"organization_id": organization_id},
            query={"supports_multiple_connections": supports_multiple_connections},
            options=options,
        )

    def list_data_integrations(
        self,
        *,
        ownership: DataIntegrationOwnership | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[DataIntegration]:
        """List the data integrations of the environment.

        Those that use the OAuth application WorkOS shares are not listed.

        Only for accounts with the feature `pipes-management-api`.

        Args:
            ownership: Only data integrations whose accounts belong to users, or to organizations.
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
        """
        return Pager(
            self._requestor,
            _LIST_DATA_INTEGRATIONS,
            query={"ownership": ownership, "limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    def create_data_integration(
        self,
        *,
        provider: str,
        description: str | None | NotGiven = NOT_GIVEN,
        enabled: bool | NotGiven = NOT_GIVEN,
        scopes: Sequence[str] | None | NotGiven = NOT_GIVEN,
        auth_methods: Sequence[DataIntegrationAuthMethod] | NotGiven = NOT_GIVEN,
        config: Mapping[str, str] | NotGiven = NOT_GIVEN,
        credentials: DataIntegrationCredentialsInput | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        api_key: ApiKeyInstallation | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        custom_provider: CustomProviderDefinition | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        ownership: DataIntegrationOwnership | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> DataIntegration:
        """Set up a data integration.

        For a provider WorkOS knows, give its slug as `provider`. For another OAuth provider, give a new slug and
        describe it in `custom_provider`.

        Only for accounts with the feature `pipes-management-api`.

        Args:
            provider: The slug of the provider, such as `github`; a new one for a provider of your own.
            description: A text for your users.
            enabled: Whether accounts can be connected.
            scopes: The OAuth scopes to ask for. `None` means the default of the provider.
            auth_methods: How accounts can be connected.
            config: Further settings that the provider needs, by name.
            credentials: The OAuth application to use.
            api_key: An API key to install along with it.
            custom_provider: The provider, if it is not one that WorkOS knows.
            ownership: Whom the connected accounts shall belong to; users by default. It cannot be changed
                later.

        Returns:
            The new data integration.
        """
        return self._requestor.call(
            _CREATE_DATA_INTEGRATION,
            body={
                "provider": provider,
                "description": description,
                "enabled": enabled,
                "scopes": array("scopes", scopes),
                "auth_methods": array("auth_methods", auth_methods),
                "config": config,
                "credentials": credentials,
                "api_key": api_key,
                "custom_provider": custom_provider,
                "ownership": ownership,
            },
            options=options,
        )

    def get_data_integration(self, slug: str, *, options: RequestOptions | None = None) -> DataIntegration:
        """Get a data integration.

        Only for accounts with the feature `pipes-management-api`.

        Args:
            slug: The slug of the data integration, such as `github`.

        Returns:
            The data integration.
        """
        return self._requestor.call(_GET_DATA_INTEGRATION, path={"slug": slug}, options=options)

    def update_data_integration(
        self,
        slug: str,
        *,
        description: str | None | NotGiven = NOT_GIVEN,
        enabled: bool | NotGiven = NOT_GIVEN,
        scopes: Sequence[str] | None | NotGiven = NOT_GIVEN,
        credentials: DataIntegrationCredentialsInput | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        api_key: ApiKeyInstallation | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        custom_provider: CustomProviderDefinitionPatch | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> DataIntegration:
        """Update a data integration.

        What is left out stays as it is; `None` clears a field.

        Only for accounts with the feature `pipes-management-api`.

        Args:
            slug: The slug of the data integration, such as `github`.
            description: A text for your users.
            enabled: Whether accounts can be connected.
            scopes: The OAuth scopes to ask for. `None` means the default of the provider.
            credentials: The OAuth application to use.
            api_key: An API key to install along with it.
            custom_provider: What to change in the description of your own provider.

        Returns:
            The data integration after the change.
        """
        return self._requestor.call(
            _UPDATE_DATA_INTEGRATION,
            path={"slug": slug},
            body={
                "description": description,
                "enabled": enabled,
                "scopes": array("scopes", scopes),
                "credentials": credentials,
                "api_key": api_key,
                "custom_provider": custom_provider,
            },
            options=options,
        )

    def delete_data_integration(self, slug: str, *, options: RequestOptions | None = None) -> None:
        """Delete a data integration.

        Only for accounts with the feature `pipes-management-api`.

        Args:
            slug: The slug of the data integration, such as `github`.
        """
        return self._requestor.call(_DELETE_DATA_INTEGRATION, path={"slug": slug}, options=options)

    def get_data_integration_organization(self, slug: str, *, options: RequestOptions | None = None) -> DataIntegration:
        """Get the data integration of a provider whose accounts belong to organizations.

        A provider can have one integration for accounts of users and another for accounts of organizations; this is
        the latter.

        Newer than the published description of the API: known from other clients only.

        Args:
            slug: The slug of the data integration, such as `github`.

        Returns:
            The data integration.
        """
        return self._requestor.call(_GET_DATA_INTEGRATION_ORGANIZATION, path={"slug": slug}, options=options)

    def update_data_integration_organization(
        self,
        slug: str,
        *,
        enabled: bool | NotGiven = NOT_GIVEN,
        credentials: DataIntegrationCredentialsInput | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        api_key: ApiKeyInstallation | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        custom_provider: CustomProviderDefinitionPatch | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        scopes: Sequence[str] | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> DataIntegration:
        """Update the data integration of a provider whose accounts belong to organizations.

        What is left out stays as it is; `None` clears a field.

        Newer than the published description of the API: known from other clients only.

        Args:
            slug: The slug of the data integration, such as `github`.
            enabled: Whether accounts can be connected.
            credentials: The OAuth application to use.
            api_key: An API key to install along with it.
            custom_provider: What to change in the description of your own provider.
            description: A text for your users.
            scopes: The OAuth scopes to ask for. `None` means the default of the provider.

        Returns:
            The data integration after the change.
        """
        return self._requestor.call(
            _UPDATE_DATA_INTEGRATION_ORGANIZATION,
            path={"slug": slug},
            body={
                "enabled": enabled,
                "credentials": credentials,
                "api_key": api_key,
                "custom_provider": custom_provider,
                "description": description,
                "scopes": array("scopes", scopes),
            },
            options=options,
        )

    def delete_data_integration_organization(self, slug: str, *, options: RequestOptions | None = None) -> None:
        """Delete the data integration of a provider whose accounts belong to organizations.

        Newer than the published description of the API: known from other clients only.

        Args:
            slug: The slug of the data integration, such as `github`.
        """
        return self._requestor.call(_DELETE_DATA_INTEGRATION_ORGANIZATION, path={"slug": slug}, options=options)
