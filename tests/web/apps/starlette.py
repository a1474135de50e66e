from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from tests.web.apps._clients import asgi_client, async_sign_in, describe
from tests.web.browser import Send
from workos_core.auth import permission, role
from workos_core.auth.identity.sign_in_hooks import SignInHooks
from workos_core.models.events import Event
from workos_emulator import Emulator
from workos_web._request_auth import WebhookHandler
from workos_web.starlette import (
    current_user,
    install,
    require,
    require_feature_flag,
    require_permission,
    require_role,
    require_user,
    webhook_route,
)


@contextmanager
def client(
    emulator: Emulator, secret: str, *, hooks: SignInHooks | None = None, handler: WebhookHandler | None = None
) -> Generator[Send]:
    event_ids: list[str] = []

    async def home(_: Request) -> PlainTextResponse:
        return PlainTextResponse("home")

    async def me(request: Request) -> PlainTextResponse:
        return PlainTextResponse(describe(await require_user(request)))

    async def anyone(request: Request) -> PlainTextResponse:
        identity = await current_user(request)
        return PlainTextResponse("anonymous" if identity is None or identity.user is None else identity.user.email)

    async def organization(request: Request) -> PlainTextResponse:
        return PlainTextResponse(str((await require_user(request)).organization_id))

    def protected(dependency: Any) -> Any:
        async def endpoint(request: Request) -> PlainTextResponse:
            return PlainTextResponse(describe(await dependency(request)))

        return endpoint

    async def store_event(event: Event) -> None:
        event_ids.append(event.id)

    async def events(_: Request) -> PlainTextResponse:
        return PlainTextResponse(" ".join(event_ids))

    routes = {
        "/": home,
        "/me": me,
        "/open": anyone,
        "/organization": organization,
        "/member": protected(require_role("member")),
        "/admin": protected(require_role("admin")),
        "/permission": protected(require_permission("posts:read")),
        "/flag": protected(require_feature_flag("new")),
        "/either": protected(require(role("admin") | permission("posts:read"))),
        "/both": protected(require(role("member") & permission("posts:read"))),
        "/events": events,
    }
    app = Starlette(
        routes=[
            *(Route(path, endpoint) for path, endpoint in routes.items()),
            webhook_route("/webhook", secret, handler or store_event),
        ]
    )
    install(app, async_sign_in(emulator), hooks=hooks)
    with asgi_client(app) as send:
        yield send
