"""Query parameters as JSON values, converted by their schemas."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from workos_emulator.http import errors, spec
from workos_emulator.http.spec import Json, Operation

_INTEGER = re.compile(r"-?[0-9]{1,18}")
_NUMBER = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?")
_BRACKETS = re.compile(r"([^\[\]]+)\[([^\[\]]+)\]")


def read(operation: Operation, text: str) -> dict[str, Any]:
    """Return the query parameters of the operation. Unknown ones are ignored; a repeated one has its last value.

    Arrays are comma-separated (or repeated), objects in bracket notation. A value that cannot be converted stays a string, which
    validation then rejects.

    Raises:
        ApiError: 400 if the query has more than 1,000 fields.
    """
    if not text:
        return {}
    values: dict[str, list[str]] = {}
    objects: dict[str, dict[str, str]] = {}
    try:
        pairs = parse_qsl(text, keep_blank_values=True, max_num_fields=1000)
    except ValueError:
        raise errors.plain(400, "The query has too many fields.") from None
    for name, value in pairs:
        if bracketed := _BRACKETS.fullmatch(name):
            objects.setdefault(bracketed[1], {})[bracketed[2]] = value
        else:
            values.setdefault(name, []).append(value)
    converted: dict[str, Any] = {}
    for parameter in operation.parameters:
        if parameter.location != "query":
            continue
        if parameter.name in values:
            converted[parameter.name] = _convert(parameter.schema, values[parameter.name])
        elif parameter.name in objects:
            converted[parameter.name] = objects[parameter.name]
    return converted


def _convert(raw_schema: Json, values: list[str]) -> Any:
    schema = spec.load().resolve(raw_schema)
    if _has_type(schema, "array"):
        return [_scalar(schema.get("items", {}), item) for value in values if value for item in value.split(",")]
    return _scalar(schema, values[-1])


def _scalar(raw_schema: Mapping[str, Any], value: str) -> Any:
    schema = spec.load().resolve(dict(raw_schema))
    if _has_type(schema, "integer") and _INTEGER.fullmatch(value):
        return int(value)
    if _has_type(schema, "number") and _NUMBER.fullmatch(value):
        return float(value)
    if _has_type(schema, "boolean") and value in ("true", "false"):
        return value == "true"
    return value


def _has_type(schema: Json, name: str) -> bool:
    types = schema.get("type")
    return types == name or (isinstance(types, list) and name in types)
