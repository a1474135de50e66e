"""A position in the event stream, and how to resume from it."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from attrs import evolve, frozen

from workos_core.errors import EventGapError, InvalidArgumentError
from workos_core.json_types import is_object

EVENT_RETENTION = timedelta(days=30)
"""How long the Events API keeps events."""

MAX_CURSOR_AGE = EVENT_RETENTION - timedelta(days=1)
"""How long the ID of an event is used as a cursor. After that, the API may no longer have the event."""

PUBLICATION_DELAY = timedelta(minutes=5)
"""The API withholds a new event for some seconds, so an empty page may miss events of this period before the request."""

CLOCK_SKEW = timedelta(days=1)
"""Subtracted from a time of the local clock before it is sent as `range_start`. No event repeats: it is sent only if no newer event was handled."""


@frozen
class Checkpoint:
    """A position in the event stream: all events up to it were handled.

    Attributes:
        event_id: The ID of the last event that was handled; None if there is none.
        created_at: When that event was created, or the start of the stream.
        complete_until: The time up to which no event is missing, as known from events and empty pages.
    """

    event_id: str | None = None
    created_at: datetime | None = None
    complete_until: datetime | None = None

    def after_event(self, event_id: str, created_at: datetime | None) -> "Checkpoint":
        """Return the checkpoint after an event."""
        return Checkpoint(event_id, created_at, max(filter(None, (self.complete_until, created_at)), default=None))

    def after_empty_page(self, requested_at: datetime) -> "Checkpoint":
        """Return the checkpoint after a page without events."""
        until = requested_at - PUBLICATION_DELAY
        return evolve(self, complete_until=max(filter(None, (self.complete_until, until))))

    def query(self, now: datetime) -> dict[str, Any]:
        """Return the query parameters for the events after this checkpoint.

        Raises:
            EventGapError: The API no longer has some of these events.
        """
        if self.complete_until is not None and now - self.complete_until > EVENT_RETENTION:
            raise EventGapError(self.complete_until)
        if self.event_id is not None and (self.created_at is None or now - self.created_at < MAX_CURSOR_AGE):
            return {"after": self.event_id}
        starts = [self.created_at, self.complete_until and self.complete_until - CLOCK_SKEW]
        start = max(filter(None, starts), default=None)
        return {} if start is None else {"range_start": _format(start)}

    def dump(self) -> str:
        """Return the checkpoint as text, for a cursor store."""
        times = {"at": self.created_at, "seen": self.complete_until}
        fields = {"event": self.event_id, **{name: value and _format(value) for name, value in times.items()}}
        return json.dumps({name: value for name, value in fields.items() if value is not None})


def load_checkpoint(text: str, store: object = "the cursor store") -> Checkpoint:
    """Return a checkpoint from its text, or from the ID of an event.

    Args:
        text: The text that a cursor store returned.
        store: The store, for the error message.

    Raises:
        InvalidArgumentError: The text is neither, or a time in it has no time zone.
    """
    if text.startswith("event_"):
        return Checkpoint(text)
    problem = "is neither a checkpoint nor an event ID"
    try:
        fields = json.loads(text)
        if is_object(fields) and isinstance(fields.get("event"), str | None):
            times = _parse(fields.get("at")), _parse(fields.get("seen"))
            if all(time is None or time.utcoffset() is not None for time in times):
                return Checkpoint(fields.get("event"), *times)
            problem = "has a time without a time zone"
    except (ValueError, TypeError):
        pass
    raise InvalidArgumentError(
        f"{store} returned {text[:80]!r}, which {problem}; save the ID of the last event that you handled, "
        "or None to start from the beginning"
    )


def starting_at(start: datetime | None) -> Checkpoint:
    """Return the checkpoint before the first event of a stream.

    Args:
        start: The time from which on the stream returns events; None starts with the oldest event.

    Raises:
        InvalidArgumentError: It is not a datetime, or has no time zone.
    """
    value: Any = start  # the caller may have no type checker
    if value is not None and (not isinstance(value, datetime) or value.utcoffset() is None):
        raise InvalidArgumentError(f"start must have a time zone, such as datetime.now(UTC) (got {start!r})")
    return Checkpoint(None, start, start)


def _format(time: datetime) -> str:
    return time.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _parse(text: Any) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
