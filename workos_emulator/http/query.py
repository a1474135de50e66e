"""Query parameters as JSON values, converted by their schemas."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from workos_emulator.http import errors, spec
from workos_emulator.http.spec import Json, Operation, Parameter

_INTEGER = re.compile(r"-?[0-9]{1,18}")
_NUMBER = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?")
_BRACKETS = re.compile(r"([^\[\]]+)\[([^\[\]]*)\]")

_UI_LOCALES = frozenset({"ui_locales"})
_ALSO_READ: dict[str, frozenset[str]] = dict.fromkeys(
    ("getAuthorizationUrl", "getSsoAuthorizationUrl", "getLogoutUrl", "getSsoLogoutUrl"), _UI_LOCALES
)
"""The undocumented parameters that an operation reads nevertheless: the language of the hosted pages."""


def read(operation: Operation, text: str) -> dict[str, Any]:
    """Return the query parameters that the operation documents. A repeated one has its last value.

    Arrays are comma-separated (`events=a,b`), repeated (`events=a&events=b`) or in brackets (`events[]=a`, `events[0]=a`); objects are
    in brackets (`name[key]=value`). A value that cannot be converted stays a string, which validation then rejects.

    Raises:
        ApiError: 400 if the query has more than 1,000 fields.
    """
    if not text:
        return {}
    values: dict[str, list[str]] = {}
    objects: dict[str, dict[str, str]] = {}
    for name, value in _pairs(text):
        parameter, key = _split(operation, name)
        if key is None:
            values.setdefault(parameter, []).append(value)
        else:
            objects.setdefault(parameter, {})[key] = value
    converted: dict[str, Any] = {}
    for each in _documented(operation):
        if each.name in values:
            converted[each.name] = _convert(each.schema, values[each.name])
        elif each.name in objects:
            converted[each.name] = objects[each.name]
    return converted


def unknown_names(operation: Operation, text: str) -> list[str]:
    """Return the names of the query parameters that the operation does not document, as sent."""
    if not text:
        return []
    documented = {parameter.name for parameter in _documented(operation)} | _ALSO_READ.get(operation.id, frozenset())
    names = dict.fromkeys(name for name, _ in _pairs(text))
    return [name for name in names if _split(operation, name)[0] not in documented]


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, max_num_fields=1000)
    except ValueError:
        raise errors.plain(400, "The query has too many fields.") from None


def _documented(operation: Operation) -> list[Parameter]:
    return [parameter for parameter in operation.parameters if parameter.location == "query"]


def _split(operation: Operation, name: str) -> tuple[str, str | None]:
    """Return the parameter that a name in a query belongs to, and the key, if the parameter is an object."""
    bracketed = _BRACKETS.fullmatch(name)
    for parameter in _documented(operation) if bracketed else ():
        if bracketed and parameter.name == bracketed[1]:
            schema = spec.load().resolve(parameter.schema)
            if _has_type(schema, "object") and bracketed[2]:
                return bracketed[1], bracketed[2]
            if _has_type(schema, "array") and (not bracketed[2] or bracketed[2].isdecimal()):
                return bracketed[1], None
    return name, None


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
