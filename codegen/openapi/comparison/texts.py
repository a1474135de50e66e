"""How the two sides of a difference are written."""

from typing import Any

from codegen.openapi.alternatives import Alternative
from codegen.openapi.nodes import Node

_MOST_VALUES = 10
_DATE_FORMATS = ("date-time", "date")


def required_text(is_required: bool) -> str:
    """Return `required` or `optional`."""
    return "required" if is_required else "optional"


def deprecated_text(*nodes: Node) -> str:
    """Return whether one of several objects is deprecated, as `deprecated` or `not deprecated`."""
    written = [schema for node in nodes for schema in (node.data, *node.data.get("allOf", []))]
    return "deprecated" if any(isinstance(one, dict) and one.get("deprecated") for one in written) else "not deprecated"


def types_text(choices: list[Alternative]) -> str:
    """Return the types of a schema as text, such as `string (date-time) | null`."""
    types: set[str] = set()
    for choice in choices:
        if choice.types is None:
            return "any"
        for type_ in choice.types:
            is_date = type_ == "string" and choice.format in _DATE_FORMATS
            types.add(f"string ({choice.format})" if is_date else type_)
    return " | ".join(sorted(types, key=lambda type_: (type_ == "null", type_)))


def values_text(values: list[Any] | None) -> str:
    """Return the allowed values, or how many there are; `any` for None."""
    if values is None:
        return "any"
    return f"{len(values)} values" if len(values) > _MOST_VALUES else " | ".join(map(str, values))
