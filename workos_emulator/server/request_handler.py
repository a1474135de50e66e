"""Request handling: fault injection, the Connect authorization server, hosted pages and API operations."""

import json
import logging
from collections.abc import Callable
from http import HTTPStatus

from workos_emulator.http import errors, origins, payload
from workos_emulator.http.messages import JSON_TYPE, Request, Response
from workos_emulator.pages import frame, html
from workos_emulator.pages import router as pages
from workos_emulator.pages.texts import catalog
from workos_emulator.server import authorization_server, cors, dispatch, session_cookie
from workos_emulator.server.faults import Fault, Faults
from workos_emulator.server.routing import default_router
from workos_emulator.storage.environment import Environment
from workos_emulator.storage.settings import Settings

_log = logging.getLogger("workos_emulator")


def handle(environment: Environment, faults: Faults, request: Request) -> tuple[str | None, Response]:
    """Return the `operationId` of the API operation that a request calls, if any, and the response."""
    operation_id: str | None = None
    fault: Fault | None = None

    def respond() -> Response:
        nonlocal operation_id, fault
        if cors.is_preflight(request):  # not affected by faults: the browser would report it instead of the response
            return cors.preflight(environment.state, request)
        fault = faults.consume(request.method, request.path)
        response = fault.response() if fault else None
        if response is not None:
            return response
        if authorization_server.owns(request.path):
            return authorization_server.respond(environment, request)
        if request.method == "OPTIONS":
            return _options(request)
        if pages.owns(request.path):
            return pages.respond(environment, request)
        operation, path = dispatch.find(request)
        operation_id = operation.id
        return dispatch.respond(environment, operation, path, session_cookie.add_refresh_token(environment, request))

    response = catch_errors(request, respond)
    if fault is None or fault.status is None:
        response = error_page(request, response, environment.state.settings)
    if operation_id is not None:
        session_cookie.update(environment, request, response)
    cors.add_headers(environment.state, request, response)
    if fault is not None:
        response.delay = fault.delay
        if fault.connection is not None:
            response.connection = "truncate" if fault.connection == "truncate" else "reset"
    return operation_id, response


def catch_errors(request: Request, respond: Callable[[], Response]) -> Response:
    """Return what `respond` returns; an API error becomes its response, and any other exception is logged and becomes a 500."""
    try:
        return respond()
    except errors.ApiError as error:
        return error.response()
    except Exception:
        _log.exception("unexpected error while handling %s %s", request.method, request.path)
        return Response.json(500, {"message": "Unexpected error in the emulator; its log has the traceback."})


def error_page(request: Request, response: Response, settings: Settings | None = None) -> Response:
    """Return an error of the API as a page to a person who opened a URL in a browser; any other response as it is.

    The page is in English, as the errors of the API, and has the branding of the settings, if given.
    """
    is_json = response.headers.get("content-type") == JSON_TYPE
    if response.status < 400 or not is_json or not origins.accepts_html(request):
        return response
    error = errors.ApiError(response.status, json.loads(response.body))
    page = frame.render(
        catalog.load("en"),
        settings or Settings(),
        f"{HTTPStatus(response.status).phrase} ({response.status})",
        html.paragraph(error.text),
        html.bullets(_field_errors(error)),
        html.links({"Open the dashboard": "/"}),
        status=response.status,
        problem=True,
    )
    page.headers = {**response.headers, **page.headers}
    page.cookies = response.cookies
    return page


def _field_errors(error: errors.ApiError) -> list[str]:
    """Return what is wrong with which field of a request that failed the validation."""
    listed = error.body.get("errors")
    items = [each for each in listed if payload.is_object(each)] if payload.is_list(listed) else []
    return [f"{each['field']}: {each['code']}" for each in items if each.keys() >= {"field", "code"}]


def _options(request: Request) -> Response:
    allowed = default_router().allowed(request.path)
    if not allowed:
        raise errors.plain(404, f"Cannot {request.method} {request.path}")
    return Response(204, {"allow": ", ".join(allowed)})


def complete(request: Request, response: Response) -> Response:
    """Add the headers that every response has, and remove the body of a response to HEAD."""
    if response.headers.get("content-type", "").startswith("text/html"):
        response.headers.setdefault("content-security-policy", "frame-ancestors 'none'")
        response.headers.setdefault("x-frame-options", "DENY")
    if response.status not in (204, 304):
        response.headers.setdefault("content-length", str(len(response.body)))
    if request.method == "HEAD":
        response.body = b""
    return response
