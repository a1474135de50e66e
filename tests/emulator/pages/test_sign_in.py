from datetime import timedelta
from typing import Any

import httpx
import pytest

from workos_emulator import Clock, Emulator

from ..support import Api
from .browsing import Browser, Page
from .conftest import EMAIL, PASSWORD, begin, finish


def test_with_a_password(api: Api, browser: Browser, ada: Any) -> None:
    begin(browser)
    assert browser.page
    assert browser.heading == "Sign in"
    assert browser.page.title == "Sign in – WorkOS emulator"
    browser.submit("Sign in", E_mail_address="ADA@example.com", Password=PASSWORD)
    answer = finish(api, browser)
    assert (answer["user"]["id"], answer["authentication_method"]) == (ada["id"], "Password")


def test_what_is_missing_or_wrong(browser: Browser, ada: Any) -> None:
    begin(browser).submit("Sign in")
    assert browser.page
    assert browser.page.title.startswith("Error: ")
    assert browser.page.error_of("E-mail address") == "Enter your e-mail address."
    assert browser.page.error_of("Password") == "Enter your password."
    for email, password in ((EMAIL, "wrong"), ("nobody@example.com", PASSWORD)):
        browser.submit("Sign in", E_mail_address=email, Password=password)
        assert browser.page.alert == "The e-mail address or the password is not right."
        assert browser.page.value_of("E-mail address") == email
        assert browser.page.value_of("Password") == ""


def test_a_hint_fills_in_the_address(emulator: Emulator, browser: Browser, ada: Any) -> None:
    begin(browser, login_hint="new@example.com")
    assert browser.page
    assert browser.page.value_of("E-mail address") == "new@example.com"
    assert begin(browser, login_hint=EMAIL).returned
    emulator.settings.hosted_pages = "always"
    assert begin(browser, login_hint=EMAIL).returned is None
    assert browser.page.value_of("E-mail address") == EMAIL


def test_no_pages(emulator: Emulator, browser: Browser, ada: Any) -> None:
    emulator.settings.hosted_pages = "never"
    assert begin(browser).returned == {
        "error": "access_denied",
        "error_description": "The hosted pages are disabled; pass the email address of an existing user as login_hint.",
        "state": "s t&",
    }


def test_texts_are_escaped(emulator: Emulator, browser: Browser) -> None:
    emulator.settings.application_name = "<b>Acme</b> & Sons"
    bad = '"><script>alert(1)</script>'
    begin(browser, login_hint=bad)
    assert browser.page
    assert "<b>" not in browser.page.html
    assert browser.page.value_of("E-mail address") == bad


def test_the_page_and_its_flow_end(browser: Browser, ada: Any, clock: Clock) -> None:
    begin(browser)
    clock.advance(timedelta(minutes=10))
    browser.submit("Sign in", E_mail_address=EMAIL, Password=PASSWORD)
    assert browser.heading == "This sign-in has ended"
    begin(browser)
    assert browser.page
    url = browser.page.url
    browser.submit("Sign in", E_mail_address=EMAIL, Password=PASSWORD)
    assert browser.open(url).heading == "This sign-in has ended"


def test_another_browser_cannot_go_on(api: Api, emulator: Emulator, browser: Browser, ada: Any) -> None:
    begin(browser)
    assert browser.page
    with httpx.Client(transport=emulator.transport) as client:
        assert Browser(client).open(browser.page.url).heading == "This sign-in has ended"


@pytest.mark.parametrize(
    ("headers", "change", "status"),
    [
        ({}, {"csrf": "wrong"}, 403),
        ({}, {"csrf": ""}, 403),
        ({"origin": "https://evil.example.com"}, {}, 403),
        ({"origin": "null"}, {}, 403),
        ({"content-type": "text/plain"}, {}, 415),
        ({}, {"email": "a" * 70_000}, 413),
    ],
)
def test_forms_from_elsewhere(
    api: Api, browser: Browser, ada: Any, headers: dict[str, str], change: dict[str, str], status: int
) -> None:
    page = begin(browser).page
    assert page
    (form,) = page.forms
    data = {"csrf": form.fields["csrf"]["value"], "email": EMAIL, "password": PASSWORD} | change
    response = api.client.post(page.url, data=data, headers=headers)
    assert response.status_code == status
    assert Page(response).title.startswith("Error: ")
    # The flow is as good as before.
    assert browser.submit("Sign in", E_mail_address=EMAIL, Password=PASSWORD).returned


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/hosted/nothing", 404), ("PUT", "/hosted/sign-in", 405)]
)
def test_pages_that_are_not_there(api: Api, method: str, path: str, status: int) -> None:
    response = api.client.request(method, path)
    assert response.status_code == status
    Page(response)


def test_headers_keep_others_out(browser: Browser, api: Api) -> None:
    page = begin(browser).page
    assert page
    headers = api.client.get(page.url).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store"


def test_the_log_has_no_passwords(emulator: Emulator, browser: Browser, ada: Any) -> None:
    begin(browser).submit("Sign in", E_mail_address=EMAIL, Password=PASSWORD)
    logged = str([entry.render() for entry in emulator.requests if entry.request.path.startswith("/hosted")])
    assert "/hosted/sign-in" in logged
    assert PASSWORD.replace(" ", "+") not in logged
