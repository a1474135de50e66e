"""`prompt` and `max_age` of the authorization URL."""

import json
from base64 import urlsafe_b64decode
from typing import Any

import pytest

from workos_emulator import Clock, Emulator

from ..pages.browsing import Browser
from ..pages.conftest import EMAIL, PASSWORD, complete_sign_in, start_sign_in
from ..support import Api


@pytest.fixture
def ada(api: Api) -> Any:
    return api.user(EMAIL, password=PASSWORD)


@pytest.fixture
def browser(api: Api) -> Browser:
    return Browser(api.client)


def claims_of(response: Any) -> Any:
    return json.loads(urlsafe_b64decode(response["access_token"].split(".")[1] + "=="))


def sign_in(browser: Browser) -> None:
    start_sign_in(browser).submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    assert browser.returned


def test_prompt_none(api: Api, browser: Browser, ada: Any, clock: Clock) -> None:
    error = start_sign_in(browser, prompt="none").returned
    assert error
    assert (error["error"], error["state"]) == ("login_required", "s t&")
    sign_in(browser)
    first = complete_sign_in(api, browser)
    clock.advance(3600)
    assert start_sign_in(browser, prompt="none").returned
    second = complete_sign_in(api, browser)
    assert (second["user"]["id"], second["authentication_method"]) == (ada["id"], "Password")
    claims = [claims_of(each) for each in (first, second)]
    assert claims[0]["sid"] != claims[1]["sid"]
    assert [each["auth_time"] for each in claims] == [claims[0]["iat"]] * 2
    other = start_sign_in(browser, prompt="none", login_hint="bob@example.com").returned
    assert other
    assert other["error"] == "login_required"


def test_max_age(api: Api, browser: Browser, ada: Any, clock: Clock) -> None:
    sign_in(browser)
    clock.advance(60)
    assert start_sign_in(browser, max_age="60").returned
    assert start_sign_in(browser, max_age="60", prompt="login").returned is None
    clock.advance(1)
    assert start_sign_in(browser, max_age="60").returned is None
    assert browser.heading == "Sign in"
    stale = start_sign_in(browser, max_age="60", prompt="none").returned
    assert stale
    assert stale["error"] == "login_required"
    sign_in(browser)
    assert start_sign_in(browser, max_age="60", prompt="none").returned


def test_max_age_of_zero_asks_for_a_sign_in_while_the_clock_stands_still(api: Api, browser: Browser, ada: Any) -> None:
    sign_in(browser)
    assert start_sign_in(browser, max_age="0").returned is None
    assert browser.heading == "Sign in"
    returned = start_sign_in(browser, max_age="0", prompt="none").returned
    assert returned
    assert returned["error"] == "login_required"
    assert start_sign_in(browser, max_age="1").returned


def test_a_huge_max_age(api: Api, browser: Browser, ada: Any) -> None:
    sign_in(browser)
    assert start_sign_in(browser, max_age="100000000000000").returned
    assert start_sign_in(browser, max_age="100000000000000", prompt="none").returned


def test_session_of_the_user_in_login_hint(
    api: Api, browser: Browser, ada: Any, emulator: Emulator, clock: Clock
) -> None:
    def attempt(**query: str) -> str:
        returned = start_sign_in(browser, prompt="none", login_hint=EMAIL, **query).returned
        assert returned
        return returned.get("error", "")

    assert attempt() == "login_required"
    session = emulator.seed.sign_in(ada["id"])
    assert attempt() == ""
    clock.advance(60)
    assert attempt(max_age="60") == ""
    clock.advance(1)
    assert attempt(max_age="60") == "login_required"
    assert attempt() == ""
    emulator.settings.hosted_pages = "always"
    assert attempt() == "login_required"
    emulator.settings.hosted_pages = "automatic"
    sid = claims_of(session)["sid"]
    api("POST", "/user_management/sessions/revoke", json={"session_id": sid})
    assert attempt() == "login_required"


def test_impersonated_sessions_are_not_continued(
    api: Api, browser: Browser, ada: Any, emulator: Emulator, clock: Clock
) -> None:
    def impersonate() -> None:
        code = emulator.seed.impersonation(ada["id"], email="support@acme.com", reason="ticket 7")
        assert api.authenticate("authorization_code", code=code)["impersonator"]

    impersonate()
    error = start_sign_in(browser, prompt="none", login_hint=EMAIL).returned
    assert error
    assert error["error"] == "login_required"
    emulator.seed.sign_in(ada["id"])
    clock.advance(1)
    impersonate()
    start_sign_in(browser, prompt="none", login_hint=EMAIL)
    response = complete_sign_in(api, browser)
    assert response["authentication_method"] != "Impersonation"


def test_signing_out_ends_the_sign_in_of_the_browser(api: Api, browser: Browser, ada: Any) -> None:
    sign_in(browser)
    sid = claims_of(complete_sign_in(api, browser))["sid"]
    api.client.get("/user_management/sessions/logout", params={"session_id": sid})
    returned = start_sign_in(browser, prompt="none").returned
    assert returned
    assert returned["error"] == "login_required"


def test_another_method_or_connection_requires_a_sign_in(
    api: Api, browser: Browser, ada: Any, emulator: Emulator
) -> None:
    sign_in(browser)
    connection = emulator.seed.connection(api.organization()["id"])
    for query in ({"provider": "GoogleOAuth"}, {"provider": "", "connection_id": connection["id"]}):
        returned = start_sign_in(browser, prompt="none", **query).returned
        assert returned
        assert returned["error"] == "login_required"


def test_none_excludes_other_prompts(browser: Browser) -> None:
    returned = start_sign_in(browser, prompt="none login").returned
    assert returned
    assert returned["error"] == "invalid_request"
