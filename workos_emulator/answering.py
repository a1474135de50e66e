"""From a request to an answer: control interface, faults, hosted pages, operations."""

import logging
from typing import TYPE_CHECKING

from workos_emulator import control, dispatch, errors, hosted
from workos_emulator.faults import Fault
from workos_emulator.messages import Request, Response
from workos_emulator.routing import default_router

if TYPE_CHECKING:
    from workos_emulator.emulator import Emulator

_log = logging.getLogger("workos_emulator")


def answer(emulator: "Emulator", request: Request) -> tuple[str | None, Response]:
    """The operation that a request calls, if it is one of the API, and the answer. Errors are answers too."""
    operation_id: str | None = None
    fault: Fault | None = None
    try:
        if control.owns(request.path):
            return None, control.answer(emulator, request)
        fault = emulator.faults.take(request.method, request.path)
        response = fault.response() if fault else None
        if response is None and request.method == "OPTIONS":
            response = _options(request)
        if response is None and hosted.owns(request.path):
            response = hosted.answer(emulator.environment, request)
        if response is None:
            operation, path = dispatch.find(request)
            operation_id = operation.id
            response = dispatch.answer(emulator.environment, operation, path, request)
    except errors.ApiError as error:
        response = error.response()
    except Exception:
        _log.exception("the emulator failed on %s %s", request.method, request.path)
        response = Response.json(500, {"message": "The emulator failed; its log says why."})
    if fault is not None:
        response.delay = fault.delay
        if fault.connection is not None:
            response.connection = "truncate" if fault.connection == "truncate" else "reset"
    return operation_id, response


def _options(request: Request) -> Response:
    allowed = default_router().allowed(request.path)
    if not allowed:
        raise errors.plain(404, f"Cannot {request.method} {request.path}")
    return Response(204, {"allow": ", ".join(allowed)})
