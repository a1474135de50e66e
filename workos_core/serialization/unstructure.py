"""From models to JSON values."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, cast

from workos_core.not_given import NOT_GIVEN
from workos_core.serialization.model import Model, set_fields, wire_name

_PLAIN = (str, int, float, bool, type(None))


def to_dict(value: Any) -> Any:
    """Make JSON values from a model (or a list, dict or plain value that may hold models).

    Fields that are unset are left out, None becomes null, times become ISO 8601 in UTC with milliseconds, unknown fields of an
    answer come back as they were. A time without a zone is taken as UTC.
    """
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, Model):
        fields = {a.name: wire_name(a) for a in type(value).__attrs_attrs__}
        result = {fields[name]: to_dict(item) for name, item in set_fields(value)}
        result.update(value.extra_fields)
        return result
    if isinstance(value, datetime):
        return format_time(value)
    if isinstance(value, Mapping):
        pairs = cast("Mapping[str, Any]", value)
        return {key: to_dict(item) for key, item in pairs.items() if item is not NOT_GIVEN}
    if isinstance(value, (list, tuple)):
        return [to_dict(item) for item in cast("Sequence[Any]", value)]
    raise TypeError(
        f"{type(value).__name__} can't be sent as JSON; use plain values, lists, dicts, datetimes or models"
    )


def format_time(value: datetime) -> str:
    """The form of time that the API takes: `2026-01-31T12:00:00.000Z`."""
    utc = (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC)
    precision = "microseconds" if utc.microsecond % 1000 else "milliseconds"
    return utc.replace(tzinfo=None).isoformat(timespec=precision) + "Z"
