"""Encoding of models as JSON values."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, cast

from workos_core.not_given import NOT_GIVEN
from workos_core.serialization.model import Model, set_fields, wire_name

_SCALAR_TYPES = (str, int, float, bool, type(None))


def to_dict(value: Any) -> Any:
    """Return the JSON value of a model, or of a list, dict or scalar value that may contain models.

    Unset fields are omitted, None becomes null, and unknown fields of a response are preserved. A datetime becomes ISO 8601 in UTC
    with milliseconds; without a time zone, it is interpreted as UTC.

    Raises:
        TypeError: The value has a type that JSON can't represent.
    """
    if isinstance(value, _SCALAR_TYPES):
        return value
    if isinstance(value, Model):
        names = {attribute.name: wire_name(attribute) for attribute in type(value).__attrs_attrs__}
        result = {names[name]: to_dict(item) for name, item in set_fields(value)}
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
        f"{type(value).__name__} can't be encoded as JSON; pass str, numbers, bool, None, lists, dicts, datetimes or models"
    )


def format_time(value: datetime) -> str:
    """Return a datetime in the format of the API, such as `2026-01-31T12:00:00.000Z`. Without a time zone, it is interpreted as UTC.

    A time that is out of range in UTC keeps its offset.
    """
    try:
        utc = (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC)
    except OverflowError:
        return value.isoformat()
    precision = "microseconds" if utc.microsecond % 1000 else "milliseconds"
    return utc.replace(tzinfo=None).isoformat(timespec=precision) + "Z"
