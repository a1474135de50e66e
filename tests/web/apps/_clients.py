"""The sign-in flows and the ASGI test client that the apps share."""

import logging
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import Any

import anyio.from_thread
import httpx

import workos_async
import workos_sync
from tests.web.browser import APP, CALLBACK, PASSWORD, Page, Send
from workos_core.auth.identity.identity import Identity
from workos_emulator import Emulator

logger = logging.getLogger(__name__)


def describe(identity: Identity | None) -> str:
    """Return the body of `/me`."""
    if identity is None:
        return "anonymous"
    return f"{identity.kind} {identity.user.email if identity.user else identity.user_id}"


def sync_sign_in(emulator: Emulator) -> workos_sync.SignIn:
    workos = workos_sync.WorkOS(
        emulator.api_key, client_id=emulator.client_id, transport=emulator.transport, max_retries=0
    )
    return workos_sync.SignIn(workos, redirect_uri=CALLBACK, cookie_password=PASSWORD)


def async_sign_in(emulator: Emulator) -> workos_async.SignIn:
    workos = workos_async.WorkOS(
        emulator.api_key, client_id=emulator.client_id, transport=emulator.transport, max_retries=0
    )
    return workos_async.SignIn(workos, redirect_uri=CALLBACK, cookie_password=PASSWORD)


@contextmanager
def asgi_client(app: Any) -> Generator[Send]:
    """Yield a function that sends requests to an ASGI app, all in one event loop. Exceptions of the app are logged like those of a server."""

    async def logged_app(scope: Any, receive: Any, send: Any) -> None:
        try:
            await app(scope, receive, send)
        except Exception:
            logger.exception("Exception in the application")
            raise

    transport = httpx.ASGITransport(app=logged_app, raise_app_exceptions=False)
    with anyio.from_thread.start_blocking_portal() as portal:

        async def send_async(method: str, path: str, headers: Mapping[str, str], body: bytes) -> Page:
            async with httpx.AsyncClient(transport=transport, base_url=APP) as client:
                response = await client.request(method, path, headers={"Accept": "*/*", **headers}, content=body)
            return Page(response.status_code, response.text, list(response.headers.multi_items()))

        def send(method: str, path: str, headers: Mapping[str, str], body: bytes) -> Page:
            return portal.call(send_async, method, path, headers, body)

        yield send
