"""A small app with sign-in on plain ASGI: no framework, one file, and only the building blocks of `workos_core.auth`.

    WORKOS_API_KEY=… WORKOS_CLIENT_ID=… COOKIE_PASSWORD=… uvicorn --factory examples.asgi_app:from_environment

`GET /` shows the signed-in user, `GET /login` starts a sign-in on the hosted pages, `GET /callback` completes it, and `POST /logout` signs
the user out.
"""

import os
from collections.abc import Awaitable, Callable, MutableMapping
from html import escape
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import parse_qsl

from workos_async import InvalidArgumentError, WorkOS
from workos_core.auth import (
    AuthorizationCallbackError,
    SealError,
    SessionData,
    find_verifier_cookie,
    generate_pkce_pair,
    parse_authorization_callback,
    seal_session,
    seal_verifier,
    unseal_verifier,
    verifier_cookie_name,
)

Message = MutableMapping[str, Any]
Page = tuple[int, list[tuple[str, str]], str]
"""Status, headers and HTML."""

SESSION_COOKIE = "session"
SIGN_OUT_FORM = '<form method="post" action="/logout"><button>Sign out</button></form>'


class App:
    """The ASGI application.

    Args:
        workos: The client, with a client ID.
        cookie_password: The password that seals cookies, at least 32 characters.
    """

    def __init__(self, workos: WorkOS, cookie_password: str) -> None:
        self._workos = workos
        self._password = cookie_password
        self._routes = {
            "/": ("GET", self._home),
            "/login": ("GET", self._login),
            "/callback": ("GET", self._callback),
            "/logout": ("POST", self._logout),
        }

    async def __call__(
        self, scope: Message, receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]
    ) -> None:
        """Handle a connection."""
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        elif scope["type"] == "http":
            await self._handle(scope, send)

    async def _lifespan(
        self, receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]
    ) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.shutdown":
                await self._workos.aclose()
            await send({"type": f"{message['type']}.complete"})
            if message["type"] == "lifespan.shutdown":
                return

    async def _handle(self, scope: Message, send: Callable[[Message], Awaitable[None]]) -> None:
        headers = {name.decode(): value.decode("latin-1") for name, value in scope["headers"]}
        request = {
            "base_url": f"{scope.get('scheme', 'http')}://{headers['host']}",
            "query": dict(parse_qsl(scope["query_string"].decode())),
            "cookies": {name: item.value for name, item in SimpleCookie(headers.get("cookie", "")).items()},
        }
        route_method, handler = self._routes.get(scope["path"], (None, None))
        method = "GET" if scope["method"] == "HEAD" else scope["method"]
        status, response_headers, body = 404, list[tuple[str, str]](), "<h1>Page not found</h1>"
        if handler and route_method != method:
            status, response_headers, body = 405, [("allow", str(route_method))], "<h1>Method not allowed</h1>"
        elif handler:
            status, response_headers, body = await handler(request)
        response_headers = [("content-type", "text/html; charset=utf-8"), *response_headers]
        raw_headers = [(name.encode(), value.encode("latin-1")) for name, value in response_headers]
        await send({"type": "http.response.start", "status": status, "headers": raw_headers})
        await send({"type": "http.response.body", "body": _document(body)})

    async def _home(self, request: dict[str, Any]) -> Page:
        session = self._workos.user_management.load_sealed_session(
            session_data=request["cookies"].get(SESSION_COOKIE), cookie_password=self._password
        )
        result = await session.authenticate()
        headers: list[tuple[str, str]] = []
        if not result:
            refreshed = await session.refresh()
            if not refreshed:
                return 200, [], '<h1>Welcome</h1><p><a href="/login">Sign in</a></p>'
            headers.append(_set_cookie(SESSION_COOKIE, refreshed.sealed_session))
            result = await session.authenticate()
        assert result
        name = result.user.first_name or result.user.email
        organization = f"<p>Organization: {escape(result.organization_id)}</p>" if result.organization_id else ""
        return 200, headers, f"<h1>Hello, {escape(name)}</h1>{organization}{SIGN_OUT_FORM}"

    async def _login(self, request: dict[str, Any]) -> Page:
        pair = generate_pkce_pair()
        # One sealed value is both the state and a cookie. The callback must bring both, so only this browser can complete the sign-in.
        state = seal_verifier(pair.code_verifier, self._password)
        url = self._workos.user_management.get_authorization_url(
            provider="authkit",
            redirect_uri=f"{request['base_url']}/callback",
            state=state,
            code_challenge=pair.code_challenge,
        )
        return 302, [("location", url), _set_cookie(verifier_cookie_name(state), state, 600)], ""

    async def _callback(self, request: dict[str, Any]) -> Page:
        try:
            callback = parse_authorization_callback(request["query"])
            state = callback.state or ""
            pending = unseal_verifier(state, find_verifier_cookie(state, request["cookies"]), self._password)
        except (AuthorizationCallbackError, SealError) as error:
            return 400, [], f"<h1>Sign-in failed</h1><p>{escape(str(error))}</p>"
        response = await self._workos.user_management.authenticate_with_code(
            code=callback.code, code_verifier=pending.code_verifier
        )
        session = SessionData(
            access_token=response.access_token, refresh_token=response.refresh_token, user=response.user
        )
        headers = [
            ("location", "/"),
            _set_cookie(SESSION_COOKIE, seal_session(session, self._password)),
            _set_cookie(verifier_cookie_name(state), "", 0),
        ]
        return 302, headers, ""

    async def _logout(self, request: dict[str, Any]) -> Page:
        session = self._workos.user_management.load_sealed_session(
            session_data=request["cookies"].get(SESSION_COOKIE), cookie_password=self._password
        )
        try:
            url = session.get_logout_url(return_to=f"{request['base_url']}/")
        except InvalidArgumentError:
            url = "/"
        # The cookie is SameSite=Lax: browsers don't send it with a form of another site, which therefore can't remove it.
        removed = [_set_cookie(SESSION_COOKIE, "", 0)] if SESSION_COOKIE in request["cookies"] else []
        return 303, [("location", url), *removed], ""


def _set_cookie(name: str, value: str, max_age: int = 400 * 24 * 3600) -> tuple[str, str]:
    return "set-cookie", f"{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={max_age}"


def _document(body: str) -> bytes:
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Example app</title></head>'
        f'<body style="font: 1.25rem system-ui; margin: 3rem"><main>{body}</main></body></html>'
    ).encode()


def from_environment() -> App:
    """Create the app from environment variables."""
    return App(WorkOS(), os.environ["COOKIE_PASSWORD"])
