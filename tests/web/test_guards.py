"""Guards and decorators of all frameworks: identity, combinations, mistakes, WebSocket routes, and the names of the sign-in routes."""

import copy
import pickle
from collections.abc import Awaitable, Callable
from importlib import import_module
from inspect import iscoroutinefunction
from typing import Any

import httpx
import pytest

from tests.web.apps._clients import async_sign_in, sync_sign_in
from workos_core.auth import anyone, feature_flag, permission, role, user
from workos_core.errors import InvalidArgumentError
from workos_emulator import Emulator
from workos_testing import Factory, SessionFactory


@pytest.fixture
def emulator() -> Emulator:
    return Emulator()


def kit_of(framework: str) -> Any:
    pytest.importorskip(framework, reason="nox -s web installs the frameworks")
    return import_module(f"workos_web.{framework}")


@pytest.fixture(params=["fastapi", "starlette", "litestar"])
def kit(request: pytest.FixtureRequest) -> Any:
    """A module with guards."""
    return kit_of(request.param)


@pytest.fixture(params=["flask", "django"])
def decorators(request: pytest.FixtureRequest, emulator: Emulator) -> Any:
    """An object with decorators."""
    kit = kit_of(request.param)
    sign_in: Any = kit.FlaskSignIn if request.param == "flask" else kit.DjangoSignIn
    return sign_in(sync_sign_in(emulator))


def test_equal_guards_are_one_object(kit: Any) -> None:
    assert kit.require(user()) is kit.require_user
    assert kit.require_role("admin") is kit.require(role("admin")) is kit.Guard(role("admin"))
    assert kit.require_role("admin") is not kit.require_permission("admin")
    for make_copy in (copy.copy, copy.deepcopy, lambda guard: pickle.loads(pickle.dumps(guard))):
        assert make_copy(kit.require_role("admin")) is kit.require_role("admin")


def test_guards_combine_like_requirements(kit: Any) -> None:
    assert kit.require_role("a") | kit.require_permission("b") is kit.require(permission("b") | role("a"))
    assert kit.require_role("a") & kit.require_feature_flag("b") is kit.require(role("a") & feature_flag("b"))
    assert repr(kit.require_role("a") | kit.require(anyone())) == "<guard: role 'a' or anyone>"
    for other in (role("admin"), "admin", None):
        with pytest.raises(TypeError, match="unsupported operand"):
            kit.require_user | other


def test_guards_of_something_else_than_a_requirement_are_rejected(kit: Any) -> None:
    for value, name in (("admin", "str"), (kit.require_user, "Guard"), (role, "function")):
        with pytest.raises(InvalidArgumentError, match=rf"requirement must be a Requirement.*\(got {name}\)"):
            kit.require(value)
    with pytest.raises(InvalidArgumentError, match=r"slug must be the slug of the role to require.*\(got function\)"):
        kit.require_role(role)


def test_decorators_of_something_else_than_a_requirement_are_rejected(decorators: Any) -> None:
    with pytest.raises(InvalidArgumentError, match=r"requirement must be a Requirement.*\(got str\)"):
        decorators.require("admin")

    def view() -> None: ...

    with pytest.raises(InvalidArgumentError, match=r"slug must be the slug of the role to require.*\(got function\)"):
        decorators.require_role(view)  # used without parentheses


def test_decorators_keep_the_name_and_docstring_of_a_view(decorators: Any) -> None:
    def view() -> None:
        """Show the reports."""

    for decorate in (decorators.require_user, decorators.require(role("a") | role("b"))):
        assert decorate(view).__name__ == "view"
        assert decorate(view).__doc__ == "Show the reports."


def starlette_app(emulator: Emulator) -> Any:
    from starlette.applications import Starlette
    from starlette.routing import WebSocketRoute
    from starlette.websockets import WebSocket

    kit = kit_of("starlette")

    async def echo(websocket: WebSocket) -> None:
        identity = await kit.require(role("admin") | role("member"))(websocket)
        await websocket.accept()
        await websocket.send_text(identity.user_id)
        await websocket.close()

    app = Starlette(routes=[WebSocketRoute("/ws", echo)])
    kit.install(app, async_sign_in(emulator))
    return app


