"""A person signs in to the example app through the hosted pages, in a real browser."""

from collections.abc import Iterator

import pytest

from examples.asgi_app import App
from workos_async import WorkOS
from workos_emulator import Emulator
from workos_sync import WorkOS as Setup

from .chromium import Chromium
from .serving import serve

EMAIL, PASSWORD = "ada@example.com", "correct horse 42"


@pytest.fixture
def app_url(emulator: Emulator, emulator_url: str) -> Iterator[str]:
    with Setup(emulator.api_key, client_id=emulator.client_id, base_url=emulator_url) as setup:
        setup.user_management.create_user(email=EMAIL, password=PASSWORD, first_name="Ada")
    workos = WorkOS(emulator.api_key, client_id=emulator.client_id, base_url=emulator_url)
    with serve(App(workos, "a password of more than 32 characters")) as url:
        yield url


def test_signing_in_and_out(browser: Chromium, app_url: str, emulator: Emulator) -> None:
    browser.open(app_url)
    assert browser.heading == "Hello, stranger"
    browser.follow("Sign in")
    assert browser.heading == "Sign in"
    assert browser.focused() == "email"
    browser.fill("Email address", EMAIL)
    browser.fill("Password", "not this one")
    browser.press("Sign in")
    assert "Incorrect email address or password" in browser.text
    assert browser.value_of("Email address") == EMAIL
    assert browser.focused() == "password"
    browser.fill("Password", PASSWORD)
    browser.enter()
    assert browser.url == f"{app_url}/"
    assert browser.heading == "Hello, Ada"
    assert browser.screenshot("example-app-signed-in").stat().st_size > 1000

    browser.open(f"{app_url}/logout")  # a link or a picture of another site logs nobody out
    assert browser.heading == "Not allowed"
    browser.open(app_url)
    assert browser.heading == "Hello, Ada"
    browser.press("Sign out")
    assert browser.heading == "Hello, stranger"
    (session,) = emulator.environment.state.sessions
    assert session.ended_at is not None


def test_two_organizations(browser: Chromium, app_url: str, emulator: Emulator, emulator_url: str) -> None:
    with Setup(emulator.api_key, base_url=emulator_url) as setup:
        (ada,) = setup.user_management.list_users()
        for name in ("Acme", "Initech"):
            organization = setup.organizations.create_organization(name=name)
            setup.user_management.create_organization_membership(user_id=ada.id, organization_id=organization.id)
    browser.open(f"{app_url}/login")
    browser.fill("Email address", EMAIL)
    browser.fill("Password", PASSWORD)
    browser.press("Sign in")
    assert browser.heading == "Choose an organization"
    browser.press("Initech")
    assert browser.heading == "Hello, Ada"
    assert organization.id in browser.text


def test_a_new_user_with_a_code(browser: Chromium, app_url: str, emulator: Emulator) -> None:
    emulator.settings.email_verification_required = True
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
