"""Writing Python text: literals, docstrings, annotations."""

import json
import textwrap
from typing import Any

from codegen.ir import Argument, Field, Type

WIDTH = 108


def literal(value: Any) -> str:
    """A Python literal with double quotes."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{literal(key)}: {literal(item)}" for key, item in value.items()) + "}"
    if isinstance(value, (tuple, list)):
        return f"({', '.join(map(literal, value))}{',' if len(value) == 1 else ''})"
    return repr(value)


def wrap(text: str, indent: int = 0) -> str:
    """A paragraph broken to lines; all but the first are indented."""
    lines = textwrap.wrap(" ".join(text.split()), WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    return f"\n{' ' * indent}".join(lines)


def docstring(paragraphs: str, indent: int) -> str:
    r"""A docstring at `indent`. Paragraphs are separated by a blank line; indented lines stay as they are."""
    text = paragraphs.strip().replace("\\", "\\\\").replace('"""', "'''")
    blocks = [block if "\n" in block or block.startswith(" ") else wrap(block) for block in text.split("\n\n")]
    body = "\n\n".join(blocks)
    if body.endswith('"'):
        body += " "
    if "\n" not in body:
        return f'"""{body}"""'
    pad = " " * indent
    lines = "\n".join(f"{pad}{line}" if line.strip() else "" for line in body.splitlines())
    return f'"""{lines.strip()}\n{pad}"""'


def attribute_docstring(text: str, indent: int) -> str:
    """The description of a field or alias, as a string below it."""
    return docstring(text, indent)


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
