"""Authentication events of failed attempts and intermediate steps."""

from typing import Any

import pytest

from workos_emulator import Clock, Emulator, totp_code

from ..support import Api

EMAIL, PASSWORD = "ada@example.com", "correct horse 42"
GRANT = "urn:workos:oauth:grant-type:"


@pytest.fixture
def user(api: Api) -> Any:
    return api.user(EMAIL, password=PASSWORD)


def events(api: Api, *types: str) -> list[Any]:
    """Return the payloads of the events of these types, oldest first."""
    names = ",".join(f"authentication.{name}" for name in types)
    return [event["data"] for event in api("GET", f"/events?events={names}")["data"]]


def test_password_events(api: Api, user: Any) -> None:
    api.authenticate("password", 400, email=EMAIL, password="wrong", ip_address="192.0.2.1", user_agent="U")
    api.authenticate("password", 400, email="nobody@example.com", password="wrong")
    api.authenticate("password", email=EMAIL, password=PASSWORD)
    known, stranger = events(api, "password_failed")
    assert known == {
        "type": "password",
        "status": "failed",
        "ip_address": "192.0.2.1",
        "user_agent": "U",
        "user_id": user["id"],
        "email": EMAIL,
        "error": {"code": "invalid_credentials", "message": "Invalid credentials."},
    }
    assert (stranger["user_id"], stranger["email"]) == (None, "nobody@example.com")
    assert len(events(api, "password_succeeded")) == 1


def test_magic_auth_events(api: Api, user: Any) -> None:
    code = api("POST", "/user_management/magic_auth", 201, json={"email": EMAIL})["code"]
    wrong = "000000" if code != "000000" else "111111"
    api.authenticate(f"{GRANT}magic-auth:code", 400, email=EMAIL, code=wrong)
    (failed,) = events(api, "magic_auth_failed")
    assert (failed["user_id"], failed["error"]["code"]) == (user["id"], "invalid_one_time_code")


def test_second_factor_events(api: Api, user: Any, emulator: Emulator, clock: Clock) -> None:
    emulator.settings.mfa_required = True
    enrolled = api("POST", f"/user_management/users/{user['id']}/auth_factors", 201, json={"type": "totp"})
    error = api.authenticate("password", 403, email=EMAIL, password=PASSWORD)
    right = totp_code(enrolled["authentication_factor"]["totp"]["secret"], clock.now())
    fields = {**api.pending(error), "authentication_challenge_id": enrolled["authentication_challenge"]["id"]}
    api.authenticate(f"{GRANT}mfa-totp", 400, **fields, code="000000" if right != "000000" else "111111")
    api.authenticate(f"{GRANT}mfa-totp", **fields, code=right)
    failed, succeeded = events(api, "mfa_failed", "mfa_succeeded")
    assert (failed["status"], failed["email"], succeeded["status"]) == ("failed", EMAIL, "succeeded")


def test_email_verification_events(api: Api, user: Any, emulator: Emulator) -> None:
    api("PUT", f"/user_management/users/{user['id']}", json={"email_verified": False})
    error = api.authenticate("password", 403, email=EMAIL, password=PASSWORD)
    code = emulator.outbox.last(EMAIL).code
    api.authenticate(f"{GRANT}email-verification:code", 400, **api.pending(error), code="x")
    api.authenticate(f"{GRANT}email-verification:code", **api.pending(error), code=code)
    path = f"/user_management/users/{api.user('bob@example.com', email_verified=False)['id']}/email_verification"
    api("POST", f"{path}/send")
    api("POST", f"{path}/confirm", 400, json={"code": "x"})
    api("POST", f"{path}/confirm", json={"code": emulator.outbox.last("bob@example.com").code})
    payloads = events(api, "email_verification_failed", "email_verification_succeeded")
    assert [(event["status"], event["email"]) for event in payloads] == [
        (status, email) for email in (EMAIL, "bob@example.com") for status in ("failed", "succeeded")
    ]
