"""Authorization URLs in a browser whose user is still signed in to AuthKit."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from workos_emulator import Clock, Emulator

from ..pages.browsing import Browser
from ..pages.conftest import EMAIL, PASSWORD, complete_sign_in, start_sign_in
from ..support import Api
from .test_prompt_and_max_age import claims_of

LINKS = "http://localhost:4100"
"""Where links lead to. The browser of these tests uses another host, with cookies of its own."""

SIGN_IN_PAGES = {"Sign in", "Create an account"}


@pytest.fixture
def ada(api: Api) -> Any:
    return api.user(EMAIL, password=PASSWORD)


@pytest.fixture
def browser(api: Api) -> Browser:
    return Browser(api.client)


@pytest.fixture
def signed_in(api: Api, browser: Browser, ada: Any) -> Any:
    """The response of Ada's sign-in in the browser."""
    start_sign_in(browser).submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    return complete_sign_in(api, browser)


def is_asked(browser: Browser, **query: str) -> bool:
    """Return whether an authorization URL asks who signs in."""
    start_sign_in(browser, **query)
    if browser.returned is not None:
        assert "code" in browser.returned, browser.returned
        return False
    assert browser.heading in SIGN_IN_PAGES or browser.heading.startswith("Sign in with")
    return True


def test_the_browser_returns_with_a_code(api: Api, browser: Browser, signed_in: Any, clock: Clock) -> None:
    clock.advance(60)
    start_sign_in(browser)
    second = complete_sign_in(api, browser)
    assert (second["user"]["email"], second["authentication_method"]) == (EMAIL, "Password")
    claims = [claims_of(response) for response in (signed_in, second)]
    assert claims[0]["sid"] != claims[1]["sid"]
    assert claims[0]["auth_time"] == claims[1]["auth_time"] == claims[1]["iat"] - 60
    assert len(api("GET", "/events?events=session.created")["data"]) == 2
    assert len(api("GET", "/events?events=authentication.password_succeeded")["data"]) == 1


def test_the_code_is_bound_to_the_code_challenge(api: Api, browser: Browser, signed_in: Any) -> None:
    start_sign_in(browser, code_challenge="x" * 43, code_challenge_method="S256")
    assert browser.returned
    error = api.authenticate("authorization_code", 400, code=browser.returned["code"])
    assert error["error"] == "invalid_grant"


def test_another_browser_is_asked(emulator: Emulator, signed_in: Any) -> None:
    with httpx.Client(transport=emulator.transport, base_url="https://api.workos.com") as client:
        assert is_asked(Browser(client))


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ({"prompt": "login"}, True),
        ({"prompt": "select_account"}, True),
        ({"prompt": "consent"}, False),
        ({"screen_hint": "sign-up"}, False),
        ({"login_hint": EMAIL}, False),
        ({"login_hint": "bob@example.com"}, True),
        ({"provider": "GoogleOAuth"}, True),
        ({"max_age": "3600"}, False),
        ({"max_age": "0"}, True),
    ],
)
def test_parameters(
    browser: Browser, signed_in: Any, emulator: Emulator, clock: Clock, query: dict[str, str], asked: bool
) -> None:
    clock.advance(1)
    assert is_asked(browser, **query) is asked
    if "login_hint" not in query:  # always shown pages ignore `login_hint`, but not the sign-in of the browser
        emulator.settings.hosted_pages = "always"
        assert is_asked(browser, **query) is asked


def test_the_user_of_another_login_hint_signs_in_instead(api: Api, browser: Browser, signed_in: Any) -> None:
    api.user("bob@example.com", password=PASSWORD)
    start_sign_in(browser, login_hint="bob@example.com")
    assert complete_sign_in(api, browser)["user"]["email"] == "bob@example.com"
    start_sign_in(browser)
    assert complete_sign_in(api, browser)["user"]["email"] == "bob@example.com"


def test_the_page_of_a_stale_sign_in_names_the_user(browser: Browser, signed_in: Any, clock: Clock) -> None:
    clock.advance(61)
    start_sign_in(browser, max_age="60")
    assert browser.page
    assert browser.page.value_of("Email address") == EMAIL


