"""Email verification and email change."""

from typing import Any

import pytest

from workos_emulator import Clock, Emulator

from ..support import Api


@pytest.fixture
def path(api: Api) -> str:
    return f"/user_management/users/{api.user(email_verified=False)['id']}"


def test_email_verification(api: Api, path: str, emulator: Emulator, clock: Clock) -> None:
    confirm = f"{path}/email_verification/confirm"
    assert api("POST", confirm, 400, json={"code": "1"})["code"] == "email_verification_code_incorrect"
    assert api("POST", f"{path}/email_verification/send")["user"]["email_verified"] is False
    old = emulator.outbox.last("ada@example.com", "email_verification")
    assert api("GET", f"/user_management/email_verification/{old.about}")["code"] == old.code
    clock.advance(600)
    assert api("POST", confirm, 400, json={"code": old.code})["code"] == "email_verification_code_expired"

    api("POST", f"{path}/email_verification/send", json={"locale": "fr"})
    new = emulator.outbox.last("ada@example.com", "email_verification")
    assert new.locale == "fr"
    assert api("POST", confirm, json={"code": new.code})["user"]["email_verified"] is True
    assert api("POST", confirm, 400, json={"code": new.code})["code"] == "email_previously_verified"
    assert api("POST", f"{path}/email_verification/send", 400)["code"] == "email_already_verified"
    api("PUT", path, json={"email_verified": False})
    used = api("POST", confirm, 400, json={"code": new.code})
    assert used["code"] == "email_verification_code_previously_used"
    api("POST", "/user_management/users/user_none/email_verification/send", 404)


def change(api: Api, path: str, status: int = 200, new_email: str = "new@example.com") -> Any:
    return api("POST", f"{path}/email_change/send", status, json={"new_email": new_email})


def test_email_change(api: Api, path: str, emulator: Emulator, clock: Clock) -> None:
    confirm = f"{path}/email_change/confirm"
    assert api("POST", confirm, 409, json={"code": "1"})["code"] == "no_pending_email_change"
    sent = change(api, path)
    assert (sent["new_email"], sent["user"]["email"]) == ("new@example.com", "ada@example.com")
    code = emulator.outbox.last("new@example.com", "email_change").code
    assert api("POST", confirm, 400, json={"code": "none"})["code"] == "email_change_code_incorrect"
    clock.advance(600)
    assert api("POST", confirm, 400, json={"code": code})["code"] == "email_change_code_expired"
    change(api, path)
    code = emulator.outbox.last("new@example.com", "email_change").code
    user = api("POST", confirm, json={"code": code})["user"]
    assert (user["email"], user["email_verified"]) == ("new@example.com", True)
    assert api("GET", "/user_management/users?email=new@example.com")["data"] == [user]
    assert api("POST", confirm, 409, json={"code": code})["code"] == "email_change_code_previously_used"


def test_email_change_errors(api: Api, path: str, emulator: Emulator) -> None:
    assert change(api, path, 422, "none")["code"] == "invalid_email"
    assert change(api, path, 409, "ADA@example.com")["code"] == "email_change_not_needed"
    api.user("bob@example.com")
    assert change(api, path, 409, "bob@example.com")["code"] == "email_not_available"
    change(api, path)
    confirm = f"{path}/email_change/confirm"
    for _ in range(10):
        api("POST", confirm, 400, json={"code": "none"})
    assert api("POST", confirm, 429, json={"code": "none"})["code"] == "email_change_too_many_attempts"
    change(api, path)
    code = emulator.outbox.last("new@example.com").code
    api.user("new@example.com")
    assert api("POST", confirm, 409, json={"code": code})["code"] == "email_not_available"
    emulator.settings.email_change_enabled = False
    assert change(api, path, 409)["code"] == "email_change_not_allowed"
    assert api("POST", confirm, 409, json={"code": code})["code"] == "email_change_not_allowed"
