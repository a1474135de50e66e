# Generated from spec/resources/connect.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of connect."""

from datetime import datetime
from typing import ClassVar, Literal, TypeAlias

from workos_core.serialization.model import UNSET, Model, field, model

__all__ = [
    "ConnectApplication",
    "ConnectApplicationSecret",
    "ConnectRedirectUri",
    "ConnectRedirectUriInput",
    "ConnectRegistrationType",
    "ExternalAuthCompletion",
    "ExternalAuthUser",
    "M2mConnectApplication",
    "NewConnectApplicationSecret",
    "OauthConnectApplication",
    "UnknownConnectApplication",
    "UserConsentOption",
    "UserConsentOptionChoice",
]


@model
class M2mConnectApplication(Model):
    """A Connect application that signs in as itself, from machine to machine."""

    object: Literal["connect_application"] = "connect_application"
    """Always `connect_application`."""
    id: str
    """The id of the application."""
    client_id: str
    """The OAuth client id of the application."""
    description: str | None
    """What the application is for; null when nobody wrote it down."""
    name: str
    """The name people see."""
    scopes: list[str]
    """The OAuth scopes the application may ask for."""
    created_at: datetime
    """When the application was created."""
    updated_at: datetime
    """When the application last changed."""
    application_type: Literal["m2m"] = "m2m"
    """Always `m2m`."""
    organization_id: str
    """The id of the organization the application acts for."""


@model
class ConnectRedirectUri(Model):
    """An address people may be sent back to after signing in to a Connect application."""

    uri: str
    """The address."""
    default: bool
    """Whether this address is used when a sign-in names none."""


@model
class OauthConnectApplication(Model):
    """A Connect application that signs people in with OAuth."""

    object: Literal["connect_application"] = "connect_application"
    """Always `connect_application`."""
    id: str
    """The id of the application."""
    client_id: str
    """The OAuth client id of the application."""
    description: str | None
    """What the application is for; null when nobody wrote it down."""
    name: str
    """The name people see."""
    scopes: list[str]
    """The OAuth scopes the application may ask for."""
    created_at: datetime
    """When the application was created."""
    updated_at: datetime
    """When the application last changed."""
    application_type: Literal["oauth"] = "oauth"
    """Always `oauth`."""
    redirect_uris: list[ConnectRedirectUri]
    """The addresses people may be sent back to after signing in."""
    uses_pkce: bool
    """Whether the application signs in with PKCE."""
    is_first_party: bool
    """Whether the application is your own rather than that of somebody else."""
    was_dynamically_registered: bool | None = UNSET
    """Whether the application registered itself instead of being created by somebody. Only there for applications
    that are not first-party.
    """
    organization_id: str | None = UNSET
    """The id of the organization the application belongs to. Only there for applications that are neither
    first-party nor registered by themselves.
    """
    cors_origins: list[str] | None = UNSET
    """The origins from which browsers may call the endpoints of the application."""


@model
class UnknownConnectApplication(Model):
    """A kind of ConnectApplication that this version of the SDK does not know. Its own fields are in
    `extra_fields`.
    """

    UNION_TAG: ClassVar[str] = "application_type"

    application_type: Literal["(unknown)"]
    """The kind as the API sent it. Type checkers see a placeholder, so that comparing with a known kind rules this
    class out; `tag` is the same as plain text.
    """
    object: Literal["connect_application"] = "connect_application"
    """Always `connect_application`."""
    id: str
    """The id of the application."""
    client_id: str
    """The OAuth client id of the application."""
    description: str | None
    """What the application is for; null when nobody wrote it down."""
    name: str
    """The name people see."""
    scopes: list[str]
    """The OAuth scopes the application may ask for."""
    created_at: datetime
    """When the application was created."""
    updated_at: datetime
    """When the application last changed."""
    organization_id: str | None = UNSET
    """Every kind has this field, with a meaning of its own."""

    @property
    def tag(self) -> str:
        """The kind as the API sent it."""
        return str(self.application_type)


ConnectApplication: TypeAlias = OauthConnectApplication | M2mConnectApplication | UnknownConnectApplication
"""An application that signs people in, or itself, with WorkOS as its identity provider."""

ConnectRegistrationType: TypeAlias = (
    Literal[
        "dynamic",
        "authenticated",
    ]
    | str
)
"""How an application was registered: it registered itself (`dynamic`), or somebody with the right to do so
registered it (`authenticated`).
"""


@model
class ConnectRedirectUriInput(Model):
    """An address the browser may be sent back to."""

    uri: str
    """The address."""
    default: bool | None = UNSET
    """Whether it is used when a request names none."""


@model
class ConnectApplicationSecret(Model):
    """A client secret of a Connect application, without its value."""

    object: Literal["connect_application_secret"] = "connect_application_secret"
    """Always `connect_application_secret`."""
    id: str
    """The id of the client secret."""
    secret_hint: str
    """A part of the secret, to recognise it by."""
    last_used_at: datetime | None
    """When the secret was last used; null before the first use."""
    created_at: datetime
    """When the client secret was created."""
    updated_at: datetime
    """When the client secret last changed."""


@model
class NewConnectApplicationSecret(Model):
    """A new client secret of a Connect application, with its value."""

    object: Literal["connect_application_secret"] = "connect_application_secret"
    """Always `connect_application_secret`."""
    id: str
    """The id of the client secret."""
    secret_hint: str
    """A part of the secret, to recognise it by."""
    last_used_at: datetime | None
    """When the secret was last used; null before the first use."""
    created_at: datetime
    """When the client secret was created."""
    updated_at: datetime
    """When the client secret last changed."""
    secret: str = field(repr=False)
    """The client secret itself. It is given out here and never again."""


@model
class ExternalAuthUser(Model):
    """A user whom your own login page signed in."""

    id: str
    """Your own id for the user, which becomes the `external_id`."""
    email: str
    """The e-mail address of the user."""
    first_name: str | None = UNSET
    """The given name."""
    last_name: str | None = UNSET
    """The family name."""
    name: str | None = UNSET
    """The full name."""
    metadata: dict[str, str] | None = UNSET
    """Your own data about the user, up to 50 keys of at most 40 characters with values of at most 600 characters."""


@model
class UserConsentOptionChoice(Model):
    """One of the things that can be chosen."""

    value: str | None = UNSET
    """The value the claim then has."""
    label: str | None = UNSET
    """What the user reads."""


@model
class UserConsentOption(Model):
    """A choice that the user makes on the consent page."""

    claim: str
    """The claim of the token that carries what was chosen."""
    type: Literal["enum"] = "enum"
    """Always `enum`."""
    label: str
    """What the user reads above the choice."""
    choices: list[UserConsentOptionChoice]
    """What can be chosen."""


@model
class ExternalAuthCompletion(Model):
    """How the sign-in goes on."""

    redirect_uri: str
    """Where to redirect the browser."""
