"""Arguments of other types than JSON's: members of enums, secrets, UUIDs, dates and decimal numbers."""

from datetime import date, datetime
from enum import Enum
from typing import Any, Protocol, runtime_checkable

from workos_core.errors import InvalidArgumentError, InvalidArgumentTypeError
from workos_core.serialization.times import format_time

PLAIN_TYPES = frozenset({str, int, float, bool, type(None)})
"""The types that need no conversion."""


@runtime_checkable
class SecretText(Protocol):
    """A secret that hides its text, such as the `SecretStr` of pydantic."""

    def get_secret_value(self) -> str:
        """Return the text."""
        ...


def plain_value(value: Any) -> Any:
    """Return the value that represents an argument in JSON and in URLs; the argument itself if it needs no conversion.

    A member of an enum becomes its value, a secret and a UUID become text, a datetime and a date ISO 8601 text, a `Decimal` a number,
    and a subclass of str, int or float becomes a str, int or float.

    Raises:
        InvalidArgumentError: A datetime has no time zone, or a `Decimal` can't be represented as a number of JSON.
    """
    if type(value) in PLAIN_TYPES:
        return value
    if isinstance(value, Enum):
        return plain_value(value.value)
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, datetime):
        return format_time(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (int, float)):
        return int(value) if isinstance(value, int) else float(value)
    if isinstance(value, SecretText) and not isinstance(value, type):
        return plain_value(value.get_secret_value())
    return _plain_rare_value(value)


def _plain_rare_value(value: Any) -> Any:
    from decimal import Decimal  # loaded by few programs, as is uuid
    from uuid import UUID

    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Decimal):
        number = int(value) if value == value.to_integral_value() else float(value)
        if Decimal(repr(number)) != value:
            raise InvalidArgumentError(f"{value} has more digits than a number of JSON can represent; round it")
        return number
    return value


def plain_text(name: str, value: object) -> str:
    """Return the text of an argument that must be text.

    Args:
        name: The name of the argument, for the error.
        value: A str, a secret, a member of an enum or a UUID.

    Raises:
        InvalidArgumentTypeError: It is something else.
    """
    plain = plain_value(value)
    if type(plain) is not str:
        hint = "; call .decode()" if isinstance(value, (bytes, bytearray)) else ""
        raise InvalidArgumentTypeError(f"{name} must be a str, not {type(value).__name__}{hint}")
    return plain
