from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from tests.web.apps._common import sync_sign_in, text
from tests.web.apps._django import project
from tests.web.person import Answer, Send
from workos_core.models.events import Event
from workos_emulator import Emulator
from workos_web.django import DjangoKit, identity_of, webhook_view


@contextmanager
def client(emulator: Emulator, secret: str) -> Generator[Send]:
    kit = DjangoKit(sync_sign_in(emulator))
    seen: list[str] = []

    def home(request: HttpRequest) -> HttpResponse:
        return HttpResponse("home")

    def anyone(request: HttpRequest) -> HttpResponse:
        identity = identity_of(request)
        return HttpResponse("nobody" if identity is None or identity.user is None else identity.user["email"])

    @kit.require_user
    def me(request: Any) -> HttpResponse:
        return HttpResponse(text(request.workos.identity()))

    @kit.require_user
    async def organization(request: Any) -> HttpResponse:  # across the border
        return HttpResponse(request.workos.found.identity.organization_id)

    def keep(event: Event) -> None:
        seen.append(event.id)

    def events(request: HttpRequest) -> HttpResponse:
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

    def send(method: str, target: str, headers: Mapping[str, str], body: bytes) -> Answer:
        kind = headers.get("Content-Type", "application/octet-stream")
        browser = Client(enforce_csrf_checks=True)
        answer = browser.generic(method, target, body, content_type=kind, headers=dict(headers))
        cookies = [("Set-Cookie", morsel.OutputString()) for morsel in answer.cookies.values()]
        return Answer(answer.status_code, answer.content.decode(), [*answer.headers.items(), *cookies])

    with project(kit, patterns):
        yield send
