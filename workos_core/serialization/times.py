"""Times in the format of the API."""

from datetime import UTC, datetime

from workos_core.errors import InvalidArgumentError


def format_time(value: datetime) -> str:
    """Return a datetime in the format of the API, such as `2026-01-31T12:00:00.000Z`. A time that is out of range in UTC keeps its offset.

    Raises:
        InvalidArgumentError: It has no time zone. The API would take it for UTC, which is rarely what `datetime.now()` returns.
    """
    if value.utcoffset() is None:
        raise InvalidArgumentError(
            f"the datetime {value.isoformat(sep=' ')} has no time zone; write datetime.now(UTC), or value.replace(tzinfo=…) with the "
            "zone it is meant in"
        )
    try:
        utc = value.astimezone(UTC)
    except OverflowError:
        return value.isoformat()
    precision = "microseconds" if utc.microsecond % 1000 else "milliseconds"
    return utc.replace(tzinfo=None).isoformat(timespec=precision) + "Z"
