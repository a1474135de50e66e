"""Refresh tokens, M2M tokens, resources, introspection and the errors of the token endpoint (RFC 6749, section 5.2)."""

from datetime import timedelta
from typing import Any

import pytest

from workos_emulator import Clock, Emulator

from ..pages.browsing import Browser
from ..support import Api
from .client import EMAIL, ISSUER, PASSWORD, PKCE, OAuthClient, claims_of, code_of

RESOURCES = ("https://mcp.example.com/mcp", "https://api.example.com")


@pytest.fixture
def m2m(api: Api, partner: Any) -> OAuthClient:
    fields = {"application_type": "m2m", "name": "Job", "organization_id": partner["id"], "scopes": ["jobs:run"]}
    return OAuthClient.create(api, **fields)


def register_resource(api: Api, uri: str, **fields: Any) -> None:
    api("POST", "/user_management/authkit_oauth_resources", json={"uri": uri, **fields})


def test_refresh_tokens_rotate_and_reuse_revokes_the_family(
    api: Api, browser: Browser, ada: Any, public_client: OAuthClient, clock: Clock
) -> None:
    first = public_client.exchange(public_client.sign_in(browser, nonce="n-1"))
    clock.advance(3600)
    second = public_client.refresh(first["refresh_token"])
    assert second.keys() == {"access_token", "expires_in", "id_token", "refresh_token", "token_type"}
    assert "nonce" not in claims_of(api, second["id_token"])
    assert claims_of(api, second["access_token"])["sid"] == claims_of(api, first["access_token"])["sid"]
    third = public_client.refresh(second["refresh_token"])
    assert public_client.refresh(second["refresh_token"], 400)["error"] == "invalid_grant"
    assert public_client.refresh(third["refresh_token"], 400)["error"] == "invalid_grant"
    assert public_client.introspect(third["access_token"]) == {"active": False}


def test_grace_period_for_refresh_tokens(
    browser: Browser, ada: Any, client: OAuthClient, emulator: Emulator, clock: Clock
) -> None:
    emulator.settings.refresh_token_grace = timedelta(seconds=10)
    first = client.exchange(client.sign_in(browser))
    client.refresh(first["refresh_token"])
    clock.advance(9)
    second = client.refresh(first["refresh_token"])
    clock.advance(1)
    assert client.refresh(first["refresh_token"], 400)["error"] == "invalid_grant"
    assert client.refresh(second["refresh_token"], 400)["error"] == "invalid_grant"


def test_refresh_narrows_scopes(browser: Browser, ada: Any, client: OAuthClient) -> None:
    first = client.exchange(client.sign_in(browser, scope="openid email offline_access"))
    second = client.refresh(first["refresh_token"], scope="openid")
    assert client.userinfo(second["access_token"]) == {"sub": ada["id"]}
    assert client.refresh(second["refresh_token"], 400, scope="openid profile")["error"] == "invalid_scope"
    third = client.refresh(second["refresh_token"])
    assert client.userinfo(third["access_token"])["email"] == EMAIL


def test_refresh_token_is_bound_to_its_client(api: Api, browser: Browser, ada: Any, client: OAuthClient) -> None:
    token = client.exchange(client.sign_in(browser))["refresh_token"]
    assert OAuthClient.create(api).refresh(token, 400)["error"] == "invalid_grant"
    assert client.refresh("unknown", 400)["error"] == "invalid_grant"
    assert client.refresh(token)["access_token"]


@pytest.mark.parametrize("auth", ["post", "basic"])
def test_client_credentials(api: Api, m2m: OAuthClient, partner: Any, clock: Clock, auth: str) -> None:
    response = m2m.token("client_credentials", auth=auth, scope="jobs:run")
    assert response.keys() == {"access_token", "expires_in", "token_type"}
    now = int(clock.now().timestamp())
    claims = claims_of(api, response["access_token"])
    assert claims.pop("jti")
    assert claims == {"iss": ISSUER, "sub": m2m.client_id, "org_id": partner["id"], "iat": now, "exp": now + 300}
    assert m2m.introspect(response["access_token"]) == {
        "active": True,
        "client_id": m2m.client_id,
        "token_type": "access_token",
        "iss": ISSUER,
        "sub": m2m.client_id,
        "org_id": partner["id"],
        "iat": now,
        "exp": now + 300,
        "jti": claims_of(api, response["access_token"])["jti"],
    }
    assert m2m.userinfo(response["access_token"], 403)["error"] == "insufficient_scope"
    clock.advance(300)
    assert m2m.introspect(response["access_token"]) == {"active": False}


