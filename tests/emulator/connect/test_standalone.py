"""Standalone Connect: the app's own sign-in page signs the user in."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from ..pages.browsing import Browser
from ..support import Api
from .client import OAuthClient, claims_of, code_of

LOGIN_URI = "https://app.example.com/login?from=authkit"
USER = {"id": "u-1", "email": "grace@example.com", "first_name": "Grace"}
OPTIONS = [
    {
        "claim": "urn:example:tenant",
        "type": "enum",
        "label": "Environment",
        "choices": [
            {"group": "Production", "choices": [{"value": "us", "label": "US-East"}, {"value": "eu", "label": "EU"}]},
            {"group": "Development", "choices": [{"value": "dev", "label": "Main"}]},
        ],
    },
    {
        "claim": "tier",
        "type": "enum",
        "label": "Tier",
        "choices": [{"value": "free"}, {"value": "pro", "label": "Pro"}],
    },
]


@pytest.fixture(autouse=True)
def login_uri(api: Api) -> None:
    api("PATCH", "/_emulator/settings", json={"connect_login_uri": LOGIN_URI})


def start(client: OAuthClient, **query: str) -> str:
    """Return the `external_auth_id` that the sign-in page of the app gets."""
    response = client.api.client.get("/oauth2/authorize", params=client.query(**query), headers={"authorization": ""})
    location = response.headers["location"]
    assert location.startswith(LOGIN_URI + "&external_auth_id=external_auth_")
    return parse_qs(urlsplit(location).query)["external_auth_id"][0]


def complete(api: Api, id: str, status: int = 200, **fields: Any) -> Any:
    body = {"external_auth_id": id, "user": USER} | fields
    return api("POST", "/authkit/oauth2/complete", status, json=body)


def test_first_party_application(api: Api, browser: Browser, client: OAuthClient) -> None:
    redirect_uri = complete(api, start(client))["redirect_uri"]
    response = client.exchange(code_of(browser.open(redirect_uri)))
    user = api("GET", "/user_management/users/external_id/u-1")
    assert claims_of(api, response["access_token"])["sub"] == user["id"]
    assert claims_of(api, response["id_token"])["email"] == USER["email"]
    assert browser.open(redirect_uri).heading == "This sign-in has ended"


def test_existing_user_chooses_an_organization(api: Api, browser: Browser, client: OAuthClient) -> None:
    user = api.user(USER["email"], external_id="u-1")
    organizations = [api.organization(name) for name in ("First", "Second")]
    for organization in organizations:
        api.membership(user, organization)
    browser.open(complete(api, start(client))["redirect_uri"]).submit("Second")
    response = client.exchange(code_of(browser))
    assert claims_of(api, response["access_token"])["org_id"] == organizations[1]["id"]


def test_consent_options_become_claims(api: Api, browser: Browser, third_party: OAuthClient) -> None:
    completed = complete(api, start(third_party), user_consent_options=OPTIONS)
    browser.open(completed["redirect_uri"])
    assert browser.heading == "Authorize Forum?"
    assert browser.page
    assert browser.page.options == {"option-0": ["us", "eu", "dev"], "option-1": ["free", "pro"]}
    browser.submit("Authorize", Environment="admin", Tier="pro")
    assert browser.page.status == 422
    assert browser.page.error_of("Environment") == "Choose one of the options."
    assert browser.page.value_of("Tier") == "pro"
    response = third_party.exchange(code_of(browser.submit("Authorize", Environment="dev")))
    for token in (response["access_token"], third_party.refresh(response["refresh_token"])["access_token"]):
        claims = claims_of(api, token)
        assert (claims["urn:example:tenant"], claims["tier"]) == ("dev", "pro")
    # A consent with options is asked for each time, because the user may choose others.
    completed = complete(api, start(third_party), user_consent_options=OPTIONS)
    assert browser.open(completed["redirect_uri"]).heading == "Authorize Forum?"


@pytest.mark.parametrize("claim", ["sub", "aud", "org_id", "permissions"])
def test_options_cannot_set_reserved_claims(api: Api, third_party: OAuthClient, claim: str) -> None:
    options = [{"claim": claim, "type": "enum", "label": "Label", "choices": [{"value": "admin"}]}]
    error = complete(api, start(third_party), 422, user_consent_options=options)
    assert error["errors"] == [{"field": "user_consent_options.0.claim", "code": "reserved"}]


def test_errors_of_the_completion(api: Api, client: OAuthClient) -> None:
    complete(api, "external_auth_none", 404)
    id = start(client)
    assert complete(api, id, 400, user_consent_options=OPTIONS)["code"] == "user_consent_options_not_supported"
    complete(api, id)
    assert complete(api, id, 400)["code"] == "external_auth_session_already_completed"


def test_sign_in_of_another_browser_cannot_be_continued(api: Api, browser: Browser, client: OAuthClient) -> None:
    id = start(client)
    browser.open(f"/hosted/external-auth?flow={flow_of(api, id)}")
    assert browser.heading == "This sign-in has ended"
    redirect_uri = complete(api, id)["redirect_uri"]
    # The browser that started the sign-in does not know the token, which only the browser of the user gets.
    assert browser.open(redirect_uri.partition("&token=")[0]).heading == "This sign-in has ended"
    assert browser.open(redirect_uri + "x").heading == "This sign-in has ended"
    api.client.cookies.clear()
    assert browser.open(redirect_uri).heading == "This sign-in has ended"


def flow_of(api: Api, id: str) -> str:
    authorization = api.emulator.environment.state.codes.external.get(id)
    assert authorization
    assert authorization.flow_id
    return authorization.flow_id


def test_prompt_none(client: OAuthClient) -> None:
    query = client.query(prompt="none")
    response: httpx.Response = client.api.client.get("/oauth2/authorize", params=query, headers={"authorization": ""})
    assert "error=login_required" in response.headers["location"]


def test_token_is_not_logged(api: Api, browser: Browser, client: OAuthClient) -> None:
    redirect_uri = complete(api, start(client))["redirect_uri"]
    browser.open(redirect_uri)
    token = parse_qs(urlsplit(redirect_uri).query)["token"][0]
    assert token not in str([entry.render() for entry in api.emulator.requests])
