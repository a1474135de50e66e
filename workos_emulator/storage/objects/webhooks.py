"""Webhook deliveries."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from workos_emulator.storage.clock import stamp, stamp_or_none
from workos_emulator.storage.store import Entity


@dataclass(slots=True, kw_only=True)
class Delivery(Entity):
    """The delivery of an event to a webhook endpoint, or of an audit log event to a log stream.

    Attributes:
        endpoint_id: The ID of the endpoint or the log stream.
        event_id: The ID of the event or the audit log event.
        event: The type of the event, such as `user.created`; `audit_log_event` for log streams.
        url: The URL of the endpoint or the log stream.
        objects: A key for each object that the event is about. Deliveries that share one are sent in order.
        body: The exact request body.
        state: `waiting` for its next attempt, `delivered`, `failed` (no attempts remain), `blocked` (the URL is on another
            host, see `Settings.remote_webhooks_enabled`) or `canceled` (the endpoint was deleted or disabled).
        due_at: When the next attempt is due; None if there is none.
        attempts: The attempts so far, each with `at`, the `status` of the response (null without one) and an `error` (null
            with a response).
    """

    endpoint_id: str
    event_id: str
    event: str
    url: str
    body: str = field(repr=False)
    objects: list[str] = field(default_factory=list[str])
    state: str = "waiting"
    due_at: datetime | None = None
    attempts: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])

    def render(self) -> dict[str, Any]:
        """Return the delivery as JSON."""
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
