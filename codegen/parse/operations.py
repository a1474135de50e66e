"""Operations → methods."""

from typing import Any, Literal

from codegen.document import Document, Operation, component_name
from codegen.ir import Method, Type
from codegen.parse.arguments import body_name, read_arguments, read_exclusive
from codegen.parse.types import type_of


def read_methods(document: Document) -> tuple[Method, ...]:
    """Return the methods of every operation, in document order."""
    return tuple(
        _method(document, operation, entry)
        for operation in document.operations()
        for entry in operation.data.get("x-methods") or [{"method": operation.data["x-method"]}]
    )


def _method(document: Document, operation: Operation, entry: dict[str, Any]) -> Method:
    raw = operation.data
    resource, _, name = entry["method"].partition(".")
    is_url = "url-builder" in entry or "x-url-builder" in raw
    kind: Literal["call", "pager", "url"] = "url" if is_url else "pager" if "x-pagination" in raw else "call"
    body = body_name(document, operation, entry)
    arguments = read_arguments(document, operation, body)
    returns, returns_description = _returns(document, operation, kind)
    return Method(
        name=name,
        resource=resource,
        operation_id=raw["operationId"],
        http_method=operation.method.upper(),
        path=operation.path,
        summary=entry.get("summary") or raw["summary"],
        description=entry.get("description") or raw.get("description", ""),
        kind=kind,
        arguments=tuple(argument for argument in arguments if not argument.is_constant),
        constants=tuple(argument for argument in arguments if argument.is_constant),
        returns=returns,
        returns_description=returns_description,
        credentials="none" if is_url else raw.get("x-credentials", "api_key"),
        wrapped=raw.get("x-wrapped", ""),
        accepts_idempotency_key=raw.get("x-idempotency-key", False),
        single_use=raw.get("x-single-use", False),
        returns_requested_id=raw.get("x-returns-requested-id", ""),
        rate_limits=tuple(raw.get("x-rate-limit", ())),
        exclusive=read_exclusive(document, operation, body, arguments),
        any_of=tuple(raw.get("x-any-of", ())),
        error_codes=_error_codes(raw, entry),
        feature_flag=raw.get("x-feature-flag", ""),
        newer=raw.get("x-source") == "newer",
        optional_body=bool(body) and not raw["requestBody"].get("required", False),
        server=raw.get("servers", [{"url": ""}])[0]["url"],
        known_as=raw.get("x-known-as", {}),
        shares_errors_with=_shares_errors_with(raw, name),
        docs_url=entry.get("docs") or raw.get("externalDocs", {}).get("url", ""),
        body=body,
        page=component_name(_success_schemas(document, raw)[0][0]) if "x-pagination" in raw else "",
    )


def _returns(document: Document, operation: Operation, kind: str) -> tuple[Type, str]:
    """Return the type and the description of what a method returns."""
    if kind == "url":
        return Type("str"), "The URL."
    success = _success_schemas(document, operation.data)
    found = [(schema, description) for schema, description in success if schema is not None]
    if not found:
        return Type("none"), ""
    schema, description = found[-1]
    if kind == "pager":
        schema = document.resolve(schema)["properties"]["data"]["items"]
    elif "x-wrapped" in operation.data:
        schema = document.resolve(schema)["properties"][operation.data["x-wrapped"]]
    returns = type_of(document, schema, f"{operation.pointer}/responses")
    return returns if len(found) == len(success) else Type("union", parts=(returns, Type("none"))), description


def _success_schemas(document: Document, raw: dict[str, Any]) -> list[tuple[Any, str]]:
    """Return the schema (None where there is no body) and the description of every 2xx response."""
    responses = (document.resolve(response) for status, response in raw["responses"].items() if status[0] == "2")
    return [
        (response["content"]["application/json"]["schema"] if "content" in response else None, response["description"])
        for response in responses
    ]


def _error_codes(raw: dict[str, Any], entry: dict[str, Any]) -> dict[str, list[str]]:
    """Return the documented codes of one method, without those that only other methods of the operation list."""
    others = {code for other in raw.get("x-methods", []) for code in other.get("error-codes", [])}
    others -= set(entry.get("error-codes", []))
    codes = {
        status: [code for code in codes if code not in others] for status, codes in raw.get("x-error-codes", {}).items()
    }
    return {status: members for status, members in codes.items() if members}


def _shares_errors_with(raw: dict[str, Any], name: str) -> str:
    """Return the method of the same operation whose docstring lists the error codes; empty if that is `name` itself."""
    methods = raw.get("x-methods", [])
    if not methods or any("error-codes" in method for method in methods):
        return ""
    first: str = methods[0]["method"].partition(".")[2]
    return first if name != first else ""
