"""Events as JSON."""

from typing import Any

from workos_emulator.storage.clock import stamp
from workos_emulator.storage.objects.events import Event


def render_event(event: Event) -> dict[str, Any]:
    """Return the event as JSON."""
    result: dict[str, Any] = {
        "object": "event",
        "id": event.id,
        "event": event.type,
        "data": dict(event.data),
        "created_at": stamp(event.created_at),
    }
    if event.context is not None:
        result["context"] = event.context
    return result
