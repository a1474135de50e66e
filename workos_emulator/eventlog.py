"""The log of events, and how changes of stored objects become events."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar, cast

from workos_emulator.clock import Clock
from workos_emulator.ids import Ids
from workos_emulator.records.events import Event
from workos_emulator.store import Change, Collection, Entity

E = TypeVar("E", bound=Entity)
Render = Callable[[Any], tuple[dict[str, Any], str | None]]
TypeOf = Callable[[Change, Any], str | None]

WINDOW = timedelta(days=30)
"""How far events reach back."""


@dataclass(slots=True)
class _Pending:
    """A change that is not an event yet, since what made it may not be done with the object."""

    change: Change
    entity: Entity
    collection: Collection[Any]
    type_of: TypeOf
    render: Render
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
        self._quiet = False
        self.events = Collection[Event](groups={"type": lambda e: (e.type,)})

    def watch(
        self,
        collection: Collection[E],
        name: str | Callable[[Change, E], str | None],
        render: Callable[[E], tuple[dict[str, Any], str | None]],
    ) -> None:
        """Make events of the changes of a collection.

        Args:
            collection: The collection.
            name: The first part of the types, as in `<name>.created`, `<name>.updated` and `<name>.deleted`; or what gives the whole
                type for a change, or None for one that is no event.
            render: Gives the payload for an object, and the organization it belongs to.
        """
        type_of = _all_changes(name) if isinstance(name, str) else name

        def on_change(change: Change, entity: E) -> None:
            if self._quiet:
                return
            if change != "deleted":
                made = _Pending(change, entity, collection, type_of, render, self._clock.now())
                self._pending.setdefault(entity.id, made)
                return
            self._pending.pop(entity.id, None)
            if (type := type_of(change, entity)) is not None:
                self.emit(type, *render(entity))

        collection.watcher = on_change

    def emit(
        self,
        type: str,
        data: dict[str, Any],
        organization_id: str | None = None,
        context: dict[str, Any] | None = None,
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
        self._forget(self._clock.now() - WINDOW)
        return self.events.add(event)

    @contextmanager
    def quiet(self) -> Generator[None]:
        """Make no events of changes, as long as the context lasts."""
        self._quiet = True
        try:
            yield
        finally:
            self._quiet = False

    def flush(self) -> None:
        """Make events of all changes so far."""
        pending, self._pending = self._pending, {}
        for item in pending.values():
            if item.entity.id in item.collection and (type := item.type_of(item.change, item.entity)) is not None:
                self.emit(type, *item.render(item.entity), at=item.at)

    def _forget(self, before: datetime) -> None:
        while self.events and (oldest := self.events.at(self.events.numbers()[0])).created_at < before:
            self.events.remove(oldest.id)


def _all_changes(name: str) -> TypeOf:
    def type_of(change: Change, entity: Entity) -> str:
        return f"{name}.{change}"

    return type_of


def organization_of(data: dict[str, Any]) -> tuple[dict[str, Any], str | None]:
    """A payload, and the organization it names."""
    return data, cast(str | None, data.get("organization_id"))
