"""The emulator's own HTTP interface, below `/_emulator`. It needs no key and is struck by no fault."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import parse_qsl

from workos_emulator import downloads, errors, payload, pipespage
from workos_emulator.faults import Fault
from workos_emulator.messages import Request, Response

if TYPE_CHECKING:
    from workos_emulator.emulator import Emulator

PREFIX = "/_emulator"

_FAULT = {
    "type": "object",
    "properties": {
        "status": {"type": "integer", "minimum": 200, "maximum": 599},
        "count": {"type": "integer", "minimum": 1},
        "method": {"type": "string"},
        "path": {"type": "string"},
        "retry_after": {"type": ["number", "string"]},
        "delay": {"type": "number", "minimum": 0},
        "headers": {"type": "object", "additionalProperties": {"type": "string"}},
        "body": {},
    },
    "anyOf": [{"required": ["status"]}, {"required": ["delay"]}],
    "additionalProperties": False,
}


def owns(path: str) -> bool:
    """Whether a path belongs to this interface."""
    return path == PREFIX or path.startswith(PREFIX + "/")


def answer(emulator: "Emulator", request: Request) -> Response:
    """Answer a request below `/_emulator`.

    Raises:
        ApiError: 404, 405, or 4xx for a body that is no fault.
    """
    if request.path.startswith(downloads.PREFIX) and request.method in ("GET", "HEAD"):
        return downloads.fetch(emulator.environment.state, request.path)
    if request.path == pipespage.PATH and request.method == "GET":
        return pipespage.answer(emulator.environment.state, request)
    methods = _ROUTES.get(request.path.removeprefix(PREFIX))
    if methods is None:
        raise errors.plain(404, f"Cannot {request.method} {request.path}")
    wanted = "GET" if request.method == "HEAD" else request.method
    if wanted not in methods:
        raise errors.ApiError(
            405, {"message": f"Cannot {request.method} {request.path}"}, {"allow": ", ".join(sorted(methods))}
        )
    return methods[wanted](emulator, request)


def _health(emulator: "Emulator", request: Request) -> Response:
    return Response.json(200, {"status": "ok", "client_id": emulator.client_id})


def _list_faults(emulator: "Emulator", request: Request) -> Response:
    return Response.json(200, {"data": [_render(fault) for fault in emulator.faults]})


def _add_fault(emulator: "Emulator", request: Request) -> Response:
    from workos_emulator import schemas

    body: Any = payload.read(request) if request.body else {}
    if found := schemas.problems(schemas.standalone(_FAULT), body):
        raise errors.invalid(found)
    fault = emulator.faults.add(**cast(dict[str, Any], body))
    return Response.json(201, _render(fault))


def _clear_faults(emulator: "Emulator", request: Request) -> Response:
    emulator.faults.clear()
    return Response(204)


def _reset(emulator: "Emulator", request: Request) -> Response:
    emulator.reset()
    return Response(204)


def _list_requests(emulator: "Emulator", request: Request) -> Response:
    return Response.json(200, {"data": [entry.render() for entry in emulator.requests]})


def _list_outbox(emulator: "Emulator", request: Request) -> Response:
    query = dict(parse_qsl(request.query))
    found = emulator.outbox.find(query.get("to"), query.get("kind"))
    return Response.json(200, {"data": [message.render() for message in found]})


def _clear_outbox(emulator: "Emulator", request: Request) -> Response:
    emulator.outbox.clear()
    return Response(204)


_ROUTES: dict[str, dict[str, Callable[["Emulator", Request], Response]]] = {
    "/health": {"GET": _health},
    "/faults": {"GET": _list_faults, "POST": _add_fault, "DELETE": _clear_faults},
    "/reset": {"POST": _reset},
    "/outbox": {"GET": _list_outbox, "DELETE": _clear_outbox},
    "/requests": {"GET": _list_requests},
}


def _render(fault: Fault) -> dict[str, Any]:
    return {
        "status": fault.status,
        "remaining": fault.remaining,
        "method": fault.method,
        "path": fault.path,
        "delay": fault.delay,
        "headers": dict(fault.headers),
    }
