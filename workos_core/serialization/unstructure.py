"""Encoding of models and arguments as JSON values."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from workos_core.errors import InvalidArgumentError, InvalidArgumentTypeError
from workos_core.not_given import NOT_GIVEN
from workos_core.serialization.model_base import ModelBase, set_fields, wire_name
from workos_core.serialization.plain_values import PLAIN_TYPES, plain_value


def to_dict(value: Any) -> Any:
    """Return the JSON value of a model, or of a list, dict or scalar value that may contain models.

    Unset fields are omitted, None becomes null, and unknown fields of a response are preserved. A datetime becomes ISO 8601 in UTC
    with milliseconds. See `plain_value` for the other types.

    Raises:
        InvalidArgumentError: A datetime that is not a field of a model has no time zone. The text names its position.
        InvalidArgumentTypeError: A value has a type that JSON can't represent. The text names its position.
    """
    try:
        return _encode(value)
    except InvalidArgumentError:
        for path, leaf in _leaves(value, ""):
            try:
                _encode(leaf)
            except InvalidArgumentError as error:
                raise type(error)(f"{path}: {error}" if path else str(error)) from None
        raise


def _encode(value: Any) -> Any:
    if type(value) in PLAIN_TYPES:
        return value
    if isinstance(value, ModelBase):
        names = {attribute.name: wire_name(attribute) for attribute in type(value).__model_fields__}
        result = {names[name]: _encode(_field_value(item)) for name, item in set_fields(value)}
        result.update(value.extra_fields)
        return result
    if isinstance(value, Mapping):
        pairs = cast("Mapping[str, Any]", value)
        return {plain_value(key): _encode(item) for key, item in pairs.items() if item is not NOT_GIVEN}
    if isinstance(value, (list, tuple)):
        return [_encode(item) for item in cast("Sequence[Any]", value)]
    plain = plain_value(value)
    if type(plain) in PLAIN_TYPES:
        return plain
    encode = getattr(value, "to_dict", None)  # of a page or an identity
    if encode is not None:
        return _encode(encode())
    raise InvalidArgumentTypeError(
        f"{type(value).__name__} can't be encoded as JSON; pass str, numbers, bool, None, lists, dicts, datetimes or models"
    )


def _field_value(value: Any) -> Any:
    """Return the value of a field, with a time without a time zone as text: a response may contain such a time."""
    return value.isoformat() if isinstance(value, datetime) and value.utcoffset() is None else value


def _leaves(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Yield every value that contains no others, with its position."""
    if isinstance(value, ModelBase):
        for name, item in set_fields(value):
            yield from _leaves(_field_value(item), f"{path}.{name}" if path else name)
    elif isinstance(value, Mapping):
        pairs = cast("Mapping[str, Any]", value)
        for key, item in pairs.items():
            yield from _leaves(item, f"{path}.{key}" if path else str(key))
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(cast("Sequence[Any]", value)):
            yield from _leaves(item, f"{path}[{index}]")
    elif value is not NOT_GIVEN:
        yield path, value
