"""The OpenAPI document of the control API, generated from its routes."""

from collections.abc import Iterable
from typing import Any

from workos_emulator.control.routes import Route

_ERROR = {"$ref": "#/components/responses/Error"}
_ABOUT = "What a test wants of the emulator beyond the WorkOS API. It needs no key, no fault strikes it, and it is served by the emulator only."


def document(routes: Iterable[Route]) -> dict[str, Any]:
    """Return the OpenAPI document of these routes."""
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
    error_response = {"description": "What was wrong.", "content": {"application/json": {"schema": error}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Control of the WorkOS emulator", "version": "1", "description": _ABOUT},
        "paths": dict(sorted(paths.items())),
        "components": {"responses": {"Error": error_response}},
    }


def _operation(route: Route) -> dict[str, Any]:
    good: dict[str, Any] = {"description": "Done." if route.response is None else "The answer."}
    if route.response is not None:
        good["content"] = {route.content_type: {"schema": route.response}}
    result: dict[str, Any] = {
        "operationId": route.id,
        "tags": [route.tag],
        "description": " ".join((route.function.__doc__ or "").split()),
        "responses": {str(route.status): good, "4XX": _ERROR},
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
        result["parameters"] = parameters
    if route.body is not None:
        content: dict[str, Any] = {"application/json": {"schema": route.body}}
        if route.other_content_type is not None:
            content[route.other_content_type] = {"schema": {"type": "string"}}
        result["requestBody"] = {"required": bool(route.body.get("required")), "content": content}
    return result
