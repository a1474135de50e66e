"""Handler of the event list."""

from dataclasses import replace
from datetime import datetime

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.events.event_log import WINDOW
from workos_emulator.http import validation
from workos_emulator.rendering.events import render_event
from workos_emulator.storage.objects.events import Event


@operation("listEvents")
def list_events(call: Call) -> Result:
    """List the events of the last 30 days, oldest first by default, filtered by type, time and organization."""
    call = replace(call, query={"order": "asc", **call.query})
    log, query, now = call.state.events, call.query, call.state.now()
    log.flush()
    numbers = None
    if types := query.get("events"):
        numbers = sorted({number for name in types for number in log.events.numbers("type", name)})
    start, end = (_parse_time(call, name) for name in ("range_start", "range_end"))
    start = max(start, now - WINDOW) if start else now - WINDOW
    organization_id = query.get("organization_id")

    def keep(event: Event) -> bool:
        return (
            start <= event.created_at
            and (end is None or event.created_at <= end)
            and organization_id in (None, event.organization_id)
        )

    page = call.page(log.events, render_event, numbers=numbers, keep=keep)
    return {**page, "list_metadata": {"after": page["list_metadata"]["after"]}}


def _parse_time(call: Call, name: str) -> datetime | None:
    value = call.query.get(name)
    if value is None:
        return None
    if value.endswith("Z"):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            pass
    raise validation.validation_error(call.operation, [{"field": name, "code": "invalid_format"}])
