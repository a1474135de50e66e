"""Who calls: one operation of each class, as a column of the table."""

from operator import attrgetter
from typing import Any

from attrs import field, frozen


@frozen
class Operation:
    """A class of operations, by one of them.

    Attributes:
        name: The column.
        method: Where it is on a client.
        arguments: What it is called with.
        options: Its options.
        again: Whether it may be sent again although it may have been processed.
        decoded: Whether its answer is read.
    """

    name: str
    method: str
    arguments: dict[str, Any]
    options: dict[str, Any] = field(factory=dict)
    again: bool = True
    decoded: bool = True

    def call(self, client: Any) -> Any:
        """Call it: the result, or what must be awaited for it."""
        options = {**self.options, "headers": {"X-Operation": self.name}}
        result = attrgetter(self.method)(client)(**self.arguments, options=options)
        return result.collect() if hasattr(result, "collect") else result


EVENT = {
    "action": "user.signed_in",
    "occurred_at": "2026-01-01T00:00:00Z",
    "actor": {"id": "user_1", "type": "user"},
    "targets": [{"id": "team_1", "type": "team"}],
    "context": {"location": "127.0.0.1"},
}
OPERATIONS = {
    operation.name: operation
    for operation in (
        Operation("GET", "organizations.get_organization", {"organization_id": "org_1"}),
        Operation("list", "organizations.list_organizations", {}),
        Operation("PUT", "organizations.update_organization", {"organization_id": "org_1", "name": "x"}),
        Operation("DELETE", "organizations.delete_organization", {"organization_id": "org_1"}, decoded=False),
        Operation("POST with key", "audit_logs.create_event", {"organization_id": "org_1", "event": EVENT}),
        Operation("POST, idempotent", "organizations.create_organization", {"name": "x"}, options={"idempotent": True}),
        Operation("POST", "organizations.create_organization", {"name": "x"}, again=False),
        Operation("code", "user_management.authenticate_with_code", {"code": "c_1"}, again=False),
        Operation(
            "refresh token", "user_management.authenticate_with_refresh_token", {"refresh_token": "r_1"}, again=False
        ),
    )
}
