"""Every hosted page in a real browser: nothing is blocked or missing, and there is a picture of it."""

import re
from collections.abc import Callable, Iterator

import pytest

from workos_emulator import Emulator, totp_code
from workos_sync import WorkOS

from . import chromium
from .chromium import Chromium

EMAIL, PASSWORD = "ada@example.com", "correct horse 42"


@pytest.fixture
def workos(emulator: Emulator, emulator_url: str) -> Iterator[WorkOS]:
    with WorkOS(emulator.api_key, client_id=emulator.client_id, base_url=emulator_url) as workos:
        workos.user_management.create_user(email=EMAIL, password=PASSWORD, first_name="Ada")
        yield workos


def begin(browser: Chromium, workos: WorkOS) -> None:
    callback = f"{workos.base_url}/hosted/signed-out"  # stands for the app
    browser.open(workos.user_management.get_authorization_url(provider="authkit", redirect_uri=callback))


def sign_in(browser: Chromium, workos: WorkOS) -> None:
    begin(browser, workos)
    browser.fill("Email address", EMAIL)
    browser.fill("Password", PASSWORD)
    browser.press("Sign in")


@pytest.fixture
def seen(browser: Chromium) -> Callable[[str, str], None]:
    def look(heading: str, name: str) -> None:
        assert browser.heading == heading
        assert browser.driver.execute_script("return document.documentElement.scrollWidth <= window.innerWidth")
        browser.screenshot(name)
        # A refused form is a 422 by intention, which the console mentions.
        assert [text for text in browser.problems_in_console() if "422" not in text] == []

    return look


def test_signing_in_and_up(browser: Chromium, workos: WorkOS, seen: Callable[[str, str], None]) -> None:
    begin(browser, workos)
    seen("Sign in", "sign-in")
    browser.press("Sign in")
    seen("Sign in", "sign-in-refused")
    browser.follow("Create an account")
    seen("Create an account", "sign-up")
    browser.press("Create account")
    seen("Create an account", "sign-up-refused")
    browser.follow("Already have an account? Sign in")
    browser.follow("Email me a sign-in code")
    seen("Sign in with a code", "magic-auth")
    browser.fill("Email address", EMAIL)
    browser.press("Send code")
    seen("Enter your code", "magic-auth-code")
    browser.follow("Open the emulator's mailbox")
    seen("Mailbox", "mailbox")


def test_passwords_and_providers(browser: Chromium, workos: WorkOS, seen: Callable[[str, str], None]) -> None:
    begin(browser, workos)
    browser.follow("Continue with Google")
    seen("Sign in with Google", "provider")
    begin(browser, workos)
    browser.follow("Sign in with SSO")
    seen("Sign in with SSO", "sso")
    browser.follow("Back")
    browser.follow("Forgot your password?")
    seen("Forgot your password?", "forgot-password")
    browser.fill("Email address", EMAIL)
    browser.press("Send link")
    seen("Check your email", "forgot-password-sent")
    browser.follow("Open the emulator's mailbox")
    browser.follow("Open link")
    seen("Choose a new password", "reset-password")
    browser.fill("New password", "an entirely new one 7")
    browser.press("Reset password")
    seen("Your password has been reset", "reset-password-done")


def test_the_steps(browser: Chromium, workos: WorkOS, emulator: Emulator, seen: Callable[[str, str], None]) -> None:
    emulator.settings.mfa_required = emulator.settings.email_verification_required = True
    (ada,) = workos.user_management.list_users()
    for name in ("Acme & Sons", "Initech"):
        organization = workos.organizations.create_organization(name=name)
        workos.user_management.create_organization_membership(user_id=ada.id, organization_id=organization.id)
    emulator.seed.radar_challenge(ada.id, "sms")
    sign_in(browser, workos)
    seen("Verify your identity", "radar-telephone")
    browser.fill("Phone number", "+1 555 0100")
    browser.press("Send code")
    seen("Verify your identity", "radar-code")
    browser.fill("Code", emulator.outbox.last("+1 555 0100").code or "")
    browser.press("Continue")
    seen("Verify your email address", "verify-email")
    browser.fill("Code", emulator.outbox.last(EMAIL).code or "")
    browser.press("Continue")
    seen("Set up your authenticator app", "second-factor-setup")
    secret = re.findall(r"\b[A-Z2-7]{32}\b", browser.text)[0]
    browser.fill("Code", totp_code(secret, emulator.clock.now()))
    browser.press("Confirm")
    seen("Choose an organization", "organization")
    browser.press("Initech")
    seen("You are signed out", "signed-out")
    sign_in(browser, workos)
    seen("Enter your code", "second-factor")


def test_a_device(browser: Chromium, workos: WorkOS, seen: Callable[[str, str], None]) -> None:
    waiting = workos.user_management.create_device_authorization()
    browser.open(waiting.verification_uri_complete)
    seen("Connect a device", "device")
    browser.press("Continue")
    browser.fill("Email address", EMAIL)
    browser.fill("Password", PASSWORD)
    browser.press("Sign in")
    seen("Connect this device?", "device-confirm")
    browser.press("Connect device")
    seen("Device connected", "device-done")
    answer = workos.user_management.authenticate_with_device_code(device_code=waiting.device_code)
    assert answer.user.email == EMAIL


def test_an_error(browser: Chromium, emulator_url: str) -> None:
    browser.open(f"{emulator_url}/hosted/sign-in?flow=none")
    assert browser.heading == "This sign-in has ended"
    browser.screenshot("error")


def test_in_the_dark_on_a_telephone(window: Chromium, workos: WorkOS) -> None:
    with chromium.start(dark=True, width=500, height=900) as browser:
        begin(browser, workos)
        browser.press("Sign in")
        assert browser.driver.execute_script("return matchMedia('(prefers-color-scheme: dark)').matches")
        assert browser.driver.execute_script("return document.documentElement.scrollWidth <= window.innerWidth")
        browser.screenshot("sign-in-dark")
