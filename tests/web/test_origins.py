"""A cookie is an identity only for pages of the application itself, in every framework: for forms, scripts and WebSocket connections."""

from collections.abc import Callable, Iterator
from typing import Any

import anyio
import pytest

from tests.web.browser import ADA, Browser
from tests.web.cached_apps import KITS, create_sign_in, name_of, start_app
from tests.web.test_caching import SECRET, create_session
from workos_core.auth.identity.requirements import user
from workos_core.errors import ConfigurationError
from workos_emulator import Emulator
from workos_sync import WorkOS

URI = "https://app.example.com/callback"
FRONTEND = "https://www.example.com"

OWN: list[dict[str, Any]] = [
    {},
    {"Origin": "https://app.example.com"},
    {"Origin": "HTTPS://App.Example.Com"},
    {"Origin": FRONTEND, "Sec_Fetch_Site": "same-site"},
    {"Origin": "https://testserver", "Host": "testserver"},
    {"Origin": "https://proxied.example", "Sec_Fetch_Site": "same-origin"},  # a proxy has replaced the host
]
FOREIGN: list[dict[str, Any]] = [
    {"Origin": "https://evil.example"},
    {"Origin": "https://app.example.com.evil.example"},
    {"Origin": "https://evil.example.com"},
    {"Origin": "https://app.example.com:8443"},
    {"Origin": "http://app.example.com"},
    {"Origin": "http://testserver", "Host": "testserver"},
    {"Origin": "null"},
    {"Origin": ""},
    {"Origin": "http://["},
    {"Origin": "https://app.example.com/"},
    {"Origin": "https://app.example.com, https://evil.example"},
    {"Origin": "https://evil.example", "Sec_Fetch_Site": "none"},
    {"Origin": "https://evil.example", "Sec_Fetch_Site": "cross-site"},
]


@pytest.fixture
def emulator() -> Emulator:
    return Emulator()


@pytest.fixture
def workos(emulator: Emulator) -> Iterator[WorkOS]:
    with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as workos:
        workos.user_management.create_user(email=ADA, email_verified=True, password=SECRET)
        yield workos


@pytest.mark.parametrize("kit", KITS)
def test_requests(kit: str, emulator: Emulator, workos: WorkOS) -> None:
    token = workos.user_management.authenticate_with_password(email=ADA, password=SECRET).access_token
    with start_app(kit, emulator, redirect_uri=URI, allowed_origins=[FRONTEND]) as send:
        browser = Browser(send, emulator)
        browser.jar["wos-session"] = create_session(workos, ADA)
        for headers in OWN:
            assert browser.request("GET", "/page", **headers).text == ADA, headers
        for headers in FOREIGN:
            assert browser.request("GET", "/page", **headers).text == "anonymous", headers
            page = browser.request("GET", "/guarded", **headers)
            assert (page.status, "foreign_origin" in page.text) == (401, True)
            page = browser.request("GET", "/guarded", Authorization=f"Bearer {token}", **headers)
            assert page.status == 200
        assert "wos-session" in browser.jar


@pytest.mark.parametrize("kit", KITS)
def test_forms(kit: str, emulator: Emulator, workos: WorkOS) -> None:
    with start_app(kit, emulator, redirect_uri=URI, allowed_origins=[FRONTEND]) as send:
        browser = Browser(send, emulator)
        session = browser.jar["wos-session"] = create_session(workos, ADA)
        for headers in [*FOREIGN, {"Sec_Fetch_Site": "cross-site"}, {"Sec_Fetch_Site": "same-site"}]:
            for path in ("/logout", "/switch-organization"):
                assert browser.request("POST", path, **headers).status == 403, headers
        for headers in [*OWN, {"Sec_Fetch_Site": "same-origin"}, {"Sec_Fetch_Site": "none"}]:
            browser.jar["wos-session"] = session
            assert browser.request("POST", "/logout", **headers).status == 303, headers


def _asgi(sign_in: Any) -> Any:
    from workos_web.asgi import SignInMiddleware, get_request_auth

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await receive()
        auth = get_request_auth(scope)
        identity = await (auth.require(user()) if scope["path"] == "/guarded" else auth.identity())
        await send({"type": "websocket.accept"})
        await send({"type": "websocket.send", "text": name_of(identity)})
        await send({"type": "websocket.close"})

    return SignInMiddleware(app, sign_in=sign_in)


def _starlette(sign_in: Any) -> Any:
    from starlette.applications import Starlette
    from starlette.routing import WebSocketRoute
    from starlette.websockets import WebSocket

    from workos_web.starlette import current_identity, install, require_user

    async def connect(socket: WebSocket) -> None:
        identity = await (require_user if socket.url.path == "/guarded" else current_identity)(socket)
        await socket.accept()
        await socket.send_text(name_of(identity))
        await socket.close()

    app = Starlette(routes=[WebSocketRoute("/page", connect), WebSocketRoute("/guarded", connect)])
    install(app, sign_in)
    return app