def test_scopes_of_m2m_applications(m2m: OAuthClient) -> None:
    assert m2m.token("client_credentials")["scope"] == "jobs:run"
    for scope in ("jobs:delete", "openid"):
        assert m2m.token("client_credentials", 400, scope=scope)["error"] == "invalid_scope"


def test_deleted_m2m_application(api: Api, m2m: OAuthClient, client: OAuthClient) -> None:
    token = m2m.token("client_credentials")["access_token"]
    assert client.introspect(token)["active"]
    api("DELETE", f"/connect/applications/{m2m.application['id']}", 204)
    assert client.introspect(token) == {"active": False}
    assert m2m.token("client_credentials", 401)["error"] == "invalid_client"


def test_deleted_client_secret(api: Api, m2m: OAuthClient) -> None:
    path = f"/connect/applications/{m2m.application['id']}/client_secrets"
    (secret,) = api("GET", path)
    other = OAuthClient(api, m2m.client_id, api("POST", path, 201, json={})["secret"])
    api("DELETE", f"/connect/client_secrets/{secret['id']}", 204)
    assert m2m.token("client_credentials", 401)["error"] == "invalid_client"
    assert other.token("client_credentials")["access_token"]


def test_grants_that_a_client_may_not_use(client: OAuthClient, m2m: OAuthClient) -> None:
    assert client.token("client_credentials", 400)["error"] == "unauthorized_client"
    assert m2m.token("authorization_code", 400, code="c")["error"] == "unauthorized_client"
    assert client.token("password", 400)["error"] == "unsupported_grant_type"
    assert client.token("implicit", 401, "none", client_id="client_unknown")["error"] == "invalid_client"


def test_malformed_token_requests(api: Api, client: OAuthClient) -> None:
    def post(**options: Any) -> Any:
        response = api.client.post("/oauth2/token", **{"headers": {"authorization": ""}, **options})
        assert response.status_code in (400, 401, 413)
        return response.json()["error"]

    identified = {"client_id": client.client_id, "client_secret": client.secret or ""}
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert post(json=identified | {"grant_type": "client_credentials"}) == "invalid_request"
    assert post(data=identified) == "invalid_request"
    assert post(data=identified | {"grant_type": "authorization_code"}) == "invalid_request"
    assert post(data=identified | {"grant_type": "refresh_token", "refresh_token": ""}) == "invalid_request"
    assert post(data={"grant_type": "refresh_token"}) == "invalid_client"
    assert post(content=b"grant_type=a&grant_type=b", headers=form) == "invalid_request"
    assert post(content=b"grant_type=%ff", headers=form) == "invalid_request"
    assert post(content=b"grant_type=" + b"a" * 70_000, headers=form) == "invalid_request"
    for header in ("Basic ???", "Basic bm9jb2xvbg==", "Basic /w=="):
        assert post(data={"grant_type": "refresh_token"}, headers={"authorization": header}) == "invalid_client"


