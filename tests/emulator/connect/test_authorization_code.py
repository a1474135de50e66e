from typing import Any

import pytest

from workos_emulator import Clock, Emulator

from ..pages.browsing import Browser
from ..support import Api
from .client import CALLBACK, EMAIL, ISSUER, PASSWORD, PKCE, VERIFIER, OAuthClient, claims_of, code_of


def test_tokens_of_a_confidential_client(
    api: Api, browser: Browser, ada: Any, client: OAuthClient, clock: Clock
) -> None:
    response = client.exchange(client.sign_in(browser, nonce="n-1"))
    assert response.keys() == {"access_token", "expires_in", "id_token", "refresh_token", "token_type"}
    assert (response["token_type"], response["expires_in"]) == ("bearer", 300)

    now = int(clock.now().timestamp())
    access = claims_of(api, response["access_token"])
    assert access.pop("jti")
    assert access.pop("sid").startswith("app_consent_")
    assert access == {
        "iss": ISSUER,
        "aud": api.emulator.client_id,
        "sub": ada["id"],
        "iat": now,
        "exp": now + 300,
    }
    assert claims_of(api, response["id_token"]) == {
        "iss": ISSUER,
        "aud": client.client_id,
        "sub": ada["id"],
        "name": "Ada Lovelace",
        "given_name": "Ada",
        "family_name": "Lovelace",
        "email": EMAIL,
        "email_verified": ada["email_verified"],
        "iat": now,
        "exp": now + 300,
        "nonce": "n-1",
    }
    assert client.userinfo(response["access_token"]) == {
        "sub": ada["id"],
        "name": "Ada Lovelace",
        "given_name": "Ada",
        "family_name": "Lovelace",
        "email": EMAIL,
        "email_verified": ada["email_verified"],
    }


def test_public_client_with_pkce(browser: Browser, ada: Any, public_client: OAuthClient) -> None:
    code = public_client.sign_in(browser)
    assert public_client.exchange(code, 400, code_verifier="")["error"] == "invalid_grant"
    assert public_client.exchange(code, 400, code_verifier="w" * 43)["error"] == "invalid_grant"
    assert public_client.exchange(code)["access_token"]


def test_scopes_decide_what_a_client_gets(api: Api, browser: Browser, ada: Any, client: OAuthClient) -> None:
    response = client.exchange(client.sign_in(browser, scope="email"))
    assert response.keys() == {"access_token", "expires_in", "token_type"}
    assert client.userinfo(response["access_token"], 403)["error"] == "insufficient_scope"
    response = client.exchange(code_of(client.authorize(browser, scope=" openid  openid ")))
    assert set(claims_of(api, response["id_token"])) == {"iss", "aud", "sub", "iat", "exp"}
    assert client.userinfo(response["access_token"]) == {"sub": ada["id"]}


def test_without_scope_the_application_gets_its_own_scopes(api: Api, browser: Browser, ada: Any) -> None:
    client = OAuthClient.create(api, scopes=["openid", "posts:read"])
    response = client.exchange(client.sign_in(browser, scope=""))
    assert response["scope"] == "openid posts:read"
    assert "id_token" in response


def test_both_client_authentication_methods(browser: Browser, ada: Any, client: OAuthClient) -> None:
    code = client.sign_in(browser)
    body = client.exchange(code, 401, "none", client_id=client.client_id)
    assert body["error"] == "invalid_client"
    wrong = OAuthClient(client.api, client.client_id, "wrong:%")
    response = wrong.post("/oauth2/token", "basic", grant_type="authorization_code", code=code)
    assert (response.status_code, response.json()["error"]) == (401, "invalid_client")
    assert response.headers["www-authenticate"].startswith("Basic ")
    assert wrong.exchange(code, 401)["error"] == "invalid_client"
    assert client.exchange(code, 400, "basic", client_secret="x")["error"] == "invalid_request"
    assert client.exchange(code, 400, "basic", client_id="client_other")["error"] == "invalid_request"
    assert client.exchange(code, auth="basic", client_id=client.client_id)["access_token"]
    path = f"/connect/applications/{client.application['id']}/client_secrets"
    assert client.api("GET", path)[0]["last_used_at"] is not None


def test_code_is_used_once_and_reuse_revokes_its_tokens(browser: Browser, ada: Any, client: OAuthClient) -> None:
    code = client.sign_in(browser)
    response = client.exchange(code)
    assert client.introspect(response["access_token"])["active"]
    assert client.exchange(code, 400)["error"] == "invalid_grant"
    assert client.introspect(response["access_token"]) == {"active": False}
    assert client.refresh(response["refresh_token"], 400)["error"] == "invalid_grant"


