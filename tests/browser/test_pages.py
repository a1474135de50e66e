"""Every hosted page in a real browser: nothing is blocked or missing. Saves a screenshot of each."""

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
        workos.user_management.create_user(email=EMAIL, password=PASSWORD, first_name="Ada", email_verified=True)
        yield workos


def open_sign_in(browser: Chromium, workos: WorkOS) -> None:
    callback = f"{workos.base_url}/hosted/signed-out"  # in place of an app
    url = workos.user_management.get_authorization_url(provider="authkit", redirect_uri=callback, prompt="login")
    browser.open(url)


def sign_in(browser: Chromium, workos: WorkOS) -> None:
    open_sign_in(browser, workos)
    browser.fill("Email address", EMAIL)
    browser.fill("Password", PASSWORD)
    browser.press("Sign in")


@pytest.fixture
def check_page(browser: Chromium) -> Callable[[str, str], None]:
    def check(heading: str, name: str) -> None:
        assert browser.heading == heading
        assert browser.driver.execute_script("return document.documentElement.scrollWidth <= window.innerWidth")
        browser.screenshot(name)
        # A rejected form has the status 422, which the console reports.
        assert [text for text in browser.console_problems() if "422" not in text] == []

    return check


def test_sign_in_and_sign_up(browser: Chromium, workos: WorkOS, check_page: Callable[[str, str], None]) -> None:
    open_sign_in(browser, workos)
    check_page("Sign in", "sign-in")
    browser.press("Sign in")
    check_page("Sign in", "sign-in-rejected")
    browser.follow("Create an account")
    check_page("Create an account", "sign-up")
    browser.press("Create account")
    check_page("Create an account", "sign-up-rejected")
    browser.follow("Already have an account? Sign in")
    browser.follow("Email me a sign-in code")
    check_page("Sign in with a code", "magic-auth")
    browser.fill("Email address", EMAIL)
    browser.press("Send code")
    check_page("Enter your code", "magic-auth-code")
    browser.follow("Open the emulator's mailbox")
    check_page("Mailbox", "mailbox")


def test_passwords_and_providers(browser: Chromium, workos: WorkOS, check_page: Callable[[str, str], None]) -> None:
    open_sign_in(browser, workos)
    browser.follow("Continue with Google")
    check_page("Sign in with Google", "provider")
    open_sign_in(browser, workos)
    browser.follow("Sign in with SSO")
    check_page("Sign in with SSO", "sso")
    browser.follow("Back")
    browser.follow("Forgot your password?")
    check_page("Forgot your password?", "forgot-password")
    browser.fill("Email address", EMAIL)
    browser.press("Send link")
    check_page("Check your email", "forgot-password-sent")
    browser.follow("Open the emulator's mailbox")
    browser.follow("Open link")
    check_page("Choose a new password", "reset-password")
    browser.fill("New password", "an entirely new one 7")
    browser.press("Reset password")
    check_page("Your password has been reset", "reset-password-done")


def test_sign_in_steps(
    browser: Chromium, workos: WorkOS, emulator: Emulator, check_page: Callable[[str, str], None]
) -> None:
    emulator.settings.mfa_required = True
    (ada,) = workos.user_management.list_users()
    workos.user_management.update_user(ada.id, email_verified=False)
    for name in ("Acme & Sons", "Initech"):
        organization = workos.organizations.create_organization(name=name)
        workos.user_management.create_organization_membership(user_id=ada.id, organization_id=organization.id)
    emulator.seed.radar_challenge(ada.id, "sms")
    sign_in(browser, workos)
    check_page("Verify your identity", "radar-telephone")
    browser.fill("Phone number", "+1 555 0100")
    browser.press("Send code")
    check_page("Verify your identity", "radar-code")
    browser.fill("Code", emulator.outbox.last("+1 555 0100").code or "")
    browser.press("Continue")
    check_page("Verify your email address", "verify-email")
    browser.fill("Code", emulator.outbox.last(EMAIL).code or "")
    browser.press("Continue")
    check_page("Set up your authenticator app", "second-factor-setup")
    secret = re.findall(r"\b[A-Z2-7]{32}\b", browser.text)[0]
    browser.fill("Code", totp_code(secret, emulator.clock.now()))
    browser.press("Confirm")
    check_page("Choose an organization", "organization")
    browser.press("Initech")
    check_page("You are signed out", "signed-out")
    sign_in(browser, workos)
    check_page("Enter your code", "second-factor")


def test_device_authorization(browser: Chromium, workos: WorkOS, check_page: Callable[[str, str], None]) -> None:
    device = workos.user_management.create_device_authorization()
    browser.open(device.verification_uri_complete)
    check_page("Connect a device", "device")
    browser.press("Continue")
    browser.fill("Email address", EMAIL)
    browser.fill("Password", PASSWORD)
    browser.press("Sign in")
    check_page("Connect this device?", "device-confirm")
    browser.press("Connect device")
    check_page("Device connected", "device-done")
    response = workos.user_management.authenticate_with_device_code(device_code=device.device_code)
    assert response.user.email == EMAIL


def test_error_page(browser: Chromium, emulator_url: str) -> None:
    browser.open(f"{emulator_url}/hosted/sign-in?flow=none")
    assert browser.heading == "This sign-in has ended"
    browser.screenshot("error")


def test_dark_mode_on_a_small_screen(window: Chromium, workos: WorkOS) -> None:
    with chromium.start(dark=True, width=500, height=900) as browser:
        open_sign_in(browser, workos)
        browser.press("Sign in")
        assert browser.driver.execute_script("return matchMedia('(prefers-color-scheme: dark)').matches")
        assert browser.driver.execute_script("return document.documentElement.scrollWidth <= window.innerWidth")
        browser.screenshot("sign-in-dark")
