"""The example apps of the web frameworks in a real browser: sign in, switch the organization, refresh the session, sign out."""

import os
from collections.abc import Generator, Iterator
from contextlib import contextmanager, nullcontext
from datetime import timedelta
from typing import Any

import pytest

from workos_emulator import Emulator
from workos_sync import WorkOS

from .chromium import Chromium
from .serving import serve, serve_wsgi

CONCURRENT_REQUESTS = """
const done = arguments[arguments.length - 1];
Promise.all(Array.from({length: 12}, () => fetch('/api/me').then(response => response.status))).then(done);
"""
SWITCH_ORGANIZATION = """
const done = arguments[arguments.length - 1];
const form = document.querySelector('form[action="/switch-organization"]');
fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual'}).then(() => done(true));
"""


@contextmanager
def serve_example(framework: str, workos: WorkOS) -> Generator[str]:
    """Serve the example of a framework."""
    if framework == "fastapi":
        from examples.fastapi_app import make_app

        with serve(make_app=make_app) as url:
            yield url
        return
    if framework == "flask":
        from examples.flask_app import make_app as make_wsgi
    else:
        from examples.django_app import make_app as make_wsgi
    settings = example_project_settings() if framework == "django" else nullcontext()
    with settings, serve_wsgi(lambda url: make_wsgi(url, workos)) as url:
        yield url


def example_project_settings() -> Any:
    """Return a context manager with the settings of the Django example, in case other tests have configured Django before."""
    from django.conf import settings
    from django.test import override_settings

    if not settings.configured:
        return nullcontext()
    return override_settings(
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF="example_project",
        MIDDLEWARE=["django.middleware.csrf.CsrfViewMiddleware", "example_project.middleware"],
    )


@pytest.fixture(params=["fastapi", "flask", "django"])
def framework(request: pytest.FixtureRequest) -> str:
    pytest.importorskip(request.param, reason="nox -s browser installs the frameworks")
    return str(request.param)


@pytest.fixture
def app(framework: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, Emulator]]:
    from examples.shared import running_emulator

    for name in ("WORKOS_API_KEY", "WORKOS_CLIENT_ID", "WORKOS_BASE_URL", "WORKOS_COOKIE_PASSWORD"):
        monkeypatch.setitem(os.environ, name, "")  # restored after the test
    with (
        running_emulator() as emulator,
        WorkOS() as workos,
        serve_example(framework, workos) as url,
    ):
        yield url, emulator


def count_refreshes(emulator: Emulator) -> int:
    return [entry.request.path for entry in emulator.requests].count("/user_management/authenticate")


def test_sign_in_switch_refresh_and_sign_out(browser: Chromium, app: tuple[str, Emulator], framework: str) -> None:
    url, emulator = app
    browser.open(url)
    assert browser.heading == "Welcome"
    browser.screenshot(f"{framework}-signed-out")
    browser.follow("Sign in")
    browser.fill("Email address", "ada@example.com")
    browser.fill("Password", "correct horse 42")
    browser.press("Sign in")
    browser.press("Acme")
    assert (browser.url, browser.heading) == (f"{url}/", "Hello, Ada")
    assert "Organization\nAcme" in browser.text
    browser.screenshot(f"{framework}-signed-in")

    browser.press("Switch to Initech")
    assert "Organization\nInitech" in browser.text

    # Get an expired token: switch back to Acme without loading a page.
    lifetime, emulator.settings.access_token_lifetime = emulator.settings.access_token_lifetime, timedelta(seconds=-90)
    assert browser.driver.execute_async_script(SWITCH_ORGANIZATION)
    emulator.settings.access_token_lifetime = lifetime
    emulator.requests.clear()
    assert browser.driver.execute_async_script(CONCURRENT_REQUESTS) == [200] * 12
    assert count_refreshes(emulator) == 1
    browser.open(url)
    assert "Organization\nAcme" in browser.text
    assert count_refreshes(emulator) == 1

    browser.press("Sign out")
    assert (browser.url, browser.heading) == (f"{url}/", "Welcome")
    (session,) = emulator.environment.state.sessions
    assert session.ended_at is not None
    assert browser.console_problems() == []


def test_app_follows_the_directory(browser: Chromium, app: tuple[str, Emulator], framework: str) -> None:
    if framework != "fastapi":
        pytest.skip("only the FastAPI example follows directories")
    url, emulator = app
    organization = next(iter(emulator.environment.state.organizations))
    directory = emulator.seed.directory(organization.id)
    emulator.seed.directory_user(directory["id"], email="grace@acme.example")
    browser.open(url)
    browser.follow("Sign in")
    browser.fill("Email address", "ada@example.com")
    browser.fill("Password", "correct horse 42")
    browser.press("Sign in")
    browser.press("Acme")
    from selenium.webdriver.support.ui import WebDriverWait

    def user_is_listed(driver: Any) -> bool:
        driver.refresh()
        return "grace@acme.example" in browser.text

    assert WebDriverWait(browser.driver, 30, 0.2).until(user_is_listed)
    browser.screenshot("fastapi-directory")
    assert "initech.example" not in browser.text  # a user of another customer
    browser.press("Switch to Initech")
    assert "peter@initech.example" in browser.text
    assert "acme.example" not in browser.text
