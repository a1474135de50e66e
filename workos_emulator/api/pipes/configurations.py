"""Handlers of data providers, and of the configurations of data integrations per organization."""

from typing import Any

from workos_emulator.api.pipes import shared
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.pipes import (
    accounts_of,
    credentials_type,
    integration_name,
    render_configuration,
    render_connected_account,
)
from workos_emulator.storage.clock import stamp
from workos_emulator.storage.objects.pipes import ConnectedAccount, DataIntegration, IntegrationConfiguration


@operation("listUserDataProviders", behavior="computed")
def list_of_user(call: Call) -> Result:
    """List the data integrations available to a user, with the user's connected accounts."""
    user_id, organization_id = shared.require_user(call, call.path["user_id"]), call.query.get("organization_id")
    if organization_id is not None:
        shared.require_organization(call, organization_id)
    return _list_providers(call, "user", user_id, organization_id)


@operation("listOrganizationDataProviders", behavior="computed")
def list_of_organization(call: Call) -> Result:
    """List the data integrations available to an organization, with its connected accounts."""
    organization_id = shared.require_organization(call, call.path["organization_id"])
    return _list_providers(call, "organization", organization_id, organization_id)


def _list_providers(call: Call, ownership: str, owner_id: str, organization_id: str | None) -> Result:
    providers: list[dict[str, Any]] = []
    for integration in call.state.pipes.integrations.group("ownership", ownership):
        configuration = call.state.pipes.configurations.find("key", (organization_id, integration.id))
        if integration.enabled and (configuration is None or configuration.enabled):
            accounts = [
                account
                for account in accounts_of(call.state, integration.id, owner_id)
                if account.organization_id == organization_id
            ]
            providers.append(_render_provider(call, integration, accounts))
    return {"object": "list", "data": providers}


def _render_provider(call: Call, integration: DataIntegration, accounts: list[ConnectedAccount]) -> dict[str, Any]:
    kind = "custom" if integration.custom_provider else integration.slug
    created, updated = stamp(integration.created_at), stamp(integration.updated_at)
    rendered = [_add_legacy_fields(render_connected_account(call.state, account)) for account in accounts]
    result: dict[str, Any] = {
        "object": "data_provider",
        "id": integration.id,
        "name": integration_name(integration),
        "description": integration.description,
        "slug": integration.slug,
        "integration_type": kind,
        "credentials_type": credentials_type(integration),
        "scopes": integration.scopes,
        "auth_methods": integration.auth_methods,
        "ownership": "organization" if integration.ownership == "organization" else "userland_user",
        "created_at": created,
        "updated_at": updated,
        "integrationType": kind,
        "credentialsType": credentials_type(integration),
        "createdAt": created,
        "updatedAt": updated,
        "connected_account": rendered[0] if rendered else None,
        "connected_accounts": rendered if call.query.get("supports_multiple_connections") else rendered[:1],
        "connection_owner": integration.ownership,
    }
    return result


def _add_legacy_fields(account: dict[str, Any]) -> dict[str, Any]:
    return {
        **account,
        "userlandUserId": account["user_id"],
        "organizationId": account["organization_id"],
        "createdAt": account["created_at"],
        "updatedAt": account["updated_at"],
    }


@operation("listOrganizationDataIntegrationConfigurations")
def list_configurations(call: Call) -> Result:
    """List the configurations of all data integrations for an organization, including unchanged ones."""
    organization_id = shared.require_organization(call, call.path["organization_id"])
    data = [
        render_configuration(call.state, integration, _get_configuration(call, organization_id, integration))
        for integration in call.state.pipes.integrations
    ]
    return {"object": "list", "data": data}


@operation("updateOrganizationDataIntegrationConfiguration")
def update_configuration(call: Call) -> Result:
    """Update the configuration of a data integration for an organization."""
    organization_id, body = shared.require_organization(call, call.path["organization_id"]), call.body
    integrations, slug = call.state.pipes.integrations, call.path["slug"]
    integration = integrations.find("slug", (slug, "user")) or integrations.find("slug", (slug, "organization"))
    if integration is None:
        raise errors.not_found("Data integration", slug)
    configuration = _get_configuration(call, organization_id, integration)
    if "client_secret" in body and "client_id" not in body and configuration.client_id is None:
        raise errors.plain(400, "client_secret requires client_id.")
    for name in ("enabled", "scopes", "client_id", "client_secret", "config"):
        if name in body:
            setattr(configuration, name, body[name])
    configuration.updated_at = call.state.now()
    return render_configuration(call.state, integration, configuration)


def _get_configuration(call: Call, organization_id: str, integration: DataIntegration) -> IntegrationConfiguration:
    existing = call.state.pipes.configurations.find("key", (organization_id, integration.id))
    if existing is not None:
        return existing
    now = call.state.now()
    configuration = IntegrationConfiguration(
        id=call.state.ids.new("data_integration_configuration"),
        organization_id=organization_id,
        integration_id=integration.id,
        created_at=now,
        updated_at=now,
    )
    return call.state.pipes.configurations.add(configuration)
