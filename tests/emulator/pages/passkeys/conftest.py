import json
from typing import Any

import pytest

from workos_emulator import Emulator
from workos_emulator.storage.objects.passkeys import Passkey

from ....support.authenticator import Authenticator
from ...support import Api
from ..browsing import Browser
from ..conftest import EMAIL, PASSWORD, start_sign_in


@pytest.fixture
def device() -> Authenticator:
    return Authenticator()


@pytest.fixture(autouse=True)
def enabled(emulator: Emulator) -> None:
    emulator.settings.passkey_enabled = True
    emulator.settings.passkey_progressive_enrollment = True
    emulator.settings.remembered_sign_ins = False  # each sign-in shows the pages


@pytest.fixture
def enrolled(api: Api, browser: Browser, ada: Any, device: Authenticator) -> Passkey:
    """The passkey of Ada, who has created it with her device."""
    open_enrollment(browser)
    create_passkey(browser, device)
    assert browser.returned
    (passkey,) = api.emulator.environment.state.passkeys.all
    return passkey


def open_enrollment(browser: Browser) -> Browser:
    start_sign_in(browser).submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    assert browser.heading == "Create a passkey"
    return browser


def options_of(browser: Browser) -> Any:
    """Return the options of the ceremony on the page."""
    assert browser.page
    (given,) = [given for _, given in browser.page.tags if "data-passkey" in given]
    return json.loads(given["data-options"])


def create_passkey(browser: Browser, device: Authenticator, **how: Any) -> Browser:
    """Do what the script does when the user presses the button that creates a passkey."""
    return send(browser, json.dumps(device.create(options_of(browser), **how)))


def use_passkey(browser: Browser, device: Authenticator, index: int = -1) -> Browser:
    """Do what the script does when the user presses the button that signs in with a passkey."""
    return send(browser, json.dumps(device.get(options_of(browser), index)))


def send(browser: Browser, credential: str) -> Browser:
    """Submit a credential with the form of the ceremony."""
    assert browser.page
    (form,) = [form for form in browser.page.forms if "credential" in form.fields]
    form.fields["credential"]["value"] = credential
    return browser.submit(form.buttons[0]["text"])


def problem_of(browser: Browser) -> str:
    """Return the error that the page shows, without those that only the script shows."""
    assert browser.page
    assert (browser.page.status, browser.page.title[:6]) == (422, "Error:")
    return browser.page.alert
