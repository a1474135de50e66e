"""A small ASGI app to test: it reads the session cookie, lists the members of an organization, and receives webhooks."""

import json
from collections.abc import Awaitable, Callable
from http.cookies import SimpleCookie
from typing import Any

from workos_async import WorkOS, WorkOSError
from workos_core.models import DsyncUserDeletedEvent
from workos_core.webhooks import SignatureVerificationError, construct_event

Send = Callable[[dict[str, Any]], Awaitable[None]]
Receive = Callable[[], Awaitable[dict[str, Any]]]


class App:
    """The ASGI application. It takes the client as an argument, so that a test can pass its own."""

    def __init__(self, workos: WorkOS, *, cookie_password: str, webhook_secret: str) -> None:
        self.workos = workos
        self.cookie_password = cookie_password
        self.webhook_secret = webhook_secret
        self.deleted_users: set[str] = set()

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        if scope["path"] == "/me":
            status, body = await self.me(headers)
        elif scope["path"] == "/members":
            status, body = await self.members(headers)
        elif scope["path"] == "/webhooks" and scope["method"] == "POST":
            status, body = await self.webhook(headers, await read_body(receive))
        else:
            status, body = 404, {"error": "not found"}
        content = json.dumps(body).encode()
        await send(
            {"type": "http.response.start", "status": status, "headers": [(b"content-type", b"application/json")]}
        )
        await send({"type": "http.response.body", "body": content})

    async def me(self, headers: dict[str, str]) -> tuple[int, Any]:
        session = await self.session(headers)
        if session is None:
            return 401, {"error": "sign in first"}
        return 200, {"email": session.user.email, "organization_id": session.organization_id}

    async def members(self, headers: dict[str, str]) -> tuple[int, Any]:
        session = await self.session(headers)
        if session is None or session.organization_id is None:
            return 401, {"error": "sign in to an organization first"}
        try:
            users = self.workos.user_management.list_users(organization_id=session.organization_id)
            return 200, [user.email async for user in users]
        except WorkOSError:
            return 502, {"error": "WorkOS is unavailable; try again later"}

    async def webhook(self, headers: dict[str, str], body: bytes) -> tuple[int, Any]:
        try:
            event = construct_event(body, headers.get("workos-signature"), self.webhook_secret)
        except SignatureVerificationError:
            return 400, {"error": "invalid signature"}
        if isinstance(event, DsyncUserDeletedEvent):
            self.deleted_users.add(event.data.id)
        return 200, {}

    async def session(self, headers: dict[str, str]) -> Any:
        cookie = SimpleCookie(headers.get("cookie", "")).get("wos-session")
        if cookie is None:
            return None
        result = await self.workos.user_management.authenticate_with_session_cookie(
            session_data=cookie.value, cookie_password=self.cookie_password
        )
        return result or None


async def read_body(receive: Receive) -> bytes:
    chunks: list[bytes] = []
    while True:
        message = await receive()
        chunks.append(message.get("body", b""))
        if not message.get("more_body"):
            return b"".join(chunks)
