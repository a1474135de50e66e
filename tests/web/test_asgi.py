"""`SignInMiddleware` around applications without a framework."""

import threading
from collections.abc import AsyncIterator
from typing import Any

import anyio
import anyio.lowlevel
import pytest

from workos_async import SignIn, WorkOS
from workos_core.auth.identity.web_response import error_json
from workos_core.models.events import Event
from workos_core.webhooks.signatures import sign
from workos_emulator import Emulator
from workos_web.asgi import (
    MAX_WEBHOOK,
    Message,
    Receive,
    RequestDenied,
    RequestDeniedMiddleware,
    Scope,
    Send,
    SignInMiddleware,
    get_request_auth,
    webhook_app,
)

DENIED = RequestDenied(error_json(403, "forbidden"))
START = {"type": "http.response.start", "status": 200, "headers": []}
BODY = {"type": "http.response.body", "body": b"first part", "more_body": True}
ACCEPT = {"type": "websocket.accept"}


@pytest.fixture
async def sign_in() -> AsyncIterator[SignIn]:
    emulator = Emulator()
    async with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as workos:
        yield SignIn(workos, redirect_uri="https://app.example.com/callback", cookie_password="x" * 32)


class App:
    """An application that sends messages, then raises an exception."""

    def __init__(self, *messages: Message, error: Exception = DENIED) -> None:
        self.messages = messages
        self.error = error

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        assert get_request_auth(scope).result is None
        for message in self.messages:
            await send(message)
        raise self.error


async def call(app: Any, kind: str = "http") -> list[Message]:
    """Handle one connection and return the sent messages. If the application raises an exception, it has them as `sent`."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    try:
        await app({"type": kind, "method": "GET", "path": "/", "headers": []}, receive, send)
    except Exception as error:
        error.sent = sent  # type: ignore[attr-defined]
        raise
    return sent


async def test_denial_before_the_response(sign_in: SignIn) -> None:
    start, body = await call(SignInMiddleware(App(), sign_in=sign_in))
    assert start["status"] == 403
    assert b"forbidden" in body["body"]


@pytest.mark.parametrize("messages", [[START], [START, BODY]])
async def test_denial_in_the_middle_of_a_response_is_raised(sign_in: SignIn, messages: list[Message]) -> None:
    """The server then breaks the connection, so that the client does not take the response for complete."""
    with pytest.raises(RequestDenied) as caught:
        await call(SignInMiddleware(App(*messages), sign_in=sign_in))
    assert [message["type"] for message in caught.value.sent] == [message["type"] for message in messages]  # type: ignore[attr-defined]


async def test_denial_of_a_websocket(sign_in: SignIn) -> None:
    assert await call(SignInMiddleware(App(), sign_in=sign_in), "websocket") == [
        {"type": "websocket.close", "code": 1008}
    ]
    with pytest.raises(RequestDenied) as caught:
        await call(SignInMiddleware(App(ACCEPT), sign_in=sign_in), "websocket")
    assert [message["type"] for message in caught.value.sent] == ["websocket.accept"]  # type: ignore[attr-defined]


async def test_denial_inside_of_other_middlewares(sign_in: SignIn) -> None:
    """They see the response. It has the cookies once."""
    seen: list[Message] = []

    def observe(app: Any) -> Any:
        async def observer(scope: Scope, receive: Receive, send: Send) -> None:
            async def observed_send(message: Message) -> None:
                seen.append(message)
                await send(message)

            await app(scope, receive, observed_send)

        return observer

    sent = await call(SignInMiddleware(observe(RequestDeniedMiddleware(App())), sign_in=sign_in))
    assert [message.get("status") for message in seen] == [403, None]
    assert [message.get("status") for message in sent] == [403, None]
    with pytest.raises(RequestDenied):
        await call(SignInMiddleware(observe(RequestDeniedMiddleware(App(START))), sign_in=sign_in))
    closed = await call(SignInMiddleware(observe(RequestDeniedMiddleware(App())), sign_in=sign_in), "websocket")
    assert closed == [{"type": "websocket.close", "code": 1008}]


async def test_denial_of_a_websocket_of_starlette(sign_in: SignIn) -> None:
    pytest.importorskip("starlette", reason="nox -s web installs the frameworks")
    from starlette.applications import Starlette
    from starlette.routing import WebSocketRoute
    from starlette.websockets import WebSocket

    from workos_web.starlette import install, require_user

    async def endpoint(websocket: WebSocket) -> None:
        await require_user(websocket)

    app = Starlette(routes=[WebSocketRoute("/", endpoint)])
    install(app, sign_in)
    assert await call(app, "websocket") == [{"type": "websocket.close", "code": 1008}]


async def test_other_exceptions_are_raised(sign_in: SignIn) -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        await call(SignInMiddleware(App(error=ZeroDivisionError()), sign_in=sign_in))
    assert caught.value.sent == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("scope", [{}, {"workos_web": None}, {"workos_web": "something else"}])
async def test_missing_middleware(scope: Scope) -> None:
    with pytest.raises(RuntimeError, match="SignInMiddleware is missing: add it to the application"):
        get_request_auth(scope)


async def test_lifespan_has_no_authentication(sign_in: SignIn) -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        with pytest.raises(RuntimeError, match="SignInMiddleware is missing"):
            get_request_auth(scope)
        await send({"type": "lifespan.startup.complete"})

    assert await call(SignInMiddleware(app, sign_in=sign_in), "lifespan") == [{"type": "lifespan.startup.complete"}]


BODY_OF_WEBHOOK = (
    b'{"id": "event_1", "event": "user.deleted", "data": {"id": "user_1"}, "created_at": "2026-01-01T00:00:00Z"}'
)


async def deliver(app: Any, *parts: bytes, method: str = "POST") -> int:
    """Send a webhook whose body arrives in parts, and return the status."""
    remaining = list(parts)
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": remaining.pop(0), "more_body": bool(remaining)}

    async def send(message: Message) -> None:
        sent.append(message)

    headers = [(b"workos-signature", sign(b"".join(parts), "secret").encode())]
    await app({"type": "http", "method": method, "path": "/", "headers": headers}, receive, send)
    return int(sent[0]["status"])


async def test_webhook_app_runs_both_kinds_of_handlers() -> None:
    """Also under trio."""
    events: list[str] = []

    async def handle_async(event: Event) -> None:
        await anyio.lowlevel.checkpoint()
        events.append(f"async {event.id}")

    def handle(event: Event) -> None:
        events.append(f"sync {event.id}")
        assert threading.current_thread() is not main

    main = threading.current_thread()
    assert await deliver(webhook_app("secret", handle_async), BODY_OF_WEBHOOK[:20], BODY_OF_WEBHOOK[20:]) == 204
    assert await deliver(webhook_app("secret", handle), BODY_OF_WEBHOOK) == 204
    assert events == ["async event_1", "sync event_1"]
    assert await deliver(webhook_app("secret", handle), BODY_OF_WEBHOOK, method="GET") == 405
    assert await deliver(webhook_app("secret", handle), b"x" * (MAX_WEBHOOK + 1), b"more") == 400
    assert len(events) == 2


async def test_webhook_app_serves_only_http() -> None:
    with pytest.raises(RuntimeError, match="serves only HTTP requests"):
        await call(webhook_app("secret", print), "websocket")
