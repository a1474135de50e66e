from collections.abc import Generator
from contextlib import contextmanager
from typing import Annotated

from fastapi import Depends, FastAPI
from starlette.responses import PlainTextResponse

from tests.web.apps._clients import asgi_client, async_sign_in, describe
from tests.web.browser import Send
from workos_core.auth import permission, role
from workos_core.auth.identity.identity import Identity
from workos_core.auth.identity.sign_in_hooks import SignInHooks
from workos_core.models.events import Event
from workos_emulator import Emulator
from workos_web._request_auth import WebhookHandler
from workos_web.fastapi import (
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
    app = FastAPI(default_response_class=PlainTextResponse)
    install(app, async_sign_in(emulator), hooks=hooks)
    event_ids: list[str] = []

    @app.get("/")
    async def home() -> str:
        return "home"

    @app.get("/me")
    async def me(identity: Annotated[Identity, Depends(require_user)]) -> str:
        return describe(identity)

    @app.get("/open")
    async def anyone(identity: Annotated[Identity | None, Depends(current_user)]) -> str:
        return "anonymous" if identity is None or identity.user is None else identity.user.email

    @app.get("/organization")
    async def organization(identity: Annotated[Identity, Depends(require_user)]) -> str:
        return str(identity.organization_id)

    for path, dependency in (
        ("/member", require_role("member")),
        ("/admin", require_role("admin")),
        ("/permission", require_permission("posts:read")),
        ("/flag", require_feature_flag("new")),
        ("/either", require(role("admin") | permission("posts:read"))),
        ("/both", require(role("member") & permission("posts:read"))),
    ):
        app.add_api_route(path, home, dependencies=[Depends(dependency)])

    async def store_event(event: Event) -> None:
        event_ids.append(event.id)

    @app.get("/events")
    async def events() -> str:
        return " ".join(event_ids)

    app.routes.append(webhook_route("/webhook", secret, handler or store_event))
    with asgi_client(app) as send:
        yield send
