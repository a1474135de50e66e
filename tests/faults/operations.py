"""The operations that are called: one of each class, a column of the table."""

from operator import attrgetter
from typing import Any

from attrs import field, frozen


@frozen
class Operation:
    """An operation that stands for its class.

    Attributes:
        name: The name of the column.
        method: The attribute path on a client.
        arguments: The arguments.
        options: The request options.
        retryable: Whether a request that may have been processed is retried.
        decodes_response: Whether the response body is decoded.
        padded: The argument that makes the request body large; empty if the request has no body.
    """

    name: str
    method: str
    arguments: dict[str, Any]
    options: dict[str, Any] = field(factory=dict)
    retryable: bool = True
    decodes_response: bool = True
    padded: str = ""

    def call(self, client: Any, padding: int = 0) -> Any:
        """Call the operation on a client, with so many more bytes in the body. For an async client, the result is an awaitable."""
        options = {**self.options, "headers": {"X-Operation": self.name}}
        arguments = dict(self.arguments)
        if padding and self.padded == "event":
            arguments["event"] = {**EVENT, "metadata": {"padding": "x" * padding}}
        elif padding and self.padded:
            arguments[self.padded] = "x" * padding
        result = attrgetter(self.method)(client)(**arguments, options=options)
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
        Operation("PUT", "organizations.update_organization", {"organization_id": "org_1", "name": "x"}, padded="name"),
        Operation("DELETE", "organizations.delete_organization", {"organization_id": "org_1"}, decodes_response=False),
        Operation(
            "POST with key", "audit_logs.create_event", {"organization_id": "org_1", "event": EVENT}, padded="event"
        ),
        Operation(
            "POST, idempotent",
            "organizations.create_organization",
            {"name": "x"},
            options={"idempotent": True},
            padded="name",
        ),
        Operation("POST", "organizations.create_organization", {"name": "x"}, retryable=False, padded="name"),
        Operation("code", "user_management.authenticate_with_code", {"code": "c_1"}, retryable=False, padded="code"),
        Operation(
            "refresh token",
            "user_management.authenticate_with_refresh_token",
            {"refresh_token": "r_1"},
            retryable=False,
            padded="refresh_token",
        ),
    )
}