def test_a_stale_sso_sign_in_goes_back_to_the_identity_provider(
    api: Api, browser: Browser, emulator: Emulator, clock: Clock
) -> None:
    acme = api.organization(domain_data=[{"domain": "example.com", "state": "verified"}])
    connection = emulator.seed.connection(acme["id"], name="Acme Okta")
    emulator.seed.profile(connection["id"], EMAIL)
    start_sign_in(browser, provider="", connection_id=connection["id"]).submit(f"Continue as {EMAIL}")
    first = complete_sign_in(api, browser)
    assert first["authentication_method"] == "SSO"
    clock.advance(61)
    start_sign_in(browser)
    assert complete_sign_in(api, browser)["organization_id"] == first["organization_id"]
    assert start_sign_in(browser, max_age="60").heading == "Sign in with Acme Okta"


def test_the_sign_in_lasts_as_long_as_a_session(browser: Browser, signed_in: Any, clock: Clock) -> None:
    clock.advance(timedelta(days=7) - timedelta(seconds=1))
    assert not is_asked(browser)
    clock.advance(1)
    assert is_asked(browser)


def test_sign_out(api: Api, browser: Browser, signed_in: Any) -> None:
    sid = claims_of(signed_in)["sid"]
    api.client.get("/user_management/sessions/logout", params={"session_id": sid})
    assert is_asked(browser)


def test_sign_out_elsewhere(api: Api, browser: Browser, signed_in: Any, emulator: Emulator) -> None:
    """The application revokes the session, or the user signs out with a client that has no cookie."""
    assert not is_asked(browser)
    sid = claims_of(complete_sign_in(api, browser))["sid"]
    api("POST", "/user_management/sessions/revoke", json={"session_id": sid})
    assert is_asked(browser)


def test_the_end_of_a_session_of_another_browser(
    api: Api, browser: Browser, signed_in: Any, emulator: Emulator
) -> None:
    with httpx.Client(transport=emulator.transport, base_url="https://api.workos.com") as client:
        phone = Browser(client)
        start_sign_in(phone).submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
        sid = claims_of(complete_sign_in(api, phone))["sid"]
        api("POST", "/user_management/sessions/revoke", json={"session_id": sid})
        assert is_asked(phone)
        assert not is_asked(browser)


def test_a_password_reset_signs_out_of_all_browsers(api: Api, browser: Browser, ada: Any) -> None:
    start_sign_in(browser).submit("Sign in", Email_address=EMAIL, Password=PASSWORD)  # the code is not exchanged
    reset = api("POST", "/user_management/password_reset", 201, json={"email": EMAIL})
    body = {"token": reset["password_reset_token"], "new_password": "another horse 42"}
    api("POST", "/user_management/password_reset/confirm", json=body)
    assert is_asked(browser)


def test_a_deleted_user(api: Api, browser: Browser, ada: Any, signed_in: Any) -> None:
    api("DELETE", f"/user_management/users/{ada['id']}")
    assert is_asked(browser)


def test_a_locked_password_does_not_matter(api: Api, browser: Browser, signed_in: Any) -> None:
    for _ in range(10):
        api.authenticate("password", 400, email=EMAIL, password="wrong")
    assert not is_asked(browser)


def test_policies_ask_only_for_what_is_missing(
    api: Api, browser: Browser, ada: Any, signed_in: Any, emulator: Emulator
) -> None:
    acme = api.organization()
    api.membership(ada, acme)
    emulator.seed.sign_in_policy(acme["id"], mfa_required=True)
    assert start_sign_in(browser, organization_id=acme["id"]).heading == "Set up your authenticator app"
    error = start_sign_in(browser, organization_id=acme["id"], prompt="none").returned
    assert error
    assert error["error"] == "interaction_required"
    emulator.seed.connection(acme["id"], name="Acme Okta")
    emulator.seed.sign_in_policy(acme["id"], sso_required=True)
    start_sign_in(browser, organization_id=acme["id"])
    assert browser.page
    assert browser.heading == "Sign in with Acme Okta"
    assert browser.page.value_of("Email address") == EMAIL


def test_a_domain_policy_leads_to_the_identity_provider(
    api: Api, browser: Browser, signed_in: Any, emulator: Emulator
) -> None:
    acme = api.organization(domain_data=[{"domain": "example.com", "state": "verified"}])
    emulator.seed.connection(acme["id"], name="Acme Okta")
    assert start_sign_in(browser).heading == "Sign in with Acme Okta"


