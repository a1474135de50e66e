"""Encoding of stored values as JSON. Types that JSON lacks become an object with one key that starts with `$`."""

import json
import sys
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, cast

from workos_emulator.http import payload
from workos_emulator.storage.objects.configuration import JwtTemplate
from workos_emulator.storage.objects.events import Payload
from workos_emulator.storage.objects.users import PasswordHash
from workos_emulator.storage.persistence.errors import UnreadableError
from workos_emulator.storage.store import Entity


def encode(value: Any) -> Any:
    """Encode a value as JSON.

    Raises:
        TypeError: The type of the value is not supported.
    """
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if payload.is_list(value):
        return [encode(item) for item in value]
    if payload.is_object(value):
        return _encode_dict(value)
    if isinstance(value, Payload):
        return _encode_dict(dict(value))
    if is_dataclass(value) and not isinstance(value, type):
        return {f"${type(value).__name__}": {name: encode(getattr(value, name)) for name in _field_names(type(value))}}
    for kind, (tag, encode_value, _) in _CODECS.items():
        if isinstance(value, kind):
            return {tag: encode_value(value)}
    raise TypeError(f"{type(value).__name__} cannot be encoded")


def decode(value: Any) -> Any:
    """Decode a value that `encode` returned.

    Raises:
        UnreadableError: The value is not one that `encode` returns.
    """
    if payload.is_list(value):
        return [decode(item) for item in value]
    if not payload.is_object(value):
        return value
    if len(value) == 1 and (tag := next(iter(value))).startswith("$"):
        return _decode_tagged(tag[1:], value[tag])
    return {name: decode(item) for name, item in value.items()}


def dumps(value: Any) -> str:
    """Encode a value as JSON text."""
    return json.dumps(encode(value), separators=(",", ":"))


def loads(text: str) -> Any:
    """Decode JSON text that `dumps` returned.

    Raises:
        UnreadableError: The text is not one that `dumps` returns.
    """
    try:
        return decode(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(str(error)) from None


def _encode_dict(value: dict[Any, Any]) -> Any:
    is_plain = all(isinstance(name, str) for name in value) and not any(name.startswith("$") for name in value)
    if is_plain:
        return {name: encode(item) for name, item in value.items()}
    return {"$dict": [[encode(name), encode(item)] for name, item in value.items()]}


def _decode_tagged(tag: str, value: Any) -> Any:
    try:
        if tag == "dict":
            return {decode(name): decode(item) for name, item in value}
        for name, _, decode_value in _CODECS.values():
            if name == f"${tag}":
                return decode_value(value)
        cls = _classes().get(tag)
        if cls is None:
            raise UnreadableError(f"{tag!r} is unknown to this version")
        current = _upgrade(tag, cast(Mapping[str, Any], value))
        return cls(**{name: decode(item) for name, item in current.items()})
    except (TypeError, AttributeError, ValueError) as error:
        raise UnreadableError(f"{tag}: {error}") from None


def _upgrade(tag: str, value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the fields of an object with the names of this version. Fields that were added since have defaults."""
    if tag == "PortalLink" and "intent" in value:
        intent = value["intent"]
        return {name: item for name, item in value.items() if name != "intent"} | {
            "intents": [intent] if intent else []
        }
    return value


def _encode_all(value: Any) -> list[Any]:
    return [encode(item) for item in value]


def _decode_all(value: Any) -> list[Any]:
    return [decode(item) for item in value]


_CODECS: dict[type, tuple[str, Callable[[Any], Any], Callable[[Any], Any]]] = {
    datetime: ("$datetime", datetime.isoformat, datetime.fromisoformat),
    timedelta: ("$seconds", timedelta.total_seconds, lambda value: timedelta(seconds=value)),
    bytes: ("$bytes", lambda value: b64encode(value).decode(), lambda value: b64decode(value, validate=True)),
    tuple: ("$tuple", _encode_all, lambda value: tuple(_decode_all(value))),
    frozenset: ("$frozenset", lambda value: sorted(_encode_all(value)), lambda value: frozenset(_decode_all(value))),
    set: ("$set", lambda value: sorted(_encode_all(value)), lambda value: set(_decode_all(value))),
}


@cache
def _field_names(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls))


@cache
def _classes() -> dict[str, type]:
    classes: dict[str, type] = {cls.__name__: cls for cls in (PasswordHash, JwtTemplate)}
    pending: list[type] = [Entity]
    while pending:
        # `@dataclass(slots=True)` creates the class twice; the module holds the one in use.
        children: list[type] = pending.pop().__subclasses__()
        pending += children
        classes |= {
            cls.__name__: cls for cls in children if getattr(sys.modules[cls.__module__], cls.__name__, None) is cls
        }
    return classes
