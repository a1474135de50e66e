# Generated from workos_async/resources/pipes.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The resource client behind `workos.pipes`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, overload

from workos_core.http.hidden_locals import hides_locals
from workos_core.http.operation import Exclusive, Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.requests import array, utc_time
from workos_core.lazy_names import lazy_type
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_core.suggestions import ResourceClient
from workos_sync._pagination.pager import Pager

if TYPE_CHECKING:
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
    from workos_core.params.pipes import (
        ApiKeyInstallationParam,
        CustomProviderDefinitionParam,
        CustomProviderDefinitionPatchParam,
        DataIntegrationCredentialsInputParam,
    )
    from workos_sync._api_requestor import APIRequestor
else:
    PaginationOrder = lazy_type("workos_core.models.common", "PaginationOrder")
    ApiKeyInstallation = lazy_type("workos_core.models.pipes", "ApiKeyInstallation")
    ConnectedAccount = lazy_type("workos_core.models.pipes", "ConnectedAccount")
    ConnectedAccountInputState = lazy_type("workos_core.models.pipes", "ConnectedAccountInputState")
    ConnectionCreationIntent = lazy_type("workos_core.models.pipes", "ConnectionCreationIntent")
    ConnectionIntent = lazy_type("workos_core.models.pipes", "ConnectionIntent")
    CustomProviderDefinition = lazy_type("workos_core.models.pipes", "CustomProviderDefinition")
    CustomProviderDefinitionPatch = lazy_type("workos_core.models.pipes", "CustomProviderDefinitionPatch")
    DataIntegration = lazy_type("workos_core.models.pipes", "DataIntegration")
    DataIntegrationAccessTokenResult = lazy_type("workos_core.models.pipes", "DataIntegrationAccessTokenResult")
    DataIntegrationAuthMethod = lazy_type("workos_core.models.pipes", "DataIntegrationAuthMethod")
    DataIntegrationAuthorization = lazy_type("workos_core.models.pipes", "DataIntegrationAuthorization")
    DataIntegrationCredentialResult = lazy_type("workos_core.models.pipes", "DataIntegrationCredentialResult")
    DataIntegrationCredentialsInput = lazy_type("workos_core.models.pipes", "DataIntegrationCredentialsInput")
    DataIntegrationOwnership = lazy_type("workos_core.models.pipes", "DataIntegrationOwnership")
    DataProvider = lazy_type("workos_core.models.pipes", "DataProvider")
    ApiKeyInstallationParam = lazy_type("workos_core.params.pipes", "ApiKeyInstallationParam")
    CustomProviderDefinitionParam = lazy_type("workos_core.params.pipes", "CustomProviderDefinitionParam")
    CustomProviderDefinitionPatchParam = lazy_type("workos_core.params.pipes", "CustomProviderDefinitionPatchParam")
    DataIntegrationCredentialsInputParam = lazy_type("workos_core.params.pipes", "DataIntegrationCredentialsInputParam")

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
    exclusive=(Exclusive((("credentials",), ("api_key",))),),
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
    exclusive=(Exclusive((("credentials",), ("api_key",))),),
)
_DELETE_DATA_INTEGRATION_ORGANIZATION: Operation[None] = Operation(
    "pipes.delete_data_integration_organization",
    "DELETE",
    "/data-integrations/{slug}/organization",
)


