from typing import Any

import pytest

from workos_emulator import Emulator

from ..pages.browsing import Browser
from ..support import Api
from .client import EMAIL, PASSWORD, OAuthClient, claims_of, code_of

RESOURCE = "https://mcp.example.com/mcp"


def sign_in(client: OAuthClient, browser: Browser, **query: str) -> Browser:
    return client.authorize(browser, **query).submit("Sign in", Email_address=EMAIL, Password=PASSWORD)


def authorizations(api: Api, ada: Any) -> Any:
    return api("GET", f"/user_management/users/{ada['id']}/authorized_applications")["data"]


def test_third_party_application_is_authorized_once(
    api: Api, browser: Browser, ada: Any, third_party: OAuthClient
) -> None:
    sign_in(third_party, browser, scope="openid email")
    assert browser.page
    assert browser.heading == "Authorize Forum?"
    for text in (EMAIL, "Know who you are", "See your email address", "https://client.example.com/callback"):
        assert text in browser.page.text
    assert authorizations(api, ada) == []
    response = third_party.exchange(code_of(browser.submit("Authorize")))
    (authorization,) = authorizations(api, ada)
    assert authorization["granted_scopes"] == ["openid", "email"]
    assert authorization["application"]["client_id"] == third_party.client_id
    sid = claims_of(api, response["access_token"])["sid"]
    assert sid.removeprefix("app_consent_") == authorization["id"].rpartition("_")[2]

    code_of(third_party.authorize(browser, scope="openid"))
    third_party.authorize(browser, scope="openid profile")
    assert browser.heading == "Authorize Forum?"
    code_of(browser.submit("Authorize"))
    assert [item["granted_scopes"] for item in authorizations(api, ada)] == [["openid", "email", "profile"]]
    third_party.authorize(browser, scope="openid", prompt="consent")
    assert browser.heading == "Authorize Forum?"


def test_deny(api: Api, browser: Browser, ada: Any, third_party: OAuthClient) -> None:
    sign_in(third_party, browser).submit("Deny")
    assert browser.returned is not None
    assert (browser.returned["error"], browser.returned["state"]) == ("access_denied", "s t&")
    assert authorizations(api, ada) == []


def test_consent_page_cannot_be_opened_before_the_sign_in(
    api: Api, browser: Browser, ada: Any, client: OAuthClient
) -> None:
    client.authorize(browser)
    assert browser.page
    assert browser.open(browser.page.url.replace("/sign-in", "/consent")).heading == "You are not signed in yet"
    api.emulator.settings.email_verification_required = True
    api.user("grace@example.com", password=PASSWORD, email_verified=False)
    client.authorize(browser).submit("Sign in", Email_address="grace@example.com", Password=PASSWORD)
    assert browser.heading == "Verify your email address"
    assert browser.open(browser.page.url.replace("/verify-email", "/consent")).heading == "This sign-in has ended"


def revoke_with_api(api: Api, authorization: Any, ada: Any) -> None:
    path = f"/user_management/users/{ada['id']}/authorized_applications/{authorization['application']['id']}"
    api("DELETE", path, 204)


def revoke_with_control_api(api: Api, authorization: Any, ada: Any) -> None:
    api("DELETE", f"/_emulator/authorized_applications/{authorization['id']}", 204)


def revoke_with_seed(api: Api, authorization: Any, ada: Any) -> None:
    api.emulator.seed.revoke_authorized_application(authorization["id"])


def delete_application(api: Api, authorization: Any, ada: Any) -> None:
    api("DELETE", f"/connect/applications/{authorization['application']['id']}", 204)


def delete_user(api: Api, authorization: Any, ada: Any) -> None:
    api("DELETE", f"/user_management/users/{ada['id']}")


def remove_membership(api: Api, authorization: Any, ada: Any) -> None:
    memberships = api("GET", "/user_management/organization_memberships", params={"user_id": ada["id"]})
    api("DELETE", f"/user_management/organization_memberships/{memberships['data'][0]['id']}")


