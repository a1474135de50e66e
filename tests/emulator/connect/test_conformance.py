"""What a tester of conformance checks from outside: RFC 6749, 6750, 7009, 7591, 7636, 7662, 8414, 8628, 9207, and OpenID Connect Core."""

import re
from base64 import b64encode, urlsafe_b64encode
from hashlib import sha256
from typing import Any
from urllib.parse import quote_plus

import httpx
import pytest
from joserfc import jws

from workos_emulator import Emulator

from ..pages.browsing import Browser
from ..support import Api
from .client import CALLBACK, DEVICE_CODE, EMAIL, PASSWORD, PKCE, VERIFIER, OAuthClient, claims_of, code_of

FORM = {"content-type": "application/x-www-form-urlencoded", "authorization": ""}
DESCRIPTION = re.compile(r"[\x20-\x21\x23-\x5b\x5d-\x7e]+")
"""The characters of `error_description`: RFC 6749, sections 4.1.2.1 and 5.2."""


def basic(client_id: str, secret: str) -> str:
    """Return the `Authorization` header of RFC 6749, section 2.3.1."""
    return f"Basic {b64encode(f'{quote_plus(client_id)}:{quote_plus(secret)}'.encode()).decode()}"


def assert_error(response: httpx.Response, status: int, code: str, challenge: str | None = None) -> None:
    """Check an error response of RFC 6749, section 5.2."""
    assert (response.status_code, response.json()["error"]) == (status, code), response.text
    assert DESCRIPTION.fullmatch(response.json()["error_description"])
    assert response.headers["content-type"].partition(";")[0] == "application/json"
    assert (response.headers["cache-control"], response.headers["pragma"]) == ("no-store", "no-cache")
    sent = response.headers.get("www-authenticate")
    assert (sent or "").partition(" ")[0] == (challenge or "")


@pytest.fixture
def forum(api: Api, emulator: Emulator) -> OAuthClient:
    """A confidential application whose credentials need percent-encoding."""
    client = OAuthClient.create(api)
    secret = "pass:word %+&é"
    emulator.seed.client_secret(client.application["id"], secret)
    return OAuthClient(api, client.client_id, secret, client.application)


TOKEN_ERRORS: dict[str, tuple[str, str, int, str, str | None]] = {
    # name: body, Authorization header, status, error, scheme of the challenge
    "empty body": ("", "", 400, "invalid_request", None),
    "no grant type": ("client_id={id}&client_secret={secret}", "", 400, "invalid_request", None),
    "unknown grant type": ("grant_type=magic&{client}", "", 400, "unsupported_grant_type", None),
    "quotes and controls": ("grant_type=%22%5C%0A%C3%A9%7F&{client}", "", 400, "unsupported_grant_type", None),
    "password grant": ("grant_type=password&{client}", "", 400, "unsupported_grant_type", None),
    "no client": ("grant_type=refresh_token", "", 401, "invalid_client", None),
    "unknown client": ("grant_type=refresh_token&client_id=%C3%A9%22%27", "", 401, "invalid_client", None),
    "no secret": ("grant_type=refresh_token&client_id={id}", "", 401, "invalid_client", None),
    "wrong secret": ("grant_type=refresh_token&client_id={id}&client_secret=x", "", 401, "invalid_client", None),
    "wrong secret in the header": ("grant_type=refresh_token", "{wrong}", 401, "invalid_client", "Basic"),
    "empty secret in the header": ("grant_type=refresh_token", "{empty}", 401, "invalid_client", "Basic"),
    "malformed header": ("grant_type=refresh_token", "Basic ???", 401, "invalid_client", "Basic"),
    "unsupported scheme": ("grant_type=refresh_token", "Bearer token", 401, "invalid_client", "Basic"),
    "two methods": ("grant_type=refresh_token&client_secret={secret}", "{basic}", 400, "invalid_request", None),
    "two client IDs": ("grant_type=refresh_token&client_id=other", "{basic}", 400, "invalid_request", None),
    "repeated": ("grant_type=refresh_token&refresh_token=a&refresh_token=b&{client}", "", 400, "invalid_request", None),
    "repeated grant type": (
        "grant_type=refresh_token&grant_type=refresh_token&{client}",
        "",
        400,
        "invalid_request",
        None,
    ),
    "no code": ("grant_type=authorization_code&{client}", "", 400, "invalid_request", None),
    "empty code": ("grant_type=authorization_code&code=&{client}", "", 400, "invalid_request", None),
    "unknown code": ("grant_type=authorization_code&code=a%22b&{client}", "", 400, "invalid_grant", None),
    "no refresh token": ("grant_type=refresh_token&{client}", "", 400, "invalid_request", None),
    "unknown refresh token": ("grant_type=refresh_token&refresh_token=x&{client}", "", 400, "invalid_grant", None),
    "no device code": (f"grant_type={DEVICE_CODE}&{{client}}", "", 400, "invalid_request", None),
    "unknown device code": (f"grant_type={DEVICE_CODE}&device_code=x&{{client}}", "", 400, "invalid_grant", None),
    "not a client for machines": ("grant_type=client_credentials&{client}", "", 400, "unauthorized_client", None),
}


