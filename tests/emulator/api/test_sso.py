import hashlib
import json
from base64 import urlsafe_b64encode
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from workos_emulator import Clock, Emulator

from ..support import Api

CALLBACK = "https://app.example.com/cb?x=1#top"


@pytest.fixture
def organization(api: Api) -> Any:
    return api.organization("Acme", domains=["acme.com"])


@pytest.fixture
def connection(organization: Any, emulator: Emulator) -> Any:
    return emulator.seed.connection(organization["id"], type="OktaSAML")


def authorize(api: Api, **query: Any) -> dict[str, str]:
    """Follow the authorization URL and return the query of the redirect to the app."""
    given = {"client_id": api.emulator.client_id, "redirect_uri": CALLBACK, "response_type": "code", **query}
    response = api.client.get("/sso/authorize", params=given, headers={"authorization": ""})
    assert response.status_code == 302, response.text
    parts = urlsplit(response.headers["location"])
    assert (parts.netloc, parts.path, parts.fragment) == ("app.example.com", "/cb", "top")
    return {name: values[-1] for name, values in parse_qs(parts.query).items()}


def exchange(api: Api, code: str, status: int = 200, **fields: Any) -> Any:
    body = {
        "client_id": api.emulator.client_id,
        "client_secret": api.emulator.api_key,
        "grant_type": "authorization_code",
        "code": code,
    }
    return api("POST", "/sso/token", status, json=body | fields, headers={"authorization": ""})


def profile(api: Api, token: str, status: int = 200) -> Any:
    return api("GET", "/sso/profile", status, headers={"authorization": f"Bearer {token}"})


def test_authorization_code_flow(api: Api, connection: Any, emulator: Emulator, clock: Clock) -> None:
    known = emulator.seed.profile(
        connection["id"],
        "ada@acme.com",
        first_name="Ada",
        last_name="L",
        role_slugs=["admin"],
        groups=["Engineering"],
        custom_attributes={"level": 3},
    )
    back = authorize(api, connection=connection["id"], login_hint="ADA@acme.com", state="s t&")
    assert (back["x"], back["state"]) == ("1", "s t&")
    response = exchange(api, back["code"])
    assert response["profile"] == known
    assert (known["name"], known["role"], known["groups"]) == ("Ada L", {"slug": "admin"}, ["Engineering"])
    assert (known["connection_type"], known["organization_id"]) == ("OktaSAML", connection["organization_id"])
    assert (response["token_type"], response["expires_in"]) == ("Bearer", 600)
    assert profile(api, response["access_token"]) == known
    assert exchange(api, back["code"], 400)["error"] == "invalid_grant"
    clock.advance(600)
    assert profile(api, response["access_token"], 401) == {"error": "Unauthorized"}


def test_api_key_is_not_an_access_token(api: Api) -> None:
    profile(api, api.emulator.api_key, 401)
    profile(api, "", 401)


@pytest.mark.parametrize("selector", ["connection", "organization", "domain"])
def test_selectors(api: Api, organization: Any, connection: Any, selector: str) -> None:
    value = {"connection": connection["id"], "organization": organization["id"], "domain": "acme.com"}[selector]
    back = authorize(api, **{selector: value}, login_hint="new@acme.com")
    assert exchange(api, back["code"])["profile"]["connection_id"] == connection["id"]
    again = authorize(api, **{selector: value})
    assert exchange(api, again["code"])["profile"]["email"] == "new@acme.com"


def test_providers(api: Api) -> None:
    first, second = (
        exchange(api, authorize(api, provider="GoogleOAuth", login_hint="ada@example.com")["code"])["profile"]
        for _ in range(2)
    )
    assert first == second
    assert (first["organization_id"], first["connection_type"]) == (None, "GoogleOAuth")
    assert api("GET", "/connections")["data"] == []


