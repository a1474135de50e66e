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
"""Whether a connection is the one that clients see which know only one for each owner (`compatibility`), or a
further one (`standard`).
"""

ConnectedAccountState: TypeAlias = (
    Literal[
        "connected",
        "needs_reauthorization",
        "disconnected",
    ]
    | str
)
"""Whether a connected account works. With `needs_reauthorization` its owner must connect it again."""

ConnectedAccountStateReason: TypeAlias = Literal["establishing_member_membership_ended",] | str
"""Why WorkOS changed the state of a connected account: the member who connected it left the organization."""


@model
class ConnectedAccountWarning(Model):
    """Something doubtful about a change, which was made all the same."""

    code: Literal["duplicate_account_display_name"] = "duplicate_account_display_name"
    """Always `duplicate_account_display_name`: another account has the same label."""
    message: str
    """A sentence for people."""


DataIntegrationAuthMethod: TypeAlias = (
    Literal[
        "oauth",
        "api_key",
        "client_credentials",
    ]
    | str
)
"""How an account is connected: by signing in at the provider, with an API key, or with a client id and secret
of its own.
"""


@model
class ConnectedAccount(Model):
    """An account at a provider that somebody connected. Its tokens are not part of it."""

    object: Literal["connected_account"] = "connected_account"
    """Always `connected_account`."""
    id: str
    """The id of the connected account."""
    user_id: str | None
    """The user it belongs to; null for an account of an organization."""
    organization_id: str | None
    """The organization it is limited to; null when it is not limited."""
    scopes: list[str]
    """The OAuth scopes that were granted."""
    auth_method: DataIntegrationAuthMethod | None = UNSET
    """How it was connected; `oauth` when absent."""
    api_key_last_4: str | None = UNSET
    """The last four characters of the API key, if it was connected with one."""
    client_id: str | None = UNSET
    """The client id, if it was connected with one."""
    client_secret_last_4: str | None = UNSET
    """The last four characters of the client secret, if it was connected with one."""
    config: dict[str, str] | None = UNSET
    """The settings of this account, by name."""
    state: ConnectedAccountState
    """Whether it works."""
    created_at: str
    """When it was connected."""
    updated_at: str
    """When it last changed."""
    connection_role: ConnectedAccountConnectionRole | None = UNSET
    """Whether the connection is the one that older clients see, or a further one."""
    account_identifier: str | None = UNSET
    """What tells the account apart at the provider, as far as it is known."""
    account_display_name: str | None = UNSET
    """A label for people; it need not be unique."""
    established_by_user_id: str | None = UNSET
    """The user who gave the permission; null when that is not known, or when the user left the organization."""
    state_reason: ConnectedAccountStateReason | None = UNSET
    """Why WorkOS itself changed the state; null when it did not."""
    warnings: list[ConnectedAccountWarning] | None = UNSET
    """What is doubtful about a change; only answers to changes have it."""


ConnectedAccountInputState: TypeAlias = (
    Literal[
        "connected",
        "needs_reauthorization",
    ]
    | str
)
"""A state that a connected account can be given."""

ConnectionCreationIntent: TypeAlias = Literal["add",] | str
"""That one more account is connected, beside those there are."""

ConnectionIntent: TypeAlias = (
    Literal[
        "add",
        "reauthorize",
    ]
    | str
)
"""What connecting an account is for."""

DataIntegrationCompletion: TypeAlias = Literal["finish_required",] | str
"""What is left to do after the person gave permission."""


@model
class DataIntegrationAuthorization(Model):
    """Where an account is connected."""

    url: str
    """The URL to redirect the browser to."""
    state: str | None = UNSET
    """The text that `return_to` is called with. Keep it in the session of the person and compare it."""
    completion: DataIntegrationCompletion | None = UNSET
    """`finish_required` when the connection waits for `finish_connection`. If you sent a `code_challenge` and this
    is missing, do not redirect.
    """


@model
class DataIntegrationConnection(Model):
    """A connection that was kept."""

    connected_account: ConnectedAccount
    """The connected account."""


DataIntegrationAccessError: TypeAlias = (
    Literal[
        "needs_reauthorization",
        "not_installed",
    ]
    | str
)
"""Why a connected account gives no credential: nobody connected it, or its owner must connect it again."""


@model
class DataIntegrationAccessToken(Model):
    """An access token of a provider."""

    object: Literal["access_token"] = "access_token"
    """Always `access_token`."""
    access_token: str = field(repr=False)
    """Opens the provider's API."""
    expires_at: str | None
    """When it expires; null when it does not."""
    scopes: list[str]
    """The scopes that were granted."""
    missing_scopes: list[str]
    """The scopes that were asked for but not granted."""


