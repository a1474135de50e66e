"""Sign-ins that a second factor or Radar interrupts."""

from typing import Any

import pytest

from workos_emulator import Clock, Emulator, totp_code

from ..support import Api

PASSWORD = "correct horse 42"
TOTP = "urn:workos:oauth:grant-type:mfa-totp"
RADAR_EMAIL = "urn:workos:oauth:grant-type:radar-email-challenge:code"
RADAR_SMS = "urn:workos:oauth:grant-type:radar-sms-challenge:code"


@pytest.fixture
def user(api: Api) -> Any:
    return api.user("ada@example.com", password=PASSWORD)


def sign_in(api: Api, status: int = 200, email: str = "ada@example.com") -> Any:
    return api.authenticate("password", status, email=email, password=PASSWORD)


def enroll(api: Api, user: Any) -> Any:
    return api("POST", f"/user_management/users/{user['id']}/auth_factors", 201, json={"type": "totp"})


def test_enrollment_then_challenge(api: Api, user: Any, emulator: Emulator, clock: Clock) -> None:
    emulator.settings.mfa_required = True
    error = sign_in(api, 403)
    assert (error["code"], error["user"]["id"]) == ("mfa_enrollment", user["id"])
    enrolled = enroll(api, user)
    secret = enrolled["authentication_factor"]["totp"]["secret"]
    challenge = {"authentication_challenge_id": enrolled["authentication_challenge"]["id"]}
    response = api.authenticate(TOTP, **api.pending(error), **challenge, code=totp_code(secret, clock.now()))
    assert response["authentication_method"] == "Password"

    error = sign_in(api, 403)
    factor = enrolled["authentication_factor"]
    assert error["code"] == "mfa_challenge"
    assert error["authentication_factors"] == [{"id": factor["id"], "type": "totp"}]
    asked = api("POST", f"/auth/factors/{factor['id']}/challenge", 201, json={})
    fields = {**api.pending(error), "authentication_challenge_id": asked["id"]}
    right = totp_code(secret, clock.now())
    wrong = "000000" if right != "000000" else "111111"
    assert api.authenticate(TOTP, 400, **fields, code=wrong)["code"] == "invalid_one_time_code"
    used = fields | challenge
    assert api.authenticate(TOTP, 400, **used, code=right)["code"] == "one_time_code_previously_used"
    api.authenticate(TOTP, **fields, code=right)
    assert api.authenticate(TOTP, 400, **fields, code=right)["code"] == "invalid_pending_authentication_token"


def test_errors(api: Api, user: Any, emulator: Emulator, clock: Clock) -> None:
    emulator.settings.mfa_required = True
    foreign = enroll(api, api.user("bob@example.com"))
    error = sign_in(api, 403)
    unknown = {"authentication_challenge_id": "auth_challenge_none"}
    api.authenticate(TOTP, 404, **api.pending(error), **unknown, code="1")
    id = {"authentication_challenge_id": foreign["authentication_challenge"]["id"]}
    assert api.authenticate(TOTP, 400, **api.pending(error), **id, code="1")["code"] == "user_mismatch"
    id = {"authentication_challenge_id": enroll(api, user)["authentication_challenge"]["id"]}
    for _ in range(10):
        assert api.authenticate(TOTP, 400, **api.pending(error), **id, code="x")["code"] == "invalid_one_time_code"
    many = api.authenticate(TOTP, 400, **api.pending(error), **id, code="x")
    assert many["code"] == "one_time_code_too_many_attempts"
    emulator.settings.pending_authentication_lifetime *= 2
    error = sign_in(api, 403)
    clock.advance(600)
    assert api.authenticate(TOTP, 400, **api.pending(error), **id, code="1")["code"] == "one_time_code_expired"


