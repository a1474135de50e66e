"""Protection of the responses of WSGI applications from caches."""

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from workos_core.auth.identity.response_caching import protect_headers
from workos_core.http.hidden_locals import hides_own_locals

WSGIApp: TypeAlias = Callable[[dict[str, Any], Any], Iterable[bytes]]

REQUEST_AUTH_KEY = "workos_web.request_auth"
"""The key of the `SyncRequestAuth` in the environment of a request."""


@hides_own_locals
class PrivateResponses:
    """A WSGI middleware that has the last word about caching.

    Nothing in the application can allow caches to store a response that sets a cookie of a session or of a sign-in, or to send a
    response that depends on an identity to another user.

    Args:
        app: The application to wrap.
        is_own_cookie: Returns whether the cookie with a name belongs to the sign-in.
    """

    def __init__(self, app: WSGIApp, is_own_cookie: Callable[[str], bool]) -> None:
        self._app = app
        self._is_own_cookie = is_own_cookie

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Handle a request."""

        def start_protected(status: str, headers: list[tuple[str, str]], *exc_info: Any) -> Any:
            request_auth = environ.get(REQUEST_AUTH_KEY)
            names = [value.partition("=")[0].strip() for name, value in headers if name.lower() == "set-cookie"]
            private = any(self._is_own_cookie(name) for name in names)
            vary = request_auth is not None and request_auth.is_used
            return start_response(status, protect_headers(headers, vary=vary, private=private), *exc_info)

        return self._app(environ, start_protected)
