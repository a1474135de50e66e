"""Deployments in a real browser: below a path behind a proxy, with a cache for the whole site, and at two hosts.

Each test signs in, switches the organization, outlives the access token and signs out.
"""

import sys
from collections.abc import AsyncGenerator, Generator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta
from html import escape
from types import ModuleType
from typing import Annotated, Any

import pytest

import workos_async
import workos_sync
from workos_core.auth import Identity
from workos_emulator import Emulator

from .chromium import Chromium
from .reverse_proxy import ReverseProxy, reverse_proxy
from .serving import serve, serve_wsgi

EMAIL, PASSWORD = "ada@example.com", "correct horse 42"
COOKIE_PASSWORD = "a cookie password of more than thirty-two characters"
CONCURRENT_REQUESTS = """
const done = arguments[arguments.length - 1];
Promise.all(Array.from({length: 12}, () => fetch('api/me').then(response => response.status))).then(done);
"""
SWITCH_ORGANIZATION = """
const done = arguments[arguments.length - 1];
const form = document.querySelector('form[action="switch-organization"]');
fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual'}).then(() => done(true));
"""


@pytest.fixture
def organizations(sync_client: workos_sync.WorkOS) -> dict[str, str]:
    """Create a user who is a member of two organizations, and return their names by ID."""
    users = sync_client.user_management
    ada = users.create_user(email=EMAIL, password=PASSWORD, first_name="Ada", email_verified=True)
    names: dict[str, str] = {}
    for name in ("Acme", "Initech"):
        organization = sync_client.organizations.create_organization(name=name)
        users.create_organization_membership(user_id=ada.id, organization_id=organization.id)
        names[organization.id] = name
    return names


def home_page(identity: Identity | None, organizations: dict[str, str]) -> str:
    """Return a page whose links are relative, so that it works below any path."""
    if identity is None or identity.user is None:
        body = '<h1>Welcome</h1><a href="login">Sign in</a>'
    else:
        forms = "".join(
            f'<form method="post" action="switch-organization"><input type="hidden" name="organization_id" value="{id}">'
            f"<button>Switch to {name}</button></form>"
            for id, name in organizations.items()
            if id != identity.organization_id
        )
        name = organizations.get(identity.organization_id or "", "none")
        body = (
            f"<h1>Hello, {escape(str(identity.user.first_name))}</h1><p>Organization: {name}</p>{forms}"
            '<form method="post" action="logout"><button>Sign out</button></form>'
        )
    return f'<!doctype html><html lang="en"><head><title>App</title><link rel="icon" href="data:,"></head><body>{body}</body></html>'


@pytest.fixture
def sync_client(emulator: Emulator, emulator_url: str) -> Iterator[workos_sync.WorkOS]:
    with workos_sync.WorkOS(emulator.api_key, client_id=emulator.client_id, base_url=emulator_url) as workos:
        yield workos


def sign_in(browser: Chromium, url: str) -> None:
    browser.open(url)
    assert browser.heading == "Welcome"
    browser.follow("Sign in")
    browser.fill("Email address", EMAIL)
    browser.fill("Password", PASSWORD)
    browser.press("Sign in")
    browser.press("Acme")
    assert (browser.url, browser.heading) == (url, "Hello, Ada")
    assert "Organization: Acme" in browser.text


def switch_and_outlive_the_access_token(browser: Chromium, url: str, emulator: Emulator) -> None:
    browser.press("Switch to Initech")
    assert (browser.url, "Organization: Initech" in browser.text) == (url, True)
    # Get an expired token: switch back to Acme without loading a page.
    lifetime, emulator.settings.access_token_lifetime = emulator.settings.access_token_lifetime, timedelta(seconds=-90)
    assert browser.driver.execute_async_script(SWITCH_ORGANIZATION)
    emulator.settings.access_token_lifetime = lifetime
    emulator.requests.clear()
    assert browser.driver.execute_async_script(CONCURRENT_REQUESTS) == [200] * 12
    refreshes = [entry.request.path for entry in emulator.requests].count("/user_management/authenticate")
    assert refreshes == 1
    browser.open(url)
    assert "Organization: Acme" in browser.text


