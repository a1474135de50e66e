# Generated from spec/resources/sso by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Objects in arguments of sso."""

from collections.abc import Mapping, Sequence
from typing import NotRequired, TypedDict

from workos_core.models.sso import (
    ConnectionKeyPair,
    ConnectionStandardAttributes,
    IdTokenSignatureAlgorithm,
    TokenAuthenticationMethod,
)

__all__ = [
    "ConnectionAttributeMapsParam",
    "ConnectionAttributeMapsPatchParam",
    "ConnectionKeyPairParam",
    "ConnectionOidcOptionsParam",
    "ConnectionOidcOptionsPatchParam",
    "ConnectionSamlOptionsParam",
    "ConnectionSamlOptionsPatchParam",
    "ConnectionStandardAttributesParam",
]


class ConnectionStandardAttributesParam(TypedDict):
    """The names of the identity provider's attributes that are mapped to the standard fields of a profile."""

    idp_id: NotRequired[str | None]
    """The attribute that contains the user's ID."""
    email: NotRequired[str | None]
    """The attribute that contains the email address."""
    first_name: NotRequired[str | None]
    """The attribute that contains the first name."""
    last_name: NotRequired[str | None]
    """The attribute that contains the last name."""
    groups: NotRequired[str | None]
    """The attribute that contains the groups."""
    name: NotRequired[str | None]
    """The attribute that contains the full name."""


class ConnectionAttributeMapsParam(TypedDict):
    """The mapping from attributes of the identity provider to fields of a profile."""

    standard_attributes: NotRequired[ConnectionStandardAttributes | ConnectionStandardAttributesParam | None]
    """The mapping of the standard fields."""
    custom_attributes: NotRequired[Mapping[str, str] | None]
    """The mapping of your custom attributes, from the name of each custom attribute to the attribute of the
    identity provider.
    """


class ConnectionAttributeMapsPatchParam(TypedDict):
    """Changes to the attribute mapping of a connection."""

    standard_attributes: NotRequired[ConnectionStandardAttributes | ConnectionStandardAttributesParam | None]
    """The mapping of the standard fields."""
    custom_attributes: NotRequired[Mapping[str, str | None] | None]
    """The mapping of your custom attributes, from the name of each custom attribute to the attribute of the
    identity provider. Pass `None` as a value to remove the mapping of that attribute.
    """


class ConnectionKeyPairParam(TypedDict):
    """A private key and its certificate, both PEM-encoded."""

    key: str
    """The private key."""
    cert: str
    """The certificate."""


class ConnectionOidcOptionsParam(TypedDict):
    """The OpenID Connect configuration of a new connection."""

    discovery_endpoint: str
    """The URL of the provider's discovery document (`…/.well-known/openid-configuration`)."""
    client_id: str
    """The client ID that the provider issued to you."""
    client_secret: NotRequired[str | None]
    """The client secret that the provider issued to you."""
    redirect_uri: NotRequired[str | None]
    """The redirect URI that is registered with the provider."""
    pkce: NotRequired[bool | None]
    """Whether PKCE is used with the provider."""
    token_authentication_method: NotRequired[TokenAuthenticationMethod | None]
    """How WorkOS authenticates when it requests tokens."""
    jwt_signing_key_pair: NotRequired[ConnectionKeyPair | ConnectionKeyPairParam | None]
    """The key pair that signs client assertions, for `private_key_jwt`."""
    id_token_signature_algorithm: NotRequired[IdTokenSignatureAlgorithm | None]
    """The algorithm with which ID tokens are signed."""
    fetch_user_info: NotRequired[bool | None]
    """Whether WorkOS also requests the userinfo endpoint of the provider."""


class ConnectionOidcOptionsPatchParam(TypedDict):
    """Changes to the OpenID Connect configuration of a connection."""

    discovery_endpoint: NotRequired[str | None]
    """The URL of the provider's discovery document (`…/.well-known/openid-configuration`)."""
    client_id: NotRequired[str | None]
    """The client ID that the provider issued to you."""
    client_secret: NotRequired[str | None]
    """The client secret that the provider issued to you."""
    redirect_uri: NotRequired[str | None]
    """The redirect URI that is registered with the provider."""
    pkce: NotRequired[bool | None]
    """Whether PKCE is used with the provider."""
    token_authentication_method: NotRequired[TokenAuthenticationMethod | None]
    """How WorkOS authenticates when it requests tokens."""
    id_token_signature_algorithm: NotRequired[IdTokenSignatureAlgorithm | None]
    """The algorithm with which ID tokens are signed."""
    fetch_user_info: NotRequired[bool | None]
    """Whether WorkOS also requests the userinfo endpoint of the provider."""


class ConnectionSamlOptionsParam(TypedDict):
    """The SAML configuration of a new connection."""

    idp_metadata_url: NotRequired[str | None]
    """The URL of the identity provider's metadata, from which WorkOS reads the other settings."""
    acs_url: NotRequired[str | None]
    """The assertion consumer service (ACS) URL, to which the identity provider posts its SAML responses."""
    sp_entity_id: NotRequired[str | None]
    """The entity ID that identifies WorkOS to the identity provider."""
    idp_entity_id: NotRequired[str | None]
    """The entity ID of the identity provider."""
    idp_sso_url: NotRequired[str | None]
    """The URL to which sign-in requests are sent."""
    idp_signing_certs: NotRequired[Sequence[str] | None]
    """The PEM-encoded certificates with which the identity provider signs its SAML responses."""
    sp_signing_key_pair: NotRequired[ConnectionKeyPair | ConnectionKeyPairParam | None]
    """The key pair that signs requests to the identity provider."""
    sp_encryption_key_pairs: NotRequired[Sequence[ConnectionKeyPair | ConnectionKeyPairParam] | None]
    """The key pairs that decrypt encrypted SAML responses."""


class ConnectionSamlOptionsPatchParam(TypedDict):
    """Changes to the SAML configuration of a connection. Certificates are managed with separate methods."""

    idp_metadata_url: NotRequired[str | None]
    """The URL of the identity provider's metadata, from which WorkOS reads the other settings."""
    acs_url: NotRequired[str | None]
    """The assertion consumer service (ACS) URL, to which the identity provider posts its SAML responses."""
    sp_entity_id: NotRequired[str | None]
    """The entity ID that identifies WorkOS to the identity provider."""
    idp_entity_id: NotRequired[str | None]
    """The entity ID of the identity provider."""
    idp_sso_url: NotRequired[str | None]
    """The URL to which sign-in requests are sent."""
