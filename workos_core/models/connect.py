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
    """A machine-to-machine (M2M) Connect application, which authenticates as itself."""

    object: Literal["connect_application"] = "connect_application"
    """Always `connect_application`."""
    id: str
    """The ID of the application."""
    client_id: str
    """The OAuth client ID of the application."""
    description: str | None
    """The description of the application; null if there is none."""
    name: str
    """The name that is displayed to users."""
    scopes: list[str]
    """The OAuth scopes that the application can request."""
    created_at: datetime
    """When the application was created."""
    updated_at: datetime
    """When the application was last updated."""
    application_type: Literal["m2m"] = "m2m"
    """Always `m2m`."""
    organization_id: str
    """The ID of the organization that the application acts for."""


@model
class ConnectRedirectUri(Model):
    """A URI that browsers may be redirected to after a sign-in to a Connect application."""

    uri: str
    """The URI itself."""
    default: bool
    """Whether this redirect URI is used if a sign-in does not specify one."""


@model
class OauthConnectApplication(Model):
    """A Connect application that signs users in with OAuth."""

    object: Literal["connect_application"] = "connect_application"
    """Always `connect_application`."""
    id: str
    """The ID of the application."""
    client_id: str
    """The OAuth client ID of the application."""
    description: str | None
    """The description of the application; null if there is none."""
    name: str
    """The name that is displayed to users."""
    scopes: list[str]
    """The OAuth scopes that the application can request."""
    created_at: datetime
    """When the application was created."""
    updated_at: datetime
    """When the application was last updated."""
    application_type: Literal["oauth"] = "oauth"
    """Always `oauth`."""
    redirect_uris: list[ConnectRedirectUri]
    """The URIs that browsers may be redirected to after a sign-in."""
    uses_pkce: bool
    """Whether the application uses PKCE to sign users in."""
    is_first_party: bool
    """Whether the application is a first-party application, which is your own, rather than a third-party one."""
    was_dynamically_registered: bool | None = UNSET
    """Whether the application registered itself through dynamic client registration, rather than being created by
    a user. It is present only for third-party applications.
    """
    organization_id: str | None = UNSET
    """The ID of the organization that the application belongs to. It is present only for third-party applications
    that were not registered dynamically.
    """
    cors_origins: list[str] | None = UNSET
    """The origins from which browsers may call the endpoints of the application."""


@model
class UnknownConnectApplication(Model):
    """A member of ConnectApplication with a `application_type` that this version of the SDK does not know. Fields
    that are not declared here are in `extra_fields`.
    """

    UNION_TAG: ClassVar[str] = "application_type"

    application_type: Literal["(unknown)"]
    """The value that the API returned. It is typed as a placeholder so that comparing it with a known value makes
    a type checker exclude this class; `tag` is the same value as `str`.
    """
    object: Literal["connect_application"] = "connect_application"
    """Always `connect_application`."""
    id: str
    """The ID of the application."""
    client_id: str
    """The OAuth client ID of the application."""
    description: str | None
    """The description of the application; null if there is none."""
    name: str
    """The name that is displayed to users."""
    scopes: list[str]
    """The OAuth scopes that the application can request."""
    created_at: datetime
    """When the application was created."""
    updated_at: datetime
    """When the application was last updated."""
    organization_id: str | None = UNSET
    """Every member of the union has this field; its meaning depends on the member."""

    @property
    def tag(self) -> str:
        """The value of the discriminator that the API returned."""
        return str(self.application_type)


ConnectApplication: TypeAlias = OauthConnectApplication | M2mConnectApplication | UnknownConnectApplication
"""An application that uses WorkOS as its identity provider, to sign in users or to authenticate itself."""

ConnectRegistrationType: TypeAlias = (
    Literal[
        "dynamic",
        "authenticated",
    ]
    | str
)
"""How an application was registered: through dynamic client registration (`dynamic`), or by an authorized user
(`authenticated`).
"""


@model
class ConnectRedirectUriInput(Model):
    """A URI that the browser may be redirected to."""

    uri: str
    """The URI itself."""
    default: bool | None = UNSET
    """Whether this redirect URI is used if a request does not specify one."""


@model
class ConnectApplicationSecret(Model):
    """A client secret of a Connect application, without its value."""

    object: Literal["connect_application_secret"] = "connect_application_secret"
    """Always `connect_application_secret`."""
    id: str
    """The ID of the client secret."""
    secret_hint: str
    """A part of the client secret, to recognize it by."""
    last_used_at: datetime | None
    """When the client secret was last used; null if it has never been used."""
    created_at: datetime
    """When the client secret was created."""
    updated_at: datetime
    """When the client secret was last updated."""


@model
class NewConnectApplicationSecret(Model):
    """A new client secret of a Connect application, including its value."""

    object: Literal["connect_application_secret"] = "connect_application_secret"
    """Always `connect_application_secret`."""
    id: str
    """The ID of the client secret."""
    secret_hint: str
    """A part of the client secret, to recognize it by."""
    last_used_at: datetime | None
    """When the client secret was last used; null if it has never been used."""
    created_at: datetime
    """When the client secret was created."""
    updated_at: datetime
    """When the client secret was last updated."""
    secret: str = field(repr=False)
    """The client secret itself. It is returned only here and never again."""


@model
class ExternalAuthUser(Model):
    """A user who signed in on your own sign-in page."""

    id: str
    """Your own ID for the user, which becomes the user's `external_id`."""
    email: str
    """The user's email address."""
    first_name: str | None = UNSET
    """The user's first name."""
    last_name: str | None = UNSET
    """The user's last name."""
    name: str | None = UNSET
    """The user's full name."""
    metadata: dict[str, str] | None = UNSET
    """Your own key-value pairs about the user: up to 50 keys of at most 40 characters, with values of at most 600
    characters.
    """


@model
class UserConsentOptionChoice(Model):
    """One of the choices of a consent option."""

    value: str | None = UNSET
    """The value of the claim if this choice is selected."""
    label: str | None = UNSET
    """The label displayed for this choice."""


@model
class UserConsentOption(Model):
    """An option that the user selects on the consent page."""

    claim: str
    """The claim of the token that contains the selected value."""
    type: Literal["enum"] = "enum"
    """Always `enum`."""
    label: str
    """The label displayed above the choices."""
    choices: list[UserConsentOptionChoice]
    """The choices that the user can select from."""


@model
class ExternalAuthCompletion(Model):
    """The continuation of the sign-in."""

    redirect_uri: str
    """The URI to redirect the browser to."""
