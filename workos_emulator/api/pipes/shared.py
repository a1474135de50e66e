"""Lookups that the Pipes handlers share, and events of connected accounts."""

from collections.abc import Mapping
from typing import Any

from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.pipes import accounts_of, render_connected_account
from workos_emulator.storage.clock import stamp
from workos_emulator.storage.objects.pipes import ConnectedAccount, DataIntegration, PipesAuthorization
from workos_emulator.storage.state import State


def emit_account_event(state: State, account: ConnectedAccount, change: str) -> None:
    """Emit an event of a connected account."""
    integration = state.pipes.integrations.get(account.integration_id)
    rendered = render_connected_account(state, account)
    hidden = ("client_id", "client_secret_last_4", "config")
    data = {name: value for name, value in rendered.items() if name not in hidden}
    data |= {"data_integration_id": account.integration_id, "provider_slug": integration.slug if integration else ""}
    for name in ("connected_account", "account_connection"):
        state.events.emit(f"pipes.{name}.{change}", data, account.organization_id)


def emit_connection_failed(
    state: State, authorization: PipesAuthorization, error: str, description: str | None
) -> None:
    """Emit the events of a connection that failed with an OAuth error of the provider."""
    integration = state.pipes.integrations.get(authorization.integration_id)
    account = authorization.account
    data = {
        "object": "connection_failed",
        "data_integration_id": authorization.integration_id,
        "provider_slug": integration.slug if integration else "",
        "user_id": account["user_id"],
        "organization_id": account["organization_id"],
        "error_code": error,
        "error_reason": description,
        "provider_error": error,
        "provider_error_description": description,
        "account_identifier": None,
        "created_at": stamp(state.now()),
    }
    newer = "add_failed" if account["add"] else "connection_failed"
    for name in ("connected_account.connection_failed", f"account_connection.{newer}"):
        state.events.emit(f"pipes.{name}", data, account["organization_id"])


def find_integration(call: Call, ownership: str) -> DataIntegration:
    """Return the data integration in the path, with the given ownership of accounts.

    Raises:
        ApiError: 404 if it does not exist.
    """
    integration = call.state.pipes.integrations.find("slug", (call.path["slug"], ownership))
    if integration is None:
        raise errors.not_found("Data integration", call.path["slug"])
    return integration


def require_user(call: Call, id: str) -> str:
    """Return the ID of an existing user.

    Raises:
        ApiError: 404 if they do not exist.
    """
    if id not in call.state.users:
        raise errors.not_found("User", id)
    return id


def require_organization(call: Call, id: str) -> str:
    """Return the ID of an existing organization.

    Raises:
        ApiError: 404 if it does not exist.
    """
    if id not in call.state.organizations:
        raise errors.not_found("Organization", id)
    return id


def require_member(call: Call, organization_id: str, user_id: str) -> str:
    """Return the ID of a user who is an active member of an organization.

    Raises:
        ApiError: 404 for an unknown user, 403 if the user is not an active member.
    """
    membership = call.state.memberships.find("pair", (require_user(call, user_id), organization_id))
    if membership is None or membership.status != "active":
        raise errors.plain(403, "The user is not an active member of the organization.")
    return user_id


class Owner:
    """The owner of the connected account in a request, and its data integration.

    Attributes:
        integration: The integration.
        user_id: The user; None for an account of an organization.
        organization_id: The organization that owns the account, or to which a user's account is limited.
        actor_id: The acting user.
    """

    def __init__(self, call: Call, body: Mapping[str, Any]) -> None:
        """Create the owner from a body with `user_id`, `organization_id` and `connection_owner`.

        Raises:
            ApiError: 404 for an unknown user or organization, 403 for a user who is not an active member, 400 without
                `organization_id` for an account of an organization.
        """
        ownership = body.get("connection_owner", "user")
        self.integration: DataIntegration = find_integration(call, ownership)
        self.actor_id: str = require_user(call, body["user_id"])
        organization_id = body.get("organization_id")
        self.organization_id: str | None = None
        if organization_id is not None:
            self.organization_id = require_organization(call, organization_id)
        self.user_id: str | None = self.actor_id
        if ownership == "organization":
            if self.organization_id is None:
                raise errors.plain(400, "organization_id is required for an account of an organization.")
            require_member(call, self.organization_id, self.actor_id)
            self.user_id = None

    @property
    def id(self) -> str | None:
        """The ID of the user or organization that owns the account."""
        return self.user_id or self.organization_id

    def find(self, call: Call, account_id: str | None, *, require_unique: bool = False) -> ConnectedAccount | None:
        """Return the owner's account with this ID, by default the oldest one; None if there is none.

        Raises:
            ApiError: 404 for an unknown ID, 409 if several match and `require_unique` is set.
        """
        accounts = [
            account
            for account in accounts_of(call.state, self.integration.id, self.id)
            if account.organization_id == self.organization_id
        ]
        return select_account(accounts, account_id, require_unique=require_unique)


def select_account(
    accounts: list[ConnectedAccount], account_id: str | None, *, require_unique: bool = False
) -> ConnectedAccount | None:
    """Return the account with this ID, by default the first one; None if there is none.

    Raises:
        ApiError: 404 for an unknown ID, 409 if several match and `require_unique` is set.
    """
    if account_id is not None:
        for account in accounts:
            if account.id == account_id:
                return account
        raise errors.not_found("Connected account", account_id)
    if require_unique and len(accounts) > 1:
        raise errors.coded(409, "account_selection_required", "Several accounts match; provide connected_account_id.")
    return accounts[0] if accounts else None
