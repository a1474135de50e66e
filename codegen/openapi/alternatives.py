"""The alternatives that a schema allows, with references, allOf, oneOf and anyOf resolved."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from attrs import define, evolve, field

from codegen.document import Document, component_name
from codegen.openapi.nodes import Node, referenced
from codegen.problems import CodegenError, Problem

NUMERIC_LIMITS = (
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "minProperties",
    "maxProperties",
)
LIMITS = (*NUMERIC_LIMITS, "default")
_TYPE_OF_KEYWORD = {
    "properties": "object",
    "additionalProperties": "object",
    "patternProperties": "object",
    "items": "array",
}
_TYPE_OF_VALUE = {str: "string", bool: "boolean", int: "integer", float: "number", type(None): "null", list: "array"}


class Property(NamedTuple):
    """A property of an object that satisfies one of several alternatives.

    Attributes:
        nodes: Its schemas. A value satisfies one of them.
        is_required: Whether every alternative requires it.
    """

    nodes: list[Node]
    is_required: bool


@define
class Alternative:
    """One way to satisfy a schema. A schema with `oneOf` or `anyOf` has several.

    Attributes:
        pointer: The JSON pointer of the schema.
        names: The components that define the schema, outermost first: a union, then its member. Empty if it is inline.
        types: The allowed JSON types; None if every type is allowed.
        format: The format, such as `date-time`; empty if there is none.
        values: The allowed values; None if every value is allowed.
        properties: The schema of each property.
        required: The required properties.
        items: The schema of the items of an array.
        map_values: The schema of the values of a free-form object.
        limits: The limits and the default, by keyword.
        description: The description; empty if there is none.
    """

    pointer: str
    names: tuple[str, ...] = ()
    types: frozenset[str] | None = None
    format: str = ""
    values: tuple[Any, ...] | None = None
    properties: dict[str, Node] = field(factory=dict)
    required: frozenset[str] = frozenset()
    items: Node | None = None
    map_values: Node | None = None
    limits: dict[str, Any] = field(factory=dict)
    description: str = ""

    @property
    def is_null(self) -> bool:
        """Whether null is the only allowed value."""
        return self.types == frozenset({"null"})

    @property
    def is_trivial(self) -> bool:
        """Whether the schema allows every value."""
        return evolve(self, names=(), description="") == Alternative(self.pointer)


def component_of(choices: list[Alternative]) -> str:
    """Return the innermost component that all alternatives except null are part of; empty if there is none."""
    common = ""
    for names in zip(*(choice.names for choice in choices if not choice.is_null), strict=False):
        if len(set(names)) > 1:
            break
        common = names[0]
    return common


def properties_of(choices: list[Alternative]) -> dict[str, Property]:
    """Return the properties of the objects among several alternatives."""
    objects = [choice for choice in choices if choice.properties or (choice.types and "object" in choice.types)]
    names = {name: None for choice in objects for name in choice.properties}
    return {
        name: Property(
            [choice.properties[name] for choice in objects if name in choice.properties],
            all(name in choice.required for choice in objects),
        )
        for name in names
    }


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
    if schema.get("nullable") and not _types(schema):
        result.append(Alternative(node.pointer, types=frozenset({"null"})))
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
        format=str(schema.get("format", "")),
        values=None if values is None else tuple(value for value in values if value is not None),
        properties={name: node.member("properties", name) for name in schema.get("properties", {})},
        required=frozenset(schema.get("required", [])),
        items=node.member("items") if "items" in schema else None,
        map_values=node.member(*maps[0]) if maps else None,
        limits={keyword: schema[keyword] for keyword in LIMITS if keyword in schema},
        description=schema.get("description") or "",
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
        first.names if second.is_trivial else second.names if first.is_trivial else (),
        types,
        second.format or first.format,
        _common_values(first.values, second.values),
        {name: _all_of(first.properties.get(name), second.properties.get(name)) for name in names},
        first.required | second.required,
        second.items or first.items,
        second.map_values or first.map_values,
        first.limits | second.limits,
        second.description or first.description,
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
