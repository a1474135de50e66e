# Generated from workos_async/resources/user_management.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The methods of `workos.user_management`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, overload

from workos_core.http.operation import Exclusive, Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.requests import array
from workos_core.models.common import PaginationOrder
from workos_core.models.feature_flags import FeatureFlag
from workos_core.models.groups import Group
from workos_core.models.mfa import AuthenticationFactor
from workos_core.models.user_management import (
    AuthenticationResponse,
    AuthFactorEnrollment,
    AuthkitOauthResource,
    AuthorizationProvider,
    CorsOrigin,
    DeviceAuthorization,
    EmailChange,
    EmailVerification,
    Invitation,
    JsonWebKeySet,
    JwtTemplate,
    Locale,
    MagicAuth,
    OrganizationMembership,
    OrganizationMembershipStatus,
    PasswordHashType,
    PasswordReset,
    PasswordSaltPosition,
    RadarChallenge,
    RadarSmsChallenge,
    RedirectUri,
    ScreenHint,
    User,
    UserApiKey,
    UserApiKeyWithValue,
    UserAuthorizedApplication,
    UserIdentity,
    UserSession,
    Waitlist,
    WaitlistEntry,
    WaitlistEntryState,
)
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_sync._auth.session_methods import SessionMethods
from workos_sync._pagination.pager import Pager

if TYPE_CHECKING:
    pass

