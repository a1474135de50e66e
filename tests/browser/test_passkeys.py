"""Passkeys on the hosted pages, with the virtual authenticator of Chromium."""

from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from workos_emulator import Emulator
from workos_sync import WorkOS

from ..support.authenticator import decode
from .chromium import Chromium

EMAIL, BOB, PASSWORD = "ada@example.com", "bob@example.com", "correct horse 42"
BUTTON = "Sign in with a passkey"


@pytest.fixture(autouse=True)
def enabled(emulator: Emulator) -> None:
    emulator.settings.passkey_enabled = emulator.settings.passkey_progressive_enrollment = True
    emulator.settings.remembered_sign_ins = False  # each sign-in shows the pages


@pytest.fixture
def workos(emulator: Emulator, emulator_url: str) -> Iterator[WorkOS]:
    with WorkOS(emulator.api_key, client_id=emulator.client_id, base_url=emulator_url) as workos:
        for email in (EMAIL, BOB):
            workos.user_management.create_user(email=email, password=PASSWORD, email_verified=True)
        yield workos


@contextmanager
def authenticator(browser: Chromium, *, is_verified: bool = True) -> Iterator[Any]:
    """Connect a device with a fingerprint reader, and disconnect it when the context ends."""
    from selenium.webdriver.common.virtual_authenticator import Protocol, Transport, VirtualAuthenticatorOptions

    options = VirtualAuthenticatorOptions(
        protocol=Protocol.CTAP2,
        transport=Transport.INTERNAL,
        has_resident_key=True,
        has_user_verification=True,
        is_user_consenting=True,
        is_user_verified=is_verified,
    )
    browser.driver.add_virtual_authenticator(options)
    try:
        yield browser.driver
    finally:
        browser.driver.remove_virtual_authenticator()


@pytest.fixture
def device(browser: Chromium) -> Iterator[Any]:
    with authenticator(browser) as driver:
        yield driver


def open_sign_in(browser: Chromium, workos: WorkOS, **options: Any) -> None:
    base_url = str(workos.base_url).replace("127.0.0.1", "localhost").rstrip("/")
    callback = f"{base_url}/hosted/signed-out"  # in place of an app
    url = workos.user_management.get_authorization_url(provider="authkit", redirect_uri=callback, **options)
    browser.open(url.replace("127.0.0.1", "localhost"))


def sign_in_with_password(browser: Chromium, workos: WorkOS, email: str = EMAIL) -> None:
    open_sign_in(browser, workos)
    browser.fill("Email address", email)
    browser.fill("Password", PASSWORD)
    browser.press("Sign in")


def signed_in(browser: Chromium, workos: WorkOS) -> tuple[str, str]:
    """Exchange the code that the browser brings back. Return the email address and the method."""
    assert browser.heading == "You are signed out", browser.text
    code = browser.url.partition("code=")[2].partition("&")[0]
    response = workos.user_management.authenticate_with_code(code=code)
    return response.user.email, str(response.authentication_method)


def test_register_and_sign_in(browser: Chromium, workos: WorkOS, device: Any, emulator: Emulator) -> None:
    sign_in_with_password(browser, workos)
    assert browser.heading == "Create a passkey"
    browser.screenshot("passkey-enrollment")
    browser.press("Create a passkey")
    assert signed_in(browser, workos) == (EMAIL, "Password")
    (credential,) = device.get_credentials()
    assert credential.rp_id == "localhost"
    open_sign_in(browser, workos)
    browser.screenshot("sign-in-with-passkey")
    browser.press(BUTTON)
    assert signed_in(browser, workos) == (EMAIL, "Passkey")
    assert browser.console_problems() == []


def test_sign_in_after_a_reload(browser: Chromium, workos: WorkOS, device: Any) -> None:
    sign_in_with_password(browser, workos)
    browser.driver.refresh()
    browser.press("Create a passkey")
    open_sign_in(browser, workos)
    browser.driver.refresh()
    browser.press("Sign in")
    assert "Enter your email address." in browser.text
    browser.press(BUTTON)
    assert signed_in(browser, workos) == (EMAIL, "Passkey")


def test_sign_up(browser: Chromium, workos: WorkOS, device: Any, emulator: Emulator) -> None:
    open_sign_in(browser, workos, screen_hint="sign-up")
    browser.screenshot("sign-up-with-passkeys")
    browser.follow("Create an account with a passkey")
    browser.screenshot("sign-up-with-passkey")
    browser.fill("Email address", "eve@example.com")
    browser.press("Continue")
    browser.screenshot("sign-up-create-passkey")
    browser.press("Create a passkey")
    browser.fill("Code", emulator.outbox.last("eve@example.com").code or "")
    browser.press("Continue")
    assert signed_in(browser, workos) == ("eve@example.com", "Passkey")
    open_sign_in(browser, workos)
    browser.press(BUTTON)
    assert signed_in(browser, workos) == ("eve@example.com", "Passkey")


