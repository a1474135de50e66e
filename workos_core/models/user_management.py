# Generated from spec/resources/user_management by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of user management."""

from datetime import datetime
from typing import Any, Literal, TypeAlias

from workos_core.models.api_keys import UserApiKeyOwner
from workos_core.models.common import ListMetadata, OauthTokens, Role
from workos_core.models.connect import ConnectApplication
from workos_core.models.mfa import AuthenticationChallenge, EnrolledAuthenticationFactor
from workos_core.serialization.model import UNSET, Model, field, model

__all__ = [
    "AuthFactorEnrollment",
    "AuthenticationMethod",
    "AuthenticationResponse",
    "AuthkitOauthResource",
    "AuthorizationProvider",
    "CorsOrigin",
    "DeviceAuthorization",
    "EmailChange",
    "EmailChangeConfirmation",
    "EmailVerification",
    "Impersonator",
    "Invitation",
    "InvitationState",
    "JsonWebKey",
    "JsonWebKeySet",
    "JwtTemplate",
    "Locale",
    "MagicAuth",
    "OrganizationMembership",
    "OrganizationMembershipStatus",
    "PasswordHashType",
    "PasswordReset",
    "PasswordSaltPosition",
    "RadarChallenge",
    "RadarSmsChallenge",
    "RedirectUri",
    "ScreenHint",
    "SessionAuthMethod",
    "User",
    "UserApiKey",
    "UserApiKeyWithValue",
    "UserAuthorizedApplication",
    "UserIdentity",
    "UserIdentityProvider",
    "UserSession",
    "UserSessionStatus",
    "Waitlist",
    "WaitlistEntry",
    "WaitlistEntryState",
    "WaitlistList",
    "WrappedUser",
]


@model
class AuthFactorEnrollment(Model):
    """A new authentication factor of a user and a first challenge for it."""

    authentication_factor: EnrolledAuthenticationFactor
    """The authentication factor, including its secret."""
    authentication_challenge: AuthenticationChallenge
    """A challenge to verify that the authentication factor works."""


AuthenticationMethod: TypeAlias = (
    Literal[
        "SSO",
        "Password",
        "Passkey",
        "AppleOAuth",
        "BitbucketOAuth",
        "CrossAppAuth",
        "DiscordOAuth",
        "ExternalAuth",
        "GitHubOAuth",
        "GitLabOAuth",
        "GoogleOAuth",
        "GrokOAuth",
        "XOAuth",
        "IntuitOAuth",
        "LinkedInOAuth",
        "MicrosoftOAuth",
        "SalesforceOAuth",
        "SlackOAuth",
        "VercelMarketplaceOAuth",
        "VercelOAuth",
        "XeroOAuth",
        "MagicAuth",
        "Impersonation",
        "MigratedSession",
    ]
    | str
)
"""How a user signed in, as reported in the authentication response. Sessions use different values for the same
methods.
"""


@model
class Impersonator(Model):
    """A member of your team who is signed in as a user."""

    email: str
    """The email address of the impersonator."""
    reason: str | None
    """The reason for the impersonation, if one was given."""


@model
class User(Model):
    """A user of your application."""

    object: Literal["user"] = "user"
    """Always `user`."""
    id: str
    """The ID of the user (`user_…`)."""
    first_name: str | None
    """The user's first name."""
    last_name: str | None
    """The user's last name."""
    name: str | None = UNSET
    """The user's full name."""
    profile_picture_url: str | None
    """The URL of the user's profile picture."""
    email: str
    """The user's email address."""
    email_verified: bool
    """Whether the user's email address is verified."""
    external_id: str | None
    """Your own ID for the user, if you assigned one."""
    metadata: dict[str, str] | None = UNSET
    """Your own key-value pairs."""
    last_sign_in_at: datetime | None
    """When the user last signed in; null if the user has never signed in."""
    locale: str | None = UNSET
    """The user's preferred language, such as `en-US`."""
    created_at: datetime
    """When the user was created."""
    updated_at: datetime
    """When the user was last updated."""
    radar_auth_attempt_id: str | None = UNSET
    """The ID of the authentication attempt that Radar recorded. Pass it on when the user signs in. It is present
    only in the response that creates the code.
    """


