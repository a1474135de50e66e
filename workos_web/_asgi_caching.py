"""Protection of the responses of ASGI applications from caches, wherever in the chain of middlewares a cache is."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TypeAlias

from workos_core.auth.identity.response_caching import protect_headers
from workos_core.http.hidden_locals import hides_own_locals
from workos_web._request_auth import AsyncRequestAuth

Message: TypeAlias = MutableMapping[str, Any]
Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]

REQUEST_AUTH_KEY = "workos_web"
"""The key of the `AsyncRequestAuth` in the scope of a connection."""


@hides_own_locals
class VaryOnIdentity:
    """The innermost middleware: marks responses that depend on an identity, so that caches around it see it.

    Args:
        app: The application to wrap.
    """

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a connection."""

        async def send_protected(message: Message) -> None:
            await send(protect_message(message, scope.get(REQUEST_AUTH_KEY)))

        await self._app(scope, receive, send_protected)


@hides_own_locals
class PrivateCookies:
    """The outermost middleware: no other one can allow caches to store a response that sets a cookie of a session or of a sign-in.

    Args:
        app: The application to wrap.
        is_own_cookie: Returns whether the cookie with a name belongs to the sign-in.
    """

    def __init__(self, app: App, is_own_cookie: Callable[[str], bool]) -> None:
        self._app = app
        self._is_own_cookie = is_own_cookie

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a connection."""

        async def send_protected(message: Message) -> None:
            await send(self.protect(message))

        await self._app(scope, receive, send_protected)

    def protect(self, message: Message) -> Message:
        """Return a message, with headers against caches if it sets a cookie."""
        if message["type"] != "http.response.start":
            return message
        headers = _decode(message)
        names = [value.partition("=")[0].strip() for name, value in headers if name.lower() == "set-cookie"]
        if not any(self._is_own_cookie(name) for name in names):
            return message
        return {**message, "headers": _encode(protect_headers(headers, vary=False, private=True))}


def protect_message(message: Message, request_auth: object) -> Message:
    """Return a message, with headers against caches if an identity was read or cookies have to be set."""
    if message["type"] != "http.response.start" or not isinstance(request_auth, AsyncRequestAuth):
        return message
    if not request_auth.is_used:
        return message
    headers = protect_headers(_decode(message), vary=True, private=bool(request_auth.cookies))
    return {**message, "headers": _encode(headers)}


def _decode(message: Message) -> list[tuple[str, str]]:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in message.get("headers", ())]


def _encode(headers: list[tuple[str, str]]) -> list[tuple[bytes, bytes]]:
    return [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
