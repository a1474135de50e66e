"""Component schemas → models, enums and unions."""

from attrs import evolve

from codegen.document import Document, component_name
from codegen.ir import Definition, Enum, Field, Model, Type, Union
from codegen.parse.fields import read_properties
from codegen.parse.types import is_named_type

_MEMBER_SPECIFIC = "Every member of the union has this field; its meaning depends on the member."


def read_types(document: Document, skipped: set[str]) -> dict[str, Definition]:
    """Return the types of all component schemas except those in `skipped` and those whose type is inlined."""
    types = {
        name: _read(document, name)
        for name, schema in document.schemas.items()
        if name not in skipped and is_named_type(schema)
    }
    return {
        name: _with_common_fields(definition, types) if isinstance(definition, Union) else definition
        for name, definition in types.items()
    }


def _read(document: Document, name: str) -> Definition:
    schema, module = document.schemas[name], document.modules[name]
    if "oneOf" in schema:
        members = tuple(map(component_name, schema["oneOf"]))
        return Union(name, module, schema["description"], schema["discriminator"]["propertyName"], members)
    if "enum" in schema:
        return Enum(name, module, schema["description"], tuple(schema["enum"]))
    return Model(name, module, schema["description"], read_properties(document, name))


def _with_common_fields(union: Union, types: dict[str, Definition]) -> Union:
    """Add the fields that all members of a union have."""
    members = [definition for name in union.members if isinstance(definition := types[name], Model)]
    fields = [{item.name: item for item in member.fields} for member in members]
    common: list[Field] = []
    for item in members[0].fields if members else ():
        twins = [field[item.name] for field in fields if item.name in field]
        if item.name == union.tag or len(twins) < len(members):
            continue
        common.append(
            evolve(
                item,
                type=item.type if all(twin.type == item.type for twin in twins) else Type("any"),
                required=all(twin.required for twin in twins),
                description=item.description
                if all(twin.description == item.description for twin in twins)
                else _MEMBER_SPECIFIC,
            )
        )
    return evolve(union, common=tuple(common))
