"""Annotations and parameters as text."""

from typing import Any

from codegen.ir import Argument, Field, Type
from codegen.render.text import literal


def annotation(kind: Type) -> str:
    """The annotation of a value that the API sends."""
    match kind.kind:
        case "named":
            return kind.name
        case "list":
            return f"list[{annotation(kind.parts[0])}]"
        case "map":
            return f"dict[str, {annotation(kind.parts[0])}]"
        case "union":
            return " | ".join(dict.fromkeys(annotation(part) for part in kind.parts))
        case "const":
            return f"Literal[{literal(kind.value)}]"
        case "none":
            return "None"
        case "any":
            return "Any"
        case simple:
            return simple


def field_annotation(item: Field) -> str:
    """The annotation of a model's field: optional ones may be None."""
    text = annotation(item.type)
    return text if item.required or item.type.nullable() else f"{text} | None"


def argument_annotation(kind: Type, is_model: Any) -> str:
    """The annotation of an argument: more types than the API sends are accepted where they mean the same."""
    match kind.kind:
        case "named" if is_model(kind.name):
            return f"{kind.name} | Mapping[str, Any]"
        case "list":
            return f"Sequence[{argument_annotation(kind.parts[0], is_model)}]"
        case "map":
            return f"Mapping[str, {argument_annotation(kind.parts[0], is_model)}]"
        case "datetime":
            return "datetime | str"
        case "union":
            return " | ".join(dict.fromkeys(argument_annotation(part, is_model) for part in kind.parts))
        case _:
            return annotation(kind)


def parameter(argument: Argument, is_model: Any, *, required: bool | None = None) -> str:
    """An argument with its annotation and default, as it stands in a signature."""
    must = argument.required if required is None else required
    text = argument_annotation(argument.type, is_model)
    if must:
        return f"{argument.name}: {text}"
    if argument.location == "body":
        return f"{argument.name}: {text} | NotGiven = NOT_GIVEN"
    return f"{argument.name}: {text} = None" if text.endswith("None") else f"{argument.name}: {text} | None = None"
