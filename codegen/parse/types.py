"""JSON Schema → types of the intermediate representation."""

from typing import Any

from codegen.document import Document, component_name
from codegen.ir import Kind, Type

_SCALARS: dict[str, Kind] = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "null": "none",
}
# String formats and the type of their values.
_FORMATS: dict[str, Kind] = {"date-time": "datetime", "email": "str", "password": "str", "uri": "str"}


def type_of(document: Document, schema: dict[str, Any], pointer: str) -> Type:
    """Return the type of the values that `schema` describes."""
    if "$ref" in schema:
        name = component_name(schema)
        target = document.schemas[name]
        return Type("named", name) if is_named_type(target) else type_of(document, target, pointer)
    if "const" in schema:
        return Type("const", value=schema["const"])
    if "anyOf" in schema:
        return _union(document, schema["anyOf"], pointer)
    match schema.get("type"):
        case None:
            return Type("any")
        case list() as kinds:
            return _union(document, [{**schema, "type": kind} for kind in kinds], pointer)
        case "array":
            return Type("list", parts=(type_of(document, schema["items"], f"{pointer}/items"),))
        case "object":
            values = schema.get("additionalProperties") or {}
            values = {} if values is True else values
            return Type("map", parts=(type_of(document, values, f"{pointer}/additionalProperties"),))
        case "string" if "format" in schema:
            if schema["format"] not in _FORMATS:
                document.problem(pointer, f"no Python type is defined for the string format {schema['format']}")
            return Type(_FORMATS.get(schema["format"], "str"))
        case kind:
            return Type(_SCALARS[kind])


def is_named_type(schema: dict[str, Any]) -> bool:
    """Return whether a component becomes a class or an alias; the type of a map or an array is inlined instead."""
    return not {"properties", "enum", "oneOf"}.isdisjoint(schema)


def _union(document: Document, schemas: list[dict[str, Any]], pointer: str) -> Type:
    """Return a union with None last."""
    parts = [type_of(document, schema, pointer) for schema in schemas]
    return Type("union", parts=tuple(sorted(parts, key=lambda part: part.kind == "none")))
