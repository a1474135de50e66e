"""Dynamic client registration (RFC 7591)."""

from typing import Any

import pytest

from ..pages.browsing import Browser
from ..support import Api
from .client import CALLBACK, EMAIL, PASSWORD, PKCE, VERIFIER, OAuthClient, code_of


@pytest.fixture(autouse=True)
def enabled(api: Api) -> None:
    api("PATCH", "/_emulator/settings", json={"dynamic_client_registration": True})


def register(api: Api, status: int = 201, **fields: Any) -> Any:
    body = {name: value for name, value in ({"redirect_uris": [CALLBACK]} | fields).items() if value is not None}
    response = api.client.post("/oauth2/register", json=body, headers={"authorization": ""})
    assert response.status_code == status, response.text
    assert response.headers["cache-control"] == "no-store"
    return response.json()


def test_public_client(api: Api, browser: Browser, ada: Any) -> None:
    registered = register(
        api,
        client_name="Agent",
        token_endpoint_auth_method="none",
        grant_types=["authorization_code", "refresh_token"],
        application_type="native",
        scope="openid offline_access",
        contacts=["a@example.com"],
    )
    assert registered.pop("client_id_issued_at") == int(api.emulator.clock.now().timestamp())
    client = OAuthClient(api, registered["client_id"], None)
    assert registered == {
        "client_id": client.client_id,
        "client_name": "Agent",
        "redirect_uris": [CALLBACK],
        "grant_types": ["authorization_code", "refresh_token"],
        "response_types": ["code"],
        "token_endpoint_auth_method": "none",
        "scope": "openid offline_access",
    }
    client.authorize(browser).submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    assert browser.page
    assert browser.heading == "Authorize Agent?"
    assert "registered itself" in browser.page.text
    assert client.exchange(code_of(browser.submit("Authorize")))["refresh_token"]


def test_confidential_client(api: Api, browser: Browser, ada: Any) -> None:
    registered = register(api)
    assert registered["token_endpoint_auth_method"] == "client_secret_basic"
    assert registered["client_secret_expires_at"] == 0
    client = OAuthClient(api, registered["client_id"], registered["client_secret"])
    client.authorize(browser, **PKCE).submit("Sign in", Email_address=EMAIL, Password=PASSWORD).submit("Authorize")
    assert client.exchange(code_of(browser), auth="basic", code_verifier=VERIFIER)["access_token"]


def test_registered_applications_are_listed_as_dynamic(api: Api, client: OAuthClient) -> None:
    registered = register(api)
    path = "/connect/applications"
    assert [item["client_id"] for item in api("GET", path)["data"]] == [client.client_id]
    (dynamic,) = api("GET", path, params={"registration_types": "dynamic"})["data"]
    assert dynamic["client_id"] == registered["client_id"]
    assert dynamic["was_dynamically_registered"]
    assert not dynamic["is_first_party"]


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"redirect_uris": None}, "invalid_redirect_uri"),
        ({"redirect_uris": []}, "invalid_redirect_uri"),
        ({"redirect_uris": "https://a.example.com"}, "invalid_redirect_uri"),
        ({"redirect_uris": [5]}, "invalid_redirect_uri"),
        ({"redirect_uris": ["http://a.example.com/callback"]}, "invalid_redirect_uri"),
        ({"redirect_uris": ["https://a.example.com/callback#x"]}, "invalid_redirect_uri"),
        ({"redirect_uris": ["https://*.example.com/callback"]}, "invalid_redirect_uri"),
        ({"redirect_uris": ["https://user@a.example.com/callback"]}, "invalid_redirect_uri"),
        ({"redirect_uris": ["javascript:alert(1)"]}, "invalid_redirect_uri"),
        ({"redirect_uris": ["/callback"]}, "invalid_redirect_uri"),
        ({"redirect_uris": [f"https://a.example.com/{n}" for n in range(51)]}, "invalid_redirect_uri"),
        ({"token_endpoint_auth_method": "private_key_jwt"}, "invalid_client_metadata"),
        ({"grant_types": ["client_credentials"]}, "invalid_client_metadata"),
        ({"grant_types": "authorization_code"}, "invalid_client_metadata"),
        ({"response_types": ["token"]}, "invalid_client_metadata"),
        ({"client_name": ""}, "invalid_client_metadata"),
        ({"client_name": "x" * 201}, "invalid_client_metadata"),
        ({"scope": ["openid"]}, "invalid_client_metadata"),
        ({"scope": "posts:read"}, "invalid_client_metadata"),
    ],
)
def test_invalid_metadata(api: Api, fields: dict[str, Any], error: str) -> None:
    assert register(api, 400, **fields)["error"] == error


def test_redirect_uris_of_native_applications(api: Api) -> None:
    uris = ["http://localhost:3000/callback", "http://[::1]/callback", "cursor://anysphere.cursor-mcp/oauth/callback"]
    assert register(api, redirect_uris=uris)["redirect_uris"] == uris


def test_device_client_needs_no_redirect_uri(api: Api) -> None:
    grant_types = ["urn:ietf:params:oauth:grant-type:device_code"]
    registered = register(api, redirect_uris=None, grant_types=grant_types, token_endpoint_auth_method="none")
    assert registered["redirect_uris"] == []


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"5", b'{"redirect_uris": ["https://a.example.com/' + b"a" * 70_000]
)
def test_malformed_body(api: Api, content: bytes) -> None:
    headers = {"authorization": "", "content-type": "application/json"}
    response = api.client.post("/oauth2/register", content=content, headers=headers)
    assert (response.status_code, response.json()["error"]) == (400, "invalid_client_metadata")


def test_content_type(api: Api) -> None:
    response = api.client.post("/oauth2/register", data={"client_name": "x"}, headers={"authorization": ""})
    assert (response.status_code, response.json()["error"]) == (400, "invalid_client_metadata")


def test_disabled(api: Api) -> None:
    api("PATCH", "/_emulator/settings", json={"dynamic_client_registration": False})
    assert register(api, 403)["error"] == "access_denied"


def test_secret_is_not_logged(api: Api) -> None:
    secret = register(api)["client_secret"]
    assert secret not in str([entry.render() for entry in api.emulator.requests])
    assert secret not in str(api.emulator.environment.state.credentials.client_secrets.at(0))
