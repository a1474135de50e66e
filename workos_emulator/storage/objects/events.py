"""Events of the environment."""

from dataclasses import dataclass
from typing import Any

from workos_emulator.storage.store import Entity


@dataclass(slots=True, kw_only=True)
class Event(Entity):
    """An event.

    Attributes:
        type: The event type, such as `user.created`.
        data: The payload, as the API returns it.
        organization_id: The organization that the event belongs to, if any.
        context: The context of the change, for event types that have one.
    """

    type: str
    data: dict[str, Any]
    organization_id: str | None = None
    context: dict[str, Any] | None = None