@model
class AuthenticationResponse(Model):
    """A signed-in user and the tokens of the session."""

    user: User
    """The user."""
    organization_id: str | None = UNSET
    """The ID of the organization that the user is signed in to; absent if there is none."""
    authkit_authorization_code: str | None = field(default=UNSET, repr=False)
    """An authorization code with which AuthKit can take over the session, if AuthKit is involved in the sign-in."""
    access_token: str = field(repr=False)
    """The access token, a signed JWT with a short lifetime."""
    refresh_token: str = field(repr=False)
    """The refresh token, which is exchanged for the next access token. It can be used only once."""
    authentication_method: AuthenticationMethod | None = UNSET
    """How the user signed in."""
    impersonator: Impersonator | None = UNSET
    """The impersonator who is signed in as the user; absent if the session is not impersonated."""
    oauth_tokens: OauthTokens | None = UNSET
    """The tokens of the OAuth provider that the user signed in with; absent unless the environment is configured
    to return them.
    """


AuthorizationProvider: TypeAlias = (
    Literal[
        "authkit",
        "AppleOAuth",
        "BitbucketOAuth",
        "GitHubOAuth",
        "GitLabOAuth",
        "GoogleOAuth",
        "IntuitOAuth",
        "LinkedInOAuth",
        "MicrosoftOAuth",
        "SalesforceOAuth",
        "SlackOAuth",
        "VercelMarketplaceOAuth",
        "VercelOAuth",
        "XeroOAuth",
    ]
    | str
)
"""Where a user signs in. `authkit` is the hosted AuthKit page; the other values are OAuth providers."""

ScreenHint: TypeAlias = (
    Literal[
        "sign-up",
        "sign-in",
    ]
    | str
)
"""The page that AuthKit displays first. `sign-in` is the API's default."""


@model
class UserAuthorizedApplication(Model):
    """A user's authorization of a Connect application."""

    object: Literal["authorized_connect_application"] = "authorized_connect_application"
    """Always `authorized_connect_application`."""
    id: str
    """The ID of the authorization."""
    granted_scopes: list[str]
    """The OAuth scopes that the user granted."""
    oauth_resource: str | None = UNSET
    """The OAuth resource that the scopes are granted for."""
    application: ConnectApplication
    """The authorized application."""


@model
class DeviceAuthorization(Model):
    """The codes of a device authorization: what to display to the user, and what to poll for the tokens with."""

    device_code: str = field(repr=False)
    """The code with which the device polls for its tokens. Never display it."""
    user_code: str
    """The code that the user enters in the browser."""
    verification_uri: str
    """The URI at which the user enters `user_code`."""
    verification_uri_complete: str | None = UNSET
    """The verification URI including `user_code`, for a link or a QR code."""
    expires_in: float
    """The number of seconds until the codes expire."""
    interval: float | None = UNSET
    """The minimum number of seconds between two polling requests. If it is absent, RFC 8628 specifies 5 seconds."""


@model
class EmailVerification(Model):
    """A code that verifies an email address."""

    object: Literal["email_verification"] = "email_verification"
    """Always `email_verification`."""
    id: str
    """The ID of the email verification (`email_verification_…`)."""
    user_id: str
    """The ID of the user."""
    email: str
    """The email address to verify."""
    expires_at: datetime
    """When the code expires."""
    created_at: datetime
    """When the code was created."""
    updated_at: datetime
    """When the email verification was last updated."""
    code: str = field(repr=False)
    """The verification code. Send it to this email address only."""


@model
class WrappedUser(Model):
    """An object that wraps a user."""

    user: User
    """The user."""


@model
class EmailChange(Model):
    """A change of a user's email address that is pending until the user verifies the new address."""

    object: Literal["email_change"] = "email_change"
    """Always `email_change`."""
    user: User
    """The user, still with the current email address."""
    new_email: str
    """The new email address."""
    expires_at: datetime
    """When the pending email change expires."""
    created_at: datetime
    """When the email change was requested."""


