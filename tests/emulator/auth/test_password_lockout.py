"""Repeated wrong passwords lock the password."""

from datetime import timedelta
from typing import Any

import pytest

from workos_emulator import Clock, Emulator

from ..pages.browsing import Browser
from ..support import Api

EMAIL, PASSWORD = "ada@example.com", "correct horse 42"


@pytest.fixture
def user(api: Api) -> Any:
    return api.user(EMAIL, password=PASSWORD)


def sign_in(api: Api, status: int, password: str = PASSWORD) -> Any:
    return api.authenticate("password", status, email=EMAIL, password=password)


def test_lockout(api: Api, user: Any, clock: Clock) -> None:
    for _ in range(9):
        assert sign_in(api, 400, "wrong")["code"] == "invalid_credentials"
    sign_in(api, 200)
    for _ in range(10):
        assert sign_in(api, 400, "wrong")["code"] == "invalid_credentials"
    for password in (PASSWORD, "wrong"):
        error = sign_in(api, 429, password)
        assert (error["error"], bool(error["error_description"])) == ("too_many_requests", True)
    clock.advance(59)
    sign_in(api, 429)
    clock.advance(1)
    sign_in(api, 200)


def test_other_users_are_not_locked(api: Api, user: Any) -> None:
    api.user("bob@example.com", password=PASSWORD)
    for _ in range(11):
        api.authenticate("password", 400, email="none@example.com", password="wrong")
    for _ in range(10):
        sign_in(api, 400, "wrong")
    api.authenticate("password", email="bob@example.com", password=PASSWORD)


def test_configured_lockout(api: Api, user: Any, emulator: Emulator, clock: Clock) -> None:
    emulator.settings.password_attempts_limit = 2
    emulator.settings.password_lockout = timedelta(hours=1)
    for _ in range(2):
        sign_in(api, 400, "wrong")
    sign_in(api, 429)
    clock.advance(hours=1)
    sign_in(api, 400, "wrong")
    sign_in(api, 200)
    emulator.settings.password_attempts_limit = 0
    for _ in range(30):
        sign_in(api, 400, "wrong")
    sign_in(api, 200)


def test_a_lower_limit_applies_to_earlier_wrong_passwords(api: Api, user: Any, emulator: Emulator) -> None:
    for _ in range(5):
        sign_in(api, 400, "wrong")
    emulator.settings.password_attempts_limit = 3
    sign_in(api, 400, "wrong")
    sign_in(api, 429)


def test_new_passwords_unlock(api: Api, user: Any, emulator: Emulator) -> None:
    emulator.settings.password_attempts_limit = 1
    sign_in(api, 400, "wrong")
    reset = api("POST", "/user_management/password_reset", 201, json={"email": EMAIL})
    new = {"token": reset["password_reset_token"], "new_password": "other horse 43"}
    sign_in(api, 429)
    api("POST", "/user_management/password_reset/confirm", json=new)
    sign_in(api, 200, "other horse 43")
    sign_in(api, 400, "wrong")
    api("PUT", f"/user_management/users/{user['id']}", json={"first_name": "Ada"})
    sign_in(api, 429, "other horse 43")
    api("PUT", f"/user_management/users/{user['id']}", json={"password": PASSWORD})
    sign_in(api, 200)


def test_lockout_on_the_page(api: Api, user: Any, emulator: Emulator) -> None:
    emulator.settings.password_attempts_limit = 1
    browser = Browser(api.client)
    start = {"client_id": "client_emulator", "redirect_uri": "http://localhost:3000/callback", "response_type": "code"}
    browser.open("/user_management/authorize", **start, provider="authkit")
    browser.submit("Sign in", Email_address=EMAIL, Password="wrong")
    assert browser.page
    assert browser.page.alert == "Incorrect email address or password."
    browser.submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    assert browser.page.alert.startswith("Too many incorrect passwords were entered.")


def test_lockout_survives_a_restart(tmp_path: Any) -> None:
    from workos_emulator import Request

    def attempt(emulator: Emulator, password: str) -> int:
        body = f"client_id=client_emulator&client_secret=sk_test_emulator&grant_type=password&email={EMAIL}&password={password}".encode()
        headers = {"content-type": "application/x-www-form-urlencoded"}
        return emulator.handle(Request("POST", "/user_management/authenticate", "", headers, body)).status

    with Emulator(db=tmp_path / "db") as emulator:
        emulator.create("users", email=EMAIL, password=PASSWORD)
        emulator.settings.password_lockout = timedelta(days=1)
        for _ in range(10):
            assert attempt(emulator, "wrong") == 400
    with Emulator(db=tmp_path / "db") as emulator:
        assert attempt(emulator, PASSWORD.replace(" ", "+")) == 429
