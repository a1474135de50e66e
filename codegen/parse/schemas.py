"""Component schemas → models, enums and unions."""

from attrs import evolve

from codegen.document import Document, component_name
from codegen.ir import Enum, Field, Model, Type, Union
from codegen.parse.fields import read_properties
from codegen.parse.types import is_named_type

_OWN = "Every kind has this field, with a meaning of its own."


def read_types(document: Document, skipped: set[str]) -> dict[str, Model | Enum | Union]:
    """Return the types of all component schemas except those in `skipped` and those whose type is written in place."""
    types = {
        name: _read(document, name)
        for name, schema in document.schemas.items()
        if name not in skipped and is_named_type(schema)
    }
    return {name: _with_common_fields(kind, types) if isinstance(kind, Union) else kind for name, kind in types.items()}


def _read(document: Document, name: str) -> Model | Enum | Union:
    schema, module = document.schemas[name], document.modules[name]
    if "oneOf" in schema:
        members = tuple(map(component_name, schema["oneOf"]))
        return Union(name, module, schema["description"], schema["discriminator"]["propertyName"], members)
    if "enum" in schema:
        return Enum(name, module, schema["description"], tuple(schema["enum"]))
    return Model(name, module, schema["description"], read_properties(document, name))


def _with_common_fields(union: Union, types: dict[str, Model | Enum | Union]) -> Union:
    """Add the fields that all members of a union have."""
    members = [kind for name in union.members if isinstance(kind := types[name], Model)]
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
                description=item.description if all(twin.description == item.description for twin in twins) else _OWN,
            )
        )
    return evolve(union, common=tuple(common))
