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
    """A new factor of a user and a first challenge for it."""

    authentication_factor: EnrolledAuthenticationFactor
    """The factor, with its secret."""
    authentication_challenge: AuthenticationChallenge
    """A challenge for the factor, to verify that it works."""


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
"""How a user signed in, as the answer to a sign-in tells it. Sessions use other words for the same."""


@model
class Impersonator(Model):
    """Somebody of your team who is signed in as a user."""

    email: str
    """The e-mail address of that person."""
    reason: str | None
    """Why the person did it, if a reason was given."""


@model
class User(Model):
    """Somebody who can sign in to your application."""

    object: Literal["user"] = "user"
    """Always `user`."""
    id: str
    """The id of the user (`user_…`)."""
    first_name: str | None
    """The first name."""
    last_name: str | None
    """The last name."""
    name: str | None = UNSET
    """The full name."""
    profile_picture_url: str | None
    """The address of a picture of the user."""
    email: str
    """The e-mail address."""
    email_verified: bool
    """Whether the e-mail address is proved to be the user's."""
    external_id: str | None
    """Your own id for the user, if you gave one."""
    metadata: dict[str, str] | None = UNSET
    """Your own key-value data."""
    last_sign_in_at: datetime | None
    """When the user last signed in; null before the first time."""
    locale: str | None = UNSET
    """The language the user prefers, such as `en-US`."""
    created_at: datetime
    """When the user was created."""
    updated_at: datetime
    """When the user last changed."""
    radar_auth_attempt_id: str | None = UNSET
    """The id of the attempt that Radar recorded, to hand on when the user signs in. Only there right after
    creation.
    """


@model
class AuthenticationResponse(Model):
    """A user who is signed in, and the tokens of the session."""

    user: User
    """The user."""
    organization_id: str | None = UNSET
    """The id of the organization the user is signed in to; absent when there is none."""
    authkit_authorization_code: str | None = field(default=UNSET, repr=False)
    """A code that AuthKit can take the session over with, where it has a part in the sign-in."""
    access_token: str = field(repr=False)
    """The access token, a signed JWT that is valid for a short time."""
    refresh_token: str = field(repr=False)
    """The token that gets the next access token. It works once."""
    authentication_method: AuthenticationMethod | None = UNSET
    """How the user signed in."""
    impersonator: Impersonator | None = UNSET
    """Who is signed in as the user; absent when it is the user."""
    oauth_tokens: OauthTokens | None = UNSET
    """The tokens of the provider the user signed in with; absent unless the environment asks for them."""


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
"""Where a user signs in. `authkit` is the hosted page, the others are providers."""

ScreenHint: TypeAlias = (
    Literal[
        "sign-up",
        "sign-in",
    ]
    | str
)
"""Which page AuthKit shows first. `sign-in` is the API's default."""


@model
class UserAuthorizedApplication(Model):
    """The permission a user gave to a Connect application."""

    object: Literal["authorized_connect_application"] = "authorized_connect_application"
    """Always `authorized_connect_application`."""
    id: str
    """The id of the authorization."""
    granted_scopes: list[str]
    """The OAuth scopes that were granted."""
    oauth_resource: str | None = UNSET
    """The resource the grant is for."""
    application: ConnectApplication
    """The application."""


@model
class DeviceAuthorization(Model):
    """What to show to the user of a device, and what to ask for the tokens with."""

    device_code: str = field(repr=False)
    """The code the device asks for its tokens with. Never show it."""
    user_code: str
    """The code the user types in the browser."""
    verification_uri: str
    """Where the user types `user_code`."""
    verification_uri_complete: str | None = UNSET
    """The same address with `user_code` in it, for a link or a QR code."""
    expires_in: float
    """After how many seconds the codes expire."""
    interval: float | None = UNSET
    """How many seconds to wait between two requests for the tokens. RFC 8628 says 5 when it is absent."""


@model
class EmailVerification(Model):
    """A code that proves an e-mail address."""

    object: Literal["email_verification"] = "email_verification"
    """Always `email_verification`."""
    id: str
    """The id of the verification (`email_verification_…`)."""
    user_id: str
    """The id of the user."""
    email: str
    """The e-mail address to prove."""
    expires_at: datetime
    """When the code expires."""
    created_at: datetime
    """When the code was made."""
    updated_at: datetime
    """When the verification last changed."""
    code: str = field(repr=False)
    """The code. Send it to that address only."""


