# Generated from spec/resources/pipes by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of pipes."""

from datetime import datetime
from typing import Any, ClassVar, Literal, TypeAlias

from workos_core.serialization.model import UNSET, Model, field, model

__all__ = [
    "ApiKeyInstallation",
    "ConnectedAccount",
    "ConnectedAccountConnectionRole",
    "ConnectedAccountInputState",
    "ConnectedAccountState",
    "ConnectedAccountStateReason",
    "ConnectedAccountWarning",
    "ConnectionCreationIntent",
    "ConnectionIntent",
    "CustomProvider",
    "CustomProviderAuthentication",
    "CustomProviderDefinition",
    "CustomProviderDefinitionPatch",
    "DataIntegration",
    "DataIntegrationAccessError",
    "DataIntegrationAccessToken",
    "DataIntegrationAccessTokenResult",
    "DataIntegrationApiKeyCredential",
    "DataIntegrationAuthMethod",
    "DataIntegrationAuthorization",
    "DataIntegrationClientCredential",
    "DataIntegrationCompletion",
    "DataIntegrationConnection",
    "DataIntegrationCredential",
    "DataIntegrationCredentialResult",
    "DataIntegrationCredentials",
    "DataIntegrationCredentialsInput",
    "DataIntegrationCredentialsType",
    "DataIntegrationInstallation",
    "DataIntegrationOauthCredential",
    "DataIntegrationOwnership",
    "DataIntegrationState",
    "DataProvider",
    "DataProviderConnectedAccount",
    "DataProviderList",
    "DataProviderOwnership",
    "UnknownDataIntegrationCredential",
]

ConnectedAccountConnectionRole: TypeAlias = (
    Literal[
        "compatibility",
        "standard",
    ]
    | str
)
"""Whether a connection is the one that is visible to clients that support only one connection per owner
(`compatibility`), or an additional one (`standard`).
"""

ConnectedAccountState: TypeAlias = (
    Literal[
        "connected",
        "needs_reauthorization",
        "disconnected",
    ]
    | str
)
"""Whether a connected account can be used. If it is `needs_reauthorization`, the owner must connect the
account again.
"""

ConnectedAccountStateReason: TypeAlias = Literal["establishing_member_membership_ended",] | str
"""Why WorkOS changed the state of a connected account: the member who connected it left the organization."""


@model
class ConnectedAccountWarning(Model):
    """A warning about a change. The change was applied nevertheless."""

    code: Literal["duplicate_account_display_name"] = "duplicate_account_display_name"
    """Always `duplicate_account_display_name`: another account has the same display name."""
    message: str
    """A human-readable message."""


DataIntegrationAuthMethod: TypeAlias = (
    Literal[
        "oauth",
        "api_key",
        "client_credentials",
    ]
    | str
)
"""How an account is connected: by signing in at the provider (`oauth`), with an API key (`api_key`), or with
its own client ID and client secret (`client_credentials`).
"""


@model
class ConnectedAccount(Model):
    """An account at a third-party provider that a user or organization connected. It does not include the tokens."""

    object: Literal["connected_account"] = "connected_account"
    """Always `connected_account`."""
    id: str
    """The ID of the connected account."""
    user_id: str | None
    """The ID of the user who owns the account; null if an organization owns it."""
    organization_id: str | None
    """The ID of the organization that the account is scoped to; null if it is not scoped to one."""
    scopes: list[str]
    """The OAuth scopes that were granted."""
    auth_method: DataIntegrationAuthMethod | None = UNSET
    """How the account was connected; `oauth` if absent."""
    api_key_last_4: str | None = UNSET
    """The last four characters of the API key, if the account was connected with an API key."""
    client_id: str | None = UNSET
    """The client ID, if the account was connected with client credentials."""
    client_secret_last_4: str | None = UNSET
    """The last four characters of the client secret, if the account was connected with client credentials."""
    config: dict[str, str] | None = UNSET
    """Provider-specific settings of the account, keyed by name."""
    state: ConnectedAccountState
    """Whether the account is connected, needs reauthorization or is disconnected."""
    created_at: str
    """When the account was connected."""
    updated_at: str
    """When the connected account was last updated."""
    connection_role: ConnectedAccountConnectionRole | None = UNSET
    """Whether this is the connection that clients without support for multiple connections see, or an additional
    one.
    """
    account_identifier: str | None = UNSET
    """The identifier of the account at the provider, if known."""
    account_display_name: str | None = UNSET
    """The display name of the account. It is not necessarily unique."""
    established_by_user_id: str | None = UNSET
    """The ID of the user who authorized the connection; null if unknown or if the user left the organization."""
    state_reason: ConnectedAccountStateReason | None = UNSET
    """Why WorkOS changed the state of the account; null if WorkOS did not change it."""
    warnings: list[ConnectedAccountWarning] | None = UNSET
    """Warnings about a change. Only responses to write requests include them."""