def _fastapi(sign_in: Any) -> Any:
    from typing import Annotated

    from fastapi import Depends, FastAPI, WebSocket

    from workos_web.starlette import current_identity, install, require_user

    app = FastAPI()
    install(app, sign_in)

    def add(path: str, dependency: Any) -> None:
        async def connect(socket: WebSocket, identity: Annotated[Any, Depends(dependency)]) -> None:
            await socket.accept()
            await socket.send_text(name_of(identity))
            await socket.close()

        app.websocket(path)(connect)

    add("/page", current_identity)
    add("/guarded", require_user)
    return app


def _litestar(sign_in: Any) -> Any:
    from litestar import Litestar, WebSocket, websocket

    from workos_web.litestar import SignInPlugin, current_identity, require_user

    @websocket("/page")
    async def page(socket: WebSocket[Any, Any, Any]) -> None:
        identity = await current_identity(socket)
        await socket.accept()
        await socket.send_text(name_of(identity))
        await socket.close()

    @websocket("/guarded", guards=[require_user])
    async def guarded(socket: WebSocket[Any, Any, Any]) -> None:
        await socket.accept()
        await socket.send_text(name_of(await current_identity(socket)))
        await socket.close()

    return Litestar(route_handlers=[page, guarded], plugins=[SignInPlugin(sign_in)])


WEBSOCKET_KITS: dict[str, Callable[[Any], Any]] = {
    "asgi": _asgi,
    "starlette": _starlette,
    "fastapi": _fastapi,
    "litestar": _litestar,
}


def connect(app: Any, path: str, headers: dict[str, str]) -> list[Any]:
    """Open a WebSocket connection, and return the messages of the application."""
    raw_headers = [
        (name.replace("_", "-").lower().encode(), value.encode()) for name, value in headers.items() if name != "Host"
    ]
    scope = {
        "type": "websocket",
        "asgi": {"version": "3.0"},
        "scheme": "wss",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(b"host", b"testserver"), *raw_headers],
        "client": ("192.0.2.1", 1234),
        "server": ("testserver", 443),
        "subprotocols": [],
        "extensions": {},
    }
    received = iter([{"type": "websocket.connect"}, {"type": "websocket.disconnect", "code": 1000}])
    sent: list[Any] = []

    async def receive() -> Any:
        return next(received)

    async def send(message: Any) -> None:
        sent.append(message)

    anyio.run(app, scope, receive, send)
    return sent


@pytest.mark.parametrize("kit", WEBSOCKET_KITS)
def test_websockets(kit: str, emulator: Emulator, workos: WorkOS) -> None:
    if kit != "asgi":
        pytest.importorskip(kit, reason="nox -s web installs the frameworks")
    token = workos.user_management.authenticate_with_password(email=ADA, password=SECRET).access_token
    app = WEBSOCKET_KITS[kit](create_sign_in(kit, emulator, redirect_uri=URI, allowed_origins=[FRONTEND]))
    cookie = {"Cookie": f"wos-session={create_session(workos, ADA)}"}

    def text(sent: list[Any]) -> str:
        return next(message["text"] for message in sent if message["type"] == "websocket.send")

    for headers in OWN:
        assert text(connect(app, "/page", {**cookie, **headers})) == ADA
        assert text(connect(app, "/guarded", {**cookie, **headers})) == ADA
    for headers in FOREIGN:
        assert text(connect(app, "/page", {**cookie, **headers})) == "anonymous", headers
        sent = connect(app, "/guarded", {**cookie, **headers})
        assert [message["type"] for message in sent] == ["websocket.close"]
        assert (
            connect(app, "/guarded", {**headers, "Authorization": f"Bearer {token}"})[0]["type"] == "websocket.accept"
        )


@pytest.mark.parametrize("origin", ["app.example.com", "https://app.example.com/", "https://*.example.com", "null", ""])
def test_invalid_origins_are_rejected(origin: str, emulator: Emulator) -> None:
    with pytest.raises(ConfigurationError, match="allowed_origins must contain origins like"):
        create_sign_in("flask", emulator, allowed_origins=[origin])
    with pytest.raises(ConfigurationError, match="list of origins"):
        create_sign_in("flask", emulator, allowed_origins=origin)


def test_origins_are_written_as_browsers_do(emulator: Emulator) -> None:
    uri = "https://App.example.com:443/callback"
    sign_in = create_sign_in("flask", emulator, redirect_uri=uri, allowed_origins=["http://LOCALHOST:80"])
    assert sign_in.allowed_origins == ("https://app.example.com", "http://localhost")
