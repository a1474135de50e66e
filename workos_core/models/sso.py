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
    """A certificate with which the identity provider of a SAML connection signs its SAML responses."""

    object: Literal["saml_idp_signing_certificate"] = "saml_idp_signing_certificate"
    """Always `saml_idp_signing_certificate`."""
    id: str
    """The ID of the certificate."""
    value: str
    """The certificate, PEM-encoded."""
    not_before: datetime | None
    """When the certificate becomes valid; null if unknown."""
    not_after: datetime | None
    """When the certificate expires; null if unknown."""
    created_at: datetime
    """When the certificate was added."""


@model
class SamlIdpSigningCertificateList(Model):
    """The signing certificates of an identity provider."""

    object: Literal["list"] = "list"
    """Always `list`."""
    data: list[SamlIdpSigningCertificate]
    """The certificates."""


@model
class SamlSpEncryptionCertificate(Model):
    """A certificate with which the identity provider can encrypt its SAML responses."""

    object: Literal["saml_sp_encryption_certificate"] = "saml_sp_encryption_certificate"
    """Always `saml_sp_encryption_certificate`."""
    id: str
    """The ID of the certificate."""
    value: str
    """The certificate, PEM-encoded."""
    not_before: datetime | None
    """When the certificate becomes valid; null if unknown."""
    not_after: datetime | None
    """When the certificate expires; null if unknown."""
    created_at: datetime
    """When the certificate was added."""


@model
class SamlSpEncryptionCertificateList(Model):
    """The encryption certificates of a connection."""

    object: Literal["list"] = "list"
    """Always `list`."""
    data: list[SamlSpEncryptionCertificate]
    """The certificates."""


@model
class SamlSpSigningCertificate(Model):
    """The certificate with which a SAML connection signs its requests."""

    object: Literal["saml_sp_signing_certificate"] = "saml_sp_signing_certificate"
    """Always `saml_sp_signing_certificate`."""
    id: str
    """The ID of the certificate."""
    value: str
    """The certificate, PEM-encoded."""
    not_before: datetime | None
    """When the certificate becomes valid; null if unknown."""
    not_after: datetime | None
    """When the certificate expires; null if unknown."""
    created_at: datetime
    """When the certificate was added."""


@model
class ConnectionDomain(Model):
    """An email domain of a connection."""

    id: str
    """The ID of the domain (`conn_domain_…`)."""
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
"""The state of a connection: `requires_type` and `draft` connections are not set up yet, a `validating`
connection is being checked, an `active` connection can be used, an `inactive` one cannot, and a `deleting`
connection is about to be deleted.
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
"""The type of the identity provider of a connection. `Pending` means that it has not been chosen yet."""


@model
class Connection(Model):
    """A link between an organization and its identity provider, or between your environment and an OAuth provider."""

    object: Literal["connection"] = "connection"
    """Always `connection`."""
    id: str
    """The ID of the connection (`conn_…`)."""
    organization_id: str | None = UNSET
    """The ID of the organization that the connection belongs to; absent for connections of the environment itself."""
    connection_type: ConnectionType
    """The type of the identity provider."""
    name: str
    """The name that is displayed in the dashboard."""
    state: ConnectionState
    """The state of the connection, which determines whether users can sign in with it."""
    status: ConnectionStatus
    """Deprecated. Whether the connection is linked to an identity provider. Use `state` instead."""
    domains: list[ConnectionDomain]
    """The email domains whose users sign in with the connection."""
    created_at: datetime
    """When the connection was created."""
    updated_at: datetime
    """When the connection was last updated."""


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
"""A connection type to filter by. GitHub is spelled `GithubOAuth` here and `GitHubOAuth` in responses."""


@model
class ConnectionStandardAttributes(Model):
    """The names of the identity provider's attributes that are mapped to the standard fields of a profile."""

    idp_id: str | None = UNSET
    """The attribute that contains the user's ID."""
    email: str | None = UNSET
    """The attribute that contains the email address."""
    first_name: str | None = UNSET
    """The attribute that contains the first name."""
    last_name: str | None = UNSET
    """The attribute that contains the last name."""
    groups: str | None = UNSET
    """The attribute that contains the groups."""
    name: str | None = UNSET
    """The attribute that contains the full name."""


