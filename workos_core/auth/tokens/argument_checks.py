"""Checks of the arguments with which tokens are verified."""

from collections.abc import Iterable
from math import isinf
from typing import cast

from workos_core.argument_checks import check_duration
from workos_core.errors import InvalidArgumentError, InvalidArgumentTypeError


def check_leeway(leeway: object) -> None:
    """Check the clock skew to allow.

    Raises:
        InvalidArgumentTypeError: It is not a number of seconds.
        InvalidArgumentError: It is negative, NaN or infinite.
    """
    check_duration("leeway", leeway)
    if isinf(cast("float", leeway)):
        raise InvalidArgumentError("leeway must be finite (got inf): tokens would never expire")


def accepted_issuers(issuer: str | Iterable[str]) -> tuple[str, ...]:
    """Return the accepted issuers as a tuple, which is empty if none is accepted.

    Raises:
        InvalidArgumentTypeError: One of them is no string.
    """
    if isinstance(issuer, str):
        return (issuer,)
    values = cast("object", issuer)
    if isinstance(values, (bytes, bytearray)) or not isinstance(values, Iterable):
        raise InvalidArgumentTypeError(f"issuer must be a str, a list of them or None, not {type(values).__name__}")
    issuers = tuple(cast("Iterable[object]", values))
    for each in issuers:
        if not isinstance(each, str):
            raise InvalidArgumentTypeError(
                f"issuer must be a str or a list of them, not a list with {type(each).__name__}"
            )
    return cast("tuple[str, ...]", issuers)
