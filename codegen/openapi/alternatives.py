"""The alternatives that a schema allows, with references, allOf, oneOf and anyOf resolved."""

from collections.abc import Mapping
from typing import Any

from attrs import define, field

from codegen.document import Document, component_name
from codegen.openapi.nodes import Node, referenced
from codegen.problems import CodegenError, Problem

LIMITS = (
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "minProperties",
    "maxProperties",
    "default",
)
_TYPE_OF_KEYWORD = {
    "properties": "object",
    "additionalProperties": "object",
    "patternProperties": "object",
    "items": "array",
}
_TYPE_OF_VALUE = {str: "string", bool: "boolean", int: "integer", float: "number", type(None): "null", list: "array"}
_DATE_FORMATS = ("date-time", "date")


@define
class Alternative:
    """One way to satisfy a schema. A schema with `oneOf` or `anyOf` has several.

    Attributes:
        pointer: The JSON pointer of the schema.
        names: The components that define the schema, outermost first: a union, then its member. Empty if it is inline.
        types: The allowed JSON types; None if every type is allowed.
        date_format: `date-time` or `date` if the schema has this format; empty otherwise.
        values: The allowed values; None if every value is allowed.
        properties: The schema of each property.
        required: The required properties.
        items: The schema of the items of an array.
        map_values: The schema of the values of a free-form object.
        limits: The limits and the default, by keyword.
    """

    pointer: str
    names: tuple[str, ...] = ()
    types: frozenset[str] | None = None
    date_format: str = ""
    values: tuple[Any, ...] | None = None
    properties: dict[str, Node] = field(factory=dict)
    required: frozenset[str] = frozenset()
    items: Node | None = None
    map_values: Node | None = None
    limits: dict[str, Any] = field(factory=dict)

    @property
    def is_null(self) -> bool:
        """Whether null is the only allowed value."""
        return self.types == frozenset({"null"})


def component_of(choices: list[Alternative]) -> str:
    """Return the innermost component that all alternatives except null are part of; empty if there is none."""
    common = ""
    for names in zip(*(choice.names for choice in choices if not choice.is_null), strict=False):
        if len(set(names)) > 1:
            break
        common = names[0]
    return common


def alternatives(document: Document, node: Node, trail: tuple[str, ...] = ()) -> list[Alternative]:
    """Return every way to satisfy a schema.

    Raises:
        CodegenError: The schema refers to itself, directly or through allOf, oneOf or anyOf.
    """
    if node.pointer in trail:
        location = document.locations.get(node.pointer)
        raise CodegenError([Problem("the schema refers to itself", location, node.pointer)])
    trail = (*trail, node.pointer)
    schema = node.data
    result = [_own(node)]
    if "$ref" in schema:
        members = alternatives(document, referenced(document, node), trail)
        component = component_name(dict(schema))
        for member in members:
            member.names = (component, *member.names) if component else member.names
        result = _every_pair(result, members)
    for index in range(len(schema.get("allOf", []))):
        result = _every_pair(result, alternatives(document, node.member("allOf", index), trail))
    for keyword in ("oneOf", "anyOf"):
        nodes = [node.member(keyword, index) for index in range(len(schema.get(keyword, [])))]
        if nodes:
            members = [member for nested in nodes for member in alternatives(document, nested, trail)]
            result = _every_pair(result, members)
    return result


def _own(node: Node) -> Alternative:
    """Return what the schema says without its allOf, oneOf and anyOf."""
    schema = node.data
    values = [schema["const"]] if "const" in schema else schema.get("enum", schema.get("x-extensible-enum"))
    types = _types(schema)
    if types is None and values:
        types = frozenset(_type_of(value) for value in values)
    maps: list[tuple[str, ...]] = [("patternProperties", pattern) for pattern in schema.get("patternProperties", {})]
    if schema.get("additionalProperties", False) is not False:
        maps.insert(0, ("additionalProperties",))
    return Alternative(
        node.pointer,
        types=types,
        date_format=schema["format"] if schema.get("format") in _DATE_FORMATS else "",
        values=None if values is None else tuple(value for value in values if value is not None),
        properties={name: node.member("properties", name) for name in schema.get("properties", {})},
        required=frozenset(schema.get("required", [])),
        items=node.member("items") if "items" in schema else None,
        map_values=node.member(*maps[0]) if maps else None,
        limits={keyword: schema[keyword] for keyword in LIMITS if keyword in schema},
    )


def _types(schema: Mapping[str, Any]) -> frozenset[str] | None:
    written = schema.get("type")
    types: set[str] = {written} if isinstance(written, str) else set(written or ())
    if not types:
        types = {type_ for keyword, type_ in _TYPE_OF_KEYWORD.items() if keyword in schema}
    if types and schema.get("nullable"):
        types.add("null")
    return frozenset(types) or None


def _type_of(value: Any) -> str:
    return _TYPE_OF_VALUE.get(type(value), "object")


def _every_pair(first: list[Alternative], second: list[Alternative]) -> list[Alternative]:
    return [_both(one, other) for one in first for other in second]


def _both(first: Alternative, second: Alternative) -> Alternative:
    """Return what satisfies both alternatives."""
    names = {**first.properties, **second.properties}
    types = first.types & second.types if first.types and second.types else first.types or second.types
    return Alternative(
        second.pointer,
        second.names or first.names,
        types,
        second.date_format or first.date_format,
        _common_values(first.values, second.values),
        {name: _all_of(first.properties.get(name), second.properties.get(name)) for name in names},
        first.required | second.required,
        second.items or first.items,
        second.map_values or first.map_values,
        first.limits | second.limits,
    )


def _common_values(first: tuple[Any, ...] | None, second: tuple[Any, ...] | None) -> tuple[Any, ...] | None:
    if first is None or second is None:
        return second if first is None else first
    return tuple(value for value in second if value in first)


def _all_of(first: Node | None, second: Node | None) -> Node:
    """Return the schema of a property that one or both of two schemas define."""
    if first is None or second is None:
        return first or second or Node({}, "")
    return Node({"allOf": [first.data, second.data]}, second.pointer)