def litestar_app(emulator: Emulator) -> Any:
    from litestar import Litestar, WebSocket, websocket

    kit = kit_of("litestar")

    @websocket("/ws", guards=[kit.require_role("admin") | kit.require_role("member")])
    async def echo(socket: WebSocket[Any, Any, Any]) -> None:
        identity = await kit.current_user(socket)
        await socket.accept()
        await socket.send_text(identity.user_id)
        await socket.close()

    return Litestar(route_handlers=[echo], plugins=[kit.SignInPlugin(async_sign_in(emulator))])


def mounted_starlette_app(emulator: Emulator) -> Any:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import PlainTextResponse
    from starlette.routing import Mount, Route, WebSocketRoute
    from starlette.websockets import WebSocket

    kit = kit_of("starlette")

    async def echo(websocket: WebSocket) -> None:
        await kit.require_user(websocket)

    async def me(request: Request) -> PlainTextResponse:
        return PlainTextResponse((await kit.require_user(request)).user_id)

    inner = Starlette(routes=[Route("/me", me), WebSocketRoute("/ws", echo)])
    app = Starlette(routes=[Mount("/inner", inner)])
    kit.install(app, async_sign_in(emulator))
    return app


async def test_mounted_applications_respond_to_denied_requests(emulator: Emulator) -> None:
    pytest.importorskip("starlette", reason="nox -s web installs the frameworks")
    app = mounted_starlette_app(emulator)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://testserver") as client:
        for _ in range(2):
            response = await client.get("/inner/me")
            assert (response.status_code, response.json()["error"]) == (401, "unauthorized")
            assert response.headers["www-authenticate"] == "Bearer"
        key = Factory(emulator).api_key()
        response = await client.get("/inner/me", headers={"Authorization": f"Bearer {key.value}"})
        assert response.status_code == 403
    (close,) = await connect(app, {}, "/inner/ws")
    assert (close["type"], close["code"]) == ("websocket.close", 1008)


MAKE_APP: dict[str, Callable[[Emulator], Any]] = {"starlette": starlette_app, "litestar": litestar_app}


@pytest.fixture(params=MAKE_APP)
def app(request: pytest.FixtureRequest, emulator: Emulator) -> Any:
    pytest.importorskip(request.param, reason="nox -s web installs the frameworks")
    return MAKE_APP[request.param](emulator)


async def connect(app: Callable[..., Awaitable[None]], headers: dict[str, str], path: str = "/ws") -> list[Any]:
    """Connect to a WebSocket route and return the messages that the application sends."""
    sent: list[Any] = []
    received = iter([{"type": "websocket.connect"}, {"type": "websocket.disconnect", "code": 1000}])

    async def receive() -> Any:
        return next(received)

    async def send(message: Any) -> None:
        sent.append(message)

    raw_headers = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    scope = {
        "type": "websocket",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "scheme": "ws",
        "server": ("testserver", 80),
        "client": ("127.0.0.1", 5000),
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": raw_headers,
        "subprotocols": [],
    }
    await app(scope, receive, send)
    return sent


async def test_websocket_routes_are_guarded(app: Any, emulator: Emulator) -> None:
    membership = Factory(emulator).membership()
    accept, message, *_ = await connect(app, SessionFactory(emulator).headers(membership.user_id))
    assert accept["type"] == "websocket.accept"
    assert message["text"] == membership.user_id
    outsider = Factory(emulator).user()
    for headers in ({}, SessionFactory(emulator).headers(outsider.id)):
        (close,) = await connect(app, headers)
        assert (close["type"], close["code"]) == ("websocket.close", 1008)


def test_sign_in_routes_have_names(app: Any) -> None:
    path_of = getattr(app, "route_reverse", None) or app.url_path_for
    assert {name: path_of(f"workos_{name}") for name in ("login", "callback", "logout", "switch_organization")} == {
        "login": "/login",
        "callback": "/callback",
        "logout": "/logout",
        "switch_organization": "/switch-organization",
    }


def test_guards_are_async_callables(kit: Any) -> None:
    """Frameworks run other callables in a thread."""
    assert iscoroutinefunction(type(kit.require_user).__call__)
