"""Parameters in the form of the spec."""

from collections.abc import Collection
from typing import Any

from attrs import define, field

from codegen.document import Document, Operation
from codegen.openapi.comparison.requests import parameters
from codegen.openapi.comparison.schemas import SchemaComparison
from codegen.openapi.importing.schemas import SchemaImporter
from codegen.openapi.nodes import Node

_IDEMPOTENCY_KEY = ("header", "idempotency-key")
_CURSOR_PARAMETERS = {"before", "after", "order"}
_STYLES = {"array": ("form", False), "object": ("deepObject", True)}


@define
class ParameterImporter:
    """Converts the parameters of an operation.

    Attributes:
        theirs: The other document.
        ours: The spec.
        schemas: The converter of schemas.
        owner: The start of the names of new components.
        names: The names of the path parameters in the spec.
        has_idempotency_key: Whether the operation has the header `Idempotency-Key`.
    """

    theirs: Document
    ours: Document
    schemas: SchemaImporter
    owner: str
    names: dict[str, str]
    has_idempotency_key: bool = field(default=False, init=False)

    def convert(self, operation: Operation, shared: Collection[str], *, is_list: bool) -> list[dict[str, Any]]:
        """Return the parameters.

        Args:
            operation: The operation of the other document.
            shared: The path parameters that the spec already has at the path.
            is_list: Whether the operation has the shared parameters of a list.
        """
        result: list[dict[str, Any]] = []
        for key, node in parameters(self.theirs, operation):
            kind, name = node.data["in"], node.data["name"]
            if key == _IDEMPOTENCY_KEY:
                self.has_idempotency_key = True
            elif kind not in ("path", "query"):
                self.theirs.problem(node.pointer, f"{kind} parameters are not supported ({name})")
            elif kind == "path" and self.names.get(name, name) in shared:
                continue
            else:
                reference = self._shared(name, node) if is_list else ""
                result.append({"$ref": reference} if reference else self._convert(node))
        return result

    def _convert(self, node: Node) -> dict[str, Any]:
        data = node.data
        is_path = data["in"] == "path"
        name = str(self.names.get(data["name"], data["name"]) if is_path else data["name"])
        schema_node = node.member("schema") if "schema" in data else Node({"type": "string"}, node.pointer)
        if data.get("description"):
            schema_node = Node({**schema_node.data, "description": data["description"]}, schema_node.pointer)
        schema = self.schemas.member([schema_node], name, self.owner, is_request=True)
        result: dict[str, Any] = {"name": name, "in": data["in"]}
        if is_path or data.get("required"):
            result["required"] = True
        if data.get("deprecated") or schema.pop("deprecated", False):
            result["deprecated"] = True
        style = _STYLES.get(str(schema.get("type")))
        if style and not is_path:
            result["style"], result["explode"] = style
        result["description"] = schema.pop("description")
        result["schema"] = schema
        return result

    def _shared(self, name: str, node: Node) -> str:
        """Return a reference to the shared parameter that a list has in the spec; empty if the limits differ."""
        for component, parameter in self.ours.data["components"]["parameters"].items():
            if (parameter["in"], parameter["name"]) == ("query", name):
                pointer = f"/components/parameters/{component}"
                comparison = SchemaComparison(self.theirs, self.ours)
                ours = Node(parameter["schema"], f"{pointer}/schema")
                comparison.compare(name, [node.member("schema")], [ours], is_request=True)
                if name in _CURSOR_PARAMETERS or not comparison.differences:
                    return f"#{pointer}"
        return ""