@model
class EmailChangeConfirmation(Model):
    """A confirmed change of a user's email address."""

    object: Literal["email_change_confirmation"] = "email_change_confirmation"
    """Always `email_change_confirmation`."""
    user: User
    """The user, with the new email address."""


InvitationState: TypeAlias = (
    Literal[
        "pending",
        "accepted",
        "expired",
        "revoked",
    ]
    | str
)
"""The state of an invitation."""


@model
class Invitation(Model):
    """An invitation, sent by email, to sign up and optionally to join an organization."""

    object: Literal["invitation"] = "invitation"
    """Always `invitation`."""
    id: str
    """The ID of the invitation (`invitation_…`)."""
    email: str
    """The email address that the invitation was sent to."""
    state: InvitationState
    """The state of the invitation."""
    accepted_at: datetime | None
    """When the invitation was accepted; null if it was not."""
    revoked_at: datetime | None
    """When the invitation was revoked; null if it was not."""
    expires_at: datetime
    """When the invitation expires."""
    organization_id: str | None
    """The ID of the organization that the invitee joins; null if there is none."""
    inviter_user_id: str | None
    """The ID of the user on whose behalf the invitation was sent; null if there is none."""
    accepted_user_id: str | None
    """The ID of the user who accepted the invitation; null until it is accepted."""
    role_slug: str | None
    """The slug of the invitee's role in the organization; null if none was specified."""
    created_at: datetime
    """When the invitation was first sent."""
    updated_at: datetime
    """When the invitation was last updated."""
    token: str = field(repr=False)
    """The token in the link of the invitation. Keep it secret: anyone who has it can accept the invitation."""
    accept_invitation_url: str = field(repr=False)
    """The link of the invitation, including the token."""


Locale: TypeAlias = (
    Literal[
        "af",
        "am",
        "ar",
        "bg",
        "bn",
        "bs",
        "ca",
        "cs",
        "da",
        "de",
        "de-DE",
        "el",
        "en",
        "en-AU",
        "en-CA",
        "en-GB",
        "en-US",
        "es",
        "es-419",
        "es-ES",
        "es-US",
        "et",
        "fa",
        "fi",
        "fil",
        "fr",
        "fr-BE",
        "fr-CA",
        "fr-FR",
        "fy",
        "gl",
        "gu",
        "ha",
        "he",
        "hi",
        "hr",
        "hu",
        "hy",
        "id",
        "is",
        "it",
        "it-IT",
        "ja",
        "jv",
        "ka",
        "kk",
        "km",
        "kn",
        "ko",
        "lt",
        "lv",
        "mk",
        "ml",
        "mn",
        "mr",
        "ms",
        "my",
        "nb",
        "ne",
        "nl",
        "nl-BE",
        "nl-NL",
        "nn",
        "no",
        "pa",
        "pl",
        "pt",
        "pt-BR",
        "pt-PT",
        "ro",
        "ru",
        "sk",
        "sl",
        "sq",
        "sr",
        "sv",
        "sw",
        "ta",
        "te",
        "th",
        "tr",
        "uk",
        "ur",
        "uz",
        "vi",
        "zh",
        "zh-CN",
        "zh-HK",
        "zh-TW",
        "zu",
    ]
    | str
)
"""A language that AuthKit and its emails support."""


@model
class MagicAuth(Model):
    """A one-time code with which a user signs in."""

    object: Literal["magic_auth"] = "magic_auth"
    """Always `magic_auth`."""
    id: str
    """The ID of the Magic Auth code (`magic_auth_…`)."""
    user_id: str
    """The ID of the user."""
    email: str
    """The email address that the code was created for."""
    expires_at: datetime
    """When the code expires, ten minutes after it was created."""
    created_at: datetime
    """When the code was created."""
    updated_at: datetime
    """When the Magic Auth code was last updated."""
    code: str = field(repr=False)
    """The six-digit code. Keep it secret: anyone who has it can sign in as the user."""
    radar_auth_attempt_id: str | None = UNSET
    """The ID of the authentication attempt that Radar recorded. Pass it on when the user signs in. It is present
    only in the response that creates the code.
    """


