# Generated from workos_async/areas/user_management.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The methods of `workos.user_management`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, overload

from workos_core.models.common import PaginationOrder
from workos_core.models.user_management import (
    AuthenticationResponse,
    AuthorizationProvider,
    JsonWebKeySet,
    OrganizationMembership,
    OrganizationMembershipStatus,
    PasswordHashType,
    PasswordSaltPosition,
    ScreenHint,
    User,
    UserIdentity,
    UserSession,
)
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_core.wire import Exclusive, Operation, RequestOptions, array
from workos_sync._pager import Pager

if TYPE_CHECKING:
    from workos_sync._caller import Caller

_GET_AUTHORIZATION_URL: Operation[str] = Operation(
    "user_management.get_authorization_url",
    "GET",
    "/user_management/authorize",
    credentials="none",
    exclusive=(Exclusive((("connection_id",), ("organization_id",), ("provider",)), required=True),),
    styles={"provider_query_params": "brackets", "provider_scopes": "comma"},
)
_AUTHENTICATE_WITH_PASSWORD: Operation[AuthenticationResponse] = Operation(
    "user_management.authenticate_with_password",
    "POST",
    "/user_management/authenticate",
    returns=AuthenticationResponse,
    credentials="body",
)
_AUTHENTICATE_WITH_CODE: Operation[AuthenticationResponse] = Operation(
    "user_management.authenticate_with_code",
    "POST",
    "/user_management/authenticate",
    returns=AuthenticationResponse,
    credentials="body",
)
_AUTHENTICATE_WITH_REFRESH_TOKEN: Operation[AuthenticationResponse] = Operation(
    "user_management.authenticate_with_refresh_token",
    "POST",
    "/user_management/authenticate",
    returns=AuthenticationResponse,
    credentials="body",
)
_LIST_ORGANIZATION_MEMBERSHIPS: Operation[OrganizationMembership] = Operation(
    "user_management.list_organization_memberships",
    "GET",
    "/user_management/organization_memberships",
    returns=OrganizationMembership,
    styles={"statuses": "comma"},
)
_CREATE_ORGANIZATION_MEMBERSHIP: Operation[OrganizationMembership] = Operation(
    "user_management.create_organization_membership",
    "POST",
    "/user_management/organization_memberships",
    returns=OrganizationMembership,
    exclusive=(Exclusive((("role_slug",), ("role_slugs",))),),
)
_GET_ORGANIZATION_MEMBERSHIP: Operation[OrganizationMembership] = Operation(
    "user_management.get_organization_membership",
    "GET",
    "/user_management/organization_memberships/{organization_membership_id}",
    returns=OrganizationMembership,
)
_UPDATE_ORGANIZATION_MEMBERSHIP: Operation[OrganizationMembership] = Operation(
    "user_management.update_organization_membership",
    "PUT",
    "/user_management/organization_memberships/{organization_membership_id}",
    returns=OrganizationMembership,
    exclusive=(Exclusive((("role_slug",), ("role_slugs",))),),
)
_DELETE_ORGANIZATION_MEMBERSHIP: Operation[None] = Operation(
    "user_management.delete_organization_membership",
    "DELETE",
    "/user_management/organization_memberships/{organization_membership_id}",
)
_DEACTIVATE_ORGANIZATION_MEMBERSHIP: Operation[OrganizationMembership] = Operation(
    "user_management.deactivate_organization_membership",
    "PUT",
    "/user_management/organization_memberships/{organization_membership_id}/deactivate",
    returns=OrganizationMembership,
)
_REACTIVATE_ORGANIZATION_MEMBERSHIP: Operation[OrganizationMembership] = Operation(
    "user_management.reactivate_organization_membership",
    "PUT",
    "/user_management/organization_memberships/{organization_membership_id}/reactivate",
    returns=OrganizationMembership,
)
_LIST_SESSIONS: Operation[UserSession] = Operation(
    "user_management.list_sessions",
    "GET",
    "/user_management/users/{user_id}/sessions",
    returns=UserSession,
)
_REVOKE_SESSION: Operation[None] = Operation(
    "user_management.revoke_session",
    "POST",
    "/user_management/sessions/revoke",
)
_GET_LOGOUT_URL: Operation[str] = Operation(
    "user_management.get_logout_url",
    "GET",
    "/user_management/sessions/logout",
    credentials="none",
)
_GET_JWKS: Operation[JsonWebKeySet] = Operation(
    "user_management.get_jwks",
    "GET",
    "/sso/jwks/{client_id}",
    returns=JsonWebKeySet,
    credentials="none",
)
_GET_JWKS_URL: Operation[str] = Operation(
    "user_management.get_jwks_url",
    "GET",
    "/sso/jwks/{client_id}",
    credentials="none",
)
_LIST_USERS: Operation[User] = Operation(
    "user_management.list_users",
    "GET",
    "/user_management/users",
    returns=User,
)
_CREATE_USER: Operation[User] = Operation(
    "user_management.create_user",
    "POST",
    "/user_management/users",
    returns=User,
    exclusive=(
        Exclusive(
            (("password",), ("password_hash", "password_hash_type", "password_salt_position")),
            optional=("password_salt_position",),
        ),
    ),
)
_GET_USER_BY_EXTERNAL_ID: Operation[User] = Operation(
    "user_management.get_user_by_external_id",
    "GET",
    "/user_management/users/external_id/{external_id}",
    returns=User,
)
_GET_USER: Operation[User] = Operation(
    "user_management.get_user",
    "GET",
    "/user_management/users/{user_id}",
    returns=User,
)
_UPDATE_USER: Operation[User] = Operation(
    "user_management.update_user",
    "PUT",
    "/user_management/users/{user_id}",
    returns=User,
    exclusive=(
        Exclusive(
            (("password",), ("password_hash", "password_hash_type", "password_salt_position")),
            optional=("password_salt_position",),
        ),
    ),
)
_DELETE_USER: Operation[None] = Operation(
    "user_management.delete_user",
    "DELETE",
    "/user_management/users/{user_id}",
)
_GET_USER_IDENTITIES: Operation[list[UserIdentity]] = Operation(
    "user_management.get_user_identities",
    "GET",
    "/user_management/users/{user_id}/identities",
    returns=list[UserIdentity],
)


