"""What the parts of Pipes share: how things look as JSON, and how requests name them."""

from collections.abc import Mapping
from typing import Any

from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.pipes import accounts_of, render_connected_account
from workos_emulator.storage.objects.pipes import ConnectedAccount, DataIntegration
from workos_emulator.storage.state import State


def emit_account_event(state: State, account: ConnectedAccount, change: str) -> None:
    """Record an event about an account."""
    integration = state.pipes.integrations.get(account.integration_id)
    rendered = render_connected_account(state, account)
    hidden = ("client_id", "client_secret_last_4", "config")
    data = {name: value for name, value in rendered.items() if name not in hidden}
    data |= {"data_integration_id": account.integration_id, "provider_slug": integration.slug if integration else ""}
    state.events.emit(f"pipes.connected_account.{change}", data, account.organization_id)


def find_integration(call: Call, ownership: str) -> DataIntegration:
    """The integration that the path names, for accounts of users or of organizations.

    Raises:
        ApiError: 404.
    """
    integration = call.state.pipes.integrations.find("slug", (call.path["slug"], ownership))
    if integration is None:
        raise errors.not_found("Data integration", call.path["slug"])
    return integration


def require_user(call: Call, id: str) -> str:
    """The id of a user that exists.

    Raises:
        ApiError: 404.
    """
    if id not in call.state.users:
        raise errors.not_found("User", id)
    return id


def require_organization(call: Call, id: str) -> str:
    """The id of an organization that exists.

    Raises:
        ApiError: 404.
    """
    if id not in call.state.organizations:
        raise errors.not_found("Organization", id)
    return id


def require_member(call: Call, organization_id: str, user_id: str) -> str:
    """The id of a user who is an active member of an organization.

    Raises:
        ApiError: 404 for an unknown user, 403 for somebody who is no active member.
    """
    membership = call.state.memberships.find("pair", (require_user(call, user_id), organization_id))
    if membership is None or membership.status != "active":
        raise errors.plain(403, "The user is not an active member of the organization.")
    return user_id


class Owner:
    """Whose account a request is about, and at which integration.

    Attributes:
        integration: The integration.
        user_id: The user; None for an account that an organization shares.
        organization_id: The organization it is limited to, or that shares it.
        actor_id: The user who acts.
    """

    def __init__(self, call: Call, given: Mapping[str, Any]) -> None:
        """Read it from a body with `user_id`, `organization_id` and `connection_owner`.

        Raises:
            ApiError: 403, 404 or 400.
        """
        ownership = given.get("connection_owner", "user")
        self.integration = find_integration(call, ownership)
        self.actor_id = require_user(call, given["user_id"])
        organization_id = given.get("organization_id")
        self.organization_id: str | None = None
        if organization_id is not None:
            self.organization_id = require_organization(call, organization_id)
        self.user_id: str | None = self.actor_id
        if ownership == "organization":
            if self.organization_id is None:
                raise errors.plain(400, "An account that an organization shares needs organization_id.")
            require_member(call, self.organization_id, self.actor_id)
            self.user_id = None

    @property
    def id(self) -> str | None:
        """The id of the user or of the organization that the account belongs to."""
        return self.user_id or self.organization_id

    def find(self, call: Call, account_id: str | None, *, ask: bool = False) -> ConnectedAccount | None:
        """The account: the one with this id, else the oldest; with `ask`, there may be only one to choose from.

        Raises:
            ApiError: 404 for an unknown id, 422 if several match and `ask` is given.
        """
        accounts = [
            account
            for account in accounts_of(call.state, self.integration.id, self.id)
            if account.organization_id == self.organization_id
        ]
        return select_account(accounts, account_id, ask=ask)


def select_account(
    accounts: list[ConnectedAccount], account_id: str | None, *, ask: bool = False
) -> ConnectedAccount | None:
    """The account with this id, else the first one; with `ask`, there may be only one.

    Raises:
        ApiError: 404 for an unknown id, 422 if several match and `ask` is given.
    """
    if account_id is not None:
        for account in accounts:
            if account.id == account_id:
                return account
        raise errors.not_found("Connected account", account_id)
    if ask and len(accounts) > 1:
        raise errors.plain(422, "Several accounts match; give connected_account_id.")
    return accounts[0] if accounts else None
