"""Device authorization of Connect applications (RFC 8628)."""

from typing import Any

import pytest

from workos_emulator import Clock, Emulator

from ..pages.browsing import Browser
from ..support import Api
from .client import DEVICE_CODE, EMAIL, PASSWORD, OAuthClient, claims_of

RESOURCE = "https://mcp.example.com/mcp"


def start(client: OAuthClient, status: int = 200, **form: str) -> Any:
    defaults = {"client_id": client.client_id, "scope": "openid email offline_access"}
    response = client.post("/oauth2/device_authorization", "none", **(defaults | form))
    assert response.status_code == status, response.text
    assert response.headers["cache-control"] == "no-store"
    return response.json()


def poll(client: OAuthClient, device: Any, status: int = 200, **form: str) -> Any:
    return client.token(DEVICE_CODE, status, device_code=device["device_code"], **form)


def sign_in(browser: Browser, device: Any) -> Browser:
    browser.open(device["verification_uri_complete"]).submit("Continue")
    return browser.submit("Sign in", Email_address=EMAIL, Password=PASSWORD)


@pytest.fixture
def app(api: Api, partner: Any) -> OAuthClient:
    fields = {"is_first_party": False, "organization_id": partner["id"], "scopes": ["posts:read"]}
    return OAuthClient.create(api, uses_pkce=True, name="Blog CLI", **fields)


def test_approve(api: Api, browser: Browser, ada: Any, app: OAuthClient, clock: Clock) -> None:
    organization = api.organization()
    api.membership(ada, organization)
    device = start(app, scope="openid email offline_access posts:read")
    assert device.keys() == {
        *("device_code", "user_code", "verification_uri", "verification_uri_complete", "expires_in", "interval"),
    }
    assert (device["expires_in"], device["interval"]) == (300, 5)
    assert poll(app, device, 400)["error"] == "authorization_pending"
    assert poll(app, device, 400)["error"] == "slow_down"
    sign_in(browser, device)
    assert browser.page
    assert browser.heading == "Connect Blog CLI to this device?"
    for text in (device["user_code"], EMAIL, "See your email address", "posts:read"):
        assert text in browser.page.text
    assert browser.submit("Connect device").heading == "Device connected"
    response = poll(app, device)
    assert response.keys() == {"access_token", "expires_in", "id_token", "refresh_token", "token_type"}
    assert response["token_type"] == "Bearer"
    claims = claims_of(api, response["access_token"])
    assert (claims["sub"], claims["org_id"], claims["aud"]) == (ada["id"], organization["id"], api.emulator.client_id)
    assert claims_of(api, response["id_token"])["email"] == EMAIL
    (authorization,) = api("GET", f"/user_management/users/{ada['id']}/authorized_applications")["data"]
    assert authorization["granted_scopes"] == ["openid", "email", "offline_access", "posts:read"]
    assert poll(app, device, 400)["error"] == "invalid_grant"
    assert app.refresh(response["refresh_token"])["access_token"]


def test_deny(browser: Browser, ada: Any, app: OAuthClient) -> None:
    device = start(app)
    sign_in(browser, device).submit("Deny")
    assert poll(app, device, 400)["error"] == "access_denied"


def test_expired_device_code(app: OAuthClient, clock: Clock) -> None:
    device = start(app)
    clock.advance(300)
    assert poll(app, device, 400)["error"] == "expired_token"


def test_approval_without_a_browser(ada: Any, app: OAuthClient, emulator: Emulator) -> None:
    device = start(app, scope="")
    emulator.seed.approve_device(device["user_code"], ada["id"])
    response = poll(app, device)
    assert response["scope"] == "posts:read"
    assert "id_token" not in response


def test_resource(api: Api, ada: Any, app: OAuthClient, emulator: Emulator) -> None:
    api("POST", "/user_management/authkit_oauth_resources", json={"uri": RESOURCE})
    assert start(app, 400, resource="https://other.example.com")["error"] == "invalid_target"
    device = start(app, resource=RESOURCE)
    emulator.seed.approve_device(device["user_code"], ada["id"])
    assert claims_of(api, poll(app, device)["access_token"])["aud"] == RESOURCE


def test_invalid_request_does_not_use_up_the_device_code(
    api: Api, ada: Any, app: OAuthClient, emulator: Emulator
) -> None:
    api("POST", "/user_management/authkit_oauth_resources", json={"uri": RESOURCE})
    device = start(app, resource=RESOURCE)
    emulator.seed.approve_device(device["user_code"], ada["id"])
    assert poll(app, device, 400, resource="https://other.example.com")["error"] == "invalid_target"
    api("PUT", "/user_management/jwt_template", json={"content": '{"large": "' + "x" * 4000 + '"}'})
    assert poll(app, device, 400)["error"] == "token_too_big"
    assert api("GET", f"/user_management/users/{ada['id']}/authorized_applications")["data"] == []
    assert len(emulator.environment.state.connect.grants) == 0
    api("PUT", "/user_management/jwt_template", json={"content": "{}"})
    assert claims_of(api, poll(app, device)["access_token"])["aud"] == RESOURCE
    assert poll(app, device, 400)["error"] == "invalid_grant"


def test_confidential_client_authenticates_at_the_token_endpoint(
    ada: Any, client: OAuthClient, emulator: Emulator
) -> None:
    device = start(client)
    emulator.seed.approve_device(device["user_code"], ada["id"])
    public = OAuthClient(client.api, client.client_id, None)
    assert poll(public, device, 401)["error"] == "invalid_client"
    assert poll(client, device)["access_token"]
    assert start(client, 401, client_secret="wrong")["error"] == "invalid_client"


def test_invalid_requests(api: Api, app: OAuthClient, client: OAuthClient, partner: Any) -> None:
    m2m = OAuthClient.create(api, application_type="m2m", organization_id=partner["id"])
    assert start(m2m, 400)["error"] == "unauthorized_client"
    assert start(app, 401, client_id="client_unknown")["error"] == "invalid_client"
    assert start(app, 400, scope="posts:write")["error"] == "invalid_scope"
    assert app.token(DEVICE_CODE, 400)["error"] == "invalid_request"
    assert poll(client, start(app), 400)["error"] == "invalid_grant"


def test_device_codes_of_the_environment_and_of_applications_are_separate(
    api: Api, ada: Any, app: OAuthClient, emulator: Emulator
) -> None:
    device = start(app)
    emulator.seed.approve_device(device["user_code"], ada["id"])
    error = api.authenticate(DEVICE_CODE, 400, client_secret=None, device_code=device["device_code"])
    assert error["error"] == "invalid_grant"
    other = api("POST", "/user_management/authorize/device", json={"client_id": api.emulator.client_id})
    emulator.seed.approve_device(other["user_code"], ada["id"])
    assert poll(app, other, 400)["error"] == "invalid_grant"


def test_removed_member_cannot_redeem(
    api: Api, browser: Browser, ada: Any, app: OAuthClient, emulator: Emulator
) -> None:
    membership = api.membership(ada, api.organization())
    device = start(app)
    sign_in(browser, device).submit("Connect device")
    api("DELETE", f"/user_management/organization_memberships/{membership['id']}")
    assert poll(app, device, 400)["error"] == "invalid_grant"


def test_deleted_user_cannot_redeem(api: Api, ada: Any, app: OAuthClient, emulator: Emulator) -> None:
    device = start(app)
    emulator.seed.approve_device(device["user_code"], ada["id"])
    api("DELETE", f"/user_management/users/{ada['id']}")
    assert poll(app, device, 400)["error"] == "invalid_grant"