OrganizationMembershipStatus: TypeAlias = (
    Literal[
        "active",
        "inactive",
        "pending",
    ]
    | str
)
"""The status of a membership: a `pending` membership waits for the user to accept the invitation, an
`inactive` one has been deactivated.
"""


@model
class OrganizationMembership(Model):
    """A user's membership in an organization, with the user's roles in it."""

    object: Literal["organization_membership"] = "organization_membership"
    """Always `organization_membership`."""
    id: str
    """The ID of the organization membership (`om_…`)."""
    user_id: str
    """The ID of the user."""
    organization_id: str
    """The ID of the organization."""
    status: OrganizationMembershipStatus
    """The status of the membership."""
    directory_managed: bool
    """Whether the membership is managed by a directory of the organization."""
    organization_name: str | None = UNSET
    """The name of the organization."""
    custom_attributes: dict[str, Any] | None = UNSET
    """The custom attributes that are mapped in your environment, by name."""
    created_at: datetime
    """When the membership was created."""
    updated_at: datetime
    """When the membership was last updated."""
    role: Role
    """The member's role; if there are several, the first one."""
    roles: list[Role]
    """All of the member's roles."""
    user: User
    """The user."""


@model
class PasswordReset(Model):
    """A token with which a user sets a new password."""

    object: Literal["password_reset"] = "password_reset"
    """Always `password_reset`."""
    id: str
    """The ID of the password reset (`password_reset_…`)."""
    user_id: str
    """The ID of the user."""
    email: str
    """The user's email address."""
    expires_at: datetime
    """When the token expires."""
    created_at: datetime
    """When the token was created."""
    password_reset_token: str = field(repr=False)
    """The password reset token. It can be used only once. Keep it secret: anyone who has it can set the password."""
    password_reset_url: str = field(repr=False)
    """The link to send to the user, including the token."""


@model
class RadarChallenge(Model):
    """A challenge in which Radar sends the user a code by email."""

    object: Literal["radar_challenge"] = "radar_challenge"
    """Always `radar_challenge`."""
    id: str
    """The ID of the Radar challenge."""
    type: Literal["email"] = "email"
    """How the code is sent to the user, always `email`."""
    user_id: str
    """The ID of the user."""
    email: str
    """The email address that the code was created for."""
    expires_at: datetime
    """When the code expires."""
    created_at: datetime
    """When the challenge was created."""
    updated_at: datetime
    """When the challenge was last updated."""
    code: str = field(repr=False)
    """The verification code. Send it to this email address only."""


@model
class RadarSmsChallenge(Model):
    """A challenge in which Radar sends the user a code by SMS."""

    verification_id: str
    """The ID of the verification. Pass it to `authenticate_with_radar_sms_challenge`."""
    phone_number: str
    """The phone number that the SMS was sent to."""


SessionAuthMethod: TypeAlias = (
    Literal[
        "cross_app_auth",
        "external_auth",
        "impersonation",
        "magic_code",
        "migrated_session",
        "oauth",
        "passkey",
        "password",
        "sso",
        "unknown",
    ]
    | str
)
"""How a user signed in, as reported by sessions."""

UserSessionStatus: TypeAlias = (
    Literal[
        "active",
        "expired",
        "revoked",
    ]
    | str
)
"""The status of a session: an `expired` session reached its expiry, a `revoked` one was ended explicitly."""