def test_redirect_errors(api: Api, organization: Any, connection: Any, emulator: Emulator) -> None:
    id = organization["id"]
    inactive = emulator.seed.connection(id, state="inactive")
    pending = emulator.seed.connection(id, type="Pending", state="requires_type")
    empty = api.organization()
    cases: list[tuple[dict[str, str], str]] = [
        ({}, "invalid_connection_selector"),
        ({"connection": connection["id"], "organization": id}, "invalid_connection_selector"),
        ({"connection": "conn_none"}, "connection_invalid"),
        ({"connection": inactive["id"]}, "connection_unlinked"),
        ({"connection": pending["id"]}, "connection_strategy_invalid"),
        ({"organization": "org_none"}, "organization_invalid"),
        ({"organization": empty["id"]}, "organization_invalid"),
        ({"domain": "none.com"}, "organization_invalid"),
        ({"connection": connection["id"]}, "access_denied"),
        ({"connection": connection["id"], "login_hint": "none"}, "oauth_failed"),
    ]
    emulator.settings.hosted_pages = "never"
    for query, code in cases:
        back = authorize(api, **query, state="s")
        assert (back["error"], back["state"]) == (code, "s")
        assert back["error_description"]
    emulator.seed.connection(id)
    assert authorize(api, organization=id)["error"] == "ambiguous_connection_selector"


def test_invalid_requests_do_not_redirect(api: Api) -> None:
    query = {"client_id": "client_other", "redirect_uri": CALLBACK, "response_type": "code", "provider": "GoogleOAuth"}
    assert api("GET", "/sso/authorize", 400, params=query)["error"] == "invalid_client"
    query |= {"client_id": "client_emulator", "redirect_uri": "javascript:alert(1)"}
    api("GET", "/sso/authorize", 422, params=query)


def test_pkce(api: Api, connection: Any) -> None:
    verifier = "v" * 43
    challenge = urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
    query = {"connection": connection["id"], "login_hint": "ada@acme.com"}
    code = authorize(api, **query, code_challenge=challenge, code_challenge_method="S256")["code"]
    assert exchange(api, code, 400)["error"] == "invalid_grant"
    assert exchange(api, code, 400, code_verifier="w" * 43)["error"] == "invalid_grant"
    exchange(api, code, code_verifier=verifier)
    plain = authorize(api, **query)["code"]
    assert exchange(api, plain, 400, code_verifier=verifier)["error"] == "invalid_grant"


def test_token_errors(api: Api, connection: Any, clock: Clock) -> None:
    code = authorize(api, connection=connection["id"], login_hint="ada@acme.com")["code"]
    assert exchange(api, code, 400, client_secret="sk_other")["error"] == "invalid_client"
    assert exchange(api, code, 400, client_id="client_other")["error"] == "invalid_client"
    assert exchange(api, code, 400, grant_type="password")["error"] == "unsupported_grant_type"
    exchange(api, code, 422, grant_type=1)
    assert exchange(api, "none", 400)["error"] == "invalid_grant"
    clock.advance(600)
    assert exchange(api, code, 400)["error"] == "invalid_grant"


def id_token(**claims: Any) -> str:
    parts = ({"alg": "RS256"}, {"sub": "1", "email": "ada@acme.com", "given_name": "Ada", **claims})
    encoded = [urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts]
    return ".".join([*encoded, "signature"])


def test_token_exchange(api: Api, organization: Any, connection: Any) -> None:
    fields = {
        "grant_type": "urn:ietf:params:oauth:grant-type:token-exchange",
        "subject_token_type": "urn:ietf:params:oauth:token-type:id_token",
        "organization_id": organization["id"],
    }
    response = exchange(api, "", **fields, subject_token=id_token())
    created = response["profile"]
    assert (created["idp_id"], created["email"], created["first_name"]) == ("1", "ada@acme.com", "Ada")
    assert profile(api, response["access_token"]) == created
    for bad in ("none", "a.b.c", "a.W10.c", id_token(email=None), id_token(email="none"), id_token(exp=1)):
        assert exchange(api, "", 400, **fields, subject_token=bad)["error"] == "invalid_grant"
    exchange(api, "", 404, **fields | {"organization_id": "org_none"}, subject_token=id_token())
    fields["organization_id"] = api.organization()["id"]
    assert exchange(api, "", 400, **fields, subject_token=id_token())["error"] == "unauthorized_client"


