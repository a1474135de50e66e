"""Handlers of data integrations."""

import re
from typing import Any

from workos_emulator.api.pipes import shared
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.pipes import render_integration
from workos_emulator.storage.deletion import dependents
from workos_emulator.storage.objects.pipes import ConnectedAccount, DataIntegration

_SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")
_CUSTOM_DEFAULTS: dict[str, Any] = {
    "authorization_url": None,
    "token_url": None,
    "refresh_token_url": None,
    "pkce_enabled": False,
    "request_scope_separator": " ",
    "scopes_required": False,
    "client_secret_required": True,
    "additional_authorization_parameters": {},
    "token_body_content_type": "application/x-www-form-urlencoded",
    "authenticate_via": "request_body",
}


@operation("listDataIntegrations")
def list_integrations(call: Call) -> Result:
    """List data integrations, filtered by ownership."""
    integrations, ownership = call.state.pipes.integrations, call.query.get("ownership")
    numbers = None if ownership is None else integrations.numbers("ownership", ownership)
    return call.page(integrations, lambda integration: render_integration(call.state, integration), numbers=numbers)


@operation("createDataIntegration")
def create(call: Call) -> Result:
    """Create a data integration. Any slug counts as a built-in provider, unless the body defines a custom provider."""
    body, now, slug = call.body, call.state.now(), call.body["provider"]
    if _SLUG.fullmatch(slug) is None:
        raise errors.plain(400, "A slug may only contain lowercase letters, digits, - and _ (at most 100 characters).")
    ownership, custom = body.get("ownership", "user"), body.get("custom_provider")
    if call.state.pipes.integrations.find("slug", (slug, ownership)) is not None:
        raise errors.plain(409, f"The data integration '{slug}' already exists.")
    default_methods = ["oauth", "api_key"] if "api_key" in body else ["oauth"]
    integration = DataIntegration(
        id=call.state.ids.new("data_integration"),
        slug=slug,
        ownership=ownership,
        description=None,
        enabled=True,
        scopes=None,
        auth_methods=list(dict.fromkeys(body.get("auth_methods", default_methods))),
        config=body.get("config", {}),
        credentials=None,
        custom_provider=None
        if custom is None
        else {name: custom.get(name, _CUSTOM_DEFAULTS.get(name)) for name in ("name", *_CUSTOM_DEFAULTS)},
        created_at=now,
        updated_at=now,
    )
    owner = _account_owner(call, integration)
    _apply(call, integration)
    call.state.pipes.integrations.add(integration)
    _connect(call, integration, owner)
    return render_integration(call.state, integration)


def _apply(call: Call, integration: DataIntegration) -> None:
    for name in ("description", "enabled", "scopes"):
        if name in call.body:
            setattr(integration, name, call.body[name])
    if "credentials" in call.body:
        known = ("type", "client_id", "client_secret")
        credentials = {name: value for name, value in call.body["credentials"].items() if name in known}
        kept = integration.credentials if (integration.credentials or {}).get("type") == credentials["type"] else None
        integration.credentials = {**(kept or {}), **credentials}


def _account_owner(call: Call, integration: DataIntegration) -> tuple[str | None, str | None, str] | None:
    """Return the user, the organization and the acting user for the API key in the body; None if the body has none.

    Raises:
        ApiError: 404 for an unknown user or organization, 403 for a user who is not an active member, 400 if the
            integration does not allow API keys or `organization_id` is missing.
    """
    api_key = call.body.get("api_key")
    if api_key is None:
        return None
    if "api_key" not in integration.auth_methods:
        raise errors.plain(400, "The integration does not allow API keys.")
    user_id, organization_id = shared.require_user(call, api_key["user_id"]), api_key.get("organization_id")
    if organization_id is not None:
        shared.require_organization(call, organization_id)
    if integration.ownership == "user":
        return user_id, organization_id, user_id
    if organization_id is None:
        raise errors.plain(400, "organization_id is required for an account of an organization.")
    return None, organization_id, shared.require_member(call, organization_id, user_id)


def _connect(call: Call, integration: DataIntegration, owner: tuple[str | None, str | None, str] | None) -> None:
    if owner is None:
        return
    now, account = call.state.now(), call.state.pipes.accounts.get(integration.installed_account_id or "")
    if account is None:
        user_id, organization_id, actor_id = owner
        account = ConnectedAccount(
            id=call.state.ids.new("connected_account"),
            integration_id=integration.id,
            user_id=user_id,
            organization_id=organization_id,
            established_by=actor_id,
            auth_method="api_key",
            state="connected",
            created_at=now,
            updated_at=now,
        )
        call.state.pipes.accounts.add(account)
        integration.installed_account_id = account.id
        shared.emit_account_event(call.state, account, "connected")
    account.secret, account.updated_at = call.body["api_key"]["secret"], now


def _ownership(call: Call) -> str:
    return "organization" if call.operation.path.endswith("/organization") else "user"


@operation("getDataIntegration")
@operation("getDataIntegrationOrganization")
def get(call: Call) -> Result:
    """Get a data integration."""
    return render_integration(call.state, shared.find_integration(call, _ownership(call)))


@operation("updateDataIntegration")
@operation("updateDataIntegrationOrganization")
def update(call: Call) -> Result:
    """Update the fields in the body; null clears a field."""
    integration = shared.find_integration(call, _ownership(call))
    patch = call.body.get("custom_provider")
    if patch is not None and integration.custom_provider is None:
        raise errors.plain(400, "The provider is built-in and has no custom_provider.")
    owner = _account_owner(call, integration)
    _apply(call, integration)
    if patch is not None:
        known = {name: value for name, value in patch.items() if name == "name" or name in _CUSTOM_DEFAULTS}
        integration.custom_provider = {**(integration.custom_provider or {}), **known}
    _connect(call, integration, owner)
    integration.updated_at = call.state.now()
    call.state.pipes.integrations.changed(integration)
    return render_integration(call.state, integration)


@operation("deleteDataIntegration")
@operation("deleteDataIntegrationOrganization")
def delete(call: Call) -> Result:
    """Delete a data integration with its configurations and connected accounts."""
    integration, pipes = shared.find_integration(call, _ownership(call)), call.state.pipes
    for account in pipes.accounts.group("integration", integration.id):
        dependents.disconnect(call.state, account)
    for configuration in pipes.configurations.group("integration", integration.id):
        pipes.configurations.remove(configuration.id)
    pipes.integrations.remove(integration.id)
    return None
