"""Encoding of models and arguments as JSON values."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from workos_core.errors import InvalidArgumentError, InvalidArgumentTypeError
from workos_core.not_given import NOT_GIVEN
from workos_core.serialization.model_base import ModelBase, set_fields, wire_name
from workos_core.serialization.plain_values import PLAIN_TYPES, plain_value


def to_dict(value: Any) -> Any:
    """Return the JSON value of a model, or of a list, dict or scalar value that may contain models.

    Unset fields are omitted, None becomes null, and unknown fields of a response are preserved. A datetime becomes ISO 8601 in UTC
    with milliseconds, and one in a model without a time zone, as a response may contain it, ISO 8601 without an offset. See `plain_value`
    for the other types.

    Raises:
        InvalidArgumentError: A datetime that is not a field of a model has no time zone. The text names its position.
        InvalidArgumentTypeError: A value has a type that JSON can't represent. The text names its position.
    """
    return _with_position(value, _encode)


def encode_arguments(value: Any) -> Any:
    """Return the JSON value of the arguments of a call, like `to_dict`.

    Raises:
        InvalidArgumentError: A datetime has no time zone, also in a model. The text names its position.
        InvalidArgumentTypeError: A value has a type that JSON can't represent. The text names its position.
    """
    return _with_position(value, _encode_argument)


def _with_position(value: Any, encode: Callable[[Any], Any]) -> Any:
    try:
        return encode(value)
    except InvalidArgumentError:
        for path, leaf, is_field in _leaves(value, "", is_field=False):
            try:
                encode(_field_value(leaf) if is_field and encode is _encode else leaf)
            except InvalidArgumentError as error:
                raise type(error)(f"{path}: {error}" if path else str(error)) from None
        raise


def _encode(value: Any) -> Any:
    """Encode a value; a time without a time zone in a model is valid."""
    if type(value) in PLAIN_TYPES:
        return value
    if isinstance(value, ModelBase):
        return _encode_fields(value, lambda item: _encode(_field_value(item)))
    return _encode_other(value, _encode)


def _encode_argument(value: Any) -> Any:
    if type(value) in PLAIN_TYPES:
        return value
    return (
        _encode_fields(value, _encode_argument)
        if isinstance(value, ModelBase)
        else _encode_other(value, _encode_argument)
    )


def _encode_fields(model: ModelBase, encode: Callable[[Any], Any]) -> dict[str, Any]:
    names = {attribute.name: wire_name(attribute) for attribute in type(model).__model_fields__}
    result = {names[name]: encode(item) for name, item in set_fields(model)}
    result.update(model.extra_fields)
    return result


def _encode_other(value: Any, encode: Callable[[Any], Any]) -> Any:
    if isinstance(value, Mapping):
        pairs = cast("Mapping[str, Any]", value)
        return {plain_value(key): encode(item) for key, item in pairs.items() if item is not NOT_GIVEN}
    if isinstance(value, (list, tuple)):
        return [encode(item) for item in cast("Sequence[Any]", value)]
    plain = plain_value(value)
    if type(plain) in PLAIN_TYPES:
        return plain
    to_json = getattr(value, "to_dict", None)  # of a page or an identity
    if to_json is not None:
        return encode(to_json())
    raise InvalidArgumentTypeError(
        f"{type(value).__name__} can't be encoded as JSON; pass str, numbers, bool, None, lists, dicts, datetimes or models"
    )


def _field_value(value: Any) -> Any:
    """Return the value of a field, with a time without a time zone as text."""
    return value.isoformat() if isinstance(value, datetime) and value.utcoffset() is None else value


def _leaves(value: Any, path: str, *, is_field: bool) -> Iterator[tuple[str, Any, bool]]:
    """Yield every value that contains no others, with its position, and whether it is a field of a model."""
    if isinstance(value, ModelBase):
        for name, item in set_fields(value):
            yield from _leaves(item, f"{path}.{name}" if path else name, is_field=True)
    elif isinstance(value, Mapping):
        pairs = cast("Mapping[str, Any]", value)
        for key, item in pairs.items():
            yield from _leaves(item, f"{path}.{key}" if path else str(key), is_field=False)
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(cast("Sequence[Any]", value)):
            yield from _leaves(item, f"{path}[{index}]", is_field=False)
    elif value is not NOT_GIVEN:
        yield path, value, is_field
