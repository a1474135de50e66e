"""Cross-origin resource sharing (CORS) for the endpoints that browser clients call."""

import re
from functools import cache
from typing import Final

from workos_emulator.http import origins, spec
from workos_emulator.http.messages import Request, Response
from workos_emulator.server.routing import default_router
from workos_emulator.storage.state import State

_CONNECT_PREFIXES: Final = ("/oauth2/", "/.well-known/")
_AUTHORIZE: Final = "/oauth2/authorize"  # browsers open it; scripts must not read it
_EXPOSED: Final = "retry-after, x-request-id"
_MAX_AGE_SECONDS: Final = "600"
_HEADER_NAMES = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~, -]{1,1000}")


def allowed_origin(state: State, request: Request) -> str | None:
    """Return the origin of a request if it may read responses: a registered one, or a loopback one if the settings allow it.

    Connect applications have registered origins of their own, for the endpoints of Connect.
    """
    origin = request.headers.get("origin", "")
    if state.configuration.cors_origins.find("origin", origin) is not None:
        return origin
    if request.path.startswith(_CONNECT_PREFIXES):
        applications = state.credentials.applications
        if any(origin in applications.at(number).cors_origins for number in applications.numbers()):
            return origin
    return origin if state.settings.loopback_origins_allowed and origins.is_loopback_origin(origin) else None


def is_preflight(request: Request) -> bool:
    """Return whether a request is a CORS preflight of an endpoint for browser clients."""
    return (
        request.method == "OPTIONS"
        and "access-control-request-method" in request.headers
        and "origin" in request.headers
        and _applies_to(request.path)
    )


def preflight(state: State, request: Request) -> Response:
    """Return the response to a preflight. Without CORS headers, the browser does not send the request."""
    response = Response(204, {"vary": "Access-Control-Request-Headers"})
    if allowed_origin(state, request) is not None:
        response.headers["access-control-allow-methods"] = ", ".join(
            default_router().allowed(request.path) or ("GET", "HEAD", "OPTIONS", "POST")
        )
        names = request.headers.get("access-control-request-headers", "")
        if _HEADER_NAMES.fullmatch(names):
            response.headers["access-control-allow-headers"] = names
        response.headers["access-control-max-age"] = _MAX_AGE_SECONDS
    return response


def add_headers(state: State, request: Request, response: Response) -> None:
    """Add the headers that let a browser client of an allowed origin read the response, errors and injected faults included."""
    if not _applies_to(request.path):
        return
    vary = response.headers.get("vary")
    response.headers["vary"] = f"{vary}, Origin" if vary else "Origin"
    origin = allowed_origin(state, request)
    if origin is None:
        return
    response.headers["access-control-allow-origin"] = origin
    response.headers["access-control-allow-credentials"] = "true"
    if not is_preflight(request):
        response.headers["access-control-expose-headers"] = _EXPOSED


def _applies_to(path: str) -> bool:
    """Return whether browser clients may call a path: one whose operations do not need the secret API key."""
    paths, prefixes = _public_paths()
    return (path in paths or path.startswith(prefixes)) and path != _AUTHORIZE


@cache
def _public_paths() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the paths without parameters, and the part before the first parameter of the others."""
    public = {item.path for item in spec.load().operations.values() if item.credentials != "api_key"}
    prefixes = {path.partition("{")[0] for path in public if "{" in path}
    return frozenset(public), (*_CONNECT_PREFIXES, *sorted(prefixes))
