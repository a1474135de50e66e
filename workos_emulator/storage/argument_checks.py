"""Checks of the arguments of the emulator and of its settings, for callers without a type checker."""

from datetime import timedelta
from types import NoneType
from typing import Any

MAX_DURATION = timedelta(days=36_500)
"""The maximum of durations, so that all times can be represented. Lifetimes can be negative, for tokens that have expired."""


def check_type(name: str, value: object, kinds: type | tuple[type, ...], expected: str) -> None:
    """Check the type of an argument.

    Args:
        name: The name of the argument.
        value: The argument.
        kinds: The accepted types. A bool counts as an int only if bool is listed.
        expected: The accepted types in words, and what to pass.

    Raises:
        TypeError: It has another type. The text does not show the value, which may be a secret.
    """
    accepted = kinds if isinstance(kinds, tuple) else (kinds,)
    if not isinstance(value, accepted) or (isinstance(value, bool) and bool not in accepted):
        what, _, hint = expected.partition("; ")
        raise TypeError(f"{name} must be {what}, not {type(value).__name__}{f'; {hint}' if hint else ''}")


def check_text(name: str, value: object) -> None:
    """Check that an argument is text that is not empty.

    Raises:
        TypeError: It is not text.
        ValueError: It is empty.
    """
    check_type(name, value, str, "a str")
    if value == "":
        raise ValueError(f"{name} is empty; omit it for the default")


def check_port(name: str, value: object) -> None:
    """Check that an argument is the number of a port.

    Raises:
        TypeError: It is not an int.
        ValueError: It is out of range.
    """
    check_type(name, value, int, "an int")
    if isinstance(value, int) and not 0 <= value <= 65_535:
        raise ValueError(f"{name} must be from 0 to 65535 (got {value}); 0 picks a free port")


def check_private_key(name: str, value: object) -> None:
    """Check that an argument looks like a private key in PEM format, or is None. It is decoded later, because that takes long.

    Raises:
        TypeError: It is neither str nor bytes.
        ValueError: It is something else, such as a public key or a path.
    """
    check_type(name, value, (str, bytes, NoneType), "the text of a private key in PEM format")
    text = value.decode("ascii", "replace") if isinstance(value, bytes) else str(value)
    if value is not None and not ("-----BEGIN " in text and "PRIVATE KEY-----" in text):
        raise ValueError(
            f"{name} must be an RSA private key in PEM format, which starts with -----BEGIN PRIVATE KEY-----"
        )


def check_setting(name: str, value: Any, default: Any, choices: tuple[str, ...]) -> Any:
    """Return the value of a setting; a list of a setting with several values becomes a tuple or frozenset.

    Args:
        name: The name of the setting.
        value: The value.
        default: The default value of the setting, which has the type that the value must have.
        choices: The accepted texts; empty for any.

    Raises:
        TypeError: The value has another type.
        ValueError: The text is not one of the choices, or a number or duration is out of range.
    """
    kind: Any = default.__class__
    if kind in (tuple, frozenset):
        check_type(name, value, (list, tuple, set, frozenset), "a list")
        kinds: type | tuple[type, ...] = str if isinstance(next(iter(default), ""), str) else (int, float)
        for item in value:
            check_type(f"an item of {name}", item, kinds, "a str" if kinds is str else "a number of seconds")
            if kinds is not str and not 0 <= item <= MAX_DURATION.total_seconds():
                raise out_of_range(f"an item of {name}", item)
        values: Any = tuple(value) if kind is tuple else frozenset(value)
        return values
    expected = {
        bool: "True or False",
        int: "an int",
        str: "a str",
        timedelta: "a timedelta; pass timedelta(seconds=…)",
        NoneType: "a str or None",
    }[kind]
    check_type(name, value, (str, NoneType) if default is None else kind, expected)
    if kind is timedelta and abs(value) > MAX_DURATION:
        raise out_of_range(name, value)
    if kind is int and value < 0:
        raise ValueError(f"{name} must be at least 0 (got {value})")
    if choices and value not in choices:
        raise ValueError(f"{name} must be one of {', '.join(choices)} (got {value!r})")
    return value


def out_of_range(name: str, value: object) -> ValueError:
    """Return the error for a duration that is too long, or negative where it cannot be."""
    return ValueError(f"{name} must be from 0 seconds to {MAX_DURATION.days:,} days (got {value})")
