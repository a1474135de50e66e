"""Checks of arguments, for callers without a type checker. Each error names the argument."""

from math import isnan

from workos_core.errors import InvalidArgumentError, InvalidArgumentTypeError


def check_type(name: str, value: object, kinds: type | tuple[type, ...], expected: str) -> None:
    """Check the type of an argument.

    Args:
        name: The name of the argument.
        value: The argument.
        kinds: The accepted types.
        expected: The accepted types in words, such as `a str or None`.

    Raises:
        InvalidArgumentTypeError: It has another type. The text does not show the value, which may be a secret.
    """
    if not isinstance(value, kinds):
        hint = "; call .decode()" if isinstance(value, (bytes, bytearray)) and "a str" in expected else ""
        raise InvalidArgumentTypeError(f"{name} must be {expected}, not {type(value).__name__}{hint}")


def check_text(name: str, value: object) -> None:
    """Check that an argument is text.

    Raises:
        InvalidArgumentTypeError: It is not.
    """
    check_type(name, value, str, "a str")


def check_count(name: str, value: object, minimum: int) -> None:
    """Check that an argument is an integer of at least `minimum`.

    Raises:
        InvalidArgumentTypeError: It is not an integer.
        InvalidArgumentError: It is too small.
    """
    if isinstance(value, bool) or not isinstance(value, int):
        raise InvalidArgumentTypeError(f"{name} must be an int, not {type(value).__name__}")
    if value < minimum:
        raise InvalidArgumentError(f"{name} must be at least {minimum} (got {value})")


def check_duration(name: str, value: object) -> None:
    """Check that an argument is a number of seconds, at least 0.

    Raises:
        InvalidArgumentTypeError: It is not a number.
        InvalidArgumentError: It is negative or NaN.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise InvalidArgumentTypeError(f"{name} must be a number of seconds, not {type(value).__name__}")
    if isnan(value) or value < 0:
        raise InvalidArgumentError(f"{name} must be at least 0 seconds (got {value})")


def check_function(name: str, value: object) -> None:
    """Check that an argument can be called, or is None.

    Raises:
        InvalidArgumentTypeError: It can't.
    """
    if value is not None and not callable(value):
        raise InvalidArgumentTypeError(f"{name} must be a function, not {type(value).__name__}")