@model
class UserSession(Model):
    """A user's session in one browser or on one device."""

    object: Literal["session"] = "session"
    """Always `session`."""
    id: str
    """The ID of the session (`session_…`)."""
    impersonator: Impersonator | None = UNSET
    """The impersonator who is signed in as the user; absent if the session is not impersonated."""
    ip_address: str | None
    """The IP address that the user signed in from."""
    organization_id: str | None = UNSET
    """The ID of the organization that the user is signed in to; absent if there is none."""
    user_agent: str | None
    """The `User-Agent` header of the browser that the user signed in with."""
    user_id: str
    """The ID of the user."""
    auth_method: SessionAuthMethod
    """How the user signed in."""
    status: UserSessionStatus
    """The status of the session."""
    expires_at: datetime
    """When the session expires."""
    ended_at: datetime | None
    """When the session ended; null while it is active."""
    created_at: datetime
    """When the user signed in."""
    updated_at: datetime
    """When the session was last updated."""


@model
class JsonWebKey(Model):
    """A public key as defined in RFC 7517."""

    alg: Literal["RS256"] = "RS256"
    """The algorithm that the key is used with."""
    kty: Literal["RSA"] = "RSA"
    """The key type."""
    use: Literal["sig"] = "sig"
    """The intended use of the key; `sig` stands for signatures."""
    x5c: list[str]
    """The certificate chain of the key, each certificate base64-encoded."""
    n: str
    """The modulus of the key, base64url-encoded."""
    e: str
    """The exponent of the key, base64url-encoded."""
    kid: str
    """The ID of the key, as referenced in the header of a token."""
    x5t_s256: str = field(metadata={"wire": "x5t#S256"})
    """The SHA-256 thumbprint of the certificate, base64url-encoded."""


@model
class JsonWebKeySet(Model):
    """The public keys with which to verify the signatures of access tokens."""

    keys: list[JsonWebKey]
    """The public keys. During a key rotation there is more than one."""


@model
class CorsOrigin(Model):
    """An origin from which browsers may call the API."""

    object: Literal["cors_origin"] = "cors_origin"
    """Always `cors_origin`."""
    id: str
    """The ID of the CORS origin."""
    origin: str
    """The origin, such as `https://app.example.com`."""
    created_at: datetime
    """When the CORS origin was added."""
    updated_at: datetime
    """When the CORS origin was last updated."""


@model
class RedirectUri(Model):
    """A URI that browsers may be redirected to after a sign-in."""

    object: Literal["redirect_uri"] = "redirect_uri"
    """Always `redirect_uri`."""
    id: str
    """The ID of the redirect URI."""
    uri: str
    """The URI itself."""
    default: bool
    """Whether this redirect URI is used if a sign-in does not specify one."""
    created_at: str
    """When the redirect URI was added, as a string."""
    updated_at: str
    """When the redirect URI was last updated, as a string."""


@model
class JwtTemplate(Model):
    """The template that defines the claims of access tokens."""

    object: Literal["jwt_template"] = "jwt_template"
    """Always `jwt_template`."""
    content: str
    """The JWT template."""
    created_at: str
    """When the JWT template was created, as a string."""
    updated_at: str
    """When the JWT template was last updated, as a string."""


@model
class AuthkitOauthResource(Model):
    """An OAuth resource that AuthKit issues tokens for."""

    object: Literal["authkit_oauth_resource"] = "authkit_oauth_resource"
    """Always `authkit_oauth_resource`."""
    id: str
    """The ID of the OAuth resource."""
    uri: str
    """The URI that identifies the OAuth resource."""
    default: bool
    """Whether tokens are issued for this resource if a request does not specify one."""
    created_at: str
    """When the OAuth resource was added, as a string."""
    updated_at: str
    """When the OAuth resource was last updated, as a string."""


@model
class UserApiKey(Model):
    """An API key of a user within an organization, without its value."""

    object: Literal["api_key"] = "api_key"
    """Always `api_key`."""
    id: str
    """The ID of the API key (`api_key_…`)."""
    owner: UserApiKeyOwner
    """The user who owns the API key."""
    name: str
    """The name of the API key."""
    obfuscated_value: str
    """The value of the API key with all but its first and last characters hidden, to recognize the key by."""
    last_used_at: datetime | None
    """When the API key was last used; null if it has never been used."""
    expires_at: datetime | None
    """When the API key expires; null if it never expires."""
    permissions: list[str]
    """The slugs of the permissions that the API key grants."""
    created_at: datetime
    """When the API key was created."""
    updated_at: datetime
    """When the API key was last updated."""