@model
class DataIntegrationAccessTokenResult(Model):
    """An access token, or why there is none."""

    active: bool
    """Whether an account is connected and works."""
    access_token: DataIntegrationAccessToken | None = UNSET
    """The token; only there when `active` is true."""
    error: DataIntegrationAccessError | None = UNSET
    """Why there is none; only there when `active` is false."""


@model
class DataIntegrationApiKeyCredential(Model):
    """The API key of an account connected with one."""

    object: Literal["credential"] = "credential"
    """Always `credential`."""
    auth_method: Literal["api_key"] = "api_key"
    """Always `api_key`."""
    value: str = field(repr=False)
    """The API key."""
    config: dict[str, str] | None = UNSET
    """The settings of this account, by name."""


@model
class DataIntegrationClientCredential(Model):
    """The access token of an account connected with a client id and secret."""

    object: Literal["credential"] = "credential"
    """Always `credential`."""
    auth_method: Literal["client_credentials"] = "client_credentials"
    """Always `client_credentials`."""
    value: str = field(repr=False)
    """The access token."""
    expires_at: str | None
    """When it expires; null when it does not."""
    scopes: list[str]
    """The scopes that were granted."""
    missing_scopes: list[str]
    """The scopes that were asked for but not granted."""
    metadata: dict[str, Any]
    """Further values the provider sent with the token."""
    config: dict[str, str] | None = UNSET
    """The settings of this account, by name."""


@model
class DataIntegrationOauthCredential(Model):
    """The access token of an account connected by signing in."""

    object: Literal["credential"] = "credential"
    """Always `credential`."""
    auth_method: Literal["oauth"] = "oauth"
    """Always `oauth`."""
    value: str = field(repr=False)
    """The access token."""
    expires_at: str | None
    """When it expires; null when it does not."""
    scopes: list[str]
    """The scopes that were granted."""
    missing_scopes: list[str]
    """The scopes that were asked for but not granted."""
    metadata: dict[str, Any] | None = UNSET
    """Further values the provider sent with the token."""
    config: dict[str, str] | None = UNSET
    """The settings of this account, by name."""


@model
class UnknownDataIntegrationCredential(Model):
    """A kind of DataIntegrationCredential that this version of the SDK does not know. Its own fields are in
    `extra_fields`.
    """

    UNION_TAG: ClassVar[str] = "auth_method"

    auth_method: Literal["(unknown)"]
    """The kind as the API sent it. Type checkers see a placeholder, so that comparing with a known kind rules this
    class out; `tag` is the same as plain text.
    """
    object: Literal["credential"] = "credential"
    """Always `credential`."""
    value: str = field(repr=False)
    """Every kind has this field, with a meaning of its own."""
    config: dict[str, str] | None = UNSET
    """The settings of this account, by name."""

    @property
    def tag(self) -> str:
        """The kind as the API sent it."""
        return str(self.auth_method)


DataIntegrationCredential: TypeAlias = (
    DataIntegrationOauthCredential
    | DataIntegrationApiKeyCredential
    | DataIntegrationClientCredential
    | UnknownDataIntegrationCredential
)
"""A credential of a provider."""


@model
class DataIntegrationCredentialResult(Model):
    """A credential, or why there is none."""

    active: bool
    """Whether an account is connected and works."""
    credential: DataIntegrationCredential | None = UNSET
    """The credential; only there when `active` is true."""
    error: DataIntegrationAccessError | None = UNSET
    """Why there is none; only there when `active` is false."""


DataIntegrationOwnership: TypeAlias = (
    Literal[
        "user",
        "organization",
    ]
    | str
)
"""Whom connected accounts belong to: single users, or an organization whose members share them."""


@model
class DataProviderConnectedAccount(Model):
    """An account that is connected."""

    object: Literal["connected_account"] = "connected_account"
    """Always `connected_account`."""
    id: str
    """The id of the connected account."""
    user_id: str | None
    """The user it belongs to; null for an account of an organization."""
    organization_id: str | None
    """The organization it is limited to; null when it is not limited."""
    scopes: list[str]
    """The OAuth scopes that were granted."""
    auth_method: DataIntegrationAuthMethod | None = UNSET
    """How it was connected; `oauth` when absent."""
    api_key_last_4: str | None = UNSET
    """The last four characters of the API key, if it was connected with one."""
    client_id: str | None = UNSET
    """The client id, if it was connected with one."""
    client_secret_last_4: str | None = UNSET
    """The last four characters of the client secret, if it was connected with one."""
    config: dict[str, str] | None = UNSET
    """The settings of this account, by name."""
    state: ConnectedAccountState
    """Whether it works."""
    created_at: str
    """When it was connected."""
    updated_at: str
    """When it last changed."""
    userland_user_id: str | None = field(metadata={"wire": "userlandUserId"})
    """Deprecated. The same as `user_id`."""
    legacy_organization_id: str | None = field(metadata={"wire": "organizationId"})
    """Deprecated. The same as `organization_id`."""
    legacy_created_at: str = field(metadata={"wire": "createdAt"})
    """Deprecated. The same as `created_at`."""
    legacy_updated_at: str = field(metadata={"wire": "updatedAt"})
    """Deprecated. The same as `updated_at`."""
    connection_role: ConnectedAccountConnectionRole | None = UNSET
    """Whether the connection is the one that older clients see, or a further one."""
    account_identifier: str | None = UNSET
    """What tells the account apart at the provider, as far as it is known."""
    account_display_name: str | None = UNSET
    """A label for people; it need not be unique."""
    established_by_user_id: str | None = UNSET
    """The user who gave the permission; null when that is not known, or when the user left the organization."""
    state_reason: ConnectedAccountStateReason | None = UNSET
    """Why WorkOS itself changed the state; null when it did not."""
    warnings: list[ConnectedAccountWarning] | None = UNSET
    """What is doubtful about a change; only answers to changes have it."""


