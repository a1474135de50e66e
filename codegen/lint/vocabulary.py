"""Retired names and wording in descriptions, summaries and titles."""

from collections.abc import Iterator
from typing import Any

from codegen import vocabulary
from codegen.document import Document
from codegen.json_pointer import escape
from codegen.problems import Problem, SourceLocation


def check_vocabulary(document: Document) -> None:
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
            child = f"{pointer}/{escape(key)}"
            if key in vocabulary.DESCRIPTIONS and isinstance(value, str):
                yield child, value
            elif key not in vocabulary.VALUES:
                yield from _texts(child, value)
