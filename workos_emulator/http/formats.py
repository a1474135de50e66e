"""The formats of strings that the OpenAPI document names. Other formats are not checked."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlsplit

_EMAIL = re.compile(r"[^@\s\x00-\x1f]{1,64}@[^@\s\x00-\x1f.]+(\.[^@\s\x00-\x1f.]+)+")


def _is_email(text: str) -> bool:
    return len(text) <= 254 and _EMAIL.fullmatch(text) is not None


def _is_uri(text: str) -> bool:
    try:
        return bool(urlsplit(text).scheme) and text.isprintable() and " " not in text
    except ValueError:
        return False


def _is_date_time(text: str) -> bool:
    try:
        time = datetime.fromisoformat(text)
        time.astimezone(UTC)  # fails at the limits of the datetime range
    except (ValueError, OverflowError):
        return False
    return time.tzinfo is not None


FORMATS: Final[Mapping[str, Callable[[str], bool]]] = {
    "email": _is_email,
    "uri": _is_uri,
    "date-time": _is_date_time,
}
"""The functions that check a string, by format."""
