"""Documented rate limits: each is defined, and its key can be found in the arguments of a call."""

from codegen.document import Document, Operation
from codegen.extensions import KEYS_OF_A_CLIENT
from codegen.json_pointer import escape


def check_rate_limits(document: Document) -> None:
    """Check the definitions in `x-rate-limits` and their use in `x-rate-limit`."""
    for name, limit in document.data.get("x-rate-limits", {}).items():
        if "by" in limit and limit["key"] in KEYS_OF_A_CLIENT:
            document.problem(f"/x-rate-limits/{escape(name)}/by", f"{limit['key']} is not found in arguments")
    for operation in document.operations():
        for index, name in enumerate(operation.data.get("x-rate-limit", [])):
            _check_use(document, operation, name, f"{operation.pointer}/x-rate-limit/{index}")


def _check_use(document: Document, operation: Operation, name: str, pointer: str) -> None:
    limit = document.data.get("x-rate-limits", {}).get(name)
    if limit is None:
        document.problem(pointer, f"{name} is not one of x-rate-limits in openapi.yaml")
    elif limit["key"] in KEYS_OF_A_CLIENT:
        return
    elif "by" not in limit:
        document.problem(
            pointer, f"{name} is counted for each {limit['key']}: say in openapi.yaml `by` which arguments"
        )
    elif _argument_names(document, operation).isdisjoint(limit["by"]):
        wanted = " or ".join(limit["by"])
        document.problem(pointer, f"{name} is counted by {wanted}, which is no argument of this operation")


def _argument_names(document: Document, operation: Operation) -> set[str]:
    """Return the wire names of the parameters and of the properties of every alternative of the request body."""
    body = document.resolve(operation.body_schema)
    names = {parameter["name"] for parameter in operation.parameters}
    for schema in (body, *map(document.resolve, body.get("oneOf", []))):
        names |= set(schema.get("properties", {}))
    return names
