"""Marked values: `python -m codegen add` marks what the user must complete."""

from typing import Any

from codegen.document import Document
from codegen.json_pointer import escape
from codegen.problems import Problem, SourceLocation
from codegen.vocabulary import VALUES

MARK = "TODO"


def check_marks(document: Document) -> None:
    """Record values that start with the mark."""
    _check(document, "", document.data)
    for resource in document.resources.values():
        if MARK in (resource.name[: len(MARK)], resource.class_name[: len(MARK)], resource.description[: len(MARK)]):
            location = SourceLocation(resource.source, 1)
            document.problems.append(Problem(f"complete the values that start with {MARK}", location, "/x-resource"))


def _check(document: Document, pointer: str, node: Any) -> None:
    if isinstance(node, str) and node.startswith(MARK):
        document.problem(pointer, f"complete this value: {node!r}")
    elif isinstance(node, dict):
        for key, value in node.items():
            if key not in VALUES:
                _check(document, f"{pointer}/{escape(key)}", value)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            _check(document, f"{pointer}/{index}", value)