@model
class UserApiKeyWithValue(Model):
    """An API key of a user within an organization, including its value."""

    object: Literal["api_key"] = "api_key"
    """Always `api_key`."""
    id: str
    """The ID of the API key (`api_key_…`)."""
    owner: UserApiKeyOwner
    """The user who owns the API key."""
    name: str
    """The name of the API key."""
    obfuscated_value: str
    """The value of the API key with all but its first and last characters hidden, to recognize the key by."""
    last_used_at: datetime | None
    """When the API key was last used; null if it has never been used."""
    expires_at: datetime | None
    """When the API key expires; null if it never expires."""
    permissions: list[str]
    """The slugs of the permissions that the API key grants."""
    created_at: datetime
    """When the API key was created."""
    updated_at: datetime
    """When the API key was last updated."""
    value: str = field(repr=False)
    """The API key itself. It is never returned again."""


PasswordHashType: TypeAlias = (
    Literal[
        "bcrypt",
        "firebase-scrypt",
        "ssha",
        "ssha256",
        "scrypt",
        "pbkdf2",
        "argon2",
    ]
    | str
)
"""The algorithm with which a password hash was created."""

PasswordSaltPosition: TypeAlias = (
    Literal[
        "prefix",
        "suffix",
    ]
    | str
)
"""Whether the salt was prepended or appended to the password when the hash was created."""

UserIdentityProvider: TypeAlias = (
    Literal[
        "AppleOAuth",
        "BitbucketOAuth",
        "DiscordOAuth",
        "GithubOAuth",
        "GitLabOAuth",
        "GoogleOAuth",
        "GrokOAuth",
        "XOAuth",
        "IntuitOAuth",
        "LinkedInOAuth",
        "MicrosoftOAuth",
        "SalesforceOAuth",
        "SlackOAuth",
        "VercelMarketplaceOAuth",
        "VercelOAuth",
        "XeroOAuth",
    ]
    | str
)
"""A provider of OAuth identities. GitHub is spelled `GithubOAuth` here, unlike elsewhere."""


@model
class UserIdentity(Model):
    """An account at an external provider with which a user signs in."""

    idp_id: str
    """The ID of the user at the provider."""
    type: Literal["OAuth"] = "OAuth"
    """The type of the identity, currently always `OAuth`."""
    provider: UserIdentityProvider
    """The provider of the identity."""


@model
class Waitlist(Model):
    """A list of people who wait for access to your application."""

    object: Literal["waitlist"] = "waitlist"
    """Always `waitlist`."""
    id: str
    """The ID of the waitlist."""
    created_at: datetime
    """When the waitlist was created."""
    updated_at: datetime
    """When the waitlist was last updated."""


@model
class WaitlistList(Model):
    """One page of waitlists."""

    object: Literal["list"] = "list"
    """Always `list`."""
    data: list[Waitlist]
    """The waitlists on this page."""
    list_metadata: ListMetadata
    """The cursors of the previous and next pages."""


WaitlistEntryState: TypeAlias = (
    Literal[
        "pending",
        "approved",
        "denied",
    ]
    | str
)
"""The state of a waitlist entry."""


@model
class WaitlistEntry(Model):
    """A person on a waitlist."""

    id: str
    """The ID of the waitlist entry."""
    email: str
    """The person's email address."""
    state: WaitlistEntryState
    """Whether the entry is pending, approved or denied."""
    approved_at: datetime | None
    """When the entry was approved; null until then."""
    created_at: datetime
    """When the person was added to the waitlist."""
    updated_at: datetime
    """When the waitlist entry was last updated."""
    object: Literal["waitlist_entry"] = "waitlist_entry"
    """Always `waitlist_entry`."""
    additional_fields: dict[str, str] | None = UNSET
    """Additional information that the person was asked for, by field name."""
    waitlist_id: str | None = UNSET
    """The ID of the waitlist."""
