# Generated from spec/resources/sso by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of sso."""

from datetime import datetime
from typing import Any, Literal, TypeAlias

from workos_core.models.common import OauthTokens, Role
from workos_core.serialization.model import UNSET, Model, field, model

__all__ = [
    "Connection",
    "ConnectionAttributeMaps",
    "ConnectionAttributeMapsPatch",
    "ConnectionDomain",
    "ConnectionKeyPair",
    "ConnectionOidcOptions",
    "ConnectionOidcOptionsPatch",
    "ConnectionSamlOptions",
    "ConnectionSamlOptionsPatch",
    "ConnectionStandardAttributes",
    "ConnectionState",
    "ConnectionStatus",
    "ConnectionType",
    "ConnectionTypeFilter",
    "IdTokenSignatureAlgorithm",
    "Profile",
    "ProfileAndToken",
    "SamlIdpSigningCertificate",
    "SamlIdpSigningCertificateList",
    "SamlSpEncryptionCertificate",
    "SamlSpEncryptionCertificateList",
    "SamlSpSigningCertificate",
    "SsoLogoutAuthorization",
    "SsoPrompt",
    "SsoProvider",
    "TokenAuthenticationMethod",
]


@model
class SamlIdpSigningCertificate(Model):
    """A certificate that the identity provider of a SAML connection signs its answers with."""

    object: Literal["saml_idp_signing_certificate"] = "saml_idp_signing_certificate"
    """Always `saml_idp_signing_certificate`."""
    id: str
    """The id of the certificate."""
    value: str
    """The certificate in PEM form."""
    not_before: datetime | None
    """When it becomes valid; null when that is not known."""
    not_after: datetime | None
    """When it expires; null when that is not known."""
    created_at: datetime
    """When it was added."""


@model
class SamlIdpSigningCertificateList(Model):
    """The signing certificates of an identity provider."""

    object: Literal["list"] = "list"
    """Always `list`."""
    data: list[SamlIdpSigningCertificate]
    """The certificates."""


@model
class SamlSpEncryptionCertificate(Model):
    """A certificate that the identity provider can encrypt its SAML answers with."""

    object: Literal["saml_sp_encryption_certificate"] = "saml_sp_encryption_certificate"
    """Always `saml_sp_encryption_certificate`."""
    id: str
    """The id of the certificate."""
    value: str
    """The certificate in PEM form."""
    not_before: datetime | None
    """When it becomes valid; null when that is not known."""
    not_after: datetime | None
    """When it expires; null when that is not known."""
    created_at: datetime
    """When it was added."""


@model
class SamlSpEncryptionCertificateList(Model):
    """The encryption certificates of a connection."""

    object: Literal["list"] = "list"
    """Always `list`."""
    data: list[SamlSpEncryptionCertificate]
    """The certificates."""


@model
class SamlSpSigningCertificate(Model):
    """The certificate that a SAML connection signs its requests with."""

    object: Literal["saml_sp_signing_certificate"] = "saml_sp_signing_certificate"
    """Always `saml_sp_signing_certificate`."""
    id: str
    """The id of the certificate."""
    value: str
    """The certificate in PEM form."""
    not_before: datetime | None
    """When it becomes valid; null when that is not known."""
    not_after: datetime | None
    """When it expires; null when that is not known."""
    created_at: datetime
    """When it was added."""


@model
class ConnectionDomain(Model):
    """An e-mail domain of a connection."""

    id: str
    """The id of the domain (`conn_domain_…`)."""
    object: Literal["connection_domain"] = "connection_domain"
    """Always `connection_domain`."""
    domain: str
    """The domain name, such as `example.com`."""


ConnectionState: TypeAlias = (
    Literal[
        "requires_type",
        "draft",
        "active",
        "validating",
        "inactive",
        "deleting",
    ]
    | str
)
"""How far a connection is: `requires_type` and `draft` are not set up yet, `validating` is being checked,
`active` can be used, `inactive` cannot, `deleting` is about to vanish.
"""

ConnectionStatus: TypeAlias = (
    Literal[
        "linked",
        "unlinked",
    ]
    | str
)
"""Whether a connection is linked to an identity provider."""

