"""The `Retry-After` header."""

import re
import time
from collections.abc import Callable
from datetime import UTC

_NUMBER = re.compile(r"[0-9]{1,300}(\.[0-9]{0,300})?", re.ASCII)


def parse_retry_after(value: str | None, now: Callable[[], float] = time.time) -> float | None:
    """Return the delay of a `Retry-After` header in seconds, or None if the header is missing or invalid.

    The header is a number of seconds or an HTTP date (RFC 9110, section 10.2.3). A date in the past is a delay of 0; a negative number is invalid.

    Args:
        value: The header.
        now: Returns the current Unix time in seconds.
    """
    if value is None:
        return None
    text = value.strip()
    if _NUMBER.fullmatch(text):
        return float(text)
    from email.utils import parsedate_to_datetime  # imported here because it is slow to load and rarely needed

    try:
        date = parsedate_to_datetime(text)
        # The asctime format of HTTP dates has no time zone; all HTTP dates are in UTC.
        seconds = (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp() - now()
    except (ValueError, OverflowError, OSError):
        return None
    return max(0.0, seconds)