def sign_out(browser: Chromium, url: str) -> None:
    browser.press("Sign out")
    assert (browser.url, browser.heading) == (url, "Welcome")
    browser.open(url)
    assert browser.heading == "Welcome"


def session_cookies(browser: Chromium) -> list[tuple[str, str, str]]:
    """Return the name, host and path of the session cookies of all hosts."""
    cookies = browser.driver.execute_cdp_cmd("Network.getAllCookies", {})["cookies"]
    return [(each["name"], each["domain"], each["path"]) for each in cookies if each["name"].startswith("wos-session")]


@contextmanager
def fastapi_app(
    emulator: Emulator, emulator_url: str, organizations: dict[str, str], proxy: ReverseProxy, *, root_path: str
) -> Generator[str]:
    pytest.importorskip("fastapi", reason="nox -s browser installs the frameworks")
    from fastapi import Depends, FastAPI
    from fastapi.responses import HTMLResponse

    from workos_web.starlette import current_user, install, require_user

    url = f"{proxy.url}/shop/"
    workos = workos_async.WorkOS(emulator.api_key, client_id=emulator.client_id, base_url=emulator_url)
    flow = workos_async.SignIn(
        workos,
        redirect_uri=f"{url}callback",
        cookie_password=COOKIE_PASSWORD,
        post_logout_redirect_uri=url,
        trusted_proxies=[] if root_path else ["127.0.0.1"],
    )

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncGenerator[None]:
        async with workos:
            yield

    app = FastAPI(lifespan=lifespan)
    install(app, flow)

    @app.get("/", response_class=HTMLResponse)
    async def home(identity: Annotated[Identity | None, Depends(current_user)]) -> str:
        return home_page(identity, organizations)

    @app.get("/api/me")
    async def me(identity: Annotated[Identity, Depends(require_user)]) -> str | None:
        return identity.user_id

    with serve(app, root_path=root_path) as proxy.upstream:
        yield url


@pytest.mark.parametrize("root_path", ["", "/shop"], ids=["forwarded prefix", "root path"])
def test_fastapi_behind_a_proxy_that_removes_the_path(
    browser: Chromium, emulator: Emulator, emulator_url: str, organizations: dict[str, str], root_path: str
) -> None:
    with (
        reverse_proxy("/shop") as proxy,
        fastapi_app(emulator, emulator_url, organizations, proxy, root_path=root_path) as url,
    ):
        sign_in(browser, url)
        assert session_cookies(browser) == [("wos-session", "127.0.0.1", "/shop")]
        switch_and_outlive_the_access_token(browser, url, emulator)
        sign_out(browser, url)
        assert session_cookies(browser) == []
        assert browser.console_problems() == []
        browser.open(f"{url}callback?code=c&state=forged")
        assert browser.heading == "Sign-in failed"
        browser.follow("Sign in again")
        browser.fill("Email address", EMAIL)
        browser.fill("Password", PASSWORD)
        browser.press("Sign in")
        browser.press("Acme")
        assert (browser.url, browser.heading) == (url, "Hello, Ada")
        assert set(proxy.rejected) <= {"/favicon.ico"}


