from typing import Any

from workos_emulator import Clock, Emulator

from ..support import Api

PATH = "/user_management/magic_auth"
EMAIL = "ada@example.com"


def send(api: Api, status: int = 201, **fields: Any) -> Any:
    return api("POST", PATH, status, json={"email": EMAIL, **fields})


def sign_in(api: Api, code: str, status: int = 200, **fields: Any) -> Any:
    return api.authenticate(
        "urn:workos:oauth:grant-type:magic-auth:code", status, **({"email": EMAIL, "code": code} | fields)
    )


def test_sign_in(api: Api, emulator: Emulator) -> None:
    user = api.user(EMAIL)
    sent = send(api, locale="de")
    assert sent["id"].startswith("magic_auth_")
    assert (sent["user_id"], sent["expires_at"]) == (user["id"], "2026-01-31T12:10:00.000Z")
    assert api("GET", f"{PATH}/{sent['id']}") == sent
    mail = emulator.outbox.last(EMAIL)
    assert (mail.kind, mail.code, mail.about, mail.locale) == ("magic_auth", sent["code"], sent["id"], "de")
    response = sign_in(api, sent["code"], email="ADA@example.com")
    assert response["authentication_method"] == "MagicAuth"
    assert response["user"]["email_verified"] is True
    (session,) = api("GET", f"/user_management/users/{user['id']}/sessions")["data"]
    assert session["auth_method"] == "magic_code"
    assert sign_in(api, sent["code"], 400)["code"] == "one_time_code_previously_used"
    api("GET", f"{PATH}/magic_auth_none", 404)


def test_creates_users(api: Api, emulator: Emulator) -> None:
    sent = send(api, radar_auth_attempt_id="radar_att_1")
    assert sent["radar_auth_attempt_id"] == "radar_att_1"
    assert api("GET", f"/user_management/users/{sent['user_id']}")["email"] == EMAIL
    emulator.settings.sign_up_enabled = False
    send(api)
    assert send(api, 400, email="new@example.com")["error"] == "sign_up_not_allowed"


def test_errors(api: Api, clock: Clock) -> None:
    assert send(api, 400, email="a@undeliverable.example")["code"] == "email_domain_not_deliverable"
    assert send(api, 400, invitation_token="none")["error"] == "invitation_invalid"
    send(api, 422, email="none")
    assert sign_in(api, "123456", 400)["code"] == "invalid_one_time_code"
    sent = send(api)
    clock.advance(600)
    assert sign_in(api, sent["code"], 400)["code"] == "one_time_code_expired"
    sent = send(api)
    for _ in range(10):
        assert sign_in(api, "none", 400)["code"] == "invalid_one_time_code"
    assert sign_in(api, sent["code"], 400)["code"] == "one_time_code_too_many_attempts"
    sign_in(api, send(api)["code"])


def test_redeeming_a_code_uses_up_earlier_codes(api: Api) -> None:
    first, second = send(api), send(api)
    sign_in(api, first["code"])
    assert sign_in(api, second["code"], 400)["code"] == "one_time_code_previously_used"


def test_code_for_a_previous_address(api: Api) -> None:
    sent = send(api)
    api("PUT", f"/user_management/users/{sent['user_id']}", json={"email": "new@example.com"})
    assert sign_in(api, sent["code"], 400, email="new@example.com")["code"] == "invalid_one_time_code"
