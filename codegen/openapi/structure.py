"""The structure that an OpenAPI document must have to be read, as a JSON Schema. Other rules of the standard don't matter."""

from typing import Any

from codegen.document import METHODS
from codegen.openapi.alternatives import NUMERIC_LIMITS
from codegen.openapi.exclusive import BODY_KEYWORD, QUERY_KEYWORD

_TEXT = {"type": "string"}
_NUMBER = {"type": "number"}
_DESCRIPTION = {"type": ["string", "null"]}
_NAMES = {"type": "object", "additionalProperties": {"type": "array", "items": _TEXT}}


def _use(name: str) -> dict[str, str]:
    return {"$ref": f"#/$defs/{name}"}


def _map_of(name: str) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": _use(name)}


def _list_of(name: str) -> dict[str, Any]:
    return {"type": "array", "items": _use(name)}


def _record(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def _reference_or(required: list[str], **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {"$ref": _TEXT, **properties},
        "if": {"not": {"required": ["$ref"]}},
        "then": {"required": required},
    }


_OPERATION = _record(
    operationId=_TEXT,
    summary=_DESCRIPTION,
    description=_DESCRIPTION,
    security={"type": "array", "items": {"type": "object"}},
    parameters=_list_of("parameter"),
    requestBody=_use("body"),
    responses=_map_of("body"),
    **dict.fromkeys((QUERY_KEYWORD, BODY_KEYWORD), _map_of("exclusive groups")),
)

STRUCTURE: dict[str, Any] = {
    "type": "object",
    "required": ["paths"],
    "properties": {
        "paths": _map_of("path"),
        "components": _record(
            schemas=_map_of("schema"),
            parameters=_map_of("parameter"),
            responses=_map_of("body"),
            requestBodies=_map_of("body"),
        ),
    },
    "$defs": {
        "path": _record(parameters=_list_of("parameter"), **dict.fromkeys(METHODS, _OPERATION)),
        "parameter": _reference_or(
            ["name", "in"], **{"name": _TEXT, "in": _TEXT, "description": _DESCRIPTION, "schema": _use("schema")}
        ),
        "body": _reference_or([], description=_DESCRIPTION, content=_map_of("media type")),
        "exclusive groups": _record(variants=_NAMES, optionalFields=_NAMES),
        "media type": _record(schema=_use("schema")),
        "schema": {
            "type": ["object", "boolean"],
            "properties": {
                "$ref": _TEXT,
                "type": {"type": ["string", "array"], "items": _TEXT},
                "properties": _map_of("schema"),
                "patternProperties": _map_of("schema"),
                "additionalProperties": _use("schema"),
                "items": _use("schema"),
                "required": {"type": "array", "items": _TEXT},
                "enum": {"type": "array"},
                "description": _DESCRIPTION,
                **dict.fromkeys(NUMERIC_LIMITS, _NUMBER),
                **dict.fromkeys(("allOf", "oneOf", "anyOf"), _list_of("schema")),
            },
        },
    },
}
