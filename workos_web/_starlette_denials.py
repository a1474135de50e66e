"""The responses of Starlette and FastAPI to denied requests, also in mounted applications."""

from contextlib import suppress
from typing import Any

from starlette.requests import HTTPConnection
from starlette.responses import Response

from workos_web._request_auth import RequestDenied

__all__ = ["denied_response", "handle_denials"]


async def denied_response(connection: HTTPConnection, denied: Exception) -> Response:
    """Return the response to a denied request. `SignInMiddleware` sets its cookies, and closes denied WebSocket connections."""
    if connection.scope["type"] != "http" or not isinstance(denied, RequestDenied):
        raise denied
    return Response(denied.response.body, denied.response.status, dict(denied.response.headers))


def handle_denials(scope: Any) -> None:
    """Make the application that handles a request respond to `RequestDenied`, if it has no exception handler of its own.

    A mounted application doesn't have the exception handlers of its parent, and responds to unknown exceptions with 500. Starlette has
    no public way to add a handler to the current application: without its scope key, `RequestDenied` is left to the middlewares.
    """
    with suppress(LookupError, TypeError, AttributeError):
        scope["starlette.exception_handlers"][0].setdefault(RequestDenied, denied_response)
