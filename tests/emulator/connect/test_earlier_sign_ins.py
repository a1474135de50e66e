"""Authorization requests that continue an earlier sign-in, or sign in the user in `login_hint`: `prompt`, `max_age` and the domain policy."""

from collections.abc import Callable
from typing import Any

import pytest

from workos_emulator import Clock, Emulator

from ..pages.browsing import Browser
from ..support import Api
from .client import EMAIL, PASSWORD, OAuthClient, claims_of, code_of

WORK_EMAIL = "ada@acme.com"


def error_of(browser: Browser) -> str | None:
    """Return the error that the application received; None if it received a code."""
    assert browser.returned is not None, f"the browser is still at {browser.heading!r}"
    assert browser.returned["state"] == "s t&"
    return browser.returned.get("error")


@pytest.fixture
def acme(api: Api) -> Any:
    """An organization with a verified domain, whose users the domain policy manages as soon as it has a connection."""
    return api.organization("Acme", domain_data=[{"domain": "acme.com", "state": "verified"}])


@pytest.fixture
def employee(api: Api, acme: Any) -> Any:
    return api.user(WORK_EMAIL, password=PASSWORD)


def sign_in_with_password(client: OAuthClient, browser: Browser) -> None:
    client.authorize(browser).submit("Sign in", Email_address=WORK_EMAIL, Password=PASSWORD)
    assert error_of(browser) is None


def sso_events(api: Api) -> list[tuple[str, str]]:
    types = ",".join(f"authentication.sso_{status}" for status in ("started", "succeeded", "failed"))
    data = api("GET", "/events", params={"events": types, "order": "asc"})["data"]
    return [(each["event"], each["data"]["sso"]["connection_id"]) for each in data]


def test_remembered_password_continues_at_the_identity_provider(
    api: Api, browser: Browser, acme: Any, employee: Any, client: OAuthClient, emulator: Emulator
) -> None:
    sign_in_with_password(client, browser)
    connection = emulator.seed.connection(acme["id"], name="Acme Okta")
    assert error_of(client.authorize(browser, prompt="none")) == "interaction_required"
    assert client.authorize(browser).heading == "Sign in with Acme Okta"
    browser.submit("Continue")
    assert claims_of(api, client.exchange(code_of(browser))["access_token"])["org_id"] == acme["id"]
    assert sso_events(api) == [
        ("authentication.sso_started", connection["id"]),
        ("authentication.sso_succeeded", connection["id"]),
    ]
    assert error_of(client.authorize(browser, prompt="none")) is None  # the sign-in with SSO meets the policy


def test_pages_of_later_steps_do_not_avoid_the_identity_provider(
    api: Api, browser: Browser, acme: Any, employee: Any, client: OAuthClient, emulator: Emulator
) -> None:
    api.membership(employee, acme)
    api.membership(employee, api.organization("Other"))
    client.authorize(browser).submit("Sign in", Email_address=WORK_EMAIL, Password=PASSWORD)
    assert browser.heading == "Choose an organization"
    emulator.seed.connection(acme["id"], name="Acme Okta")
    assert browser.submit("Other").heading == "Sign in with Acme Okta"


@pytest.mark.parametrize("hosted_pages", ["automatic", "never"])
def test_login_hint_signs_in_through_the_identity_provider(
    api: Api,
    browser: Browser,
    acme: Any,
    employee: Any,
    client: OAuthClient,
    emulator: Emulator,
    hosted_pages: Any,
) -> None:
    emulator.settings.hosted_pages = hosted_pages
    connection = emulator.seed.connection(acme["id"])
    response = client.exchange(code_of(client.authorize(browser, login_hint=WORK_EMAIL)))
    assert claims_of(api, response["access_token"])["org_id"] == acme["id"]
    assert sso_events(api) == [
        ("authentication.sso_started", connection["id"]),
        ("authentication.sso_succeeded", connection["id"]),
    ]
    (profile,) = emulator.environment.state.sso.profiles
    assert (profile.connection_id, profile.email) == (connection["id"], WORK_EMAIL)