ConnectedAccountInputState: TypeAlias = (
    Literal[
        "connected",
        "needs_reauthorization",
    ]
    | str
)
"""A state that you can set on a connected account."""

ConnectionCreationIntent: TypeAlias = Literal["add",] | str
"""The intent to connect an additional account and keep the existing ones."""

ConnectionIntent: TypeAlias = (
    Literal[
        "add",
        "reauthorize",
    ]
    | str
)
"""The intent of an authorization: to add a connection or to reauthorize an existing one."""

DataIntegrationCompletion: TypeAlias = Literal["finish_required",] | str
"""The step that remains after the user has authorized the connection."""


@model
class DataIntegrationAuthorization(Model):
    """The authorization URL for connecting an account."""

    url: str
    """The URL to redirect the browser to."""
    state: str | None = UNSET
    """The `state` that the redirect to `return_to` will contain. Store it in the user's session and compare the
    two values.
    """
    completion: DataIntegrationCompletion | None = UNSET
    """`finish_required` if the connection must be completed with `finish_connection`. If you sent a
    `code_challenge` and this field is missing, do not redirect the browser.
    """


@model
class DataIntegrationConnection(Model):
    """A connection that was finished and saved."""

    connected_account: ConnectedAccount
    """The connected account."""


DataIntegrationAccessError: TypeAlias = (
    Literal[
        "needs_reauthorization",
        "not_installed",
    ]
    | str
)
"""Why no credential is available: no account is connected (`not_installed`), or the owner must connect the
account again (`needs_reauthorization`).
"""


@model
class DataIntegrationAccessToken(Model):
    """An access token for the API of a provider."""

    object: Literal["access_token"] = "access_token"
    """Always `access_token`."""
    access_token: str = field(repr=False)
    """The access token for the provider's API."""
    expires_at: datetime | None
    """When the access token expires; null if it does not expire."""
    scopes: list[str]
    """The OAuth scopes that were granted."""
    missing_scopes: list[str]
    """The OAuth scopes that were requested but not granted."""


@model
class DataIntegrationAccessTokenResult(Model):
    """An access token, or the reason why none is available."""

    active: bool
    """Whether a connected account is available and can be used."""
    access_token: DataIntegrationAccessToken | None = UNSET
    """The access token; present only if `active` is `True`."""
    error: DataIntegrationAccessError | None = UNSET
    """Why no access token is available; present only if `active` is `False`."""


@model
class DataIntegrationApiKeyCredential(Model):
    """The API key of an account that was connected with an API key."""

    object: Literal["credential"] = "credential"
    """Always `credential`."""
    auth_method: Literal["api_key"] = "api_key"
    """Always `api_key`."""
    value: str = field(repr=False)
    """The API key."""
    config: dict[str, str] | None = UNSET
    """Provider-specific settings of the account, keyed by name."""


@model
class DataIntegrationClientCredential(Model):
    """The access token of an account that was connected with client credentials."""

    object: Literal["credential"] = "credential"
    """Always `credential`."""
    auth_method: Literal["client_credentials"] = "client_credentials"
    """Always `client_credentials`."""
    value: str = field(repr=False)
    """The access token."""
    expires_at: str | None
    """When the access token expires; null if it does not expire."""
    scopes: list[str]
    """The OAuth scopes that were granted."""
    missing_scopes: list[str]
    """The OAuth scopes that were requested but not granted."""
    metadata: dict[str, Any]
    """Additional values that the provider returned with the token."""
    config: dict[str, str] | None = UNSET
    """Provider-specific settings of the account, keyed by name."""


@model
class DataIntegrationOauthCredential(Model):
    """The access token of an account that was connected with OAuth."""

    object: Literal["credential"] = "credential"
    """Always `credential`."""
    auth_method: Literal["oauth"] = "oauth"
    """Always `oauth`."""
    value: str = field(repr=False)
    """The access token."""
    expires_at: str | None
    """When the access token expires; null if it does not expire."""
    scopes: list[str]
    """The OAuth scopes that were granted."""
    missing_scopes: list[str]
    """The OAuth scopes that were requested but not granted."""
    metadata: dict[str, Any] | None = UNSET
    """Additional values that the provider returned with the token."""
    config: dict[str, str] | None = UNSET
    """Provider-specific settings of the account, keyed by name."""


