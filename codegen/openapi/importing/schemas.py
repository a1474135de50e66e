"""Schemas in the form of the spec: named components without allOf."""

from collections.abc import Sequence
from typing import Any

from attrs import define, evolve, field

from codegen.document import Document, schema_pointer
from codegen.naming import python_name
from codegen.openapi.alternatives import Alternative, alternatives, component_of, properties_of
from codegen.openapi.comparison.tags import constants
from codegen.openapi.importing.components import Components
from codegen.openapi.importing.names import pascal_case, singular
from codegen.openapi.importing.texts import description, mark
from codegen.openapi.nodes import Node, referenced

_SECRETS = ("secret", "token", "password")
_FORMATS = ("date-time", "date", "email", "uri", "uuid", "password")


_LIST_TEXTS = {"data": "The items on this page.", "list_metadata": "The cursors of the previous and next pages."}


@define
class SchemaImporter:
    """Converts schemas of the other document.

    Attributes:
        theirs: The other document.
        components: The components that the converted schemas refer to.
    """

    theirs: Document
    components: Components
    _names: dict[Any, str] = field(factory=dict, init=False)

    def convert(self, nodes: Sequence[Node], name: str, text: str = "", *, is_request: bool = False) -> dict[str, Any]:
        """Return the schema of a value that satisfies one of several schemas.

        Args:
            nodes: The schemas of the other document.
            name: The name of the component if the schema needs one and is not a component of the other document.
            text: The description of that component if the schema has none.
            is_request: Whether a client sends the value; only then are limits and defaults kept.
        """
        choices = [choice for node in nodes for choice in alternatives(self.theirs, node)]
        kinds: dict[str, list[Alternative]] = {}
        for choice in choices:
            for kind in choice.types or {""}:
                kinds.setdefault(kind, []).append(choice)
        is_nullable = kinds.pop("null", None) is not None
        if not kinds or "" in kinds:
            return {}
        schemas = [
            self._of_one_type(kind, kinds[kind], name, text, is_nullable=is_nullable, is_request=is_request)
            for kind in sorted(kinds)
        ]
        if len(schemas) == 1 and "type" in schemas[0]:
            return {**schemas[0], "type": [schemas[0]["type"], "null"]} if is_nullable else schemas[0]
        if len(schemas) == 1 and not is_nullable:
            return schemas[0]
        return {"anyOf": [*schemas, {"type": "null"}] if is_nullable else schemas}

    def _of_one_type(
        self, kind: str, choices: list[Alternative], name: str, text: str, *, is_nullable: bool, is_request: bool
    ) -> dict[str, Any]:
        limits = _limits(choices) if is_request else {}
        if kind == "array":
            items = [choice.items for choice in choices if choice.items]
            return {"type": kind, "items": self.convert(items, singular(name), text, is_request=is_request), **limits}
        if kind == "object" and any(choice.properties for choice in choices):
            return self._component(choices, name, text, is_request)
        if kind == "object":
            members = [choice.map_values for choice in choices if choice.map_values]
            return {
                "type": kind,
                "additionalProperties": self.convert(members, f"{name}Value", text, is_request=is_request),
                **limits,
            }
        values = _values(choices)
        if kind == "string" and values:
            if len(values) > 1 or is_nullable:
                return self._component(choices, name, text, is_request) | limits
            return {"const": values[0]}
        formats = {choice.format for choice in choices}
        format_ = {"format": formats.pop()} if len(formats) == 1 and formats <= {*_FORMATS} else {}
        return {"type": kind, **format_, **limits}

    def _component(self, choices: list[Alternative], name: str, text: str, is_request: bool) -> dict[str, Any]:
        """Return a reference to the component of an object, a union or an enum."""
        component = component_of(choices)
        key = component or frozenset(choice.pointer for choice in choices)
        if key not in self._names:
            self._names[key] = self.components.find(component, name, choices)
        if not self._names[key]:
            self._names[key] = self.components.add(component, name, choices[0].pointer)
            found = self._text(Node({"$ref": f"#{schema_pointer(component)}"}, "")) if component else ""
            found = found or (choices[0].description if len(choices) == 1 else "") or text
            schema = self._new(choices, self._names[key], is_request)
            self.components.new[self._names[key]] = _with_description(schema, found)
        return {"$ref": f"#{schema_pointer(self._names[key])}"}

    def _new(self, choices: list[Alternative], name: str, is_request: bool) -> dict[str, Any]:
        values = _values(choices)
        if values:
            return {"type": "string", "enum": values}
        tag, groups = _union(self.theirs, choices)
        if tag:
            return self._union(choices, name, tag, groups, is_request)
        properties = properties_of(choices)
        schema: dict[str, Any] = {"type": "object"}
        required = [key for key, value in properties.items() if value.is_required]
        if required:
            schema["required"] = required
        texts = _LIST_TEXTS if properties.keys() >= _LIST_TEXTS.keys() else {}
        schema["properties"] = {
            key: self.member(value.nodes, key, name, texts.get(key, ""), is_request=is_request)
            for key, value in properties.items()
        }
        names: set[str] = set()
        for key, member in schema["properties"].items():
            if python_name(key) in names:
                member["x-name"] = mark()
            names.add(python_name(key))
        return schema

    def member(
        self, nodes: Sequence[Node], wire: str, owner: str, text: str = "", *, is_request: bool
    ) -> dict[str, Any]:
        """Return the schema of a property or a parameter, with its description.

        Args:
            nodes: The schemas of the other document.
            wire: The name of the property.
            owner: The component that has the property.
            text: The description if the schema has none.
            is_request: Whether a client sends the value.
        """
        text = next((found for found in map(self._text, nodes) if found), text)
        schema = self.convert(nodes, f"{owner}{pascal_case(wire)}", text, is_request=is_request)
        if schema.get("type") in ("string", ["string", "null"]) and wire.endswith(_SECRETS):
            schema["format"] = "password"
        if any(node.data.get("deprecated") for node in nodes):
            schema["deprecated"] = True
        return _with_description(schema, text)

    def _union(
        self,
        choices: list[Alternative],
        name: str,
        tag: str,
        groups: dict[str, list[Alternative]],
        is_request: bool,
    ) -> dict[str, Any]:
        component = component_of(choices)
        mapping: dict[str, str] = {}
        for value, group in groups.items():
            inner = [evolve(one, names=_after(one.names, component)) for one in group]
            mapping[value] = self._component(inner, f"{name}{pascal_case(value)}", "", is_request)["$ref"]
        return {
            "oneOf": [{"$ref": reference} for reference in mapping.values()],
            "discriminator": {"propertyName": tag, "mapping": mapping},
        }

    def _text(self, node: Node) -> str:
        """Return the description of a schema, else of the component that it refers to."""
        written = [one.get("description") for one in (node.data, *node.data.get("allOf", [])) if isinstance(one, dict)]
        own = next((text for text in written if text), "")
        return own or (self._text(referenced(self.theirs, node)) if "$ref" in node.data else "")


