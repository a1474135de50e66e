"""The list of passkeys."""

from typing import Any

from workos_emulator import Emulator

from ...support import Api
from ..browsing import Browser


def created(api: Api, email: str) -> Any:
    return api.emulator.seed.passkey(api.user(email)["id"])


def test_list_and_remove_passkeys(api: Api, browser: Browser, emulator: Emulator) -> None:
    ada, bob = created(api, "ada@example.com"), created(api, "bob@example.com")
    browser.open(f"/dashboard/users/{ada['user_id']}").click("Passkeys of the user")
    assert browser.page
    assert ada["id"] in browser.page.text
    assert bob["id"] not in browser.page.text
    assert "never" in browser.page.text
    browser.submit("Remove the passkey of ada@example.com")
    assert "The passkey was removed." in browser.page.html
    assert [passkey.id for passkey in emulator.environment.state.passkeys.all] == [bob["id"]]
    assert bob["id"] in browser.page.text


def test_a_passkey_that_was_removed_already(api: Api, browser: Browser, emulator: Emulator) -> None:
    ada = created(api, "ada@example.com")
    browser.open("/dashboard/passkeys")
    emulator.seed.delete_passkey(ada["id"])
    browser.submit("Remove the passkey of ada@example.com")
    assert browser.heading == "Passkey not found"


def test_enable_passkeys(browser: Browser, emulator: Emulator) -> None:
    browser.open("/dashboard/settings").submit("Save settings", Passkey_enabled="yes")
    assert emulator.settings.passkey_enabled
    assert not emulator.settings.passkey_progressive_enrollment