class UserManagement:
    """The people who sign in to your application: their accounts, memberships in organizations, sessions, and
    every way to sign in.

    Documented limit: 1000 per 10 seconds. Reads below /user_management in one environment.

    Documented limit: 500 per 10 seconds. Writes below /user_management in one environment.

    Every method that sends a request takes `options`: timeout, retries and headers of that call alone.
    """

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @overload
    def get_authorization_url(
        self,
        *,
        redirect_uri: str,
        connection_id: str,
        client_id: str | None = None,
        provider_query_params: Mapping[str, str] | None = None,
        provider_scopes: Sequence[str] | None = None,
        screen_hint: ScreenHint | None = None,
        login_hint: str | None = None,
        domain_hint: str | None = None,
        prompt: str | None = None,
        max_age: int | None = None,
        state: str | None = None,
        invitation_token: str | None = None,
        code_challenge: str | None = None,
    ) -> str: ...

    @overload
    def get_authorization_url(
        self,
        *,
        redirect_uri: str,
        organization_id: str,
        client_id: str | None = None,
        provider_query_params: Mapping[str, str] | None = None,
        provider_scopes: Sequence[str] | None = None,
        screen_hint: ScreenHint | None = None,
        login_hint: str | None = None,
        domain_hint: str | None = None,
        prompt: str | None = None,
        max_age: int | None = None,
        state: str | None = None,
        invitation_token: str | None = None,
        code_challenge: str | None = None,
    ) -> str: ...

    @overload
    def get_authorization_url(
        self,
        *,
        redirect_uri: str,
        provider: AuthorizationProvider,
        client_id: str | None = None,
        provider_query_params: Mapping[str, str] | None = None,
        provider_scopes: Sequence[str] | None = None,
        screen_hint: ScreenHint | None = None,
        login_hint: str | None = None,
        domain_hint: str | None = None,
        prompt: str | None = None,
        max_age: int | None = None,
        state: str | None = None,
        invitation_token: str | None = None,
        code_challenge: str | None = None,
    ) -> str: ...

    def get_authorization_url(
        self,
        *,
        redirect_uri: str,
        client_id: str | None = None,
        connection_id: str | None = None,
        organization_id: str | None = None,
        provider: AuthorizationProvider | None = None,
        provider_query_params: Mapping[str, str] | None = None,
        provider_scopes: Sequence[str] | None = None,
        screen_hint: ScreenHint | None = None,
        login_hint: str | None = None,
        domain_hint: str | None = None,
        prompt: str | None = None,
        max_age: int | None = None,
        state: str | None = None,
        invitation_token: str | None = None,
        code_challenge: str | None = None,
    ) -> str:
        """Build the URL at which a user signs in.

        Send the user's browser there. Exactly one of `connection_id`, `organization_id` and `provider` says where
        the user signs in; `provider="authkit"` is the hosted page, which finds the right way by itself. Afterwards
        the browser comes back to `redirect_uri` with a `code`, to be exchanged with `authenticate_with_code`, or
        with `error` and `error_description`, and in both cases with `state`.

        Args:
            redirect_uri: Where the browser comes back to. It must be one of the redirect URIs of the
                environment.
            client_id: The client id of the environment (`client_…`). None takes that of the client.
            connection_id: The id of the SSO connection to sign in with (`conn_…`).
            organization_id: The id of the organization whose SSO connection to sign in with (`org_…`).
            provider: The provider to sign in with, or `authkit` for the hosted page.
            provider_query_params: Parameters to hand on to the provider.
            provider_scopes: OAuth scopes to ask the provider for, besides its usual ones.
            screen_hint: Which page AuthKit shows first; it matters with `provider="authkit"` only.
            login_hint: The e-mail address or name to fill in for the user.
            domain_hint: The domain to fill in for the user, where the provider asks for one.
            prompt: What the provider shall ask the user even when nothing is needed, such as `login` or
                `consent`.
            max_age: How many seconds may have passed since the user signed in, before the user must do it
                again.
            state: Anything you want back with the browser. Use it to tell your own sign-ins from forged ones.
            invitation_token: The token of the invitation that the user accepts by signing in.
            code_challenge: The SHA-256 hash of the PKCE code verifier, in base64url without padding. A client
                without a secret needs it.

        Returns:
            The URL.
        """
        return self._caller.url(
            _GET_AUTHORIZATION_URL,
            {},
            {
                "response_type": "code",
                "code_challenge_method": None if code_challenge is None else "S256",
                "redirect_uri": redirect_uri,
                "client_id": self._caller.require_client_id(client_id),
                "connection_id": connection_id,
                "organization_id": organization_id,
                "provider": provider,
                "provider_query_params": provider_query_params,
                "provider_scopes": array("provider_scopes", provider_scopes),
                "screen_hint": screen_hint,
                "login_hint": login_hint,
                "domain_hint": domain_hint,
                "prompt": prompt,
                "max_age": max_age,
                "state": state,
                "invitation_token": invitation_token,
                "code_challenge": code_challenge,
            },
        )

    def authenticate_with_password(
        self,
        *,
        email: str,
        password: str,
        client_id: str | None = None,
        invitation_token: str | NotGiven = NOT_GIVEN,
        ip_address: str | NotGiven = NOT_GIVEN,
        device_id: str | NotGiven = NOT_GIVEN,
        user_agent: str | NotGiven = NOT_GIVEN,
        signals_id: str | NotGiven = NOT_GIVEN,
        radar_auth_attempt_id: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthenticationResponse:
        """Sign a user in with e-mail address and password.

        When more is needed, such as a second factor or the choice of an organization, the request fails with a
        `pending_authentication_token` to go on with. Ten attempts in a minute are allowed for an e-mail address.

        Documented limit: 10 per 60 seconds. Sign-in attempts of one e-mail address or one challenge.

        Args:
            client_id: The client id of the environment (`client_…`). None takes that of the client.
            email: The e-mail address of the user.
            password: The password of the user.
            invitation_token: The token of the invitation that the user accepts by signing in.
            ip_address: The IP address the sign-in came from.
            device_id: Your own id for the device the sign-in came from.
            user_agent: The `User-Agent` header of the browser the sign-in came from.
            signals_id: The id of the signals that Radar collected in the browser.
            radar_auth_attempt_id: The id of the attempt that Radar recorded before, as `radar_auth_attempt_id`
                of the user named it.

        Returns:
            The user and the tokens of the session.

        Raises:
            BadRequestError: `code` or `error` is `invalid_organization_id`, `code_challenge_not_found`,
                `invalid_credentials`, `invalid_one_time_code`, `one_time_code_previously_used`,
                `one_time_code_expired`, `one_time_code_too_many_attempts`, `invalid_pending_authentication_token`,
                `user_mismatch`, `phone_number_required`, `verification_id_required`, `invalid_client`,
                `unauthorized_client`, `invalid_profile`, `invitation_invalid`,
                `invitation_cannot_be_used_for_email`, `authentication_method_not_allowed`, `invalid_connection`,
                `sign_up_not_allowed`, `organization_authentication_methods_required`,
                `invalid_link_authorization_code`, `extra_attributes_required`, `pkce_not_supported`,
                `expired_token`, `authorization_pending`, `access_denied`, `slow_down`, `invalid_grant`,
                `invalid_request`, `organization_not_found`, `organization_membership_not_found`, `mfa_enrollment`,
                `token_too_big` or `sso_required`.
            PermissionDeniedError: `code` or `error` is `mfa_enrollment`, `mfa_challenge`,
                `authentication_method_not_allowed`, `email_verification_required`, `email_password_auth_disabled`,
                `organization_selection_required`, `passkey_progressive_enrollment`, `radar_challenge`,
                `radar_sign_up_challenge`, `radar_sms_sign_in_challenge` or `application_consent_required`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded` or `too_many_requests`.
        """
        return self._caller.call(
            _AUTHENTICATE_WITH_PASSWORD,
            body={
                "grant_type": "password",
                "client_id": self._caller.require_client_id(client_id),
                "client_secret": self._caller.require_api_key(),
                "email": email,
                "password": password,
                "invitation_token": invitation_token,
                "ip_address": ip_address,
                "device_id": device_id,
                "user_agent": user_agent,
                "signals_id": signals_id,
                "radar_auth_attempt_id": radar_auth_attempt_id,
            },
            options=options,
        )

    def authenticate_with_code(
        self,
        *,
        code: str,
        client_id: str | None = None,
        code_verifier: str | NotGiven = NOT_GIVEN,
        invitation_token: str | NotGiven = NOT_GIVEN,
        ip_address: str | NotGiven = NOT_GIVEN,
        device_id: str | NotGiven = NOT_GIVEN,
        user_agent: str | NotGiven = NOT_GIVEN,
        signals_id: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthenticationResponse:
        """Sign a user in with the code that came back from the authorization URL.

        A code works once. A client without a secret gives `code_verifier`. When more is needed, such as a second
        factor or the choice of an organization, the request fails with a `pending_authentication_token` to go on
        with.

        Documented limit: 10 per 60 seconds. Sign-in attempts of one e-mail address or one challenge.

        Args:
            client_id: The client id of the environment (`client_…`). None takes that of the client.
            code: The code from the query of `redirect_uri`. It works once.
            code_verifier: The PKCE code verifier that `code_challenge` of the authorization URL was made of.
            invitation_token: The token of the invitation that the user accepts by signing in.
            ip_address: The IP address the sign-in came from.
            device_id: Your own id for the device the sign-in came from.
            user_agent: The `User-Agent` header of the browser the sign-in came from.
            signals_id: The id of the signals that Radar collected in the browser.

        Returns:
            The user and the tokens of the session.

        Raises:
            BadRequestError: `code` or `error` is `invalid_organization_id`, `code_challenge_not_found`,
                `invalid_credentials`, `invalid_one_time_code`, `one_time_code_previously_used`,
                `one_time_code_expired`, `one_time_code_too_many_attempts`, `invalid_pending_authentication_token`,
                `user_mismatch`, `phone_number_required`, `verification_id_required`, `invalid_client`,
                `unauthorized_client`, `invalid_profile`, `invitation_invalid`,
                `invitation_cannot_be_used_for_email`, `authentication_method_not_allowed`, `invalid_connection`,
                `sign_up_not_allowed`, `organization_authentication_methods_required`,
                `invalid_link_authorization_code`, `extra_attributes_required`, `pkce_not_supported`,
                `expired_token`, `authorization_pending`, `access_denied`, `slow_down`, `invalid_grant`,
                `invalid_request`, `organization_not_found`, `organization_membership_not_found`, `mfa_enrollment`,
                `token_too_big` or `sso_required`.
            PermissionDeniedError: `code` or `error` is `mfa_enrollment`, `mfa_challenge`,
                `authentication_method_not_allowed`, `email_verification_required`, `email_password_auth_disabled`,
                `organization_selection_required`, `passkey_progressive_enrollment`, `radar_challenge`,
                `radar_sign_up_challenge`, `radar_sms_sign_in_challenge` or `application_consent_required`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded` or `too_many_requests`.
        """
        return self._caller.call(
            _AUTHENTICATE_WITH_CODE,
            body={
                "grant_type": "authorization_code",
                "client_id": self._caller.require_client_id(client_id),
                "client_secret": self._caller.api_key_or_not_given(),
                "code": code,
                "code_verifier": code_verifier,
                "invitation_token": invitation_token,
                "ip_address": ip_address,
                "device_id": device_id,
                "user_agent": user_agent,
                "signals_id": signals_id,
            },
            options=options,
        )

    def authenticate_with_refresh_token(
        self,
        *,
        refresh_token: str,
        client_id: str | None = None,
        organization_id: str | NotGiven = NOT_GIVEN,
        ip_address: str | NotGiven = NOT_GIVEN,
        device_id: str | NotGiven = NOT_GIVEN,
        user_agent: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthenticationResponse:
        """Get a new access token for a session.

        It works as long as the session goes on. A refresh token works once: keep the one that comes back, in place
        of the old one.

        Documented limit: 10 per 60 seconds. Sign-in attempts of one e-mail address or one challenge.

        Args:
            client_id: The client id of the environment (`client_…`). None takes that of the client.
            refresh_token: The newest refresh token of the session.
            organization_id: The id of another organization to go over to (`org_…`). Without it the session
                stays where it is.
            ip_address: The IP address the request came from.
            device_id: Your own id for the device the request came from.
            user_agent: The `User-Agent` header of the browser the request came from.

        Returns:
            The user and the tokens of the session.

        Raises:
            BadRequestError: `code` or `error` is `invalid_organization_id`, `code_challenge_not_found`,
                `invalid_credentials`, `invalid_one_time_code`, `one_time_code_previously_used`,
                `one_time_code_expired`, `one_time_code_too_many_attempts`, `invalid_pending_authentication_token`,
                `user_mismatch`, `phone_number_required`, `verification_id_required`, `invalid_client`,
                `unauthorized_client`, `invalid_profile`, `invitation_invalid`,
                `invitation_cannot_be_used_for_email`, `authentication_method_not_allowed`, `invalid_connection`,
                `sign_up_not_allowed`, `organization_authentication_methods_required`,
                `invalid_link_authorization_code`, `extra_attributes_required`, `pkce_not_supported`,
                `expired_token`, `authorization_pending`, `access_denied`, `slow_down`, `invalid_grant`,
                `invalid_request`, `organization_not_found`, `organization_membership_not_found`, `mfa_enrollment`,
                `token_too_big` or `sso_required`.
            PermissionDeniedError: `code` or `error` is `mfa_enrollment`, `mfa_challenge`,
                `authentication_method_not_allowed`, `email_verification_required`, `email_password_auth_disabled`,
                `organization_selection_required`, `passkey_progressive_enrollment`, `radar_challenge`,
                `radar_sign_up_challenge`, `radar_sms_sign_in_challenge` or `application_consent_required`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded` or `too_many_requests`.
        """
        return self._caller.call(
            _AUTHENTICATE_WITH_REFRESH_TOKEN,
            body={
                "grant_type": "refresh_token",
                "client_id": self._caller.require_client_id(client_id),
                "client_secret": self._caller.api_key_or_not_given(),
                "refresh_token": refresh_token,
                "organization_id": organization_id,
                "ip_address": ip_address,
                "device_id": device_id,
                "user_agent": user_agent,
            },
            options=options,
        )

    def list_organization_memberships(
        self,
        *,
        organization_id: str | None = None,
        statuses: Sequence[OrganizationMembershipStatus] | None = None,
        user_id: str | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[OrganizationMembership]:
        """List the memberships of an organization or of a user.

        Give `organization_id`, `user_id` or both; without either the request fails with
        `missing_user_id_or_organization_id`. Only active memberships are listed unless `statuses` says otherwise.

        Args:
            organization_id: Only memberships in this organization.
            statuses: Only memberships with one of these statuses. The API's own default is `active` alone.
            user_id: Only memberships of this user.
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.

        Raises:
            BadRequestError: `code` or `error` is `invalid_request_parameters` or
                `missing_user_id_or_organization_id`.
        """
        return Pager(
            self._caller,
            _LIST_ORGANIZATION_MEMBERSHIPS,
            query={
                "organization_id": organization_id,
                "statuses": array("statuses", statuses),
                "user_id": user_id,
                "limit": limit,
                "before": before,
                "after": after,
                "order": order,
            },
            options=options,
        )

    @overload
    def create_organization_membership(
        self, *, user_id: str, organization_id: str, options: RequestOptions | None = None
    ) -> OrganizationMembership: ...

    @overload
    def create_organization_membership(
        self, *, user_id: str, organization_id: str, role_slug: str, options: RequestOptions | None = None
    ) -> OrganizationMembership: ...

    @overload
    def create_organization_membership(
        self, *, user_id: str, organization_id: str, role_slugs: Sequence[str], options: RequestOptions | None = None
    ) -> OrganizationMembership: ...

    def create_organization_membership(
        self,
        *,
        user_id: str,
        organization_id: str,
        role_slug: str | NotGiven = NOT_GIVEN,
        role_slugs: Sequence[str] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> OrganizationMembership:
        """Make a user a member of an organization.

        The membership is active at once. An inactive membership of the same user in the same organization becomes
        active again, with the roles given here; a pending one is refused.

        Args:
            user_id: The id of the user (`user_…`).
            organization_id: The id of the organization (`org_…`).
            role_slug: The slug of the role. Without `role_slug` and `role_slugs` the member gets the default
                role.
            role_slugs: The slugs of several roles, where the environment allows more than one.

        Returns:
            The membership.

        Raises:
            BadRequestError: `code` or `error` is `cannot_reactivate_pending_organization_membership`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`, `invalid_role`,
                `multiple_roles_not_enabled` or `sub_resource_scoped_role_not_allowed`.
        """
        return self._caller.call(
            _CREATE_ORGANIZATION_MEMBERSHIP,
            body={
                "user_id": user_id,
                "organization_id": organization_id,
                "role_slug": role_slug,
                "role_slugs": array("role_slugs", role_slugs),
            },
            options=options,
        )

    def get_organization_membership(
        self, organization_membership_id: str, *, options: RequestOptions | None = None
    ) -> OrganizationMembership:
        """Get a membership in an organization.

        Args:
            organization_membership_id: The id of the membership (`om_…`).

        Returns:
            The membership.
        """
        return self._caller.call(
            _GET_ORGANIZATION_MEMBERSHIP,
            path={"organization_membership_id": organization_membership_id},
            options=options,
        )

    @overload
    def update_organization_membership(
        self, organization_membership_id: str, *, options: RequestOptions | None = None
    ) -> OrganizationMembership: ...

    @overload
    def update_organization_membership(
        self, organization_membership_id: str, *, role_slug: str, options: RequestOptions | None = None
    ) -> OrganizationMembership: ...

    @overload
    def update_organization_membership(
        self, organization_membership_id: str, *, role_slugs: Sequence[str], options: RequestOptions | None = None
    ) -> OrganizationMembership: ...

    def update_organization_membership(
        self,
        organization_membership_id: str,
        *,
        role_slug: str | NotGiven = NOT_GIVEN,
        role_slugs: Sequence[str] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> OrganizationMembership:
        """Change the roles of a membership.

        Args:
            organization_membership_id: The id of the membership (`om_…`).
            role_slug: The slug of the role, in place of all roles the member has.
            role_slugs: The slugs of several roles, in place of all roles the member has, where the environment
                allows more than one.

        Returns:
            The membership after the change.

        Raises:
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`, `invalid_role`,
                `multiple_roles_not_enabled` or `sub_resource_scoped_role_not_allowed`.
        """
        return self._caller.call(
            _UPDATE_ORGANIZATION_MEMBERSHIP,
            path={"organization_membership_id": organization_membership_id},
            body={"role_slug": role_slug, "role_slugs": array("role_slugs", role_slugs)},
            options=options,
        )

    def delete_organization_membership(
        self, organization_membership_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Delete a membership for good.

        This cannot be undone. To take access away for a while, deactivate the membership.

        Args:
            organization_membership_id: The id of the membership (`om_…`).
        """
        return self._caller.call(
            _DELETE_ORGANIZATION_MEMBERSHIP,
            path={"organization_membership_id": organization_membership_id},
            options=options,
        )

    def deactivate_organization_membership(
        self, organization_membership_id: str, *, options: RequestOptions | None = None
    ) -> OrganizationMembership:
        """Deactivate a membership.

        The event `organization_membership.updated` follows. Nothing happens to a membership that is already
        inactive, and no event follows; a pending one is refused, delete it instead.

        Args:
            organization_membership_id: The id of the membership (`om_…`).

        Returns:
            The membership, now inactive.

        Raises:
            BadRequestError: `code` or `error` is `cannot_deactivate_pending_organization_membership`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
        """
        return self._caller.call(
            _DEACTIVATE_ORGANIZATION_MEMBERSHIP,
            path={"organization_membership_id": organization_membership_id},
            options=options,
        )

    def reactivate_organization_membership(
        self, organization_membership_id: str, *, options: RequestOptions | None = None
    ) -> OrganizationMembership:
        """Reactivate a membership.

        The membership has the roles it had before, and the event `organization_membership.updated` follows. Nothing
        happens to a membership that is already active, and no event follows; a pending one is refused, since the
        user must accept the invitation.

        Args:
            organization_membership_id: The id of the membership (`om_…`).

        Returns:
            The membership, active again.

        Raises:
            BadRequestError: `code` or `error` is `cannot_reactivate_pending_organization_membership`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
        """
        return self._caller.call(
            _REACTIVATE_ORGANIZATION_MEMBERSHIP,
            path={"organization_membership_id": organization_membership_id},
            options=options,
        )

    def list_sessions(
        self,
        user_id: str,
        *,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[UserSession]:
        """List the active sessions of a user.

        Args:
            user_id: The id of the user (`user_…`).
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.

        Raises:
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
        """
        return Pager(
            self._caller,
            _LIST_SESSIONS,
            path={"user_id": user_id},
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    def revoke_session(self, *, session_id: str, options: RequestOptions | None = None) -> None:
        """End a session.

        The refresh token stops working at once. An access token that is already out stays valid until it expires.

        Args:
            session_id: The id of the session (`session_…`), which is the claim `sid` of the access token.
        """
        return self._caller.call(_REVOKE_SESSION, body={"session_id": session_id}, options=options)

    def get_logout_url(self, *, session_id: str, return_to: str | None = None) -> str:
        """Build the URL that signs a user out.

        Send the user's browser there, and take your own session cookie away. The session ends and the browser comes
        back.

        Args:
            session_id: The id of the session, which is the claim `sid` of the access token.
            return_to: Where the browser goes after that. Without it, where the environment says.

        Returns:
            The URL.
        """
        return self._caller.url(_GET_LOGOUT_URL, {}, {"session_id": session_id, "return_to": return_to})

    def get_jwks(self, *, client_id: str | None = None, options: RequestOptions | None = None) -> JsonWebKeySet:
        """Get the public keys that access tokens are signed with.

        Args:
            client_id: The client id of the environment (`client_…`). None takes that of the client.

        Returns:
            The keys.
        """
        return self._caller.call(
            _GET_JWKS, path={"client_id": self._caller.require_client_id(client_id)}, options=options
        )

    def get_jwks_url(self, *, client_id: str | None = None) -> str:
        """Build the URL of the public keys that access tokens are signed with.

        Give it to a library that verifies tokens and fetches keys itself.

        Args:
            client_id: The client id of the environment (`client_…`). None takes that of the client.

        Returns:
            The URL.
        """
        return self._caller.url(_GET_JWKS_URL, {"client_id": self._caller.require_client_id(client_id)}, {})

    def list_users(
        self,
        *,
        organization: str | None = None,
        organization_id: str | None = None,
        email: str | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[User]:
        """List the users of the environment.

        Without filters every user is listed.

        Args:
            organization: Deprecated. Only members of this organization; use `organization_id`.
            organization_id: Only members of this organization.
            email: Only the user with this e-mail address.
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
        """
        return Pager(
            self._caller,
            _LIST_USERS,
            query={
                "organization": organization,
                "organization_id": organization_id,
                "email": email,
                "limit": limit,
                "before": before,
                "after": after,
                "order": order,
            },
            options=options,
        )

    @overload
    def create_user(
        self,
        *,
        email: str,
        first_name: str | None | NotGiven = NOT_GIVEN,
        last_name: str | None | NotGiven = NOT_GIVEN,
        name: str | None | NotGiven = NOT_GIVEN,
        email_verified: bool | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        external_id: str | None | NotGiven = NOT_GIVEN,
        ip_address: str | None | NotGiven = NOT_GIVEN,
        user_agent: str | None | NotGiven = NOT_GIVEN,
        signals_id: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> User: ...

    @overload
    def create_user(
        self,
        *,
        email: str,
        password: str,
        first_name: str | None | NotGiven = NOT_GIVEN,
        last_name: str | None | NotGiven = NOT_GIVEN,
        name: str | None | NotGiven = NOT_GIVEN,
        email_verified: bool | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        external_id: str | None | NotGiven = NOT_GIVEN,
        ip_address: str | None | NotGiven = NOT_GIVEN,
        user_agent: str | None | NotGiven = NOT_GIVEN,
        signals_id: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> User: ...

    @overload
    def create_user(
        self,
        *,
        email: str,
        password_hash: str,
        password_hash_type: PasswordHashType,
        first_name: str | None | NotGiven = NOT_GIVEN,
        last_name: str | None | NotGiven = NOT_GIVEN,
        name: str | None | NotGiven = NOT_GIVEN,
        email_verified: bool | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        external_id: str | None | NotGiven = NOT_GIVEN,
        ip_address: str | None | NotGiven = NOT_GIVEN,
        user_agent: str | None | NotGiven = NOT_GIVEN,
        signals_id: str | NotGiven = NOT_GIVEN,
        password_salt_position: PasswordSaltPosition | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> User: ...

    def create_user(
        self,
        *,
        email: str,
        first_name: str | None | NotGiven = NOT_GIVEN,
        last_name: str | None | NotGiven = NOT_GIVEN,
        name: str | None | NotGiven = NOT_GIVEN,
        email_verified: bool | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        external_id: str | None | NotGiven = NOT_GIVEN,
        ip_address: str | None | NotGiven = NOT_GIVEN,
        user_agent: str | None | NotGiven = NOT_GIVEN,
        signals_id: str | NotGiven = NOT_GIVEN,
        password: str | None | NotGiven = NOT_GIVEN,
        password_hash: str | NotGiven = NOT_GIVEN,
        password_hash_type: PasswordHashType | NotGiven = NOT_GIVEN,
        password_salt_position: PasswordSaltPosition | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> User:
        """Create a user.

        Give either `password` or `password_hash` with `password_hash_type`, or neither for somebody who signs in
        another way. A password that is too weak is refused with the code `password_strength_error`.

        Args:
            email: The e-mail address.
            first_name: The first name.
            last_name: The last name.
            name: The full name.
            email_verified: Whether you already made sure that the e-mail address is the user's.
            metadata: Your own data, up to 50 keys of at most 40 characters with values of at most 600
                characters.
            external_id: Your own id for the user, unique in the environment, at most 128 ASCII characters.
            ip_address: The IP address the sign-up came from, for Radar.
            user_agent: The `User-Agent` header of the browser the sign-up came from, for Radar.
            signals_id: The id of the signals that Radar collected in the browser.
            password: The password in plain text. It must be as strong as the environment demands.
            password_hash: The hash of a password that you take over from another system.
            password_hash_type: How `password_hash` was made.
            password_salt_position: Where the salt stood when `password_hash` was made, if that is not the usual
                place.

        Returns:
            The new user.

        Raises:
            BadRequestError: `code` or `error` is `password_strength_error`, `user_creation_error`,
                `invalid_password_hash`, `password_and_password_hash_provided`,
                `password_and_password_hash_type_provided`, `password_salt_position_requires_password_hash` or
                `invalid_metadata`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
        """
        return self._caller.call(
            _CREATE_USER,
            body={
                "email": email,
                "first_name": first_name,
                "last_name": last_name,
                "name": name,
                "email_verified": email_verified,
                "metadata": metadata,
                "external_id": external_id,
                "ip_address": ip_address,
                "user_agent": user_agent,
                "signals_id": signals_id,
                "password": password,
                "password_hash": password_hash,
                "password_hash_type": password_hash_type,
                "password_salt_position": password_salt_position,
            },
            options=options,
        )

    def get_user_by_external_id(self, external_id: str, *, options: RequestOptions | None = None) -> User:
        """Get a user by your own id for them.

        Args:
            external_id: The `external_id` you gave the user.

        Returns:
            The user.
        """
        return self._caller.call(_GET_USER_BY_EXTERNAL_ID, path={"external_id": external_id}, options=options)

    def get_user(self, user_id: str, *, options: RequestOptions | None = None) -> User:
        """Get a user.

        Args:
            user_id: The id of the user (`user_…`).

        Returns:
            The user.
        """
        return self._caller.call(_GET_USER, path={"user_id": user_id}, options=options)

    @overload
    def update_user(
        self,
        user_id: str,
        *,
        email: str | NotGiven = NOT_GIVEN,
        first_name: str | NotGiven = NOT_GIVEN,
        last_name: str | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        email_verified: bool | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        external_id: str | None | NotGiven = NOT_GIVEN,
        locale: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> User: ...

    @overload
    def update_user(
        self,
        user_id: str,
        *,
        password: str,
        email: str | NotGiven = NOT_GIVEN,
        first_name: str | NotGiven = NOT_GIVEN,
        last_name: str | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        email_verified: bool | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        external_id: str | None | NotGiven = NOT_GIVEN,
        locale: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> User: ...

    @overload
    def update_user(
        self,
        user_id: str,
        *,
        password_hash: str,
        password_hash_type: PasswordHashType,
        email: str | NotGiven = NOT_GIVEN,
        first_name: str | NotGiven = NOT_GIVEN,
        last_name: str | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        email_verified: bool | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        external_id: str | None | NotGiven = NOT_GIVEN,
        locale: str | None | NotGiven = NOT_GIVEN,
        password_salt_position: PasswordSaltPosition | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> User: ...

    def update_user(
        self,
        user_id: str,
        *,
        email: str | NotGiven = NOT_GIVEN,
        first_name: str | NotGiven = NOT_GIVEN,
        last_name: str | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        email_verified: bool | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        external_id: str | None | NotGiven = NOT_GIVEN,
        locale: str | None | NotGiven = NOT_GIVEN,
        password: str | NotGiven = NOT_GIVEN,
        password_hash: str | NotGiven = NOT_GIVEN,
        password_hash_type: PasswordHashType | NotGiven = NOT_GIVEN,
        password_salt_position: PasswordSaltPosition | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> User:
        """Update a user.

        What is left out stays as it is; `None` clears `metadata`, `external_id` and `locale`. Give either
        `password` or `password_hash` with `password_hash_type`.

        Args:
            user_id: The id of the user (`user_…`).
            email: The e-mail address.
            first_name: The first name.
            last_name: The last name.
            name: The full name.
            email_verified: Whether you made sure that the e-mail address is the user's.
            metadata: Your own data, up to 50 keys of at most 40 characters with values of at most 600
                characters. `None` removes it.
            external_id: Your own id for the user, unique in the environment, at most 128 ASCII characters.
                `None` removes it.
            locale: The language the user prefers, such as `en-US`. `None` removes it.
            password: The new password in plain text. It must be as strong as the environment demands.
            password_hash: The hash of a password that you take over from another system.
            password_hash_type: How `password_hash` was made.
            password_salt_position: Where the salt stood when `password_hash` was made, if that is not the usual
                place.

        Returns:
            The user after the change.

        Raises:
            BadRequestError: `code` or `error` is `password_strength_error`, `invalid_password_hash`,
                `password_and_password_hash_provided`, `password_and_password_hash_type_provided`,
                `password_salt_position_requires_password_hash`, `email_already_verified`, `invalid_metadata`,
                `external_id_already_used`, `email_change_not_allowed`, `email_not_available`, `invalid_email` or
                `invalid_locale`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
        """
        return self._caller.call(
            _UPDATE_USER,
            path={"user_id": user_id},
            body={
                "email": email,
                "first_name": first_name,
                "last_name": last_name,
                "name": name,
                "email_verified": email_verified,
                "metadata": metadata,
                "external_id": external_id,
                "locale": locale,
                "password": password,
                "password_hash": password_hash,
                "password_hash_type": password_hash_type,
                "password_salt_position": password_salt_position,
            },
            options=options,
        )

    def delete_user(self, user_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a user for good.

        This cannot be undone. Where the environment forbids it, the code is `user_deletion_not_allowed`.

        Args:
            user_id: The id of the user (`user_…`).

        Raises:
            ConflictError: `code` or `error` is `user_deletion_not_allowed`.
        """
        return self._caller.call(_DELETE_USER, path={"user_id": user_id}, options=options)

    def get_user_identities(self, user_id: str, *, options: RequestOptions | None = None) -> list[UserIdentity]:
        """Get the accounts at other providers that a user signs in with.

        A user has more than one after identity linking. Look at `type` before you rely on the other fields; today
        there are OAuth identities only.

        Args:
            user_id: The id of the user (`user_…`).

        Returns:
            The identities, all at once.
        """
        return self._caller.call(_GET_USER_IDENTITIES, path={"user_id": user_id}, options=options)
