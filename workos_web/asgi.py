"""Sign-in for ASGI applications with any framework, or none: a middleware that serves the sign-in routes and sets session cookies."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TypeAlias

from workos_async import SignIn, SignInPaths, SignInRoutes
from workos_async._concurrency.callbacks import run_callback
from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.identity.sign_in_hooks import HookFailed, SignInHooks
from workos_core.auth.identity.web_request import MAX_FORM, WebRequest
from workos_core.auth.identity.web_response import WebResponse
from workos_core.callbacks import check_callback
from workos_core.webhooks.signatures import SIGNATURE_HEADER
from workos_web._request_auth import AsyncRequestAuth, RequestDenied, WebhookHandler, verify_webhook

__all__ = ["AsyncRequestAuth", "RequestDenied", "SignInMiddleware", "get_request_auth", "webhook_app"]

MAX_WEBHOOK = 4 * 1024 * 1024
"""Bytes of the longest webhook that is read. A longer one is truncated, so its signature is invalid."""

Message: TypeAlias = MutableMapping[str, Any]
Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]

_SCOPE_KEY = "workos_web"


class SignInMiddleware:
    """A middleware that serves the sign-in routes, sets the cookies of refreshed sessions, and responds to `RequestDenied`.

    A WebSocket connection that is denied is closed with the code 1008 (policy violation).

    Args:
        app: The application to wrap.
        sign_in: The sign-in flow.
        paths: The paths of the routes. The default is `/login`, `/logout`, `/switch-organization` and the path of the redirect URI.
        hooks: Functions of your application that run before cookies are set, and pages of your own.
    """

    def __init__(
        self, app: App, *, sign_in: SignIn, paths: SignInPaths | None = None, hooks: SignInHooks | None = None
    ) -> None:
        self._app = app
        self._routes = SignInRoutes(sign_in, paths, hooks=hooks)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a connection."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        request = _read_request(scope)
        if scope["type"] == "http" and request.path in self._routes.paths.methods:
            body = await _read_body(receive, MAX_FORM) if request.method == "POST" else b""
            await self._handle(_read_request(scope, body), send)
            return
        request_auth = scope[_SCOPE_KEY] = AsyncRequestAuth(self._routes, request)
        response_started = False

        async def send_with_cookies(message: Message) -> None:
            nonlocal response_started
            if message["type"] in ("http.response.start", "websocket.accept"):
                response_started = True
                cookie_headers = _cookie_headers(message, request_auth.cookies)
                message = {**message, "headers": [*message.get("headers", []), *cookie_headers]}
            await send(message)

        try:
            await self._app(scope, receive, send_with_cookies)
        except RequestDenied as denied:
            if response_started:
                raise
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 1008})
            else:
                await _send_response(denied.response, send)
        except Exception as error:
            failed = request_auth.hook_failed
            if failed is not None and failed.error is error and scope["type"] == "http" and not response_started:
                await _send_response(failed.response, send)  # removes the session; the framework only reports the error
            raise

    async def _handle(self, request: WebRequest, send: Send) -> None:
        """Send the response to a request for one of the routes. The exception of a hook is raised after a response with status 500."""
        error: Exception | None = None
        try:
            response = await self._routes.handle(request)
        except HookFailed as failed:
            response, error = failed.response, failed.error
        await _send_response(response, send)
        if error is not None:
            raise error


def webhook_app(secret: str, handler: WebhookHandler) -> App:
    """Return an ASGI application that receives webhooks from WorkOS at every path. Mount it at the path of your endpoint.

    Requests with an invalid signature get a 400 response. WorkOS may deliver an event more than once: store the IDs of the events that
    you have handled.

    Args:
        secret: The signing secret of the webhook endpoint.
        handler: Called with each event, in the event loop if it is async, else in a worker thread. If it raises, the exception is raised
            in the server, which responds with 500, and WorkOS delivers the event again.

    Raises:
        TypeError: The handler is not a function of one argument.
    """
    check_callback("handler", handler, "event")

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            raise RuntimeError(f"webhook_app serves only HTTP requests (got the scope {scope['type']!r})")
        if scope["method"] != "POST":
            await _send_response(WebResponse(405, headers={"Allow": "POST"}), send)
            return
        body = await _read_body(receive, MAX_WEBHOOK)
        try:
            event = verify_webhook(body, _read_request(scope).headers.get(SIGNATURE_HEADER.lower()), secret)
        except RequestDenied as denied:
            await _send_response(denied.response, send)
            return
        await run_callback(handler, event)
        await _send_response(WebResponse(204), send)

    return app


def get_request_auth(scope: Scope) -> AsyncRequestAuth:
    """Return the authentication of the request with this scope.

    Raises:
        RuntimeError: `SignInMiddleware` does not wrap the application.
    """
    request_auth = scope.get(_SCOPE_KEY)
    if not isinstance(request_auth, AsyncRequestAuth):
        raise RuntimeError("SignInMiddleware is missing: add it to the application")
    return request_auth


def _read_request(scope: Scope, body: bytes = b"") -> WebRequest:
    headers: dict[str, str] = {}
    for raw_name, raw_value in scope["headers"]:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        separator = "; " if name == "cookie" else ", "
        headers[name] = f"{headers[name]}{separator}{value}" if name in headers else value
    client = scope.get("client")
    path, root_path = scope["path"], scope.get("root_path", "")
    if path == root_path or path.startswith(f"{root_path}/"):
        path = path[len(root_path) :] or "/"
    query = scope.get("query_string", b"").decode("latin-1")
    return WebRequest(
        scope.get("method", "GET"), path, query, headers, body, client[0] if client else None, native=scope
    )


async def _send_response(response: WebResponse, send: Send) -> None:
    body = response.body.encode()
    headers = [*response.header_list, ("Content-Length", str(len(body)))]
    raw_headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
    await send({"type": "http.response.start", "status": response.status, "headers": raw_headers})
    await send({"type": "http.response.body", "body": body})


async def _read_body(receive: Receive, limit: int) -> bytes:
    """Return the body of a request. If it is longer than the limit, a longer part of it is returned."""
    body = bytearray()
    while len(body) <= limit:
        message = await receive()
        body += message.get("body", b"")
        if message["type"] == "http.disconnect" or not message.get("more_body"):
            break
    return bytes(body)


def _cookie_headers(message: Message, cookies: tuple[SetCookie, ...]) -> list[tuple[bytes, bytes]]:
    """Return the headers that set cookies, and one that keeps caches from storing a response with a session in it."""
    if not cookies:
        return []
    headers = [(b"set-cookie", cookie.header.encode("latin-1")) for cookie in cookies]
    has_cache_control = any(name.lower() == b"cache-control" for name, _ in message.get("headers", []))
    return headers if has_cache_control else [*headers, (b"cache-control", b"no-store")]
