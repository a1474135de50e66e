# Generated from workos_async/resources/user_management.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The resource client behind `workos.user_management`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal, overload

from workos_core.http.hidden_locals import hides_locals
from workos_core.http.operation import Exclusive, Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.requests import array, utc_time
from workos_core.lazy_names import lazy_type
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_sync._auth.session_methods import SessionMethods
from workos_sync._pagination.pager import Pager

if TYPE_CHECKING:
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
else:
    PaginationOrder = lazy_type("workos_core.models.common", "PaginationOrder")
    FeatureFlag = lazy_type("workos_core.models.feature_flags", "FeatureFlag")
    Group = lazy_type("workos_core.models.groups", "Group")
    AuthenticationFactor = lazy_type("workos_core.models.mfa", "AuthenticationFactor")
    AuthFactorEnrollment = lazy_type("workos_core.models.user_management", "AuthFactorEnrollment")
    AuthenticationResponse = lazy_type("workos_core.models.user_management", "AuthenticationResponse")
    AuthkitOauthResource = lazy_type("workos_core.models.user_management", "AuthkitOauthResource")
    AuthorizationProvider = lazy_type("workos_core.models.user_management", "AuthorizationProvider")
    CorsOrigin = lazy_type("workos_core.models.user_management", "CorsOrigin")
    DeviceAuthorization = lazy_type("workos_core.models.user_management", "DeviceAuthorization")
    EmailChange = lazy_type("workos_core.models.user_management", "EmailChange")
    EmailVerification = lazy_type("workos_core.models.user_management", "EmailVerification")
    Invitation = lazy_type("workos_core.models.user_management", "Invitation")
    JsonWebKeySet = lazy_type("workos_core.models.user_management", "JsonWebKeySet")
    JwtTemplate = lazy_type("workos_core.models.user_management", "JwtTemplate")
    Locale = lazy_type("workos_core.models.user_management", "Locale")
    MagicAuth = lazy_type("workos_core.models.user_management", "MagicAuth")
    OrganizationMembership = lazy_type("workos_core.models.user_management", "OrganizationMembership")
    OrganizationMembershipStatus = lazy_type("workos_core.models.user_management", "OrganizationMembershipStatus")
    PasswordHashType = lazy_type("workos_core.models.user_management", "PasswordHashType")
    PasswordReset = lazy_type("workos_core.models.user_management", "PasswordReset")
    PasswordSaltPosition = lazy_type("workos_core.models.user_management", "PasswordSaltPosition")
    RadarChallenge = lazy_type("workos_core.models.user_management", "RadarChallenge")
    RadarSmsChallenge = lazy_type("workos_core.models.user_management", "RadarSmsChallenge")
    RedirectUri = lazy_type("workos_core.models.user_management", "RedirectUri")
    ScreenHint = lazy_type("workos_core.models.user_management", "ScreenHint")
    User = lazy_type("workos_core.models.user_management", "User")
    UserApiKey = lazy_type("workos_core.models.user_management", "UserApiKey")
    UserApiKeyWithValue = lazy_type("workos_core.models.user_management", "UserApiKeyWithValue")
    UserAuthorizedApplication = lazy_type("workos_core.models.user_management", "UserAuthorizedApplication")
    UserIdentity = lazy_type("workos_core.models.user_management", "UserIdentity")
    UserSession = lazy_type("workos_core.models.user_management", "UserSession")
    Waitlist = lazy_type("workos_core.models.user_management", "Waitlist")
    WaitlistEntry = lazy_type("workos_core.models.user_management", "WaitlistEntry")
    WaitlistEntryState = lazy_type("workos_core.models.user_management", "WaitlistEntryState")

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
_AUTHENTICATE_WITH_EMAIL_COMPLETION: Operation[AuthenticationResponse] = Operation(
    "user_management.authenticate_with_email_completion",
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
    exclusive=(
        Exclusive(
            (("connection_id",), ("organization_id",), ("provider",)),
            required=True,
            allowed_with=(("organization_id", "provider", "authkit"),),
        ),
    ),
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
    returns_requested_id="email_verification_id",
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
    returns_requested_id="invitation_id",
    limits=("authkit_reads",),
)
_ACCEPT_INVITATION: Operation[Invitation] = Operation(
    "user_management.accept_invitation",
    "POST",
    "/user_management/invitations/{invitation_id}/accept",
    returns=Invitation,
    single_use=True,
    returns_requested_id="invitation_id",
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
    returns_requested_id="invitation_id",
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
    returns_requested_id="magic_auth_id",
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
    returns_requested_id="organization_membership_id",
    limits=("authkit_reads",),
)
_UPDATE_ORGANIZATION_MEMBERSHIP: Operation[OrganizationMembership] = Operation(
    "user_management.update_organization_membership",
    "PUT",
    "/user_management/organization_memberships/{organization_membership_id}",
    returns=OrganizationMembership,
    returns_requested_id="organization_membership_id",
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
    returns_requested_id="organization_membership_id",
    limits=("authkit_writes",),
)
_REACTIVATE_ORGANIZATION_MEMBERSHIP: Operation[OrganizationMembership] = Operation(
    "user_management.reactivate_organization_membership",
    "PUT",
    "/user_management/organization_memberships/{organization_membership_id}/reactivate",
    returns=OrganizationMembership,
    returns_requested_id="organization_membership_id",
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
    returns_requested_id="password_reset_id",
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
    returns_requested_id="radar_challenge_id",
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
    returns_requested_id="user_id",
    limits=("authkit_reads",),
)
_UPDATE_USER: Operation[User] = Operation(
    "user_management.update_user",
    "PUT",
    "/user_management/users/{user_id}",
    returns=User,
    returns_requested_id="user_id",
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
    returns_requested_id="waitlist_id",
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
    returns_requested_id="waitlist_entry_id",
    limits=("authkit_writes",),
)
_DENY_WAITLIST_ENTRY: Operation[WaitlistEntry] = Operation(
    "user_management.deny_waitlist_entry",
    "POST",
    "/user_management/waitlist_entries/{waitlist_entry_id}/deny",
    returns=WaitlistEntry,
    returns_requested_id="waitlist_entry_id",
    limits=("authkit_writes",),
)


