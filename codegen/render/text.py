"""Python literals and docstrings as text."""

import json
import textwrap
from typing import Any

WIDTH = 108


def literal(value: Any) -> str:
    """Return a Python literal, with double-quoted strings."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{literal(key)}: {literal(item)}" for key, item in value.items()) + "}"
    if isinstance(value, (tuple, list)):
        return f"({', '.join(map(literal, value))}{',' if len(value) == 1 else ''})"
    return repr(value)


def wrap(text: str, indent: int = 0) -> str:
    """Return a paragraph wrapped to lines; all lines but the first are indented."""
    lines = textwrap.wrap(" ".join(text.split()), WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    return f"\n{' ' * indent}".join(lines)


def docstring(paragraphs: str, indent: int) -> str:
    r"""Return a docstring indented by `indent`.

    Paragraphs are separated by a blank line. One that has several lines or is indented is not wrapped.
    """
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
