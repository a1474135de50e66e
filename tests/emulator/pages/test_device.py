from typing import Any

import pytest

from workos_emulator import Clock, Emulator

from ..support import Api
from .browsing import Browser
from .conftest import EMAIL, PASSWORD

GRANT = "urn:ietf:params:oauth:grant-type:device_code"


@pytest.fixture
def waiting(api: Api) -> Any:
    return api("POST", "/user_management/authorize/device", json={"client_id": "client_emulator"})


def exchange(api: Api, waiting: Any, status: int = 200) -> Any:
    return api.authenticate(GRANT, status, client_secret=None, device_code=waiting["device_code"])


def test_approve(api: Api, browser: Browser, ada: Any, waiting: Any) -> None:
    for name in ("First", "Second"):
        api.membership(ada, api.organization(name))
    browser.open(waiting["verification_uri_complete"])
    assert browser.page
    assert browser.page.value_of("Code") == waiting["user_code"]
    browser.submit("Continue").submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    browser.submit("Second")
    assert browser.heading == "Connect this device?"
    assert waiting["user_code"] in browser.page.text
    assert exchange(api, waiting, 400)["error"] == "authorization_pending"
    assert browser.submit("Connect device").heading == "Device connected"
    assert exchange(api, waiting)["user"]["id"] == ada["id"]


def test_deny(api: Api, browser: Browser, ada: Any, waiting: Any) -> None:
    code = waiting["user_code"].replace("-", " ").lower()
    browser.open(waiting["verification_uri"]).submit("Continue", Code=code)
    browser.submit("Sign in", Email_address=EMAIL, Password=PASSWORD).submit("Deny")
    assert browser.heading == "Device denied"
    assert exchange(api, waiting, 400)["error"] == "access_denied"


def test_unknown_and_expired_codes(browser: Browser, waiting: Any, clock: Clock) -> None:
    browser.open(waiting["verification_uri"]).submit("Continue", Code="XXXX-XXXX")
    assert browser.page
    assert browser.page.error_of("Code").startswith("No device is waiting")
    clock.advance(300)
    browser.submit("Continue", Code=waiting["user_code"])
    assert browser.page.error_of("Code").startswith("No device is waiting")


@pytest.mark.parametrize("authkit_url", ["http://auth.acme.test:4100", "http://auth.acme.test:4100/"])
def test_page_at_the_url_of_authkit(api: Api, browser: Browser, emulator: Emulator, ada: Any, authkit_url: str) -> None:
    emulator.settings.authkit_url = authkit_url
    waiting = api("POST", "/user_management/authorize/device", json={"client_id": "client_emulator"})
    assert waiting["verification_uri"] == "http://auth.acme.test:4100/device"
    browser.open(waiting["verification_uri"] + "?ui_locales=de")
    assert browser.heading == "Gerät verbinden"
    browser.open(waiting["verification_uri_complete"])
    assert browser.page
    assert browser.page.value_of("Code") == waiting["user_code"]
    browser.submit("Continue").submit("Sign in", Email_address=EMAIL, Password=PASSWORD).submit("Connect device")
    assert exchange(api, waiting)["user"]["id"] == ada["id"]


def test_second_factor_applies_to_the_device(
    api: Api, browser: Browser, ada: Any, waiting: Any, emulator: Emulator
) -> None:
    emulator.settings.mfa_required = True
    api(
        "POST",
        "/auth/factors/enroll",
        201,
        json={"type": "sms", "phone_number": "+15550100", "user_id": ada["id"]},
    )
    browser.open(waiting["verification_uri_complete"]).submit("Continue")
    browser.submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    code = emulator.outbox.last("+15550100").code
    assert code
    browser.submit("Continue", Code=code).submit("Connect device")
    assert exchange(api, waiting)["user"]["id"] == ada["id"]
