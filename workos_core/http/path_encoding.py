"""Percent-encoding of path parameters, and path templates for logs."""

import re
from urllib.parse import quote

from workos_core.errors import InvalidArgumentError


def encode_path_segment(name: str, value: object) -> str:
    """Return a path parameter, percent-encoded.

    Raises:
        InvalidArgumentError: The value is empty, `.` or `..`, or has half a surrogate pair.
        TypeError: The value is not text.
    """
    if not isinstance(value, str):
        raise TypeError(f"{name} takes str, not {type(value).__name__}")
    if value in ("", ".", ".."):
        raise InvalidArgumentError(
            f"{name} is {value!r}, which can't be part of a path; give the id of an existing object"
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
        raise InvalidArgumentError(f"{name} has half a surrogate pair in it, which is no text") from None


_WORD = re.compile(r"[A-Za-z]+([_-][A-Za-z]+)*")


def redact_path(path: str) -> str:
    """A path with whatever may be an id or a token left out, for logs."""
    return "/".join(
        part if not part or (len(part) <= 32 and _WORD.fullmatch(part)) else "{}" for part in path.split("/")
    )
