"""The `Retry-After` header."""

import re
import time
from collections.abc import Callable
from datetime import UTC

_NUMBER = re.compile(r"[0-9]{1,300}(\.[0-9]{0,300})?", re.ASCII)


def parse_retry_after(value: str | None, now: Callable[[], float] = time.time) -> float | None:
    """Seconds that a Retry-After header asks to wait: a number, or an HTTP date. A date that has passed asks for none.

    Nonsense, and a negative number is nonsense, is as good as no header.

    Args:
        value: The header.
        now: Unix time in seconds, to which a date is compared.
    """
    if value is None:
        return None
    text = value.strip()
    if _NUMBER.fullmatch(text):
        return float(text)
    from email.utils import parsedate_to_datetime  # rare, and slow to load

    try:
        date = parsedate_to_datetime(text)
        # The oldest form of HTTP dates names no zone; all of them mean UTC.
        seconds = (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp() - now()
    except (ValueError, OverflowError, OSError):
        return None
    return max(0.0, seconds)
