"""Requests that are rejected because of the client's mistake use up no code and no token, and leave nothing behind."""

from typing import Any

import httpx
import pytest

from workos_emulator import Emulator

from ..support import Api

EMAIL = "ada@example.com"
PASSWORD = "correct horse 42"
CALLBACK = "http://localhost:3000/callback"


@pytest.fixture
def ada(api: Api) -> Any:
    return api.user(EMAIL, password=PASSWORD)


def code_of(response: httpx.Response) -> str:
    return str(httpx.URL(response.headers["location"]).params["code"])


def authorize(api: Api, path: str = "/user_management/authorize", **query: str) -> str:
    """Return the code of an authorization URL."""
    fixed = {"client_id": api.emulator.client_id, "redirect_uri": CALLBACK, "response_type": "code"}
    return code_of(api.client.get(path, params=fixed | query))


def test_authorization_code_with_an_invalid_pending_authentication_token(api: Api, ada: Any) -> None:
    code = authorize(api, provider="authkit", login_hint=EMAIL)
    error = api.authenticate("authorization_code", 400, code=code, pending_authentication_token="unknown")
    assert error["code"] == "invalid_pending_authentication_token"
    assert api.authenticate("authorization_code", code=code)["user"]["id"] == ada["id"]
    assert api.authenticate("authorization_code", 400, code=code)["error"] == "invalid_grant"


def test_authorization_code_with_the_pending_sign_in_of_another_user(api: Api, ada: Any, emulator: Emulator) -> None:
    emulator.settings.mfa_required = True
    api.user("bob@example.com", password=PASSWORD)
    pending = api.pending(api.authenticate("password", 403, email="bob@example.com", password=PASSWORD))
    emulator.settings.mfa_required = False
    code = authorize(api, provider="authkit", login_hint=EMAIL)
    assert api.authenticate("authorization_code", 400, code=code, **pending)["code"] == "user_mismatch"
    assert api.authenticate("authorization_code", code=code)["user"]["id"] == ada["id"]


def test_code_of_a_profile_with_an_invalid_invitation_token(api: Api, ada: Any, emulator: Emulator) -> None:
    organization = api.organization()
    api.membership(ada, organization)
    connection = emulator.seed.connection(organization["id"])
    code = authorize(api, "/sso/authorize", connection=connection["id"], login_hint=EMAIL)
    error = api.authenticate("authorization_code", 400, code=code, invitation_token="unknown")
    assert error["error"] == "invitation_invalid"
    assert api("GET", "/events?events=authentication.sso_failed")["data"] == []
    assert api.authenticate("authorization_code", code=code)["user"]["id"] == ada["id"]
    assert len(api("GET", "/events?events=authentication.sso_succeeded")["data"]) == 1
    assert api.authenticate("authorization_code", 400, code=code)["error"] == "invalid_grant"


def test_claims_that_are_too_large(api: Api, ada: Any, emulator: Emulator) -> None:
    token = api.authenticate("password", email=EMAIL, password=PASSWORD)["refresh_token"]
    sessions = f"/user_management/users/{ada['id']}/sessions"
    assert len(api("GET", sessions)["data"]) == 1
    api("PUT", "/user_management/jwt_template", json={"content": '{"large": "' + "x" * 4000 + '"}'})
    assert api.authenticate("refresh_token", 400, refresh_token=token)["error"] == "token_too_big"
    assert api.authenticate("password", 400, email=EMAIL, password=PASSWORD)["error"] == "token_too_big"
    assert len(api("GET", sessions)["data"]) == 1
    assert len(emulator.environment.state.refresh_tokens) == 1
    api("PUT", "/user_management/jwt_template", json={"content": "{}"})
    assert api.authenticate("refresh_token", refresh_token=token)["user"]["id"] == ada["id"]