_LIST_AUTH_FACTORS: Operation[AuthenticationFactor] = Operation(
    "user_management.list_auth_factors",
    "GET",
    "/user_management/users/{user_id}/auth_factors",
    returns=AuthenticationFactor,
    limits=("authkit_reads",),
)
_ENROLL_AUTH_FACTOR: Operation[AuthFactorEnrollment] = Operation(
    "user_management.enroll_auth_factor",
    "POST",
    "/user_management/users/{user_id}/auth_factors",
    returns=AuthFactorEnrollment,
    limits=("authkit_writes",),
)
_AUTHENTICATE_WITH_PASSWORD: Operation[AuthenticationResponse] = Operation(
    "user_management.authenticate_with_password",
    "POST",
    "/user_management/authenticate",
    returns=AuthenticationResponse,
    credentials="body",
    single_use=True,
    limits=("authentication", "authkit_writes"),
)
_AUTHENTICATE_WITH_CODE: Operation[AuthenticationResponse] = Operation(
    "user_management.authenticate_with_code",
    "POST",
    "/user_management/authenticate",
    returns=AuthenticationResponse,
    credentials="body",
    single_use=True,
    limits=("authentication", "authkit_writes"),
)
_AUTHENTICATE_WITH_REFRESH_TOKEN: Operation[AuthenticationResponse] = Operation(
    "user_management.authenticate_with_refresh_token",
    "POST",
    "/user_management/authenticate",
    returns=AuthenticationResponse,
    credentials="body",
    single_use=True,
    limits=("authentication", "authkit_writes"),
)
_AUTHENTICATE_WITH_MAGIC_AUTH: Operation[AuthenticationResponse] = Operation(
    "user_management.authenticate_with_magic_auth",
    "POST",
    "/user_management/authenticate",
    returns=AuthenticationResponse,
    credentials="body",
    single_use=True,
    limits=("authentication", "authkit_writes"),
)
_AUTHENTICATE_WITH_EMAIL_VERIFICATION: Operation[AuthenticationResponse] = Operation(
    "user_management.authenticate_with_email_verification",
    "POST",
    "/user_management/authenticate",
    returns=AuthenticationResponse,
    credentials="body",
    single_use=True,
    limits=("authentication", "authkit_writes"),
)
_AUTHENTICATE_WITH_TOTP: Operation[AuthenticationResponse] = Operation(
    "user_management.authenticate_with_totp",
    "POST",
    "/user_management/authenticate",
    returns=AuthenticationResponse,
    credentials="body",
    single_use=True,
    limits=("authentication", "authkit_writes"),
)
_AUTHENTICATE_WITH_ORGANIZATION_SELECTION: Operation[AuthenticationResponse] = Operation(
    "user_management.authenticate_with_organization_selection",
    "POST",
    "/user_management/authenticate",
    returns=AuthenticationResponse,
    credentials="body",
    single_use=True,
    limits=("authentication", "authkit_writes"),
)
_AUTHENTICATE_WITH_RADAR_EMAIL_CHALLENGE: Operation[AuthenticationResponse] = Operation(
    "user_management.authenticate_with_radar_email_challenge",
    "POST",
    "/user_management/authenticate",
    returns=AuthenticationResponse,
    credentials="body",
    single_use=True,
    limits=("authentication", "authkit_writes"),
)
_AUTHENTICATE_WITH_RADAR_SMS_CHALLENGE: Operation[AuthenticationResponse] = Operation(
    "user_management.authenticate_with_radar_sms_challenge",
    "POST",
    "/user_management/authenticate",
    returns=AuthenticationResponse,
    credentials="body",
    single_use=True,
    limits=("authentication", "authkit_writes"),
)
_AUTHENTICATE_WITH_DEVICE_CODE: Operation[AuthenticationResponse] = Operation(
    "user_management.authenticate_with_device_code",
    "POST",
    "/user_management/authenticate",
    returns=AuthenticationResponse,
    credentials="body",
    single_use=True,
    limits=("authentication", "authkit_writes"),
)
_GET_AUTHORIZATION_URL: Operation[str] = Operation(
    "user_management.get_authorization_url",
    "GET",
    "/user_management/authorize",
    credentials="none",
    exclusive=(Exclusive((("connection_id",), ("organization_id",), ("provider",)), required=True),),
    styles={"provider_query_params": "brackets", "provider_scopes": "comma"},
    limits=("authkit_reads",),
)
_LIST_USER_AUTHORIZED_APPLICATIONS: Operation[UserAuthorizedApplication] = Operation(
    "user_management.list_user_authorized_applications",
    "GET",
    "/user_management/users/{user_id}/authorized_applications",
    returns=UserAuthorizedApplication,
    limits=("authkit_reads",),
)
_DELETE_USER_AUTHORIZED_APPLICATION: Operation[None] = Operation(
    "user_management.delete_user_authorized_application",
    "DELETE",
    "/user_management/users/{user_id}/authorized_applications/{application_id}",
    limits=("authkit_writes",),
)
_CREATE_DEVICE_AUTHORIZATION: Operation[DeviceAuthorization] = Operation(
    "user_management.create_device_authorization",
    "POST",
    "/user_management/authorize/device",
    returns=DeviceAuthorization,
    credentials="none",
    limits=("authkit_writes",),
)
_GET_EMAIL_VERIFICATION: Operation[EmailVerification] = Operation(
    "user_management.get_email_verification",
    "GET",
    "/user_management/email_verification/{email_verification_id}",
    returns=EmailVerification,
    limits=("authkit_reads",),
)
_SEND_VERIFICATION_EMAIL: Operation[User] = Operation(
    "user_management.send_verification_email",
    "POST",
    "/user_management/users/{user_id}/email_verification/send",
    returns=User,
    wrapped="user",
    limits=("email_verification", "authkit_writes"),
    optional_body=True,
)
_VERIFY_EMAIL: Operation[User] = Operation(
    "user_management.verify_email",
    "POST",
    "/user_management/users/{user_id}/email_verification/confirm",
    returns=User,
    wrapped="user",
    single_use=True,
    limits=("authkit_writes",),
)
_SEND_EMAIL_CHANGE: Operation[EmailChange] = Operation(
    "user_management.send_email_change",
    "POST",
    "/user_management/users/{user_id}/email_change/send",
    returns=EmailChange,
    limits=("authkit_writes",),
)
_CONFIRM_EMAIL_CHANGE: Operation[User] = Operation(
    "user_management.confirm_email_change",
    "POST",
    "/user_management/users/{user_id}/email_change/confirm",
    returns=User,
    wrapped="user",
    single_use=True,
    limits=("authkit_writes",),
)
_LIST_USER_FEATURE_FLAGS: Operation[FeatureFlag] = Operation(
    "user_management.list_user_feature_flags",
    "GET",
    "/user_management/users/{user_id}/feature-flags",
    returns=FeatureFlag,
    limits=("authkit_reads",),
)
_LIST_INVITATIONS: Operation[Invitation] = Operation(
    "user_management.list_invitations",
    "GET",
    "/user_management/invitations",
    returns=Invitation,
    limits=("authkit_reads",),
)
_SEND_INVITATION: Operation[Invitation] = Operation(
    "user_management.send_invitation",
    "POST",
    "/user_management/invitations",
    returns=Invitation,
    limits=("authkit_writes",),
)
_FIND_INVITATION_BY_TOKEN: Operation[Invitation] = Operation(
    "user_management.find_invitation_by_token",
    "GET",
    "/user_management/invitations/by_token/{token}",
    returns=Invitation,
    limits=("authkit_reads",),
)
_GET_INVITATION: Operation[Invitation] = Operation(
    "user_management.get_invitation",
    "GET",
    "/user_management/invitations/{invitation_id}",
    returns=Invitation,
    limits=("authkit_reads",),
)
_ACCEPT_INVITATION: Operation[Invitation] = Operation(
    "user_management.accept_invitation",
    "POST",
    "/user_management/invitations/{invitation_id}/accept",
    returns=Invitation,
    single_use=True,
    limits=("authkit_writes",),
)
_RESEND_INVITATION: Operation[Invitation] = Operation(
    "user_management.resend_invitation",
    "POST",
    "/user_management/invitations/{invitation_id}/resend",
    returns=Invitation,
    limits=("authkit_writes",),
)
_REVOKE_INVITATION: Operation[Invitation] = Operation(
    "user_management.revoke_invitation",
    "POST",
    "/user_management/invitations/{invitation_id}/revoke",
    returns=Invitation,
    limits=("authkit_writes",),
)
_CREATE_MAGIC_AUTH: Operation[MagicAuth] = Operation(
    "user_management.create_magic_auth",
    "POST",
    "/user_management/magic_auth",
    returns=MagicAuth,
    limits=("magic_auth", "authkit_writes"),
)
_GET_MAGIC_AUTH: Operation[MagicAuth] = Operation(
    "user_management.get_magic_auth",
    "GET",
    "/user_management/magic_auth/{magic_auth_id}",
    returns=MagicAuth,
    limits=("authkit_reads",),
)
_LIST_ORGANIZATION_MEMBERSHIP_GROUPS: Operation[Group] = Operation(
    "user_management.list_organization_membership_groups",
    "GET",
    "/user_management/organization_memberships/{organization_membership_id}/groups",
    returns=Group,
    limits=("authkit_reads",),
)
_LIST_ORGANIZATION_MEMBERSHIPS: Operation[OrganizationMembership] = Operation(
    "user_management.list_organization_memberships",
    "GET",
    "/user_management/organization_memberships",
    returns=OrganizationMembership,
    any_of=("organization_id", "user_id"),
    styles={"statuses": "comma"},
    limits=("authkit_reads",),
)
_CREATE_ORGANIZATION_MEMBERSHIP: Operation[OrganizationMembership] = Operation(
    "user_management.create_organization_membership",
    "POST",
    "/user_management/organization_memberships",
    returns=OrganizationMembership,
    exclusive=(Exclusive((("role_slug",), ("role_slugs",))),),
    limits=("authkit_writes",),
)
_GET_ORGANIZATION_MEMBERSHIP: Operation[OrganizationMembership] = Operation(
    "user_management.get_organization_membership",
    "GET",
    "/user_management/organization_memberships/{organization_membership_id}",
    returns=OrganizationMembership,
    limits=("authkit_reads",),
)
_UPDATE_ORGANIZATION_MEMBERSHIP: Operation[OrganizationMembership] = Operation(
    "user_management.update_organization_membership",
    "PUT",
    "/user_management/organization_memberships/{organization_membership_id}",
    returns=OrganizationMembership,
    exclusive=(Exclusive((("role_slug",), ("role_slugs",))),),
    limits=("authkit_writes",),
)
_DELETE_ORGANIZATION_MEMBERSHIP: Operation[None] = Operation(
    "user_management.delete_organization_membership",
    "DELETE",
    "/user_management/organization_memberships/{organization_membership_id}",
    limits=("authkit_writes",),
)
_DEACTIVATE_ORGANIZATION_MEMBERSHIP: Operation[OrganizationMembership] = Operation(
    "user_management.deactivate_organization_membership",
    "PUT",
    "/user_management/organization_memberships/{organization_membership_id}/deactivate",
    returns=OrganizationMembership,
    limits=("authkit_writes",),
)
_REACTIVATE_ORGANIZATION_MEMBERSHIP: Operation[OrganizationMembership] = Operation(
    "user_management.reactivate_organization_membership",
    "PUT",
    "/user_management/organization_memberships/{organization_membership_id}/reactivate",
    returns=OrganizationMembership,
    limits=("authkit_writes",),
)
_CREATE_PASSWORD_RESET: Operation[PasswordReset] = Operation(
    "user_management.create_password_reset",
    "POST",
    "/user_management/password_reset",
    returns=PasswordReset,
    limits=("password_reset", "authkit_writes"),
)
_RESET_PASSWORD: Operation[User] = Operation(
    "user_management.reset_password",
    "POST",
    "/user_management/password_reset/confirm",
    returns=User,
    wrapped="user",
    single_use=True,
    limits=("authkit_writes",),
)
_GET_PASSWORD_RESET: Operation[PasswordReset] = Operation(
    "user_management.get_password_reset",
    "GET",
    "/user_management/password_reset/{password_reset_id}",
    returns=PasswordReset,
    limits=("authkit_reads",),
)
_CREATE_RADAR_CHALLENGE: Operation[RadarSmsChallenge] = Operation(
    "user_management.create_radar_challenge",
    "POST",
    "/user_management/radar_challenges",
    returns=RadarSmsChallenge,
    limits=("authkit_writes",),
)
_GET_RADAR_CHALLENGE: Operation[RadarChallenge] = Operation(
    "user_management.get_radar_challenge",
    "GET",
    "/user_management/radar_challenges/{radar_challenge_id}",
    returns=RadarChallenge,
    limits=("authkit_reads",),
)
_LIST_SESSIONS: Operation[UserSession] = Operation(
    "user_management.list_sessions",
    "GET",
    "/user_management/users/{user_id}/sessions",
    returns=UserSession,
    limits=("authkit_reads",),
)
_REVOKE_SESSION: Operation[None] = Operation(
    "user_management.revoke_session",
    "POST",
    "/user_management/sessions/revoke",
    limits=("authkit_writes",),
)
_GET_LOGOUT_URL: Operation[str] = Operation(
    "user_management.get_logout_url",
    "GET",
    "/user_management/sessions/logout",
    credentials="none",
    limits=("authkit_reads",),
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
_LIST_CORS_ORIGINS: Operation[CorsOrigin] = Operation(
    "user_management.list_cors_origins",
    "GET",
    "/user_management/cors_origins",
    returns=CorsOrigin,
    limits=("authkit_reads",),
)
_CREATE_CORS_ORIGIN: Operation[CorsOrigin] = Operation(
    "user_management.create_cors_origin",
    "POST",
    "/user_management/cors_origins",
    returns=CorsOrigin,
    limits=("authkit_writes",),
)
_LIST_REDIRECT_URIS: Operation[RedirectUri] = Operation(
    "user_management.list_redirect_uris",
    "GET",
    "/user_management/redirect_uris",
    returns=RedirectUri,
    limits=("authkit_reads",),
)
_CREATE_REDIRECT_URI: Operation[RedirectUri] = Operation(
    "user_management.create_redirect_uri",
    "POST",
    "/user_management/redirect_uris",
    returns=RedirectUri,
    limits=("authkit_writes",),
)
_DELETE_REDIRECT_URI: Operation[None] = Operation(
    "user_management.delete_redirect_uri",
    "DELETE",
    "/user_management/redirect_uris/{redirect_uri_id}",
    limits=("authkit_writes",),
)
_GET_JWT_TEMPLATE: Operation[JwtTemplate] = Operation(
    "user_management.get_jwt_template",
    "GET",
    "/user_management/jwt_template",
    returns=JwtTemplate,
    limits=("authkit_reads",),
)
_UPDATE_JWT_TEMPLATE: Operation[JwtTemplate] = Operation(
    "user_management.update_jwt_template",
    "PUT",
    "/user_management/jwt_template",
    returns=JwtTemplate,
    limits=("authkit_writes",),
)
_LIST_AUTHKIT_OAUTH_RESOURCES: Operation[AuthkitOauthResource] = Operation(
    "user_management.list_authkit_oauth_resources",
    "GET",
    "/user_management/authkit_oauth_resources",
    returns=AuthkitOauthResource,
    limits=("authkit_reads",),
)
_CREATE_AUTHKIT_OAUTH_RESOURCE: Operation[AuthkitOauthResource] = Operation(
    "user_management.create_authkit_oauth_resource",
    "POST",
    "/user_management/authkit_oauth_resources",
    returns=AuthkitOauthResource,
    limits=("authkit_writes",),
)
_DELETE_AUTHKIT_OAUTH_RESOURCE: Operation[None] = Operation(
    "user_management.delete_authkit_oauth_resource",
    "DELETE",
    "/user_management/authkit_oauth_resources/{authkit_oauth_resource_id}",
    limits=("authkit_writes",),
)
_LIST_USER_API_KEYS: Operation[UserApiKey] = Operation(
    "user_management.list_user_api_keys",
    "GET",
    "/user_management/users/{user_id}/api_keys",
    returns=UserApiKey,
    limits=("authkit_reads",),
)
_CREATE_USER_API_KEY: Operation[UserApiKeyWithValue] = Operation(
    "user_management.create_user_api_key",
    "POST",
    "/user_management/users/{user_id}/api_keys",
    returns=UserApiKeyWithValue,
    limits=("authkit_writes",),
)
_LIST_USERS: Operation[User] = Operation(
    "user_management.list_users",
    "GET",
    "/user_management/users",
    returns=User,
    limits=("authkit_reads",),
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
    limits=("authkit_writes",),
)
_GET_USER_BY_EXTERNAL_ID: Operation[User] = Operation(
    "user_management.get_user_by_external_id",
    "GET",
    "/user_management/users/external_id/{external_id}",
    returns=User,
    limits=("authkit_reads",),
)
_GET_USER: Operation[User] = Operation(
    "user_management.get_user",
    "GET",
    "/user_management/users/{user_id}",
    returns=User,
    limits=("authkit_reads",),
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
    limits=("authkit_writes",),
)
_DELETE_USER: Operation[None] = Operation(
    "user_management.delete_user",
    "DELETE",
    "/user_management/users/{user_id}",
    limits=("authkit_writes",),
)
_GET_USER_IDENTITIES: Operation[list[UserIdentity]] = Operation(
    "user_management.get_user_identities",
    "GET",
    "/user_management/users/{user_id}/identities",
    returns=list[UserIdentity],
    limits=("authkit_reads",),
)
_LIST_WAITLISTS: Operation[list[Waitlist]] = Operation(
    "user_management.list_waitlists",
    "GET",
    "/user_management/waitlists",
    returns=list[Waitlist],
    wrapped="data",
    limits=("authkit_reads",),
)
_GET_WAITLIST: Operation[Waitlist] = Operation(
    "user_management.get_waitlist",
    "GET",
    "/user_management/waitlists/{waitlist_id}",
    returns=Waitlist,
    limits=("authkit_reads",),
)
_LIST_WAITLIST_ENTRIES: Operation[WaitlistEntry] = Operation(
    "user_management.list_waitlist_entries",
    "GET",
    "/user_management/waitlists/{waitlist_id}/entries",
    returns=WaitlistEntry,
    limits=("authkit_reads",),
)
_CREATE_WAITLIST_ENTRY: Operation[WaitlistEntry] = Operation(
    "user_management.create_waitlist_entry",
    "POST",
    "/user_management/waitlists/{waitlist_id}/entries",
    returns=WaitlistEntry,
    limits=("authkit_writes",),
)
_DELETE_WAITLIST_ENTRY: Operation[None] = Operation(
    "user_management.delete_waitlist_entry",
    "DELETE",
    "/user_management/waitlist_entries/{waitlist_entry_id}",
    limits=("authkit_writes",),
)
_APPROVE_WAITLIST_ENTRY: Operation[WaitlistEntry] = Operation(
    "user_management.approve_waitlist_entry",
    "POST",
    "/user_management/waitlist_entries/{waitlist_entry_id}/approve",
    returns=WaitlistEntry,
    limits=("authkit_writes",),
)
_DENY_WAITLIST_ENTRY: Operation[WaitlistEntry] = Operation(
    "user_management.deny_waitlist_entry",
    "POST",
    "/user_management/waitlist_entries/{waitlist_entry_id}/deny",
    returns=WaitlistEntry,
    limits=("authkit_writes",),
)


class UserManagement(SessionMethods):
    """The people who sign in to your application: their accounts, memberships in organizations, sessions, and
    every way to sign in.

    Documented limit: 10 per 60 seconds. Sign-in attempts of one e-mail address or one challenge.

    Documented limit: 1000 per 10 seconds. Reads below /user_management in one environment.

    Documented limit: 500 per 10 seconds. Writes below /user_management in one environment.

    Every method that sends a request takes `options`: timeout, retries and headers of that call alone.
    """

    def list_auth_factors(
        self,
        user_id: str,
        *,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[AuthenticationFactor]:
        """List the second factors of a user.

        Args:
            user_id: The id of the user (`user_…`).
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
        """
        return Pager(
            self._requestor,
            _LIST_AUTH_FACTORS,
            path={"user_id": user_id},
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    def enroll_auth_factor(
        self,
        user_id: str,
        *,
        totp_issuer: str | NotGiven = NOT_GIVEN,
        totp_user: str | NotGiven = NOT_GIVEN,
        totp_secret: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthFactorEnrollment:
        """Enroll an authenticator app as the second factor of a user.

        The answer has the secret and the QR code, which are shown only this once, and a first challenge: verify it
        with the app's code (`mfa.verify_challenge`) so that you know the app is set up.

        Args:
            user_id: The id of the user (`user_…`).
            totp_issuer: The name of your application as the authenticator app shows it.
            totp_user: The name of the account as the authenticator app shows it, such as an e-mail address.
            totp_secret: A secret the person already has in an authenticator app, in base32, when you bring it
                from another system.

        Returns:
            The factor and a first challenge.
        """
        return self._requestor.call(
            _ENROLL_AUTH_FACTOR,
            path={"user_id": user_id},
            body={"type": "totp", "totp_issuer": totp_issuer, "totp_user": totp_user, "totp_secret": totp_secret},
            options=options,
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
        `pending_authentication_token` to go on with. Ten attempts in a minute are allowed for an e-mail address or
        a challenge.

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
            BadRequestError: `code` or `error` is `invalid_credentials`, `invalid_client`,
                `unauthorized_client`, `invalid_profile`, `invitation_invalid`,
                `invitation_cannot_be_used_for_email`, `authentication_method_not_allowed`, `invalid_connection`,
                `sign_up_not_allowed`, `organization_authentication_methods_required`, `extra_attributes_required`,
                `invalid_request`, `mfa_enrollment`, `token_too_big` or `sso_required`.
            PermissionDeniedError: `code` or `error` is `mfa_enrollment`, `mfa_challenge`,
                `authentication_method_not_allowed`, `email_verification_required`, `email_password_auth_disabled`,
                `organization_selection_required`, `passkey_progressive_enrollment`, `radar_challenge`,
                `radar_sign_up_challenge`, `radar_sms_sign_in_challenge` or `application_consent_required`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded` or `too_many_requests`.
        """
        return self._requestor.call(
            _AUTHENTICATE_WITH_PASSWORD,
            body={
                "grant_type": "password",
                "client_id": self._requestor.require_client_id(client_id),
                "client_secret": self._requestor.require_api_key(),
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
            BadRequestError: `code` or `error` is `code_challenge_not_found`, `invalid_client`,
                `unauthorized_client`, `invalid_profile`, `invitation_invalid`,
                `invitation_cannot_be_used_for_email`, `authentication_method_not_allowed`, `invalid_connection`,
                `sign_up_not_allowed`, `organization_authentication_methods_required`, `extra_attributes_required`,
                `pkce_not_supported`, `invalid_grant`, `invalid_request`, `mfa_enrollment`, `token_too_big` or
                `sso_required`.
            PermissionDeniedError: `code` or `error` is `mfa_enrollment`, `mfa_challenge`,
                `authentication_method_not_allowed`, `email_verification_required`,
                `organization_selection_required`, `passkey_progressive_enrollment`, `radar_challenge`,
                `radar_sign_up_challenge`, `radar_sms_sign_in_challenge` or `application_consent_required`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded` or `too_many_requests`.
        """
        return self._requestor.call(
            _AUTHENTICATE_WITH_CODE,
            body={
                "grant_type": "authorization_code",
                "client_id": self._requestor.require_client_id(client_id),
                "client_secret": self._requestor.api_key_or_not_given(),
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
            BadRequestError: `code` or `error` is `invalid_organization_id`, `invalid_client`,
                `unauthorized_client`, `invalid_profile`, `authentication_method_not_allowed`, `invalid_connection`,
                `sign_up_not_allowed`, `organization_authentication_methods_required`, `extra_attributes_required`,
                `invalid_grant`, `invalid_request`, `organization_not_found`, `organization_membership_not_found`,
                `mfa_enrollment`, `token_too_big` or `sso_required`.
            PermissionDeniedError: `code` or `error` is `mfa_enrollment`, `mfa_challenge`,
                `authentication_method_not_allowed`, `email_verification_required`,
                `organization_selection_required`, `passkey_progressive_enrollment`, `radar_challenge`,
                `radar_sign_up_challenge`, `radar_sms_sign_in_challenge` or `application_consent_required`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded` or `too_many_requests`.
        """
        return self._requestor.call(
            _AUTHENTICATE_WITH_REFRESH_TOKEN,
            body={
                "grant_type": "refresh_token",
                "client_id": self._requestor.require_client_id(client_id),
                "client_secret": self._requestor.api_key_or_not_given(),
                "refresh_token": refresh_token,
                "organization_id": organization_id,
                "ip_address": ip_address,
                "device_id": device_id,
                "user_agent": user_agent,
            },
            options=options,
        )

    def authenticate_with_magic_auth(
        self,
        *,
        code: str,
        email: str,
        client_id: str | None = None,
        invitation_token: str | NotGiven = NOT_GIVEN,
        ip_address: str | NotGiven = NOT_GIVEN,
        device_id: str | NotGiven = NOT_GIVEN,
        user_agent: str | NotGiven = NOT_GIVEN,
        radar_auth_attempt_id: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthenticationResponse:
        """Sign a user in with the Magic Auth code from an e-mail.

        The code is valid for ten minutes. A sign-in with it also proves that the e-mail address is the user's.

        Args:
            client_id: The client id of the environment (`client_…`). None takes that of the client.
            code: The six digits from the e-mail. They work once.
            email: The e-mail address the code was made for.
            invitation_token: The token of the invitation that the user accepts by signing in.
            ip_address: The IP address the sign-in came from.
            device_id: Your own id for the device the sign-in came from.
            user_agent: The `User-Agent` header of the browser the sign-in came from.
            radar_auth_attempt_id: The id of the attempt that Radar recorded before, as `radar_auth_attempt_id`
                of the Magic Auth code named it.

        Returns:
            The user and the tokens of the session.

        Raises:
            BadRequestError: `code` or `error` is `invalid_one_time_code`, `one_time_code_previously_used`,
                `one_time_code_expired`, `one_time_code_too_many_attempts`, `user_mismatch`, `invalid_client`,
                `unauthorized_client`, `invalid_profile`, `invitation_invalid`,
                `invitation_cannot_be_used_for_email`, `authentication_method_not_allowed`, `invalid_connection`,
                `sign_up_not_allowed`, `organization_authentication_methods_required`,
                `invalid_link_authorization_code`, `extra_attributes_required`, `invalid_request`, `mfa_enrollment`,
                `token_too_big` or `sso_required`.
            PermissionDeniedError: `code` or `error` is `mfa_enrollment`, `mfa_challenge`,
                `authentication_method_not_allowed`, `email_verification_required`,
                `organization_selection_required`, `passkey_progressive_enrollment`, `radar_challenge`,
                `radar_sign_up_challenge`, `radar_sms_sign_in_challenge` or `application_consent_required`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded` or `too_many_requests`.
        """
        return self._requestor.call(
            _AUTHENTICATE_WITH_MAGIC_AUTH,
            body={
                "grant_type": "urn:workos:oauth:grant-type:magic-auth:code",
                "client_id": self._requestor.require_client_id(client_id),
                "client_secret": self._requestor.require_api_key(),
                "code": code,
                "email": email,
                "invitation_token": invitation_token,
                "ip_address": ip_address,
                "device_id": device_id,
                "user_agent": user_agent,
                "radar_auth_attempt_id": radar_auth_attempt_id,
            },
            options=options,
        )

    def authenticate_with_email_verification(
        self,
        *,
        code: str,
        pending_authentication_token: str,
        client_id: str | None = None,
        ip_address: str | NotGiven = NOT_GIVEN,
        device_id: str | NotGiven = NOT_GIVEN,
        user_agent: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthenticationResponse:
        """Go on with a sign-in that failed with `email_verification_required`.

        The user types the code from the verification mail, which proves the e-mail address and completes the
        sign-in. Where the environment does not send that mail itself, get the code with `get_email_verification`
        and send it yourself.

        Args:
            client_id: The client id of the environment (`client_…`). None takes that of the client.
            code: The code from the verification mail.
            pending_authentication_token: The token from the error that the first attempt failed with.
            ip_address: The IP address the sign-in came from.
            device_id: Your own id for the device the sign-in came from.
            user_agent: The `User-Agent` header of the browser the sign-in came from.

        Returns:
            The user and the tokens of the session.

        Raises:
            BadRequestError: `code` or `error` is `invalid_one_time_code`, `one_time_code_previously_used`,
                `one_time_code_expired`, `one_time_code_too_many_attempts`, `invalid_pending_authentication_token`,
                `user_mismatch`, `invalid_client`, `unauthorized_client`, `invalid_profile`,
                `authentication_method_not_allowed`, `invalid_connection`, `sign_up_not_allowed`,
                `organization_authentication_methods_required`, `extra_attributes_required`, `invalid_request`,
                `mfa_enrollment`, `token_too_big` or `sso_required`.
            PermissionDeniedError: `code` or `error` is `mfa_enrollment`, `mfa_challenge`,
                `authentication_method_not_allowed`, `email_verification_required`,
                `organization_selection_required`, `passkey_progressive_enrollment`, `radar_challenge`,
                `radar_sign_up_challenge`, `radar_sms_sign_in_challenge` or `application_consent_required`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded` or `too_many_requests`.
        """
        return self._requestor.call(
            _AUTHENTICATE_WITH_EMAIL_VERIFICATION,
            body={
                "grant_type": "urn:workos:oauth:grant-type:email-verification:code",
                "client_id": self._requestor.require_client_id(client_id),
                "client_secret": self._requestor.require_api_key(),
                "code": code,
                "pending_authentication_token": pending_authentication_token,
                "ip_address": ip_address,
                "device_id": device_id,
                "user_agent": user_agent,
            },
            options=options,
        )

    def authenticate_with_totp(
        self,
        *,
        code: str,
        pending_authentication_token: str,
        authentication_challenge_id: str,
        client_id: str | None = None,
        ip_address: str | NotGiven = NOT_GIVEN,
        device_id: str | NotGiven = NOT_GIVEN,
        user_agent: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthenticationResponse:
        """Go on with a sign-in that failed with `mfa_challenge` or `mfa_enrollment`.

        Challenge one of the user's factors first, with `mfa.challenge_factor`; the user then types the code that
        the authenticator app shows.

        Args:
            client_id: The client id of the environment (`client_…`). None takes that of the client.
            code: The code that the authenticator app shows.
            pending_authentication_token: The token from the error that the first attempt failed with.
            authentication_challenge_id: The id of the challenge of the factor (`auth_challenge_…`).
            ip_address: The IP address the sign-in came from.
            device_id: Your own id for the device the sign-in came from.
            user_agent: The `User-Agent` header of the browser the sign-in came from.

        Returns:
            The user and the tokens of the session.

        Raises:
            BadRequestError: `code` or `error` is `invalid_one_time_code`, `one_time_code_previously_used`,
                `one_time_code_expired`, `one_time_code_too_many_attempts`, `invalid_pending_authentication_token`,
                `user_mismatch`, `invalid_client`, `unauthorized_client`, `invalid_profile`,
                `authentication_method_not_allowed`, `invalid_connection`, `sign_up_not_allowed`,
                `organization_authentication_methods_required`, `extra_attributes_required`, `invalid_request`,
                `mfa_enrollment`, `token_too_big` or `sso_required`.
            PermissionDeniedError: `code` or `error` is `mfa_enrollment`, `mfa_challenge`,
                `authentication_method_not_allowed`, `email_verification_required`,
                `organization_selection_required`, `passkey_progressive_enrollment`, `radar_challenge`,
                `radar_sign_up_challenge`, `radar_sms_sign_in_challenge` or `application_consent_required`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded` or `too_many_requests`.
        """
        return self._requestor.call(
            _AUTHENTICATE_WITH_TOTP,
            body={
                "grant_type": "urn:workos:oauth:grant-type:mfa-totp",
                "client_id": self._requestor.require_client_id(client_id),
                "client_secret": self._requestor.require_api_key(),
                "code": code,
                "pending_authentication_token": pending_authentication_token,
                "authentication_challenge_id": authentication_challenge_id,
                "ip_address": ip_address,
                "device_id": device_id,
                "user_agent": user_agent,
            },
            options=options,
        )

    def authenticate_with_organization_selection(
        self,
        *,
        pending_authentication_token: str,
        organization_id: str,
        client_id: str | None = None,
        ip_address: str | NotGiven = NOT_GIVEN,
        device_id: str | NotGiven = NOT_GIVEN,
        user_agent: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthenticationResponse:
        """Go on with a sign-in that failed with `organization_selection_required`.

        The error lists the organizations the user may choose from.

        Args:
            client_id: The client id of the environment (`client_…`). None takes that of the client.
            pending_authentication_token: The token from the error that the first attempt failed with.
            organization_id: The id of the organization the user chose (`org_…`).
            ip_address: The IP address the sign-in came from.
            device_id: Your own id for the device the sign-in came from.
            user_agent: The `User-Agent` header of the browser the sign-in came from.

        Returns:
            The user and the tokens of the session.

        Raises:
            BadRequestError: `code` or `error` is `invalid_organization_id`,
                `invalid_pending_authentication_token`, `invalid_client`, `unauthorized_client`, `invalid_profile`,
                `authentication_method_not_allowed`, `invalid_connection`, `sign_up_not_allowed`,
                `organization_authentication_methods_required`, `extra_attributes_required`, `invalid_request`,
                `organization_not_found`, `organization_membership_not_found`, `mfa_enrollment`, `token_too_big` or
                `sso_required`.
            PermissionDeniedError: `code` or `error` is `mfa_enrollment`, `mfa_challenge`,
                `authentication_method_not_allowed`, `email_verification_required`,
                `organization_selection_required`, `passkey_progressive_enrollment`, `radar_challenge`,
                `radar_sign_up_challenge`, `radar_sms_sign_in_challenge` or `application_consent_required`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded` or `too_many_requests`.
        """
        return self._requestor.call(
            _AUTHENTICATE_WITH_ORGANIZATION_SELECTION,
            body={
                "grant_type": "urn:workos:oauth:grant-type:organization-selection",
                "client_id": self._requestor.require_client_id(client_id),
                "client_secret": self._requestor.require_api_key(),
                "pending_authentication_token": pending_authentication_token,
                "organization_id": organization_id,
                "ip_address": ip_address,
                "device_id": device_id,
                "user_agent": user_agent,
            },
            options=options,
        )

    def authenticate_with_radar_email_challenge(
        self,
        *,
        code: str,
        radar_challenge_id: str,
        pending_authentication_token: str,
        client_id: str | None = None,
        ip_address: str | NotGiven = NOT_GIVEN,
        device_id: str | NotGiven = NOT_GIVEN,
        user_agent: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthenticationResponse:
        """Go on with a sign-in for which Radar sent the user a code by e-mail.

        When more is needed, such as a second factor or the choice of an organization, the request fails with a
        `pending_authentication_token` to go on with. Ten attempts in a minute are allowed for an e-mail address or
        a challenge.

        Args:
            client_id: The client id of the environment (`client_…`). None takes that of the client.
            code: The code from the e-mail.
            radar_challenge_id: The id of the challenge that Radar made.
            pending_authentication_token: The token from the error that the first attempt failed with.
            ip_address: The IP address the sign-in came from.
            device_id: Your own id for the device the sign-in came from.
            user_agent: The `User-Agent` header of the browser the sign-in came from.

        Returns:
            The user and the tokens of the session.

        Raises:
            BadRequestError: `code` or `error` is `invalid_one_time_code`, `one_time_code_previously_used`,
                `one_time_code_expired`, `one_time_code_too_many_attempts`, `invalid_pending_authentication_token`,
                `user_mismatch`, `invalid_client`, `unauthorized_client`, `invalid_profile`,
                `authentication_method_not_allowed`, `invalid_connection`, `sign_up_not_allowed`,
                `organization_authentication_methods_required`, `extra_attributes_required`, `invalid_request`,
                `mfa_enrollment`, `token_too_big` or `sso_required`.
            PermissionDeniedError: `code` or `error` is `mfa_enrollment`, `mfa_challenge`,
                `authentication_method_not_allowed`, `email_verification_required`,
                `organization_selection_required`, `passkey_progressive_enrollment`, `radar_challenge`,
                `radar_sign_up_challenge`, `radar_sms_sign_in_challenge` or `application_consent_required`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded` or `too_many_requests`.
        """
        return self._requestor.call(
            _AUTHENTICATE_WITH_RADAR_EMAIL_CHALLENGE,
            body={
                "grant_type": "urn:workos:oauth:grant-type:radar-email-challenge:code",
                "client_id": self._requestor.require_client_id(client_id),
                "client_secret": self._requestor.require_api_key(),
                "code": code,
                "radar_challenge_id": radar_challenge_id,
                "pending_authentication_token": pending_authentication_token,
                "ip_address": ip_address,
                "device_id": device_id,
                "user_agent": user_agent,
            },
            options=options,
        )

    def authenticate_with_radar_sms_challenge(
        self,
        *,
        code: str,
        pending_authentication_token: str,
        client_id: str | None = None,
        verification_id: str | NotGiven = NOT_GIVEN,
        phone_number: str | NotGiven = NOT_GIVEN,
        ip_address: str | NotGiven = NOT_GIVEN,
        device_id: str | NotGiven = NOT_GIVEN,
        user_agent: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthenticationResponse:
        """Go on with a sign-in for which Radar sent the user a code by SMS.

        The SMS is asked for with `create_radar_challenge`, whose answer has the `verification_id`.

        Args:
            client_id: The client id of the environment (`client_…`). None takes that of the client.
            code: The code from the SMS.
            verification_id: The id of the verification, from the answer to `create_radar_challenge`.
            phone_number: The telephone number the SMS went to.
            pending_authentication_token: The token from the error that the first attempt failed with.
            ip_address: The IP address the sign-in came from.
            device_id: Your own id for the device the sign-in came from.
            user_agent: The `User-Agent` header of the browser the sign-in came from.

        Returns:
            The user and the tokens of the session.

        Raises:
            BadRequestError: `code` or `error` is `invalid_one_time_code`, `one_time_code_previously_used`,
                `one_time_code_expired`, `one_time_code_too_many_attempts`, `invalid_pending_authentication_token`,
                `user_mismatch`, `phone_number_required`, `verification_id_required`, `invalid_client`,
                `unauthorized_client`, `invalid_profile`, `authentication_method_not_allowed`, `invalid_connection`,
                `sign_up_not_allowed`, `organization_authentication_methods_required`, `extra_attributes_required`,
                `invalid_request`, `mfa_enrollment`, `token_too_big` or `sso_required`.
            PermissionDeniedError: `code` or `error` is `mfa_enrollment`, `mfa_challenge`,
                `authentication_method_not_allowed`, `email_verification_required`,
                `organization_selection_required`, `passkey_progressive_enrollment`, `radar_challenge`,
                `radar_sign_up_challenge`, `radar_sms_sign_in_challenge` or `application_consent_required`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded` or `too_many_requests`.
        """
        return self._requestor.call(
            _AUTHENTICATE_WITH_RADAR_SMS_CHALLENGE,
            body={
                "grant_type": "urn:workos:oauth:grant-type:radar-sms-challenge:code",
                "client_id": self._requestor.require_client_id(client_id),
                "client_secret": self._requestor.require_api_key(),
                "code": code,
                "verification_id": verification_id,
                "phone_number": phone_number,
                "pending_authentication_token": pending_authentication_token,
                "ip_address": ip_address,
                "device_id": device_id,
                "user_agent": user_agent,
            },
            options=options,
        )

    def authenticate_with_device_code(
        self,
        *,
        device_code: str,
        client_id: str | None = None,
        ip_address: str | NotGiven = NOT_GIVEN,
        device_id: str | NotGiven = NOT_GIVEN,
        user_agent: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuthenticationResponse:
        """Ask whether a device may sign in yet.

        Ask again every `interval` seconds. Until the user has decided, the request fails with
        `authorization_pending`; after `slow_down` wait five seconds longer between requests from then on.
        `access_denied` and `expired_token` are the end. The API key is not sent.

        Args:
            client_id: The client id of the environment (`client_…`). None takes that of the client.
            device_code: The device code, from the answer to `create_device_authorization`.
            ip_address: The IP address the sign-in came from.
            device_id: Your own id for the device the sign-in came from.
            user_agent: The `User-Agent` header of the browser the sign-in came from.

        Returns:
            The user and the tokens of the session.

        Raises:
            BadRequestError: `code` or `error` is `invalid_client`, `unauthorized_client`, `invalid_profile`,
                `authentication_method_not_allowed`, `invalid_connection`, `sign_up_not_allowed`,
                `organization_authentication_methods_required`, `extra_attributes_required`, `expired_token`,
                `authorization_pending`, `access_denied`, `slow_down`, `invalid_grant`, `invalid_request`,
                `mfa_enrollment`, `token_too_big` or `sso_required`.
            PermissionDeniedError: `code` or `error` is `mfa_enrollment`, `mfa_challenge`,
                `authentication_method_not_allowed`, `email_verification_required`,
                `organization_selection_required`, `passkey_progressive_enrollment`, `radar_challenge`,
                `radar_sign_up_challenge`, `radar_sms_sign_in_challenge` or `application_consent_required`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded` or `too_many_requests`.
        """
        return self._requestor.call(
            _AUTHENTICATE_WITH_DEVICE_CODE,
            body={
                "grant_type": "urn:ietf:params:oauth:grant-type:device_code",
                "client_id": self._requestor.require_client_id(client_id),
                "device_code": device_code,
                "ip_address": ip_address,
                "device_id": device_id,
                "user_agent": user_agent,
            },
            options=options,
        )

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
        return self._requestor.url(
            _GET_AUTHORIZATION_URL,
            {},
            {
                "response_type": "code",
                "code_challenge_method": None if code_challenge is None else "S256",
                "redirect_uri": redirect_uri,
                "client_id": self._requestor.require_client_id(client_id),
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

    def list_user_authorized_applications(
        self,
        user_id: str,
        *,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[UserAuthorizedApplication]:
        """List the Connect applications that a user has authorized.

        Args:
            user_id: The id of the user (`user_…`).
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
        """
        return Pager(
            self._requestor,
            _LIST_USER_AUTHORIZED_APPLICATIONS,
            path={"user_id": user_id},
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    def delete_user_authorized_application(
        self, user_id: str, application_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Take back the permission a user gave to a Connect application.

        Args:
            user_id: The id of the user (`user_…`).
            application_id: The id of the application.
        """
        return self._requestor.call(
            _DELETE_USER_AUTHORIZED_APPLICATION,
            path={"user_id": user_id, "application_id": application_id},
            options=options,
        )

    def create_device_authorization(
        self, *, client_id: str | None = None, options: RequestOptions | None = None
    ) -> DeviceAuthorization:
        """Begin the sign-in of a device without a browser, such as a command line.

        Show the user `user_code` and `verification_uri`, then ask with `authenticate_with_device_code` until the
        user has decided. The device code usually expires after five minutes. The API key is not sent.

        Args:
            client_id: The client id of the environment (`client_…`). None takes that of the client.

        Returns:
            What to show to the user, and what to ask with.
        """
        return self._requestor.call(
            _CREATE_DEVICE_AUTHORIZATION,
            body={"client_id": self._requestor.require_client_id(client_id)},
            options=options,
        )

    def get_email_verification(
        self, email_verification_id: str, *, options: RequestOptions | None = None
    ) -> EmailVerification:
        """Get the code that proves an e-mail address.

        The answer has the code itself, for a mail of your own. The id is `email_verification_id` of the error
        `email_verification_required`.

        Args:
            email_verification_id: The id of the verification (`email_verification_…`).

        Returns:
            The verification, with its code.
        """
        return self._requestor.call(
            _GET_EMAIL_VERIFICATION, path={"email_verification_id": email_verification_id}, options=options
        )

    def send_verification_email(
        self, user_id: str, *, locale: Locale | NotGiven = NOT_GIVEN, options: RequestOptions | None = None
    ) -> User:
        """Send a user the code that proves the e-mail address.

        An address that is already proved is refused with the code `email_already_verified`. Three of these mails in
        a minute are allowed for a user.

        Documented limit: 3 per 60 seconds. Verification mails of one user.

        Args:
            user_id: The id of the user (`user_…`).
            locale: The language of the mail.

        Returns:
            The user.

        Raises:
            BadRequestError: `code` or `error` is `email_already_verified`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded`.
        """
        return self._requestor.call(
            _SEND_VERIFICATION_EMAIL, path={"user_id": user_id}, body={"locale": locale}, options=options
        )

    def verify_email(self, user_id: str, *, code: str, options: RequestOptions | None = None) -> User:
        """Prove the e-mail address of a user with the code from the mail.

        Args:
            user_id: The id of the user (`user_…`).
            code: The code from the mail.

        Returns:
            The user, with the e-mail address proved.

        Raises:
            BadRequestError: `code` or `error` is `email_previously_verified`,
                `email_verification_code_previously_used`, `email_verification_code_expired` or
                `email_verification_code_incorrect`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
        """
        return self._requestor.call(_VERIFY_EMAIL, path={"user_id": user_id}, body={"code": code}, options=options)

    def send_email_change(
        self,
        user_id: str,
        *,
        new_email: str,
        locale: Locale | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> EmailChange:
        """Send a code to the new e-mail address of a user.

        The address of the user changes only when the code comes back, with `confirm_email_change`.

        Args:
            user_id: The id of the user (`user_…`).
            new_email: The new e-mail address.
            locale: The language of the mail.

        Returns:
            The change, which waits for the code.

        Raises:
            ConflictError: `code` or `error` is `email_change_not_needed`, `email_not_available` or
                `email_change_not_allowed`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters` or `invalid_email`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded`.
        """
        return self._requestor.call(
            _SEND_EMAIL_CHANGE,
            path={"user_id": user_id},
            body={"new_email": new_email, "locale": locale},
            options=options,
        )

    def confirm_email_change(self, user_id: str, *, code: str, options: RequestOptions | None = None) -> User:
        """Change the e-mail address of a user with the code from the mail.

        Args:
            user_id: The id of the user (`user_…`).
            code: The code from the mail.

        Returns:
            The user, with the new e-mail address.

        Raises:
            BadRequestError: `code` or `error` is `email_change_code_expired` or `email_change_code_incorrect`.
            ConflictError: `code` or `error` is `no_pending_email_change`, `email_change_code_previously_used`,
                `email_not_available` or `email_change_not_allowed`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters` or `invalid_email`.
            RateLimitExceededError: `code` or `error` is `email_change_too_many_attempts`.
        """
        return self._requestor.call(
            _CONFIRM_EMAIL_CHANGE, path={"user_id": user_id}, body={"code": code}, options=options
        )

    def list_user_feature_flags(
        self,
        user_id: str,
        *,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[FeatureFlag]:
        """List the feature flags that are on for a user.

        That includes flags that are on for an organization the user is a member of.

        Args:
            user_id: The id of the user (`user_…`).
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
        """
        return Pager(
            self._requestor,
            _LIST_USER_FEATURE_FLAGS,
            path={"user_id": user_id},
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    def list_invitations(
        self,
        *,
        organization_id: str | None = None,
        email: str | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Invitation]:
        """List the invitations of the environment.

        Without filters every invitation is listed.

        Args:
            organization_id: Only invitations to this organization.
            email: Only invitations sent to this e-mail address.
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
            self._requestor,
            _LIST_INVITATIONS,
            query={
                "organization_id": organization_id,
                "email": email,
                "limit": limit,
                "before": before,
                "after": after,
                "order": order,
            },
            options=options,
        )

    def send_invitation(
        self,
        *,
        email: str,
        organization_id: str | NotGiven = NOT_GIVEN,
        role_slug: str | NotGiven = NOT_GIVEN,
        expires_in_days: int | NotGiven = NOT_GIVEN,
        inviter_user_id: str | NotGiven = NOT_GIVEN,
        locale: Locale | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> Invitation:
        """Invite somebody by e-mail.

        The mail goes out at once. Accepting the invitation creates the user if need be, and with `organization_id`
        the membership in that organization too.

        Args:
            email: The e-mail address to send it to.
            organization_id: The id of the organization to join (`org_…`). Without it the invitation is to your
                application alone.
            role_slug: The slug of the role in the organization.
            expires_in_days: After how many days the invitation expires. Too few or too many are refused.
            inviter_user_id: The id of the user in whose name the invitation is sent; the mail names the person.
            locale: The language of the mail.

        Returns:
            The invitation.

        Raises:
            BadRequestError: `code` or `error` is `email_already_invited_to_organization`,
                `user_already_organization_member`, `email_already_invited`, `user_already_exists`,
                `expires_in_days_too_short`, `expires_in_days_too_long`, `invalid_role`,
                `organization_blocked_from_sending_invites` or `email_domain_not_deliverable`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
        """
        return self._requestor.call(
            _SEND_INVITATION,
            body={
                "email": email,
                "organization_id": organization_id,
                "role_slug": role_slug,
                "expires_in_days": expires_in_days,
                "inviter_user_id": inviter_user_id,
                "locale": locale,
            },
            options=options,
        )

    def find_invitation_by_token(self, token: str, *, options: RequestOptions | None = None) -> Invitation:
        """Find an invitation by the token in its link.

        Use it to check that an invitation was sent to the e-mail address of the user before you accept it.

        Args:
            token: The token, which is `invitation_token` in the query of the link.

        Returns:
            The invitation.
        """
        return self._requestor.call(_FIND_INVITATION_BY_TOKEN, path={"token": token}, options=options)

    def get_invitation(self, invitation_id: str, *, options: RequestOptions | None = None) -> Invitation:
        """Get an invitation.

        Args:
            invitation_id: The id of the invitation (`invitation_…`).

        Returns:
            The invitation.
        """
        return self._requestor.call(_GET_INVITATION, path={"invitation_id": invitation_id}, options=options)

    def accept_invitation(self, invitation_id: str, *, options: RequestOptions | None = None) -> Invitation:
        """Accept an invitation without a sign-in.

        The membership in the organization, if the invitation names one, becomes active. Check first that the
        invitation was sent to the e-mail address of the user. To accept an invitation while signing in, give its
        token as `invitation_token` to the method that signs the user in.

        Args:
            invitation_id: The id of the invitation (`invitation_…`).

        Returns:
            The invitation, accepted.

        Raises:
            BadRequestError: `code` or `error` is `invite_not_pending`, `invalid_invite` or
                `invite_has_accepted_user_id`.
        """
        return self._requestor.call(_ACCEPT_INVITATION, path={"invitation_id": invitation_id}, options=options)

    def resend_invitation(
        self, invitation_id: str, *, locale: Locale | NotGiven = NOT_GIVEN, options: RequestOptions | None = None
    ) -> Invitation:
        """Send the mail of an invitation again.

        The invitation must be pending.

        Args:
            invitation_id: The id of the invitation (`invitation_…`).
            locale: The language of the mail.

        Returns:
            The invitation.

        Raises:
            BadRequestError: `code` or `error` is `invite_expired`, `invite_revoked`, `invite_accepted` or
                `email_domain_not_deliverable`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
        """
        return self._requestor.call(
            _RESEND_INVITATION, path={"invitation_id": invitation_id}, body={"locale": locale}, options=options
        )

    def revoke_invitation(self, invitation_id: str, *, options: RequestOptions | None = None) -> Invitation:
        """Take an invitation back.

        The invitation must be pending; its link stops working.

        Args:
            invitation_id: The id of the invitation (`invitation_…`).

        Returns:
            The invitation, revoked.

        Raises:
            BadRequestError: `code` or `error` is `invite_not_pending`.
        """
        return self._requestor.call(_REVOKE_INVITATION, path={"invitation_id": invitation_id}, options=options)

    def create_magic_auth(
        self,
        *,
        email: str,
        invitation_token: str | NotGiven = NOT_GIVEN,
        ip_address: str | NotGiven = NOT_GIVEN,
        user_agent: str | NotGiven = NOT_GIVEN,
        radar_auth_attempt_id: str | NotGiven = NOT_GIVEN,
        signals_id: str | NotGiven = NOT_GIVEN,
        locale: Locale | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> MagicAuth:
        """Make a one-time code that signs a user in.

        It has six digits, is valid for ten minutes, and works once; hand what the user types to
        `authenticate_with_magic_auth`. Where the environment does not send the mail itself, send the code yourself.
        Three codes in a minute are allowed for an e-mail address.

        Documented limit: 3 per 60 seconds. Magic Auth codes asked for by one e-mail address.

        Args:
            email: The e-mail address of the user.
            invitation_token: The token of the invitation that the user accepts by signing in.
            ip_address: The IP address the sign-in comes from, for Radar.
            user_agent: The `User-Agent` header of the browser the sign-in comes from, for Radar.
            radar_auth_attempt_id: The id of an attempt that Radar recorded before.
            signals_id: The id of the signals that Radar collected in the browser.
            locale: The language of the mail.

        Returns:
            The code.

        Raises:
            BadRequestError: `code` or `error` is `email_domain_not_deliverable`, `invitation_invalid`,
                `authentication_method_not_allowed` or `sign_up_not_allowed`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded`.
        """
        return self._requestor.call(
            _CREATE_MAGIC_AUTH,
            body={
                "email": email,
                "invitation_token": invitation_token,
                "ip_address": ip_address,
                "user_agent": user_agent,
                "radar_auth_attempt_id": radar_auth_attempt_id,
                "signals_id": signals_id,
                "locale": locale,
            },
            options=options,
        )

    def get_magic_auth(self, magic_auth_id: str, *, options: RequestOptions | None = None) -> MagicAuth:
        """Get a Magic Auth code.

        The answer has the code itself, for a mail of your own.

        Args:
            magic_auth_id: The id of the Magic Auth code (`magic_auth_…`).

        Returns:
            The code.
        """
        return self._requestor.call(_GET_MAGIC_AUTH, path={"magic_auth_id": magic_auth_id}, options=options)

    def list_organization_membership_groups(
        self,
        organization_membership_id: str,
        *,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Group]:
        """List the groups a member of an organization is in.

        Args:
            organization_membership_id: The id of the membership (`om_…`).
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
        """
        return Pager(
            self._requestor,
            _LIST_ORGANIZATION_MEMBERSHIP_GROUPS,
            path={"organization_membership_id": organization_membership_id},
            query={"limit": limit, "before": before, "after": after, "order": order},
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

        Give `organization_id`, `user_id` or both. Only active memberships are listed unless `statuses` says
        otherwise.

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
            self._requestor,
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
        return self._requestor.call(
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
        return self._requestor.call(
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
        return self._requestor.call(
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
        return self._requestor.call(
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
        return self._requestor.call(
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
        return self._requestor.call(
            _REACTIVATE_ORGANIZATION_MEMBERSHIP,
            path={"organization_membership_id": organization_membership_id},
            options=options,
        )

    def create_password_reset(
        self, *, email: str, locale: Locale | NotGiven = NOT_GIVEN, options: RequestOptions | None = None
    ) -> PasswordReset:
        """Make a token that lets a user choose a new password.

        Where the environment does not send the mail itself, send the link yourself. Nothing changes until the token
        comes back, with `reset_password`. Three of these requests in a minute are allowed for an e-mail address.

        Documented limit: 3 per 60 seconds. Password resets asked for by one e-mail address.

        Args:
            email: The e-mail address of the user.
            locale: The language of the mail.

        Returns:
            The token and the link with it.

        Raises:
            PermissionDeniedError: `code` or `error` is `email_password_auth_disabled` or
                `password_reset_not_allowed`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded`.
        """
        return self._requestor.call(_CREATE_PASSWORD_RESET, body={"email": email, "locale": locale}, options=options)

    def reset_password(self, *, token: str, new_password: str, options: RequestOptions | None = None) -> User:
        """Set the new password of a user with the token from the link.

        All sessions of the user end, and the e-mail address counts as proved. A password that is too weak, or a
        token that is not valid, is refused.

        Args:
            token: The token, which is `token` in the query of the link.
            new_password: The new password in plain text. It must be as strong as the environment demands.

        Returns:
            The user.

        Raises:
            BadRequestError: `code` or `error` is `password_reset_error`.
            PermissionDeniedError: `code` or `error` is `email_password_auth_disabled`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
        """
        return self._requestor.call(
            _RESET_PASSWORD, body={"token": token, "new_password": new_password}, options=options
        )

    def get_password_reset(self, password_reset_id: str, *, options: RequestOptions | None = None) -> PasswordReset:
        """Get a password reset.

        The answer has the token itself, for a mail of your own.

        Args:
            password_reset_id: The id of the password reset (`password_reset_…`).

        Returns:
            The password reset.
        """
        return self._requestor.call(_GET_PASSWORD_RESET, path={"password_reset_id": password_reset_id}, options=options)

    def create_radar_challenge(
        self,
        *,
        user_id: str,
        pending_authentication_token: str,
        phone_number: str,
        ip_address: str | NotGiven = NOT_GIVEN,
        user_agent: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> RadarSmsChallenge:
        """Send a user an SMS with the code that Radar asks for.

        For a sign-in that failed because Radar wants to be sure. The user types the code, to be handed to
        `authenticate_with_radar_sms_challenge`.

        Args:
            user_id: The id of the user (`user_…`).
            pending_authentication_token: The token from the error that the first attempt failed with.
            phone_number: The telephone number to send the SMS to.
            ip_address: The IP address the sign-in came from.
            user_agent: The `User-Agent` header of the browser the sign-in came from.

        Returns:
            The verification that was begun.
        """
        return self._requestor.call(
            _CREATE_RADAR_CHALLENGE,
            body={
                "user_id": user_id,
                "pending_authentication_token": pending_authentication_token,
                "phone_number": phone_number,
                "ip_address": ip_address,
                "user_agent": user_agent,
            },
            options=options,
        )

    def get_radar_challenge(self, radar_challenge_id: str, *, options: RequestOptions | None = None) -> RadarChallenge:
        """Get a challenge that Radar made for a user.

        The answer has the code itself, for a mail of your own.

        Args:
            radar_challenge_id: The id of the challenge.

        Returns:
            The challenge.
        """
        return self._requestor.call(
            _GET_RADAR_CHALLENGE, path={"radar_challenge_id": radar_challenge_id}, options=options
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
            self._requestor,
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
        return self._requestor.call(_REVOKE_SESSION, body={"session_id": session_id}, options=options)

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
        return self._requestor.url(_GET_LOGOUT_URL, {}, {"session_id": session_id, "return_to": return_to})

    def get_jwks(self, *, client_id: str | None = None, options: RequestOptions | None = None) -> JsonWebKeySet:
        """Get the public keys that access tokens are signed with.

        Args:
            client_id: The client id of the environment (`client_…`). None takes that of the client.

        Returns:
            The keys.
        """
        return self._requestor.call(
            _GET_JWKS, path={"client_id": self._requestor.require_client_id(client_id)}, options=options
        )

    def get_jwks_url(self, *, client_id: str | None = None) -> str:
        """Build the URL of the public keys that access tokens are signed with.

        Give it to a library that verifies tokens and fetches keys itself.

        Args:
            client_id: The client id of the environment (`client_…`). None takes that of the client.

        Returns:
            The URL.
        """
        return self._requestor.url(_GET_JWKS_URL, {"client_id": self._requestor.require_client_id(client_id)}, {})

    def list_cors_origins(
        self,
        *,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[CorsOrigin]:
        """List the origins from which browsers may call the API.

        Args:
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
        """
        return Pager(
            self._requestor,
            _LIST_CORS_ORIGINS,
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    def create_cors_origin(self, *, origin: str, options: RequestOptions | None = None) -> CorsOrigin:
        """Let browsers call the API from an origin.

        An origin that is already there is a conflict.

        Args:
            origin: The origin, such as `https://app.example.com`.

        Returns:
            The origin.
        """
        return self._requestor.call(_CREATE_CORS_ORIGIN, body={"origin": origin}, options=options)

    def list_redirect_uris(
        self,
        *,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[RedirectUri]:
        """List the addresses browsers may be sent back to after a sign-in.

        Args:
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
        """
        return Pager(
            self._requestor,
            _LIST_REDIRECT_URIS,
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    def create_redirect_uri(self, *, uri: str, options: RequestOptions | None = None) -> RedirectUri:
        """Add an address browsers may be sent back to after a sign-in.

        In production it must use HTTPS, but for `http://127.0.0.1`; in staging HTTP and localhost are allowed too.
        One `*` may stand for a part of the leftmost label, such as in `https://*.example.com`.

        Args:
            uri: The address.

        Returns:
            The redirect URI.
        """
        return self._requestor.call(_CREATE_REDIRECT_URI, body={"uri": uri}, options=options)

    def delete_redirect_uri(self, redirect_uri_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a redirect URI.

        Sign-ins that name it fail from then on.

        Args:
            redirect_uri_id: The id of the redirect URI.
        """
        return self._requestor.call(_DELETE_REDIRECT_URI, path={"redirect_uri_id": redirect_uri_id}, options=options)

    def get_jwt_template(self, *, options: RequestOptions | None = None) -> JwtTemplate:
        """Get the template of the claims in access tokens.

        Returns:
            The template.
        """
        return self._requestor.call(_GET_JWT_TEMPLATE, options=options)

    def update_jwt_template(self, *, content: str, options: RequestOptions | None = None) -> JwtTemplate:
        """Replace the template of the claims in access tokens.

        Access tokens that are already out stay as they are.

        Args:
            content: The template, in place of the old one.

        Returns:
            The template after the change.

        Raises:
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
        """
        return self._requestor.call(_UPDATE_JWT_TEMPLATE, body={"content": content}, options=options)

    def list_authkit_oauth_resources(
        self,
        *,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[AuthkitOauthResource]:
        """List the OAuth resources that AuthKit issues tokens for.

        Newer than the published description of the API: known from other clients only.

        Args:
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
        """
        return Pager(
            self._requestor,
            _LIST_AUTHKIT_OAUTH_RESOURCES,
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    def create_authkit_oauth_resource(
        self, *, uri: str, default: bool | NotGiven = NOT_GIVEN, options: RequestOptions | None = None
    ) -> AuthkitOauthResource:
        """Add an OAuth resource that AuthKit issues tokens for.

        Newer than the published description of the API: known from other clients only.

        Args:
            uri: The address that names the resource.
            default: Whether tokens are for this resource when a request names none.

        Returns:
            The resource.
        """
        return self._requestor.call(
            _CREATE_AUTHKIT_OAUTH_RESOURCE, body={"uri": uri, "default": default}, options=options
        )

    def delete_authkit_oauth_resource(
        self, authkit_oauth_resource_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Delete an OAuth resource that AuthKit issues tokens for.

        Newer than the published description of the API: known from other clients only.

        Args:
            authkit_oauth_resource_id: The id of the resource.
        """
        return self._requestor.call(
            _DELETE_AUTHKIT_OAUTH_RESOURCE,
            path={"authkit_oauth_resource_id": authkit_oauth_resource_id},
            options=options,
        )

    def list_user_api_keys(
        self,
        user_id: str,
        *,
        organization_id: str | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[UserApiKey]:
        """List the API keys of a user.

        The values of the keys are not part of the answer, only their obfuscated form.

        Only for accounts with the feature `user-api-keys`.

        Args:
            user_id: The id of the user (`user_…`).
            organization_id: Only keys for this organization.
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
        """
        return Pager(
            self._requestor,
            _LIST_USER_API_KEYS,
            path={"user_id": user_id},
            query={
                "organization_id": organization_id,
                "limit": limit,
                "before": before,
                "after": after,
                "order": order,
            },
            options=options,
        )

    def create_user_api_key(
        self,
        user_id: str,
        *,
        name: str,
        organization_id: str,
        permissions: Sequence[str] | NotGiven = NOT_GIVEN,
        expires_at: datetime | str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> UserApiKeyWithValue:
        """Create an API key for a user.

        The answer is the only place where the value of the key can be read. Show it to the user once, and do not
        log it.

        Only for accounts with the feature `user-api-keys`.

        Args:
            user_id: The id of the user (`user_…`).
            name: The name of the key.
            organization_id: The id of the organization in which the user may use the key (`org_…`).
            permissions: The slugs of the permissions the key gives.
            expires_at: When the key expires. Without it, never.

        Returns:
            The new API key, with its value.
        """
        return self._requestor.call(
            _CREATE_USER_API_KEY,
            path={"user_id": user_id},
            body={
                "name": name,
                "organization_id": organization_id,
                "permissions": array("permissions", permissions),
                "expires_at": expires_at,
            },
            options=options,
        )

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
            self._requestor,
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
        return self._requestor.call(
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
        return self._requestor.call(_GET_USER_BY_EXTERNAL_ID, path={"external_id": external_id}, options=options)

    def get_user(self, user_id: str, *, options: RequestOptions | None = None) -> User:
        """Get a user.

        Args:
            user_id: The id of the user (`user_…`).

        Returns:
            The user.
        """
        return self._requestor.call(_GET_USER, path={"user_id": user_id}, options=options)

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
        return self._requestor.call(
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
        return self._requestor.call(_DELETE_USER, path={"user_id": user_id}, options=options)

    def get_user_identities(self, user_id: str, *, options: RequestOptions | None = None) -> list[UserIdentity]:
        """Get the accounts at other providers that a user signs in with.

        A user has more than one after identity linking. Look at `type` before you rely on the other fields; today
        there are OAuth identities only.

        Args:
            user_id: The id of the user (`user_…`).

        Returns:
            The identities, all at once.
        """
        return self._requestor.call(_GET_USER_IDENTITIES, path={"user_id": user_id}, options=options)

    def list_waitlists(self, *, options: RequestOptions | None = None) -> list[Waitlist]:
        """List the waitlists of the environment.

        Newer than the published description of the API: known from other clients only.

        Returns:
            The waitlists, all at once.
        """
        return self._requestor.call(_LIST_WAITLISTS, options=options)

    def get_waitlist(self, waitlist_id: str, *, options: RequestOptions | None = None) -> Waitlist:
        """Get a waitlist.

        Newer than the published description of the API: known from other clients only.

        Args:
            waitlist_id: The id of the waitlist.

        Returns:
            The waitlist.
        """
        return self._requestor.call(_GET_WAITLIST, path={"waitlist_id": waitlist_id}, options=options)

    def list_waitlist_entries(
        self,
        waitlist_id: str,
        *,
        state: WaitlistEntryState | None = None,
        email: str | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[WaitlistEntry]:
        """List the people on a waitlist.

        Newer than the published description of the API: known from other clients only.

        Args:
            waitlist_id: The id of the waitlist.
            state: Only entries in this state.
            email: Only the entry with this e-mail address.
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
        """
        return Pager(
            self._requestor,
            _LIST_WAITLIST_ENTRIES,
            path={"waitlist_id": waitlist_id},
            query={"state": state, "email": email, "limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    def create_waitlist_entry(
        self,
        waitlist_id: str,
        *,
        email: str,
        additional_fields: Mapping[str, str] | NotGiven = NOT_GIVEN,
        send_confirmation_email: bool | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> WaitlistEntry:
        """Put somebody on a waitlist.

        Newer than the published description of the API: known from other clients only.

        Args:
            waitlist_id: The id of the waitlist.
            email: The e-mail address of the person.
            additional_fields: What else you know about the person, by name.
            send_confirmation_email: Whether the person gets a mail about being on the waitlist.

        Returns:
            The entry.
        """
        return self._requestor.call(
            _CREATE_WAITLIST_ENTRY,
            path={"waitlist_id": waitlist_id},
            body={
                "email": email,
                "additional_fields": additional_fields,
                "send_confirmation_email": send_confirmation_email,
            },
            options=options,
        )

    def delete_waitlist_entry(self, waitlist_entry_id: str, *, options: RequestOptions | None = None) -> None:
        """Take somebody off a waitlist.

        Newer than the published description of the API: known from other clients only.

        Args:
            waitlist_entry_id: The id of the entry.
        """
        return self._requestor.call(
            _DELETE_WAITLIST_ENTRY, path={"waitlist_entry_id": waitlist_entry_id}, options=options
        )

    def approve_waitlist_entry(self, waitlist_entry_id: str, *, options: RequestOptions | None = None) -> WaitlistEntry:
        """Let somebody in from a waitlist.

        Newer than the published description of the API: known from other clients only.

        Args:
            waitlist_entry_id: The id of the entry.

        Returns:
            The entry, approved.
        """
        return self._requestor.call(
            _APPROVE_WAITLIST_ENTRY, path={"waitlist_entry_id": waitlist_entry_id}, options=options
        )

    def deny_waitlist_entry(self, waitlist_entry_id: str, *, options: RequestOptions | None = None) -> WaitlistEntry:
        """Turn somebody on a waitlist away.

        Newer than the published description of the API: known from other clients only.

        Args:
            waitlist_entry_id: The id of the entry.

        Returns:
            The entry, denied.
        """
        return self._requestor.call(
            _DENY_WAITLIST_ENTRY, path={"waitlist_entry_id": waitlist_entry_id}, options=options
        )