@pytest.mark.parametrize(
    "revoke",
    [
        revoke_with_api,
        revoke_with_control_api,
        revoke_with_seed,
        delete_application,
        delete_user,
        remove_membership,
    ],
)
def test_revoked_consent_ends_its_tokens(
    api: Api, browser: Browser, ada: Any, third_party: OAuthClient, client: OAuthClient, revoke: Any
) -> None:
    api.membership(ada, api.organization())
    response = third_party.exchange(code_of(sign_in(third_party, browser).submit("Authorize")))
    unused_code = code_of(third_party.authorize(browser))
    assert client.introspect(response["access_token"])["active"]
    revoke(api, authorizations(api, ada)[0], ada)
    assert client.introspect(response["access_token"]) == {"active": False}
    assert client.introspect(response["refresh_token"]) == {"active": False}
    assert client.userinfo(response["access_token"], 401)["error"] == "invalid_token"
    if revoke is delete_application:
        assert third_party.refresh(response["refresh_token"], 401)["error"] == "invalid_client"
    else:
        assert third_party.refresh(response["refresh_token"], 400)["error"] == "invalid_grant"
        assert third_party.exchange(unused_code, 400)["error"] == "invalid_grant"


def test_consents_of_organizations_and_resources_are_separate(
    api: Api, browser: Browser, ada: Any, third_party: OAuthClient
) -> None:
    organizations = [api.organization(name) for name in ("First", "Second")]
    for organization in organizations:
        api.membership(ada, organization)
    code_of(sign_in(third_party, browser).submit("First").submit("Authorize"))
    assert third_party.authorize(browser).submit("Second").heading == "Authorize Forum?"
    code_of(browser.submit("Authorize"))
    code_of(third_party.authorize(browser).submit("First"))
    api("POST", "/user_management/authkit_oauth_resources", json={"uri": RESOURCE})
    third_party.authorize(browser, resource=RESOURCE).submit("First")
    assert browser.page
    assert RESOURCE in browser.page.text
    response = third_party.exchange(code_of(browser.submit("Authorize")))
    assert claims_of(api, response["access_token"])["aud"] == RESOURCE
    found = [item.get("oauth_resource") for item in authorizations(api, ada)]
    assert sorted(found, key=str) == [None, None, RESOURCE]
    path = f"/organizations/{organizations[0]['id']}/authorized_applications"
    assert len(api("GET", path)["data"]) == 2


def test_first_party_application_shows_no_consent_page_unless_asked(
    browser: Browser, ada: Any, client: OAuthClient
) -> None:
    client.sign_in(browser)
    assert client.authorize(browser, prompt="consent").heading == "Authorize Forum?"


def test_sign_out_ends_the_browser_session(api: Api, browser: Browser, ada: Any, client: OAuthClient) -> None:
    client.sign_in(browser)
    code_of(client.authorize(browser))
    session = api("GET", "/user_management/sessions/logout", 200, params={"session_id": "session_none"})
    assert session is None
    assert client.authorize(browser).heading == "Sign in"


def test_browser_session_expires(browser: Browser, ada: Any, client: OAuthClient, emulator: Emulator) -> None:
    client.sign_in(browser)
    emulator.clock.advance(emulator.settings.session_lifetime)
    assert client.authorize(browser).heading == "Sign in"


def test_max_age(api: Api, browser: Browser, ada: Any, client: OAuthClient, emulator: Emulator) -> None:
    client.sign_in(browser)
    signed_in = int(emulator.clock.now().timestamp())
    emulator.clock.advance(60)
    response = client.exchange(code_of(client.authorize(browser, max_age="60")))
    assert claims_of(api, response["id_token"])["auth_time"] == signed_in
    emulator.clock.advance(1)
    assert client.authorize(browser, max_age="60").heading == "Sign in"
    browser.submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    response = client.exchange(code_of(browser))
    assert claims_of(api, response["id_token"])["auth_time"] == signed_in + 61
    client.authorize(browser, max_age="0", prompt="none")
    assert browser.returned is not None
    assert browser.returned["error"] == "login_required"


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_pages_are_in_the_requested_language(
    api: Api, browser: Browser, ada: Any, third_party: OAuthClient, method: str
) -> None:
    query = third_party.query(ui_locales="de-CH en", scope="openid offline_access")
    headers = {"authorization": "", "accept": "text/html"}
    request = {"params": query} if method == "GET" else {"data": query}
    response = api.client.request(method, "/oauth2/authorize", headers=headers, **request)
    browser.open(response.headers["location"])
    browser.submit("Anmelden", **{"E-Mail-Adresse": EMAIL, "Passwort": PASSWORD})
    assert browser.page
    assert browser.heading == "Forum autorisieren?"
    assert "Forum möchte auf das Konto ada@example.com zugreifen." in browser.page.text
    assert "Den Zugriff behalten" in browser.page.text
    browser.open("/oauth2/authorize", client_id="none", ui_locales="ja")
    assert browser.heading == "このサインインリンクは無効です"
