# Generated from workos_async/resources/connect.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The resource client behind `workos.connect`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workos_core.http.hidden_locals import hides_locals
from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.requests import array
from workos_core.lazy_names import lazy_type
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_core.suggestions import ResourceClient
from workos_sync._pagination.pager import Pager

if TYPE_CHECKING:
    from workos_core.models.common import PaginationOrder
    from workos_core.models.connect import (
        ConnectApplication,
        ConnectApplicationSecret,
        ConnectRedirectUriInput,
        ConnectRegistrationType,
        ExternalAuthUser,
        NewConnectApplicationSecret,
        UserConsentOption,
    )
    from workos_core.params.connect import ConnectRedirectUriInputParam, ExternalAuthUserParam, UserConsentOptionParam
    from workos_sync._api_requestor import APIRequestor
else:
    PaginationOrder = lazy_type("workos_core.models.common", "PaginationOrder")
    ConnectApplication = lazy_type("workos_core.models.connect", "ConnectApplication")
    ConnectApplicationSecret = lazy_type("workos_core.models.connect", "ConnectApplicationSecret")
    ConnectRedirectUriInput = lazy_type("workos_core.models.connect", "ConnectRedirectUriInput")
    ConnectRegistrationType = lazy_type("workos_core.models.connect", "ConnectRegistrationType")
    ExternalAuthUser = lazy_type("workos_core.models.connect", "ExternalAuthUser")
    NewConnectApplicationSecret = lazy_type("workos_core.models.connect", "NewConnectApplicationSecret")
    UserConsentOption = lazy_type("workos_core.models.connect", "UserConsentOption")
    ConnectRedirectUriInputParam = lazy_type("workos_core.params.connect", "ConnectRedirectUriInputParam")
    ExternalAuthUserParam = lazy_type("workos_core.params.connect", "ExternalAuthUserParam")
    UserConsentOptionParam = lazy_type("workos_core.params.connect", "UserConsentOptionParam")

_COMPLETE_OAUTH2: Operation[str] = Operation(
    "connect.complete_oauth2",
    "POST",
    "/authkit/oauth2/complete",
    returns=str,
    wrapped="redirect_uri",
)
_LIST_APPLICATIONS: Operation[ConnectApplication] = Operation(
    "connect.list_applications",
    "GET",
    "/connect/applications",
    returns=ConnectApplication,
    styles={"registration_types": "comma"},
)
_CREATE_OAUTH_APPLICATION: Operation[ConnectApplication] = Operation(
    "connect.create_oauth_application",
    "POST",
    "/connect/applications",
    returns=ConnectApplication,
)
_CREATE_M2M_APPLICATION: Operation[ConnectApplication] = Operation(
    "connect.create_m2m_application",
    "POST",
    "/connect/applications",
    returns=ConnectApplication,
)
_GET_APPLICATION: Operation[ConnectApplication] = Operation(
    "connect.get_application",
    "GET",
    "/connect/applications/{application_id}",
    returns=ConnectApplication,
)
_UPDATE_APPLICATION: Operation[ConnectApplication] = Operation(
    "connect.update_application",
    "PUT",
    "/connect/applications/{application_id}",
    returns=ConnectApplication,
)
_DELETE_APPLICATION: Operation[None] = Operation(
    "connect.delete_application",
    "DELETE",
    "/connect/applications/{application_id}",
)
_LIST_APPLICATION_CLIENT_SECRETS: Operation[list[ConnectApplicationSecret]] = Operation(
    "connect.list_application_client_secrets",
    "GET",
    "/connect/applications/{application_id}/client_secrets",
    returns=list[ConnectApplicationSecret],
)
_CREATE_APPLICATION_CLIENT_SECRET: Operation[NewConnectApplicationSecret] = Operation(
    "connect.create_application_client_secret",
    "POST",
    "/connect/applications/{application_id}/client_secrets",
    returns=NewConnectApplicationSecret,
)
_DELETE_CLIENT_SECRET: Operation[None] = Operation(
    "connect.delete_client_secret",
    "DELETE",
    "/connect/client_secrets/{client_secret_id}",
)