def test_code_is_bound_to_client_redirect_uri_and_time(
    api: Api, browser: Browser, ada: Any, client: OAuthClient, clock: Clock
) -> None:
    code = client.sign_in(browser)
    assert OAuthClient.create(api).exchange(code, 400)["error"] == "invalid_grant"
    assert client.exchange(code, 400, redirect_uri=CALLBACK + "2")["error"] == "invalid_grant"
    assert client.exchange(code, 400, redirect_uri="")["error"] == "invalid_grant"
    assert client.exchange(code, 400, code_verifier=VERIFIER)["error"] == "invalid_grant"
    assert client.exchange("unknown", 400)["error"] == "invalid_grant"
    clock.advance(600)
    assert client.exchange(code, 400)["error"] == "invalid_grant"


def test_only_redirect_uri_may_be_left_out(browser: Browser, ada: Any, client: OAuthClient) -> None:
    code = client.sign_in(browser, redirect_uri="")
    assert client.exchange(code, 400, redirect_uri=CALLBACK + "2")["error"] == "invalid_grant"
    assert client.exchange(code, redirect_uri="")["access_token"]


def test_loopback_redirect_uris_may_have_any_port(api: Api, browser: Browser, ada: Any) -> None:
    client = OAuthClient.create(api, uses_pkce=True, redirect_uris=[{"uri": "http://127.0.0.1/callback"}])
    uri = "http://127.0.0.1:49152/callback"
    assert client.exchange(client.sign_in(browser, redirect_uri=uri), redirect_uri=uri)["access_token"]
    for other in ("http://127.0.0.1:49152/other", "http://127.0.0.1.example.com/callback", "http://localhost/callback"):
        assert client.authorize(browser, redirect_uri=other).heading == "This sign-in link is invalid"


def test_member_of_several_organizations_selects_one(api: Api, browser: Browser, ada: Any, client: OAuthClient) -> None:
    organizations = [api.organization(name) for name in ("First", "Second")]
    for organization in organizations:
        api.membership(ada, organization)
    client.authorize(browser).submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    assert browser.heading == "Choose an organization"
    response = client.exchange(code_of(browser.submit("Second")))
    assert claims_of(api, response["access_token"])["org_id"] == organizations[1]["id"]
    # The browser is signed in now, so only the organization is asked for.
    assert client.authorize(browser).heading == "Choose an organization"
    response = client.exchange(code_of(browser.submit("First")))
    assert claims_of(api, response["access_token"])["org_id"] == organizations[0]["id"]


def test_only_organization_is_selected(api: Api, browser: Browser, ada: Any, client: OAuthClient) -> None:
    organization = api.organization()
    api.membership(ada, organization)
    response = client.exchange(client.sign_in(browser))
    assert claims_of(api, response["access_token"])["org_id"] == organization["id"]


def test_policy_of_the_organization(api: Api, browser: Browser, ada: Any, client: OAuthClient) -> None:
    organization = api.organization()
    api.membership(ada, organization)
    api.emulator.seed.sign_in_policy(organization["id"], methods={"password": False})
    client.authorize(browser).submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    assert browser.returned is not None
    assert (browser.returned["error"], browser.returned["state"]) == ("access_denied", "s t&")


def test_second_factor_is_required_once_per_browser_session(
    api: Api, browser: Browser, ada: Any, client: OAuthClient, emulator: Emulator
) -> None:
    emulator.settings.mfa_required = True
    body = {"type": "sms", "phone_number": "+15550100", "user_id": ada["id"]}
    api("POST", "/auth/factors/enroll", 201, json=body)
    client.authorize(browser).submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    assert browser.heading == "Enter your code"
    code = emulator.outbox.last("+15550100").code
    assert code
    assert client.exchange(code_of(browser.submit("Continue", Code=code)))["access_token"]
    assert client.exchange(code_of(client.authorize(browser)))["access_token"]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_login_hint_skips_the_pages(api: Api, ada: Any, public_client: OAuthClient, method: str) -> None:
    query = public_client.query(login_hint=EMAIL)
    arguments: dict[str, Any] = {"params": query} if method == "GET" else {"data": query}
    response = api.client.request(method, "/oauth2/authorize", headers={"authorization": ""}, **arguments)
    assert response.status_code == 302
    page = api.client.get(response.headers["location"], headers={"authorization": ""})
    location = page.headers["location"]
    assert location.startswith(CALLBACK + "?code=")
    assert location.endswith("&state=s%20t%26")


def test_login_hint_prefills_the_email_address(browser: Browser, ada: Any, client: OAuthClient) -> None:
    client.api.emulator.settings.hosted_pages = "always"
    client.authorize(browser, login_hint=EMAIL)
    assert browser.page
    assert browser.page.value_of("Email address") == EMAIL


def test_without_hosted_pages(api: Api, browser: Browser, ada: Any, third_party: OAuthClient) -> None:
    api.emulator.settings.hosted_pages = "never"
    for name in ("First", "Second"):
        api.membership(ada, api.organization(name))
    code = code_of(third_party.authorize(browser, login_hint=EMAIL, prompt="consent", **PKCE))
    assert "org_id" in claims_of(api, third_party.exchange(code, code_verifier=VERIFIER)["access_token"])
    third_party.authorize(browser)
    assert browser.returned is not None
    assert browser.returned["error"] == "access_denied"