def test_logout(api: Api, connection: Any) -> None:
    response = exchange(api, authorize(api, connection=connection["id"], login_hint="ada@acme.com")["code"])
    body = {"profile_id": response["profile"]["id"]}
    logout = api("POST", "/sso/logout/authorize", json=body)
    assert logout["logout_url"] == f"http://localhost:4100/sso/logout?token={logout['logout_token']}"
    assert api("GET", "/sso/logout", params={"token": logout["logout_token"]}, headers={"authorization": ""}) is None
    profile(api, response["access_token"], 401)
    api("GET", "/sso/logout", 404, params={"token": logout["logout_token"]})
    api("POST", "/sso/logout/authorize", 404, json={"profile_id": "prof_none"})


def test_logout_with_an_inactive_connection(api: Api, emulator: Emulator) -> None:
    connection = emulator.seed.connection(api.organization()["id"], state="inactive")
    known = emulator.seed.profile(connection["id"], "ada@acme.com")
    error = api("POST", "/sso/logout/authorize", 400, json={"profile_id": known["id"]})
    assert error["error"] == "connection_invalid"


def test_authkit_sign_in_through_a_connection(api: Api, organization: Any, connection: Any, emulator: Emulator) -> None:
    emulator.settings.mfa_required = True
    api(
        "PUT",
        f"/organizations/{organization['id']}",
        json={"domain_data": [{"domain": "acme.com", "state": "verified"}]},
    )
    emulator.seed.sign_in_policy(organization["id"], sso_required=True)
    query = {
        "client_id": api.emulator.client_id,
        "redirect_uri": "https://app.example.com/cb",
        "response_type": "code",
        "connection_id": connection["id"],
        "login_hint": "new@acme.com",
    }
    location = api.client.get("/user_management/authorize", params=query).headers["location"]
    response = api.authenticate("authorization_code", code=location.partition("code=")[2])
    assert (response["authentication_method"], response["organization_id"]) == ("SSO", organization["id"])
    assert response["user"]["email_verified"] is True
    emulator.settings.hosted_pages = "never"
    for id, error in (("conn_none", "connection_invalid"), (connection["id"], "access_denied")):
        bad = query | {"connection_id": id, "login_hint": "none"}
        assert f"error={error}&" in api.client.get("/user_management/authorize", params=bad).headers["location"]


def test_code_at_the_authenticate_endpoint(api: Api, organization: Any, connection: Any) -> None:
    api(
        "PUT",
        f"/organizations/{organization['id']}",
        json={"domain_data": [{"domain": "acme.com", "state": "verified"}]},
    )
    query = {
        "client_id": api.emulator.client_id,
        "redirect_uri": "https://app.example.com/cb",
        "response_type": "code",
        "connection": connection["id"],
        "login_hint": "new@acme.com",
    }

    def code(**extra: str) -> str:
        location: str = api.client.get("/sso/authorize", params=query | extra).headers["location"]
        return location.partition("code=")[2]

    first = code()
    response = api.authenticate("authorization_code", code=first)
    assert (response["user"]["email"], response["user"]["email_verified"]) == ("new@acme.com", True)
    assert (response["authentication_method"], response["organization_id"]) == ("SSO", organization["id"])
    assert api.authenticate("authorization_code", 400, code=first)["error"] == "invalid_grant"
    verifier = "v" * 43
    challenge = urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
    protected = code(code_challenge=challenge, code_challenge_method="S256")
    assert api.authenticate("authorization_code", 400, code=protected)["error"] == "invalid_grant"
    again = api.authenticate("authorization_code", code=protected, code_verifier=verifier, client_secret=None)
    assert again["user"]["id"] == response["user"]["id"]
    guest = api.authenticate("authorization_code", 400, code=code(login_hint="guest@example.com"))
    assert guest["error"] == "profile_not_allowed_outside_organization"
    del query["connection"]
    google = api.authenticate("authorization_code", code=code(provider="GoogleOAuth", login_hint="a@example.com"))
    assert (google["authentication_method"], google.get("organization_id")) == ("GoogleOAuth", None)
