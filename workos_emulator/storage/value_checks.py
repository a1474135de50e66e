"""Checks of settings that are URLs or numbers with a unit."""

from datetime import timedelta

from workos_emulator.http import urls
from workos_emulator.storage.argument_checks import MAX_DURATION, out_of_range


def check_url(name: str, value: str | None) -> str | None:
    """Return a URL that browsers can open, or None.

    Raises:
        ValueError: It is not an `http` or `https` URL.
    """
    if value is not None and not urls.is_web_url(value):
        raise ValueError(f"{name} must be an http or https URL, such as http://localhost:3000 (got {value[:80]!r})")
    return value


def check_days(name: str, value: int) -> int:
    """Return a number of days.

    Raises:
        ValueError: It is too large.
    """
    if value > MAX_DURATION.days:
        raise out_of_range(name, f"{value} days")
    return value


def check_seconds(name: str, value: int) -> int:
    """Return a number of seconds.

    Raises:
        ValueError: It is too large.
    """
    if value > MAX_DURATION // timedelta(seconds=1):
        raise out_of_range(name, f"{value} seconds")
    return value
