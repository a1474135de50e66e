"""What the parts of Pipes share: how things look as JSON, and how requests name them."""

from collections.abc import Mapping
from typing import Any

from workos_emulator import errors
from workos_emulator.clock import stamp
from workos_emulator.records.pipes import ConnectedAccount, DataIntegration
from workos_emulator.registry import Call
from workos_emulator.state import State


def name_of(integration: DataIntegration) -> str:
    """The name that people see."""
    if integration.custom_provider is not None:
        return str(integration.custom_provider["name"])
    return integration.slug.replace("-", " ").replace("_", " ").title()


def credentials_type(integration: DataIntegration) -> str:
    """Whose OAuth application an integration uses: `shared`, `custom` or `organization`."""
    return "shared" if integration.credentials is None else str(integration.credentials["type"])


def redirect_uri(integration: DataIntegration) -> str:
    """The redirect URI to register with the provider."""
    return f"https://api.workos.com/data-integrations/{integration.id}/callback"


def hint(secret: str | None) -> str | None:
    """The last four characters of a secret."""
    return secret[-4:] if secret else None


def role(state: State, account: ConnectedAccount) -> str:
    """`compatibility` for the oldest account of its owner, else `standard`."""
    oldest = accounts_of(state, account.integration_id, account.user_id or account.organization_id)[0]
    return "compatibility" if oldest is account else "standard"


def accounts_of(state: State, integration_id: str, owner_id: str | None) -> list[ConnectedAccount]:
    """The connected accounts of a user or an organization at an integration, oldest first."""
    return state.pipes.accounts.group("owner", (integration_id, owner_id))


def render_account(state: State, account: ConnectedAccount) -> dict[str, Any]:
    """The connected account as JSON."""
    is_key, is_client = account.auth_method == "api_key", account.auth_method == "client_credentials"
    return {
        "object": "connected_account",
        "id": account.id,
        "user_id": account.user_id,
        "organization_id": account.organization_id,
        "scopes": account.scopes,
        "auth_method": account.auth_method,
        "api_key_last_4": hint(account.secret) if is_key else None,
        "client_id": account.client_id,
        "client_secret_last_4": hint(account.secret) if is_client else None,
        "config": account.config,
        "state": account.state,
        "created_at": stamp(account.created_at),
        "updated_at": stamp(account.updated_at),
        "connection_role": role(state, account),
        "account_identifier": account.identifier,
        "account_display_name": account.display_name,
        "established_by_user_id": account.established_by,
        "state_reason": account.state_reason,
    }


def render_with_warnings(state: State, account: ConnectedAccount) -> dict[str, Any]:
    """The same, with what is doubtful about a change."""
    name = account.display_name
    others = accounts_of(state, account.integration_id, account.user_id or account.organization_id)
    same = name is not None and any(other.display_name == name for other in others if other is not account)
    message = "Another account has the same label."
    warnings = [{"code": "duplicate_account_display_name", "message": message}] if same else []
    return {**render_account(state, account), "warnings": warnings}


def tell(state: State, account: ConnectedAccount, what: str) -> None:
    """Record an event about an account."""
    integration = state.pipes.integrations.get(account.integration_id)
    shown = render_account(state, account)
    hidden = ("client_id", "client_secret_last_4", "config")
    data = {name: value for name, value in shown.items() if name not in hidden}
    data |= {"data_integration_id": account.integration_id, "provider_slug": integration.slug if integration else ""}
    state.events.emit(f"pipes.connected_account.{what}", data, account.organization_id)


def integration_of(call: Call, ownership: str) -> DataIntegration:
    """The integration that the path names, for accounts of users or of organizations.

    Raises:
        ApiError: 404.
    """
    integration = call.state.pipes.integrations.find("slug", (call.path["slug"], ownership))
    if integration is None:
        raise errors.not_found("Data integration", call.path["slug"])
    return integration


def need_user(call: Call, id: str) -> str:
    """The id of a user that exists.

    Raises:
        ApiError: 404.
    """
    if id not in call.state.users:
        raise errors.not_found("User", id)
    return id


def need_organization(call: Call, id: str) -> str:
    """The id of an organization that exists.

    Raises:
        ApiError: 404.
    """
    if id not in call.state.organizations:
        raise errors.not_found("Organization", id)
    return id


def need_member(call: Call, organization_id: str, user_id: str) -> str:
    """The id of a user who is an active member of an organization.

    Raises:
        ApiError: 404 for an unknown user, 403 for somebody who is no active member.
    """
    membership = call.state.memberships.find("pair", (need_user(call, user_id), organization_id))
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
        self.integration = integration_of(call, ownership)
        self.actor_id = need_user(call, given["user_id"])
        organization_id = given.get("organization_id")
        self.organization_id: str | None = None
        if organization_id is not None:
            self.organization_id = need_organization(call, organization_id)
        self.user_id: str | None = self.actor_id
        if ownership == "organization":
            if self.organization_id is None:
                raise errors.plain(400, "An account that an organization shares needs organization_id.")
            need_member(call, self.organization_id, self.actor_id)
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
        found = [
            account
            for account in accounts_of(call.state, self.integration.id, self.id)
            if account.organization_id == self.organization_id
        ]
        return choose(found, account_id, ask=ask)


def choose(found: list[ConnectedAccount], account_id: str | None, *, ask: bool = False) -> ConnectedAccount | None:
    """The account with this id, else the first one; with `ask`, there may be only one.

    Raises:
        ApiError: 404 for an unknown id, 422 if several match and `ask` is given.
    """
    if account_id is not None:
        for account in found:
            if account.id == account_id:
                return account
        raise errors.not_found("Connected account", account_id)
    if ask and len(found) > 1:
        raise errors.plain(422, "Several accounts match; give connected_account_id.")
    return found[0] if found else None