def test_resources(api: Api, browser: Browser, ada: Any, client: OAuthClient) -> None:
    # Without registered resources, the parameter is ignored.
    code = client.sign_in(browser, resource=RESOURCES[0])
    response = client.exchange(code, resource=RESOURCES[0])
    assert claims_of(api, response["access_token"])["aud"] == api.emulator.client_id

    for uri in RESOURCES:
        register_resource(api, uri)
    code = code_of(client.authorize(browser, resource="HTTPS://MCP.example.com:443/mcp"))
    assert client.exchange(code, 400, resource=RESOURCES[1])["error"] == "invalid_target"
    assert client.exchange(code, 400, resource="https://other.example.com")["error"] == "invalid_target"
    response = client.exchange(code, resource=RESOURCES[0])
    assert claims_of(api, response["access_token"])["aud"] == RESOURCES[0]
    response = client.refresh(response["refresh_token"], resource=RESOURCES[0])
    assert claims_of(api, response["access_token"])["aud"] == RESOURCES[0]
    assert client.refresh(response["refresh_token"], 400, resource=RESOURCES[1])["error"] == "invalid_target"
    assert client.refresh(response["refresh_token"])["access_token"]

    for uri in ("https://mcp.example.com/mcp/", "https://other.example.com"):
        client.authorize(browser, resource=uri)
        assert browser.returned is not None
        assert browser.returned["error"] == "invalid_target"
    assert client.authorize(browser, resource="https://api.example.com/").code


def test_several_resources_and_the_default_one(api: Api, browser: Browser, ada: Any, client: OAuthClient) -> None:
    register_resource(api, RESOURCES[0])
    register_resource(api, RESOURCES[1], default=True)
    response = client.exchange(client.sign_in(browser))
    assert claims_of(api, response["access_token"])["aud"] == RESOURCES[1]
    query = "&".join(f"resource={uri}" for uri in RESOURCES)
    code = browser.open(f"/oauth2/authorize?client_id={client.client_id}&response_type=code&{query}").code
    response = client.exchange(code, redirect_uri="")
    assert claims_of(api, response["access_token"])["aud"] == list(RESOURCES)


def test_resource_of_an_m2m_token(api: Api, m2m: OAuthClient) -> None:
    register_resource(api, RESOURCES[0])
    response = m2m.token("client_credentials", resource=RESOURCES[0])
    assert "aud" not in claims_of(api, response["access_token"])
    assert m2m.token("client_credentials", 400, resource=RESOURCES[1])["error"] == "invalid_target"


def test_introspection(
    api: Api, browser: Browser, ada: Any, client: OAuthClient, third_party: OAuthClient, public_client: OAuthClient
) -> None:
    organization = api.organization()
    api.membership(ada, organization)
    response = client.exchange(client.sign_in(browser))
    claims = claims_of(api, response["access_token"])
    details = client.introspect(response["access_token"], token_type_hint="refresh_token")
    assert details == {
        "active": True,
        "token_type": "access_token",
        "client_id": client.client_id,
        **{name: claims[name] for name in ("iss", "sub", "sid", "org_id", "jti", "iat", "exp")},
    }
    assert client.introspect(response["refresh_token"]) == {
        "active": True,
        "token_type": "refresh_token",
        "client_id": client.client_id,
        "iss": ISSUER,
        "sub": ada["id"],
        "org_id": organization["id"],
        "iat": claims["iat"],
    }
    for token in ("unknown", response["access_token"] + "x", response["id_token"]):
        assert client.introspect(token) == {"active": False}
    # Other applications of the environment learn about the token, third-party and public ones do not.
    environment = OAuthClient(api, api.emulator.client_id, api.emulator.api_key)
    assert OAuthClient.create(api).introspect(response["access_token"]) == details
    assert environment.introspect(response["access_token"]) == details
    assert third_party.introspect(response["access_token"]) == {"active": False}
    assert public_client.introspect(response["access_token"]) == {"active": False}
    assert environment.post("/oauth2/introspect", token=response["access_token"]).json() == details


def test_introspection_requires_client_authentication(api: Api, client: OAuthClient) -> None:
    for caller in (
        OAuthClient(api, client.client_id, "wrong"),
        OAuthClient(api, client.client_id, None),
        OAuthClient(api, api.emulator.client_id, "wrong"),
        OAuthClient(api, "client_unknown", "wrong"),
    ):
        response = caller.post("/oauth2/introspection", token="t")
        assert (response.status_code, response.json()["error"]) == (401, "invalid_client")
    response = client.post("/oauth2/introspection")
    assert (response.status_code, response.json()["error"]) == (400, "invalid_request")