@model
class WrappedUser(Model):
    """A user, in an object of its own."""

    user: User
    """The user."""


@model
class EmailChange(Model):
    """A change of the e-mail address that waits for the user to prove the new one."""

    object: Literal["email_change"] = "email_change"
    """Always `email_change`."""
    user: User
    """The user, still with the old address."""
    new_email: str
    """The new e-mail address."""
    expires_at: datetime
    """Until when the change can be confirmed."""
    created_at: datetime
    """When the change was asked for."""


@model
class EmailChangeConfirmation(Model):
    """A change of the e-mail address that is done."""

    object: Literal["email_change_confirmation"] = "email_change_confirmation"
    """Always `email_change_confirmation`."""
    user: User
    """The user, with the new address."""


InvitationState: TypeAlias = (
    Literal[
        "pending",
        "accepted",
        "expired",
        "revoked",
    ]
    | str
)
"""What became of an invitation."""


@model
class Invitation(Model):
    """An e-mail that invites somebody to sign up, and to join an organization if it names one."""

    object: Literal["invitation"] = "invitation"
    """Always `invitation`."""
    id: str
    """The id of the invitation (`invitation_…`)."""
    email: str
    """The e-mail address it was sent to."""
    state: InvitationState
    """What became of the invitation."""
    accepted_at: datetime | None
    """When it was accepted; null if it was not."""
    revoked_at: datetime | None
    """When it was taken back; null if it was not."""
    expires_at: datetime
    """Until when it can be accepted."""
    organization_id: str | None
    """The id of the organization the invited person joins; null when there is none."""
    inviter_user_id: str | None
    """The id of the user in whose name the invitation was sent; null when it is in nobody's name."""
    accepted_user_id: str | None
    """The id of the user who accepted it; null until then."""
    role_slug: str | None
    """The slug of the role in the organization; null when none was given."""
    created_at: datetime
    """When the invitation was sent first."""
    updated_at: datetime
    """When the invitation last changed."""
    token: str = field(repr=False)
    """The token in the link of the invitation. Whoever has it can accept the invitation."""
    accept_invitation_url: str = field(repr=False)
    """The link of the invitation, with the token in it."""


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
"""A language, as AuthKit and its mails know it."""


@model
class MagicAuth(Model):
    """A one-time code that signs a user in."""

    object: Literal["magic_auth"] = "magic_auth"
    """Always `magic_auth`."""
    id: str
    """The id of the Magic Auth code (`magic_auth_…`)."""
    user_id: str
    """The id of the user."""
    email: str
    """The e-mail address the code is for."""
    expires_at: datetime
    """When the code expires, ten minutes after it was made."""
    created_at: datetime
    """When the code was made."""
    updated_at: datetime
    """When the code last changed."""
    code: str = field(repr=False)
    """The six digits. Whoever has them can sign in as the user."""
    radar_auth_attempt_id: str | None = UNSET
    """The id of the attempt that Radar recorded, to hand on when the user signs in. Only there right after
    creation.
    """


OrganizationMembershipStatus: TypeAlias = (
    Literal[
        "active",
        "inactive",
        "pending",
    ]
    | str
)
"""Whether a membership is in use: `pending` waits for the user to accept the invitation, `inactive` was
switched off.
"""


@model
class OrganizationMembership(Model):
    """That a user belongs to an organization, and with which roles."""

    object: Literal["organization_membership"] = "organization_membership"
    """Always `organization_membership`."""
    id: str
    """The id of the membership (`om_…`)."""
    user_id: str
    """The id of the user."""
    organization_id: str
    """The id of the organization."""
    status: OrganizationMembershipStatus
    """Whether the membership is in use."""
    directory_managed: bool
    """Whether a directory of the organization manages the membership."""
    organization_name: str | None = UNSET
    """The name of the organization."""
    custom_attributes: dict[str, Any] | None = UNSET
    """The attributes that were mapped for your environment, under the names you gave them."""
    created_at: datetime
    """When the membership was created."""
    updated_at: datetime
    """When the membership last changed."""
    role: Role
    """The first role of the member."""
    roles: list[Role]
    """All roles of the member."""
    user: User
    """The user."""


