"""What a description must say, since it becomes a docstring: checked as part of the lint."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from codegen import vocabulary
from codegen.document import Document, schema_pointer
from codegen.json_pointer import escape
from codegen.problems import Problem, SourceLocation

# Limits that a caller runs into, with the value that goes without saying.
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
"""How many operations may share a description: variants of one thing. More is a text that says nothing of any of them."""


def check_wording(document: Document) -> None:
    """Record what is wrong with the descriptions of a well-formed document."""
    for pointer, owner, node in _described(document):
        text = " ".join(node.get("description", "").split())
        if text and not text.endswith((".", "`", ":", "?", ")")):
            document.problem(f"{pointer}/description", "a description is whole sentences, with a full stop")
        if text and len(text.split()) < 2:
            document.problem(f"{pointer}/description", f"{text!r} does not say what {owner} is")
        schema = node.get("schema", node)
        for keyword, obvious in _LIMITS.items():
            limit = schema.get(keyword)
            if limit is not None and limit != obvious and not _mentions(text, limit):
                document.problem(f"{pointer}/description", f"the limit {keyword} {limit} is not mentioned")
    _operations(document)
    _vocabulary(document)


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
                document.problem(f"{operation.pointer}/{part}", f"{counts[text]} operations say this of themselves")


def _vocabulary(document: Document) -> None:
    """Record retired names and wording in texts that become docstrings."""
    words = vocabulary.load()
    for pointer, text in _texts("", document.data):
        for found, instead in words.find_in_prose(text):
            document.problem(pointer, f"{found!r}: write {instead}")
    for resource in document.resources.values():
        for found, instead in words.find_in_prose(resource.description):
            document.problems.append(
                Problem(f"{found!r}: write {instead}", SourceLocation(resource.source, 1), "/x-resource/description")
            )


def _texts(pointer: str, node: Any) -> Iterator[tuple[str, str]]:
    """Yield the descriptions, summaries and titles in a part of the document, with their pointers."""
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from _texts(f"{pointer}/{index}", item)
    elif isinstance(node, dict):
        for key, value in node.items():
            place = f"{pointer}/{escape(key)}"
            if key in vocabulary.DESCRIPTIONS and isinstance(value, str):
                yield place, value
            elif key not in vocabulary.VALUES:
                yield from _texts(place, value)
