"""Operations: unique names, methods, and extensions."""

from codegen.document import Document, Operation
from codegen.lint.schemas import check_exclusive


def check_operations(document: Document) -> None:
    """Check every operation except its parameters, responses and rate limits."""
    operation_ids: dict[str, str] = {}
    methods: dict[str, str] = {}
    for operation in document.operations():
        raw, pointer = operation.data, operation.pointer
        if "operationId" not in raw:
            document.problem(pointer, "an operation needs an operationId")
        else:
            _check_unique(document, operation_ids, raw["operationId"], f"{pointer}/operationId", "operationId")
        if "summary" not in raw:
            document.problem(pointer, "an operation needs a summary")
        if ("x-method" in raw) == ("x-methods" in raw):
            document.problem(pointer, "an operation needs either x-method or x-methods, not both")
        else:
            _check_methods(document, methods, operation)
        _check_query_rules(document, operation)
        if raw.get("x-idempotency-key") and operation.method != "post":
            document.problem(f"{pointer}/x-idempotency-key", "x-idempotency-key is allowed only on a POST")
        if raw.get("x-single-use") and (operation.method != "post" or raw.get("x-idempotency-key")):
            document.problem(
                f"{pointer}/x-single-use", "x-single-use is allowed only on a POST without x-idempotency-key"
            )
        _check_returned_id(document, operation)
        if "requestBody" in raw and "$ref" not in operation.body_schema:
            document.problem(
                f"{pointer}/requestBody", "a request body must be application/json and refer to a component"
            )


def _check_unique(document: Document, seen: dict[str, str], name: str, pointer: str, what: str) -> None:
    if name in seen:
        document.problem(pointer, f"duplicate {what} {name}, already used at {seen[name]}")
    seen.setdefault(name, pointer)


def _check_methods(document: Document, seen: dict[str, str], operation: Operation) -> None:
    raw, pointer = operation.data, operation.pointer
    module = document.path_modules.get((operation.path, operation.method), "")
    codes = {code for codes in raw.get("x-error-codes", {}).values() for code in codes}
    for entry in raw.get("x-methods") or [{"method": raw["x-method"]}]:
        name = entry["method"]
        _check_unique(document, seen, name, f"{pointer}/x-method", "method name")
        if name.partition(".")[0] != module:
            document.problem(
                f"{pointer}/x-method",
                f"{name} does not belong to the resource of its file ({module or 'openapi.yaml'})",
            )
        if module not in document.resources:
            document.problem(f"{pointer}/x-method", f"no file of the resource {module} has x-resource")
        if "body" in entry and entry["body"] not in document.schemas:
            document.problem(f"{pointer}/x-methods", f"{entry['body']} is not a component")
        for code in entry.get("error-codes", []):
            if code not in codes:
                document.problem(f"{pointer}/x-methods", f"{code} is not one of the operation's x-error-codes")


def _check_returned_id(document: Document, operation: Operation) -> None:
    raw, pointer = operation.data, f"{operation.pointer}/x-returns-requested-id"
    parameter = raw.get("x-returns-requested-id")
    if parameter is None:
        return
    if f"{{{parameter}}}" not in operation.path:
        document.problem(pointer, "x-returns-requested-id must be a path parameter of the operation")
    if "x-pagination" in raw or "x-wrapped" in raw:
        document.problem(pointer, "x-returns-requested-id is not allowed together with x-pagination or x-wrapped")
    for status, response in raw["responses"].items():
        if status.startswith("2"):
            media_type = document.resolve(response).get("content", {}).get("application/json", {})
            schema = document.resolve(media_type.get("schema", {}))
            if "id" not in schema.get("properties", {}):
                document.problem(pointer, f"the response {status} has no property `id`")


def _check_query_rules(document: Document, operation: Operation) -> None:
    check_exclusive(document, operation.data, operation.queries, operation.pointer)
    for name in operation.data.get("x-any-of", []):
        if name not in operation.queries:
            document.problem(f"{operation.pointer}/x-any-of", f"{name} is not a query parameter")