@pytest.mark.parametrize("case", TOKEN_ERRORS)
def test_errors_of_the_token_endpoint(api: Api, forum: OAuthClient, case: str) -> None:
    body, header, status, code, challenge = TOKEN_ERRORS[case]
    assert forum.secret is not None
    secret = quote_plus(forum.secret)
    values = {"id": forum.client_id, "secret": secret, "client": f"client_id={forum.client_id}&client_secret={secret}"}
    headers = {
        "wrong": basic(forum.client_id, "x"),
        "empty": basic(forum.client_id, ""),
        "basic": basic(forum.client_id, forum.secret),
    }
    response = api.client.post(
        "/oauth2/token",
        content=body.format(**values),
        headers={**FORM, "authorization": header.format(**headers)},
    )
    assert_error(response, status, code, challenge)


def test_credentials_in_the_url_are_ignored(api: Api, client: OAuthClient) -> None:
    query = {"grant_type": "refresh_token", "client_id": client.client_id, "client_secret": client.secret or ""}
    assert_error(api.client.post("/oauth2/token", params=query, content=b"", headers=FORM), 400, "invalid_request")


@pytest.mark.parametrize("content_type", ["application/json", "text/plain", "multipart/form-data; boundary=x", ""])
@pytest.mark.parametrize("path", ["/oauth2/token", "/oauth2/introspection", "/oauth2/device_authorization"])
def test_only_forms_are_accepted(api: Api, client: OAuthClient, path: str, content_type: str) -> None:
    body = f"client_id={client.client_id}&client_secret={client.secret}&token=t&grant_type=refresh_token"
    headers = {"authorization": "", "content-type": content_type}
    assert_error(api.client.post(path, content=body, headers=headers), 400, "invalid_request")