DataProviderOwnership: TypeAlias = (
    Literal[
        "userland_user",
        "organization",
    ]
    | str
)
"""Whom connected accounts belong to: single users, or an organization whose members share them."""


@model
class DataProvider(Model):
    """A data integration as a user or organization sees it."""

    object: Literal["data_provider"] = "data_provider"
    """Always `data_provider`."""
    id: str
    """The id of the data integration."""
    name: str
    """The name of the provider."""
    description: str | None
    """A text for your users."""
    slug: str
    """The slug of the data integration."""
    integration_type: str
    """The provider behind it."""
    credentials_type: str
    """Whose OAuth application it uses."""
    scopes: list[str] | None
    """The OAuth scopes to ask for; null when the default of the provider applies."""
    auth_methods: list[DataIntegrationAuthMethod] | None = UNSET
    """How accounts can be connected."""
    ownership: DataProviderOwnership
    """Whom the connected accounts belong to."""
    created_at: str
    """When it was created."""
    updated_at: str
    """When it last changed."""
    legacy_integration_type: str = field(metadata={"wire": "integrationType"})
    """Deprecated. The same as `integration_type`."""
    legacy_credentials_type: str = field(metadata={"wire": "credentialsType"})
    """Deprecated. The same as `credentials_type`."""
    legacy_created_at: str = field(metadata={"wire": "createdAt"})
    """Deprecated. The same as `created_at`."""
    legacy_updated_at: str = field(metadata={"wire": "updatedAt"})
    """Deprecated. The same as `updated_at`."""
    connected_account: DataProviderConnectedAccount | None
    """The account that is connected; null when there is none."""
    connection_owner: DataIntegrationOwnership | None = UNSET
    """Whom the connected accounts belong to."""
    connected_accounts: list[DataProviderConnectedAccount] | None = UNSET
    """All accounts that are connected."""


@model
class DataProviderList(Model):
    """The data integrations open to a user or organization."""

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
"""Where client id and secret go in token requests."""


@model
class CustomProvider(Model):
    """An OAuth provider that you described yourself."""

    name: str
    """The name people see."""
    authorization_url: str | None
    """Where the provider asks its users for permission."""
    token_url: str | None
    """Where the provider exchanges a code for tokens."""
    refresh_token_url: str | None
    """Where the provider refreshes tokens, if not at `token_url`."""
    pkce_enabled: bool
    """Whether PKCE is used."""
    request_scope_separator: str
    """What stands between scopes in the authorization URL."""
    scopes_required: bool
    """Whether the provider insists on scopes."""
    client_secret_required: bool
    """Whether the provider insists on a client secret."""
    additional_authorization_parameters: dict[str, str]
    """Further query parameters of the authorization URL, by name."""
    token_body_content_type: str
    """The content type of token requests."""
    authenticate_via: CustomProviderAuthentication
    """Where client id and secret go in token requests."""


DataIntegrationCredentialsType: TypeAlias = (
    Literal[
        "custom",
        "organization",
    ]
    | str
)
"""Whose OAuth application a data integration uses: `custom` is yours, `organization` means that each
organization brings its own.
"""


@model
class DataIntegrationCredentials(Model):
    """The OAuth application of a data integration."""

    type: DataIntegrationCredentialsType
    """Whose application it is."""
    client_id: str | None
    """The client id."""
    redacted_client_secret: str | None
    """The client secret with most of its characters hidden."""