def test_an_organization_of_other_users(api: Api, browser: Browser, ada: Any, signed_in: Any) -> None:
    acme, bolt = api.organization("Acme"), api.organization("Bolt")
    membership = api.membership(ada, bolt)
    assert is_asked(browser, organization_id=acme["id"])
    assert not is_asked(browser, organization_id=bolt["id"])
    error = start_sign_in(browser, organization_id=acme["id"], prompt="none").returned
    assert error
    assert error["error"] == "login_required"
    api("PUT", f"/user_management/organization_memberships/{membership['id']}/deactivate")
    assert is_asked(browser, organization_id=bolt["id"])
    managing = api.organization("Example", domain_data=[{"domain": "example.com", "state": "verified"}])
    start_sign_in(browser, organization_id=managing["id"])
    assert complete_sign_in(api, browser)["organization_id"] == managing["id"]


def test_several_organizations(api: Api, browser: Browser, ada: Any, emulator: Emulator) -> None:
    organizations = [api.organization(name) for name in ("Acme", "Bolt")]
    for organization in organizations:
        api.membership(ada, organization)
    start_sign_in(browser).submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    browser.submit("Bolt")
    assert complete_sign_in(api, browser)["organization_id"] == organizations[1]["id"]
    assert start_sign_in(browser, prompt="none").returned
    assert complete_sign_in(api, browser)["organization_id"] == organizations[1]["id"]
    start_sign_in(browser).submit("Acme")
    assert complete_sign_in(api, browser)["organization_id"] == organizations[0]["id"]
    start_sign_in(browser, organization_id=organizations[1]["id"])
    assert complete_sign_in(api, browser)["organization_id"] == organizations[1]["id"]


def test_invitations(api: Api, browser: Browser, signed_in: Any) -> None:
    acme = api.organization()

    def invite(email: str) -> str:
        body = {"email": email, "organization_id": acme["id"]}
        token: str = api("POST", "/user_management/invitations", 201, json=body)["token"]
        return token

    assert is_asked(browser, invitation_token=invite("bob@example.com"), screen_hint="sign-up")
    start_sign_in(browser, invitation_token=invite(EMAIL), screen_hint="sign-up")
    assert complete_sign_in(api, browser)["organization_id"] == acme["id"]


def test_the_link_of_an_invitation(api: Api, browser: Browser, signed_in: Any) -> None:
    api("POST", "/user_management/redirect_uris", 201, json={"uri": "http://localhost:3000/callback"})
    acme = api.organization()
    links = {
        email: api("POST", "/user_management/invitations", 201, json={"email": email, "organization_id": acme["id"]})[
            "accept_invitation_url"
        ].removeprefix(LINKS)
        for email in (EMAIL, "bob@example.com")
    }
    assert browser.open(links["bob@example.com"]).heading == "Create an account"
    assert api.authenticate("authorization_code", code=browser.open(links[EMAIL]).code)["organization_id"] == acme["id"]


def test_devices(api: Api, browser: Browser, ada: Any, emulator: Emulator, clock: Clock) -> None:
    def connect() -> Browser:
        device = api("POST", "/user_management/authorize/device", json={"client_id": "client_emulator"})
        return browser.open(device["verification_uri_complete"].removeprefix(LINKS)).submit("Continue")

    assert connect().submit("Sign in", Email_address=EMAIL, Password=PASSWORD).heading == "Connect this device?"
    assert not is_asked(browser)
    assert connect().heading == "Connect this device?"
    emulator.settings.remembered_sign_ins = False
    assert connect().heading == "Sign in"


def test_a_sign_in_without_pages_is_remembered(api: Api, browser: Browser, ada: Any) -> None:
    assert not is_asked(browser, login_hint=EMAIL)
    sid = claims_of(complete_sign_in(api, browser))["sid"]
    assert not is_asked(browser)
    assert start_sign_in(browser, prompt="none").returned
    api.client.get("/user_management/sessions/logout", params={"session_id": sid})
    assert is_asked(browser)


def test_the_setting(browser: Browser, signed_in: Any, emulator: Emulator) -> None:
    emulator.settings.remembered_sign_ins = False
    assert is_asked(browser)
    assert not is_asked(browser, max_age="3600")
    assert not is_asked(browser, prompt="none")


def test_disabled_pages(browser: Browser, signed_in: Any, emulator: Emulator) -> None:
    emulator.settings.hosted_pages = "never"
    error = start_sign_in(browser).returned
    assert error
    assert error["error"] == "access_denied"
    assert not is_asked(browser, max_age="3600")