@hides_locals
class UserManagement(SessionMethods):
    """The users of your application, their organization memberships, sessions, and authentication methods.

    Documented rate limit: 10 per 60 seconds. Authentication attempts, per email address or authentication
    challenge.

    Documented rate limit: 1000 per 10 seconds. AuthKit reads (paths below /user_management), per environment.

    Documented rate limit: 500 per 10 seconds. AuthKit writes (paths below /user_management), per environment.

    Every method that sends a request accepts `options` to set its timeout, retries and headers.
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
        """List the authentication factors of a user.

        Args:
            user_id: The ID of the user (`user_…`).
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/authkit/mfa/list-auth-factors
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
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AuthFactorEnrollment:
        """Enroll a TOTP authentication factor for a user.

        The response contains the secret and the QR code, which are returned only once, and a first challenge.
        Verify that challenge with a code from the authenticator app (`mfa.verify_challenge`) to confirm that the
        app is set up.

        Args:
            user_id: The ID of the user (`user_…`).
            totp_issuer: The name of your application, as displayed in the authenticator app. Defaults to the
                name of your WorkOS team.
            totp_user: The name of the account, as displayed in the authenticator app. Defaults to the email
                address of the user.
            totp_secret: The base32-encoded secret of an authenticator app that the user has already set up. Use
                it to migrate a factor from another system.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The authentication factor and a first challenge.

        See https://workos.com/docs/reference/authkit/mfa/enroll-auth-factor
        """
        return self._requestor.call(
            _ENROLL_AUTH_FACTOR,
            path={"user_id": user_id},
            body={"type": "totp", "totp_issuer": totp_issuer, "totp_user": totp_user, "totp_secret": totp_secret},
            idempotency_key=idempotency_key,
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
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AuthenticationResponse:
        """Sign a user in with email and password.

        If another step is required, such as a second factor or the selection of an organization, the request fails
        with an error whose `pending_authentication_token` continues the sign-in. Ten attempts per minute are
        allowed for each email address or challenge.

        Args:
            client_id: The client ID of the environment (`client_…`). Defaults to the `client_id` of the client.
            email: The user's email address.
            password: The user's password.
            invitation_token: The token of the invitation that the user accepts by signing in.
            ip_address: The IP address that the sign-in came from.
            device_id: Your own ID for the device that the sign-in came from.
            user_agent: The `User-Agent` header of the browser that the sign-in came from.
            signals_id: The ID of the signals that Radar collected in the browser.
            radar_auth_attempt_id: The ID of the authentication attempt that Radar recorded earlier, as returned
                in the user's `radar_auth_attempt_id`.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The user and the tokens of the session.

        Raises:
            BadRequestError: `code` or `error` is `invalid_credentials`, `invalid_client`,
                `unauthorized_client`, `invalid_profile`, `invitation_invalid`,
                `invitation_cannot_be_used_for_email`, `authentication_method_not_allowed`, `invalid_connection`,
                `sign_up_not_allowed`, `organization_authentication_methods_required`, `extra_attributes_required`,
                `invalid_request`, `mfa_enrollment`, `token_too_big`, `sso_required` or `ip_address_required`.
            PermissionDeniedError: `code` or `error` is `mfa_enrollment`, `mfa_challenge`,
                `authentication_method_not_allowed`, `email_completion_required`, `email_verification_required`,
                `email_password_auth_disabled`, `organization_selection_required`, `passkey_progressive_enrollment`,
                `radar_challenge`, `radar_sign_up_challenge`, `radar_sms_sign_in_challenge`,
                `application_consent_required`, `action_denied` or `policy_denied`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded`, `too_many_requests`,
                `rate_limit_exceeded` or `too_many_failed_verification_attempts`.

        See https://workos.com/docs/reference/authkit/authentication/password
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
            idempotency_key=idempotency_key,
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
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AuthenticationResponse:
        """Sign a user in with an authorization code.

        The code is returned to the redirect URI of the authorization URL and can be used only once. A public
        client, which has no client secret, passes `code_verifier`. If another step is required, such as a second
        factor or the selection of an organization, the request fails with an error whose
        `pending_authentication_token` continues the sign-in.

        Args:
            client_id: The client ID of the environment (`client_…`). Defaults to the `client_id` of the client.
            code: The `code` from the query string of `redirect_uri`. It can be used only once.
            code_verifier: The PKCE code verifier from which the `code_challenge` of the authorization URL was
                derived.
            invitation_token: The token of the invitation that the user accepts by signing in.
            ip_address: The IP address that the sign-in came from.
            device_id: Your own ID for the device that the sign-in came from.
            user_agent: The `User-Agent` header of the browser that the sign-in came from.
            signals_id: The ID of the signals that Radar collected in the browser.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The user and the tokens of the session.

        Raises:
            BadRequestError: `code` or `error` is `code_challenge_not_found`, `invalid_client`,
                `unauthorized_client`, `invalid_profile`, `invitation_invalid`,
                `invitation_cannot_be_used_for_email`, `authentication_method_not_allowed`, `invalid_connection`,
                `sign_up_not_allowed`, `organization_authentication_methods_required`, `extra_attributes_required`,
                `pkce_not_supported`, `invalid_grant`, `invalid_request`, `mfa_enrollment`, `token_too_big`,
                `sso_required` or `ip_address_required`.
            PermissionDeniedError: `code` or `error` is `mfa_enrollment`, `mfa_challenge`,
                `authentication_method_not_allowed`, `email_completion_required`, `email_verification_required`,
                `organization_selection_required`, `passkey_progressive_enrollment`, `radar_challenge`,
                `radar_sign_up_challenge`, `radar_sms_sign_in_challenge`, `application_consent_required`,
                `action_denied` or `policy_denied`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded`, `too_many_requests`,
                `rate_limit_exceeded` or `too_many_failed_verification_attempts`.

        See https://workos.com/docs/reference/authkit/authentication/code
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
            idempotency_key=idempotency_key,
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
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AuthenticationResponse:
        """Refresh the tokens of a session.

        Refreshing works until the session ends. A refresh token can be used only once: replace the stored refresh
        token with the one in the response.

        Args:
            client_id: The client ID of the environment (`client_…`). Defaults to the `client_id` of the client.
            refresh_token: The latest refresh token of the session.
            organization_id: The ID of the organization to switch to (`org_…`). Omit it to keep the current
                organization of the session.
            ip_address: The IP address that the request came from.
            device_id: Your own ID for the device that the request came from.
            user_agent: The `User-Agent` header of the browser that the request came from.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The user and the tokens of the session.

        Raises:
            BadRequestError: `code` or `error` is `invalid_organization_id`, `invalid_client`,
                `unauthorized_client`, `invalid_profile`, `authentication_method_not_allowed`, `invalid_connection`,
                `sign_up_not_allowed`, `organization_authentication_methods_required`, `extra_attributes_required`,
                `invalid_grant`, `invalid_request`, `organization_not_found`, `organization_membership_not_found`,
                `mfa_enrollment`, `token_too_big`, `sso_required` or `ip_address_required`.
            PermissionDeniedError: `code` or `error` is `mfa_enrollment`, `mfa_challenge`,
                `authentication_method_not_allowed`, `email_completion_required`, `email_verification_required`,
                `organization_selection_required`, `passkey_progressive_enrollment`, `radar_challenge`,
                `radar_sign_up_challenge`, `radar_sms_sign_in_challenge`, `application_consent_required`,
                `action_denied` or `policy_denied`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded`, `too_many_requests`,
                `rate_limit_exceeded` or `too_many_failed_verification_attempts`.

        See https://workos.com/docs/reference/authkit/authentication/refresh-token
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
            idempotency_key=idempotency_key,
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
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AuthenticationResponse:
        """Sign a user in with a Magic Auth code.

        The code is sent by email and is valid for ten minutes. Signing in with it also verifies the user's email
        address.

        Args:
            client_id: The client ID of the environment (`client_…`). Defaults to the `client_id` of the client.
            code: The six-digit code from the email. It can be used only once.
            email: The email address that the code was created for.
            invitation_token: The token of the invitation that the user accepts by signing in.
            ip_address: The IP address that the sign-in came from.
            device_id: Your own ID for the device that the sign-in came from.
            user_agent: The `User-Agent` header of the browser that the sign-in came from.
            radar_auth_attempt_id: The ID of the authentication attempt that Radar recorded earlier, as returned
                in the Magic Auth code's `radar_auth_attempt_id`.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The user and the tokens of the session.

        Raises:
            BadRequestError: `code` or `error` is `invalid_one_time_code`, `one_time_code_previously_used`,
                `one_time_code_expired`, `one_time_code_too_many_attempts`, `user_mismatch`, `invalid_client`,
                `unauthorized_client`, `invalid_profile`, `invitation_invalid`,
                `invitation_cannot_be_used_for_email`, `authentication_method_not_allowed`, `invalid_connection`,
                `sign_up_not_allowed`, `organization_authentication_methods_required`,
                `invalid_link_authorization_code`, `extra_attributes_required`, `invalid_request`, `mfa_enrollment`,
                `token_too_big`, `sso_required` or `ip_address_required`.
            PermissionDeniedError: `code` or `error` is `mfa_enrollment`, `mfa_challenge`,
                `authentication_method_not_allowed`, `email_completion_required`, `email_verification_required`,
                `organization_selection_required`, `passkey_progressive_enrollment`, `radar_challenge`,
                `radar_sign_up_challenge`, `radar_sms_sign_in_challenge`, `application_consent_required`,
                `action_denied` or `policy_denied`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded`, `too_many_requests`,
                `rate_limit_exceeded` or `too_many_failed_verification_attempts`.

        See https://workos.com/docs/reference/authkit/authentication/magic-auth
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
            idempotency_key=idempotency_key,
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
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AuthenticationResponse:
        """Continue a sign-in that failed with `email_verification_required`.

        Pass the code that the user received in the verification email. It verifies the email address and completes
        the sign-in. If the environment does not send verification emails, get the code with
        `get_email_verification` and send it yourself.

        Args:
            client_id: The client ID of the environment (`client_…`). Defaults to the `client_id` of the client.
            code: The code from the verification email.
            pending_authentication_token: The `pending_authentication_token` from the error with which the
                sign-in failed.
            ip_address: The IP address that the sign-in came from.
            device_id: Your own ID for the device that the sign-in came from.
            user_agent: The `User-Agent` header of the browser that the sign-in came from.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The user and the tokens of the session.

        Raises:
            BadRequestError: `code` or `error` is `invalid_one_time_code`, `one_time_code_previously_used`,
                `one_time_code_expired`, `one_time_code_too_many_attempts`, `invalid_pending_authentication_token`,
                `user_mismatch`, `invalid_client`, `unauthorized_client`, `invalid_profile`,
                `authentication_method_not_allowed`, `invalid_connection`, `sign_up_not_allowed`,
                `organization_authentication_methods_required`, `extra_attributes_required`, `invalid_request`,
                `mfa_enrollment`, `token_too_big`, `sso_required` or `ip_address_required`.
            PermissionDeniedError: `code` or `error` is `mfa_enrollment`, `mfa_challenge`,
                `authentication_method_not_allowed`, `email_completion_required`, `email_verification_required`,
                `organization_selection_required`, `passkey_progressive_enrollment`, `radar_challenge`,
                `radar_sign_up_challenge`, `radar_sms_sign_in_challenge`, `application_consent_required`,
                `action_denied` or `policy_denied`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded`, `too_many_requests`,
                `rate_limit_exceeded` or `too_many_failed_verification_attempts`.

        See https://workos.com/docs/reference/authkit/authentication/email-verification
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
            idempotency_key=idempotency_key,
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
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AuthenticationResponse:
        """Continue a sign-in that failed with `mfa_challenge` or `mfa_enrollment`.

        First create a challenge for one of the user's authentication factors with `mfa.challenge_factor`. Then pass
        the code that the user's authenticator app displays.

        Args:
            client_id: The client ID of the environment (`client_…`). Defaults to the `client_id` of the client.
            code: The TOTP code that the authenticator app displays.
            pending_authentication_token: The `pending_authentication_token` from the error with which the
                sign-in failed.
            authentication_challenge_id: The ID of the challenge for the authentication factor
                (`auth_challenge_…`).
            ip_address: The IP address that the sign-in came from.
            device_id: Your own ID for the device that the sign-in came from.
            user_agent: The `User-Agent` header of the browser that the sign-in came from.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The user and the tokens of the session.

        Raises:
            BadRequestError: `code` or `error` is `invalid_one_time_code`, `one_time_code_previously_used`,
                `one_time_code_expired`, `one_time_code_too_many_attempts`, `invalid_pending_authentication_token`,
                `user_mismatch`, `invalid_client`, `unauthorized_client`, `invalid_profile`,
                `authentication_method_not_allowed`, `invalid_connection`, `sign_up_not_allowed`,
                `organization_authentication_methods_required`, `extra_attributes_required`, `invalid_request`,
                `mfa_enrollment`, `token_too_big`, `sso_required` or `ip_address_required`.
            PermissionDeniedError: `code` or `error` is `mfa_enrollment`, `mfa_challenge`,
                `authentication_method_not_allowed`, `email_completion_required`, `email_verification_required`,
                `organization_selection_required`, `passkey_progressive_enrollment`, `radar_challenge`,
                `radar_sign_up_challenge`, `radar_sms_sign_in_challenge`, `application_consent_required`,
                `action_denied` or `policy_denied`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded`, `too_many_requests`,
                `rate_limit_exceeded` or `too_many_failed_verification_attempts`.

        See https://workos.com/docs/reference/authkit/authentication/totp
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
            idempotency_key=idempotency_key,
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
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AuthenticationResponse:
        """Continue a sign-in that failed with `organization_selection_required`.

        The error lists the organizations that the user can choose from.

        Args:
            client_id: The client ID of the environment (`client_…`). Defaults to the `client_id` of the client.
            pending_authentication_token: The `pending_authentication_token` from the error with which the
                sign-in failed.
            organization_id: The ID of the organization that the user selected (`org_…`).
            ip_address: The IP address that the sign-in came from.
            device_id: Your own ID for the device that the sign-in came from.
            user_agent: The `User-Agent` header of the browser that the sign-in came from.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The user and the tokens of the session.

        Raises:
            BadRequestError: `code` or `error` is `invalid_organization_id`,
                `invalid_pending_authentication_token`, `invalid_client`, `unauthorized_client`, `invalid_profile`,
                `authentication_method_not_allowed`, `invalid_connection`, `sign_up_not_allowed`,
                `organization_authentication_methods_required`, `extra_attributes_required`, `invalid_request`,
                `organization_not_found`, `organization_membership_not_found`, `mfa_enrollment`, `token_too_big`,
                `sso_required` or `ip_address_required`.
            PermissionDeniedError: `code` or `error` is `mfa_enrollment`, `mfa_challenge`,
                `authentication_method_not_allowed`, `email_completion_required`, `email_verification_required`,
                `organization_selection_required`, `passkey_progressive_enrollment`, `radar_challenge`,
                `radar_sign_up_challenge`, `radar_sms_sign_in_challenge`, `application_consent_required`,
                `action_denied` or `policy_denied`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded`, `too_many_requests`,
                `rate_limit_exceeded` or `too_many_failed_verification_attempts`.

        See https://workos.com/docs/reference/authkit/authentication/organization-selection
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
            idempotency_key=idempotency_key,
            options=options,
        )

    def authenticate_with_email_completion(
        self,
        *,
        email_completion_token: str,
        email: str,
        client_id: str | None = None,
        ip_address: str | NotGiven = NOT_GIVEN,
        device_id: str | NotGiven = NOT_GIVEN,
        user_agent: str | NotGiven = NOT_GIVEN,
        signals_id: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AuthenticationResponse:
        """Continue a sign-in that failed with `email_completion_required`.

        The provider that the user signed in with did not return an email address. Ask the user for it and pass it
        with the `email_completion_token` of the error. The address is not verified yet, so the next error can be
        `email_verification_required`.

        Args:
            client_id: The client ID of the environment (`client_…`). Defaults to the `client_id` of the client.
            email_completion_token: The `email_completion_token` from the error with which the sign-in failed.
            email: The email address that the user entered.
            ip_address: The IP address that the sign-in came from. Required if Radar decides on sign-ins.
            device_id: Your own ID for the device that the sign-in came from.
            user_agent: The `User-Agent` header of the browser that the sign-in came from.
            signals_id: The ID of the signals that Radar collected in the browser.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The user and the tokens of the session.

        Raises:
            BadRequestError: `code` or `error` is `invalid_client`, `unauthorized_client`, `invalid_profile`,
                `invitation_invalid`, `invitation_cannot_be_used_for_email`, `authentication_method_not_allowed`,
                `invalid_connection`, `sign_up_not_allowed`, `organization_authentication_methods_required`,
                `extra_attributes_required`, `invalid_request`, `mfa_enrollment`, `token_too_big`, `sso_required` or
                `ip_address_required`.
            PermissionDeniedError: `code` or `error` is `mfa_enrollment`, `mfa_challenge`,
                `authentication_method_not_allowed`, `email_completion_required`, `email_verification_required`,
                `organization_selection_required`, `passkey_progressive_enrollment`, `radar_challenge`,
                `radar_sign_up_challenge`, `radar_sms_sign_in_challenge`, `application_consent_required`,
                `action_denied` or `policy_denied`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded`, `too_many_requests`,
                `rate_limit_exceeded` or `too_many_failed_verification_attempts`.

        See https://workos.com/docs/reference/authkit/authentication
        """
        return self._requestor.call(
            _AUTHENTICATE_WITH_EMAIL_COMPLETION,
            body={
                "grant_type": "urn:workos:oauth:grant-type:email-completion",
                "client_id": self._requestor.require_client_id(client_id),
                "client_secret": self._requestor.require_api_key(),
                "email_completion_token": email_completion_token,
                "email": email,
                "ip_address": ip_address,
                "device_id": device_id,
                "user_agent": user_agent,
                "signals_id": signals_id,
            },
            idempotency_key=idempotency_key,
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
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AuthenticationResponse:
        """Continue a sign-in with the code that Radar sent by email.

        If another step is required, such as a second factor or the selection of an organization, the request fails
        with an error whose `pending_authentication_token` continues the sign-in. Ten attempts per minute are
        allowed for each email address or challenge.

        Args:
            client_id: The client ID of the environment (`client_…`). Defaults to the `client_id` of the client.
            code: The code from the email.
            radar_challenge_id: The ID of the challenge that Radar created.
            pending_authentication_token: The `pending_authentication_token` from the error with which the
                sign-in failed.
            ip_address: The IP address that the sign-in came from.
            device_id: Your own ID for the device that the sign-in came from.
            user_agent: The `User-Agent` header of the browser that the sign-in came from.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The user and the tokens of the session.

        Raises:
            BadRequestError: `code` or `error` is `invalid_one_time_code`, `one_time_code_previously_used`,
                `one_time_code_expired`, `one_time_code_too_many_attempts`, `invalid_pending_authentication_token`,
                `user_mismatch`, `invalid_client`, `unauthorized_client`, `invalid_profile`,
                `authentication_method_not_allowed`, `invalid_connection`, `sign_up_not_allowed`,
                `organization_authentication_methods_required`, `extra_attributes_required`, `invalid_request`,
                `mfa_enrollment`, `token_too_big`, `sso_required` or `ip_address_required`.
            PermissionDeniedError: `code` or `error` is `mfa_enrollment`, `mfa_challenge`,
                `authentication_method_not_allowed`, `email_completion_required`, `email_verification_required`,
                `organization_selection_required`, `passkey_progressive_enrollment`, `radar_challenge`,
                `radar_sign_up_challenge`, `radar_sms_sign_in_challenge`, `application_consent_required`,
                `action_denied` or `policy_denied`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded`, `too_many_requests`,
                `rate_limit_exceeded` or `too_many_failed_verification_attempts`.

        See https://workos.com/docs/reference/authkit/authentication
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
            idempotency_key=idempotency_key,
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
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AuthenticationResponse:
        """Continue a sign-in with the code that Radar sent by SMS.

        Request the SMS with `create_radar_challenge`, which returns the `verification_id`.

        Args:
            client_id: The client ID of the environment (`client_…`). Defaults to the `client_id` of the client.
            code: The code from the SMS.
            verification_id: The ID of the verification, as returned by `create_radar_challenge`.
            phone_number: The phone number that the SMS was sent to.
            pending_authentication_token: The `pending_authentication_token` from the error with which the
                sign-in failed.
            ip_address: The IP address that the sign-in came from.
            device_id: Your own ID for the device that the sign-in came from.
            user_agent: The `User-Agent` header of the browser that the sign-in came from.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The user and the tokens of the session.

        Raises:
            BadRequestError: `code` or `error` is `invalid_one_time_code`, `one_time_code_previously_used`,
                `one_time_code_expired`, `one_time_code_too_many_attempts`, `invalid_pending_authentication_token`,
                `user_mismatch`, `phone_number_required`, `verification_id_required`, `invalid_client`,
                `unauthorized_client`, `invalid_profile`, `authentication_method_not_allowed`, `invalid_connection`,
                `sign_up_not_allowed`, `organization_authentication_methods_required`, `extra_attributes_required`,
                `invalid_request`, `mfa_enrollment`, `token_too_big`, `sso_required` or `ip_address_required`.
            PermissionDeniedError: `code` or `error` is `mfa_enrollment`, `mfa_challenge`,
                `authentication_method_not_allowed`, `email_completion_required`, `email_verification_required`,
                `organization_selection_required`, `passkey_progressive_enrollment`, `radar_challenge`,
                `radar_sign_up_challenge`, `radar_sms_sign_in_challenge`, `application_consent_required`,
                `action_denied` or `policy_denied`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded`, `too_many_requests`,
                `rate_limit_exceeded` or `too_many_failed_verification_attempts`.

        See https://workos.com/docs/reference/authkit/authentication
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
            idempotency_key=idempotency_key,
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
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AuthenticationResponse:
        """Exchange a device code for the tokens of a session.

        Poll every `interval` seconds. Until the user approves or denies the sign-in, the request fails with
        `authorization_pending`. After `slow_down`, add five seconds to the interval for all following requests.
        `access_denied` and `expired_token` are final. The API key is not sent.

        Args:
            client_id: The client ID of the environment (`client_…`). Defaults to the `client_id` of the client.
            device_code: The device code, as returned by `create_device_authorization`.
            ip_address: The IP address that the sign-in came from.
            device_id: Your own ID for the device that the sign-in came from.
            user_agent: The `User-Agent` header of the browser that the sign-in came from.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The user and the tokens of the session.

        Raises:
            BadRequestError: `code` or `error` is `invalid_client`, `unauthorized_client`, `invalid_profile`,
                `authentication_method_not_allowed`, `invalid_connection`, `sign_up_not_allowed`,
                `organization_authentication_methods_required`, `extra_attributes_required`, `expired_token`,
                `authorization_pending`, `access_denied`, `slow_down`, `invalid_grant`, `invalid_request`,
                `mfa_enrollment`, `token_too_big`, `sso_required` or `ip_address_required`.
            PermissionDeniedError: `code` or `error` is `mfa_enrollment`, `mfa_challenge`,
                `authentication_method_not_allowed`, `email_completion_required`, `email_verification_required`,
                `organization_selection_required`, `passkey_progressive_enrollment`, `radar_challenge`,
                `radar_sign_up_challenge`, `radar_sms_sign_in_challenge`, `application_consent_required`,
                `action_denied` or `policy_denied`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded`, `too_many_requests`,
                `rate_limit_exceeded` or `too_many_failed_verification_attempts`.

        See https://workos.com/docs/reference/authkit/cli-auth/device-code
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
            idempotency_key=idempotency_key,
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
        claim_nonce: str | None = None,
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
        claim_nonce: str | None = None,
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
        claim_nonce: str | None = None,
        code_challenge: str | None = None,
    ) -> str: ...

    @overload
    def get_authorization_url(
        self,
        *,
        redirect_uri: str,
        provider: Literal["authkit"],
        client_id: str | None = None,
        organization_id: str | None = None,
        provider_query_params: Mapping[str, str] | None = None,
        provider_scopes: Sequence[str] | None = None,
        screen_hint: ScreenHint | None = None,
        login_hint: str | None = None,
        domain_hint: str | None = None,
        prompt: str | None = None,
        max_age: int | None = None,
        state: str | None = None,
        invitation_token: str | None = None,
        claim_nonce: str | None = None,
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
        claim_nonce: str | None = None,
        code_challenge: str | None = None,
    ) -> str:
        """Build the authorization URL for a sign-in.

        Redirect the user's browser to this URL. Exactly one of `connection_id`, `organization_id` and `provider`
        selects where the user signs in; `provider="authkit"` selects the hosted AuthKit page, which determines the
        authentication method itself. Only `provider="authkit"` can be combined with `organization_id`: the user
        then signs in on the hosted AuthKit page, with the organization preselected. After the sign-in, the browser
        is redirected to `redirect_uri`, either with a `code` to exchange with `authenticate_with_code`, or with
        `error` and `error_description`. Both redirects include `state`.

        Args:
            redirect_uri: The URI that the browser is redirected to after the sign-in. It must be one of the
                redirect URIs of the environment.
            client_id: The client ID of the environment (`client_…`). Defaults to the `client_id` of the client.
            connection_id: The ID of the SSO connection to sign in with (`conn_…`).
            organization_id: The ID of the organization whose SSO connection is used to sign in (`org_…`). With
                `provider="authkit"`, the organization that the hosted AuthKit page preselects.
            provider: The OAuth provider to sign in with, or `authkit` for the hosted AuthKit page.
            provider_query_params: Query parameters to pass on to the provider.
            provider_scopes: OAuth scopes to request from the provider in addition to its default scopes.
            screen_hint: The page that AuthKit displays first. It only has an effect with `provider="authkit"`.
            login_hint: The email address or username with which to prefill the sign-in form.
            domain_hint: The domain with which to prefill the sign-in form, for providers that ask for one.
            prompt: The prompt that the provider displays even if none is required, such as `login` or
                `consent`.
            max_age: The maximum number of seconds since the user last authenticated. If more time has passed,
                the user must authenticate again.
            state: An arbitrary value that is returned in the redirect. Use it to detect forged sign-ins.
            invitation_token: The token of the invitation that the user accepts by signing in.
            claim_nonce: The nonce of the claim that the user completes by signing in, such as the claim of an
                agent.
            code_challenge: The PKCE code challenge: the SHA-256 hash of the code verifier, base64url-encoded
                without padding. It is required for a client without a client secret.

        Returns:
            The URL.

        See https://workos.com/docs/reference/authkit/authentication/get-authorization-url
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
                "claim_nonce": claim_nonce,
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
            user_id: The ID of the user (`user_…`).
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.
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
        """Revoke a user's authorization of a Connect application.

        Args:
            user_id: The ID of the user (`user_…`).
            application_id: The ID of the application.
        """
        return self._requestor.call(
            _DELETE_USER_AUTHORIZED_APPLICATION,
            path={"user_id": user_id, "application_id": application_id},
            options=options,
        )

    def create_device_authorization(
        self, *, client_id: str | None = None, idempotency_key: str | None = None, options: RequestOptions | None = None
    ) -> DeviceAuthorization:
        """Start the sign-in of a device without a browser.

        Use this for devices such as a command-line tool. Display `user_code` and `verification_uri` to the user,
        then poll with `authenticate_with_device_code` until the user approves or denies the sign-in. The device
        code typically expires after five minutes. The API key is not sent.

        Args:
            client_id: The client ID of the environment (`client_…`). Defaults to the `client_id` of the client.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The codes of the device authorization.

        See https://workos.com/docs/reference/authkit/cli-auth/device-authorization
        """
        return self._requestor.call(
            _CREATE_DEVICE_AUTHORIZATION,
            body={"client_id": self._requestor.require_client_id(client_id)},
            idempotency_key=idempotency_key,
            options=options,
        )

    def get_email_verification(
        self, email_verification_id: str, *, options: RequestOptions | None = None
    ) -> EmailVerification:
        """Get an email verification.

        The response contains the verification code, so that you can send your own email. The ID is returned as
        `email_verification_id` in the error `email_verification_required`.

        Args:
            email_verification_id: The ID of the email verification (`email_verification_…`).

        Returns:
            The email verification, including its code.

        See https://workos.com/docs/reference/authkit/email-verification/get
        """
        return self._requestor.call(
            _GET_EMAIL_VERIFICATION, path={"email_verification_id": email_verification_id}, options=options
        )

    def send_verification_email(
        self,
        user_id: str,
        *,
        locale: Locale | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> User:
        """Send a verification email to a user.

        If the email address is already verified, the request fails with the code `email_already_verified`. Three
        verification emails per minute are allowed for each user.

        Documented rate limit: 3 per 60 seconds. Verification emails, per user.

        Args:
            user_id: The ID of the user (`user_…`).
            locale: The language of the email.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The user.

        Raises:
            BadRequestError: `code` or `error` is `email_already_verified`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded`.
        """
        return self._requestor.call(
            _SEND_VERIFICATION_EMAIL,
            path={"user_id": user_id},
            body={"locale": locale},
            idempotency_key=idempotency_key,
            options=options,
        )

    def verify_email(
        self, user_id: str, *, code: str, idempotency_key: str | None = None, options: RequestOptions | None = None
    ) -> User:
        """Verify a user's email address with the code from the email.

        Args:
            user_id: The ID of the user (`user_…`).
            code: The code from the email.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The user, whose email address is now verified.

        Raises:
            BadRequestError: `code` or `error` is `email_previously_verified`,
                `email_verification_code_previously_used`, `email_verification_code_expired` or
                `email_verification_code_incorrect`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
        """
        return self._requestor.call(
            _VERIFY_EMAIL,
            path={"user_id": user_id},
            body={"code": code},
            idempotency_key=idempotency_key,
            options=options,
        )

    def send_email_change(
        self,
        user_id: str,
        *,
        new_email: str,
        locale: Locale | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> EmailChange:
        """Send a verification code to a user's new email address.

        The user's email address does not change until you confirm the code with `confirm_email_change`.

        Args:
            user_id: The ID of the user (`user_…`).
            new_email: The new email address.
            locale: The language of the email.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The pending email change.

        Raises:
            ConflictError: `code` or `error` is `email_change_not_needed`, `email_not_available` or
                `email_change_not_allowed`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters` or `invalid_email`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded`.

        See https://workos.com/docs/reference/authkit/user
        """
        return self._requestor.call(
            _SEND_EMAIL_CHANGE,
            path={"user_id": user_id},
            body={"new_email": new_email, "locale": locale},
            idempotency_key=idempotency_key,
            options=options,
        )

    def confirm_email_change(
        self, user_id: str, *, code: str, idempotency_key: str | None = None, options: RequestOptions | None = None
    ) -> User:
        """Confirm a user's email change with the code from the email.

        Args:
            user_id: The ID of the user (`user_…`).
            code: The code from the email.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The user, with the new email address.

        Raises:
            BadRequestError: `code` or `error` is `email_change_code_expired` or `email_change_code_incorrect`.
            ConflictError: `code` or `error` is `no_pending_email_change`, `email_change_code_previously_used`,
                `email_not_available` or `email_change_not_allowed`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters` or `invalid_email`.
            RateLimitExceededError: `code` or `error` is `email_change_too_many_attempts`.

        See https://workos.com/docs/reference/authkit/user
        """
        return self._requestor.call(
            _CONFIRM_EMAIL_CHANGE,
            path={"user_id": user_id},
            body={"code": code},
            idempotency_key=idempotency_key,
            options=options,
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
        """List the feature flags that are enabled for a user.

        This includes flags that are enabled for an organization the user is a member of.

        Args:
            user_id: The ID of the user (`user_…`).
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/feature-flags/targeting/list-for-user
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

        Without filters, all invitations are listed.

        Args:
            organization_id: Return only invitations to this organization.
            email: Return only invitations that were sent to this email address.
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        Raises:
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.

        See https://workos.com/docs/reference/authkit/invitation/list
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
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> Invitation:
        """Send an invitation by email.

        The email is sent immediately. When the invitation is accepted, the user is created if necessary, and with
        `organization_id` also the membership in that organization.

        Args:
            email: The email address to send the invitation to.
            organization_id: The ID of the organization to join (`org_…`). Omit it to invite the user to your
                application only.
            role_slug: The slug of the invitee's role in the organization.
            expires_in_days: The number of days until the invitation expires, from 1 to 30. Defaults to 7. A
                value outside the allowed range is rejected.
            inviter_user_id: The ID of the user on whose behalf the invitation is sent. The email names this
                user.
            locale: The language of the email.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The invitation.

        Raises:
            BadRequestError: `code` or `error` is `email_already_invited_to_organization`,
                `user_already_organization_member`, `email_already_invited`, `user_already_exists`,
                `expires_in_days_too_short`, `expires_in_days_too_long`, `invalid_role`,
                `organization_blocked_from_sending_invites` or `email_domain_not_deliverable`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.

        See https://workos.com/docs/reference/authkit/invitation/send
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
            idempotency_key=idempotency_key,
            options=options,
        )

    def find_invitation_by_token(self, token: str, *, options: RequestOptions | None = None) -> Invitation:
        """Get an invitation by its token.

        Use this to check that an invitation was sent to the user's email address before you accept it.

        Args:
            token: The token of the invitation, from the query parameter `invitation_token` of its link.

        Returns:
            The invitation.

        See https://workos.com/docs/reference/authkit/invitation/find-by-token
        """
        return self._requestor.call(_FIND_INVITATION_BY_TOKEN, path={"token": token}, options=options)

    def get_invitation(self, invitation_id: str, *, options: RequestOptions | None = None) -> Invitation:
        """Get an invitation.

        Args:
            invitation_id: The ID of the invitation (`invitation_…`).

        Returns:
            The invitation.

        See https://workos.com/docs/reference/authkit/invitation/get
        """
        return self._requestor.call(_GET_INVITATION, path={"invitation_id": invitation_id}, options=options)

    def accept_invitation(
        self, invitation_id: str, *, idempotency_key: str | None = None, options: RequestOptions | None = None
    ) -> Invitation:
        """Accept an invitation without signing the user in.

        If the invitation is for an organization, the user's membership in it becomes active. First check that the
        invitation was sent to the user's email address. To accept an invitation during a sign-in, pass its token as
        `invitation_token` to the authentication method instead.

        Args:
            invitation_id: The ID of the invitation (`invitation_…`).
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The accepted invitation.

        Raises:
            BadRequestError: `code` or `error` is `invite_not_pending`, `invalid_invite` or
                `invite_has_accepted_user_id`.

        See https://workos.com/docs/reference/authkit/invitation/accept
        """
        return self._requestor.call(
            _ACCEPT_INVITATION, path={"invitation_id": invitation_id}, idempotency_key=idempotency_key, options=options
        )

    def resend_invitation(
        self,
        invitation_id: str,
        *,
        locale: Locale | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> Invitation:
        """Resend the email of an invitation.

        Only a pending invitation can be resent.

        Args:
            invitation_id: The ID of the invitation (`invitation_…`).
            locale: The language of the email.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The invitation.

        Raises:
            BadRequestError: `code` or `error` is `invite_expired`, `invite_revoked`, `invite_accepted` or
                `email_domain_not_deliverable`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.

        See https://workos.com/docs/reference/authkit/invitation/resend
        """
        return self._requestor.call(
            _RESEND_INVITATION,
            path={"invitation_id": invitation_id},
            body={"locale": locale},
            idempotency_key=idempotency_key,
            options=options,
        )

    def revoke_invitation(
        self, invitation_id: str, *, idempotency_key: str | None = None, options: RequestOptions | None = None
    ) -> Invitation:
        """Revoke an invitation.

        Only a pending invitation can be revoked. Its link stops working.

        Args:
            invitation_id: The ID of the invitation (`invitation_…`).
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The revoked invitation.

        Raises:
            BadRequestError: `code` or `error` is `invite_not_pending`.

        See https://workos.com/docs/reference/authkit/invitation/revoke
        """
        return self._requestor.call(
            _REVOKE_INVITATION, path={"invitation_id": invitation_id}, idempotency_key=idempotency_key, options=options
        )

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
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> MagicAuth:
        """Create a Magic Auth code.

        The code has six digits, is valid for ten minutes, and can be used only once. Pass the code that the user
        enters to `authenticate_with_magic_auth`. If the environment does not send Magic Auth emails, send the code
        yourself. Three codes per minute are allowed for each email address.

        Documented rate limit: 3 per 60 seconds. Requests for a Magic Auth code, per email address.

        Args:
            email: The user's email address.
            invitation_token: The token of the invitation that the user accepts by signing in.
            ip_address: The IP address that the sign-in comes from, for Radar.
            user_agent: The `User-Agent` header of the browser that the sign-in comes from, for Radar.
            radar_auth_attempt_id: The ID of an authentication attempt that Radar recorded earlier.
            signals_id: The ID of the signals that Radar collected in the browser.
            locale: The language of the email.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The Magic Auth code.

        Raises:
            BadRequestError: `code` or `error` is `email_domain_not_deliverable`, `invitation_invalid`,
                `authentication_method_not_allowed` or `sign_up_not_allowed`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded`.

        See https://workos.com/docs/reference/authkit/magic-auth/create
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
            idempotency_key=idempotency_key,
            options=options,
        )

    def get_magic_auth(self, magic_auth_id: str, *, options: RequestOptions | None = None) -> MagicAuth:
        """Get a Magic Auth code.

        The response contains the code itself, so that you can send your own email.

        Args:
            magic_auth_id: The ID of the Magic Auth code (`magic_auth_…`).

        Returns:
            The Magic Auth code.

        See https://workos.com/docs/reference/authkit/magic-auth/get
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
        """List the groups of an organization membership.

        Args:
            organization_membership_id: The ID of the organization membership (`om_…`).
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/authkit/organization-membership/list-groups
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
        """List the memberships of an organization or a user.

        Pass `organization_id`, `user_id` or both. Only active memberships are listed unless you pass `statuses`.

        Args:
            organization_id: Return only memberships in this organization.
            statuses: Return only memberships with one of these statuses. The API's default is `active` only.
            user_id: Return only memberships of this user.
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        Raises:
            BadRequestError: `code` or `error` is `invalid_request_parameters` or
                `missing_user_id_or_organization_id`.

        See https://workos.com/docs/reference/authkit/organization-membership/list
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
        self,
        *,
        user_id: str,
        organization_id: str,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> OrganizationMembership: ...

    @overload
    def create_organization_membership(
        self,
        *,
        user_id: str,
        organization_id: str,
        role_slug: str,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> OrganizationMembership: ...

    @overload
    def create_organization_membership(
        self,
        *,
        user_id: str,
        organization_id: str,
        role_slugs: Sequence[str],
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> OrganizationMembership: ...

    def create_organization_membership(
        self,
        *,
        user_id: str,
        organization_id: str,
        role_slug: str | NotGiven = NOT_GIVEN,
        role_slugs: Sequence[str] | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> OrganizationMembership:
        """Create an organization membership.

        The membership is active immediately. If the user already has an inactive membership in the organization, it
        is reactivated with the roles passed here; if the user has a pending membership, the request is rejected.

        Args:
            user_id: The ID of the user (`user_…`).
            organization_id: The ID of the organization (`org_…`).
            role_slug: The slug of the member's role. If you pass neither `role_slug` nor `role_slugs`, the
                member gets the default role, which is `member` unless you set another one.
            role_slugs: The slugs of the member's roles, if the environment allows multiple roles.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The membership.

        Raises:
            BadRequestError: `code` or `error` is `cannot_reactivate_pending_organization_membership`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`, `invalid_role`,
                `multiple_roles_not_enabled` or `sub_resource_scoped_role_not_allowed`.

        See https://workos.com/docs/reference/authkit/organization-membership/create
        """
        return self._requestor.call(
            _CREATE_ORGANIZATION_MEMBERSHIP,
            body={
                "user_id": user_id,
                "organization_id": organization_id,
                "role_slug": role_slug,
                "role_slugs": array("role_slugs", role_slugs),
            },
            idempotency_key=idempotency_key,
            options=options,
        )

    def get_organization_membership(
        self, organization_membership_id: str, *, options: RequestOptions | None = None
    ) -> OrganizationMembership:
        """Get an organization membership.

        Args:
            organization_membership_id: The ID of the organization membership (`om_…`).

        Returns:
            The membership.

        See https://workos.com/docs/reference/authkit/organization-membership/get
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
        """Update the roles of an organization membership.

        Args:
            organization_membership_id: The ID of the organization membership (`om_…`).
            role_slug: The slug of the role that replaces all of the member's roles.
            role_slugs: The slugs of the roles that replace all of the member's roles, if the environment allows
                multiple roles.

        Returns:
            The updated membership.

        Raises:
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`, `invalid_role`,
                `multiple_roles_not_enabled`, `sub_resource_scoped_role_not_allowed` or
                `organization_membership_directory_managed`.

        See https://workos.com/docs/reference/authkit/organization-membership/update
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
        """Delete an organization membership permanently.

        This cannot be undone. To remove access temporarily, deactivate the membership instead.

        Args:
            organization_membership_id: The ID of the organization membership (`om_…`).

        Raises:
            UnprocessableEntityError: `code` or `error` is `organization_membership_directory_managed`.

        See https://workos.com/docs/reference/authkit/organization-membership/delete
        """
        return self._requestor.call(
            _DELETE_ORGANIZATION_MEMBERSHIP,
            path={"organization_membership_id": organization_membership_id},
            options=options,
        )

    def deactivate_organization_membership(
        self, organization_membership_id: str, *, options: RequestOptions | None = None
    ) -> OrganizationMembership:
        """Deactivate an organization membership.

        This emits the event `organization_membership.updated`. Deactivating an inactive membership has no effect
        and emits no event. Deactivating a pending membership is rejected; delete it instead.

        Args:
            organization_membership_id: The ID of the organization membership (`om_…`).

        Returns:
            The deactivated membership.

        Raises:
            BadRequestError: `code` or `error` is `cannot_deactivate_pending_organization_membership`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters` or
                `organization_membership_directory_managed`.

        See https://workos.com/docs/reference/authkit/organization-membership/deactivate
        """
        return self._requestor.call(
            _DEACTIVATE_ORGANIZATION_MEMBERSHIP,
            path={"organization_membership_id": organization_membership_id},
            options=options,
        )

    def reactivate_organization_membership(
        self, organization_membership_id: str, *, options: RequestOptions | None = None
    ) -> OrganizationMembership:
        """Reactivate an organization membership.

        The membership keeps the roles it had before its deactivation, and the event
        `organization_membership.updated` is emitted. Reactivating an active membership has no effect and emits no
        event. Reactivating a pending membership is rejected, because the user must accept the invitation.

        Args:
            organization_membership_id: The ID of the organization membership (`om_…`).

        Returns:
            The reactivated membership.

        Raises:
            BadRequestError: `code` or `error` is `cannot_reactivate_pending_organization_membership`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters` or
                `organization_membership_directory_managed`.

        See https://workos.com/docs/reference/authkit/organization-membership/reactivate
        """
        return self._requestor.call(
            _REACTIVATE_ORGANIZATION_MEMBERSHIP,
            path={"organization_membership_id": organization_membership_id},
            options=options,
        )

    def create_password_reset(
        self,
        *,
        email: str,
        locale: Locale | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> PasswordReset:
        """Create a password reset.

        The token lets the user set a new password. If the environment does not send password reset emails, send the
        link yourself. Nothing changes until you pass the token to `reset_password`. Three requests per minute are
        allowed for each email address.

        Documented rate limit: 3 per 60 seconds. Requests for a password reset, per email address.

        Args:
            email: The user's email address.
            locale: The language of the email.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The token of the password reset and the link that contains it.

        Raises:
            PermissionDeniedError: `code` or `error` is `email_password_auth_disabled` or
                `password_reset_not_allowed`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.
            RateLimitExceededError: `code` or `error` is `daily_quota_exceeded`.

        See https://workos.com/docs/reference/authkit/password-reset/create
        """
        return self._requestor.call(
            _CREATE_PASSWORD_RESET,
            body={"email": email, "locale": locale},
            idempotency_key=idempotency_key,
            options=options,
        )

    def reset_password(
        self,
        *,
        token: str,
        new_password: str,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> User:
        """Set a user's new password with the password reset token.

        All sessions of the user end, and the user's email address counts as verified. A weak password or an invalid
        token is rejected.

        Args:
            token: The password reset token, from the query parameter `token` of the link.
            new_password: The new password in plain text. It must meet the password policy of the environment.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The user.

        Raises:
            BadRequestError: `code` or `error` is `password_reset_error`.
            PermissionDeniedError: `code` or `error` is `email_password_auth_disabled`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.

        See https://workos.com/docs/reference/authkit/password-reset/reset-password
        """
        return self._requestor.call(
            _RESET_PASSWORD,
            body={"token": token, "new_password": new_password},
            idempotency_key=idempotency_key,
            options=options,
        )

    def get_password_reset(self, password_reset_id: str, *, options: RequestOptions | None = None) -> PasswordReset:
        """Get a password reset.

        The response contains the token itself, so that you can send your own email.

        Args:
            password_reset_id: The ID of the password reset (`password_reset_…`).

        Returns:
            The password reset.

        See https://workos.com/docs/reference/authkit/password-reset/get
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
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> RadarSmsChallenge:
        """Send a user the code of a Radar challenge by SMS.

        Use this when a sign-in failed because Radar requires a challenge. Pass the code that the user enters to
        `authenticate_with_radar_sms_challenge`.

        Args:
            user_id: The ID of the user (`user_…`).
            pending_authentication_token: The `pending_authentication_token` from the error with which the
                sign-in failed.
            phone_number: The phone number to send the SMS to.
            ip_address: The IP address that the sign-in came from.
            user_agent: The `User-Agent` header of the browser that the sign-in came from.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The verification that was started.

        Raises:
            RateLimitExceededError: `code` or `error` is `sms_challenge_quota_reached` or
                `sms_challenge_rate_limited`.

        See https://workos.com/docs/reference/authkit
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
            idempotency_key=idempotency_key,
            options=options,
        )

    def get_radar_challenge(self, radar_challenge_id: str, *, options: RequestOptions | None = None) -> RadarChallenge:
        """Get a Radar challenge.

        The response contains the code itself, so that you can send your own email.

        Args:
            radar_challenge_id: The ID of the Radar challenge.

        Returns:
            The Radar challenge.

        See https://workos.com/docs/reference/authkit
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
            user_id: The ID of the user (`user_…`).
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        Raises:
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.

        See https://workos.com/docs/reference/authkit/session/list
        """
        return Pager(
            self._requestor,
            _LIST_SESSIONS,
            path={"user_id": user_id},
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    def revoke_session(
        self, *, session_id: str, idempotency_key: str | None = None, options: RequestOptions | None = None
    ) -> None:
        """Revoke a session.

        The refresh token stops working immediately. An access token that was already issued stays valid until it
        expires.

        Args:
            session_id: The ID of the session (`session_…`), which is the `sid` claim of the access token.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        See https://workos.com/docs/reference/authkit/session/revoke
        """
        return self._requestor.call(
            _REVOKE_SESSION, body={"session_id": session_id}, idempotency_key=idempotency_key, options=options
        )

    def get_logout_url(self, *, session_id: str, return_to: str | None = None) -> str:
        """Build the URL that signs a user out.

        Redirect the user's browser to this URL and delete your own session cookie. The session ends and the browser
        is redirected back to your application.

        Args:
            session_id: The ID of the session, which is the `sid` claim of the access token.
            return_to: The URL that the browser is redirected to after signing out. Without it, the browser is
                redirected to the URL that is configured in the environment.

        Returns:
            The URL.

        See https://workos.com/docs/reference/authkit/logout/get-logout-url
        """
        return self._requestor.url(_GET_LOGOUT_URL, {}, {"session_id": session_id, "return_to": return_to})

    def get_jwks(self, *, client_id: str | None = None, options: RequestOptions | None = None) -> JsonWebKeySet:
        """Get the JSON Web Key Set (JWKS) for access tokens.

        Args:
            client_id: The client ID of the environment (`client_…`). Defaults to the `client_id` of the client.

        Returns:
            The public keys.

        See https://workos.com/docs/reference/authkit/session-tokens/jwks
        """
        return self._requestor.call(
            _GET_JWKS, path={"client_id": self._requestor.require_client_id(client_id)}, options=options
        )

    def get_jwks_url(self, *, client_id: str | None = None) -> str:
        """Build the URL of the JSON Web Key Set (JWKS) for access tokens.

        Pass it to a library that verifies tokens and fetches the keys itself.

        Args:
            client_id: The client ID of the environment (`client_…`). Defaults to the `client_id` of the client.

        Returns:
            The URL.

        See https://workos.com/docs/reference/authkit/session-tokens/jwks
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
        """List the allowed CORS origins.

        Args:
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/authkit
        """
        return Pager(
            self._requestor,
            _LIST_CORS_ORIGINS,
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    def create_cors_origin(
        self, *, origin: str, idempotency_key: str | None = None, options: RequestOptions | None = None
    ) -> CorsOrigin:
        """Add an allowed CORS origin.

        Adding an origin that already exists fails with a conflict.

        Args:
            origin: The origin, such as `https://app.example.com`.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The CORS origin.

        See https://workos.com/docs/reference/authkit
        """
        return self._requestor.call(
            _CREATE_CORS_ORIGIN, body={"origin": origin}, idempotency_key=idempotency_key, options=options
        )

    def list_redirect_uris(
        self,
        *,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[RedirectUri]:
        """List the redirect URIs of the environment.

        Args:
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/authkit
        """
        return Pager(
            self._requestor,
            _LIST_REDIRECT_URIS,
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    def create_redirect_uri(
        self, *, uri: str, idempotency_key: str | None = None, options: RequestOptions | None = None
    ) -> RedirectUri:
        """Add a redirect URI to the environment.

        In production the URI must use HTTPS, except for `http://127.0.0.1`; in staging HTTP and localhost are
        allowed too. A single `*` can replace part of the leftmost label, as in `https://*.example.com`.

        Args:
            uri: The URI itself.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The redirect URI.

        See https://workos.com/docs/reference/authkit
        """
        return self._requestor.call(
            _CREATE_REDIRECT_URI, body={"uri": uri}, idempotency_key=idempotency_key, options=options
        )

    def delete_redirect_uri(self, redirect_uri_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a redirect URI.

        Sign-ins that use it fail from then on.

        Args:
            redirect_uri_id: The ID of the redirect URI.
        """
        return self._requestor.call(_DELETE_REDIRECT_URI, path={"redirect_uri_id": redirect_uri_id}, options=options)

    def get_jwt_template(self, *, options: RequestOptions | None = None) -> JwtTemplate:
        """Get the JWT template for access tokens.

        Returns:
            The JWT template.

        See https://workos.com/docs/reference/authkit/jwt-template
        """
        return self._requestor.call(_GET_JWT_TEMPLATE, options=options)

    def update_jwt_template(self, *, content: str, options: RequestOptions | None = None) -> JwtTemplate:
        """Replace the JWT template for access tokens.

        Access tokens that were already issued do not change.

        Args:
            content: The content of the JWT template, which replaces the current content.

        Returns:
            The updated JWT template.

        Raises:
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.

        See https://workos.com/docs/reference/authkit/jwt-template
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

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.
        """
        return Pager(
            self._requestor,
            _LIST_AUTHKIT_OAUTH_RESOURCES,
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    def create_authkit_oauth_resource(
        self,
        *,
        uri: str,
        default: bool | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AuthkitOauthResource:
        """Add an OAuth resource that AuthKit issues tokens for.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            uri: The URI that identifies the OAuth resource.
            default: Whether tokens are issued for this resource if a request does not specify one.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The OAuth resource.
        """
        return self._requestor.call(
            _CREATE_AUTHKIT_OAUTH_RESOURCE,
            body={"uri": uri, "default": default},
            idempotency_key=idempotency_key,
            options=options,
        )

    def delete_authkit_oauth_resource(
        self, authkit_oauth_resource_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Delete an OAuth resource that AuthKit issues tokens for.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            authkit_oauth_resource_id: The ID of the OAuth resource.
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

        The response does not contain the values of the keys, only their obfuscated form.

        Available only to accounts that have the feature `user-api-keys`.

        Args:
            user_id: The ID of the user (`user_…`).
            organization_id: Return only API keys for this organization.
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/authkit/api-keys
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
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> UserApiKeyWithValue:
        """Create an API key for a user.

        The value of the key is returned only in this response. Display it to the user once, and do not log it.

        Available only to accounts that have the feature `user-api-keys`.

        Args:
            user_id: The ID of the user (`user_…`).
            name: The name of the API key.
            organization_id: The ID of the organization in which the user can use the API key (`org_…`).
            permissions: The slugs of the permissions that the API key grants.
            expires_at: When the API key expires. If you omit it, the key never expires.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The new API key, including its value.

        See https://workos.com/docs/reference/authkit/api-keys
        """
        return self._requestor.call(
            _CREATE_USER_API_KEY,
            path={"user_id": user_id},
            body={
                "name": name,
                "organization_id": organization_id,
                "permissions": array("permissions", permissions),
                "expires_at": utc_time("expires_at", expires_at),
            },
            idempotency_key=idempotency_key,
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

        Without filters, all users are listed.

        Args:
            organization: Deprecated. Return only users who are members of this organization. Use
                `organization_id` instead.
            organization_id: Return only users who are members of this organization.
            email: Return only the user with this email address.
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/authkit/user/list
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
        idempotency_key: str | None = None,
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
        idempotency_key: str | None = None,
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
        idempotency_key: str | None = None,
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
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> User:
        """Create a user.

        Pass either `password` or `password_hash` with `password_hash_type`, or neither if the user signs in by
        another method. A weak password is rejected with the code `password_strength_error`.

        Args:
            email: The user's email address.
            first_name: The user's first name.
            last_name: The user's last name.
            name: The user's full name.
            email_verified: Whether you have already verified the user's email address.
            metadata: Your own key-value pairs: up to 50 keys of at most 40 characters, with values of at most
                600 characters.
            external_id: Your own ID for the user, unique in the environment, at most 128 ASCII characters.
            ip_address: The IP address that the sign-up came from, for Radar.
            user_agent: The `User-Agent` header of the browser that the sign-up came from, for Radar.
            signals_id: The ID of the signals that Radar collected in the browser.
            password: The password in plain text. It must meet the password policy of the environment.
            password_hash: A password hash that you migrate from another system.
            password_hash_type: The algorithm with which `password_hash` was created.
            password_salt_position: The position of the salt when `password_hash` was created, if it is not the
                default position.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The new user.

        Raises:
            BadRequestError: `code` or `error` is `password_strength_error`, `user_creation_error`,
                `invalid_password_hash`, `password_and_password_hash_provided`,
                `password_and_password_hash_type_provided`, `password_salt_position_requires_password_hash` or
                `invalid_metadata`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.

        See https://workos.com/docs/reference/authkit/user/create
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
            idempotency_key=idempotency_key,
            options=options,
        )

    def get_user_by_external_id(self, external_id: str, *, options: RequestOptions | None = None) -> User:
        """Get a user by external ID.

        Args:
            external_id: The `external_id` that you assigned to the user.

        Returns:
            The user.

        See https://workos.com/docs/reference/authkit/user/get-by-external-id
        """
        return self._requestor.call(_GET_USER_BY_EXTERNAL_ID, path={"external_id": external_id}, options=options)

    def get_user(self, user_id: str, *, options: RequestOptions | None = None) -> User:
        """Get a user.

        Args:
            user_id: The ID of the user (`user_…`).

        Returns:
            The user.

        See https://workos.com/docs/reference/authkit/user/get
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
        metadata: Mapping[str, str | None] | None | NotGiven = NOT_GIVEN,
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
        metadata: Mapping[str, str | None] | None | NotGiven = NOT_GIVEN,
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
        metadata: Mapping[str, str | None] | None | NotGiven = NOT_GIVEN,
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
        metadata: Mapping[str, str | None] | None | NotGiven = NOT_GIVEN,
        external_id: str | None | NotGiven = NOT_GIVEN,
        locale: str | None | NotGiven = NOT_GIVEN,
        password: str | NotGiven = NOT_GIVEN,
        password_hash: str | NotGiven = NOT_GIVEN,
        password_hash_type: PasswordHashType | NotGiven = NOT_GIVEN,
        password_salt_position: PasswordSaltPosition | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> User:
        """Update a user.

        Omit a field to keep its value; pass `None` to clear `metadata`, `external_id` or `locale`. Pass either
        `password` or `password_hash` with `password_hash_type`.

        Args:
            user_id: The ID of the user (`user_…`).
            email: The user's email address.
            first_name: The user's first name.
            last_name: The user's last name.
            name: The user's full name.
            email_verified: Whether you have verified the user's email address.
            metadata: Your own key-value pairs: up to 50 keys of at most 40 characters, with values of at most
                600 characters. Keys that you omit stay, and a value of `None` removes its key. Pass `None` or `{}`
                to clear them all.
            external_id: Your own ID for the user, unique in the environment, at most 128 ASCII characters. Pass
                `None` to clear it.
            locale: The user's preferred language, such as `en-US`. Pass `None` to clear it.
            password: The new password in plain text. It must meet the password policy of the environment.
            password_hash: A password hash that you migrate from another system.
            password_hash_type: The algorithm with which `password_hash` was created.
            password_salt_position: The position of the salt when `password_hash` was created, if it is not the
                default position.

        Returns:
            The updated user.

        Raises:
            BadRequestError: `code` or `error` is `password_strength_error`, `invalid_password_hash`,
                `password_and_password_hash_provided`, `password_and_password_hash_type_provided`,
                `password_salt_position_requires_password_hash`, `email_already_verified`, `invalid_metadata`,
                `external_id_already_used`, `email_change_not_allowed`, `email_not_available`, `invalid_email` or
                `invalid_locale`.
            UnprocessableEntityError: `code` or `error` is `invalid_request_parameters`.

        See https://workos.com/docs/reference/authkit/user/update
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
        """Delete a user permanently.

        This cannot be undone. If the environment does not allow it, the request fails with the code
        `user_deletion_not_allowed`.

        Args:
            user_id: The ID of the user (`user_…`).

        Raises:
            ConflictError: `code` or `error` is `user_deletion_not_allowed`.

        See https://workos.com/docs/reference/authkit/user/delete
        """
        return self._requestor.call(_DELETE_USER, path={"user_id": user_id}, options=options)

    def get_user_identities(self, user_id: str, *, options: RequestOptions | None = None) -> list[UserIdentity]:
        """List the identities of a user.

        An identity is an account at an external provider with which the user signs in. A user has more than one
        identity after identity linking. Check `type` before you rely on the other fields; currently all identities
        are OAuth identities.

        Args:
            user_id: The ID of the user (`user_…`).

        Returns:
            All identities of the user, without pagination.

        See https://workos.com/docs/reference/authkit/identity/list
        """
        return self._requestor.call(_GET_USER_IDENTITIES, path={"user_id": user_id}, options=options)

    def list_waitlists(self, *, options: RequestOptions | None = None) -> list[Waitlist]:
        """List the waitlists of the environment.

        Not in WorkOS's published API description; known only from other client libraries.

        Returns:
            All waitlists, without pagination.
        """
        return self._requestor.call(_LIST_WAITLISTS, options=options)

    def get_waitlist(self, waitlist_id: str, *, options: RequestOptions | None = None) -> Waitlist:
        """Get a waitlist.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            waitlist_id: The ID of the waitlist.

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
        """List the entries of a waitlist.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            waitlist_id: The ID of the waitlist.
            state: Return only entries in this state.
            email: Return only the entry with this email address.
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/authkit/waitlist
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
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> WaitlistEntry:
        """Add an entry to a waitlist.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            waitlist_id: The ID of the waitlist.
            email: The person's email address.
            additional_fields: Additional information about the person, by field name.
            send_confirmation_email: Whether to send the person an email that confirms the waitlist entry.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The waitlist entry.

        See https://workos.com/docs/reference/authkit/waitlist
        """
        return self._requestor.call(
            _CREATE_WAITLIST_ENTRY,
            path={"waitlist_id": waitlist_id},
            body={
                "email": email,
                "additional_fields": additional_fields,
                "send_confirmation_email": send_confirmation_email,
            },
            idempotency_key=idempotency_key,
            options=options,
        )

    def delete_waitlist_entry(self, waitlist_entry_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a waitlist entry.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            waitlist_entry_id: The ID of the waitlist entry.

        See https://workos.com/docs/reference/authkit/waitlist
        """
        return self._requestor.call(
            _DELETE_WAITLIST_ENTRY, path={"waitlist_entry_id": waitlist_entry_id}, options=options
        )

    def approve_waitlist_entry(
        self, waitlist_entry_id: str, *, idempotency_key: str | None = None, options: RequestOptions | None = None
    ) -> WaitlistEntry:
        """Approve a waitlist entry.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            waitlist_entry_id: The ID of the waitlist entry.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The approved waitlist entry.

        See https://workos.com/docs/reference/authkit/waitlist
        """
        return self._requestor.call(
            _APPROVE_WAITLIST_ENTRY,
            path={"waitlist_entry_id": waitlist_entry_id},
            idempotency_key=idempotency_key,
            options=options,
        )

    def deny_waitlist_entry(
        self, waitlist_entry_id: str, *, idempotency_key: str | None = None, options: RequestOptions | None = None
    ) -> WaitlistEntry:
        """Deny a waitlist entry.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            waitlist_entry_id: The ID of the waitlist entry.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The denied waitlist entry.

        See https://workos.com/docs/reference/authkit/waitlist
        """
        return self._requestor.call(
            _DENY_WAITLIST_ENTRY,
            path={"waitlist_entry_id": waitlist_entry_id},
            idempotency_key=idempotency_key,
            options=options,
        )
