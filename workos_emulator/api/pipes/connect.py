"""Connection of accounts at the emulated provider."""

from datetime import timedelta
from typing import Any

from workos_emulator.storage.objects.pipes import ConnectedAccount, PipesAuthorization
from workos_emulator.storage.state import State

PROVIDER_PATH = "/_emulator/pipes/authorize"


_TOKEN_LIFETIME = timedelta(hours=1)


def connect_account(state: State, authorization: PipesAuthorization) -> ConnectedAccount | None:
    """Connect the requested account with new tokens; None if the integration or the owner no longer exists."""
    integration, request = state.pipes.integrations.get(authorization.integration_id), authorization.account
    if integration is None or not _owner_exists(state, request):
        return None
    now, accounts = state.now(), state.pipes.accounts
    owned = accounts.group("owner", (integration.id, request["user_id"] or request["organization_id"]))
    existing = [account for account in owned if account.organization_id == request["organization_id"]]
    account = accounts.get(authorization.reauthorize_id or "")
    if account is None and existing and not request["add"]:
        account = existing[0]
    if account is None:
        account = ConnectedAccount(
            id=state.ids.new("connected_account"),
            integration_id=integration.id,
            user_id=request["user_id"],
            organization_id=request["organization_id"],
            established_by=request["established_by"],
            auth_method="oauth",
            state="connected",
            created_at=now,
            updated_at=now,
        )
        accounts.add(account)
    account.auth_method, account.state, account.state_reason = "oauth", "connected", None
    account.secret, account.refresh_token = state.ids.secret(40), state.ids.secret(40)
    account.expires_at, account.updated_at = now + _TOKEN_LIFETIME, now
    account.scopes = list(integration.scopes or [])
    account.config = request["config"] or account.config
    account.display_name = request["display_name"] or account.display_name
    accounts.changed(account)
    return account


def _owner_exists(state: State, request: dict[str, Any]) -> bool:
    user_id, organization_id = request["user_id"], request["organization_id"]
    return (user_id is None or user_id in state.users) and (
        organization_id is None or organization_id in state.organizations
    )
