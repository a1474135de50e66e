"""The event log, and the conversion of changes of stored objects to events."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from workos_emulator.storage.clock import Clock
from workos_emulator.storage.ids import Ids
from workos_emulator.storage.objects.events import Event
from workos_emulator.storage.store import Change, Collection, Entity

E = TypeVar("E", bound=Entity)
Data = dict[str, Any]
NewEvent = tuple[str, Data, str | None]
"""The type of an event, its payload, and the ID of its organization."""

WINDOW = timedelta(days=30)
"""The retention period of events."""


@dataclass(slots=True)
class _Pending:
    """A change that is not an event yet, since the current request may change the object again."""

    change: Change
    entity: Entity
    collection: Collection[Any]
    describe: Callable[[Change, Any], NewEvent | None]
    at: datetime


class EventLog:
    """The events of the last 30 days.

    Changes of watched collections become events when `flush` is called, after the request that made them. Several changes of an
    object then become one event, whose payload has the final state. A deletion has the last state of the object.
    """

    def __init__(self, clock: Clock, ids: Ids) -> None:
        self._clock = clock
        self._ids = ids
        self._pending: dict[str, _Pending] = {}
        self._suppressed = False
        self._listener: Callable[[Event], None] | None = None
        self._due: Callable[[], None] | None = None
        self.events: Collection[Event] = Collection(groups={"type": lambda e: (e.type,)}, constant_keys=True)

    def watch(self, collection: Collection[E], describe: Callable[[Change, E], NewEvent | None]) -> None:
        """Emit events for the changes of a collection.

        Args:
            collection: The collection.
            describe: Returns the event for a change of an object; None for a change without an event.
        """

        def on_change(change: Change, entity: E) -> None:
            if self._suppressed:
                return
            if change != "deleted":
                self._pending.setdefault(entity.id, _Pending(change, entity, collection, describe, self._clock.now()))
                return
            self._pending.pop(entity.id, None)
            if new_event := describe(change, entity):
                self.emit(*new_event)

        collection.watcher = on_change

    def emit(
        self,
        type: str,
        data: Data,
        organization_id: str | None = None,
        context: Data | None = None,
        *,
        at: datetime | None = None,
    ) -> Event:
        """Record an event with the current time, or with the time `at`."""
        created_at = at or self._clock.now()
        event = Event(
            id=self._ids.new("event"),
            type=type,
            data=data,
            organization_id=organization_id,
            context=context,
            created_at=created_at,
            updated_at=created_at,
        )
        self._expire(self._clock.now() - WINDOW)
        self.events.add(event)
        if self._listener is not None:
            self._listener(event)
        return event

    def subscribe(self, listener: Callable[[Event], None]) -> None:
        """Call a function with every event from now on."""
        self._listener = listener

    def emit_due(self, due: Callable[[], None]) -> None:
        """Call a function before every `flush`, to emit the events that the clock has made due."""
        self._due = due

    @contextmanager
    def suppress(self) -> Generator[None]:
        """Suppress the events of changes until the context exits."""
        self._suppressed = True
        try:
            yield
        finally:
            self._suppressed = False

    def flush(self) -> None:
        """Emit the events of all changes so far."""
        if self._due is not None:
            self._due()
        pending, self._pending = self._pending, {}
        for item in pending.values():
            if item.entity.id in item.collection and (new_event := item.describe(item.change, item.entity)):
                self.emit(*new_event, at=item.at)

    def _expire(self, before: datetime) -> None:
        while self.events and (oldest := self.events.at(self.events.numbers()[0])).created_at < before:
            self.events.remove(oldest.id)


def describe_changes(name: str, render: Callable[[E], Data]) -> Callable[[Change, E], NewEvent]:
    """Return a function that describes changes as `<name>.created`, `.updated` and `.deleted`, with the object as the payload."""

    def describe(change: Change, entity: E) -> NewEvent:
        data = render(entity)
        return f"{name}.{change}", data, data.get("organization_id")

    return describe