@model
class ConnectionAttributeMaps(Model):
    """The mapping from attributes of the identity provider to fields of a profile."""

    standard_attributes: ConnectionStandardAttributes | None = UNSET
    """The mapping of the standard fields."""
    custom_attributes: dict[str, str] | None = UNSET
    """The mapping of your custom attributes, from the name of each custom attribute to the attribute of the
    identity provider.
    """


@model
class ConnectionAttributeMapsPatch(Model):
    """Changes to the attribute mapping of a connection."""

    standard_attributes: ConnectionStandardAttributes | None = UNSET
    """The mapping of the standard fields."""
    custom_attributes: dict[str, str | None] | None = UNSET
    """The mapping of your custom attributes, from the name of each custom attribute to the attribute of the
    identity provider. Pass `None` as a value to remove the mapping of that attribute.
    """


@model
class ConnectionKeyPair(Model):
    """A private key and its certificate, both PEM-encoded."""

    key: str = field(repr=False)
    """The private key."""
    cert: str
    """The certificate."""


@model
class ConnectionSamlOptions(Model):
    """The SAML configuration of a new connection."""

    idp_metadata_url: str | None = UNSET
    """The URL of the identity provider's metadata, from which WorkOS reads the other settings."""
    acs_url: str | None = UNSET
    """The assertion consumer service (ACS) URL, to which the identity provider posts its SAML responses."""
    sp_entity_id: str | None = UNSET
    """The entity ID that identifies WorkOS to the identity provider."""
    idp_entity_id: str | None = UNSET
    """The entity ID of the identity provider."""
    idp_sso_url: str | None = UNSET
    """The URL to which sign-in requests are sent."""
    idp_signing_certs: list[str] | None = UNSET
    """The PEM-encoded certificates with which the identity provider signs its SAML responses."""
    sp_signing_key_pair: ConnectionKeyPair | None = UNSET
    """The key pair that signs requests to the identity provider."""
    sp_encryption_key_pairs: list[ConnectionKeyPair] | None = UNSET
    """The key pairs that decrypt encrypted SAML responses."""


@model
class ConnectionSamlOptionsPatch(Model):
    """Changes to the SAML configuration of a connection. Certificates are managed with separate methods."""

    idp_metadata_url: str | None = UNSET
    """The URL of the identity provider's metadata, from which WorkOS reads the other settings."""
    acs_url: str | None = UNSET
    """The assertion consumer service (ACS) URL, to which the identity provider posts its SAML responses."""
    sp_entity_id: str | None = UNSET
    """The entity ID that identifies WorkOS to the identity provider."""
    idp_entity_id: str | None = UNSET
    """The entity ID of the identity provider."""
    idp_sso_url: str | None = UNSET
    """The URL to which sign-in requests are sent."""


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
"""The JOSE name of an algorithm with which ID tokens are signed."""

TokenAuthenticationMethod: TypeAlias = (
    Literal[
        "client_secret_post",
        "client_secret_basic",
        "private_key_jwt",
    ]
    | str
)
"""How a client authenticates at the token endpoint of an OpenID Connect provider."""