ConnectionType: TypeAlias = (
    Literal[
        "Pending",
        "ADFSSAML",
        "AdpOidc",
        "AppleOAuth",
        "Auth0Migration",
        "Auth0SAML",
        "AzureSAML",
        "BitbucketOAuth",
        "CasSAML",
        "ClassLinkSAML",
        "CleverOIDC",
        "CloudflareSAML",
        "CyberArkSAML",
        "DiscordOAuth",
        "DuoSAML",
        "EntraIdOIDC",
        "GenericOIDC",
        "GenericSAML",
        "GitHubOAuth",
        "GitLabOAuth",
        "GoogleOAuth",
        "GoogleOIDC",
        "GoogleSAML",
        "GrokOAuth",
        "XOAuth",
        "IntuitOAuth",
        "JumpCloudSAML",
        "KeycloakSAML",
        "LastPassSAML",
        "LinkedInOAuth",
        "LoginGovOidc",
        "MagicLink",
        "MicrosoftOAuth",
        "MiniOrangeSAML",
        "NetIqSAML",
        "OktaOIDC",
        "OktaSAML",
        "OneLoginSAML",
        "OracleSAML",
        "PingFederateSAML",
        "PingOneSAML",
        "RipplingSAML",
        "SalesforceSAML",
        "ShibbolethGenericSAML",
        "ShibbolethSAML",
        "SimpleSamlPhpSAML",
        "SalesforceOAuth",
        "SlackOAuth",
        "TestIdp",
        "VercelMarketplaceOAuth",
        "VercelOAuth",
        "VMwareSAML",
        "XeroOAuth",
    ]
    | str
)
"""The kind of identity provider behind a connection. `Pending` means that it has not been chosen yet."""


@model
class Connection(Model):
    """The link between an organization and its identity provider, or between your environment and an OAuth
    provider.
    """

    object: Literal["connection"] = "connection"
    """Always `connection`."""
    id: str
    """The id of the connection (`conn_…`)."""
    organization_id: str | None = UNSET
    """The organization it belongs to; absent for connections of the environment itself."""
    connection_type: ConnectionType
    """The kind of identity provider."""
    name: str
    """The name people see in the dashboard."""
    state: ConnectionState
    """Whether people can sign in with it."""
    status: ConnectionStatus
    """Deprecated. Whether it is linked to an identity provider. Use `state`."""
    domains: list[ConnectionDomain]
    """The e-mail domains whose people sign in with it."""
    created_at: datetime
    """When the connection was created."""
    updated_at: datetime
    """When the connection last changed."""


ConnectionTypeFilter: TypeAlias = (
    Literal[
        "ADFSSAML",
        "AdpOidc",
        "AppleOAuth",
        "Auth0SAML",
        "AzureSAML",
        "BitbucketOAuth",
        "CasSAML",
        "CloudflareSAML",
        "ClassLinkSAML",
        "CleverOIDC",
        "CyberArkSAML",
        "DiscordOAuth",
        "DuoSAML",
        "EntraIdOIDC",
        "GenericOIDC",
        "GenericSAML",
        "GithubOAuth",
        "GitLabOAuth",
        "GoogleOAuth",
        "GoogleOIDC",
        "GoogleSAML",
        "GrokOAuth",
        "XOAuth",
        "IntuitOAuth",
        "JumpCloudSAML",
        "KeycloakSAML",
        "LastPassSAML",
        "LinkedInOAuth",
        "LoginGovOidc",
        "MagicLink",
        "MicrosoftOAuth",
        "MiniOrangeSAML",
        "NetIqSAML",
        "OktaOIDC",
        "OktaSAML",
        "OneLoginSAML",
        "OracleSAML",
        "PingFederateSAML",
        "PingOneSAML",
        "RipplingSAML",
        "SalesforceSAML",
        "ShibbolethGenericSAML",
        "ShibbolethSAML",
        "SimpleSamlPhpSAML",
        "SalesforceOAuth",
        "SlackOAuth",
        "VercelMarketplaceOAuth",
        "VercelOAuth",
        "VMwareSAML",
        "XeroOAuth",
    ]
    | str
)
"""A kind of connection to look for. GitHub's is spelled `GithubOAuth` here and `GitHubOAuth` in answers."""


