from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from django.core.asgi import get_asgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

from tests.web.apps._common import asgi_client, async_sign_in, text
from tests.web.apps._django import project
from tests.web.person import Send
from workos_core.models.events import Event
from workos_emulator import Emulator
from workos_web.django import DjangoKit, webhook_view


@contextmanager
def client(emulator: Emulator, secret: str) -> Generator[Send]:
    kit = DjangoKit(async_sign_in(emulator))
    seen: list[str] = []

    async def home(request: HttpRequest) -> HttpResponse:
        return HttpResponse("home")

    async def anyone(request: Any) -> HttpResponse:
        identity = await request.workos.identity()
        return HttpResponse("nobody" if identity is None or identity.user is None else identity.user["email"])

    @kit.require_user
    async def me(request: Any) -> HttpResponse:
        return HttpResponse(text(await request.workos.identity()))

    @kit.require_user
    def organization(request: Any) -> HttpResponse:  # across the border
        return HttpResponse(request.workos.found.identity.organization_id)

    def keep(event: Event) -> None:
        seen.append(event.id)

    async def events(request: HttpRequest) -> HttpResponse:
        return HttpResponse(" ".join(seen))

    patterns = [
        path("", home),
        path("me", me),
        path("open", anyone),
        path("organization", organization),
        path("member", kit.require_role("member")(home)),
        path("admin", kit.require_role("admin")(home)),
        path("permission", kit.require_permission("posts:read")(home)),
        path("flag", kit.require_feature_flag("new")(home)),
        path("webhook", webhook_view(secret, keep)),
        path("events", events),
    ]
    with project(kit, patterns), asgi_client(get_asgi_application()) as send:
        yield send
