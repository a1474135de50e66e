"""Type annotations and parameters as Python text."""

from collections.abc import Mapping

from codegen.ir import Argument, Definition, Field, Model, Type, Union
from codegen.naming import param_name
from codegen.render.text import literal

Types = Mapping[str, Definition]


def annotation(type_: Type) -> str:
    """Return the annotation of a value that the API returns."""
    match type_.kind:
        case "named":
            return type_.name
        case "list":
            return f"list[{annotation(type_.parts[0])}]"
        case "map":
            return f"dict[str, {annotation(type_.parts[0])}]"
        case "union":
            return " | ".join(dict.fromkeys(annotation(part) for part in type_.parts))
        case "const":
            return f"Literal[{literal(type_.value)}]"
        case "none":
            return "None"
        case "any":
            return "Any"
        case simple:
            return simple


def field_annotation(item: Field) -> str:
    """Return the annotation of a model's field; one that is not required may be None."""
    text = annotation(item.type)
    return text if item.required or item.type.is_nullable() else f"{text} | None"


def argument_annotation(type_: Type, types: Types) -> str:
    """Return the annotation of an argument, which accepts more types than the API returns: `TypedDict`s, mappings, sequences, ISO 8601 strings."""
    match type_.kind:
        case "named":
            return " | ".join([type_.name, *map(param_name, _models(types[type_.name]))])
        case "list":
            return f"Sequence[{argument_annotation(type_.parts[0], types)}]"
        case "map":
            return f"Mapping[str, {argument_annotation(type_.parts[0], types)}]"
        case "datetime":
            return "datetime | str"
        case "union":
            return " | ".join(dict.fromkeys(argument_annotation(part, types) for part in type_.parts))
        case _:
            return annotation(type_)


def _models(definition: Definition) -> tuple[str, ...]:
    if isinstance(definition, Union):
        return definition.members
    return (definition.name,) if isinstance(definition, Model) else ()


def parameter(argument: Argument, types: Types, *, required: bool | None = None) -> str:
    """Return a parameter of a signature, with annotation and default."""
    is_required = argument.required if required is None else required
    text = argument_annotation(argument.type, types)
    if is_required:
        return f"{argument.name}: {text}"
    if argument.sent_default:
        return f"{argument.name}: {text} = {literal(argument.sent_default)}"
    if argument.location == "body":
        return f"{argument.name}: {text} | NotGiven = NOT_GIVEN"
    return f"{argument.name}: {text} = None" if text.endswith("None") else f"{argument.name}: {text} | None = None"
