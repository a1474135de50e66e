"""The applications in `tests.web.apps`, one per kit, for tests that run in all of them."""

import importlib
from contextlib import AbstractContextManager
from importlib.util import find_spec
from typing import Any

import pytest

from tests.web.browser import ADA, Browser, Page, Send
from workos_core.auth.identity.sign_in_hooks import SignInHooks
from workos_emulator import Emulator
from workos_sync import WorkOS
from workos_web._request_auth import WebhookHandler

KITS = ("asgi", "fastapi", "starlette", "litestar", "flask", "django_sync", "django_async")
SECRET = "a webhook secret"


def start_app(
    kit: str, emulator: Emulator, *, hooks: SignInHooks | None = None, handler: WebhookHandler | None = None
) -> AbstractContextManager[Send]:
    """Return a context manager that runs the application of a kit and yields a function that sends requests to it."""
    framework = kit.partition("_")[0]
    if framework != "asgi" and find_spec(framework) is None:
        pytest.skip("nox -s web installs the frameworks")
    app: Any = importlib.import_module(f"tests.web.apps.{kit}")
    client: AbstractContextManager[Send] = app.client(emulator, SECRET, hooks=hooks, handler=handler)
    return client


def create_user(emulator: Emulator, **fields: Any) -> str:
    """Create the user whom `sign_in` signs in, as a member of an organization, and return the ID."""
    with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as workos:
        user = workos.user_management.create_user(**{"email": ADA, "email_verified": True, **fields})
        organization = workos.organizations.create_organization(name="Acme")
        workos.user_management.create_organization_membership(user_id=user.id, organization_id=organization.id)
    return user.id


def open_callback(browser: Browser, return_to: str = "/me", email: str = ADA) -> Page:
    """Sign in at the hosted pages, and return the response of the callback."""
    page = browser.request("GET", f"/login?return_to={return_to}&login_hint={email}", Accept="text/html")
    page = browser.follow_redirect(page.header("location") or "")
    return browser.follow_redirect(page.header("location") or "")
