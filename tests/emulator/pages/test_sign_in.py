from datetime import timedelta
from typing import Any

import httpx
import pytest

from workos_emulator import Clock, Emulator

from ..support import Api
from .browsing import Browser, Page
from .conftest import EMAIL, PASSWORD, complete_sign_in, start_sign_in


def test_password(api: Api, browser: Browser, ada: Any) -> None:
    start_sign_in(browser)
    assert browser.page
    assert browser.heading == "Sign in"
    assert browser.page.title == "Sign in – WorkOS emulator"
    browser.submit("Sign in", Email_address="ADA@example.com", Password=PASSWORD)
    response = complete_sign_in(api, browser)
    assert (response["user"]["id"], response["authentication_method"]) == (ada["id"], "Password")


def test_invalid_input(browser: Browser, ada: Any) -> None:
    start_sign_in(browser).submit("Sign in")
    assert browser.page
    assert browser.page.title.startswith("Error: ")
    assert browser.page.error_of("Email address") == "Enter your email address."
    assert browser.page.error_of("Password") == "Enter your password."
    for email, password in ((EMAIL, "wrong"), ("nobody@example.com", PASSWORD)):
        browser.submit("Sign in", Email_address=email, Password=password)
        assert browser.page.alert == "Incorrect email address or password."
        assert browser.page.value_of("Email address") == email
        assert browser.page.value_of("Password") == ""


def test_login_hint_fills_in_the_email(emulator: Emulator, browser: Browser, ada: Any) -> None:
    start_sign_in(browser, login_hint="new@example.com")
    assert browser.page
    assert browser.page.value_of("Email address") == "new@example.com"
    assert start_sign_in(browser, login_hint=EMAIL).returned
    emulator.settings.hosted_pages = "always"
    assert start_sign_in(browser, login_hint=EMAIL, prompt="login").returned is None
    assert browser.page.value_of("Email address") == EMAIL


def test_disabled_pages(emulator: Emulator, browser: Browser, ada: Any) -> None:
    emulator.settings.hosted_pages = "never"
    assert start_sign_in(browser).returned == {
        "error": "access_denied",
        "error_description": "The hosted pages are disabled; pass the email address of an existing user as login_hint.",
        "state": "s t&",
    }


def test_texts_are_escaped(emulator: Emulator, browser: Browser) -> None:
    emulator.settings.application_name = "<b>Acme</b> & Sons"
    bad = '"><script>alert(1)</script>'
    start_sign_in(browser, login_hint=bad)
    assert browser.page
    assert "<b>" not in browser.page.html
    assert browser.page.value_of("Email address") == bad


def test_flow_expires_and_is_used_once(browser: Browser, ada: Any, clock: Clock) -> None:
    start_sign_in(browser)
    clock.advance(timedelta(minutes=10))
    browser.submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    assert browser.heading == "This sign-in has ended"
    start_sign_in(browser)
    assert browser.page
    url = browser.page.url
    browser.submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    assert browser.open(url).heading == "This sign-in has ended"


def test_flow_belongs_to_one_browser(api: Api, emulator: Emulator, browser: Browser, ada: Any) -> None:
    start_sign_in(browser)
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
        ({}, {"email": "a" * 600_000}, 413),
    ],
)
def test_cross_site_and_invalid_forms(
    api: Api, browser: Browser, ada: Any, headers: dict[str, str], change: dict[str, str], status: int
) -> None:
    page = start_sign_in(browser).page
    assert page
    (form,) = page.forms
    data = {"csrf": form.fields["csrf"]["value"], "email": EMAIL, "password": PASSWORD} | change
    response = api.client.post(page.url, data=data, headers=headers)
    assert response.status_code == status
    assert Page(response).title.startswith("Error: ")
    # The flow can still be completed.
    assert browser.submit("Sign in", Email_address=EMAIL, Password=PASSWORD).returned


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/hosted/nothing", 404), ("PUT", "/hosted/sign-in", 405)]
)
def test_unknown_pages_and_methods(api: Api, method: str, path: str, status: int) -> None:
    response = api.client.request(method, path)
    assert response.status_code == status
    Page(response)


def test_security_headers(browser: Browser, api: Api) -> None:
    page = start_sign_in(browser).page
    assert page
    headers = api.client.get(page.url).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store"


def test_request_log_contains_no_passwords(emulator: Emulator, browser: Browser, ada: Any) -> None:
    start_sign_in(browser).submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    logged = str([entry.render() for entry in emulator.requests if entry.request.path.startswith("/hosted")])
    assert "/hosted/sign-in" in logged
    assert PASSWORD.replace(" ", "+") not in logged
