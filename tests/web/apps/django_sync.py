from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from tests.web.apps._clients import describe, sync_sign_in
from tests.web.apps._django_project import project_settings
from tests.web.browser import Page, Send
from workos_core.auth import permission, role
from workos_core.models.events import Event
from workos_emulator import Emulator
from workos_web.django import DjangoSignIn, current_identity, webhook_view


@contextmanager
def client(emulator: Emulator, secret: str) -> Generator[Send]:
    auth = DjangoSignIn(sync_sign_in(emulator))
    event_ids: list[str] = []

    def home(request: HttpRequest) -> HttpResponse:
        return HttpResponse("home")

    def anyone(request: HttpRequest) -> HttpResponse:
        identity = current_identity(request)
        return HttpResponse("anonymous" if identity is None or identity.user is None else identity.user["email"])

    @auth.require_user
    def me(request: Any) -> HttpResponse:
        return HttpResponse(describe(request.workos.identity()))

    @auth.require_user
    async def organization(request: Any) -> HttpResponse:  # an async view with a sync client
        return HttpResponse(request.workos.result.identity.organization_id)

    def store_event(event: Event) -> None:
        event_ids.append(event.id)

    def events(request: HttpRequest) -> HttpResponse:
        return HttpResponse(" ".join(event_ids))

    patterns = [
        path("", home),
        path("me", me),
        path("open", anyone),
        path("organization", organization),
        path("member", auth.require_role("member")(home)),
        path("admin", auth.require_role("admin")(home)),
        path("permission", auth.require_permission("posts:read")(home)),
        path("flag", auth.require_feature_flag("new")(home)),
        path("either", auth.require(role("admin") | permission("posts:read"))(home)),
        path("both", auth.require(role("member") & permission("posts:read"))(home)),
        path("webhook", webhook_view(secret, store_event)),
        path("events", events),
    ]

    def send(method: str, target: str, headers: Mapping[str, str], body: bytes) -> Page:
        content_type = headers.get("Content-Type", "application/octet-stream")
        test_client = Client(enforce_csrf_checks=True)
        response = test_client.generic(method, target, body, content_type=content_type, headers=dict(headers))
        cookies = [("Set-Cookie", morsel.OutputString()) for morsel in response.cookies.values()]
        return Page(response.status_code, response.content.decode(), [*response.headers.items(), *cookies])

    with project_settings(auth, patterns):
        yield send
