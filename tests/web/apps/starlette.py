from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from tests.web.apps._common import asgi_client, async_sign_in, text
from tests.web.person import Send
from workos_core.models.events import Event
from workos_emulator import Emulator
from workos_web.starlette import (
    current_user,
    install,
    require_feature_flag,
    require_permission,
    require_role,
    require_user,
    webhook_route,
)


@contextmanager
def client(emulator: Emulator, secret: str) -> Generator[Send]:
    seen: list[str] = []

    async def home(_: Request) -> PlainTextResponse:
        return PlainTextResponse("home")

    async def me(request: Request) -> PlainTextResponse:
        return PlainTextResponse(text(await require_user(request)))

    async def anyone(request: Request) -> PlainTextResponse:
        identity = await current_user(request)
        return PlainTextResponse("nobody" if identity is None or identity.user is None else identity.user["email"])

    async def organization(request: Request) -> PlainTextResponse:
        return PlainTextResponse(str((await require_user(request)).organization_id))

    def guarded(dependency: Any) -> Any:
        async def endpoint(request: Request) -> PlainTextResponse:
            return PlainTextResponse(text(await dependency(request)))

        return endpoint

    async def keep(event: Event) -> None:
        seen.append(event.id)

    async def events(_: Request) -> PlainTextResponse:
        return PlainTextResponse(" ".join(seen))

    routes = {
        "/": home,
        "/me": me,
        "/open": anyone,
        "/organization": organization,
        "/member": guarded(require_role("member")),
        "/admin": guarded(require_role("admin")),
        "/permission": guarded(require_permission("posts:read")),
        "/flag": guarded(require_feature_flag("new")),
        "/events": events,
    }
    app = Starlette(
        routes=[*(Route(path, each) for path, each in routes.items()), webhook_route("/webhook", secret, keep)]
    )
    install(app, async_sign_in(emulator))
    with asgi_client(app) as send:
        yield send
