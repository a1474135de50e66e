"""Responses: one schema for success, the shared response for errors, and the extensions that depend on them."""

from typing import Any

from codegen.document import Document, Operation

_LIST_PARAMETERS = {"limit", "before", "after", "order"}
_LIST_PROPERTIES = {"object", "data", "list_metadata"}


def check_responses(document: Document) -> None:
    """Check the responses of every operation, `x-error-codes`, `x-pagination` and `x-wrapped`."""
    for operation in document.operations():
        raw, pointer = operation.data, operation.pointer
        for status in raw.get("x-error-codes", {}):
            if status not in raw["responses"]:
                document.problem(f"{pointer}/x-error-codes/{status}", f"the operation has no {status} response")
        success = _success_schemas(document, operation)
        properties = document.resolve(success[0]).get("properties", {}) if success else {}
        is_list = operation.queries >= _LIST_PARAMETERS and properties.keys() >= _LIST_PROPERTIES
        if raw.get("x-pagination") and not is_list:
            needed = "the parameters limit, before, after and order, and a response with object, data and list_metadata"
            document.problem(f"{pointer}/x-pagination", f"a paginated operation needs {needed}")
        wrapped = raw.get("x-wrapped")
        if wrapped and (len(success) != 1 or wrapped not in properties):
            document.problem(f"{pointer}/x-wrapped", f"the response has no property {wrapped}")


def _success_schemas(document: Document, operation: Operation) -> list[Any]:
    """Check each response and return the distinct schemas of the successful ones."""
    schemas: list[Any] = []
    for status, response in operation.data["responses"].items():
        pointer = f"{operation.pointer}/responses/{status}"
        if status[0] in "45":
            if response.get("$ref") != "#/components/responses/Error":
                document.problem(pointer, "an error response must refer to the shared Error response")
            continue
        content = document.resolve(response).get("content")
        if content is None:
            continue
        schema = content.get("application/json", {}).get("schema")
        if schema is None:
            document.problem(pointer, "a response body must be application/json with a schema")
        elif not _is_supported(schema):
            document.problem(
                pointer,
                "a response schema must be a reference to a component, an array of references, or free-form ({})",
            )
        elif schema not in schemas:
            schemas.append(schema)
    if len(schemas) > 1:
        document.problem(f"{operation.pointer}/responses", "all successful responses must have the same schema")
    return schemas


def _is_supported(schema: dict[str, Any]) -> bool:
    return schema == {} or "$ref" in schema or "$ref" in schema.get("items", {}) or "additionalProperties" in schema
