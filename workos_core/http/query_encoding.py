"""Encoding of query strings."""

from collections.abc import Mapping
from typing import Any

from workos_core.errors import InvalidArgumentError, InvalidArgumentTypeError
from workos_core.http.operation import QueryStyle
from workos_core.http.path_encoding import percent_encode
from workos_core.not_given import NOT_GIVEN
from workos_core.serialization.plain_values import plain_value


def encode_query(query: Mapping[str, Any], styles: Mapping[str, QueryStyle]) -> str:
    """Return the query string of a mapping of parameters, without those that are None or not given."""
    pairs: list[tuple[str, str]] = []
    for name, value in query.items():
        if value is None or value is NOT_GIVEN:
            continue
        style = styles.get(name, "plain")
        if style == "comma":
            pairs.append((name, ",".join(encode_query_value(name, item) for item in value)))
        elif style == "brackets":
            pairs += [(f"{name}[{key}]", encode_query_value(name, item)) for key, item in value.items()]
        else:
            pairs.append((name, encode_query_value(name, value)))
    return "&".join(f"{percent_encode(name, name)}={percent_encode(name, value)}" for name, value in pairs)


def encode_query_value(name: str, value: Any) -> str:
    """Return the text of a single query value.

    Raises:
        InvalidArgumentError: A datetime has no time zone.
        InvalidArgumentTypeError: The value is not a str, number, bool, datetime, date, UUID, secret or member of an enum.
    """
    try:
        value = plain_value(value)
    except InvalidArgumentError as error:
        raise InvalidArgumentError(f"{name}: {error}") from None
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    raise InvalidArgumentTypeError(f"{name} must be a str, number, bool or datetime, not {type(value).__name__}")