@model
class ConnectionStandardAttributes(Model):
    """The attributes of the identity provider that fill the standard fields of a profile, by name."""

    idp_id: str | None = UNSET
    """The attribute with the person's id."""
    email: str | None = UNSET
    """The attribute with the e-mail address."""
    first_name: str | None = UNSET
    """The attribute with the first name."""
    last_name: str | None = UNSET
    """The attribute with the last name."""
    groups: str | None = UNSET
    """The attribute with the groups."""
    name: str | None = UNSET
    """The attribute with the full name."""


@model
class ConnectionAttributeMaps(Model):
    """Which attribute of the identity provider fills which field of a profile."""

    standard_attributes: ConnectionStandardAttributes | None = UNSET
    """The maps of the standard fields."""
    custom_attributes: dict[str, str] | None = UNSET
    """The maps of your own fields: the name of the custom attribute, then the attribute of the identity provider."""


@model
class ConnectionAttributeMapsPatch(Model):
    """Changes of the attribute maps of a connection."""

    standard_attributes: ConnectionStandardAttributes | None = UNSET
    """The maps of the standard fields."""
    custom_attributes: dict[str, str | None] | None = UNSET
    """The maps of your own fields: the name of the custom attribute, then the attribute of the identity provider.
    `None` as a value removes the map of that attribute.
    """


@model
class ConnectionKeyPair(Model):
    """A private key and its certificate, in PEM form."""

    key: str = field(repr=False)
    """The private key."""
    cert: str
    """The certificate."""


@model
class ConnectionSamlOptions(Model):
    """The SAML configuration of a new connection."""

    idp_metadata_url: str | None = UNSET
    """Where the identity provider publishes its metadata; WorkOS reads the other settings from there."""
    acs_url: str | None = UNSET
    """Where the identity provider posts its answers to."""
    sp_entity_id: str | None = UNSET
    """The entity id under which WorkOS is known to the identity provider."""
    idp_entity_id: str | None = UNSET
    """The entity id of the identity provider."""
    idp_sso_url: str | None = UNSET
    """Where sign-in requests are sent."""
    idp_signing_certs: list[str] | None = UNSET
    """The certificates, in PEM form, that the identity provider signs its answers with."""
    sp_signing_key_pair: ConnectionKeyPair | None = UNSET
    """The key that signs requests to the identity provider."""
    sp_encryption_key_pairs: list[ConnectionKeyPair] | None = UNSET
    """The keys that open encrypted answers."""


@model
class ConnectionSamlOptionsPatch(Model):
    """Changes of the SAML configuration of a connection. Certificates have methods of their own."""

    idp_metadata_url: str | None = UNSET
    """Where the identity provider publishes its metadata; WorkOS reads the other settings from there."""
    acs_url: str | None = UNSET
    """Where the identity provider posts its answers to."""
    sp_entity_id: str | None = UNSET
    """The entity id under which WorkOS is known to the identity provider."""
    idp_entity_id: str | None = UNSET
    """The entity id of the identity provider."""
    idp_sso_url: str | None = UNSET
    """Where sign-in requests are sent."""


IdTokenSignatureAlgorithm: TypeAlias = (
    Literal[
        "ES256",
        "ES384",
        "ES512",
        "EdDSA",
        "HS256",
        "HS384",
        "HS512",
        "PS256",
        "PS384",
        "PS512",
        "RS256",
        "RS384",
        "RS512",
    ]
    | str
)
"""An algorithm that ID tokens are signed with, by its JOSE name."""

TokenAuthenticationMethod: TypeAlias = (
    Literal[
        "client_secret_post",
        "client_secret_basic",
        "private_key_jwt",
    ]
    | str
)
"""How a client proves who it is at the token endpoint of an OpenID Connect provider."""


