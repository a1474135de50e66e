"""Errors of the authorization endpoint: RFC 6749, section 4.1.2.1, OpenID Connect Core, section 3.1.2.6, and RFC 8707."""

from typing import Any

import pytest

from ..pages.browsing import Browser
from ..support import Api
from .client import CALLBACK, EMAIL, PASSWORD, OAuthClient


def error_of(browser: Browser) -> str:
    assert browser.returned is not None, f"the browser is at {browser.heading!r}"
    assert browser.returned["state"] == "s t&"
    assert browser.returned["error_description"]
    assert "code" not in browser.returned
    return browser.returned["error"]


@pytest.mark.parametrize(
    "query",
    [
        {"client_id": ""},
        {"client_id": "client_unknown"},
        {"redirect_uri": "https://attacker.example.com/callback"},
        {"redirect_uri": CALLBACK + "/more"},
        {"redirect_uri": CALLBACK + "?x=1"},
        {"redirect_uri": CALLBACK + "#fragment"},
        {"redirect_uri": "javascript:alert(1)//callback"},
    ],
)
def test_invalid_client_or_redirect_uri_is_not_redirected(
    browser: Browser, client: OAuthClient, query: dict[str, str]
) -> None:
    client.authorize(browser, **query, scope="unknown")
    assert browser.page
    assert (browser.page.status, browser.heading) == (400, "This sign-in link is invalid")


def test_repeated_redirect_uri_is_not_redirected(browser: Browser, client: OAuthClient) -> None:
    query = f"client_id={client.client_id}&redirect_uri={CALLBACK}&redirect_uri=https://attacker.example.com/callback"
    assert browser.open(f"/oauth2/authorize?{query}").heading == "This sign-in link is invalid"


def test_application_without_redirect_uris(api: Api, browser: Browser) -> None:
    client = OAuthClient.create(api, redirect_uris=[])
    for uri in (CALLBACK, ""):
        assert client.authorize(browser, redirect_uri=uri).heading == "This sign-in link is invalid"


def test_several_redirect_uris_require_a_choice(api: Api, browser: Browser) -> None:
    client = OAuthClient.create(api, redirect_uris=[{"uri": CALLBACK}, {"uri": "https://b.example.com/callback"}])
    assert client.authorize(browser, redirect_uri="").heading == "This sign-in link is invalid"


def test_m2m_application_cannot_sign_in_users(api: Api, browser: Browser, partner: Any) -> None:
    client = OAuthClient.create(api, application_type="m2m", organization_id=partner["id"])
    assert client.authorize(browser).heading == "This sign-in link is invalid"


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ({"response_type": ""}, "invalid_request"),
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"response_mode": "fragment"}, "invalid_request"),
        ({"scope": "openid posts:write"}, "invalid_scope"),
        ({"code_challenge": ""}, "invalid_request"),
        ({"code_challenge": "", "code_challenge_method": ""}, "invalid_request"),
        ({"code_challenge_method": ""}, "invalid_request"),
        ({"code_challenge_method": "plain"}, "invalid_request"),
        ({"code_challenge": "too short"}, "invalid_request"),
        ({"prompt": "unknown"}, "invalid_request"),
        ({"prompt": "none login"}, "invalid_request"),
        ({"max_age": "-1"}, "invalid_request"),
        ({"max_age": "soon"}, "invalid_request"),
        ({"request": "e30.e30."}, "request_not_supported"),
        ({"request_uri": "https://client.example.com/request"}, "request_uri_not_supported"),
        ({"resource": "not-a-uri"}, "invalid_target"),
        ({"resource": "https://api.example.com/#x"}, "invalid_target"),
    ],
)
def test_invalid_request(browser: Browser, public_client: OAuthClient, query: dict[str, str], error: str) -> None:
    assert error_of(public_client.authorize(browser, **query)) == error


def test_repeated_parameter(browser: Browser, client: OAuthClient) -> None:
    url = f"/oauth2/authorize?client_id={client.client_id}&response_type=code&scope=openid&scope=email&state=s%20t%26"
    assert error_of(browser.open(url)) == "invalid_request"
    browser.open(f"/oauth2/authorize?client_id={client.client_id}&response_type=code&state=a&state=b")
    assert browser.returned is not None
    assert browser.returned["error"] == "invalid_request"
    assert "state" not in browser.returned


def test_malformed_encoding(browser: Browser, client: OAuthClient) -> None:
    assert browser.open(f"/oauth2/authorize?client_id={client.client_id}&state=%ff").heading == (
        "This sign-in link is invalid"
    )


def test_prompt_none(api: Api, browser: Browser, ada: Any, client: OAuthClient, third_party: OAuthClient) -> None:
    assert error_of(client.authorize(browser, prompt="none")) == "login_required"
    client.sign_in(browser)
    client.exchange(client.authorize(browser, prompt="none").code)
    assert error_of(third_party.authorize(browser, prompt="none")) == "consent_required"
    assert error_of(client.authorize(browser, prompt="none", login_hint="other@example.com")) == "login_required"
    for name in ("First", "Second"):
        api.membership(ada, api.organization(name))
    assert error_of(client.authorize(browser, prompt="none")) == "interaction_required"
    second = client.exchange(client.authorize(browser).submit("Second").code)
    again = client.exchange(client.authorize(browser, prompt="none").code)
    tokens = [client.introspect(response["access_token"]) for response in (second, again)]
    assert tokens[0]["org_id"] == tokens[1]["org_id"]


def test_prompt_login_and_select_account(browser: Browser, ada: Any, client: OAuthClient) -> None:
    client.sign_in(browser)
    for prompt in ("login", "select_account"):
        assert client.authorize(browser, prompt=prompt).heading == "Sign in"
    assert client.authorize(browser, prompt="login", login_hint=EMAIL).heading == "Sign in"


def test_denied_policy_is_interaction_required_without_pages(
    api: Api, browser: Browser, ada: Any, client: OAuthClient
) -> None:
    client.sign_in(browser)
    organization = api.organization()
    api.membership(ada, organization)
    api.emulator.seed.sign_in_policy(organization["id"], methods={"password": False})
    assert error_of(client.authorize(browser, prompt="none")) == "interaction_required"


def test_errors_leave_no_flow_behind(browser: Browser, client: OAuthClient) -> None:
    error_of(client.authorize(browser, scope="unknown"))
    error_of(client.authorize(browser, prompt="none"))
    state = client.api.emulator.environment.state
    assert (len(state.hosted.flows), len(state.connect.requests)) == (0, 0)


def test_method_and_options(api: Api) -> None:
    response = api.client.request("DELETE", "/oauth2/token")
    assert (response.status_code, response.headers["allow"]) == (405, "OPTIONS, POST")
    response = api.client.options("/oauth2/jwks")
    assert (response.status_code, response.headers["allow"]) == (204, "GET, HEAD, OPTIONS")


def test_another_browser_cannot_finish_the_sign_in(
    api: Api, browser: Browser, ada: Any, third_party: OAuthClient
) -> None:
    third_party.authorize(browser).submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    assert browser.page
    url = browser.page.url
    api.client.cookies.clear()
    assert browser.open(url).heading == "This sign-in has ended"