def test_two_users_on_one_device(browser: Chromium, workos: WorkOS, device: Any) -> None:
    for email in (EMAIL, BOB):
        sign_in_with_password(browser, workos, email)
        browser.press("Create a passkey")
        assert signed_in(browser, workos) == (email, "Password")
    credentials = {decode(each.user_handle).decode(): each for each in device.get_credentials()}
    assert len(credentials) == 2
    for email in (EMAIL, BOB):
        (user,) = workos.user_management.list_users(email=email)
        device.remove_all_credentials()  # the virtual authenticator would choose one for the user
        device.add_credential(credentials[user.id])
        open_sign_in(browser, workos)
        browser.press(BUTTON)
        assert signed_in(browser, workos) == (email, "Passkey")


def test_a_canceled_ceremony(browser: Chromium, workos: WorkOS) -> None:
    with authenticator(browser, is_verified=False):
        sign_in_with_password(browser, workos)
        _press_in_vain(browser, "Create a passkey", "No passkey was used")
        browser.press("Not now")
        assert signed_in(browser, workos) == (EMAIL, "Password")
        open_sign_in(browser, workos)
        _press_in_vain(browser, BUTTON, "No passkey was used")
        browser.screenshot("sign-in-passkey-canceled")
        assert browser.focused_text == BUTTON
        browser.fill("Email address", EMAIL)
        browser.fill("Password", PASSWORD)
        browser.press("Sign in")
        assert signed_in(browser, workos) == (EMAIL, "Password")


def _press_in_vain(browser: Chromium, button: str, problem: str) -> None:
    """Press a button that shows a problem on the same page."""
    from selenium.webdriver.support.ui import WebDriverWait

    browser.press_in_place(button)
    WebDriverWait(browser.driver, 30, 0.02).until(lambda driver: problem in browser.text)


def test_a_canceled_ceremony_can_be_repeated(browser: Chromium, workos: WorkOS, device: Any) -> None:
    device.set_user_verified(False)
    sign_in_with_password(browser, workos)
    _press_in_vain(browser, "Create a passkey", "No passkey was used")
    device.set_user_verified(True)
    browser.press("Create a passkey")
    assert signed_in(browser, workos) == (EMAIL, "Password")


def test_a_passkey_that_was_removed(browser: Chromium, workos: WorkOS, device: Any, emulator: Emulator) -> None:
    sign_in_with_password(browser, workos)
    browser.press("Create a passkey")
    (passkey,) = emulator.environment.state.passkeys.all
    browser.open(f"{browser.url.partition('/hosted')[0]}/dashboard/passkeys")
    browser.screenshot("dashboard-passkeys")
    remove = browser.driver.execute_script("return document.querySelector('td form button')")
    browser.driver.execute_script("arguments[0].focus()", remove)
    browser.enter()
    assert "The passkey was removed." in browser.text
    assert passkey.id not in browser.text
    open_sign_in(browser, workos)
    browser.press(BUTTON)
    assert browser.heading == BUTTON
    assert "No account has this passkey." in browser.text
    browser.screenshot("sign-in-passkey-unknown")
    browser.follow("Back")
    assert browser.heading == "Sign in"


def test_a_seeded_passkey(browser: Chromium, workos: WorkOS, device: Any, emulator: Emulator) -> None:
    from selenium.webdriver.common.virtual_authenticator import Credential

    (user,) = workos.user_management.list_users(email=EMAIL)
    passkey = emulator.seed.passkey(user.id)
    key = b64decode("".join(passkey["private_key"].splitlines()[1:-1]))
    id, handle = (decode(passkey[name]) for name in ("credential_id", "user_handle"))
    device.add_credential(Credential.create_resident_credential(id, "localhost", handle, key, 0))
    open_sign_in(browser, workos)
    browser.press(BUTTON)
    assert signed_in(browser, workos) == (EMAIL, "Passkey")


def test_suggestions_of_the_email_field(browser: Chromium, workos: WorkOS, device: Any) -> None:
    """The virtual authenticator accepts the first suggestion at once."""
    sign_in_with_password(browser, workos)
    browser.press("Create a passkey")
    source = "Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false })"
    script = browser.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": source})
    try:
        open_sign_in(browser, workos)
        browser.wait_for_heading("You are signed out")
        assert signed_in(browser, workos) == (EMAIL, "Passkey")
    finally:
        browser.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", script)


def test_without_scripts(browser: Chromium, workos: WorkOS, device: Any) -> None:
    browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        open_sign_in(browser, workos)
        assert BUTTON not in browser.text
        browser.open(browser.url.replace("/sign-in", "/sign-up"))
        assert "Create an account with a passkey" not in browser.text
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_an_ip_address(browser: Chromium, workos: WorkOS, device: Any, emulator_url: str) -> None:
    callback = f"{emulator_url}/hosted/signed-out"
    browser.open(workos.user_management.get_authorization_url(provider="authkit", redirect_uri=callback))
    assert "Browsers allow passkeys only for host names." in browser.text
    assert BUTTON not in browser.text