@model
class UnknownDataIntegrationCredential(Model):
    """A member of DataIntegrationCredential with a `auth_method` that this version of the SDK does not know.
    Fields that are not declared here are in `extra_fields`.
    """

    UNION_TAG: ClassVar[str] = "auth_method"

    auth_method: Literal["(unknown)"]
    """The value that the API returned. It is typed as a placeholder so that comparing it with a known value makes
    a type checker exclude this class; `tag` is the same value as `str`.
    """
    object: Literal["credential"] = "credential"
    """Always `credential`."""
    value: str = field(repr=False)
    """Every member of the union has this field; its meaning depends on the member."""
    config: dict[str, str] | None = UNSET
    """Provider-specific settings of the account, keyed by name."""

    @property
    def tag(self) -> str:
        """The value of the discriminator that the API returned."""
        return str(self.auth_method)


DataIntegrationCredential: TypeAlias = (
    DataIntegrationOauthCredential
    | DataIntegrationApiKeyCredential
    | DataIntegrationClientCredential
    | UnknownDataIntegrationCredential
)
"""A credential for the API of a provider."""


@model
class DataIntegrationCredentialResult(Model):
    """A credential, or the reason why none is available."""

    active: bool
    """Whether a connected account is available and can be used."""
    credential: DataIntegrationCredential | None = UNSET
    """The credential; present only if `active` is `True`."""
    error: DataIntegrationAccessError | None = UNSET
    """Why no credential is available; present only if `active` is `False`."""


DataIntegrationOwnership: TypeAlias = (
    Literal[
        "user",
        "organization",
    ]
    | str
)
"""Who owns connected accounts: individual users, or an organization whose members share them."""


@model
class DataProviderConnectedAccount(Model):
    """A connected account of a data integration."""

    object: Literal["connected_account"] = "connected_account"
    """Always `connected_account`."""
    id: str
    """The ID of the connected account."""
    user_id: str | None
    """The ID of the user who owns the account; null if an organization owns it."""
    organization_id: str | None
    """The ID of the organization that the account is scoped to; null if it is not scoped to one."""
    scopes: list[str]
    """The OAuth scopes that were granted."""
    auth_method: DataIntegrationAuthMethod | None = UNSET
    """How the account was connected; `oauth` if absent."""
    api_key_last_4: str | None = UNSET
    """The last four characters of the API key, if the account was connected with an API key."""
    client_id: str | None = UNSET
    """The client ID, if the account was connected with client credentials."""
    client_secret_last_4: str | None = UNSET
    """The last four characters of the client secret, if the account was connected with client credentials."""
    config: dict[str, str] | None = UNSET
    """Provider-specific settings of the account, keyed by name."""
    state: ConnectedAccountState
    """Whether the account is connected, needs reauthorization or is disconnected."""
    created_at: str
    """When the account was connected."""
    updated_at: str
    """When the connected account was last updated."""
    userland_user_id: str | None = field(metadata={"wire": "userlandUserId"})
    """Deprecated. The same value as `user_id`."""
    legacy_organization_id: str | None = field(metadata={"wire": "organizationId"})
    """Deprecated. The same value as `organization_id`."""
    legacy_created_at: str = field(metadata={"wire": "createdAt"})
    """Deprecated. The same value as `created_at`."""
    legacy_updated_at: str = field(metadata={"wire": "updatedAt"})
    """Deprecated. The same value as `updated_at`."""
    connection_role: ConnectedAccountConnectionRole | None = UNSET
    """Whether this is the connection that clients without support for multiple connections see, or an additional
    one.
    """
    account_identifier: str | None = UNSET
    """The identifier of the account at the provider, if known."""
    account_display_name: str | None = UNSET
    """The display name of the account. It is not necessarily unique."""
    established_by_user_id: str | None = UNSET
    """The ID of the user who authorized the connection; null if unknown or if the user left the organization."""
    state_reason: ConnectedAccountStateReason | None = UNSET
    """Why WorkOS changed the state of the account; null if WorkOS did not change it."""
    warnings: list[ConnectedAccountWarning] | None = UNSET
    """Warnings about a change. Only responses to write requests include them."""


DataProviderOwnership: TypeAlias = (
    Literal[
        "userland_user",
        "organization",
    ]
    | str
)
"""Who owns connected accounts: individual users, or an organization whose members share them."""


