"""Events on their way to webhook endpoints."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from workos_emulator.storage.clock import stamp, stamp_or_none
from workos_emulator.storage.store import Entity


@dataclass(slots=True, kw_only=True)
class Delivery(Entity):
    """An event that is, or was, to be posted to an endpoint.

    Attributes:
        endpoint_id: The endpoint.
        event_id: The event.
        event: The type of the event, such as `user.created`.
        url: Where it is posted to.
        body: What is posted, to the letter.
        state: `waiting` for its next try, `delivered`, `failed` (there are no more tries), `blocked` (the address is on another machine,
            see `Settings.remote_webhooks_enabled`) or `cancelled` (the endpoint was deleted or disabled).
        due_at: When the next try is made; None if there is none.
        attempts: The tries so far, each with `at`, the `status` of the answer (null if there was none) and an `error` (null after an answer).
    """

    endpoint_id: str
    event_id: str
    event: str
    url: str
    body: str = field(repr=False)
    state: str = "waiting"
    due_at: datetime | None = None
    attempts: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])

    def render(self) -> dict[str, Any]:
        """The delivery as JSON."""
        return {
            "id": self.id,
            "endpoint_id": self.endpoint_id,
            "event_id": self.event_id,
            "event": self.event,
            "url": self.url,
            "state": self.state,
            "due_at": stamp_or_none(self.due_at),
            "attempts": self.attempts,
            "created_at": stamp(self.created_at),
            "updated_at": stamp(self.updated_at),
        }
