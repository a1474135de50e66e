"""The OpenAPI document of the control API, generated from its routes."""

from collections.abc import Iterable
from typing import Any

from workos_emulator.control.routes import Route

_ERROR = {"$ref": "#/components/responses/Error"}
_DESCRIPTION = "The API to control the emulator in tests. It requires no API key, is exempt from injected faults, and does not exist at WorkOS."


def document(routes: Iterable[Route]) -> dict[str, Any]:
    """Return the OpenAPI document for these routes."""
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        paths.setdefault(f"/_emulator{route.path}", {})[route.method.lower()] = _operation(route)
    error = {
        "type": "object",
        "required": ["message"],
        "properties": {
            "message": {"type": "string"},
            "code": {"type": "string"},
            "errors": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["field", "code"],
                    "properties": {name: {"type": "string"} for name in ("field", "code", "message")},
                },
            },
        },
    }
    error_response = {"description": "The error.", "content": {"application/json": {"schema": error}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "WorkOS emulator control API", "version": "1", "description": _DESCRIPTION},
        "paths": dict(sorted(paths.items())),
        "components": {"responses": {"Error": error_response}},
    }


def _operation(route: Route) -> dict[str, Any]:
    success: dict[str, Any] = {"description": "No content." if route.response is None else "Successful response."}
    if route.response is not None:
        success["content"] = {route.content_type: {"schema": route.response}}
    operation: dict[str, Any] = {
        "operationId": route.id,
        "tags": [route.tag],
        "description": " ".join((route.function.__doc__ or "").split()),
        "responses": {str(route.status): success, "4XX": _ERROR},
    }
    names = [part[1:-1] for part in route.path.split("/") if part.startswith("{")]
    parameters: list[dict[str, Any]] = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in names
    ]
    parameters += [
        {"name": name, "in": "query", "description": text, "schema": {"type": "string"}}
        for name, text in route.query.items()
    ]
    if parameters:
        operation["parameters"] = parameters
    if route.body is not None:
        content: dict[str, Any] = {"application/json": {"schema": route.body}}
        if route.other_content_type is not None:
            content[route.other_content_type] = {"schema": {"type": "string"}}
        operation["requestBody"] = {"required": bool(route.body.get("required")), "content": content}
    return operation
