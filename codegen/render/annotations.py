"""Type annotations and parameters as Python text."""

from collections.abc import Callable

from codegen.ir import Argument, Field, Type
from codegen.render.text import literal

IsModel = Callable[[str], bool]


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


def argument_annotation(type_: Type, is_model: IsModel) -> str:
    """Return the annotation of an argument, which accepts more types than the API returns: mappings, sequences, ISO 8601 strings."""
    match type_.kind:
        case "named" if is_model(type_.name):
            return f"{type_.name} | Mapping[str, Any]"
        case "list":
            return f"Sequence[{argument_annotation(type_.parts[0], is_model)}]"
        case "map":
            return f"Mapping[str, {argument_annotation(type_.parts[0], is_model)}]"
        case "datetime":
            return "datetime | str"
        case "union":
            return " | ".join(dict.fromkeys(argument_annotation(part, is_model) for part in type_.parts))
        case _:
            return annotation(type_)


def parameter(argument: Argument, is_model: IsModel, *, required: bool | None = None) -> str:
    """Return a parameter of a signature, with annotation and default."""
    is_required = argument.required if required is None else required
    text = argument_annotation(argument.type, is_model)
    if is_required:
        return f"{argument.name}: {text}"
    if argument.sent_default:
        return f"{argument.name}: {text} = {literal(argument.sent_default)}"
    if argument.location == "body":
        return f"{argument.name}: {text} | NotGiven = NOT_GIVEN"
    return f"{argument.name}: {text} = None" if text.endswith("None") else f"{argument.name}: {text} | None = None"
