"""Documented rate limits: each is defined, and its scope can be read from the arguments of a call."""

from codegen.document import Document, Operation
from codegen.extensions import CLIENT_KEYS
from codegen.json_pointer import escape


def check_rate_limits(document: Document) -> None:
    """Check the definitions in `x-rate-limits` and their use in `x-rate-limit`."""
    for name, limit in document.data.get("x-rate-limits", {}).items():
        if "by" in limit and limit["key"] in CLIENT_KEYS:
            document.problem(
                f"/x-rate-limits/{escape(name)}/by",
                f"the scope {limit['key']} does not depend on arguments; remove `by`",
            )
    for operation in document.operations():
        for index, name in enumerate(operation.data.get("x-rate-limit", [])):
            _check_use(document, operation, name, f"{operation.pointer}/x-rate-limit/{index}")


def _check_use(document: Document, operation: Operation, name: str, pointer: str) -> None:
    limit = document.data.get("x-rate-limits", {}).get(name)
    if limit is None:
        document.problem(pointer, f"{name} is not defined in x-rate-limits of openapi.yaml")
    elif limit["key"] in CLIENT_KEYS:
        return
    elif "by" not in limit:
        document.problem(
            pointer, f"{name} applies per {limit['key']}; list the arguments that hold it under `by` in openapi.yaml"
        )
    elif _argument_names(document, operation).isdisjoint(limit["by"]):
        arguments = " or ".join(limit["by"])
        document.problem(pointer, f"{name} needs the argument {arguments}, which this operation does not have")


def _argument_names(document: Document, operation: Operation) -> set[str]:
    """Return the wire names of the parameters and of the properties of every alternative of the request body."""
    body = document.resolve(operation.body_schema)
    names = {parameter["name"] for parameter in operation.parameters}
    for schema in (body, *map(document.resolve, body.get("oneOf", []))):
        names |= set(schema.get("properties", {}))
    return names
