"""Operations in the form of the spec."""

from collections.abc import Iterator
from typing import Any

from attrs import define, field

from codegen.document import Document, Operation, component_name, schema_pointer
from codegen.json_pointer import escape
from codegen.naming import python_name
from codegen.openapi.alternatives import alternatives, component_of, properties_of
from codegen.openapi.error_codes import error_codes
from codegen.openapi.exclusive import BODY_KEYWORD, QUERY_KEYWORD, as_extension, their_rules
from codegen.openapi.importing.names import (
    camel_case,
    operation_name,
    parameter_names,
    pascal_case,
    renamed_path,
    singular,
)
from codegen.openapi.importing.parameters import ParameterImporter
from codegen.openapi.importing.schemas import SchemaImporter
from codegen.openapi.importing.texts import description, mark
from codegen.openapi.nodes import Node, content_schema, referenced
from codegen.openapi.read import operation_key

_LIST_FIELDS = {"object", "data", "list_metadata"}
_LIST_PARAMETERS = {"limit", "before", "after", "order"}
_ERROR = {"$ref": "#/components/responses/Error"}


@define
class OperationImporter:
    """Converts operations of the other document.

    Attributes:
        theirs: The other document.
        ours: The spec.
        schemas: The converter of schemas.
    """

    theirs: Document
    ours: Document
    schemas: SchemaImporter
    _values: dict[str, set[str | None]] = field(factory=dict, init=False)

    def convert(self, operation: Operation, resource: str) -> tuple[str, dict[str, Any]]:
        """Return the path template and the operation object. What only the user can know is marked.

        Args:
            operation: The operation of the other document.
            resource: The resource that the operation belongs to.
        """
        data = operation.data
        name = operation_name(operation.method, operation.path, data.get("summary") or "")
        has_list = self._returns_list(operation)
        is_list = has_list and operation.queries >= _LIST_PARAMETERS
        result: dict[str, Any] = {
            "operationId": self._unique("operationId", camel_case(name)),
            "x-method": mark(f"{resource}.{name}"),
        }
        if is_list:
            result["x-pagination"] = "cursor"
        elif has_list:
            result["x-wrapped"] = "data"
        result |= self._security(operation)
        if "x-feature-flag" in data:
            result["x-feature-flag"] = data["x-feature-flag"]
        rules = their_rules(data, QUERY_KEYWORD)
        if rules:
            result["x-exclusive"] = [as_extension(rule) for rule in rules]
        result["summary"] = self._unique("summary", " ".join((data.get("summary") or "").split()).rstrip("."))
        if data.get("description"):
            result["description"] = description(data["description"], {})
        if data.get("deprecated"):
            result["deprecated"] = True
        path = self._add_parameters(operation, name, result, is_list=is_list)
        self._add_body(operation, name, resource, result)
        self._add_responses(operation, name, result, is_list=is_list)
        return path, result

    def _unique(self, key: str, value: str) -> str:
        """Return a value that no two operations may share; mark it if it is empty, or if another operation has it."""
        values = self._values.setdefault(key, {operation.data.get(key) for operation in self.ours.operations()})
        is_unique = value and value not in values
        values.add(value)
        return value if is_unique else mark(value)

    def _security(self, operation: Operation) -> dict[str, str]:
        security = operation.data.get("security")
        if security == []:
            return {"x-credentials": "none"}
        if security and "access_token" in security[0]:
            return {"x-credentials": "access_token"}
        return {}

    def _add_parameters(self, operation: Operation, name: str, result: dict[str, Any], *, is_list: bool) -> str:
        """Add the parameters, and return the path with their names."""
        names = parameter_names(operation.path)
        path = renamed_path(operation.path, names)
        shared: set[str] = set()
        for existing in self.ours.operations():
            if operation_key(existing)[1] == operation_key(operation)[1]:
                path = existing.path
                names = dict(zip(parameter_names(operation.path), parameter_names(path), strict=True))
                item = self.ours.data["paths"][path].get("parameters", [])
                shared = {self.ours.resolve(parameter)["name"] for parameter in item}
        importer = ParameterImporter(self.theirs, self.ours, self.schemas, pascal_case(name), names)
        found = importer.convert(operation, shared, is_list=is_list)
        if importer.has_idempotency_key:
            result["x-idempotency-key"] = True
        if found:
            result["parameters"] = found
        return path

    def _add_body(self, operation: Operation, name: str, resource: str, result: dict[str, Any]) -> None:
        body = Node(operation.data.get("requestBody") or {}, f"{operation.pointer}/requestBody")
        node = content_schema(self.theirs, body)
        if node is None:
            return
        request = f"{pascal_case(name)}Request"
        their_component = component_of(alternatives(self.theirs, node))
        if their_component:
            self.schemas.components.renamed.setdefault(their_component, request)
        schema = self.schemas.convert([node], request, "The request body.", is_request=True)
        component = component_name(schema)
        if not component and schema.get("type") != "object":
            self.theirs.problem(node.pointer, "a request body must be an object")
            return
        if not component:
            component = self.schemas.components.add("", request, node.pointer)
            self.schemas.components.new[component] = {"description": "The request body.", "properties": {}, **schema}
            schema = {"$ref": f"#{schema_pointer(component)}"}
        new = self.schemas.components.new.get(component, {})
        rules = their_rules(operation.data, BODY_KEYWORD)
        if rules and new:
            new["x-exclusive"] = [as_extension(rule) for rule in rules]
        schemas = {**self.ours.schemas, **self.schemas.components.new}
        members = schemas[component].get("oneOf", [])
        bodies = [schemas[component_name(member)] for member in members] or [schemas[component]]
        fields = {python_name(name) for one in bodies for name in one.get("properties", {})}
        for parameter in result.get("parameters", []):
            if python_name(parameter.get("name", "")) in fields:
                parameter["x-name"] = mark()
        if members:
            del result["x-method"]
            result["x-methods"] = [
                {
                    "method": mark(f"{resource}.{name}"),
                    "body": component_name(member),
                    "summary": mark(" ".join((operation.data.get("summary") or "").split())),
                }
                for member in members
            ]
        result["requestBody"] = {
            "required": bool(referenced(self.theirs, body).data.get("required")),
            "content": {"application/json": {"schema": schema}},
        }

    def _add_responses(self, operation: Operation, name: str, result: dict[str, Any], *, is_list: bool) -> None:
        nodes = self._success_nodes(operation)
        schema: dict[str, Any] | None = None
        if nodes:
            last = [segment for segment in operation.path.split("/") if segment and "{" not in segment][-1:]
            component = f"{pascal_case(singular(last[0]))}List" if is_list and last else f"{pascal_case(name)}Response"
            schema = self.schemas.convert([*nodes.values()], component, "One page of results." if is_list else "")
        responses: dict[str, Any] = {}
        codes: dict[str, list[str]] = {}
        for status, node in self._responses(operation):
            if status[0] in "45":
                responses[status] = dict(_ERROR)
                found = error_codes(self.theirs, node)
                if found:
                    codes[status] = found
            else:
                responses[status] = self._success(node, schema if status in nodes else None)
        result["responses"] = responses
        if codes:
            result["x-error-codes"] = codes

    def _success(self, node: Node, schema: dict[str, Any] | None) -> dict[str, Any]:
        data = referenced(self.theirs, node).data
        text = " ".join((data.get("description") or "").split())
        response: dict[str, Any] = {"description": description(text, {}) if " " in text else "The request succeeded."}
        if schema is not None:
            response["content"] = {"application/json": {"schema": schema}}
        elif data.get("content"):
            response["description"] = mark(f"the SDK decodes JSON only, not {', '.join(data['content'])}")
        return response

    def _success_nodes(self, operation: Operation) -> dict[str, Node]:
        """Return the schemas of the successful JSON responses by status."""
        nodes: dict[str, Node] = {}
        for status, response in self._responses(operation):
            node = referenced(self.theirs, response)
            schema = content_schema(self.theirs, node)
            is_json = any("json" in media_type for media_type in node.data.get("content", {}))
            if status[0] not in "45" and schema is not None and is_json:
                nodes[status] = schema
        return nodes

    def _responses(self, operation: Operation) -> Iterator[tuple[str, Node]]:
        """Yield the responses by status; `default` stands for errors that are not described."""
        for status, response in operation.data.get("responses", {}).items():
            if status != "default":
                yield status, Node(response, f"{operation.pointer}/responses/{escape(status)}")

    def _returns_list(self, operation: Operation) -> bool:
        nodes = self._success_nodes(operation).values()
        choices = [choice for node in nodes for choice in alternatives(self.theirs, node)]
        return properties_of(choices).keys() >= _LIST_FIELDS
