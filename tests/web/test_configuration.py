"""Missing settings are reported at first use, and invalid ones when the app is created, in every framework."""

from contextlib import ExitStack
from typing import Any

import pytest

import workos_async
import workos_sync
from tests.web.browser import CALLBACK, NAVIGATION, PASSWORD
from tests.web.deployed_apps import KITS, create_app, create_sign_in, is_wsgi
from tests.web.sites import HTTPRequest, serve_asgi, serve_wsgi
from workos_core.errors import ConfigurationError
from workos_emulator import Emulator

VARIABLES = ("WORKOS_API_KEY", "WORKOS_CLIENT_ID", "WORKOS_REDIRECT_URI", "WORKOS_COOKIE_PASSWORD")


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def propagated(kit: str) -> dict[str, Any]:
    """Return the settings with which the framework raises exceptions instead of logging them."""
    if kit == "flask":
        return {"PROPAGATE_EXCEPTIONS": True}
    return {"DEBUG_PROPAGATE_EXCEPTIONS": True} if kit.startswith("django") else {}


@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize(
    ("missing", "path"),
    [
        ("WORKOS_REDIRECT_URI", "/login"),
        ("WORKOS_CLIENT_ID", "/login"),
        ("WORKOS_COOKIE_PASSWORD", "/login"),
        ("WORKOS_COOKIE_PASSWORD", "/files/x"),
        ("WORKOS_COOKIE_PASSWORD", "/callback?code=c&state=s"),
    ],
)
def test_missing_settings(monkeypatch: pytest.MonkeyPatch, kit: str, missing: str, path: str) -> None:
    """An app without any settings can be imported and serves its other pages."""
    package: Any = workos_sync if is_wsgi(kit) else workos_async
    values = ("sk_1", "client_1", CALLBACK, PASSWORD)
    for name, value in zip(VARIABLES, values, strict=True):
        if name != missing:
            monkeypatch.setenv(name, value)
    with ExitStack() as stack:
        app = stack.enter_context(create_app(kit, package.SignIn(package.WorkOS()), **propagated(kit)))
        server = stack.enter_context(serve_wsgi(app) if is_wsgi(kit) else serve_asgi(app))
        headers = {"Host": "testserver", **NAVIGATION}
        assert server(HTTPRequest("GET", "/", headers)).status == 200
        if kit == "litestar":  # it logs the exception
            with pytest.raises(ConfigurationError, match=missing):
                raise_logged(app, lambda: server(HTTPRequest("GET", path, headers)))
        else:
            with pytest.raises(ConfigurationError, match=missing):
                server(HTTPRequest("GET", path, headers))


def raise_logged(app: Any, call: Any) -> None:
    """Call a function and raise the exception that Litestar passes to its hook."""
    caught: list[Exception] = []

    async def remember(exception: Exception, _: Any) -> None:
        caught.append(exception)

    app.after_exception.append(remember)
    assert call().status == 500
    raise caught[0]


def test_check_of_django() -> None:
    pytest.importorskip("django", reason="nox -s web installs the frameworks")
    from django.core.management import call_command

    for package, kit in ((workos_sync, "django_sync"), (workos_async, "django_async")):
        sign_in = package.SignIn(package.WorkOS())
        with create_app(kit, sign_in):
            call_command("check")


@pytest.mark.parametrize("kit", KITS)
def test_sign_in_of_the_other_variant(kit: str) -> None:
    sign_in = create_sign_in(
        "flask" if kit in ("asgi", "starlette", "fastapi", "litestar") else "fastapi", Emulator(), redirect_uri=CALLBACK
    )
    if kit.startswith("django"):
        with create_app(kit, sign_in):  # Django accepts both
            pass
        sign_in = object()
    with pytest.raises(ConfigurationError, match="sign_in must be"), create_app(kit, sign_in):
        pass


@pytest.mark.parametrize("kit", KITS)
def test_colliding_paths(kit: str) -> None:
    sign_in = create_sign_in(kit, Emulator(), redirect_uri="http://testserver/login")
    with pytest.raises(ConfigurationError, match="same path '/login'"), create_app(kit, sign_in):
        pass