def _with_description(schema: dict[str, Any], text: str) -> dict[str, Any]:
    """Return a schema with a description, which follows the type, the constant or the reference."""
    first: dict[str, Any] = {key: schema[key] for key in ("type", "const", "$ref") if key in schema}
    return {**first, "description": description(text, schema), **schema}


def _limits(choices: list[Alternative]) -> dict[str, Any]:
    """Return the limits that all alternatives share."""
    first, *others = choices
    return {
        keyword: value
        for keyword, value in first.limits.items()
        if all(other.limits.get(keyword) == value for other in others)
    }


def _values(choices: list[Alternative]) -> list[str]:
    """Return the strings that are allowed; empty if any is."""
    values: dict[str, None] = {}
    for choice in choices:
        for value in choice.values or (None,):
            if not isinstance(value, str):
                return []
            values[value] = None
    return [*values]


def _union(document: Document, choices: list[Alternative]) -> tuple[str, dict[str, list[Alternative]]]:
    """Return the property that tells the alternatives apart, with the alternatives by its value."""
    found = {tag: groups for tag, groups in constants(document, choices).items() if len(groups) > 1}
    tag = max(found, key=lambda name: len(found[name]), default="")
    return tag, found.get(tag, {})


def _after(names: tuple[str, ...], component: str) -> tuple[str, ...]:
    return names[names.index(component) + 1 :] if component in names else names
