"""Checks of the arguments with which tokens are verified."""

from collections.abc import Iterable
from math import isinf
from typing import Any

from workos_core.argument_checks import check_duration
from workos_core.errors import InvalidArgumentError, InvalidArgumentTypeError


def check_leeway(leeway: Any) -> None:
    """Check the clock skew to allow.

    Raises:
        InvalidArgumentTypeError: It is not a number of seconds.
        InvalidArgumentError: It is negative, NaN or infinite.
    """
    check_duration("leeway", leeway)
    if isinf(leeway):
        raise InvalidArgumentError("leeway must be finite (got inf): tokens would never expire")


def accepted_issuers(issuer: str | Iterable[str]) -> tuple[str, ...]:
    """Return the accepted issuer or issuers as a tuple, which is empty if none is accepted.

    Raises:
        InvalidArgumentTypeError: One of them is no string.
    """
    if isinstance(issuer, str):
        return (issuer,)
    if isinstance(issuer, (bytes, bytearray)) or not isinstance(issuer, Iterable):  # pyright: ignore[reportUnnecessaryIsInstance] - not everybody checks types
        raise InvalidArgumentTypeError(f"issuer must be a str, a list of them or None, not {type(issuer).__name__}")
    issuers = tuple(issuer)
    for each in issuers:
        if not isinstance(each, str):  # pyright: ignore[reportUnnecessaryIsInstance] - not everybody checks types
            raise InvalidArgumentTypeError(
                f"issuer must be a str or a list of them, not a list with {type(each).__name__}"
            )
    return issuers