@model
class DataProvider(Model):
    """A data integration from the point of view of a user or organization, with its connected accounts."""

    object: Literal["data_provider"] = "data_provider"
    """Always `data_provider`."""
    id: str
    """The ID of the data integration."""
    name: str
    """The name of the provider."""
    description: str | None
    """A description for your users."""
    slug: str
    """The slug of the data integration."""
    integration_type: str
    """The provider that the data integration connects to."""
    credentials_type: str
    """Whose OAuth application the data integration uses."""
    scopes: list[str] | None
    """The OAuth scopes to request; null if the provider's default scopes apply."""
    auth_methods: list[DataIntegrationAuthMethod] | None = UNSET
    """The methods by which accounts can be connected."""
    ownership: DataProviderOwnership
    """Who owns the connected accounts."""
    created_at: str
    """When the data integration was created."""
    updated_at: str
    """When the data integration was last updated."""
    legacy_integration_type: str = field(metadata={"wire": "integrationType"})
    """Deprecated. The same value as `integration_type`."""
    legacy_credentials_type: str = field(metadata={"wire": "credentialsType"})
    """Deprecated. The same value as `credentials_type`."""
    legacy_created_at: str = field(metadata={"wire": "createdAt"})
    """Deprecated. The same value as `created_at`."""
    legacy_updated_at: str = field(metadata={"wire": "updatedAt"})
    """Deprecated. The same value as `updated_at`."""
    connected_account: DataProviderConnectedAccount | None
    """The connected account; null if no account is connected."""
    connection_owner: DataIntegrationOwnership | None = UNSET
    """Who owns the connected accounts."""
    connected_accounts: list[DataProviderConnectedAccount] | None = UNSET
    """All connected accounts."""


@model
class DataProviderList(Model):
    """The data integrations that are available to a user or organization."""

    object: Literal["list"] = "list"
    """Always `list`."""
    data: list[DataProvider]
    """The data integrations."""


CustomProviderAuthentication: TypeAlias = (
    Literal[
        "request_body",
        "basic_auth_header",
    ]
    | str
)
"""How the client ID and client secret are sent in token requests."""


@model
class CustomProvider(Model):
    """A custom OAuth provider."""

    name: str
    """The display name of the provider."""
    authorization_url: str | None
    """The provider's OAuth authorization endpoint."""
    token_url: str | None
    """The provider's OAuth token endpoint, which exchanges authorization codes for tokens."""
    refresh_token_url: str | None
    """The provider's endpoint for refreshing tokens, if different from `token_url`."""
    pkce_enabled: bool
    """Whether the authorization flow uses PKCE."""
    request_scope_separator: str
    """The separator between scopes in the authorization URL."""
    scopes_required: bool
    """Whether the provider requires scopes."""
    client_secret_required: bool
    """Whether the provider requires a client secret."""
    additional_authorization_parameters: dict[str, str]
    """Additional query parameters of the authorization URL, keyed by name."""
    token_body_content_type: str
    """The content type of token requests."""
    authenticate_via: CustomProviderAuthentication
    """How the client ID and client secret are sent in token requests."""


DataIntegrationCredentialsType: TypeAlias = (
    Literal[
        "custom",
        "organization",
    ]
    | str
)
"""Whose OAuth application a data integration uses: your own (`custom`), or one that each organization provides
(`organization`).
"""


@model
class DataIntegrationCredentials(Model):
    """The OAuth application of a data integration."""

    type: DataIntegrationCredentialsType
    """Whose OAuth application it is."""
    client_id: str | None
    """The client ID of the OAuth application."""
    redacted_client_secret: str | None
    """The client secret with most of its characters redacted."""


@model
class DataIntegrationInstallation(Model):
    """An API key that was installed together with a data integration."""

    id: str
    """The ID of the connected account."""
    user_id: str | None
    """The ID of the user that the API key was installed for; null if it was installed for an organization."""
    organization_id: str | None
    """The ID of the organization that the API key is scoped to, if any."""
    api_key_last_4: str | None
    """The last four characters of the API key."""
    connection_role: ConnectedAccountConnectionRole | None = UNSET
    """Whether this is the connection that clients without support for multiple connections see, or an additional
    one.
    """
    account_identifier: str | None = UNSET
    """The identifier of the account at the provider, if known."""
    account_display_name: str | None = UNSET
    """The display name of the account. It is not necessarily unique."""


DataIntegrationState: TypeAlias = (
    Literal[
        "valid",
        "invalid",
        "requested",
    ]
    | str
)
"""Whether a data integration can be used. `valid` and `invalid` indicate whether the credentials work;
`requested` means that WorkOS has not set it up yet.
"""


