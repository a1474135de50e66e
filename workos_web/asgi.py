"""Sign-in for ASGI applications with any framework, or none: a middleware that serves the sign-in routes and sets session cookies."""

from urllib.parse import unquote

from attrs import evolve

from workos_async import SignIn, SignInPaths, SignInRoutes
from workos_async._concurrency.callbacks import run_callback
from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.identity.sign_in_hooks import HookFailed, SignInHooks
from workos_core.auth.identity.web_request import MAX_FORM, WebRequest
from workos_core.auth.identity.web_response import WebResponse
from workos_core.callbacks import check_callback
from workos_core.http.hidden_locals import hides_own_locals
from workos_core.webhooks.signatures import SIGNATURE_HEADER
from workos_web._asgi_caching import (
    REQUEST_AUTH_KEY,
    App,
    Message,
    Receive,
    Scope,
    Send,
    VaryOnIdentity,
    protect_message,
)
from workos_web._request_auth import AsyncRequestAuth, RequestDenied, WebhookHandler, verify_webhook

__all__ = [
    "AsyncRequestAuth",
    "Receive",
    "RequestDenied",
    "RequestDeniedMiddleware",
    "Scope",
    "Send",
    "SignInMiddleware",
    "VaryOnIdentity",
    "get_request_auth",
    "webhook_app",
]

MAX_WEBHOOK = 4 * 1024 * 1024
"""Bytes of the longest webhook that is read. A longer one is truncated, so its signature is invalid."""


@hides_own_locals
class SignInMiddleware:
    """A middleware that serves the sign-in routes, sets the cookies of refreshed sessions, and responds to `RequestDenied`.

    A WebSocket connection that is denied is closed with the code 1008 (policy violation).

    A middleware between this one and the application doesn't see the response to `RequestDenied`. If it must, as one that adds CORS
    headers, put it around this one, or put `RequestDeniedMiddleware` around the application.

    Args:
        app: The application to wrap.
        sign_in: The sign-in flow.
        paths: The paths of the routes. The default is `/login`, `/logout`, `/switch-organization` and the path of the redirect URI.
        mount_path: The path of the routes in the application, if its paths start with it but `root_path` doesn't contain it.
        hooks: Functions of your application that run before cookies are set, and pages of your own.
    """

    def __init__(
        self,
        app: App,
        *,
        sign_in: SignIn,
        paths: SignInPaths | None = None,
        mount_path: str = "",
        hooks: SignInHooks | None = None,
    ) -> None:
        self._app = app
        self._routes = SignInRoutes(sign_in, paths, hooks=hooks)
        self._mount_path = mount_path.rstrip("/")
        self._prepare = sign_in.prepare

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a connection."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        request = self._prepare(_read_request(scope, self._mount_path))
        if scope["type"] == "http" and self._routes.find_route(request) is not None:
            body = await _read_body(receive, MAX_FORM) if request.method == "POST" else b""
            await self._handle(evolve(request, body=body), send)
            return
        request_auth = scope[REQUEST_AUTH_KEY] = AsyncRequestAuth(self._routes, request)
        response_started = False

        async def send_with_cookies(message: Message) -> None:
            nonlocal response_started
            if message["type"] in ("http.response.start", "websocket.accept"):
                response_started = True
                message = {**message, "headers": [*message.get("headers", []), *_cookie_headers(request_auth.cookies)]}
                message = protect_message(message, request_auth)
            await send(message)

        try:
            await self._app(scope, receive, send_with_cookies)
        except RequestDenied as denied:
            if response_started:
                raise
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 1008})
            else:
                await _send_response(denied.response, send, request_auth)
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


class RequestDeniedMiddleware:
    """A middleware that responds to `RequestDenied`, for use inside of middlewares that must see this response.

    For example, `SignInMiddleware(CORSMiddleware(RequestDeniedMiddleware(app)), sign_in=sign_in)`.

    Args:
        app: The application to wrap.
    """

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a connection."""
        response_started = False

        async def observed_send(message: Message) -> None:
            nonlocal response_started
            response_started = True
            await send(message)

        try:
            await self._app(scope, receive, observed_send)
        except RequestDenied as denied:
            if response_started or scope["type"] != "http":
                raise
            await _send_response(denied.response, send, with_cookies=False)


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
    request_auth = scope.get(REQUEST_AUTH_KEY)
    if not isinstance(request_auth, AsyncRequestAuth):
        raise RuntimeError("SignInMiddleware is missing: add it to the application")
    return request_auth


def _read_request(scope: Scope, mount_path: str = "") -> WebRequest:
    headers: dict[str, str] = {}
    for raw_name, raw_value in scope["headers"]:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        separator = "; " if name == "cookie" else ", "
        headers[name] = f"{headers[name]}{separator}{value}" if name in headers else value
    host, port = scope.get("client") or (None, None)
    root_path, path, raw_path = _split_path(scope, mount_path)
    return WebRequest(
        scope.get("method", "GET"),
        path,
        scope.get("query_string", b"").decode("latin-1"),
        headers,
        ip_address=host,
        root_path=root_path,
        raw_path=raw_path,
        scheme="https" if scope.get("scheme") in ("https", "wss") else "http",
        is_forwarded=port == 0,  # no client has this port: servers set it with an address from X-Forwarded-For
        native=scope,
    )


def _split_path(scope: Scope, mount_path: str) -> tuple[str, str, str | None]:
    """Return the root path, the path below it, and the raw path.

    Servers and frameworks differ in whether the path and the raw path include the root path. Mounts of Litestar remove their path, append
    a slash, and don't set the root path: it is the beginning of the raw path.
    """
    path, root_path = scope["path"], scope.get("root_path", "").rstrip("/")
    raw_path = scope["raw_path"].decode("latin-1") if scope.get("raw_path") else None
    if path == root_path or path.startswith(f"{root_path}/"):
        path = path[len(root_path) :] or "/"
    if not root_path and raw_path is not None:
        full_path = unquote(raw_path)
        path = path if path == "/" or full_path.endswith("/") else path.rstrip("/")
        root_path = full_path.removesuffix(path) if full_path.endswith(path) else ""
    if mount_path and f"{path}/".startswith(f"{mount_path}/"):
        root_path, path = root_path + mount_path, path[len(mount_path) :] or "/"
    return root_path, path, raw_path


async def _send_response(
    response: WebResponse, send: Send, request_auth: AsyncRequestAuth | None = None, *, with_cookies: bool = True
) -> None:
    body = response.body.encode()
    headers = response.header_list if with_cookies else list(response.headers.items())
    headers = [*headers, ("Content-Length", str(len(body)))]
    raw_headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
    start: Message = {"type": "http.response.start", "status": response.status, "headers": raw_headers}
    await send(protect_message(start, request_auth))
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


def _cookie_headers(cookies: tuple[SetCookie, ...]) -> list[tuple[bytes, bytes]]:
    return [(b"set-cookie", cookie.header.encode("latin-1")) for cookie in cookies]