@hides_locals
class Pipes(ResourceClient):
    """Pipes, the connected accounts of your users and their organizations at third-party providers. WorkOS
    performs the OAuth flow, refreshes the tokens and returns them to your application.

    Every method that sends a request accepts `options` to set its timeout, retries and headers.
    """

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

        The response does not contain tokens; use `get_access_token` to get an access token.

        Documented rate limit: 1000 per 10 seconds. AuthKit reads (paths below /user_management), per environment.

        Args:
            user_id: The ID of the user (`user_…`).
            slug: The slug of the data integration, such as `github`.
            organization_id: The ID of the organization that the connection is scoped to, if any (`org_…`).
            supports_multiple_connections: Whether your application supports several connected accounts per
                owner. If `True` and several accounts match, select one with `connected_account_id`. If omitted or
                `False`, only the compatibility connection is considered.
            connected_account_id: The ID of the connected account to select if there are several.

        Returns:
            The connected account.

        Raises:
            ConflictError: `code` or `error` is `account_selection_required`.

        See https://workos.com/docs/reference/pipes/connected-account/get
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
        """Update the tokens of a user's connected account.

        Documented rate limit: 500 per 10 seconds. AuthKit writes (paths below /user_management), per environment.

        Available only to accounts that have the feature `pipes-management-api`.

        Args:
            user_id: The ID of the user (`user_…`).
            slug: The slug of the data integration, such as `github`.
            organization_id: The ID of the organization that the connection is scoped to, if any (`org_…`).
            supports_multiple_connections: Accepted, but has no effect on which account is updated: that is the
                one given by `connected_account_id`, or else the compatibility connection.
            connected_account_id: The ID of the connected account to select if there are several.
            access_token: The access token.
            refresh_token: The refresh token.
            expires_at: When the access token expires.
            scopes: The OAuth scopes that were granted.
            state: The state of the account. If omitted, it is derived from the tokens.
            account_display_name: The display name of the account. It does not have to be unique. Pass `None` to
                clear it.
            account_identifier: The identifier of the account at the provider. Pass `None` to clear it.

        Returns:
            The updated connected account.

        Raises:
            ConflictError: `code` or `error` is `account_selection_required`.
            UnprocessableEntityError: `code` or `error` is `invalid_refresh_token`, `invalid_token_combination`,
                `invalid_data_integration_state` or `client_credentials_not_configured`.

        See https://workos.com/docs/reference/pipes/connected-account
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
                "expires_at": utc_time("expires_at", expires_at),
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
        """Import a connected account of a user.

        Pass the OAuth tokens that you obtained outside Pipes, for example when you migrate existing connections.
        WorkOS refreshes them from then on.

        Documented rate limit: 500 per 10 seconds. AuthKit writes (paths below /user_management), per environment.

        Available only to accounts that have the feature `pipes-management-api`.

        Args:
            user_id: The ID of the user (`user_…`).
            slug: The slug of the data integration, such as `github`.
            organization_id: The ID of the organization that the connection is scoped to, if any (`org_…`).
            access_token: The access token.
            refresh_token: The refresh token.
            expires_at: When the access token expires.
            scopes: The OAuth scopes that were granted.
            state: The state of the account. If omitted, it is derived from the tokens.
            connection_intent: `add` connects an additional account and keeps the existing ones.
            account_display_name: The display name of the account. It does not have to be unique. Pass `None` to
                clear it.
            account_identifier: The identifier of the account at the provider. Pass `None` to clear it.
            idempotency_key: Makes it safe to repeat the call; the API remembers the key for 24 hours. Generated
                if `None`.

        Returns:
            The connected account.

        Raises:
            ConflictError: `code` or `error` is `connected_account_limit_reached`.
            UnprocessableEntityError: `code` or `error` is `invalid_refresh_token`, `invalid_token_combination`,
                `invalid_data_integration_state` or `client_credentials_not_configured`.

        See https://workos.com/docs/reference/pipes/connected-account
        """
        return self._requestor.call(
            _CREATE_USER_CONNECTED_ACCOUNT,
            path={"user_id": user_id, "slug": slug},
            query={"organization_id": organization_id},
            body={
                "access_token": access_token,
                "refresh_token": refresh_token,
                "expires_at": utc_time("expires_at", expires_at),
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
        """Disconnect a user's connected account.

        WorkOS deletes the stored tokens; access is usually not revoked at the provider. The user can connect the
        account again.

        Documented rate limit: 500 per 10 seconds. AuthKit writes (paths below /user_management), per environment.

        Args:
            user_id: The ID of the user (`user_…`).
            slug: The slug of the data integration, such as `github`.
            organization_id: The ID of the organization that the connection is scoped to, if any (`org_…`).
            supports_multiple_connections: Whether your application supports several connected accounts per
                owner. If `True` and several accounts match, select one with `connected_account_id`. If omitted or
                `False`, only the compatibility connection is considered.
            connected_account_id: The ID of the connected account to select if there are several.

        Raises:
            ConflictError: `code` or `error` is `account_selection_required`.

        See https://workos.com/docs/reference/pipes/connected-account/delete
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
        """Get the shared connected account of an organization.

        The response does not contain tokens; use `get_access_token` to get an access token.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            organization_id: The ID of the organization (`org_…`).
            slug: The slug of the data integration, such as `github`.
            supports_multiple_connections: Whether your application supports several connected accounts per
                owner. If `True` and several accounts match, select one with `connected_account_id`. If omitted or
                `False`, only the compatibility connection is considered.
            connected_account_id: The ID of the connected account to select if there are several.

        Returns:
            The connected account.

        Raises:
            ConflictError: `code` or `error` is `account_selection_required`.

        See https://workos.com/docs/reference/pipes/connected-account
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
        """Update the tokens of the shared connected account of an organization.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            organization_id: The ID of the organization (`org_…`).
            slug: The slug of the data integration, such as `github`.
            supports_multiple_connections: Accepted, but has no effect on which account is updated: that is the
                one given by `connected_account_id`, or else the compatibility connection.
            connected_account_id: The ID of the connected account to select if there are several.
            access_token: The access token.
            refresh_token: The refresh token.
            expires_at: When the access token expires.
            scopes: The OAuth scopes that were granted.
            state: The state of the account. If omitted, it is derived from the tokens.
            user_id: The ID of the user who performs the request (`user_…`); the user must be an active member
                of the organization.
            account_display_name: The display name of the account. It does not have to be unique. Pass `None` to
                clear it.
            account_identifier: The identifier of the account at the provider. Pass `None` to clear it.

        Returns:
            The updated connected account.

        Raises:
            ConflictError: `code` or `error` is `account_selection_required`.
            UnprocessableEntityError: `code` or `error` is `invalid_token_combination`,
                `invalid_data_integration_state` or `client_credentials_not_configured`.

        See https://workos.com/docs/reference/pipes/connected-account
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
                "expires_at": utc_time("expires_at", expires_at),
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
        """Import a connected account that an organization shares.

        Pass the OAuth tokens that you obtained outside Pipes, for example when you migrate existing connections.
        WorkOS refreshes them from then on.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            organization_id: The ID of the organization (`org_…`).
            slug: The slug of the data integration, such as `github`.
            access_token: The access token.
            refresh_token: The refresh token.
            expires_at: When the access token expires.
            scopes: The OAuth scopes that were granted.
            state: The state of the account. If omitted, it is derived from the tokens.
            user_id: The ID of the user who performs the request (`user_…`); the user must be an active member
                of the organization.
            connection_intent: `add` connects an additional account and keeps the existing ones.
            account_display_name: The display name of the account. It does not have to be unique. Pass `None` to
                clear it.
            account_identifier: The identifier of the account at the provider. Pass `None` to clear it.
            idempotency_key: Makes it safe to repeat the call; the API remembers the key for 24 hours. Generated
                if `None`.

        Returns:
            The connected account.

        Raises:
            ConflictError: `code` or `error` is `connected_account_limit_reached`.
            UnprocessableEntityError: `code` or `error` is `invalid_token_combination`,
                `invalid_data_integration_state` or `client_credentials_not_configured`.

        See https://workos.com/docs/reference/pipes/connected-account
        """
        return self._requestor.call(
            _CREATE_ORGANIZATION_CONNECTED_ACCOUNT,
            path={"organization_id": organization_id, "slug": slug},
            body={
                "access_token": access_token,
                "refresh_token": refresh_token,
                "expires_at": utc_time("expires_at", expires_at),
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
        """Disconnect the shared connected account of an organization.

        WorkOS deletes the stored tokens; access is not revoked at the provider. The organization can connect the
        account again.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            organization_id: The ID of the organization (`org_…`).
            slug: The slug of the data integration, such as `github`.
            supports_multiple_connections: Whether your application supports several connected accounts per
                owner. If `True` and several accounts match, select one with `connected_account_id`. If omitted or
                `False`, only the compatibility connection is considered.
            connected_account_id: The ID of the connected account to select if there are several.

        Raises:
            ConflictError: `code` or `error` is `account_selection_required`.

        See https://workos.com/docs/reference/pipes/connected-account
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
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> DataIntegrationAuthorization:
        """Get the authorization URL for connecting an account.

        Redirect the browser to the returned `url`, where the provider asks the user for authorization. If you pass
        `code_challenge`, the connection is not saved until you call `finish_connection`; this prevents an attacker
        from connecting an account to another person's user.

        Args:
            slug: The slug of the data integration, such as `github`.
            user_id: The ID of the user who connects the account (`user_…`).
            organization_id: The ID of the organization that the connection is scoped to (`org_…`). Required if
                `connection_owner` is `organization`.
            return_to: The URL that the browser is redirected to after authorization.
            config: Provider-specific settings for this account, such as a subdomain, keyed by name.
            account_display_name: The display name of the account. It does not have to be unique. Pass `None` to
                clear it.
            connection_owner: Who owns the account: the user (the default), or the organization, whose members
                share it. `organization` requires `organization_id`.
            code_challenge: The SHA-256 hash of a code verifier, encoded as URL-safe base64 without padding.
                Requires `return_to`, which must then be a registered redirect URI without query or fragment.
            connection_intent: `add` connects an additional account; `reauthorize` reauthorizes the account
                given by `connected_account_id`.
            connected_account_id: The ID of the connected account to reauthorize, for `reauthorize`.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The URL to redirect the browser to.

        Raises:
            BadRequestError: `code` or `error` is `invalid_return_to`, `return_to_requires_exact_match` or
                `connect_finish_unavailable`.
            NotFoundError: `code` or `error` is `multiple_connections_unavailable`,
                `connected_account_not_found` or `entity_not_found`.

        See https://workos.com/docs/reference/pipes/connected-account/get-authorize-url
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
            idempotency_key=idempotency_key,
            options=options,
        )

    def finish_connection(
        self,
        *,
        connect_code: str,
        code_verifier: str,
        state: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> ConnectedAccount:
        """Finish a connection that was started with `code_challenge`.

        WorkOS redirects the browser to `return_to` with `connect_code` and `state`. Compare `state` with the value
        that `authorize_data_integration` returned, then call this method within 90 seconds. A code can be used only
        once, and an incorrect verifier consumes it.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            connect_code: The `connect_code` from the redirect to `return_to`.
            code_verifier: The code verifier that `code_challenge` was derived from: 43 to 128 letters, digits,
                `-`, `.`, `_` or `~`.
            state: The `state` from the redirect to `return_to`. It is used for logging only.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The connected account.

        Raises:
            BadRequestError: `code` or `error` is `invalid_connect_code`, `authorization_code_exchange_error`,
                `authorization_state_expired`, `auth_method_mismatch`, `concurrent_request`,
                `connected_account_limit_reached`, `connected_account_not_found`, `installation_failed`,
                `invalid_authorization_url`, `invalid_client_id`, `invalid_data_integration`,
                `missing_access_token`, `missing_code`, `multiple_connections_unavailable`, `provider_error`,
                `reauthorization_needed`, `target_deleted` or `unexpected_response_format`.

        See https://workos.com/docs/reference/pipes/connected-account/finish-connection
        """
        return self._requestor.call(
            _FINISH_CONNECTION,
            body={"connect_code": connect_code, "code_verifier": code_verifier, "state": state},
            idempotency_key=idempotency_key,
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
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> DataIntegrationAccessTokenResult:
        """Get a valid access token of a connected account.

        WorkOS refreshes the token if necessary, so that it is valid when you receive it. A missing connection and a
        connection that needs reauthorization are not errors: `active` is then `False`, and `error` gives the
        reason.

        Args:
            slug: The slug of the data integration, such as `github`.
            user_id: The ID of the user (`user_…`).
            organization_id: The ID of the organization that the connection is scoped to (`org_…`). Required if
                `connection_owner` is `organization`.
            connected_account_id: The ID of the connected account to use if there are several.
            connection_owner: Who owns the account: the user (the default), or the organization, whose members
                share it. `organization` requires `organization_id`.
            supports_multiple_connections: Whether your application supports several connected accounts per
                owner. If `True` and several accounts match, the request fails with `account_selection_required`
                unless you pass `connected_account_id`. If omitted or `False`, only the compatibility connection is
                considered.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The access token, or the reason why none is available.

        Raises:
            ConflictError: `code` or `error` is `account_selection_required`.
            UnprocessableEntityError: `code` or `error` is `auth_method_mismatch`.

        See https://workos.com/docs/reference/pipes/access-token/get
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
            idempotency_key=idempotency_key,
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
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> DataIntegrationCredentialResult:
        """Get the credential of a connected account.

        Depending on how the account was connected, the credential is a valid access token, refreshed if necessary,
        or an API key. A missing connection and a connection that needs reauthorization are not errors: `active` is
        then `False`, and `error` gives the reason.

        Available only to accounts that have the feature `pipes-api-keys`.

        Args:
            slug: The slug of the data integration, such as `github`.
            user_id: The ID of the user (`user_…`).
            organization_id: The ID of the organization that the connection is scoped to (`org_…`). Required if
                `connection_owner` is `organization`.
            connected_account_id: The ID of the connected account to use if there are several.
            connection_owner: Who owns the account: the user (the default), or the organization, whose members
                share it. `organization` requires `organization_id`.
            supports_multiple_connections: Whether your application supports several connected accounts per
                owner. If `True` and several accounts match, the request fails with `account_selection_required`
                unless you pass `connected_account_id`. If omitted or `False`, only the compatibility connection is
                considered.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The credential, or the reason why none is available.

        Raises:
            ConflictError: `code` or `error` is `account_selection_required`.
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
            idempotency_key=idempotency_key,
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
        """Connect an account with an API key or replace its API key.

        Available only to accounts that have the feature `pipes-api-keys`.

        Args:
            slug: The slug of the data integration, such as `github`.
            user_id: The ID of the user (`user_…`).
            organization_id: The ID of the organization that the connection is scoped to (`org_…`). Required if
                `connection_owner` is `organization`.
            secret: The API key to store.
            account_display_name: The display name of the account. It does not have to be unique. Pass `None` to
                clear it.
            account_identifier: The identifier of the account at the provider. Pass `None` to clear it.
            connection_owner: Who owns the account: the user (the default), or the organization, whose members
                share it. `organization` requires `organization_id`.
            connected_account_id: The ID of the connected account to reauthorize if there are several.

        Returns:
            The connected account.

        Raises:
            BadRequestError: `code` or `error` is `connection_could_not_be_verified`.
            UnprocessableEntityError: `code` or `error` is `auth_method_mismatch`.

        See https://workos.com/docs/reference/pipes/connected-account
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
        """Connect an additional account with an API key.

        Existing connected accounts are kept. To replace the API key of an existing account, use
        `update_data_integration_api_key`.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            slug: The slug of the data integration, such as `github`.
            user_id: The ID of the user (`user_…`).
            organization_id: The ID of the organization that the connection is scoped to (`org_…`). Required if
                `connection_owner` is `organization`.
            connection_owner: Who owns the account: the user (the default), or the organization, whose members
                share it. `organization` requires `organization_id`.
            secret: The API key to store.
            account_display_name: The display name of the account. It does not have to be unique. Pass `None` to
                clear it.
            account_identifier: The identifier of the account at the provider. Pass `None` to clear it.
            idempotency_key: Makes it safe to repeat the call; the API remembers the key for 24 hours. Generated
                if `None`.

        Returns:
            The connected account.

        Raises:
            BadRequestError: `code` or `error` is `connection_could_not_be_verified`.
            NotFoundError: `code` or `error` is `multiple_connections_unavailable` or `entity_not_found`.
            ConflictError: `code` or `error` is `connected_account_limit_reached` or `idempotency_key_conflict`.

        See https://workos.com/docs/reference/pipes/connected-account/create-api-key-connection
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
        """Connect an account with client credentials or replace its credentials.

        Available only to accounts that have the feature `pipes-client-credentials`.

        Args:
            slug: The slug of the data integration, such as `github`.
            user_id: The ID of the user (`user_…`).
            organization_id: The ID of the organization that the connection is scoped to (`org_…`). Required if
                `connection_owner` is `organization`.
            client_id: The client ID to store.
            client_secret: The client secret to store.
            config: Provider-specific settings for this account, such as a subdomain, keyed by name.
            account_display_name: The display name of the account. It does not have to be unique. Pass `None` to
                clear it.
            account_identifier: The identifier of the account at the provider. Pass `None` to clear it.
            connection_owner: Who owns the account: the user (the default), or the organization, whose members
                share it. `organization` requires `organization_id`.
            connected_account_id: The ID of the connected account to reauthorize if there are several.

        Returns:
            The connected account.

        Raises:
            BadRequestError: `code` or `error` is `connection_could_not_be_verified`.
            UnprocessableEntityError: `code` or `error` is `auth_method_mismatch`.

        See https://workos.com/docs/reference/pipes/connected-account
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
        """Connect an additional account with client credentials.

        Existing connected accounts are kept. To replace the client credentials of an existing account, use
        `update_data_integration_client_credentials`.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            slug: The slug of the data integration, such as `github`.
            user_id: The ID of the user (`user_…`).
            organization_id: The ID of the organization that the connection is scoped to (`org_…`). Required if
                `connection_owner` is `organization`.
            connection_owner: Who owns the account: the user (the default), or the organization, whose members
                share it. `organization` requires `organization_id`.
            client_id: The client ID to store.
            client_secret: The client secret to store.
            config: Provider-specific settings for this account, such as a subdomain, keyed by name.
            account_display_name: The display name of the account. It does not have to be unique. Pass `None` to
                clear it.
            account_identifier: The identifier of the account at the provider. Pass `None` to clear it.
            idempotency_key: Makes it safe to repeat the call; the API remembers the key for 24 hours. Generated
                if `None`.

        Returns:
            The connected account.

        Raises:
            BadRequestError: `code` or `error` is `connection_could_not_be_verified`.
            NotFoundError: `code` or `error` is `multiple_connections_unavailable` or `entity_not_found`.
            ConflictError: `code` or `error` is `connected_account_limit_reached` or `idempotency_key_conflict`.

        See https://workos.com/docs/reference/pipes/connected-account
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
        """List the data integrations available to a user, with the user's connected accounts.

        Documented rate limit: 1000 per 10 seconds. AuthKit reads (paths below /user_management), per environment.

        Args:
            user_id: The ID of the user (`user_…`).
            organization_id: Return only what is available to the user in the organization with this ID.
            supports_multiple_connections: Whether your application supports several connected accounts per
                owner. If omitted or `False`, only the compatibility connection is considered.

        Returns:
            The data integrations.

        See https://workos.com/docs/reference/pipes/provider/list
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
        """List the data integrations available to an organization, with its connected accounts.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            organization_id: The ID of the organization (`org_…`).
            supports_multiple_connections: Whether your application supports several connected accounts per
                owner. If omitted or `False`, only the compatibility connection is considered.

        Returns:
            The data integrations.

        See https://workos.com/docs/reference/pipes/provider
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

        Data integrations that use the shared OAuth application of WorkOS are not included.

        Available only to accounts that have the feature `pipes-management-api`.

        Args:
            ownership: Return only data integrations whose connected accounts are owned by users, or only those
                owned by organizations.
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/pipes/data-integration/list
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
        credentials: DataIntegrationCredentialsInput | DataIntegrationCredentialsInputParam | NotGiven = NOT_GIVEN,
        api_key: ApiKeyInstallation | ApiKeyInstallationParam | NotGiven = NOT_GIVEN,
        custom_provider: CustomProviderDefinition | CustomProviderDefinitionParam | NotGiven = NOT_GIVEN,
        ownership: DataIntegrationOwnership | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> DataIntegration:
        """Create a data integration.

        For a built-in provider, pass its slug as `provider`. For a custom OAuth provider, pass a new slug and
        define the provider in `custom_provider`.

        Available only to accounts that have the feature `pipes-management-api`.

        Args:
            provider: The slug of the provider, such as `github`; a new slug for a custom provider.
            description: A description for your users.
            enabled: Whether accounts can be connected.
            scopes: The OAuth scopes to request. Pass `None` to use the provider's default scopes.
            auth_methods: The methods by which accounts can be connected.
            config: Additional settings that the provider requires, keyed by name.
            credentials: The OAuth application to use.
            api_key: An API key to install together with the data integration.
            custom_provider: The definition of the provider, if it is a custom one.
            ownership: Who owns the connected accounts: users (the default) or organizations. It cannot be
                changed later.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The new data integration.

        See https://workos.com/docs/reference/pipes/data-integration/create
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
            idempotency_key=idempotency_key,
            options=options,
        )

    def get_data_integration(self, slug: str, *, options: RequestOptions | None = None) -> DataIntegration:
        """Get a data integration.

        Available only to accounts that have the feature `pipes-management-api`.

        Args:
            slug: The slug of the data integration, such as `github`.

        Returns:
            The data integration.

        See https://workos.com/docs/reference/pipes/data-integration/get
        """
        return self._requestor.call(_GET_DATA_INTEGRATION, path={"slug": slug}, options=options)

    @overload
    def update_data_integration(
        self,
        slug: str,
        *,
        description: str | None | NotGiven = NOT_GIVEN,
        enabled: bool | NotGiven = NOT_GIVEN,
        scopes: Sequence[str] | None | NotGiven = NOT_GIVEN,
        custom_provider: CustomProviderDefinitionPatch | CustomProviderDefinitionPatchParam | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> DataIntegration: ...

    @overload
    def update_data_integration(
        self,
        slug: str,
        *,
        credentials: DataIntegrationCredentialsInput | DataIntegrationCredentialsInputParam,
        description: str | None | NotGiven = NOT_GIVEN,
        enabled: bool | NotGiven = NOT_GIVEN,
        scopes: Sequence[str] | None | NotGiven = NOT_GIVEN,
        custom_provider: CustomProviderDefinitionPatch | CustomProviderDefinitionPatchParam | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> DataIntegration: ...

    @overload
    def update_data_integration(
        self,
        slug: str,
        *,
        api_key: ApiKeyInstallation | ApiKeyInstallationParam,
        description: str | None | NotGiven = NOT_GIVEN,
        enabled: bool | NotGiven = NOT_GIVEN,
        scopes: Sequence[str] | None | NotGiven = NOT_GIVEN,
        custom_provider: CustomProviderDefinitionPatch | CustomProviderDefinitionPatchParam | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> DataIntegration: ...

    def update_data_integration(
        self,
        slug: str,
        *,
        description: str | None | NotGiven = NOT_GIVEN,
        enabled: bool | NotGiven = NOT_GIVEN,
        scopes: Sequence[str] | None | NotGiven = NOT_GIVEN,
        credentials: DataIntegrationCredentialsInput | DataIntegrationCredentialsInputParam | NotGiven = NOT_GIVEN,
        api_key: ApiKeyInstallation | ApiKeyInstallationParam | NotGiven = NOT_GIVEN,
        custom_provider: CustomProviderDefinitionPatch | CustomProviderDefinitionPatchParam | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> DataIntegration:
        """Update a data integration.

        Omit an argument to keep its value. Pass `None` as `description` to clear it, or as `scopes` to use the
        provider's default scopes.

        Available only to accounts that have the feature `pipes-management-api`.

        Args:
            slug: The slug of the data integration, such as `github`.
            description: A description for your users.
            enabled: Whether accounts can be connected.
            scopes: The OAuth scopes to request. Pass `None` to use the provider's default scopes.
            credentials: The OAuth application to use.
            api_key: An API key to install together with the data integration.
            custom_provider: The changes to the definition of the custom provider.

        Returns:
            The updated data integration.

        See https://workos.com/docs/reference/pipes/data-integration/update
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

        Available only to accounts that have the feature `pipes-management-api`.

        Args:
            slug: The slug of the data integration, such as `github`.

        See https://workos.com/docs/reference/pipes/data-integration/delete
        """
        return self._requestor.call(_DELETE_DATA_INTEGRATION, path={"slug": slug}, options=options)

    def get_data_integration_organization(self, slug: str, *, options: RequestOptions | None = None) -> DataIntegration:
        """Get the organization-owned data integration of a provider.

        A provider can have one data integration for accounts that users own and another for accounts that
        organizations own. This method returns the latter.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            slug: The slug of the data integration, such as `github`.

        Returns:
            The data integration.

        See https://workos.com/docs/reference/pipes/data-integration/get-organization-data-integration
        """
        return self._requestor.call(_GET_DATA_INTEGRATION_ORGANIZATION, path={"slug": slug}, options=options)

    @overload
    def update_data_integration_organization(
        self,
        slug: str,
        *,
        enabled: bool | NotGiven = NOT_GIVEN,
        custom_provider: CustomProviderDefinitionPatch | CustomProviderDefinitionPatchParam | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        scopes: Sequence[str] | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> DataIntegration: ...

    @overload
    def update_data_integration_organization(
        self,
        slug: str,
        *,
        credentials: DataIntegrationCredentialsInput | DataIntegrationCredentialsInputParam,
        enabled: bool | NotGiven = NOT_GIVEN,
        custom_provider: CustomProviderDefinitionPatch | CustomProviderDefinitionPatchParam | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        scopes: Sequence[str] | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> DataIntegration: ...

    @overload
    def update_data_integration_organization(
        self,
        slug: str,
        *,
        api_key: ApiKeyInstallation | ApiKeyInstallationParam,
        enabled: bool | NotGiven = NOT_GIVEN,
        custom_provider: CustomProviderDefinitionPatch | CustomProviderDefinitionPatchParam | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        scopes: Sequence[str] | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> DataIntegration: ...

    def update_data_integration_organization(
        self,
        slug: str,
        *,
        enabled: bool | NotGiven = NOT_GIVEN,
        credentials: DataIntegrationCredentialsInput | DataIntegrationCredentialsInputParam | NotGiven = NOT_GIVEN,
        api_key: ApiKeyInstallation | ApiKeyInstallationParam | NotGiven = NOT_GIVEN,
        custom_provider: CustomProviderDefinitionPatch | CustomProviderDefinitionPatchParam | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        scopes: Sequence[str] | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> DataIntegration:
        """Update the organization-owned data integration of a provider.

        Omit an argument to keep its value. Pass `None` as `description` to clear it, or as `scopes` to use the
        provider's default scopes.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            slug: The slug of the data integration, such as `github`.
            enabled: Whether accounts can be connected.
            credentials: The OAuth application to use.
            api_key: An API key to install together with the data integration.
            custom_provider: The changes to the definition of the custom provider.
            description: A description for your users.
            scopes: The OAuth scopes to request. Pass `None` to use the provider's default scopes.

        Returns:
            The updated data integration.

        See https://workos.com/docs/reference/pipes/data-integration
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
        """Delete the organization-owned data integration of a provider.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            slug: The slug of the data integration, such as `github`.

        See https://workos.com/docs/reference/pipes/data-integration
        """
        return self._requestor.call(_DELETE_DATA_INTEGRATION_ORGANIZATION, path={"slug": slug}, options=options)
