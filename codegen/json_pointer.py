"""JSON pointers (RFC 6901) into a document."""

from collections.abc import Iterator
from typing import Any


def escape(token: str | int) -> str:
    """Return one reference token of a JSON pointer."""
    return str(token).replace("~", "~0").replace("/", "~1")


def walk(node: Any, pointer: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the JSON pointer and the value of every object inside a JSON value."""
    if isinstance(node, dict):
        yield pointer, node
        for key, value in node.items():
            yield from walk(value, f"{pointer}/{escape(key)}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from walk(value, f"{pointer}/{index}")