@model
class DataIntegrationInstallation(Model):
    """An API key that was installed together with a data integration."""

    id: str
    """The id of the connected account."""
    user_id: str
    """The user it was installed for."""
    organization_id: str | None
    """The organization it is limited to, if it is."""
    api_key_last_4: str | None
    """The last four characters of the API key."""
    connection_role: ConnectedAccountConnectionRole | None = UNSET
    """Whether the connection is the one that older clients see, or a further one."""
    account_identifier: str | None = UNSET
    """What tells the account apart at the provider, as far as it is known."""
    account_display_name: str | None = UNSET
    """A label for people; it need not be unique."""


DataIntegrationState: TypeAlias = (
    Literal[
        "valid",
        "invalid",
        "requested",
    ]
    | str
)
"""Whether a data integration can be used: `valid` and `invalid` say whether the credentials work, `requested`
that WorkOS has yet to set it up.
"""


@model
class DataIntegration(Model):
    """A provider your users can connect their accounts of."""

    object: Literal["data_integration"] = "data_integration"
    """Always `data_integration`."""
    id: str
    """The id of the data integration."""
    slug: str
    """The slug of the data integration, such as `github`."""
    integration_type: str
    """The provider behind it."""
    description: str | None
    """A text for your users."""
    enabled: bool
    """Whether accounts can be connected."""
    state: DataIntegrationState
    """Whether the set-up is complete."""
    scopes: list[str] | None
    """The OAuth scopes to ask for; null when the default of the provider applies."""
    redirect_uri: str
    """The redirect URI to register with the provider."""
    auth_methods: list[DataIntegrationAuthMethod]
    """How accounts can be connected."""
    credentials: DataIntegrationCredentials | None
    """The OAuth application that is used; null when there is none."""
    installation: DataIntegrationInstallation | None
    """The API key that was installed with the integration; null when there was none."""
    config: dict[str, str]
    """Further settings of the provider, by name."""
    custom_provider: CustomProvider | None
    """The provider as you described it; null for one that WorkOS knows."""
    created_at: datetime
    """When it was created."""
    updated_at: datetime
    """When it last changed."""
    ownership: DataIntegrationOwnership | None = UNSET
    """Whom the connected accounts belong to."""


@model
class CustomProviderDefinition(Model):
    """An OAuth provider that WorkOS does not know."""

    name: str
    """The name people see."""
    authorization_url: str | None = UNSET
    """Where the provider asks its users for permission."""
    token_url: str | None = UNSET
    """Where the provider exchanges a code for tokens."""
    refresh_token_url: str | None = UNSET
    """Where the provider refreshes tokens, if not at `token_url`."""
    pkce_enabled: bool | None = UNSET
    """Whether PKCE is used."""
    request_scope_separator: str | None = UNSET
    """What stands between scopes in the authorization URL."""
    scopes_required: bool | None = UNSET
    """Whether the provider insists on scopes."""
    client_secret_required: bool | None = UNSET
    """Whether the provider insists on a client secret."""
    additional_authorization_parameters: dict[str, str] | None = UNSET
    """Further query parameters of the authorization URL, by name."""
    token_body_content_type: str | None = UNSET
    """The content type of token requests."""
    authenticate_via: CustomProviderAuthentication | None = UNSET
    """Where client id and secret go in token requests."""


@model
class CustomProviderDefinitionPatch(Model):
    """Changes of an OAuth provider that you described yourself."""

    name: str | None = UNSET
    """The name people see."""
    authorization_url: str | None = UNSET
    """Where the provider asks its users for permission."""
    token_url: str | None = UNSET
    """Where the provider exchanges a code for tokens."""
    refresh_token_url: str | None = UNSET
    """Where the provider refreshes tokens, if not at `token_url`."""
    pkce_enabled: bool | None = UNSET
    """Whether PKCE is used."""
    request_scope_separator: str | None = UNSET
    """What stands between scopes in the authorization URL."""
    scopes_required: bool | None = UNSET
    """Whether the provider insists on scopes."""
    client_secret_required: bool | None = UNSET
    """Whether the provider insists on a client secret."""
    additional_authorization_parameters: dict[str, str] | None = UNSET
    """Further query parameters of the authorization URL, by name."""
    token_body_content_type: str | None = UNSET
    """The content type of token requests."""
    authenticate_via: CustomProviderAuthentication | None = UNSET
    """Where client id and secret go in token requests."""


@model
class DataIntegrationCredentialsInput(Model):
    """The OAuth application to use."""

    type: DataIntegrationCredentialsType
    """Whose application it is."""
    client_id: str | None = UNSET
    """The client id, for `custom`."""
    client_secret: str | None = field(default=UNSET, repr=False)
    """The client secret, for `custom`."""


@model
class ApiKeyInstallation(Model):
    """An API key to install for a user."""

    secret: str = field(repr=False)
    """The API key, at least 5 characters."""
    user_id: str
    """The id of the user it is for."""
    organization_id: str | None = UNSET
    """The id of an organization to limit it to."""