@contextmanager
def django_app(workos: workos_sync.WorkOS, organizations: dict[str, str], proxy: ReverseProxy) -> Generator[str]:
    pytest.importorskip("django", reason="nox -s browser installs the frameworks")
    import django
    from django.conf import settings
    from django.core.cache import caches
    from django.core.wsgi import get_wsgi_application
    from django.http import HttpRequest, HttpResponse
    from django.test import override_settings
    from django.urls import path

    from workos_web.django import DjangoSignIn, current_identity

    if not settings.configured:
        settings.configure(ALLOWED_HOSTS=["127.0.0.1"], MIDDLEWARE=[], SECRET_KEY="s" * 50)
        django.setup()
    url = f"{proxy.url}/shop/"
    auth = DjangoSignIn(
        workos_sync.SignIn(
            workos,
            redirect_uri=f"{url}callback",
            cookie_password=COOKIE_PASSWORD,
            post_logout_redirect_uri=url,
        )
    )

    def home(request: HttpRequest) -> HttpResponse:
        return HttpResponse(home_page(current_identity(request), organizations))

    @auth.require_user
    def me(request: HttpRequest) -> HttpResponse:
        return HttpResponse("me")

    project = ModuleType("deployed_project")
    project.__dict__.update(urlpatterns=[*auth.urls, path("", home), path("api/me", me)], middleware=auth.middleware)
    sys.modules[project.__name__] = project
    with override_settings(
        ALLOWED_HOSTS=["127.0.0.1"],
        FORCE_SCRIPT_NAME="/shop",
        USE_X_FORWARDED_HOST=True,
        ROOT_URLCONF=project.__name__,
        CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "deployments"}},
        CACHE_MIDDLEWARE_SECONDS=600,
        MIDDLEWARE=[
            "django.middleware.cache.UpdateCacheMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            f"{project.__name__}.middleware",
            "django.middleware.cache.FetchFromCacheMiddleware",
        ],
    ):
        caches["default"].clear()
        with serve_wsgi(lambda _: get_wsgi_application()) as proxy.upstream:
            yield url


def test_django_with_a_site_cache_below_a_script_name(
    browser: Chromium, emulator: Emulator, sync_client: workos_sync.WorkOS, organizations: dict[str, str]
) -> None:
    with reverse_proxy("/shop") as proxy, django_app(sync_client, organizations, proxy) as url:
        sign_in(browser, url)
        assert session_cookies(browser) == [("wos-session", "127.0.0.1", "/shop")]
        switch_and_outlive_the_access_token(browser, url, emulator)
        sign_out(browser, url)
        assert session_cookies(browser) == []
        assert browser.console_problems() == []
        assert set(proxy.rejected) <= {"/favicon.ico"}


@pytest.fixture
def flask_urls(sync_client: workos_sync.WorkOS, organizations: dict[str, str]) -> Iterator[list[str]]:
    pytest.importorskip("flask", reason="nox -s browser installs the frameworks")
    from flask import Flask

    from workos_web.flask import FlaskSignIn

    urls: list[str] = []

    def make_app(base_url: str) -> Any:
        port = base_url.rpartition(":")[2]
        urls.extend(f"http://{host}.localhost:{port}/" for host in ("app-a", "app-b"))
        flow = workos_sync.SignIn(
            sync_client,
            redirect_uri=[f"{url}callback" for url in urls],
            cookie_password=COOKIE_PASSWORD,
            post_logout_redirect_uri=urls,
        )
        app, auth = Flask(__name__), FlaskSignIn(flow)
        auth.init_app(app)

        @app.get("/")
        def home() -> str:
            return home_page(auth.current_user, organizations)

        @app.get("/api/me")
        @auth.require_user
        def me() -> str:
            return "me"

        return app

    with serve_wsgi(make_app):
        yield urls


def test_flask_with_two_hosts(browser: Chromium, emulator: Emulator, flask_urls: list[str]) -> None:
    first, second = flask_urls
    sign_in(browser, first)
    switch_and_outlive_the_access_token(browser, first, emulator)
    browser.open(second)
    browser.follow("Sign in")
    browser.press("Acme")  # the browser is signed in to AuthKit already
    assert (browser.url, browser.heading) == (second, "Hello, Ada")
    switch_and_outlive_the_access_token(browser, second, emulator)
    assert {host for _, host, _ in session_cookies(browser)} == {"app-a.localhost", "app-b.localhost"}
    sign_out(browser, second)
    browser.open(first)
    assert browser.heading == "Hello, Ada"
    sign_out(browser, first)
    assert session_cookies(browser) == []
    assert browser.console_problems() == []
    assert [session.ended_at is not None for session in emulator.environment.state.sessions] == [True, True]