@model
class PasswordReset(Model):
    """A token that lets a user choose a new password."""

    object: Literal["password_reset"] = "password_reset"
    """Always `password_reset`."""
    id: str
    """The id of the password reset (`password_reset_…`)."""
    user_id: str
    """The id of the user."""
    email: str
    """The e-mail address of the user."""
    expires_at: datetime
    """When the token expires."""
    created_at: datetime
    """When the token was made."""
    password_reset_token: str = field(repr=False)
    """The token. It works once, and whoever has it can set the password."""
    password_reset_url: str = field(repr=False)
    """The link to send to the user, with the token in it."""


@model
class RadarChallenge(Model):
    """A code that Radar asks a user for, by e-mail."""

    object: Literal["radar_challenge"] = "radar_challenge"
    """Always `radar_challenge`."""
    id: str
    """The id of the challenge."""
    type: Literal["email"] = "email"
    """How the code reaches the user, always `email`."""
    user_id: str
    """The id of the user."""
    email: str
    """The e-mail address the code is for."""
    expires_at: datetime
    """When the code expires."""
    created_at: datetime
    """When the challenge was made."""
    updated_at: datetime
    """When the challenge last changed."""
    code: str = field(repr=False)
    """The code. Send it to that address only."""


@model
class RadarSmsChallenge(Model):
    """An SMS with a code that is on its way to a user."""

    verification_id: str
    """The id of the verification, to hand to `authenticate_with_radar_sms_challenge`."""
    phone_number: str
    """The telephone number the SMS went to."""


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
"""How a user signed in, as sessions tell it."""

UserSessionStatus: TypeAlias = (
    Literal[
        "active",
        "expired",
        "revoked",
    ]
    | str
)
"""Whether a session is still going on: `expired` ended by itself, `revoked` was ended."""


@model
class UserSession(Model):
    """A user's being signed in, in one browser or on one device."""

    object: Literal["session"] = "session"
    """Always `session`."""
    id: str
    """The id of the session (`session_…`)."""
    impersonator: Impersonator | None = UNSET
    """Who is signed in as the user; absent when it is the user."""
    ip_address: str | None
    """The IP address the user signed in from."""
    organization_id: str | None = UNSET
    """The id of the organization the user is signed in to; absent when there is none."""
    user_agent: str | None
    """The `User-Agent` header of the browser the user signed in with."""
    user_id: str
    """The id of the user."""
    auth_method: SessionAuthMethod
    """How the user signed in."""
    status: UserSessionStatus
    """Whether the session is still going on."""
    expires_at: datetime
    """When the session ends by itself."""
    ended_at: datetime | None
    """When the session ended; null while it goes on."""
    created_at: datetime
    """When the user signed in."""
    updated_at: datetime
    """When the session last changed."""


@model
class JsonWebKey(Model):
    """A public key, as RFC 7517 writes it."""

    alg: Literal["RS256"] = "RS256"
    """The algorithm the key is for."""
    kty: Literal["RSA"] = "RSA"
    """The kind of key."""
    use: Literal["sig"] = "sig"
    """What the key is for; `sig` is signatures."""
    x5c: list[str]
    """The certificate chain of the key, each certificate in base64."""
    n: str
    """The modulus, in base64url."""
    e: str
    """The exponent, in base64url."""
    kid: str
    """The id of the key, as the header of a token names it."""
    x5t_s256: str = field(metadata={"wire": "x5t#S256"})
    """The SHA-256 thumbprint of the certificate, in base64url."""


@model
class JsonWebKeySet(Model):
    """The public keys that access tokens are signed with."""

    keys: list[JsonWebKey]
    """The keys. While they are being exchanged there is more than one."""


@model
class CorsOrigin(Model):
    """An origin from which browsers may call the API."""

    object: Literal["cors_origin"] = "cors_origin"
    """Always `cors_origin`."""
    id: str
    """The id of the origin."""
    origin: str
    """The origin, such as `https://app.example.com`."""
    created_at: datetime
    """When the origin was added."""
    updated_at: datetime
    """When the origin last changed."""


@model
class RedirectUri(Model):
    """An address browsers may be sent back to after a sign-in."""

    object: Literal["redirect_uri"] = "redirect_uri"
    """Always `redirect_uri`."""
    id: str
    """The id of the redirect URI."""
    uri: str
    """The address."""
    default: bool
    """Whether this address is used when a sign-in names none."""
    created_at: str
    """When the redirect URI was added, as text."""
    updated_at: str
    """When the redirect URI last changed, as text."""


