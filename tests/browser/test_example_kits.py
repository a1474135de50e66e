"""The example apps of the web frameworks in a real browser: sign in, reload when the token has expired, switch, log out."""

import os
import threading
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from datetime import timedelta
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest

from workos_emulator import Emulator
from workos_sync import WorkOS

from .chromium import Chromium
from .serving import serve

REFRESHING = """
const done = arguments[arguments.length - 1];
Promise.all(Array.from({length: 12}, () => fetch('/api/me').then(answer => answer.status))).then(done);
"""
SWITCH = """
const done = arguments[arguments.length - 1];
const form = document.querySelector('form[action="/switch-organization"]');
fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual'}).then(() => done(true));
"""


@contextmanager
def serving(framework: str, workos: WorkOS) -> Generator[str]:
    """The example of a framework on a server of its kind."""
    if framework == "fastapi":
        from examples.fastapi_app import make_app

        with serve(make_app=make_app) as url:
            yield url
        return
    if framework == "flask":
        from examples.flask_app import make_app as make_wsgi
    else:
        from examples.django_app import make_app as make_wsgi
    with ExitStack() as stack:
        server = stack.enter_context(make_server("127.0.0.1", 0, None, Threads, Quiet))  # type: ignore[arg-type]
        url = f"http://127.0.0.1:{server.server_port}"
        if framework == "django":
            stack.enter_context(as_the_only_project())
        server.set_app(make_wsgi(url, workos))
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield url
        finally:
            server.shutdown()
            thread.join(30)


def as_the_only_project() -> Any:
    """The settings of the Django example, whatever project other tests of this process have set up before."""
    from django.conf import settings
    from django.test import override_settings

    if not settings.configured:
        return nullcontext()
    return override_settings(
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF="example_project",
        MIDDLEWARE=["django.middleware.csrf.CsrfViewMiddleware", "example_project.middleware"],
    )


class Threads(ThreadingMixIn, WSGIServer):
    """A thread for each request."""

    daemon_threads = True


class Quiet(WSGIRequestHandler):
    """No log."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(params=["fastapi", "flask", "django"])
def framework(request: pytest.FixtureRequest) -> str:
    pytest.importorskip(request.param, reason="nox -s browser installs the frameworks")
    return str(request.param)


@pytest.fixture
def app(framework: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, Emulator]]:
    from examples.web_parts import emulated

    for name in ("WORKOS_API_KEY", "WORKOS_CLIENT_ID", "WORKOS_BASE_URL", "WORKOS_COOKIE_PASSWORD"):
        monkeypatch.setitem(os.environ, name, "")  # put back afterwards
    with (
        emulated() as emulator,
        WorkOS() as workos,
        serving(framework, workos) as url,
    ):
        yield url, emulator


def refreshes(emulator: Emulator) -> int:
    return [entry.request.path for entry in emulator.requests].count("/user_management/authenticate")


def test_the_whole_story(browser: Chromium, app: tuple[str, Emulator], framework: str) -> None:
    url, emulator = app
    browser.open(url)
    assert browser.heading == "Hello, stranger"
    browser.screenshot(f"{framework}-signed-out")
    browser.follow("Sign in")
    browser.fill("Email address", "ada@example.com")
    browser.fill("Password", "correct horse 42")
    browser.press("Sign in")
    browser.press("Acme")
    assert (browser.url, browser.heading) == (f"{url}/", "Hello, Ada")
    assert "Organization\nAcme" in browser.text
    browser.screenshot(f"{framework}-signed-in")

    browser.press("Go to Initech")
    assert "Organization\nInitech" in browser.text

    # A token that has expired, by way of a switch back to Acme that shows no page.
    usual, emulator.settings.access_token_lifetime = emulator.settings.access_token_lifetime, timedelta(seconds=-90)
    assert browser.driver.execute_async_script(SWITCH)
    emulator.settings.access_token_lifetime = usual
    emulator.requests.clear()
    assert browser.driver.execute_async_script(REFRESHING) == [200] * 12
    assert refreshes(emulator) == 1
    browser.open(url)
    assert "Organization\nAcme" in browser.text
    assert refreshes(emulator) == 1

    browser.press("Sign out")
    assert (browser.url, browser.heading) == (f"{url}/", "Hello, stranger")
    (session,) = emulator.environment.state.sessions
    assert session.ended_at is not None
    assert browser.problems_in_console() == []


def test_a_directory_is_followed(browser: Chromium, app: tuple[str, Emulator], framework: str) -> None:
    if framework != "fastapi":
        pytest.skip("the FastAPI example alone follows directories")
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

    def is_there(driver: Any) -> bool:
        driver.refresh()
        return "grace@acme.example" in browser.text

    assert WebDriverWait(browser.driver, 30, 0.2).until(is_there)
    browser.screenshot("fastapi-directory")
    assert "initech.example" not in browser.text  # another customer
    browser.press("Go to Initech")
    assert "peter@initech.example" in browser.text
    assert "acme.example" not in browser.text
