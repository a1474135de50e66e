"""All that a `State` holds, found without knowing its parts by name."""

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from typing import Any

from workos_emulator.storage.state import State
from workos_emulator.storage.store import Collection

_NOT_STORED = ("clock", "ids", "settings")


@dataclass(slots=True, frozen=True)
class ValueSlot:
    """A value that is no collection: the attribute `name` of `holder`."""

    holder: Any
    name: str

    @property
    def value(self) -> Any:
        """What is there."""
        return getattr(self.holder, self.name)

    def put(self, value: Any) -> None:
        """Replace what is there."""
        setattr(self.holder, self.name, value)


def collections(state: State) -> dict[str, Collection[Any]]:
    """All collections by their path, such as `codes.invitations`."""
    return {path: value for path, _, value in _walk("", state) if isinstance(value, Collection)}


def value_slots(state: State) -> dict[str, ValueSlot]:
    """All other values by their path, such as `radar.planned`."""
    return {path: slot for path, slot, value in _walk("", state) if not isinstance(value, Collection)}


def _walk(prefix: str, holder: Any) -> Iterator[tuple[str, ValueSlot, Any]]:
    attributes: dict[str, Any] = holder.__dict__
    for name, value in attributes.items():
        if name.startswith("_") or (not prefix and name in _NOT_STORED):
            continue
        path = f"{prefix}{name}"
        if _is_holder(value):
            yield from _walk(f"{path}.", value)
        else:
            yield path, ValueSlot(holder, name), value


def _is_holder(value: Any) -> bool:
    """Whether a value is one of our objects whose attributes are what counts, such as `state.codes`."""
    if isinstance(value, Collection) or is_dataclass(value):
        return False
    return type(value).__module__.startswith("workos_emulator.")
