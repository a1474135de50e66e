"""Percent-encoding of path parameters, and path templates for logs."""

import re
from urllib.parse import quote

from workos_core.errors import InvalidArgumentError
from workos_core.serialization.plain_values import plain_text


def encode_path_segment(name: str, value: object) -> str:
    """Return the percent-encoded value of a path parameter.

    Raises:
        InvalidArgumentError: The value is empty, `.` or `..`, or has a lone surrogate.
        InvalidArgumentTypeError: The value is not a str, UUID, secret or member of an enum.
    """
    value = value if type(value) is str else plain_text(name, value)
    if value in ("", ".", ".."):
        raise InvalidArgumentError(
            f"{name} must not be empty, '.' or '..' (got {value!r}); pass the ID of an existing object"
        )
    return percent_encode(name, value)


_UNRESERVED = re.compile(r"[A-Za-z0-9_.~-]*")


def percent_encode(name: str, value: str) -> str:
    """Return text with every reserved character percent-encoded."""
    if _UNRESERVED.fullmatch(value):
        return value
    try:
        return quote(value, safe="")
    except UnicodeEncodeError:
        raise InvalidArgumentError(f"{name} has a lone surrogate, which can't be encoded as UTF-8") from None


_WORD = re.compile(r"[A-Za-z]+([_-][A-Za-z]+)*")


def redact_path(path: str) -> str:
    """Return a path for logs, with `{}` in place of each segment that may be an ID or a token."""
    return "/".join(
        part if not part or (len(part) <= 32 and _WORD.fullmatch(part)) else "{}" for part in path.split("/")
    )
