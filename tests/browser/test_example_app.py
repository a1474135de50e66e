"""Sign-in to `examples/asgi_app.py` through the hosted pages, in a real browser."""

from collections.abc import Iterator

import pytest

from examples.asgi_app import App
from workos_async import WorkOS
from workos_emulator import Emulator
from workos_sync import WorkOS as SyncWorkOS

from .chromium import Chromium
from .serving import serve

EMAIL, PASSWORD = "ada@example.com", "correct horse 42"


@pytest.fixture
def app_url(emulator: Emulator, emulator_url: str) -> Iterator[str]:
    with SyncWorkOS(emulator.api_key, client_id=emulator.client_id, base_url=emulator_url) as sync_workos:
        sync_workos.user_management.create_user(email=EMAIL, password=PASSWORD, first_name="Ada", email_verified=True)
    workos = WorkOS(emulator.api_key, client_id=emulator.client_id, base_url=emulator_url)
    with serve(App(workos, "a password of more than 32 characters")) as url:
        yield url


def test_sign_in_and_sign_out(browser: Chromium, app_url: str, emulator: Emulator) -> None:
    browser.open(app_url)
    assert browser.heading == "Welcome"
    browser.follow("Sign in")
    assert browser.heading == "Sign in"
    assert browser.focused() == "email"
    browser.fill("Email address", EMAIL)
    browser.fill("Password", "wrong password")
    browser.press("Sign in")
    assert "Incorrect email address or password" in browser.text
    assert browser.value_of("Email address") == EMAIL
    assert browser.focused() == "password"
    browser.fill("Password", PASSWORD)
    browser.enter()
    assert browser.url == f"{app_url}/"
    assert browser.heading == "Hello, Ada"
    assert browser.screenshot("example-app-signed-in").stat().st_size > 1000

    browser.open(f"{app_url}/logout")  # a link or an image of another site can't sign the user out
    assert browser.heading == "Method not allowed"
    browser.open(app_url)
    assert browser.heading == "Hello, Ada"
    browser.press("Sign out")
    assert browser.heading == "Welcome"
    (session,) = emulator.environment.state.sessions
    assert session.ended_at is not None


def test_user_chooses_an_organization(browser: Chromium, app_url: str, emulator: Emulator, emulator_url: str) -> None:
    with SyncWorkOS(emulator.api_key, base_url=emulator_url) as workos:
        (ada,) = workos.user_management.list_users()
        for name in ("Acme", "Initech"):
            organization = workos.organizations.create_organization(name=name)
            workos.user_management.create_organization_membership(user_id=ada.id, organization_id=organization.id)
    browser.open(f"{app_url}/login")
    browser.fill("Email address", EMAIL)
    browser.fill("Password", PASSWORD)
    browser.press("Sign in")
    assert browser.heading == "Choose an organization"
    browser.press("Initech")
    assert browser.heading == "Hello, Ada"
    assert organization.id in browser.text


def test_sign_up_with_email_verification(browser: Chromium, app_url: str, emulator: Emulator) -> None:
    browser.open(f"{app_url}/login")
    browser.follow("Create an account")
    browser.fill("First name", "Grace")
    browser.fill("Email address", "grace@example.com")
    browser.fill("Password", PASSWORD)
    browser.press("Create account")
    code = emulator.outbox.last("grace@example.com").code
    assert code
    browser.fill("Code", code)
    browser.press("Continue")
    assert browser.heading == "Hello, Grace"
