"""Sign-in for ASGI apps of any framework, or of none: a middleware that answers the routes of sign-in and sets the cookies of the session."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TypeAlias

from workos_async import SignIn, SignInPaths, SignInRoutes
from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.identity.web_request import MAX_FORM, WebRequest
from workos_core.auth.identity.web_response import WebResponse
from workos_web._common import AsyncVisitor, Refused

__all__ = ["Refused", "SignInMiddleware", "visitor"]

Message: TypeAlias = MutableMapping[str, Any]
Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]

_KEY = "workos_web"


class SignInMiddleware:
    """Answers the routes of sign-in, sets the cookies of refreshed sessions, and turns `Refused` into an answer.

    Args:
        app: The app inside.
        sign_in: What does the work.
        paths: Where the routes are; None is `/login`, `/logout`, `/switch-organization` and the path of the redirect URI.
    """

    def __init__(self, app: App, *, sign_in: SignIn, paths: SignInPaths | None = None) -> None:
        self._app = app
        self._routes = SignInRoutes(sign_in, paths)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a connection."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        request = read_request(scope)
        if scope["type"] == "http" and request.path in self._routes.paths.methods:
            body = await _read_form(receive) if request.method == "POST" else b""
            await send_answer(await self._routes.handle(read_request(scope, body)), send)
            return
        who = scope[_KEY] = AsyncVisitor(self._routes, request)
        started = False

        async def send_with_cookies(message: Message) -> None:
            nonlocal started
            if message["type"] in ("http.response.start", "websocket.accept"):
                started = True
                message = {**message, "headers": [*message.get("headers", []), *_headers(message, who.cookies)]}
            await send(message)

        try:
            await self._app(scope, receive, send_with_cookies)
        except Refused as refused:
            if started:
                raise
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 1008})
            else:
                await send_answer(refused.answer, send)


def visitor(scope: Scope) -> AsyncVisitor:
    """Who makes a request.

    Raises:
        RuntimeError: The middleware is missing.
    """
    found = scope.get(_KEY)
    if not isinstance(found, AsyncVisitor):
        raise RuntimeError("SignInMiddleware is missing: add it to the app")
    return found


def read_request(scope: Scope, body: bytes = b"") -> WebRequest:
    """The request of a scope."""
    headers: dict[str, str] = {}
    for raw_name, raw_value in scope["headers"]:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        joined = "; " if name == "cookie" else ", "
        headers[name] = f"{headers[name]}{joined}{value}" if name in headers else value
    client = scope.get("client")
    path, root = scope["path"], scope.get("root_path", "")
    if path == root or path.startswith(f"{root}/"):
        path = path[len(root) :] or "/"
    query = scope.get("query_string", b"").decode("latin-1")
    return WebRequest(scope.get("method", "GET"), path, query, headers, body, client[0] if client else None)


async def send_answer(answer: WebResponse, send: Send) -> None:
    """Send an answer."""
    body = answer.body.encode()
    headers = [*answer.header_list, ("Content-Length", str(len(body)))]
    raw = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
    await send({"type": "http.response.start", "status": answer.status, "headers": raw})
    await send({"type": "http.response.body", "body": body})


async def _read_form(receive: Receive) -> bytes:
    body = b""
    while len(body) <= MAX_FORM:
        message = await receive()
        body += message.get("body", b"")
        if message["type"] == "http.disconnect" or not message.get("more_body"):
            break
    return body


def _headers(message: Message, cookies: tuple[SetCookie, ...]) -> list[tuple[bytes, bytes]]:
    """The cookies, and that no cache may keep an answer that has a session in it."""
    if not cookies:
        return []
    raw = [(b"set-cookie", cookie.header.encode("latin-1")) for cookie in cookies]
    cached = any(name.lower() == b"cache-control" for name, _ in message.get("headers", []))
    return raw if cached else [*raw, (b"cache-control", b"no-store")]
