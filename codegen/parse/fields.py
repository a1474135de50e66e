"""Properties of objects and parameters of operations → fields."""

from typing import Any

from codegen.document import Document, schema_pointer
from codegen.ir import Field
from codegen.json_pointer import escape
from codegen.naming import python_name
from codegen.parse.types import type_of

# Names in the annotations of generated models. A field with such a name would shadow them inside its class.
_SHADOWING = {"str", "int", "float", "bool", "list", "dict", "datetime", "Literal", "Any"}


def read_properties(document: Document, schema_name: str) -> tuple[Field, ...]:
    """Return the properties of a component schema."""
    schema = document.schemas[schema_name]
    fields: list[Field] = []
    names: set[str] = set()
    for wire, member in schema["properties"].items():
        pointer = f"{schema_pointer(schema_name)}/properties/{escape(wire)}"
        item = read_field(document, wire, member, member, pointer, required=wire in schema.get("required", []))
        if item.name in names or item.name in _SHADOWING:
            document.problem(pointer, f"the Python name {item.name} is already in use; set another with x-name")
        names.add(item.name)
        fields.append(item)
    return tuple(fields)


def read_field(
    document: Document, wire: str, node: dict[str, Any], schema: dict[str, Any], pointer: str, *, required: bool
) -> Field:
    """Return one property or parameter.

    Args:
        document: The document.
        wire: The name in the API.
        node: The object with the description and the extensions.
        schema: The schema of the value; the same object as `node` for a property.
        pointer: The JSON pointer, for problems.
        required: Whether the value must be present.
    """
    return Field(
        name=node.get("x-name") or python_name(wire),
        wire=wire,
        type=type_of(document, schema, pointer),
        required=required,
        description=node["description"],
        deprecated=node.get("deprecated", False),
        secret=schema.get("format") == "password",
        from_client=node.get("x-from-client", ""),
        sent_default=node.get("x-sent-default", ""),
        sent_with=node.get("x-sent-with", ""),
        coercion=node.get("x-argument-coercion", ""),
    )
