from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from workos_emulator import Clock

from ..support import Api

VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
EMAIL = "ada@example.com"


@pytest.fixture
def user(api: Api) -> Any:
    return api.user(EMAIL)


def authorize(api: Api, **query: Any) -> httpx.Response:
    known = {
        "client_id": "client_emulator",
        "redirect_uri": "http://localhost:3000/callback",
        "response_type": "code",
        "provider": "authkit",
        "login_hint": EMAIL,
    }
    given = {name: value for name, value in (known | query).items() if value is not None}
    return api.client.get("/user_management/authorize", params=given, headers={"authorization": ""})


def returned(response: httpx.Response) -> dict[str, str]:
    assert response.status_code == 302, response.text
    return {name: values[0] for name, values in parse_qs(urlsplit(response.headers["location"]).query).items()}


def test_code_exchange(api: Api, user: Any) -> None:
    response = authorize(api, state="a b&c=d")
    assert response.headers["location"].startswith("http://localhost:3000/callback?code=")
    back = returned(response)
    assert back["state"] == "a b&c=d"

    response = api.authenticate("authorization_code", code=back["code"])
    assert (response["user"]["id"], response["authentication_method"]) == (user["id"], "Password")
    again = api.authenticate("authorization_code", 400, code=back["code"])
    assert again["error"] == "invalid_grant"


def test_redirect_uris(api: Api, user: Any) -> None:
    location = authorize(api, redirect_uri="myapp://back?x=1#top").headers["location"]
    assert location.startswith("myapp://back?x=1&code=")
    assert location.endswith("#top")
    for bad in ("javascript:alert(1)", "/callback", "not a uri", "http://[", "http://a.com/\r\nx-evil: 1"):
        assert authorize(api, redirect_uri=bad).status_code == 422


@pytest.mark.parametrize(
    ("provider", "method", "auth_method"),
    [("GoogleOAuth", "GoogleOAuth", "oauth"), ("authkit", "Password", "password")],
)
def test_methods(api: Api, user: Any, provider: str, method: str, auth_method: str) -> None:
    code = returned(authorize(api, provider=provider))["code"]
    assert api.authenticate("authorization_code", code=code)["authentication_method"] == method
    (session,) = api("GET", f"/user_management/users/{user['id']}/sessions")["data"]
    assert session["auth_method"] == auth_method


def test_organization(api: Api, user: Any) -> None:
    first, second = api.organization("First"), api.organization("Second")
    for organization in (first, second):
        api.membership(user, organization)
    code = returned(authorize(api, provider=None, organization_id=second["id"]))["code"]
    response = api.authenticate("authorization_code", code=code)
    assert (response["organization_id"], response["authentication_method"]) == (second["id"], "SSO")

    code = returned(authorize(api))["code"]
    assert api.authenticate("authorization_code", 403, code=code)["code"] == "organization_selection_required"

    foreign = api.organization("Foreign")
    code = returned(authorize(api, provider=None, organization_id=foreign["id"]))["code"]
    assert api.authenticate("authorization_code", 400, code=code)["error"] == "organization_membership_not_found"


def test_pkce(api: Api, user: Any) -> None:
    def code() -> str:
        return returned(authorize(api, code_challenge=CHALLENGE, code_challenge_method="S256"))["code"]

    api.authenticate("authorization_code", code=code(), code_verifier=VERIFIER, client_secret=None)
    api.authenticate("authorization_code", code=code(), code_verifier=VERIFIER)
    wrong = code()
    for verifier in (None, "wrong", CHALLENGE):
        error = api.authenticate("authorization_code", 400, code=wrong, code_verifier=verifier)
        assert error["error"] == "invalid_grant"
    api.authenticate("authorization_code", code=wrong, code_verifier=VERIFIER)


def test_verifier_without_challenge(api: Api, user: Any) -> None:
    code = returned(authorize(api))["code"]
    error = api.authenticate("authorization_code", 400, code=code, client_secret=None)
    assert error["error"] == "invalid_client"
    error = api.authenticate("authorization_code", 400, code=code, code_verifier=VERIFIER)
    assert error["code"] == "code_challenge_not_found"
    api.authenticate("authorization_code", code=code)


def test_code_expiry(api: Api, user: Any, clock: Clock) -> None:
    code = returned(authorize(api))["code"]
    clock.advance(timedelta(minutes=10))
    assert api.authenticate("authorization_code", 400, code=code)["error"] == "invalid_grant"


def test_code_of_a_deleted_user(api: Api, user: Any) -> None:
    code = returned(authorize(api))["code"]
    api("DELETE", f"/user_management/users/{user['id']}")
    assert api.authenticate("authorization_code", 400, code=code)["error"] == "invalid_grant"


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ({"provider": None}, "invalid_connection_selector"),
        ({"provider": "GoogleOAuth", "organization_id": "org_none"}, "invalid_connection_selector"),
        ({"connection_id": "conn_none"}, "invalid_connection_selector"),
        ({"organization_id": "org_none"}, "organization_invalid"),
        ({"provider": None, "organization_id": "org_none"}, "organization_invalid"),
        ({"provider": None, "connection_id": "conn_none"}, "connection_invalid"),
    ],
)
def test_errors_redirect_to_the_app(api: Api, user: Any, query: Any, error: str) -> None:
    back = returned(authorize(api, state="s", **query))
    assert (back["error"], back["state"]) == (error, "s")
    assert back["error_description"]
    assert "code" not in back


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"client_id": None}, 422),
        ({"redirect_uri": None}, 422),
        ({"response_type": "token"}, 422),
        ({"provider": "Nobody"}, 422),
        ({"max_age": "-1"}, 422),
        ({"code_challenge_method": "plain"}, 422),
        ({"client_id": "client_other"}, 400),
    ],
)
def test_request_errors_do_not_redirect(api: Api, user: Any, query: Any, status: int) -> None:
    response = authorize(api, **query)
    assert response.status_code == status
    assert "location" not in response.headers


def test_provider_parameters(api: Api, user: Any) -> None:
    more = {
        "provider": "GoogleOAuth",
        "provider_query_params[hd]": "example.com",
        "provider_scopes": "a,b",
        "max_age": "0",
    }
    assert "code" in returned(authorize(api, **more))
