"""Descriptions, which become docstrings: whole sentences, limits mentioned, no text shared by many operations."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from codegen.document import Document, schema_pointer
from codegen.json_pointer import escape

# Schema keywords that limit a value, with the limit that need not be mentioned.
_LIMITS = {
    "maxLength": None,
    "maxItems": None,
    "maxProperties": None,
    "minLength": 1,
    "minItems": 1,
    "minProperties": 1,
    "minimum": 0,
    "maximum": None,
}
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "zero": 0}
_SHARED = 4
"""How many operations may share a description, as variants of one operation. A text for more of them is too general."""


def check_wording(document: Document) -> None:
    """Check the descriptions of a well-formed document."""
    for pointer, owner, node in _described(document):
        text = " ".join(node.get("description", "").split())
        if text and not text.endswith((".", "`", ":", "?", ")")):
            document.problem(f"{pointer}/description", "a description must be whole sentences that end with a period")
        if text and len(text.split()) < 2:
            document.problem(f"{pointer}/description", f"{text!r} does not describe {owner}")
        for keyword, limit in missing_limits(text, node.get("schema", node)):
            document.problem(f"{pointer}/description", f"the description does not mention the limit {keyword}: {limit}")
    _operations(document)


def missing_limits(text: str, schema: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the keyword and the value of each limit of a schema that its description does not mention."""
    for keyword, obvious in _LIMITS.items():
        limit = schema.get(keyword)
        if limit is not None and limit != obvious and not _mentions(text, limit):
            yield keyword, limit


def _described(document: Document) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for name, schema in document.schemas.items():
        pointer = schema_pointer(name)
        yield pointer, name, {"description": schema["description"]}
        for field, member in schema.get("properties", {}).items():
            yield f"{pointer}/properties/{escape(field)}", field, member
    for pointer, parameter in document.parameters():
        yield pointer, parameter["name"], parameter


def _mentions(text: str, limit: float) -> bool:
    numbers = {float(number.replace(",", "")) for number in re.findall(r"\d[\d,]*(?:\.\d+)?", text)}
    return limit in numbers or any(value == limit and word in text.lower() for word, value in _WORDS.items())


def _operations(document: Document) -> None:
    operations = [*document.operations()]
    for part, most in (("summary", 1), ("description", _SHARED)):
        counts = Counter(" ".join(operation.data.get(part, "").split()) for operation in operations)
        for operation in operations:
            text = " ".join(operation.data.get(part, "").split())
            if text and counts[text] > most:
                document.problem(f"{operation.pointer}/{part}", f"{counts[text]} operations have this {part}")
