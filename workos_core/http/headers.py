"""Request headers: names in lower case, values checked."""

import re
from collections.abc import Mapping
from typing import Any

from workos_core.errors import InvalidArgumentError

_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


def merge_headers(*parts: Mapping[str, Any]) -> dict[str, str]:
    """Headers with lower-case names; of several with one name the last counts.

    Raises:
        TypeError: A name or value is no text.
        InvalidArgumentError: It has characters that can't be sent. The value is not told: it may be a secret.
    """
    merged: dict[str, str] = {}
    for part in parts:
        for name, value in part.items():
            if not isinstance(value, str):
                raise TypeError(f"the header {name!r} takes text, not {type(value).__name__}")
            if not (value.isascii() and value.isprintable() and _HEADER_NAME.fullmatch(name)):
                raise InvalidArgumentError(
                    f"the header {name!r} has characters that can't be sent; look for line ends in it"
                )
            merged[name.lower()] = value
    return merged