@model
class ConnectionOidcOptions(Model):
    """The OpenID Connect configuration of a new connection."""

    discovery_endpoint: str
    """The discovery document of the provider (`…/.well-known/openid-configuration`)."""
    client_id: str
    """The client id the provider gave you."""
    client_secret: str | None = field(default=UNSET, repr=False)
    """The client secret the provider gave you."""
    redirect_uri: str | None = UNSET
    """The redirect URI registered with the provider."""
    pkce: bool | None = UNSET
    """Whether PKCE is used with the provider."""
    token_authentication_method: TokenAuthenticationMethod | None = UNSET
    """How WorkOS proves who it is when it fetches tokens."""
    jwt_signing_key_pair: ConnectionKeyPair | None = UNSET
    """The key that signs client assertions, for `private_key_jwt`."""
    id_token_signature_algorithm: IdTokenSignatureAlgorithm | None = UNSET
    """The algorithm ID tokens are signed with."""
    fetch_user_info: bool | None = UNSET
    """Whether the userinfo endpoint of the provider is asked as well."""


@model
class ConnectionOidcOptionsPatch(Model):
    """Changes of the OpenID Connect configuration of a connection."""

    discovery_endpoint: str | None = UNSET
    """The discovery document of the provider (`…/.well-known/openid-configuration`)."""
    client_id: str | None = UNSET
    """The client id the provider gave you."""
    client_secret: str | None = field(default=UNSET, repr=False)
    """The client secret the provider gave you."""
    redirect_uri: str | None = UNSET
    """The redirect URI registered with the provider."""
    pkce: bool | None = UNSET
    """Whether PKCE is used with the provider."""
    token_authentication_method: TokenAuthenticationMethod | None = UNSET
    """How WorkOS proves who it is when it fetches tokens."""
    id_token_signature_algorithm: IdTokenSignatureAlgorithm | None = UNSET
    """The algorithm ID tokens are signed with."""
    fetch_user_info: bool | None = UNSET
    """Whether the userinfo endpoint of the provider is asked as well."""


SsoProvider: TypeAlias = (
    Literal[
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
"""An OAuth provider that needs no connection of a customer."""

SsoPrompt: TypeAlias = Literal["login",] | str
"""What the provider shall ask for: `login` means the credentials, whatever session there is."""


@model
class Profile(Model):
    """A person as the identity provider describes them."""

    object: Literal["profile"] = "profile"
    """Always `profile`."""
    id: str
    """The id of the profile (`prof_…`)."""
    organization_id: str | None
    """The organization the connection belongs to; null for connections without one."""
    connection_id: str
    """The connection the person signed in with."""
    connection_type: ConnectionType
    """The kind of that connection."""
    idp_id: str
    """The id the identity provider has for the person."""
    email: str
    """The e-mail address, as the identity provider states it."""
    first_name: str | None
    """The first name."""
    last_name: str | None
    """The last name."""
    name: str | None
    """The full name."""
    role: Role | None = UNSET
    """The role the identity provider assigned, if role assignment is set up."""
    roles: list[Role] | None = UNSET
    """All assigned roles, where a person can have several."""
    groups: list[str] | None = UNSET
    """The person's groups at the identity provider, if the connection maps them."""
    custom_attributes: dict[str, Any] | None = UNSET
    """The attributes mapped in the dashboard, by their names there."""
    raw_attributes: dict[str, Any]
    """Everything the identity provider sent, untouched."""


@model
class ProfileAndToken(Model):
    """Who signed in, and a token that stands for it."""

    token_type: Literal["Bearer"] = "Bearer"
    """Always `Bearer`."""
    access_token: str = field(repr=False)
    """A token for `get_profile`."""
    expires_in: int
    """How many seconds the token is valid."""
    profile: Profile
    """Who signed in."""
    oauth_tokens: OauthTokens | None = UNSET
    """The tokens of the OAuth provider itself; there when the sign-in used one and the environment is set up to
    return them.
    """


@model
class SsoLogoutAuthorization(Model):
    """A permission to sign one person out."""

    logout_url: str = field(repr=False)
    """The URL to redirect the browser to."""
    logout_token: str = field(repr=False)
    """The token inside that URL, for `get_logout_url`."""