@model
class DataIntegration(Model):
    """A data integration: a third-party provider at which your users can connect their accounts."""

    object: Literal["data_integration"] = "data_integration"
    """Always `data_integration`."""
    id: str
    """The ID of the data integration."""
    slug: str
    """The slug of the data integration, such as `github`."""
    integration_type: str
    """The provider that the data integration connects to."""
    description: str | None
    """A description for your users."""
    enabled: bool
    """Whether accounts can be connected."""
    state: DataIntegrationState
    """Whether the data integration is completely configured."""
    scopes: list[str] | None
    """The OAuth scopes to request; null if the provider's default scopes apply."""
    redirect_uri: str
    """The redirect URI to register with the provider."""
    auth_methods: list[DataIntegrationAuthMethod]
    """The methods by which accounts can be connected."""
    credentials: DataIntegrationCredentials | None
    """The OAuth application that the data integration uses; null if it has none."""
    installation: DataIntegrationInstallation | None
    """The API key that was installed together with the data integration; null if there was none."""
    config: dict[str, str]
    """Additional provider-specific settings, keyed by name."""
    custom_provider: CustomProvider | None
    """The definition of the custom provider; null for a built-in provider."""
    created_at: datetime
    """When the data integration was created."""
    updated_at: datetime
    """When the data integration was last updated."""
    ownership: DataIntegrationOwnership | None = UNSET
    """Who owns the connected accounts."""


@model
class CustomProviderDefinition(Model):
    """The definition of a custom OAuth provider."""

    name: str
    """The display name of the provider."""
    authorization_url: str | None = UNSET
    """The provider's OAuth authorization endpoint."""
    token_url: str | None = UNSET
    """The provider's OAuth token endpoint, which exchanges authorization codes for tokens."""
    refresh_token_url: str | None = UNSET
    """The provider's endpoint for refreshing tokens, if different from `token_url`."""
    pkce_enabled: bool | None = UNSET
    """Whether the authorization flow uses PKCE."""
    request_scope_separator: str | None = UNSET
    """The separator between scopes in the authorization URL."""
    scopes_required: bool | None = UNSET
    """Whether the provider requires scopes."""
    client_secret_required: bool | None = UNSET
    """Whether the provider requires a client secret."""
    additional_authorization_parameters: dict[str, str] | None = UNSET
    """Additional query parameters of the authorization URL, keyed by name."""
    token_body_content_type: str | None = UNSET
    """The content type of token requests."""
    authenticate_via: CustomProviderAuthentication | None = UNSET
    """How the client ID and client secret are sent in token requests."""


@model
class CustomProviderDefinitionPatch(Model):
    """Changes to the definition of a custom OAuth provider."""

    name: str | None = UNSET
    """The display name of the provider."""
    authorization_url: str | None = UNSET
    """The provider's OAuth authorization endpoint."""
    token_url: str | None = UNSET
    """The provider's OAuth token endpoint, which exchanges authorization codes for tokens."""
    refresh_token_url: str | None = UNSET
    """The provider's endpoint for refreshing tokens, if different from `token_url`."""
    pkce_enabled: bool | None = UNSET
    """Whether the authorization flow uses PKCE."""
    request_scope_separator: str | None = UNSET
    """The separator between scopes in the authorization URL."""
    scopes_required: bool | None = UNSET
    """Whether the provider requires scopes."""
    client_secret_required: bool | None = UNSET
    """Whether the provider requires a client secret."""
    additional_authorization_parameters: dict[str, str] | None = UNSET
    """Additional query parameters of the authorization URL, keyed by name."""
    token_body_content_type: str | None = UNSET
    """The content type of token requests."""
    authenticate_via: CustomProviderAuthentication | None = UNSET
    """How the client ID and client secret are sent in token requests."""


@model
class DataIntegrationCredentialsInput(Model):
    """The OAuth application to use."""

    type: DataIntegrationCredentialsType
    """Whose OAuth application to use."""
    client_id: str | None = UNSET
    """The client ID of your OAuth application, if `type` is `custom`."""
    client_secret: str | None = field(default=UNSET, repr=False)
    """The client secret of your OAuth application, if `type` is `custom`."""


@model
class ApiKeyInstallation(Model):
    """An API key to install for a user."""

    secret: str = field(repr=False)
    """The API key, at least 5 characters."""
    user_id: str
    """The ID of the user to install the API key for (`user_…`)."""
    organization_id: str | None = UNSET
    """The ID of the organization to scope the API key to (`org_…`)."""
