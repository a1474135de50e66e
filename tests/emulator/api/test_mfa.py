from typing import Any

import pytest

from workos_emulator import Clock, Emulator, totp_code

from ..support import Api


def enroll(api: Api, status: int = 201, **fields: Any) -> Any:
    return api("POST", "/auth/factors/enroll", status, json=fields)


def challenge(api: Api, factor: Any, **fields: Any) -> Any:
    return api("POST", f"/auth/factors/{factor['id']}/challenge", 201, json=fields)


def verify(api: Api, asked: Any, code: str, status: int = 201) -> Any:
    return api("POST", f"/auth/challenges/{asked['id']}/verify", status, json={"code": code})


def other(code: str) -> str:
    return "000000" if code != "000000" else "111111"


def test_totp(api: Api, clock: Clock) -> None:
    factor = enroll(api, type="totp", totp_issuer="Foo Corp", totp_user="ada@example.com")
    assert factor["id"].startswith("auth_factor_")
    secret = factor["totp"]["secret"]
    assert factor["totp"]["uri"].startswith("otpauth://totp/Foo%20Corp:ada@example.com?secret=")
    assert factor["totp"]["qr_code"].startswith("data:image/png;base64,iVBOR")
    shown = api("GET", f"/auth/factors/{factor['id']}")
    assert shown["totp"] == {"issuer": "Foo Corp", "user": "ada@example.com"}

    asked = challenge(api, factor)
    assert "code" not in asked
    assert asked["expires_at"] == "2026-01-31T12:10:00.000Z"
    code = totp_code(secret, clock.now())
    assert verify(api, asked, other(code))["valid"] is False
    response = verify(api, asked, code)
    assert (response["valid"], response["challenge"]["id"]) == (True, asked["id"])
    assert verify(api, asked, code, 422)["code"] == "authentication_challenge_previously_verified"

    late = challenge(api, factor)
    clock.advance(600)
    assert verify(api, late, totp_code(secret, clock.now()), 422)["code"] == "authentication_challenge_expired"


def test_sms(api: Api, emulator: Emulator) -> None:
    factor = enroll(api, type="sms", phone_number="+15005550006")
    assert factor["sms"] == {"phone_number": "+15005550006"}
    asked = challenge(api, factor, sms_template="Foo: {{code}}")
    sent = emulator.outbox.last("+15005550006", "mfa_challenge")
    assert (sent.channel, sent.about, sent.text) == ("sms", asked["id"], f"Foo: {sent.code}")
    assert sent.code is not None
    assert verify(api, asked, sent.code)["valid"] is True


def test_generic_otp(api: Api) -> None:
    asked = challenge(api, enroll(api, type="generic_otp"))
    assert verify(api, asked, asked["code"])["valid"] is True


def test_too_many_attempts(api: Api) -> None:
    asked = challenge(api, enroll(api, type="generic_otp"))
    for _ in range(10):
        assert verify(api, asked, other(asked["code"]))["valid"] is False
    assert verify(api, asked, asked["code"], 400)["code"] == "one_time_code_too_many_attempts"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"type": "totp", "totp_user": "a"}, "totp_issuer"),
        ({"type": "totp", "totp_issuer": "a"}, "totp_user"),
        ({"type": "totp", "totp_issuer": "a", "totp_user": "a" * 600}, "totp_user"),
        ({"type": "sms"}, "phone_number"),
        ({"type": "sms", "phone_number": "call me"}, "phone_number"),
        ({"type": "webauthn"}, "type"),
        ({}, "type"),
    ],
)
def test_errors(api: Api, fields: Any, field: str) -> None:
    assert enroll(api, 422, **fields)["errors"][0]["field"] == field


def test_delete(api: Api) -> None:
    factor = enroll(api, type="generic_otp")
    asked = challenge(api, factor)
    assert api("DELETE", f"/auth/factors/{factor['id']}") is None
    api("GET", f"/auth/factors/{factor['id']}", 404)
    api("DELETE", f"/auth/factors/{factor['id']}", 404)
    api("POST", f"/auth/factors/{factor['id']}/challenge", 404, json={})
    verify(api, asked, asked["code"], 404)


def test_user_factors(api: Api, clock: Clock) -> None:
    user = api.user()
    path = f"/user_management/users/{user['id']}/auth_factors"
    response = api("POST", path, 201, json={"type": "totp"})
    factor = response["authentication_factor"]
    assert (factor["user_id"], factor["totp"]["user"]) == (user["id"], user["email"])
    assert factor["totp"]["issuer"] == "WorkOS emulator"
    code = totp_code(factor["totp"]["secret"], clock.now())
    assert verify(api, response["authentication_challenge"], code)["valid"] is True

    brought = api("POST", path, 201, json={"type": "totp", "totp_secret": "GEZDGNBVGY3TQOJQ", "totp_issuer": "I"})
    assert brought["authentication_factor"]["totp"]["secret"] == "GEZDGNBVGY3TQOJQ"
    bad = api("POST", path, 422, json={"type": "totp", "totp_secret": "not base32!"})
    assert bad["errors"] == [{"field": "totp_secret", "code": "invalid_format"}]
    listed = api("GET", path)["data"]
    assert [item["id"] for item in listed] == [brought["authentication_factor"]["id"], factor["id"]]
    assert "secret" not in listed[0]["totp"]
    api("GET", "/user_management/users/user_none/auth_factors", 422)
    api("DELETE", f"/user_management/users/{user['id']}")
    api("GET", f"/auth/factors/{factor['id']}", 404)
