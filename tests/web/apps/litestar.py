from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from litestar import Litestar, MediaType, Request, get

from tests.web.apps._clients import asgi_client, async_sign_in, describe, logger
from tests.web.browser import Send
from workos_core.auth import permission, role
from workos_core.auth.identity.sign_in_hooks import SignInHooks
from workos_core.models.events import Event
from workos_emulator import Emulator
from workos_web._request_auth import WebhookHandler
from workos_web.litestar import (
    SignInPlugin,
    current_user,
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

    @get("/", media_type=MediaType.TEXT)
    async def home() -> str:
        return "home"

    @get("/me", guards=[require_user], media_type=MediaType.TEXT)
    async def me(request: Request[Any, Any, Any]) -> str:
        return describe(await current_user(request))

    @get("/open", media_type=MediaType.TEXT)
    async def anyone(request: Request[Any, Any, Any]) -> str:
        identity = await current_user(request)
        return "anonymous" if identity is None or identity.user is None else identity.user.email

    @get("/organization", guards=[require_user], media_type=MediaType.TEXT)
    async def organization(request: Request[Any, Any, Any]) -> str:
        identity = await current_user(request)
        return str(identity and identity.organization_id)

    @get("/member", guards=[require_role("member")])
    async def member() -> None: ...

    @get("/admin", guards=[require_role("admin")])
    async def admin() -> None: ...

    @get("/permission", guards=[require_permission("posts:read")])
    async def has_permission() -> None: ...

    @get("/flag", guards=[require_feature_flag("new")])
    async def flag() -> None: ...

    @get("/either", guards=[require(role("admin") | permission("posts:read"))])
    async def either() -> None: ...

    @get("/both", guards=[require(role("member") & permission("posts:read"))])
    async def both() -> None: ...

    async def store_event(event: Event) -> None:
        event_ids.append(event.id)

    webhook = webhook_route("/webhook", secret, handler or store_event)

    @get("/events", media_type=MediaType.TEXT)
    async def events() -> str:
        return " ".join(event_ids)

    handlers: Any = [home, me, anyone, organization, member, admin, has_permission, flag, either, both, webhook, events]

    async def log(error: Exception, _: Any) -> None:
        logger.error("Exception in the application", exc_info=error)

    app = Litestar(
        route_handlers=handlers,
        after_exception=[log],
        logging_config=None,
        plugins=[SignInPlugin(async_sign_in(emulator), hooks=hooks)],
    )
    with asgi_client(app) as send:
        yield send
