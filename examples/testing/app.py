"""A small ASGI app without a framework: it knows who is signed in by the session cookie, lists an organization's members, and takes webhooks."""

import json
from collections.abc import Awaitable, Callable
from http.cookies import SimpleCookie
from typing import Any

from workos_async import WorkOS
from workos_core.errors import WorkOSError
from workos_core.models.events import DsyncUserDeletedEvent
from workos_core.webhooks import signatures

Send = Callable[[dict[str, Any]], Awaitable[None]]
Receive = Callable[[], Awaitable[dict[str, Any]]]


class App:
    """The app. It is given its client, so that a test can give it another one."""

    def __init__(self, workos: WorkOS, *, cookie_password: str, webhook_secret: str) -> None:
        self.workos = workos
        self.cookie_password = cookie_password
        self.webhook_secret = webhook_secret
        self.gone: set[str] = set()

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        if scope["path"] == "/me":
            status, answer = await self.me(headers)
        elif scope["path"] == "/members":
            status, answer = await self.members(headers)
        elif scope["path"] == "/webhooks" and scope["method"] == "POST":
            status, answer = await self.webhook(headers, await body_of(receive))
        else:
            status, answer = 404, {"error": "not found"}
        content = json.dumps(answer).encode()
        await send(
            {"type": "http.response.start", "status": status, "headers": [(b"content-type", b"application/json")]}
        )
        await send({"type": "http.response.body", "body": content})

    async def me(self, headers: dict[str, str]) -> tuple[int, Any]:
        session = await self.session(headers)
        if session is None:
            return 401, {"error": "sign in first"}
        return 200, {"email": session.user["email"], "organization_id": session.organization_id}

    async def members(self, headers: dict[str, str]) -> tuple[int, Any]:
        session = await self.session(headers)
        if session is None or session.organization_id is None:
            return 401, {"error": "sign in to an organization first"}
        try:
            users = self.workos.user_management.list_users(organization_id=session.organization_id)
            return 200, [user.email async for user in users]
        except WorkOSError:
            return 502, {"error": "WorkOS does not answer; try again later"}

    async def webhook(self, headers: dict[str, str], body: bytes) -> tuple[int, Any]:
        try:
            event = signatures.construct_event(body, headers.get("workos-signature"), self.webhook_secret)
        except signatures.SignatureVerificationError:
            return 400, {"error": "not from WorkOS"}
        if isinstance(event, DsyncUserDeletedEvent):
            self.gone.add(event.data.id)
        return 200, {}

    async def session(self, headers: dict[str, str]) -> Any:
        cookie = SimpleCookie(headers.get("cookie", "")).get("wos-session")
        if cookie is None:
            return None
        result = await self.workos.user_management.authenticate_with_session_cookie(
            session_data=cookie.value, cookie_password=self.cookie_password
        )
        return result if result.authenticated else None


async def body_of(receive: Receive) -> bytes:
    parts: list[bytes] = []
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        if not message.get("more_body"):
            return b"".join(parts)
