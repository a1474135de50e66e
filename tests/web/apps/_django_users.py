"""A Django project with users, the admin site and APIs, under WSGI and ASGI, with the sync and the async client."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from tests.web.browser import Browser
from workos_core.auth.identity.sign_in_hooks import SignInHooks
from workos_emulator import Emulator

SERVERS = ("wsgi_sync", "wsgi_async", "asgi_sync", "asgi_async")


@contextmanager
def start_project(
    server: str, emulator: Emulator, backend: Any = None, hooks: SignInHooks | None = None, patterns: Any = ()
) -> Generator[Browser]:
    """Yield a browser for the project.

    Args:
        server: One of `SERVERS`.
        emulator: The emulator.
        backend: The authentication backend. The default is `WorkOSBackend`.
        hooks: The hooks of the sign-in.
        patterns: More URLs of the project.
    """
    from asgiref.sync import sync_to_async
    from django.contrib.auth.decorators import login_required
    from django.core.asgi import get_asgi_application
    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    from tests.web.apps._clients import asgi_client, async_sign_in, sync_sign_in
    from tests.web.apps._django_project import project_with_users, wsgi_client
    from workos_web.django import DjangoSignIn

    interface, client = server.split("_")
    auth = DjangoSignIn(async_sign_in(emulator) if client == "async" else sync_sign_in(emulator), hooks=hooks)

    def me(request: Any) -> HttpResponse:
        return HttpResponse(describe(request.user))

    async def me_async(request: Any) -> HttpResponse:
        return HttpResponse(await sync_to_async(describe)(await request.auser()))

    async def me_in_event_loop(request: Any) -> HttpResponse:
        return HttpResponse(describe(request.user))

    @login_required
    def reports(request: HttpRequest) -> HttpResponse:
        return HttpResponse(f"reports {request.GET.get('a', '')}")

    def store(request: Any) -> HttpResponse:
        request.session["cart"] = "a book"
        return HttpResponse("stored")

    def cart(request: Any) -> HttpResponse:
        return HttpResponse(request.session.get("cart", "empty"))

    urls = [
        path("me", me),
        path("me-async", me_async),
        path("me-in-event-loop", me_in_event_loop),
        path("reports", reports),
        path("store", store),
        path("cart", cart),
        *patterns,
    ]
    with project_with_users(auth, urls, backend):
        if interface == "wsgi":
            yield Browser(wsgi_client(), emulator)
        else:
            with asgi_client(get_asgi_application()) as send:
                yield Browser(send, emulator)


def describe(user: Any) -> str:
    """Return the text of the pages that show the user."""
    if not user.is_authenticated:
        return "anonymous"
    flags = [name for name in ("is_staff", "is_superuser") if getattr(user, name)]
    return " ".join([user.email, *flags, *sorted(group.name for group in user.groups.all())])
