"""Handlers of credentials of connected accounts: access tokens, API keys and client credentials."""

from datetime import timedelta
from typing import Any

from workos_emulator.api.pipes.shared import Owner, emit_account_event
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.pipes import render_account_with_warnings
from workos_emulator.storage.clock import stamp_or_none
from workos_emulator.storage.objects.pipes import ConnectedAccount

_TOKEN_LIFETIME = timedelta(hours=1)


def _find_account(call: Call) -> tuple[Owner, ConnectedAccount | None]:
    owner, require_unique = Owner(call, call.body), call.body.get("supports_multiple_connections", False)
    return owner, owner.find(call, call.body.get("connected_account_id"), require_unique=require_unique)


def _refresh_token(call: Call, account: ConnectedAccount) -> str | None:
    """Refresh the access token of an account if it has expired. Return the error if that fails, otherwise None."""
    now = call.state.now()
    if account.state == "connected" and account.expires_at is not None and account.expires_at <= now:
        if account.refresh_token is None:
            account.state, account.updated_at = "needs_reauthorization", now
            emit_account_event(call.state, account, "reauthorization_needed")
        else:
            account.secret, account.expires_at = call.state.ids.secret(40), now + _TOKEN_LIFETIME
            account.updated_at = now
    return None if account.state == "connected" else "needs_reauthorization"


def _render_grant(owner: Owner, account: ConnectedAccount) -> dict[str, Any]:
    missing = [scope for scope in owner.integration.scopes or [] if scope not in account.scopes]
    return {"expires_at": stamp_or_none(account.expires_at), "scopes": account.scopes, "missing_scopes": missing}


@operation("getDataIntegrationAccessToken", behavior="computed")
def get_access_token(call: Call) -> Result:
    """Get the access token of a connected account, refreshed if it has expired."""
    owner, account = _find_account(call)
    if account is None:
        return {"active": False, "error": "not_installed"}
    if account.auth_method == "api_key":
        raise errors.coded(422, "auth_method_mismatch", "The account was connected with an API key.")
    if problem := _refresh_token(call, account):
        return {"active": False, "error": problem}
    token = call.state.ids.secret(40) if account.auth_method == "client_credentials" else account.secret
    return {
        "active": True,
        "access_token": {"object": "access_token", "access_token": token, **_render_grant(owner, account)},
    }


@operation("createDataIntegrationCredential", behavior="computed")
def get_credential(call: Call) -> Result:
    """Get the credential of a connected account, whatever its auth method."""
    owner, account = _find_account(call)
    if account is None:
        return {"active": False, "error": "not_installed"}
    if problem := _refresh_token(call, account):
        return {"active": False, "error": problem}
    credential: dict[str, Any] = {
        "object": "credential",
        "auth_method": account.auth_method,
        "value": account.secret,
        "config": account.config,
    }
    if account.auth_method != "api_key":
        credential |= {**_render_grant(owner, account), "metadata": {}}
    if account.auth_method == "client_credentials":
        credential["value"] = call.state.ids.secret(40)
    return {"active": True, "credential": credential}


@operation("updateDataIntegrationApiKey")
def set_api_key(call: Call) -> Result:
    """Connect an account with an API key, or replace the key."""
    return _connect(call, "api_key", call.body["secret"], add=False)


@operation("createDataIntegrationApiKey")
def add_api_key(call: Call) -> Result:
    """Connect another account with an API key."""
    return _connect(call, "api_key", call.body["secret"], add=True)


@operation("updateDataIntegrationClientCredentials")
def set_client_credentials(call: Call) -> Result:
    """Connect an account with a client ID and secret, or replace them."""
    return _connect(call, "client_credentials", call.body["client_secret"], add=False)


@operation("createDataIntegrationClientCredential")
def add_client_credentials(call: Call) -> Result:
    """Connect another account with a client ID and secret."""
    return _connect(call, "client_credentials", call.body["client_secret"], add=True)


def _connect(call: Call, method: str, secret: str, *, add: bool) -> Result:
    owner, body = Owner(call, call.body), call.body
    if method not in owner.integration.auth_methods:
        message = f"The integration does not allow the auth method '{method}'."
        raise errors.coded(422, "auth_method_mismatch", message)
    account = None if add else owner.find(call, body.get("connected_account_id"))
    if account is not None and account.auth_method != method:
        message = f"The account was connected with the auth method '{account.auth_method}'."
        raise errors.coded(422, "auth_method_mismatch", message)
    now, is_new = call.state.now(), account is None
    if account is None:
        account = ConnectedAccount(
            id=call.state.ids.new("connected_account"),
            integration_id=owner.integration.id,
            user_id=owner.user_id,
            organization_id=owner.organization_id,
            established_by=owner.actor_id,
            auth_method=method,
            state="connected",
            created_at=now,
            updated_at=now,
        )
        call.state.pipes.accounts.add(account)
    account.secret, account.state, account.state_reason = secret, "connected", None
    account.established_by, account.updated_at = owner.actor_id, now
    account.client_id = body.get("client_id", account.client_id)
    account.config = body.get("config", account.config)
    account.display_name = body.get("account_display_name", account.display_name)
    account.identifier = body.get("account_identifier", account.identifier)
    if is_new:
        emit_account_event(call.state, account, "connected")
    return render_account_with_warnings(call.state, account)
