"""A small app with sign-in, on plain ASGI: no framework, one file.

    WORKOS_API_KEY=… WORKOS_CLIENT_ID=… COOKIE_PASSWORD=… uvicorn --factory examples.asgi_app:from_environment

`/` greets, `/login` sends the browser to the hosted pages, `/callback` takes it back, a form posts to `/logout` to end the session.
"""

import os
from collections.abc import Awaitable, Callable, MutableMapping
from html import escape
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import parse_qsl

from workos_async import WorkOS
from workos_core.auth.sealing.iron import SealError
from workos_core.auth.sessions.session_cookie import seal_session
from workos_core.auth.sessions.session_data import SessionData
from workos_core.auth.sign_in.callback import AuthorizationCallbackError, parse_authorization_callback
from workos_core.auth.sign_in.pkce import generate_pkce_pair
from workos_core.auth.sign_in.verifier_cookie import (
    find_verifier_cookie,
    seal_verifier,
    unseal_verifier,
    verifier_cookie_name,
)
from workos_core.errors import InvalidArgumentError
from workos_core.serialization.unstructure import to_dict

Message = MutableMapping[str, Any]
SESSION = "session"
SIGN_OUT = '<form method="post" action="/logout"><button>Sign out</button></form>'


class App:
    """The app.

    Args:
        workos: The client, with a client id.
        cookie_password: At least 32 characters.
    """

    def __init__(self, workos: WorkOS, cookie_password: str) -> None:
        self._workos = workos
        self._password = cookie_password
        self._pages = {
            "/": ("GET", self._home),
            "/login": ("GET", self._login),
            "/callback": ("GET", self._callback),
            "/logout": ("POST", self._logout),
        }

    async def __call__(
        self, scope: Message, receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]
    ) -> None:
        """Answer a request."""
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, send)

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

    async def _answer(self, scope: Message, send: Callable[[Message], Awaitable[None]]) -> None:
        headers = {name.decode(): value.decode("latin-1") for name, value in scope["headers"]}
        request = {
            "base": f"{scope.get('scheme', 'http')}://{headers['host']}",
            "query": dict(parse_qsl(scope["query_string"].decode())),
            "cookies": {name: item.value for name, item in SimpleCookie(headers.get("cookie", "")).items()},
        }
        method, page = self._pages.get(scope["path"], (None, None))
        asked = "GET" if scope["method"] == "HEAD" else scope["method"]
        status, fields, body = 404, list[tuple[str, str]](), "<h1>Not found</h1>"
        if page and method != asked:
            status, fields, body = 405, [("allow", str(method))], "<h1>Not allowed</h1>"
        elif page:
            status, fields, body = await page(request)
        found = [("content-type", "text/html; charset=utf-8"), *fields]
        encoded = [(name.encode(), value.encode("latin-1")) for name, value in found]
        await send({"type": "http.response.start", "status": status, "headers": encoded})
        await send({"type": "http.response.body", "body": _document(body)})

    async def _home(self, request: dict[str, Any]) -> "Answer":
        session = self._workos.user_management.load_sealed_session(
            session_data=request["cookies"].get(SESSION), cookie_password=self._password
        )
        result = await session.authenticate()
        fields: list[tuple[str, str]] = []
        if not result.authenticated:
            refreshed = await session.refresh()
            if not refreshed.authenticated:
                return 200, [], '<h1>Hello, stranger</h1><p><a href="/login">Sign in</a></p>'
            fields.append(_cookie(SESSION, refreshed.sealed_session))
            result = await session.authenticate()
        assert result.authenticated
        user = result.user
        name = user.get("firstName") or user.get("first_name") or user["email"]
        where = f"<p>Organization: {escape(result.organization_id)}</p>" if result.organization_id else ""
        return 200, fields, f"<h1>Hello, {escape(name)}</h1>{where}{SIGN_OUT}"

    async def _login(self, request: dict[str, Any]) -> "Answer":
        pair = generate_pkce_pair()
        # One sealed value is both the state and a cookie: the callback must bring the same twice.
        state = seal_verifier(pair.code_verifier, self._password)
        url = self._workos.user_management.get_authorization_url(
            provider="authkit",
            redirect_uri=f"{request['base']}/callback",
            state=state,
            code_challenge=pair.code_challenge,
        )
        return 302, [("location", url), _cookie(verifier_cookie_name(state), state, 600)], ""

    async def _callback(self, request: dict[str, Any]) -> "Answer":
        try:
            callback = parse_authorization_callback(request["query"])
            state = callback.state or ""
            pending = unseal_verifier(state, find_verifier_cookie(state, request["cookies"]), self._password)
        except (AuthorizationCallbackError, SealError) as error:
            return 400, [], f"<h1>Signing in failed</h1><p>{escape(str(error))}</p>"
        answer = await self._workos.user_management.authenticate_with_code(
            code=callback.code, code_verifier=pending.code_verifier
        )
        sealed = seal_session(SessionData.from_response(to_dict(answer)), self._password)
        fields = [("location", "/"), _cookie(SESSION, sealed), _cookie(verifier_cookie_name(state), "", 0)]
        return 302, fields, ""

    async def _logout(self, request: dict[str, Any]) -> "Answer":
        session = self._workos.user_management.load_sealed_session(
            session_data=request["cookies"].get(SESSION), cookie_password=self._password
        )
        try:
            url = session.get_logout_url(return_to=f"{request['base']}/")
        except InvalidArgumentError:
            url = "/"
        # The cookie is SameSite=Lax: a form of another site comes without it, and must take nothing away.
        gone = [_cookie(SESSION, "", 0)] if SESSION in request["cookies"] else []
        return 303, [("location", url), *gone], ""


Answer = tuple[int, list[tuple[str, str]], str]


def _cookie(name: str, value: str, seconds: int = 400 * 24 * 3600) -> tuple[str, str]:
    return "set-cookie", f"{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}"


def _document(body: str) -> bytes:
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Example app</title></head>'
        f'<body style="font: 1.25rem system-ui; margin: 3rem"><main>{body}</main></body></html>'
    ).encode()


def from_environment() -> App:
    """The app with the settings of the environment variables."""
    return App(WorkOS(), os.environ["COOKIE_PASSWORD"])
