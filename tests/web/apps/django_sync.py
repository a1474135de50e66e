from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path

from tests.web.apps._clients import describe, sync_sign_in
from tests.web.apps._django_project import project_settings, wsgi_client
from tests.web.browser import Send
from workos_core.auth import permission, role
from workos_core.auth.identity.sign_in_hooks import SignInHooks
from workos_core.models.events import Event
from workos_emulator import Emulator
from workos_web._request_auth import WebhookHandler
from workos_web.django import DjangoSignIn, current_identity, webhook_view


@contextmanager
def client(
    emulator: Emulator, secret: str, *, hooks: SignInHooks | None = None, handler: WebhookHandler | None = None
) -> Generator[Send]:
    auth = DjangoSignIn(sync_sign_in(emulator), hooks=hooks)
    event_ids: list[str] = []

    def home(request: HttpRequest) -> HttpResponse:
        return HttpResponse("home")

    def anyone(request: HttpRequest) -> HttpResponse:
        identity = current_identity(request)
        return HttpResponse("anonymous" if identity is None or identity.user is None else identity.user.email)

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
        path("webhook", webhook_view(secret, handler or store_event)),
        path("events", events),
    ]

    with project_settings(auth, patterns):
        yield wsgi_client()
