"""Handlers of connected accounts of users and organizations."""

from datetime import datetime
from typing import Any

from workos_emulator.api.pipes.shared import (
    emit_account_event,
    find_integration,
    require_member,
    require_organization,
    require_user,
    select_account,
)
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.pipes import accounts_of, render_account_with_warnings, render_connected_account
from workos_emulator.storage.deletion import dependents
from workos_emulator.storage.objects.pipes import ConnectedAccount


def _scope(call: Call) -> tuple[str, str | None, str | None]:
    """Return the IDs of the integration, the user and the organization in the path and query."""
    if "user_id" in call.path:
        user_id, organization_id = require_user(call, call.path["user_id"]), call.query.get("organization_id")
        if organization_id is not None:
            require_organization(call, organization_id)
        return find_integration(call, "user").id, user_id, organization_id
    return find_integration(call, "organization").id, None, require_organization(call, call.path["organization_id"])


def _list_accounts(call: Call) -> list[ConnectedAccount]:
    integration_id, user_id, organization_id = _scope(call)
    accounts = accounts_of(call.state, integration_id, user_id or organization_id)
    return [account for account in accounts if account.organization_id == organization_id]


def _get(call: Call) -> ConnectedAccount:
    account = select_account(
        _list_accounts(call),
        call.query.get("connected_account_id"),
        require_unique=call.query.get("supports_multiple_connections", False),
    )
    if account is None:
        raise errors.not_found("Connected account", call.path["slug"])
    return account


@operation("getUserConnectedAccount")
@operation("getOrganizationConnectedAccount")
def get(call: Call) -> Result:
    """Get a connected account."""
    return render_connected_account(call.state, _get(call))


@operation("createUserConnectedAccount")
@operation("createOrganizationConnectedAccount")
def create(call: Call) -> Result:
    """Create a connected account with existing tokens."""
    integration_id, user_id, organization_id = _scope(call)
    actor_id = user_id
    if user_id is None and organization_id is not None:
        actor_id = require_member(call, organization_id, call.body["user_id"])
    if _list_accounts(call) and call.body.get("connection_intent") != "add":
        raise errors.plain(409, "An account is already connected; pass connection_intent 'add' to connect another one.")
    now = call.state.now()
    account = ConnectedAccount(
        id=call.state.ids.new("connected_account"),
        integration_id=integration_id,
        user_id=user_id,
        organization_id=organization_id,
        established_by=actor_id,
        auth_method="oauth",
        state="connected",
        created_at=now,
        updated_at=now,
    )
    _apply(call, account)
    call.state.pipes.accounts.add(account)
    emit_account_event(call.state, account, "connected")
    return render_account_with_warnings(call.state, account)


@operation("updateUserConnectedAccount")
@operation("updateOrganizationConnectedAccount")
def update(call: Call) -> Result:
    """Update the tokens of a connected account."""
    account = _get(call)
    if account.user_id is None and account.organization_id is not None:
        account.established_by = require_member(call, account.organization_id, call.body["user_id"])
    previous_state = account.state
    _apply(call, account)
    account.updated_at = call.state.now()
    call.state.pipes.accounts.changed(account)
    if account.state != previous_state:
        emit_account_event(
            call.state, account, "connected" if account.state == "connected" else "reauthorization_needed"
        )
    return render_account_with_warnings(call.state, account)


def _apply(call: Call, account: ConnectedAccount) -> None:
    body: dict[str, Any] = dict(call.body)
    account.secret = body.get("access_token", account.secret)
    account.refresh_token = body.get("refresh_token", account.refresh_token)
    account.scopes = body.get("scopes", account.scopes)
    account.display_name = body.get("account_display_name", account.display_name)
    account.identifier = body.get("account_identifier", account.identifier)
    if "expires_at" in body:
        account.expires_at = datetime.fromisoformat(body["expires_at"])
    elif "access_token" in body:
        account.expires_at = None
    if "state" in body:
        account.state, account.state_reason = body["state"], None
    elif "access_token" in body or account.secret is None:
        account.state, account.state_reason = "connected" if account.secret else "needs_reauthorization", None


@operation("deleteUserConnectedAccount")
@operation("deleteOrganizationConnectedAccount")
def delete(call: Call) -> Result:
    """Disconnect a connected account."""
    account = _get(call)
    account.state = "disconnected"
    emit_account_event(call.state, account, "disconnected")
    dependents.disconnect(call.state, account)
    return None
