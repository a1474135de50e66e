"""The `Retry-After` header."""

import re
import time
from collections.abc import Callable
from datetime import UTC

_NUMBER = re.compile(r"[0-9]{1,300}(\.[0-9]{0,300})?", re.ASCII)


def parse_retry_after(value: str | None, date: str | None = None, now: Callable[[], float] = time.time) -> float | None:
    """Return the delay of a `Retry-After` header in seconds, or None if the header is missing or invalid.

    The header is a number of seconds or an HTTP date (RFC 9110, section 10.2.3). A date in the past is a delay of 0; a negative number is invalid.

    Args:
        value: The header.
        date: The `Date` header of the response, from which a date counts: the clock of this machine may be wrong.
        now: Returns the current Unix time in seconds, which is used if `date` is missing or invalid.
    """
    if value is None:
        return None
    text = value.strip()
    if _NUMBER.fullmatch(text):
        return float(text)
    ends_at = _parse_date(text)
    if ends_at is None:
        return None
    sent_at = None if date is None else _parse_date(date)
    return max(0.0, ends_at - (now() if sent_at is None else sent_at))


def _parse_date(text: str) -> float | None:
    """Return the Unix time of an HTTP date in seconds; None if it is invalid."""
    from email.utils import parsedate_to_datetime  # imported here because it is slow to load and rarely needed

    try:
        date = parsedate_to_datetime(text)
        # The asctime format of HTTP dates has no time zone; all HTTP dates are in UTC.
        return (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError, OSError):
        return None
