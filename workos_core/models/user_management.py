# Generated from spec/areas/user_management by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of user management."""

from datetime import datetime
from typing import Any, Literal, TypeAlias

from workos_core.model import UNSET, Model, field, model
from workos_core.models.common import Role

__all__ = [
    "AuthenticationMethod",
    "AuthenticationResponse",
    "AuthorizationProvider",
    "Impersonator",
    "JsonWebKey",
    "JsonWebKeySet",
    "OauthTokens",
    "OrganizationMembership",
    "OrganizationMembershipStatus",
    "PasswordHashType",
    "PasswordSaltPosition",
    "ScreenHint",
    "SessionAuthMethod",
    "User",
    "UserIdentity",
    "UserIdentityProvider",
    "UserSession",
    "UserSessionStatus",
]

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
class OauthTokens(Model):
    """Tokens of the provider a user signed in with, to call the provider's own API."""

    provider: str
    """The provider the tokens are from."""
    refresh_token: str = field(repr=False)
    """The provider's refresh token."""
    access_token: str = field(repr=False)
    """The provider's access token."""
    expires_at: int
    """When the access token expires, in seconds since 1970."""
    scopes: list[str]
    """The OAuth scopes the user agreed to."""


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