@model
class ConnectionOidcOptions(Model):
    """The OpenID Connect configuration of a new connection."""

    discovery_endpoint: str
    """The URL of the provider's discovery document (`…/.well-known/openid-configuration`)."""
    client_id: str
    """The client ID that the provider issued to you."""
    client_secret: str | None = field(default=UNSET, repr=False)
    """The client secret that the provider issued to you."""
    redirect_uri: str | None = UNSET
    """The redirect URI that is registered with the provider."""
    pkce: bool | None = UNSET
    """Whether PKCE is used with the provider."""
    token_authentication_method: TokenAuthenticationMethod | None = UNSET
    """How WorkOS authenticates when it requests tokens."""
    jwt_signing_key_pair: ConnectionKeyPair | None = UNSET
    """The key pair that signs client assertions, for `private_key_jwt`."""
    id_token_signature_algorithm: IdTokenSignatureAlgorithm | None = UNSET
    """The algorithm with which ID tokens are signed."""
    fetch_user_info: bool | None = UNSET
    """Whether WorkOS also requests the userinfo endpoint of the provider."""


@model
class ConnectionOidcOptionsPatch(Model):
    """Changes to the OpenID Connect configuration of a connection."""

    discovery_endpoint: str | None = UNSET
    """The URL of the provider's discovery document (`…/.well-known/openid-configuration`)."""
    client_id: str | None = UNSET
    """The client ID that the provider issued to you."""
    client_secret: str | None = field(default=UNSET, repr=False)
    """The client secret that the provider issued to you."""
    redirect_uri: str | None = UNSET
    """The redirect URI that is registered with the provider."""
    pkce: bool | None = UNSET
    """Whether PKCE is used with the provider."""
    token_authentication_method: TokenAuthenticationMethod | None = UNSET
    """How WorkOS authenticates when it requests tokens."""
    id_token_signature_algorithm: IdTokenSignatureAlgorithm | None = UNSET
    """The algorithm with which ID tokens are signed."""
    fetch_user_info: bool | None = UNSET
    """Whether WorkOS also requests the userinfo endpoint of the provider."""


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
"""An OAuth provider that can be used without a customer's connection."""

SsoPrompt: TypeAlias = Literal["login",] | str
"""The prompt that the provider displays: `login` asks for the credentials regardless of existing sessions."""


@model
class Profile(Model):
    """A user's profile as reported by the identity provider."""

    object: Literal["profile"] = "profile"
    """Always `profile`."""
    id: str
    """The ID of the profile (`prof_…`)."""
    organization_id: str | None
    """The ID of the organization that the connection belongs to; null for connections without an organization."""
    connection_id: str
    """The ID of the connection that the user signed in with."""
    connection_type: ConnectionType
    """The type of that connection."""
    idp_id: str
    """The user's ID at the identity provider."""
    email: str
    """The user's email address, as reported by the identity provider."""
    first_name: str | None
    """The user's first name."""
    last_name: str | None
    """The user's last name."""
    name: str | None
    """The user's full name."""
    role: Role | None = UNSET
    """The role assigned by the identity provider, if role assignment is configured."""
    roles: list[Role] | None = UNSET
    """All assigned roles, if a user can have multiple roles."""
    groups: list[str] | None = UNSET
    """The user's groups at the identity provider, if the connection maps them."""
    custom_attributes: dict[str, Any] | None = UNSET
    """The custom attributes that are mapped in the dashboard, by the names used there."""
    raw_attributes: dict[str, Any]
    """All attributes that the identity provider sent, unmodified."""


@model
class ProfileAndToken(Model):
    """The profile of the user who signed in, and an access token for it."""

    token_type: Literal["Bearer"] = "Bearer"
    """Always `Bearer`."""
    access_token: str = field(repr=False)
    """The access token, for `get_profile`."""
    expires_in: int
    """The number of seconds until the access token expires."""
    profile: Profile
    """The profile of the user who signed in."""
    oauth_tokens: OauthTokens | None = UNSET
    """The tokens of the OAuth provider. They are present if the user signed in with one and the environment is
    configured to return them.
    """


@model
class SsoLogoutAuthorization(Model):
    """An authorization to sign out one user."""

    logout_url: str = field(repr=False)
    """The URL to redirect the browser to."""
    logout_token: str = field(repr=False)
    """The token that `logout_url` contains, for `get_logout_url`."""
