"""Request headers: merging and validation."""

import re
from collections.abc import Mapping
from typing import Any, cast

from workos_core.errors import InvalidArgumentError, InvalidArgumentTypeError

_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


def merge_headers(*parts: Mapping[str, Any]) -> dict[str, str]:
    """Return the headers with lower-case names. A later header overrides an earlier one with the same name.

    Raises:
        InvalidArgumentTypeError: The headers are not a dict, or a name or value is not a str.
        InvalidArgumentError: A name or value has invalid characters. The message does not show the value, which may be a secret.
    """
    merged: dict[str, str] = {}
    for part in parts:
        if not isinstance(cast("object", part), Mapping):
            raise InvalidArgumentTypeError(
                f"headers must be a dict such as {{'X-Name': 'value'}}, not {type(part).__name__}"
            )
        for name, value in part.items():
            if not isinstance(cast("object", name), str):
                raise InvalidArgumentTypeError(f"the name of a header must be a str, not {type(name).__name__}")
            if not isinstance(value, str):
                raise InvalidArgumentTypeError(f"the header {name!r} must be a str, not {type(value).__name__}")
            if not (value.isascii() and value.isprintable() and _HEADER_NAME.fullmatch(name)):
                raise InvalidArgumentError(
                    f"the header {name!r} has an invalid character, such as a line break; check its name and value"
                )
            merged[name.lower()] = value
    return merged