def test_identity_provider_that_rejects_the_user_in_login_hint(
    browser: Browser, acme: Any, employee: Any, client: OAuthClient, emulator: Emulator
) -> None:
    emulator.settings.sso_jit_provisioning = False
    emulator.seed.connection(acme["id"])
    assert error_of(client.authorize(browser, login_hint=WORK_EMAIL)) == "access_denied"


@pytest.mark.parametrize("hosted_pages", ["automatic", "never"])
def test_radar_assesses_the_user_in_login_hint(
    api: Api, browser: Browser, ada: Any, client: OAuthClient, emulator: Emulator, hosted_pages: Any
) -> None:
    emulator.settings.hosted_pages = hosted_pages
    api("POST", "/radar/lists/email/block", 201, json={"entry": EMAIL})
    assert error_of(client.authorize(browser, login_hint=EMAIL)) == "access_denied"


@pytest.mark.parametrize("hosted_pages", ["automatic", "never"])
def test_login_hint_makes_managed_users_members(
    api: Api, browser: Browser, acme: Any, employee: Any, client: OAuthClient, emulator: Emulator, hosted_pages: Any
) -> None:
    emulator.settings.hosted_pages = hosted_pages
    response = client.exchange(code_of(client.authorize(browser, login_hint=WORK_EMAIL)))
    assert claims_of(api, response["access_token"])["org_id"] == acme["id"]


def sign_in_here(client: OAuthClient, browser: Browser, ada: Any) -> None:
    client.authorize(browser, login_hint=EMAIL)


def sign_in_elsewhere(client: OAuthClient, browser: Browser, ada: Any) -> None:
    client.api.emulator.seed.sign_in(ada["id"])


@pytest.mark.parametrize("sign_in", [sign_in_here, sign_in_elsewhere])
@pytest.mark.parametrize("hosted_pages", ["automatic", "never"])
def test_prompt_none_with_login_hint_needs_a_session(
    api: Api,
    browser: Browser,
    ada: Any,
    client: OAuthClient,
    emulator: Emulator,
    clock: Clock,
    hosted_pages: Any,
    sign_in: Callable[[OAuthClient, Browser, Any], None],
) -> None:
    emulator.settings.hosted_pages = hosted_pages
    query = {"login_hint": EMAIL, "prompt": "none"}
    assert error_of(client.authorize(browser, **query)) == "login_required"
    sign_in(client, browser, ada)
    signed_in = int(clock.now().timestamp())
    clock.advance(60)
    response = client.exchange(code_of(client.authorize(browser, **query, max_age="60")))
    assert claims_of(api, response["id_token"])["auth_time"] == signed_in
    clock.advance(1)
    assert error_of(client.authorize(browser, **query, max_age="60")) == "login_required"
    assert error_of(client.authorize(browser, **query)) is None


def test_prompt_none_ignores_sessions_elsewhere_if_pages_are_always_shown(
    browser: Browser, ada: Any, client: OAuthClient, emulator: Emulator
) -> None:
    emulator.seed.sign_in(ada["id"])
    emulator.settings.hosted_pages = "always"
    assert error_of(client.authorize(browser, login_hint=EMAIL, prompt="none")) == "login_required"


def test_max_age_continues_the_sign_in_of_the_user_in_login_hint(
    api: Api, browser: Browser, ada: Any, client: OAuthClient, clock: Clock
) -> None:
    client.sign_in(browser)
    signed_in = int(clock.now().timestamp())

    def authenticated_at(max_age: str) -> int:
        response = client.exchange(code_of(client.authorize(browser, login_hint=EMAIL, max_age=max_age)))
        return int(claims_of(api, response["id_token"])["auth_time"])

    clock.advance(60)
    assert authenticated_at("60") == signed_in
    clock.advance(1)
    assert authenticated_at("60") == signed_in + 61  # `login_hint` signs the user in again


def test_max_age_of_zero_asks_for_a_sign_in_while_the_clock_stands_still(
    browser: Browser, ada: Any, client: OAuthClient
) -> None:
    client.sign_in(browser)
    assert client.authorize(browser, max_age="0").heading == "Sign in"
    assert error_of(client.authorize(browser, max_age="0", prompt="none")) == "login_required"
    assert error_of(client.authorize(browser, max_age="1")) is None
