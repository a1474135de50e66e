"""The endpoints of the AuthKit domain, which is the origin of the emulator: the Connect authorization server, and the page for devices."""

from collections.abc import Callable
from typing import Any

from workos_emulator.auth import hosted_flows
from workos_emulator.auth.authorization_server import (
    device,
    grants,
    introspection,
    metadata,
    protocol,
    registration,
)
from workos_emulator.http import errors, urls
from workos_emulator.http.messages import Request, Response
from workos_emulator.pages.connect import authorize
from workos_emulator.storage.environment import Environment

Endpoint = Callable[[Environment, Request], Response]


def owns(path: str) -> bool:
    """Return whether a path belongs to the AuthKit domain."""
    return path in _ENDPOINTS


def respond(environment: Environment, request: Request) -> Response:
    """Handle a request to an endpoint.

    Raises:
        ApiError: Any error of the endpoint; 405 for an unsupported method.
    """
    methods, endpoint = _ENDPOINTS[request.path]
    allowed = ", ".join(sorted([*methods, *(["HEAD"] if "GET" in methods else []), "OPTIONS"]))
    if request.method == "OPTIONS":
        return Response(204, {"allow": allowed})
    if ("GET" if request.method == "HEAD" else request.method) not in methods:
        raise errors.ApiError(405, {"message": f"Cannot {request.method} {request.path}"}, {"allow": allowed})
    return endpoint(environment, request)


def _document(function: Callable[..., Any]) -> Endpoint:
    return lambda environment, request: Response.json(200, function(environment.state, request))


def _json(function: Callable[[Environment, Request], Any], status: int = 200) -> Endpoint:
    def respond(environment: Environment, request: Request) -> Response:
        try:
            return protocol.json_response(function(environment, request), status)
        except errors.ApiError as error:
            raise errors.ApiError(error.status, error.body, {**error.headers, **protocol.NO_STORE}) from None

    return respond


def _jwks(environment: Environment, request: Request) -> Response:
    return Response.json(200, environment.signing_key.jwks)


def _authorize(environment: Environment, request: Request) -> Response:
    return authorize.respond(environment, request)


def _device_page(environment: Environment, request: Request) -> Response:
    """Redirect the browser to the hosted page, with the user code and the language."""
    query = f"?{request.query}" if request.query else ""
    return Response(302, {"location": urls.percent_encode(f"{hosted_flows.PREFIX}/device{query}")})


_INTROSPECT = (("POST",), _json(introspection.introspect))
_ENDPOINTS: dict[str, tuple[tuple[str, ...], Endpoint]] = {
    "/.well-known/oauth-authorization-server": (("GET",), _document(metadata.authorization_server)),
    "/.well-known/openid-configuration": (("GET",), _document(metadata.openid_configuration)),
    "/oauth2/authorize": (("GET", "POST"), _authorize),
    "/oauth2/token": (("POST",), _json(grants.exchange)),
    "/oauth2/jwks": (("GET",), _jwks),
    "/oauth2/userinfo": (("GET", "POST"), _json(introspection.userinfo)),
    # The metadata names the first path, other documents the second one.
    "/oauth2/introspection": _INTROSPECT,
    "/oauth2/introspect": _INTROSPECT,
    "/oauth2/device_authorization": (("POST",), _json(device.authorize)),
    "/oauth2/register": (("POST",), _json(registration.register, 201)),
    "/device": (("GET",), _device_page),
}
