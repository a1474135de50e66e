from workos_emulator import Emulator
from workos_emulator.pages.dashboard.listing import PAGE_SIZE

from ...support import Api
from ..browsing import Browser


def test_messages_have_bodies(api: Api, browser: Browser) -> None:
    code = api("POST", "/user_management/magic_auth", 201, json={"email": "ada@example.com"})["code"]
    browser.open("/hosted/mail")
    assert browser.page
    assert "Your sign-in code" in browser.page.text
    assert "Enter this code to sign in." in browser.page.text
    assert code in browser.page.text


def test_search_the_mailbox(emulator: Emulator, browser: Browser) -> None:
    emulator.outbox.send("magic_auth", "ada@example.com", "x", code="111111")
    emulator.outbox.send("magic_auth", "grace@example.com", "x", code="222222")
    for text in ("222222", "GRACE"):
        browser.open("/hosted/mail").submit("Search", Search_messages=text)
        assert browser.page
        assert "222222" in browser.page.text
        assert "111111" not in browser.page.text
    assert browser.page
    browser.submit("Search", Search_messages="nothing")
    assert "There are no messages." in browser.page.text
    browser.open("/hosted/mail", to="Ada@example.com").submit("Search", Search_messages="sign-in")
    assert "111111" in browser.page.text
    assert "222222" not in browser.page.text


def test_the_mailbox_is_paginated_and_serves_every_client(api: Api, browser: Browser) -> None:
    for number in range(PAGE_SIZE + 1):
        api.emulator.outbox.send("magic_auth", "ada@example.com", "x", code=f"{number:06}")
    browser.open("/hosted/mail", to="ada@example.com")
    assert browser.page
    assert "000000" not in browser.page.text
    browser.click("Next page")
    assert "000000" in browser.page.text
    assert "000001" not in browser.page.text
    assert api.client.get("/hosted/mail", headers={"accept": "*/*"}).status_code == 200
