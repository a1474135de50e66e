"""The entry point of the control API: routing, validation and responses."""

import json
import uuid
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cache, partial
from importlib import import_module
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote

from workos_emulator.api.pipes import connect as pipes
from workos_emulator.control.routes import ControlCall, Route, registered_routes
from workos_emulator.http import errors, origins, payload
from workos_emulator.http.messages import Request, Response
from workos_emulator.pages.dashboard import paths as dashboard_paths
from workos_emulator.server import request_handler
from workos_emulator.storage import downloads
from workos_emulator.storage.store import DuplicateKeyError

if TYPE_CHECKING:
    from workos_emulator.emulator import Emulator

PREFIX = "/_emulator"

_MODULES = (
    *("clock", "connect", "environment", "external_systems", "faults", "logs", "passkeys"),
    *("seeds", "sign_ins", "snapshots"),
)
_MAX_BODY = 256 * 1024 * 1024  # bytes; snapshots and seeds are large


def owns(path: str) -> bool:
    """Return whether a path belongs to the control API."""
    return path == PREFIX or path.startswith(PREFIX + "/")


def max_body_size(path: str) -> int:
    """Return the maximum size of the body of a request to `path`, in bytes."""
    return _MAX_BODY if owns(path) else payload.MAX_BODY


@cache
def routes() -> tuple[Route, ...]:
    """Import all modules that register routes, and return the routes."""
    for name in _MODULES:
        import_module(f"workos_emulator.control.{name}")
    return registered_routes()


def respond(emulator: "Emulator", request: Request) -> Response:
    """Handle a request below `/_emulator`.

    Raises:
        ApiError: 403 for a request from another site; 404, 405, or 4xx for a request that does not match its route.
    """
    is_for_browsers = request.path.startswith(downloads.PREFIX) or request.path == pipes.PROVIDER_PATH
    if not origins.is_same_origin(request) and not (is_for_browsers and origins.is_navigation(request)):
        message = (
            "The control API rejects requests from pages of other sites. Send them from your tests or your server."
        )
        raise errors.coded(403, "cross_site_request", message)
    if request.path.startswith(downloads.PREFIX) and request.method in ("GET", "HEAD"):
        return downloads.get_download(emulator.environment.state, request.path)
    if request.path == pipes.PROVIDER_PATH and request.method == "GET":
        from workos_emulator.pages import pipes_provider

        return pipes_provider.respond(emulator.environment.state, request)
    path = request.path.removeprefix(PREFIX)
    matching = [(route, values) for route in routes() if (values := _match(route.path, path)) is not None]
    if not matching:
        raise errors.plain(404, f"Cannot {request.method} {request.path}")
    method = "GET" if request.method == "HEAD" else request.method
    for route, values in matching:
        if route.method == method:
            return _run(route, emulator, request, values)
    allow = {"allow": ", ".join(sorted(route.method for route, _ in matching))}
    raise errors.ApiError(405, {"message": f"Cannot {request.method} {request.path}"}, allow)


def search_dashboard(emulator: "Emulator", request: Request, lock: AbstractContextManager[Any]) -> list[int] | None:
    """Return the numbers of the objects that a search of the dashboard finds; None for any other request.

    It takes the lock for short times, so call it without the lock.
    """
    if not dashboard_paths.may_be_search(request):
        return None
    from workos_emulator.pages.dashboard import router, search

    if not router.is_search(request):
        return None
    return search.find(request, lock, lambda: emulator.environment.state)


def show_dashboard(emulator: "Emulator", request: Request, found: Sequence[int] | None) -> Response | None:
    """Handle a request for the dashboard, with what a search has `found`; return None for any other request.

    Faults don't affect it, and it uses none of the reproducible IDs, since pages in a browser poll it.
    """
    if not dashboard_paths.owns(request):
        return None
    from workos_emulator.pages.dashboard import router
    from workos_emulator.pages.dashboard.dashboard_request import Services

    services = Services(emulator.faults, emulator.requests, emulator.deliveries, found)
    respond = partial(router.respond, emulator.environment, services, request)
    response = request_handler.catch_errors(request, respond)
    response.headers["x-request-id"] = str(uuid.uuid4())
    return response


def _match(template: str, path: str) -> dict[str, str] | None:
    expected, actual = template.split("/"), path.split("/")
    if len(expected) != len(actual):
        return None
    values: dict[str, str] = {}
    for name, value in zip(expected, actual, strict=True):
        if name.startswith("{") and value:
            values[name[1:-1]] = unquote(value)
        elif name != value:
            return None
    return values


def _run(route: Route, emulator: "Emulator", request: Request, path: Mapping[str, str]) -> Response:
    query = dict(parse_qsl(request.query, keep_blank_values=True))
    if unknown := sorted(query.keys() - route.query.keys()):
        raise errors.invalid([{"field": name, "code": "unknown_parameter"} for name in unknown])
    call = ControlCall(emulator, request, path, query, _body(route, request))
    try:
        result = route.function(call)
    except KeyError as error:
        raise errors.plain(404, f"Not found: {error.args[0]!r}.") from None
    except DuplicateKeyError as error:
        raise errors.coded(409, "duplicate", f"Another object with the same {error.index} exists.") from None
    except (ValueError, OverflowError) as error:
        raise errors.coded(422, "invalid", str(error)) from None
    if isinstance(result, Response):
        return result
    return Response(route.status) if result is None else Response.json(route.status, result)


def _body(route: Route, request: Request) -> Any:
    if route.body is None:
        return {}
    if route.other_content_type is not None:
        if request.body and payload.media_type(request) != route.other_content_type:
            payload.check_is_json(request)
        return request.body
    body: Any = payload.read(request, max_size=_MAX_BODY) if request.body else {}
    from workos_emulator.http import json_schema

    if problems := json_schema.problems(_validator(json.dumps(route.body)), body):
        raise errors.invalid(problems)
    return body


@cache
def _validator(schema: str) -> Any:
    from workos_emulator.http import json_schema

    return json_schema.standalone(json.loads(schema))
