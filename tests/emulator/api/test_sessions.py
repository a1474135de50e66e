from typing import Any

import pytest

from workos_emulator import Clock, Emulator, Settings

from ..support import Api

PASSWORD = "correct horse 42"


@pytest.fixture
def user(api: Api) -> Any:
    return api.user(password=PASSWORD)


def sign_in(api: Api) -> Any:
    return api.authenticate("password", email="ada@example.com", password=PASSWORD)


def sessions(api: Api, user: Any, query: str = "") -> Any:
    return api("GET", f"/user_management/users/{user['id']}/sessions?{query}")["data"]


def test_list(api: Api, user: Any, clock: Clock) -> None:
    assert sessions(api, user) == []
    for _ in range(3):
        sign_in(api)
        clock.advance(1)
    listed = sessions(api, user)
    assert [session["created_at"] for session in listed] == [f"2026-01-31T12:00:0{n}.000Z" for n in (2, 1, 0)]
    assert sessions(api, user, "limit=1&order=asc")[0] == listed[-1]
    api("GET", "/user_management/users/user_none/sessions", 404)


def test_revoke(api: Api, user: Any) -> None:
    tokens = sign_in(api)
    other = sign_in(api)
    newest, oldest = sessions(api, user)
    body = {"session_id": oldest["id"]}
    assert api("POST", "/user_management/sessions/revoke", json=body) is None
    assert sessions(api, user) == [newest]
    assert api.authenticate("refresh_token", 400, refresh_token=tokens["refresh_token"])["error"] == "invalid_grant"
    api.authenticate("refresh_token", refresh_token=other["refresh_token"])
    api("POST", "/user_management/sessions/revoke", json=body)


def test_revoke_errors(api: Api) -> None:
    api("POST", "/user_management/sessions/revoke", 400, json={"session_id": "session_none"})
    missing = api("POST", "/user_management/sessions/revoke", 400, json={})
    assert missing["errors"] == [{"field": "session_id", "code": "required"}]


def test_logout(api: Api, user: Any) -> None:
    sign_in(api)
    (session,) = sessions(api, user)
    query = {"session_id": session["id"], "return_to": "https://app.example.com/bye?a=b c#ü"}
    response = api.client.get("/user_management/sessions/logout", params=query, headers={"authorization": ""})
    assert response.status_code == 302
    assert response.headers["location"] == "https://app.example.com/bye?a=b%20c#%C3%BC"
    assert sessions(api, user) == []
    assert api("GET", f"/user_management/sessions/logout?session_id={session['id']}") is None


def test_logout_errors(api: Api) -> None:
    assert api("GET", "/user_management/sessions/logout", 422)["errors"] == [
        {"field": "session_id", "code": "required"}
    ]
    path = "/user_management/sessions/logout?session_id=session_1&return_to="
    for bad in ("javascript:alert(1)", "/relative", "http://["):
        assert api("GET", path + bad, 422)["errors"] == [{"field": "return_to", "code": "invalid_format"}]


def test_expired_sessions_are_not_listed(api: Api, user: Any, clock: Clock, emulator: Emulator) -> None:
    emulator.settings.session_lifetime = Settings().session_lifetime / 7
    sign_in(api)
    clock.advance(24 * 3600 - 1)
    assert len(sessions(api, user)) == 1
    clock.advance(1)
    assert sessions(api, user) == []
