"""Data integrations, their configurations and connected accounts as JSON."""

from typing import Any

from workos_emulator.storage.clock import stamp
from workos_emulator.storage.objects.pipes import ConnectedAccount, DataIntegration, IntegrationConfiguration
from workos_emulator.storage.state import State


def last_characters(secret: str | None) -> str | None:
    """Return the last four characters of a secret; None without one."""
    return secret[-4:] if secret else None


def account_role(state: State, account: ConnectedAccount) -> str:
    """Return the connection role: `compatibility` for the owner's oldest account, otherwise `standard`."""
    oldest = accounts_of(state, account.integration_id, account.user_id or account.organization_id)[0]
    return "compatibility" if oldest is account else "standard"


def accounts_of(state: State, integration_id: str, owner_id: str | None) -> list[ConnectedAccount]:
    """Return the connected accounts of a user or an organization for an integration, oldest first."""
    return state.pipes.accounts.group("owner", (integration_id, owner_id))


def integration_name(integration: DataIntegration) -> str:
    """Return the display name of an integration."""
    if integration.custom_provider is not None:
        return str(integration.custom_provider["name"])
    return integration.slug.replace("-", " ").replace("_", " ").title()


def credentials_type(integration: DataIntegration) -> str:
    """Return which OAuth application an integration uses: `shared`, `custom` or `organization`."""
    return "shared" if integration.credentials is None else str(integration.credentials["type"])


def redirect_uri(state: State, integration: DataIntegration) -> str:
    """Return the redirect URI to register with the provider."""
    return f"{state.base_url}/data-integrations/{integration.id}/callback"


def render_connected_account(state: State, account: ConnectedAccount) -> dict[str, Any]:
    """Return the connected account as JSON."""
    is_key, is_client = account.auth_method == "api_key", account.auth_method == "client_credentials"
    return {
        "object": "connected_account",
        "id": account.id,
        "user_id": account.user_id,
        "organization_id": account.organization_id,
        "scopes": account.scopes,
        "auth_method": account.auth_method,
        "api_key_last_4": last_characters(account.secret) if is_key else None,
        "client_id": account.client_id,
        "client_secret_last_4": last_characters(account.secret) if is_client else None,
        "config": account.config,
        "state": account.state,
        "created_at": stamp(account.created_at),
        "updated_at": stamp(account.updated_at),
        "connection_role": account_role(state, account),
        "account_identifier": account.identifier,
        "account_display_name": account.display_name,
        "established_by_user_id": account.established_by,
        "state_reason": account.state_reason,
    }


def render_account_with_warnings(state: State, account: ConnectedAccount) -> dict[str, Any]:
    """Return the connected account as JSON, with warnings about a change."""
    name = account.display_name
    others = accounts_of(state, account.integration_id, account.user_id or account.organization_id)
    is_duplicate = name is not None and any(other.display_name == name for other in others if other is not account)
    message = "Another account has the same display name."
    warnings = [{"code": "duplicate_account_display_name", "message": message}] if is_duplicate else []
    return {**render_connected_account(state, account), "warnings": warnings}


def render_configuration(
    state: State, integration: DataIntegration, configuration: IntegrationConfiguration
) -> dict[str, Any]:
    """Return the configuration of a data integration as JSON."""
    is_own = configuration.client_id is not None
    shared = integration.credentials or {}
    client_id = configuration.client_id if is_own else shared.get("client_id")
    client_secret = configuration.client_secret if is_own else shared.get("client_secret")
    kind = "organization" if is_own else credentials_type(integration)
    return {
        "object": "data_integration_configuration",
        "id": configuration.id,
        "organization_id": configuration.organization_id,
        "slug": integration.slug,
        "name": integration_name(integration),
        "enabled": configuration.enabled,
        "scopes": configuration.scopes,
        "config": configuration.config,
        "credentials": {
            "credentials_type": kind,
            "has_credentials": kind == "shared" or bool(client_id and client_secret),
            "client_id": client_id,
            "client_secret_last_four": last_characters(client_secret),
            "redirect_uri": redirect_uri(state, integration),
        },
        "created_at": stamp(configuration.created_at),
        "updated_at": stamp(configuration.updated_at),
    }


def render_integration(state: State, integration: DataIntegration) -> dict[str, Any]:
    """Return the data integration as JSON."""
    credentials, installed = integration.credentials, state.pipes.accounts.get(integration.installed_account_id or "")
    complete = credentials is None or credentials["type"] != "custom" or bool(credentials.get("client_id"))
    secret = (credentials or {}).get("client_secret")
    return {
        "object": "data_integration",
        "id": integration.id,
        "slug": integration.slug,
        "integration_type": "custom" if integration.custom_provider else integration.slug,
        "description": integration.description,
        "enabled": integration.enabled,
        "state": "valid" if complete else "invalid",
        "scopes": integration.scopes,
        "redirect_uri": redirect_uri(state, integration),
        "auth_methods": integration.auth_methods,
        "credentials": {
            "type": credentials["type"],
            "client_id": credentials.get("client_id"),
            "redacted_client_secret": f"****{last_characters(secret)}" if secret else None,
        }
        if credentials
        else None,
        "installation": _render_installation(state, installed) if installed else None,
        "config": integration.config,
        "custom_provider": integration.custom_provider,
        "created_at": stamp(integration.created_at),
        "updated_at": stamp(integration.updated_at),
        "ownership": integration.ownership,
    }


def _render_installation(state: State, account: ConnectedAccount) -> dict[str, Any]:
    names = (
        "id",
        "user_id",
        "organization_id",
        "api_key_last_4",
        "connection_role",
        "account_identifier",
        "account_display_name",
    )
    rendered = render_connected_account(state, account)
    return {name: rendered[name] for name in names} | {"user_id": account.user_id or account.established_by}
