"""The whole of an environment as JSON, and back."""

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
"""The version of the form in which objects are written, in snapshots and in files."""

Snapshot = dict[str, Any]
"""A snapshot: a JSON object that `Emulator.restore` understands. It holds all secrets of the environment."""


class _Parts(TypedDict):
    objects: dict[str, list[Any]]
    values: dict[str, Any]


def take(state: State, key: SigningKey) -> Snapshot:
    """All objects, the clock, the settings, how far the ids have come, and the signing key if it was ever needed."""
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
    """Look at the outside of a snapshot.

    Raises:
        UnreadableError: It is none, or another version has written it.
    """
    if not payload.is_object(snapshot) or not {"objects", "values", "clock", "settings", "ids"} <= snapshot.keys():
        raise UnreadableError("this is no snapshot of an emulator")
    if snapshot.get("format") != FORMAT:
        raise UnreadableError(f"the snapshot has the format {snapshot.get('format')}; this version reads {FORMAT}")


def signing_key(snapshot: Snapshot, present: SigningKey) -> SigningKey:
    """The signing key of a snapshot; the present one, if it is the same or the snapshot has none.

    Raises:
        UnreadableError: It is no RSA private key.
    """
    pem = snapshot.get("signing_key")
    if pem is None or (present.is_generated and present.pem == pem):
        return present
    if not isinstance(pem, str):
        raise UnreadableError("the signing key of the snapshot is no text")
    key = SigningKey(pem)
    if not key.is_valid:
        raise UnreadableError("the signing key of the snapshot is no RSA private key in PEM form")
    return key


def fill(state: State, snapshot: Snapshot) -> None:
    """Put what a snapshot has into a fresh state, which is useless after an error.

    Raises:
        UnreadableError: The snapshot is damaged, or another version has written it.
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
        UnreadableError: Something has no place here.
    """
    collections, slots = inventory.collections(state), inventory.value_slots(state)
    if unknown := (objects.keys() - collections.keys()) | (values.keys() - slots.keys()):
        raise UnreadableError(f"this version has no place for {', '.join(sorted(unknown))}")
    for path, collection in collections.items():
        collection.fill(objects.get(path, ()))
    for path, value in values.items():
        slots[path].put(value)
    for path, collection in collections.items():
        try:
            collection.index()
        except DuplicateKeyError as error:
            raise UnreadableError(f"two objects of {path} have the same {error.index}") from None


def encode_clock(clock: Clock) -> Any:
    """Where a clock stands, as JSON."""
    return codec.encode(clock.position)


def decode_clock(clock: Clock, value: Any) -> None:
    """Set a clock to what `encode_clock` gave."""
    clock.position = codec.decode(value)


def encode_settings(settings: Settings) -> dict[str, Any]:
    """Settings as JSON that `decode_settings` reads."""
    return {field.name: codec.encode(getattr(settings, field.name)) for field in fields(settings)}


def decode_settings(settings: Settings, value: dict[str, Any]) -> None:
    """Change settings to what `encode_settings` gave; what it does not name stays."""
    known = {field.name for field in fields(settings)}
    for name in known & value.keys():
        setattr(settings, name, codec.decode(value[name]))
