# Generated from spec/resources/pipes by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Objects in arguments of pipes."""

from collections.abc import Mapping
from typing import NotRequired, TypedDict

from workos_core.models.pipes import CustomProviderAuthentication, DataIntegrationCredentialsType

__all__ = [
    "ApiKeyInstallationParam",
    "CustomProviderDefinitionParam",
    "CustomProviderDefinitionPatchParam",
    "DataIntegrationCredentialsInputParam",
]


class ApiKeyInstallationParam(TypedDict):
    """An API key to install for a user."""

    secret: str
    """The API key, at least 5 characters."""
    user_id: str
    """The ID of the user to install the API key for (`user_…`)."""
    organization_id: NotRequired[str]
    """The ID of the organization to scope the API key to (`org_…`)."""


class CustomProviderDefinitionParam(TypedDict):
    """The definition of a custom OAuth provider."""

    name: str
    """The display name of the provider."""
    authorization_url: NotRequired[str]
    """The provider's OAuth authorization endpoint."""
    token_url: NotRequired[str]
    """The provider's OAuth token endpoint, which exchanges authorization codes for tokens."""
    refresh_token_url: NotRequired[str | None]
    """The provider's endpoint for refreshing tokens, if different from `token_url`."""
    pkce_enabled: NotRequired[bool]
    """Whether the authorization flow uses PKCE."""
    request_scope_separator: NotRequired[str]
    """The separator between scopes in the authorization URL."""
    scopes_required: NotRequired[bool]
    """Whether the provider requires scopes."""
    client_secret_required: NotRequired[bool]
    """Whether the provider requires a client secret."""
    additional_authorization_parameters: NotRequired[Mapping[str, str]]
    """Additional query parameters of the authorization URL, keyed by name."""
    token_body_content_type: NotRequired[str]
    """The content type of token requests."""
    authenticate_via: NotRequired[CustomProviderAuthentication]
    """How the client ID and client secret are sent in token requests."""


class CustomProviderDefinitionPatchParam(TypedDict):
    """Changes to the definition of a custom OAuth provider."""

    name: NotRequired[str]
    """The display name of the provider."""
    authorization_url: NotRequired[str]
    """The provider's OAuth authorization endpoint."""
    token_url: NotRequired[str]
    """The provider's OAuth token endpoint, which exchanges authorization codes for tokens."""
    refresh_token_url: NotRequired[str | None]
    """The provider's endpoint for refreshing tokens, if different from `token_url`."""
    pkce_enabled: NotRequired[bool]
    """Whether the authorization flow uses PKCE."""
    request_scope_separator: NotRequired[str]
    """The separator between scopes in the authorization URL."""
    scopes_required: NotRequired[bool]
    """Whether the provider requires scopes."""
    client_secret_required: NotRequired[bool]
    """Whether the provider requires a client secret."""
    additional_authorization_parameters: NotRequired[Mapping[str, str]]
    """Additional query parameters of the authorization URL, keyed by name."""
    token_body_content_type: NotRequired[str]
    """The content type of token requests."""
    authenticate_via: NotRequired[CustomProviderAuthentication]
    """How the client ID and client secret are sent in token requests."""


class DataIntegrationCredentialsInputParam(TypedDict):
    """The OAuth application to use."""

    type: DataIntegrationCredentialsType
    """Whose OAuth application to use."""
    client_id: NotRequired[str]
    """The client ID of your OAuth application, if `type` is `custom`."""
    client_secret: NotRequired[str]
    """The client secret of your OAuth application, if `type` is `custom`."""
