"""Events of the environment."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from workos_emulator.storage.store import Entity


class Payload(Mapping[str, Any]):
    """The payload of an event, which does not change.

    The payload of a user takes 300 bytes, as a dictionary 900: all payloads of a type share their names, and equal strings in a
    payload, such as `created_at` and `updated_at` of a new object, are the same string.
    """

    __slots__ = ("_names", "_values")

    def __init__(self, data: Mapping[str, Any]) -> None:
        strings: dict[str, str] = {}
        self._names = _shared(tuple(data))
        self._values = tuple([strings.setdefault(v, v) if isinstance(v, str) else v for v in data.values()])

    def __getitem__(self, name: str) -> Any:
        try:
            return self._values[self._names.index(name)]
        except ValueError:
            raise KeyError(name) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


@lru_cache(1024)  # the names of payloads are those of the API's objects
def _shared(names: tuple[str, ...]) -> tuple[str, ...]:
    return names


@dataclass(slots=True, kw_only=True, repr=False)
class Event(Entity):
    """An event.

    Attributes:
        type: The event type, such as `user.created`.
        data: The payload, as the API returns it.
        organization_id: The organization that the event belongs to, if any.
        context: The context of the change, for event types that have one.
    """

    type: str
    data: Mapping[str, Any]
    organization_id: str | None = None
    context: dict[str, Any] | None = None

    def __post_init__(self) -> None:
        self.data = Payload(self.data)
