"""Component schemas and the schemas nested in them."""

import re
from typing import Any

from codegen.document import Document, schema_pointer
from codegen.json_pointer import escape

_PASCAL_CASE = re.compile(r"[A-Z][A-Za-z0-9]*")
# Names that generated modules import.
_RESERVED = {
    "Any",
    "Literal",
    "Mapping",
    "Sequence",
    "Model",
    "NotGiven",
    "Operation",
    "Pager",
    "Request",
    "Response",
    "UNSET",
}


def check_schemas(document: Document) -> None:
    """Check every component schema."""
    resource_classes = {resource.class_name for resource in document.resources.values()}
    for name, schema in document.schemas.items():
        pointer = schema_pointer(name)
        if not _PASCAL_CASE.fullmatch(name) or name in _RESERVED:
            document.problem(
                pointer,
                f"{name} can't be a class name: use PascalCase, and no name that generated modules import",
            )
        if name in resource_classes:
            document.problem(pointer, f"{name} is already the class name of a resource")
        if "description" not in schema:
            document.problem(pointer, "a component needs a description")
        check_schema(document, schema, pointer, is_component=True)
        check_exclusive(document, schema, set(schema.get("properties", {})), pointer)


def check_exclusive(document: Document, node: dict[str, Any], fields: set[str], pointer: str) -> None:
    """Check that `x-exclusive` names existing fields."""
    for rule in node.get("x-exclusive", []):
        for name in [*(name for group in rule["groups"] for name in group), *rule.get("optional", [])]:
            if name not in fields:
                document.problem(f"{pointer}/x-exclusive", f"{name} is not a field here")
        singles = {group[0] for group in rule["groups"] if len(group) == 1}
        for name, condition in rule.get("allowed-with", {}).items():
            for field in {name, *condition} - singles:
                document.problem(f"{pointer}/x-exclusive", f"allowed-with: {field} is not a group of its own")


def check_schema(document: Document, schema: Any, pointer: str, *, is_component: bool = False) -> None:
    """Check a schema and the schemas nested in it, without following references."""
    if not isinstance(schema, dict) or "$ref" in schema:
        return
    if "allOf" in schema:
        document.problem(
            f"{pointer}/allOf", "allOf is not supported, because fields would be lost; write the fields out"
        )
    if not is_component:
        _check_inline(document, schema, pointer)
    for value in schema.get("enum", []):
        if not isinstance(value, str):
            document.problem(f"{pointer}/enum", f"enum value {value!r} is not a string; quote it")
    for name in schema.get("required", []):
        if name not in schema.get("properties", {}):
            document.problem(f"{pointer}/required", f"{name} is required but is not a property")
    for name, member in schema.get("properties", {}).items():
        child = f"{pointer}/properties/{escape(name)}"
        if "description" not in member:
            document.problem(child, "a property needs a description")
        check_schema(document, member, child)
    for key in ("items", "additionalProperties"):
        check_schema(document, schema.get(key), f"{pointer}/{key}")
    for index, member in enumerate(schema.get("anyOf", [])):
        check_schema(document, member, f"{pointer}/anyOf/{index}")
    if "oneOf" in schema:
        _check_union(document, schema, pointer)


def _check_inline(document: Document, schema: dict[str, Any], pointer: str) -> None:
    if "properties" in schema or "enum" in schema:
        document.problem(pointer, "an object with properties or an enum must be a named component")
    elif schema.get("type") == "object" and "additionalProperties" not in schema:
        document.problem(pointer, "a free-form object needs additionalProperties: {} or a schema")


def _check_union(document: Document, schema: dict[str, Any], pointer: str) -> None:
    discriminator = schema.get("discriminator", {})
    mapping = discriminator.get("mapping", {})
    members = [member.get("$ref") for member in schema["oneOf"]]
    if None in members:
        document.problem(
            f"{pointer}/oneOf", "the members of oneOf must be references to components; use anyOf for null"
        )
    elif set(mapping.values()) != set(members):
        document.problem(pointer, "a union needs a discriminator whose mapping lists exactly its members")
    for value, reference in mapping.items():
        tag = document.resolve({"$ref": reference}).get("properties", {}).get(discriminator["propertyName"], {})
        if tag.get("const") != value:
            document.problem(
                f"{pointer}/discriminator/mapping/{escape(value)}",
                f"{reference} has no discriminator constant {value!r}",
            )
