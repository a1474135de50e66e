"""How far the events were handled, and how to go on from there."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from attrs import evolve, frozen

from workos_core.errors import EventGapError, InvalidArgumentError
from workos_core.json_types import is_object

REACH = timedelta(days=30)
"""How far back the Events API goes."""

CURSOR_SERVES = REACH - timedelta(days=1)
"""How long the id of an event is used as a cursor. Later, the API may not know the event any more."""

SETTLING = timedelta(minutes=5)
"""Events are withheld for some seconds; an answer says nothing about the time just before it."""

CLOCKS_DIFFER = timedelta(days=1)
"""By how much a moment on our clock is put back before it is sent to the API. That repeats nothing: where it is sent, no newer event was handled."""


@frozen
class Checkpoint:
    """All events up to a certain one were handled.

    Attributes:
        event: The id of the event that was handled last; None if there was none yet.
        at: When that event was recorded, or where the events begin.
        seen: Up to when nothing is missing, by events or by answers without any.
    """

    event: str | None = None
    at: datetime | None = None
    seen: datetime | None = None

    def after(self, event: str, at: datetime | None) -> "Checkpoint":
        """The checkpoint behind one more event."""
        seen = max(filter(None, (self.seen, at)), default=None)
        return Checkpoint(event, at, seen)

    def quiet(self, now: datetime) -> "Checkpoint":
        """The checkpoint when the API had no newer event."""
        settled = now - SETTLING
        return self if self.seen is not None and self.seen >= settled else evolve(self, seen=settled)

    def query(self, now: datetime) -> dict[str, Any]:
        """What to ask the API for, to go on from here.

        Raises:
            EventGapError: Some of the events that would come next are not in the API any more.
        """
        if self.seen is not None and now - self.seen > REACH:
            raise EventGapError(self.seen)
        if self.event is not None and (self.at is None or now - self.at < CURSOR_SERVES):
            return {"after": self.event}
        moments = [self.at, self.seen - CLOCKS_DIFFER if self.seen is not None else None]
        start = max(filter(None, moments), default=None)
        return {} if start is None else {"range_start": _text(start)}

    def dump(self) -> str:
        """The checkpoint as text, for a store."""
        fields = {"event": self.event, "at": self.at and _text(self.at), "seen": self.seen and _text(self.seen)}
        return json.dumps({name: value for name, value in fields.items() if value is not None})


def load_checkpoint(text: str) -> Checkpoint:
    """A checkpoint from its text, or from the bare id of an event.

    Raises:
        InvalidArgumentError: The text is neither.
    """
    if text.startswith("event_"):
        return Checkpoint(text)
    try:
        fields = json.loads(text)
        if is_object(fields):
            return Checkpoint(fields.get("event"), _moment(fields.get("at")), _moment(fields.get("seen")))
    except (ValueError, TypeError):
        pass
    raise InvalidArgumentError(f"the cursor store holds {text[:80]!r}, which is no checkpoint of an event stream")


def starting_at(moment: datetime | None) -> Checkpoint:
    """The checkpoint of who handled no event yet, and wants those from a moment on.

    Raises:
        InvalidArgumentError: The moment has no time zone.
    """
    if moment is not None and moment.tzinfo is None:
        raise InvalidArgumentError("start has no time zone; use a moment such as datetime.now(UTC)")
    return Checkpoint(None, moment, moment)


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _moment(text: Any) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
