"""Discovery of all collections and values of a `State`."""

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from typing import Any

from workos_emulator.storage.state import State
from workos_emulator.storage.store import Collection

_NOT_STORED = ("clock", "ids", "settings")


@dataclass(slots=True, frozen=True)
class ValueSlot:
    """An attribute of the state that is not a collection: `name` of `holder`."""

    holder: Any
    name: str

    @property
    def value(self) -> Any:
        """The current value."""
        return getattr(self.holder, self.name)

    def set(self, value: Any) -> None:
        """Replace the value."""
        setattr(self.holder, self.name, value)


def collections(state: State) -> dict[str, Collection[Any]]:
    """Return all collections by path, such as `codes.invitations`."""
    return {path: value for path, _, value in _iterate("", state) if isinstance(value, Collection)}


def name_collections(state: State) -> None:
    """Name the objects of all collections, for error messages."""
    for path, collection in collections(state).items():
        name = path.removesuffix(".all").rpartition(".")[2]
        singular = f"{name[:-3]}y" if name.endswith("ies") else name.removesuffix("s")
        collection.object_name = singular.replace("_", " ")


def value_slots(state: State) -> dict[str, ValueSlot]:
    """Return all other values by path, such as `radar.planned`."""
    return {path: slot for path, slot, value in _iterate("", state) if not isinstance(value, Collection)}


def _iterate(prefix: str, holder: Any) -> Iterator[tuple[str, ValueSlot, Any]]:
    attributes: dict[str, Any] = holder.__dict__
    for name, value in attributes.items():
        if name.startswith("_") or (not prefix and name in _NOT_STORED):
            continue
        path = f"{prefix}{name}"
        if _is_container(value):
            yield from _iterate(f"{path}.", value)
        else:
            yield path, ValueSlot(holder, name), value


def _is_container(value: Any) -> bool:
    """Return whether a value is an object of this package that groups stored attributes, such as `state.codes`."""
    if isinstance(value, Collection) or is_dataclass(value):
        return False
    return type(value).__module__.startswith("workos_emulator.")
