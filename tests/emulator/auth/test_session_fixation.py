"""A cookie from before a sign-in, which somebody else may have set or know, is of no use after it."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from workos_emulator import Emulator

from ..connect.client import OAuthClient
from ..pages.browsing import Browser
from ..pages.conftest import EMAIL, PASSWORD, complete_sign_in, start_sign_in
from ..support import Api
from .test_prompt_and_max_age import claims_of

URL = "https://api.workos.com"


@pytest.fixture
def ada(api: Api) -> Any:
    return api.user(EMAIL, password=PASSWORD)


@pytest.fixture
def attacker(emulator: Emulator) -> Iterator[Browser]:
    with httpx.Client(transport=emulator.transport, base_url=URL) as client:
        yield Browser(client)


@pytest.fixture
def browser(emulator: Emulator, attacker: Browser) -> Iterator[Browser]:
    """A browser in which an attacker has set the cookie."""
    start_sign_in(attacker)
    with httpx.Client(transport=emulator.transport, base_url=URL, cookies=attacker.client.cookies) as client:
        yield Browser(client)


def is_signed_in(browser: Browser) -> bool:
    returned = start_sign_in(browser, prompt="none").returned
    assert returned
    return "code" in returned


def cookie_of(browser: Browser) -> str:
    (value,) = browser.client.cookies.values()
    return value


def test_the_pages(browser: Browser, attacker: Browser, ada: Any) -> None:
    start_sign_in(browser)
    assert cookie_of(browser) == cookie_of(attacker)
    browser.submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    assert browser.code
    assert cookie_of(browser) != cookie_of(attacker)
    assert is_signed_in(browser)
    assert not is_signed_in(attacker)


def test_without_pages(browser: Browser, attacker: Browser, ada: Any) -> None:
    assert start_sign_in(browser, login_hint=EMAIL).code
    assert is_signed_in(browser)
    assert not is_signed_in(attacker)


def test_a_device(api: Api, browser: Browser, attacker: Browser, ada: Any) -> None:
    device = api("POST", "/user_management/authorize/device", json={"client_id": "client_emulator"})
    uri = urlsplit(str(device["verification_uri_complete"]))
    browser.open(f"{uri.path}?{uri.query}").submit("Continue")
    browser.submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    assert browser.heading == "Connect this device?"
    page = browser.page
    assert is_signed_in(browser)
    assert not is_signed_in(attacker)
    browser.page = page
    assert browser.submit("Connect device").heading == "Device connected"


def test_a_connect_application(api: Api, browser: Browser, attacker: Browser, ada: Any) -> None:
    partner = api.organization("Partner")
    client = OAuthClient.create(api, is_first_party=False, organization_id=partner["id"])
    client.authorize(browser).submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    page = browser.page
    assert is_signed_in(browser)
    assert not is_signed_in(attacker)
    browser.page = page
    assert browser.submit("Authorize").returned


def test_the_cookie_of_an_earlier_sign_in(browser: Browser, attacker: Browser, ada: Any) -> None:
    start_sign_in(browser).submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    attacker.client.cookies = httpx.Cookies(browser.client.cookies)
    assert is_signed_in(attacker)
    start_sign_in(browser, prompt="login").submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    assert is_signed_in(browser)
    assert not is_signed_in(attacker)


def test_two_tabs(browser: Browser, attacker: Browser, ada: Any) -> None:
    first, second = (start_sign_in(browser).page for _ in range(2))
    browser.page = second
    assert browser.submit("Sign in", Email_address=EMAIL, Password=PASSWORD).code
    browser.page = attacker.page = first
    assert first
    assert attacker.open(first.url).heading == "This sign-in has ended"
    assert browser.submit("Sign in", Email_address=EMAIL, Password=PASSWORD).code


def test_a_flow_in_which_another_user_has_authenticated(
    api: Api, browser: Browser, attacker: Browser, ada: Any
) -> None:
    mallory = api.user("mallory@example.com", password=PASSWORD)
    for name in ("Acme", "Bolt"):
        api.membership(mallory, api.organization(name))
    start_sign_in(attacker).submit("Sign in", Email_address="mallory@example.com", Password=PASSWORD)
    assert attacker.page
    url = attacker.page.url
    assert browser.open(url).heading == attacker.heading
    start_sign_in(browser).submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    assert browser.open(url).heading == "This sign-in has ended"


def test_a_continued_sign_in_keeps_the_cookie(browser: Browser, ada: Any) -> None:
    start_sign_in(browser).submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    cookie = cookie_of(browser)
    assert start_sign_in(browser).code
    assert cookie_of(browser) == cookie


def test_revoking_an_earlier_session_signs_out_of_the_browser(api: Api, browser: Browser, ada: Any) -> None:
    start_sign_in(browser).submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    sid = claims_of(complete_sign_in(api, browser))["sid"]
    start_sign_in(browser, prompt="login").submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    assert is_signed_in(browser)
    api("POST", "/user_management/sessions/revoke", json={"session_id": sid})
    assert not is_signed_in(browser)