@pytest.mark.parametrize(
    "path", ["/oauth2/token", "/oauth2/introspection", "/oauth2/device_authorization", "/oauth2/register"]
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT"])
def test_requests_without_a_body_are_not_allowed(api: Api, path: str, method: str) -> None:
    response = api.client.request(method, path, headers={"authorization": ""})
    assert (response.status_code, response.headers["allow"]) == (405, "OPTIONS, POST")


def test_credentials_are_percent_encoded_in_the_header(
    api: Api, browser: Browser, ada: Any, forum: OAuthClient
) -> None:
    response = forum.post(
        "/oauth2/token", "basic", grant_type="authorization_code", code=forum.sign_in(browser), redirect_uri=CALLBACK
    )
    assert response.status_code == 200
    assert response.headers["content-type"].partition(";")[0] == "application/json"
    assert (response.headers["cache-control"], response.headers["pragma"]) == ("no-store", "no-cache")
    assert response.json()["token_type"].lower() == "bearer"
    headers = {**FORM, "authorization": basic(forum.client_id, forum.secret or "").replace("Basic", "bASIC")}
    form = f"grant_type=refresh_token&refresh_token={response.json()['refresh_token']}"
    assert api.client.post("/oauth2/token", content=form, headers=headers).status_code == 200


@pytest.mark.parametrize("verifier", ["v" * 42, "v" * 129, "v" * 42 + "+", "v" * 42 + "é", "v" * 42 + " "])
def test_code_verifiers_that_are_too_short_too_long_or_malformed(
    browser: Browser, ada: Any, client: OAuthClient, verifier: str
) -> None:
    challenge = urlsafe_b64encode(sha256(verifier.encode()).digest()).decode().rstrip("=")
    code = client.sign_in(browser, code_challenge=challenge, code_challenge_method="S256")
    assert client.exchange(code, 400, code_verifier=verifier)["error"] == "invalid_request"


@pytest.mark.parametrize("verifier", ["v" * 43, "v" * 128, "AZaz09-._~" * 5])
def test_valid_code_verifiers(browser: Browser, ada: Any, client: OAuthClient, verifier: str) -> None:
    challenge = urlsafe_b64encode(sha256(verifier.encode()).digest()).decode().rstrip("=")
    code = client.sign_in(browser, code_challenge=challenge, code_challenge_method="S256")
    assert client.exchange(code, code_verifier=verifier)["access_token"]


def test_code_challenge_is_not_a_code_verifier(browser: Browser, ada: Any, client: OAuthClient) -> None:
    code = client.sign_in(browser, **PKCE)
    assert client.exchange(code, 400, code_verifier=PKCE["code_challenge"])["error"] == "invalid_grant"
    assert client.exchange(code, code_verifier=VERIFIER)["access_token"]


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ({"response_type": "code token"}, "unsupported_response_type"),
        ({"response_type": "code id_token"}, "unsupported_response_type"),
        ({"response_type": "none"}, "unsupported_response_type"),
        ({"response_mode": "form_post"}, "invalid_request"),
        ({"scope": " "}, "invalid_scope"),
        ({"scope": "openid \u00e9\"'\\"}, "invalid_scope"),
        ({"prompt": "\u00e9"}, "invalid_request"),
        ({"max_age": "1.5"}, "invalid_request"),
        ({"max_age": "\u0663"}, "invalid_request"),
        ({"resource": '\u00e9"'}, "invalid_target"),
        ({"registration": "{}"}, "registration_not_supported"),
        ({"id_token_hint": "a.b.c"}, "invalid_request"),
        ({"code_challenge": "v" * 43}, "invalid_request"),
        ({"code_challenge": "v" * 43, "code_challenge_method": "plain"}, "invalid_request"),
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_errors_of_the_authorization_endpoint(
    api: Api, client: OAuthClient, query: dict[str, str], error: str, method: str
) -> None:
    sent = client.query(**query)
    arguments: dict[str, Any] = {"params": sent} if method == "GET" else {"data": sent}
    response = api.client.request(method, "/oauth2/authorize", headers={"authorization": ""}, **arguments)
    assert response.status_code == 302
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["location"].startswith(f"{CALLBACK}?")
    returned = dict(httpx.URL(response.headers["location"]).params)
    assert returned.keys() == {"error", "error_description", "state"}  # the metadata promises no `iss`
    assert (returned["error"], returned["state"]) == (error, "s t&")
    assert DESCRIPTION.fullmatch(returned["error_description"])


def test_redirect_uri_keeps_its_query(api: Api, browser: Browser, ada: Any) -> None:
    uri = CALLBACK + "?tenant=a%20b"
    client = OAuthClient.create(api, redirect_uris=[{"uri": uri}])
    response = api.client.get("/oauth2/authorize", params=client.query(redirect_uri=uri, response_type="token"))
    assert response.headers["location"].startswith(f"{uri}&error=unsupported_response_type&")


def test_id_token_hint(api: Api, browser: Browser, ada: Any, client: OAuthClient, emulator: Emulator) -> None:
    api.user("bob@example.com", password=PASSWORD)
    emulator.settings.hosted_pages = "always"
    ada_token = client.exchange(client.sign_in(browser))["id_token"]
    code_of(client.authorize(browser, prompt="none", id_token_hint=ada_token))
    client.authorize(browser, prompt="login").submit("Sign in", Email_address="bob@example.com", Password=PASSWORD)
    client.authorize(browser, prompt="none", id_token_hint=ada_token)
    assert browser.returned is not None
    assert browser.returned["error"] == "login_required"
    assert client.authorize(browser, id_token_hint=ada_token).heading == "Sign in"
    assert browser.page
    assert browser.page.value_of("Email address") == EMAIL


def test_refresh_with_a_scope_without_values(browser: Browser, ada: Any, client: OAuthClient) -> None:
    token = client.exchange(client.sign_in(browser))["refresh_token"]
    assert client.refresh(token, 400, scope=" ")["error"] == "invalid_scope"
    assert client.refresh(token, scope="openid email profile offline_access")["access_token"]


def test_keys_and_endpoints_of_the_discovery_documents(
    api: Api, browser: Browser, ada: Any, client: OAuthClient
) -> None:
    def get(url: str) -> Any:
        response = api.client.get(url, headers={"authorization": ""})
        assert (response.status_code, response.headers["content-type"].partition(";")[0]) == (200, "application/json")
        head = api.client.head(url, headers={"authorization": ""})
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["content-length"] == response.headers["content-length"]
        return response.json()

    api("PATCH", "/_emulator/settings", json={"dynamic_client_registration": True})
    oauth, openid = get("/.well-known/oauth-authorization-server"), get("/.well-known/openid-configuration")
    assert oauth.items() <= openid.items()
    for name, url in openid.items():
        if name.endswith("_endpoint") or name == "jwks_uri":
            assert api.client.options(url, headers={"authorization": ""}).status_code == 204, url
    keys = {key["kid"]: key for key in get(openid["jwks_uri"])["keys"]}
    response = client.exchange(client.sign_in(browser))
    for token in (response["access_token"], response["id_token"]):
        header = jws.extract_compact(token.encode()).headers()
        key = keys[header["kid"]]
        assert (header["alg"], key["kty"], key["use"], key["alg"]) == ("RS256", "RSA", "sig", "RS256")
        assert not key.keys() & {"d", "p", "q"}
    assert claims_of(api, response["id_token"])["iss"] == openid["issuer"]


def test_tokens_of_other_kinds_are_not_accepted_as_access_tokens(
    api: Api, browser: Browser, ada: Any, client: OAuthClient
) -> None:
    code = client.sign_in(browser)
    response = client.exchange(code)
    for token in (response["id_token"], response["refresh_token"], code):
        error = api.client.get("/oauth2/userinfo", headers={"authorization": f"Bearer {token}"})
        assert_error(error, 401, "invalid_token", "Bearer")
    for token in (response["id_token"], code, '\u00e9"'):
        assert client.introspect(token) == {"active": False}


def test_introspection_is_not_stored(client: OAuthClient) -> None:
    response = client.post("/oauth2/introspection", token="unknown")
    assert response.json() == {"active": False}
    assert (response.headers["cache-control"], response.headers["pragma"]) == ("no-store", "no-cache")


def test_there_is_no_revocation_endpoint(api: Api, client: OAuthClient) -> None:
    """As at WorkOS: users and administrators revoke the consent instead."""
    assert "revocation_endpoint" not in api.client.get("/.well-known/openid-configuration").json()
    assert client.post("/oauth2/revoke", token="t").status_code == 404
