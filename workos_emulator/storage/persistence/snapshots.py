"""Snapshots: a whole environment as JSON."""

from dataclasses import fields
from typing import Any, TypedDict, cast

from workos_emulator.http import payload
from workos_emulator.storage.clock import Clock
from workos_emulator.storage.persistence import codec, inventory
from workos_emulator.storage.persistence.errors import UnreadableError
from workos_emulator.storage.settings import Settings
from workos_emulator.storage.signing_key import SigningKey
from workos_emulator.storage.state import State
from workos_emulator.storage.store import DuplicateKeyError

FORMAT = 1
"""The version of the format of stored objects, in snapshots and database files."""

Snapshot = dict[str, Any]
"""A snapshot: a JSON object for `Emulator.restore`. It contains all secrets of the environment."""


class _Parts(TypedDict):
    objects: dict[str, list[Any]]
    values: dict[str, Any]


def take(state: State, key: SigningKey) -> Snapshot:
    """Return all stored objects, the clock, the settings, the state of the ID generator, and the signing key if it exists."""
    parts: _Parts = {
        "objects": {
            path: [codec.encode(collection.at(number)) for number in collection.numbers()]
            for path, collection in inventory.collections(state).items()
            if collection
        },
        "values": {path: codec.encode(slot.value) for path, slot in inventory.value_slots(state).items()},
    }
    signing = {"signing_key": key.pem} if key.is_generated else {}
    return {
        "format": FORMAT,
        **parts,
        **signing,
        "clock": encode_clock(state.clock),
        "settings": encode_settings(state.settings),
        "ids": state.ids.position,
    }


def check(snapshot: Any) -> None:
    """Check the structure and the format version of a snapshot.

    Raises:
        UnreadableError: It is not a snapshot, or another version has written it.
    """
    if not payload.is_object(snapshot) or not {"objects", "values", "clock", "settings", "ids"} <= snapshot.keys():
        raise UnreadableError("this is not a snapshot of an emulator")
    if snapshot.get("format") != FORMAT:
        raise UnreadableError(f"the snapshot has format version {snapshot.get('format')}; this version reads {FORMAT}")


def signing_key(snapshot: Snapshot, current: SigningKey) -> SigningKey:
    """Return the signing key of a snapshot; the current key if it is the same or the snapshot has none.

    Raises:
        UnreadableError: It is not an RSA private key.
    """
    pem = snapshot.get("signing_key")
    if pem is None or (current.is_generated and current.pem == pem):
        return current
    if not isinstance(pem, str):
        raise UnreadableError("the signing key of the snapshot is not a string")
    key = SigningKey(pem)
    if not key.is_valid:
        raise UnreadableError("the signing key of the snapshot is not an RSA private key in PEM format")
    return key


def restore(state: State, snapshot: Snapshot) -> None:
    """Load a snapshot into an empty state. Discard the state after an error.

    Raises:
        UnreadableError: The snapshot is invalid, or another version has written it.
        OverflowError: The clock cannot show the time of the snapshot.
    """
    check(snapshot)
    parts = cast(_Parts, snapshot)
    objects = {path: [codec.decode(item) for item in items] for path, items in parts["objects"].items()}
    replace_objects(state, objects, {path: codec.decode(value) for path, value in parts["values"].items()})
    decode_settings(state.settings, snapshot["settings"])
    decode_clock(state.clock, snapshot["clock"])
    state.ids.position = snapshot["ids"]


def replace_objects(state: State, objects: dict[str, list[Any]], values: dict[str, Any]) -> None:
    """Replace all objects and values of a state.

    Raises:
        UnreadableError: A path is unknown to this version, or two objects have the same unique key.
    """
    collections, slots = inventory.collections(state), inventory.value_slots(state)
    if unknown := (objects.keys() - collections.keys()) | (values.keys() - slots.keys()):
        raise UnreadableError(f"unknown to this version: {', '.join(sorted(unknown))}")
    for path, collection in collections.items():
        collection.fill(objects.get(path, ()))
    for path, value in values.items():
        slots[path].set(value)
    for path, collection in collections.items():
        try:
            collection.rebuild_indexes()
        except DuplicateKeyError as error:
            raise UnreadableError(f"two objects of {path} have the same {error.index}") from None


def encode_clock(clock: Clock) -> Any:
    """Encode a clock as JSON."""
    return codec.encode(clock.position)


def decode_clock(clock: Clock, value: Any) -> None:
    """Set a clock to a value that `encode_clock` returned.

    Raises:
        OverflowError: The clock cannot show this time.
    """
    clock.position = codec.decode(value)


def encode_settings(settings: Settings) -> dict[str, Any]:
    """Encode settings as JSON."""
    return {field.name: codec.encode(getattr(settings, field.name)) for field in fields(settings)}


def decode_settings(settings: Settings, value: dict[str, Any]) -> None:
    """Change settings to a value that `encode_settings` returned. Settings that it lacks keep their value."""
    known = {field.name for field in fields(settings)}
    for name in known & value.keys():
        setattr(settings, name, codec.decode(value[name]))
