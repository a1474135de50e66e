"""The log of events, and how changes of stored objects become events."""

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
"""The type of an event, its payload, and the organization it happened in."""

WINDOW = timedelta(days=30)
"""How far events reach back."""


@dataclass(slots=True)
class _Pending:
    """A change that is not an event yet, since what made it may not be done with the object."""

    change: Change
    entity: Entity
    collection: Collection[Any]
    describe: Callable[[Change, Any], NewEvent | None]
    at: datetime


class EventLog:
    """The events of the last 30 days.

    Changes of collections that are watched become events when `flush` is called, after the request that made them: several changes
    of one object are one event then, and the payload shows the object as it is at the end. What is deleted is shown as it was before.
    """

    def __init__(self, clock: Clock, ids: Ids) -> None:
        self._clock = clock
        self._ids = ids
        self._pending: dict[str, _Pending] = {}
        self._suppressed = False
        self._listener: Callable[[Event], None] | None = None
        self.events = Collection[Event](groups={"type": lambda e: (e.type,)})

    def watch(self, collection: Collection[E], describe: Callable[[Change, E], NewEvent | None]) -> None:
        """Make events of the changes of a collection.

        Args:
            collection: The collection.
            describe: Gives the event for a change of an object; None for a change that is no event.
        """

        def on_change(change: Change, entity: E) -> None:
            if self._suppressed:
                return
            if change != "deleted":
                self._pending.setdefault(entity.id, _Pending(change, entity, collection, describe, self._clock.now()))
                return
            self._pending.pop(entity.id, None)
            if news := describe(change, entity):
                self.emit(*news)

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
        """Record an event now, or as of `at`."""
        moment = at or self._clock.now()
        event = Event(
            id=self._ids.new("event"),
            type=type,
            data=data,
            organization_id=organization_id,
            context=context,
            created_at=moment,
            updated_at=moment,
        )
        self._expire(self._clock.now() - WINDOW)
        self.events.add(event)
        if self._listener is not None:
            self._listener(event)
        return event

    def subscribe(self, listener: Callable[[Event], None]) -> None:
        """Call a function with every event from now on."""
        self._listener = listener

    @contextmanager
    def suppress(self) -> Generator[None]:
        """Make no events of changes, as long as the context lasts."""
        self._suppressed = True
        try:
            yield
        finally:
            self._suppressed = False

    def flush(self) -> None:
        """Make events of all changes so far."""
        pending, self._pending = self._pending, {}
        for item in pending.values():
            if item.entity.id in item.collection and (news := item.describe(item.change, item.entity)):
                self.emit(*news, at=item.at)

    def _expire(self, before: datetime) -> None:
        while self.events and (oldest := self.events.at(self.events.numbers()[0])).created_at < before:
            self.events.remove(oldest.id)


def describe_changes(name: str, render: Callable[[E], Data]) -> Callable[[Change, E], NewEvent]:
    """Describes changes as `<name>.created`, `<name>.updated` and `<name>.deleted`, with the object as the payload."""

    def describe(change: Change, entity: E) -> NewEvent:
        data = render(entity)
        return f"{name}.{change}", data, data.get("organization_id")

    return describe