@hides_locals
class Connect(ResourceClient):
    """Connect applications: applications of your customers and partners that use OAuth to sign users in through
    WorkOS or to call your API.

    Every method that sends a request accepts `options` to set its timeout, retries and headers.
    """

    def __init__(self, requestor: APIRequestor) -> None:
        self._requestor = requestor

    def complete_oauth2(
        self,
        *,
        external_auth_id: str,
        user: ExternalAuthUser | ExternalAuthUserParam,
        user_consent_options: Sequence[UserConsentOption | UserConsentOptionParam] | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> str:
        """Complete an external authentication in AuthKit.

        For Standalone Connect, where your own sign-in page signs the user in. A user with this `id` is updated, or
        created if none exists. An email address that belongs to another user is rejected. Redirect the browser to
        the returned URI.

        Args:
            external_auth_id: The ID that AuthKit passed when it redirected the user to your sign-in page.
            user: The user who signed in.
            user_consent_options: Options for the user to choose from on the consent page.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The URI to redirect the browser to.

        Raises:
            BadRequestError: `code` or `error` is `external_auth_session_already_completed`,
                `user_consent_options_not_supported`, `email_change_not_allowed`, `email_not_available` or
                `invalid_email`.

        See https://workos.com/docs/reference/workos-connect/standalone/complete
        """
        return self._requestor.call(
            _COMPLETE_OAUTH2,
            body={
                "external_auth_id": external_auth_id,
                "user": user,
                "user_consent_options": array("user_consent_options", user_consent_options),
            },
            idempotency_key=idempotency_key,
            options=options,
        )

    def list_applications(
        self,
        *,
        registration_types: Sequence[ConnectRegistrationType] | None = None,
        organization_id: str | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[ConnectApplication]:
        """List Connect applications.

        Args:
            registration_types: Return only applications with one of these registration types. Without it, only
                `authenticated` applications are listed.
            organization_id: Return only applications of this organization.
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/workos-connect/applications/list
        """
        return Pager(
            self._requestor,
            _LIST_APPLICATIONS,
            query={
                "registration_types": array("registration_types", registration_types),
                "organization_id": organization_id,
                "limit": limit,
                "before": before,
                "after": after,
                "order": order,
            },
            options=options,
        )

    def create_oauth_application(
        self,
        *,
        name: str,
        is_first_party: bool,
        description: str | None | NotGiven = NOT_GIVEN,
        scopes: Sequence[str] | None | NotGiven = NOT_GIVEN,
        redirect_uris: Sequence[ConnectRedirectUriInput | ConnectRedirectUriInputParam] | None | NotGiven = NOT_GIVEN,
        uses_pkce: bool | None | NotGiven = NOT_GIVEN,
        organization_id: str | None | NotGiven = NOT_GIVEN,
        cors_origins: Sequence[str] | None | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> ConnectApplication:
        """Create an OAuth application that signs users in.

        A third-party application (`is_first_party` is false) requires `organization_id`.

        Args:
            name: The name that is displayed to users.
            description: The description of the application.
            scopes: The OAuth scopes that the application can request.
            redirect_uris: The URIs that the browser may be redirected to.
            uses_pkce: Whether the application uses PKCE.
            is_first_party: Whether the application is your own. A third-party application belongs to an
                organization.
            organization_id: The ID of the organization that the application belongs to. It is required if
                `is_first_party` is false.
            cors_origins: The origins from which browsers may call the token endpoint for the application.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The new application.

        See https://workos.com/docs/reference/workos-connect/applications/create
        """
        return self._requestor.call(
            _CREATE_OAUTH_APPLICATION,
            body={
                "application_type": "oauth",
                "name": name,
                "description": description,
                "scopes": array("scopes", scopes),
                "redirect_uris": array("redirect_uris", redirect_uris),
                "uses_pkce": uses_pkce,
                "is_first_party": is_first_party,
                "organization_id": organization_id,
                "cors_origins": array("cors_origins", cors_origins),
            },
            idempotency_key=idempotency_key,
            options=options,
        )

    def create_m2m_application(
        self,
        *,
        name: str,
        organization_id: str,
        description: str | None | NotGiven = NOT_GIVEN,
        scopes: Sequence[str] | None | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> ConnectApplication:
        """Create an M2M application.

        A machine-to-machine (M2M) application acts on its own behalf, without a user. It authenticates with a
        client secret, which you create with `create_application_client_secret`.

        Args:
            name: The name that is displayed to users.
            description: The description of the application.
            scopes: The OAuth scopes that the application can request.
            organization_id: The ID of the organization that the application belongs to.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The new application.

        See https://workos.com/docs/reference/workos-connect/applications/create
        """
        return self._requestor.call(
            _CREATE_M2M_APPLICATION,
            body={
                "application_type": "m2m",
                "name": name,
                "description": description,
                "scopes": array("scopes", scopes),
                "organization_id": organization_id,
            },
            idempotency_key=idempotency_key,
            options=options,
        )

    def get_application(self, application_id: str, *, options: RequestOptions | None = None) -> ConnectApplication:
        """Get a Connect application.

        Args:
            application_id: The ID of the application or its client ID.

        Returns:
            The authorized application.

        See https://workos.com/docs/reference/workos-connect/applications/get
        """
        return self._requestor.call(_GET_APPLICATION, path={"application_id": application_id}, options=options)

    def update_application(
        self,
        application_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        scopes: Sequence[str] | None | NotGiven = NOT_GIVEN,
        redirect_uris: Sequence[ConnectRedirectUriInput | ConnectRedirectUriInputParam] | None | NotGiven = NOT_GIVEN,
        cors_origins: Sequence[str] | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> ConnectApplication:
        """Update a Connect application.

        Omit a field to keep its value. Redirect URIs and CORS origins are supported for OAuth applications only;
        the lists you pass replace the current ones.

        Args:
            application_id: The ID of the application or its client ID.
            name: The name that is displayed to users.
            description: The description of the application.
            scopes: The OAuth scopes that the application can request.
            redirect_uris: The new URIs that the browser may be redirected to.
            cors_origins: The origins from which browsers may call the token endpoint for the application.

        Returns:
            The updated application.

        See https://workos.com/docs/reference/workos-connect/applications/update
        """
        return self._requestor.call(
            _UPDATE_APPLICATION,
            path={"application_id": application_id},
            body={
                "name": name,
                "description": description,
                "scopes": array("scopes", scopes),
                "redirect_uris": array("redirect_uris", redirect_uris),
                "cors_origins": array("cors_origins", cors_origins),
            },
            options=options,
        )

    def delete_application(self, application_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a Connect application.

        Args:
            application_id: The ID of the application or its client ID.

        See https://workos.com/docs/reference/workos-connect/applications/delete
        """
        return self._requestor.call(_DELETE_APPLICATION, path={"application_id": application_id}, options=options)

    def list_application_client_secrets(
        self, application_id: str, *, options: RequestOptions | None = None
    ) -> list[ConnectApplicationSecret]:
        """List the client secrets of a Connect application.

        All client secrets are returned in a single response, without their values.

        Args:
            application_id: The ID of the application or its client ID.

        Returns:
            The client secrets.

        See https://workos.com/docs/reference/workos-connect/applications/client-secrets/list
        """
        return self._requestor.call(
            _LIST_APPLICATION_CLIENT_SECRETS, path={"application_id": application_id}, options=options
        )

    def create_application_client_secret(
        self, application_id: str, *, idempotency_key: str | None = None, options: RequestOptions | None = None
    ) -> NewConnectApplicationSecret:
        """Create a client secret for a Connect application.

        The value of the client secret is returned only in this response.

        Args:
            application_id: The ID of the application or its client ID.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The new client secret, including its value.

        See https://workos.com/docs/reference/workos-connect/applications/client-secrets/create
        """
        return self._requestor.call(
            _CREATE_APPLICATION_CLIENT_SECRET,
            path={"application_id": application_id},
            body={},
            idempotency_key=idempotency_key,
            options=options,
        )

    def delete_client_secret(self, client_secret_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a client secret.

        The client secret can no longer be used to authenticate.

        Args:
            client_secret_id: The ID of the client secret, not its value.

        See https://workos.com/docs/reference/workos-connect/applications/client-secrets/delete
        """
        return self._requestor.call(_DELETE_CLIENT_SECRET, path={"client_secret_id": client_secret_id}, options=options)
