"""Protected async views of Flask and async class-based views of Django, with sync and async clients."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec
from typing import Any

import pytest

from tests.web.browser import ADA, APP, Browser, Page, Send
from tests.web.kits import create_user, open_callback
from workos_emulator import Emulator

KITS = ("flask", "django_wsgi_sync", "django_wsgi_async", "django_asgi_sync", "django_asgi_async")


@pytest.fixture
def emulator() -> Emulator:
    return Emulator()


@contextmanager
def start_flask(emulator: Emulator) -> Generator[Send]:
    from flask import Flask
    from flask.views import MethodView

    from tests.web.apps._clients import describe, sync_sign_in
    from workos_web.flask import FlaskSignIn

    app = Flask(__name__)
    auth = FlaskSignIn(sync_sign_in(emulator))
    auth.init_app(app)

    @app.get("/me")
    @auth.require_user
    async def me() -> str:
        return describe(auth.current_user)

    class Methods(MethodView):
        decorators = [auth.require_user]  # noqa: RUF012

        async def get(self) -> str:
            return describe(auth.current_user)

    class ProtectedMethod(MethodView):
        @auth.require_user
        async def get(self) -> str:
            return describe(auth.current_user)

        @auth.require_role("admin")
        async def post(self) -> str:
            raise AssertionError

    async def with_argument(suffix: str) -> str:
        return describe(auth.current_user) + suffix

    app.add_url_rule("/class", view_func=Methods.as_view("class"))
    app.add_url_rule("/method", view_func=ProtectedMethod.as_view("method"))
    app.add_url_rule("/partial", "partial", auth.require_user(partial(with_argument, suffix="")))
    app.add_url_rule("/admin", "admin", auth.require_role("admin")(me))

    def send(method: str, path: str, headers: Mapping[str, str], body: bytes) -> Page:
        test_client = app.test_client(use_cookies=False)
        response = test_client.open(path, base_url=APP, method=method, headers=dict(headers), data=body)
        return Page(response.status_code, response.text, list(response.headers.items()))

    yield send


@contextmanager
def start_django(emulator: Emulator, server: str, client: str) -> Generator[Send]:
    from django.core.asgi import get_asgi_application
    from django.http import HttpResponse
    from django.urls import path
    from django.utils.decorators import method_decorator
    from django.views import View

    from tests.web.apps._clients import asgi_client, async_sign_in, describe, sync_sign_in
    from tests.web.apps._django_project import project_settings, wsgi_client
    from workos_web.django import AsyncRequestAuth, DjangoSignIn

    auth = DjangoSignIn(async_sign_in(emulator) if client == "async" else sync_sign_in(emulator))

    async def describe_user(request: Any) -> HttpResponse:
        result: AsyncRequestAuth = request.workos
        return HttpResponse(describe(result.result.identity if result.result else None))  # type: ignore[union-attr]

    @auth.require_user
    async def me(request: Any) -> HttpResponse:
        return await describe_user(request)

    class AsyncView(View):
        async def get(self, request: Any) -> HttpResponse:
            return await describe_user(request)

    @method_decorator(auth.require_user, name="dispatch")
    class ProtectedDispatch(AsyncView): ...

    @method_decorator([auth.require_user, auth.require_role("admin")], name="dispatch")
    class Admin(AsyncView): ...

    class SyncView(View):
        def get(self, request: Any) -> HttpResponse:
            return HttpResponse(describe(request.workos.result.identity))

    @method_decorator(auth.require_user, name="dispatch")
    class ProtectedSyncDispatch(SyncView): ...

    class ProtectedMethod(View):
        @method_decorator(auth.require_user)
        async def get(self, request: Any) -> HttpResponse:
            return await describe_user(request)

    patterns = [
        path("me", me),
        path("class", auth.require_user(AsyncView.as_view())),
        path("dispatch", ProtectedDispatch.as_view()),
        path("method", ProtectedMethod.as_view()),
        path("sync", auth.require_user(SyncView.as_view())),
        path("sync-dispatch", ProtectedSyncDispatch.as_view()),
        path("admin", Admin.as_view()),
        path("admin-class", auth.require_role("admin")(AsyncView.as_view())),
    ]
    with project_settings(auth, patterns):
        if server == "wsgi":
            yield wsgi_client()
        else:
            with asgi_client(get_asgi_application()) as send:
                yield send


def start_app(kit: str, emulator: Emulator) -> Any:
    framework, *options = kit.split("_")
    if find_spec(framework) is None:
        pytest.skip("nox -s web installs the frameworks")
    return start_flask(emulator) if framework == "flask" else start_django(emulator, *options)


try:
    from django import VERSION

    DJANGO_5_2_VIEWS = ("method",) if VERSION >= (5, 2) else ()  # before, `method_decorator` made async methods sync
except ImportError:
    DJANGO_5_2_VIEWS = ()
VIEWS = {"flask": ("me", "class", "method", "partial")}
DJANGO_VIEWS = ("me", "class", "dispatch", "sync", "sync-dispatch")


@pytest.mark.parametrize("kit", KITS)
def test_async_views_run_only_for_signed_in_users(kit: str, emulator: Emulator) -> None:
    create_user(emulator)
    with start_app(kit, emulator) as send:
        browser = Browser(send, emulator)
        views = VIEWS.get(kit) or (*DJANGO_VIEWS, *DJANGO_5_2_VIEWS)
        for view in views:
            page = browser.request("GET", f"/{view}", Accept="application/json")
            assert (view, page.status) == (view, 401)
        open_callback(browser)
        for view in views:
            page = browser.request("GET", f"/{view}", Accept="application/json")
            assert (view, page.status, page.text) == (view, 200, f"session {ADA}")


@pytest.mark.parametrize("kit", KITS)
def test_async_views_are_denied_without_the_role(kit: str, emulator: Emulator) -> None:
    create_user(emulator)
    with start_app(kit, emulator) as send:
        browser = Browser(send, emulator)
        open_callback(browser)
        views = ("admin",) if kit == "flask" else ("admin", "admin-class")
        for view in views:
            assert browser.request("GET", f"/{view}", Accept="application/json").status == 403
        if kit == "flask":
            assert browser.request("POST", "/method", Accept="application/json").status == 403