def test_all_steps_in_one_sign_in(api: Api, user: Any, emulator: Emulator, clock: Clock) -> None:
    """Radar, email verification, MFA, then organization selection: no step is required twice."""
    emulator.settings.mfa_required = True
    api("PUT", f"/user_management/users/{user['id']}", json={"email_verified": False})
    emulator.seed.radar_challenge(user["id"])
    organizations = [api.organization(name) for name in ("First", "Second")]
    for organization in organizations:
        api.membership(user, organization)
    enrolled = enroll(api, user)

    error = sign_in(api, 403)
    assert error["code"] == "radar_challenge"
    code = emulator.outbox.last(user["email"], "radar_challenge").code
    challenge = api("GET", f"/user_management/radar_challenges/{error['radar_challenge_id']}")
    assert (challenge["code"], challenge["user_id"], challenge["type"]) == (code, user["id"], "email")
    fields = {**api.pending(error), "radar_challenge_id": challenge["id"]}
    error = api.authenticate(RADAR_EMAIL, 403, **fields, code=code)
    assert error["code"] == "email_verification_required"

    code = emulator.outbox.last(user["email"], "email_verification").code
    grant = "urn:workos:oauth:grant-type:email-verification:code"
    error = api.authenticate(grant, 403, **api.pending(error), code=code)
    assert error["code"] == "mfa_challenge"
    code = totp_code(enrolled["authentication_factor"]["totp"]["secret"], clock.now())
    id = enrolled["authentication_challenge"]["id"]
    error = api.authenticate(TOTP, 403, **api.pending(error), authentication_challenge_id=id, code=code)
    assert error["code"] == "organization_selection_required"
    grant = "urn:workos:oauth:grant-type:organization-selection"
    response = api.authenticate(grant, **api.pending(error), organization_id=organizations[1]["id"])
    assert (response["organization_id"], response["user"]["email_verified"]) == (organizations[1]["id"], True)


@pytest.mark.parametrize(
    ("kind", "code"), [("sms", "radar_sms_sign_in_challenge"), ("sign_up", "radar_sign_up_challenge")]
)
def test_radar_by_sms(api: Api, user: Any, emulator: Emulator, kind: Any, code: str) -> None:
    emulator.seed.radar_challenge(user["id"], kind)
    error = sign_in(api, 403)
    assert error["code"] == code
    number = "+15005550006"
    body = {"user_id": user["id"], **api.pending(error), "phone_number": number}
    sent = api("POST", "/user_management/radar_challenges", 201, json=body)
    assert sent["phone_number"] == number
    api("GET", f"/user_management/radar_challenges/{sent['verification_id']}", 404)

    body = {**api.pending(error), "code": emulator.outbox.last(number).code}
    assert api.authenticate(RADAR_SMS, 400, **body)["code"] == "phone_number_required"
    assert api.authenticate(RADAR_SMS, 400, **body, phone_number=number)["code"] == "verification_id_required"
    id = {"verification_id": sent["verification_id"]}
    assert api.authenticate(RADAR_SMS, 400, **body, **id, phone_number="+1")["code"] == "user_mismatch"
    wrong = body | {"code": "none"}
    assert api.authenticate(RADAR_SMS, 400, **wrong, **id)["code"] == "invalid_one_time_code"
    sign_in(api, 403)
    api.authenticate(RADAR_SMS, **body, **id, phone_number=number)
    sign_in(api)


def test_radar_challenge_of_another_user(api: Api, user: Any, emulator: Emulator) -> None:
    other = api.user("bob@example.com", password=PASSWORD)
    for who in (user, other):
        emulator.seed.radar_challenge(who["id"])
    pending, other_pending = sign_in(api, 403), sign_in(api, 403, email="bob@example.com")
    fields = {**api.pending(pending), "code": emulator.outbox.last("bob@example.com").code}
    id = other_pending["radar_challenge_id"]
    assert api.authenticate(RADAR_EMAIL, 400, **fields, radar_challenge_id=id)["code"] == "user_mismatch"
    api.authenticate(RADAR_EMAIL, 404, **fields, radar_challenge_id="radar_challenge_none")
    api.authenticate(RADAR_SMS, 404, **fields, verification_id=id)
    body = {"user_id": other["id"], **api.pending(pending), "phone_number": "+15005550006"}
    assert api("POST", "/user_management/radar_challenges", 400, json=body)["code"] == "user_mismatch"
