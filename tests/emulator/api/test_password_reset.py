from typing import Any

import pytest

from workos_emulator import Clock, Emulator

from ..support import Api

PATH = "/user_management/password_reset"
NEW = "battery staple 43"


@pytest.fixture
def user(api: Api) -> Any:
    return api.user("ada@example.com", password="correct horse 42")


def send(api: Api, status: int = 201, email: str = "ada@example.com") -> Any:
    return api("POST", PATH, status, json={"email": email})


def confirm(api: Api, token: str, status: int = 200, new_password: str = NEW) -> Any:
    return api("POST", f"{PATH}/confirm", status, json={"token": token, "new_password": new_password})


def test_reset(api: Api, user: Any, emulator: Emulator) -> None:
    sessions = f"/user_management/users/{user['id']}/sessions"
    api.authenticate("password", email="ada@example.com", password="correct horse 42")
    sent = send(api, email="ADA@example.com")
    token = sent["password_reset_token"]
    assert sent["password_reset_url"] == f"http://localhost:4100/hosted/reset-password?token={token}"
    assert (sent["user_id"], sent["expires_at"]) == (user["id"], "2026-01-31T12:15:00.000Z")
    assert api("GET", f"{PATH}/{sent['id']}") == sent
    mail = emulator.outbox.last("ada@example.com", "password_reset")
    assert (mail.token, mail.url) == (token, sent["password_reset_url"])

    weak = confirm(api, token, 400, "short")
    assert (weak["code"], {item["code"] for item in weak["errors"]}) == ("password_reset_error", {"password_too_short"})
    assert len(api("GET", sessions)["data"]) == 1
    assert confirm(api, token)["user"]["email_verified"] is True
    assert api("GET", sessions)["data"] == []
    api.authenticate("password", 400, email="ada@example.com", password="correct horse 42")
    api.authenticate("password", email="ada@example.com", password=NEW)
    assert confirm(api, token, 400)["code"] == "password_reset_error"


def test_errors(api: Api, user: Any, clock: Clock, emulator: Emulator) -> None:
    send(api, 404, "nobody@example.com")
    confirm(api, "none", 404)
    api("GET", f"{PATH}/password_reset_none", 404)
    old = send(api)
    clock.advance(900)
    assert confirm(api, old["password_reset_token"], 400)["code"] == "password_reset_error"
    one, other = send(api), send(api)
    confirm(api, one["password_reset_token"])
    confirm(api, other["password_reset_token"], 400)
    emulator.settings.password_reset_enabled = False
    assert send(api, 403)["code"] == "password_reset_not_allowed"
    emulator.settings.password_enabled = False
    assert send(api, 403)["code"] == "email_password_auth_disabled"
    assert confirm(api, "none", 403)["code"] == "email_password_auth_disabled"