def test_userinfo_requires_an_access_token(api: Api, client: OAuthClient) -> None:
    response = api.client.get("/oauth2/userinfo", headers={"authorization": ""})
    assert response.status_code == 401
    assert response.headers["www-authenticate"] == 'Bearer realm="WorkOS Connect"'
    response = api.client.post("/oauth2/userinfo", headers={"authorization": "Bearer invalid"})
    assert (response.status_code, response.json()["error"]) == (401, "invalid_token")
    assert 'error="invalid_token"' in response.headers["www-authenticate"]


def test_session_tokens_are_no_connect_tokens(api: Api, ada: Any, client: OAuthClient) -> None:
    session = api.authenticate("password", email=EMAIL, password=PASSWORD)
    assert client.userinfo(session["access_token"], 401)["error"] == "invalid_token"
    assert client.introspect(session["access_token"]) == {"active": False}
    assert client.introspect(session["refresh_token"]) == {"active": False}


def test_codes_and_refresh_tokens_are_not_accepted_by_user_management(
    api: Api, browser: Browser, ada: Any, client: OAuthClient
) -> None:
    code = client.sign_in(browser)
    assert api.authenticate("authorization_code", 400, code=code)["error"] == "invalid_grant"
    token = client.exchange(code)["refresh_token"]
    assert api.authenticate("refresh_token", 400, refresh_token=token)["error"] == "invalid_grant"


def test_no_secrets_in_the_request_log(api: Api, browser: Browser, ada: Any, client: OAuthClient) -> None:
    response = client.exchange(client.sign_in(browser, **PKCE), code_verifier="v" * 43)
    client.refresh(response["refresh_token"])
    client.userinfo(response["access_token"])
    client.post("/oauth2/introspection", "basic", token=response["access_token"])
    log = str([entry.render() for entry in api.emulator.requests])
    for secret in (client.secret, response["access_token"], response["refresh_token"], "v" * 43, PASSWORD):
        assert secret
        assert secret not in log


def test_expired_objects_are_deleted(api: Api, browser: Browser, ada: Any, client: OAuthClient, clock: Clock) -> None:
    connect = api.emulator.environment.state.connect
    client.sign_in(browser, scope="openid")
    client.exchange(code_of(client.authorize(browser, scope="openid")))
    client.authorize(browser, prompt="login")
    clock.advance(timedelta(hours=1))
    client.exchange(code_of(client.authorize(browser, scope="openid")))
    assert (len(connect.requests), len(connect.codes), len(connect.access_tokens)) == (0, 1, 1)
    assert len(connect.grants) == 1


def test_state_survives_a_snapshot(api: Api, browser: Browser, ada: Any, client: OAuthClient) -> None:
    response = client.exchange(client.sign_in(browser))
    api.emulator.restore(api.emulator.snapshot())
    assert client.introspect(response["access_token"])["active"]
    assert client.refresh(response["refresh_token"])["access_token"]


def test_jwt_template_applies_to_users(
    api: Api, browser: Browser, ada: Any, client: OAuthClient, m2m: OAuthClient
) -> None:
    api.membership(ada, api.organization("Acme"))
    content = '{"email": {{ user.email }}, "organization": {{ organization.name }}}'
    api("PUT", "/user_management/jwt_template", json={"content": content})
    response = client.exchange(client.sign_in(browser))
    claims = claims_of(api, response["access_token"])
    assert (claims["email"], claims["organization"]) == (EMAIL, "Acme")
    assert "organization" not in claims_of(api, response["id_token"])
    assert "organization" not in claims_of(api, m2m.token("client_credentials")["access_token"])
    api("PUT", "/user_management/jwt_template", json={"content": '{"large": "' + "x" * 4000 + '"}'})
    assert client.refresh(response["refresh_token"], 400)["error"] == "token_too_big"
    # The error does not use up the token.
    api("PUT", "/user_management/jwt_template", json={"content": content})
    assert client.refresh(response["refresh_token"])["access_token"]
