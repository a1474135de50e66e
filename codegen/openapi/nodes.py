"""Values of an OpenAPI document with their JSON pointers."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from codegen.document import Document
from codegen.json_pointer import escape

_JSON = "application/json"


class Node(NamedTuple):
    """An object of a document as it is written, with its JSON pointer."""

    data: Mapping[str, Any]
    pointer: str

    def member(self, *keys: str | int) -> "Node":
        """Return an object nested in this one; an empty one in place of a value that is not an object, such as `true`."""
        value: Any = self.data
        for key in keys:
            value = value[key]
        pointer = "".join(f"/{escape(key)}" for key in keys)
        return Node(value if isinstance(value, dict) else {}, f"{self.pointer}{pointer}")


def referenced(document: Document, node: Node) -> Node:
    """Return the object that a `$ref` refers to; return any other object unchanged."""
    if "$ref" not in node.data:
        return node
    value = document.resolve({"$ref": node.data["$ref"]})
    return Node(value if isinstance(value, dict) else {}, str(node.data["$ref"]).removeprefix("#"))


def content_schema(document: Document, holder: Node) -> Node | None:
    """Return the schema of a request body or response, JSON if there are several; None if it has no body."""
    holder = referenced(document, holder)
    content = holder.data.get("content", {})
    for media_type in sorted(content, key=lambda name: name != _JSON):
        if "schema" in content[media_type]:
            return holder.member("content", media_type, "schema")
    return None