@model
class JwtTemplate(Model):
    """The template of the claims in access tokens."""

    object: Literal["jwt_template"] = "jwt_template"
    """Always `jwt_template`."""
    content: str
    """The template."""
    created_at: str
    """When the template was created, as text."""
    updated_at: str
    """When the template last changed, as text."""


@model
class AuthkitOauthResource(Model):
    """An OAuth resource that AuthKit issues tokens for."""

    object: Literal["authkit_oauth_resource"] = "authkit_oauth_resource"
    """Always `authkit_oauth_resource`."""
    id: str
    """The id of the resource."""
    uri: str
    """The address that names the resource."""
    default: bool
    """Whether tokens are for this resource when a request names none."""
    created_at: str
    """When the resource was added, as text."""
    updated_at: str
    """When the resource last changed, as text."""


@model
class UserApiKey(Model):
    """An API key of a user within an organization, without its value."""

    object: Literal["api_key"] = "api_key"
    """Always `api_key`."""
    id: str
    """The id of the API key (`api_key_…`)."""
    owner: UserApiKeyOwner
    """The user the key belongs to."""
    name: str
    """The name of the key."""
    obfuscated_value: str
    """The value with all but its ends hidden, to recognise the key by."""
    last_used_at: datetime | None
    """When the key was last used; null before the first time."""
    expires_at: datetime | None
    """When the key expires; null when it never does."""
    permissions: list[str]
    """The slugs of the permissions the key gives."""
    created_at: datetime
    """When the key was created."""
    updated_at: datetime
    """When the key last changed."""


@model
class UserApiKeyWithValue(Model):
    """An API key of a user within an organization, with its value."""

    object: Literal["api_key"] = "api_key"
    """Always `api_key`."""
    id: str
    """The id of the API key (`api_key_…`)."""
    owner: UserApiKeyOwner
    """The user the key belongs to."""
    name: str
    """The name of the key."""
    obfuscated_value: str
    """The value with all but its ends hidden, to recognise the key by."""
    last_used_at: datetime | None
    """When the key was last used; null before the first time."""
    expires_at: datetime | None
    """When the key expires; null when it never does."""
    permissions: list[str]
    """The slugs of the permissions the key gives."""
    created_at: datetime
    """When the key was created."""
    updated_at: datetime
    """When the key last changed."""
    value: str = field(repr=False)
    """The key itself. It is never shown again."""


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
"""The algorithm a password hash was made with."""

PasswordSaltPosition: TypeAlias = (
    Literal[
        "prefix",
        "suffix",
    ]
    | str
)
"""Whether the salt stood before the password or behind it when a hash was made."""

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
"""A provider of OAuth identities. GitHub is written `GithubOAuth` here, other than elsewhere."""


@model
class UserIdentity(Model):
    """An account at another provider that a user signs in with."""

    idp_id: str
    """The id of the user at the provider."""
    type: Literal["OAuth"] = "OAuth"
    """The kind of identity, today always `OAuth`."""
    provider: UserIdentityProvider
    """The provider."""


@model
class Waitlist(Model):
    """A list of people who wait to be let in."""

    object: Literal["waitlist"] = "waitlist"
    """Always `waitlist`."""
    id: str
    """The id of the waitlist."""
    created_at: datetime
    """When the waitlist was created."""
    updated_at: datetime
    """When the waitlist last changed."""


@model
class WaitlistList(Model):
    """One page of waitlists."""

    object: Literal["list"] = "list"
    """Always `list`."""
    data: list[Waitlist]
    """The waitlists of this page."""
    list_metadata: ListMetadata
    """The cursors of the neighbouring pages."""


WaitlistEntryState: TypeAlias = (
    Literal[
        "pending",
        "approved",
        "denied",
    ]
    | str
)
"""Whether somebody on a waitlist was let in."""


@model
class WaitlistEntry(Model):
    """Somebody on a waitlist."""

    id: str
    """The id of the entry."""
    email: str
    """The e-mail address of the person."""
    state: WaitlistEntryState
    """Whether the person was let in."""
    approved_at: datetime | None
    """When the person was let in; null until then."""
    created_at: datetime
    """When the person was put on the waitlist."""
    updated_at: datetime
    """When the entry last changed."""
    object: Literal["waitlist_entry"] = "waitlist_entry"
    """Always `waitlist_entry`."""
    additional_fields: dict[str, str] | None = UNSET
    """What else was asked of the person, by name."""
    waitlist_id: str | None = UNSET
    """The id of the waitlist."""
