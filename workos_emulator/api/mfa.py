"""Handlers of authentication factors, of users and of people that only the app knows."""

from typing import Any

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth import second_factors, sign_in_steps, totp
from workos_emulator.auth.call import Call
from workos_emulator.auth.one_time_codes import MESSAGES
from workos_emulator.http import errors
from workos_emulator.rendering import qr_code
from workos_emulator.rendering.auth_factors import render_challenge, render_factor
from workos_emulator.storage.deletion import sign_in_dependents
from workos_emulator.storage.objects.auth_factors import Challenge, Factor


@operation("enrollFactor")
def enroll(call: Call) -> Result:
    """Enroll a factor, usually for a person that only the app knows."""
    body = call.body
    user_id = body.get("user_id")
    if user_id is not None and user_id not in call.state.users:
        raise call.not_found("User", user_id)
    if body["type"] == "totp":
        for name in ("totp_issuer", "totp_user"):
            if not body.get(name):
                raise errors.invalid_field(name, "required")
        return _enroll_totp(call, user_id, body["totp_issuer"], body["totp_user"])
    number = body.get("phone_number", "")
    if body["type"] == "sms":
        if not number:
            raise errors.invalid_field("phone_number", "required")
        if not sign_in_steps.is_phone_number(number):
            raise errors.invalid_field("phone_number", "invalid_format")
    return render_factor(second_factors.add_factor(call.state, type=body["type"], user_id=user_id, phone_number=number))


@operation("getFactor")
def get(call: Call) -> Result:
    """Get a factor, without its secret."""
    return render_factor(_get_factor(call))


@operation("deleteFactor")
def delete(call: Call) -> Result:
    """Delete a factor with its challenges."""
    sign_in_dependents.delete_factor(call.state, _get_factor(call))
    return None


@operation("challengeFactor")
def create_challenge(call: Call) -> Result:
    """Create a challenge. The code of an SMS factor is in the outbox; the code of a `generic_otp` factor is in the response."""
    factor = _get_factor(call)
    challenge = second_factors.create_challenge(call.state, factor, call.body.get("sms_template"))
    return render_challenge(challenge, with_code=factor.type == "generic_otp")


@operation("verifyChallenge")
def verify(call: Call) -> Result:
    """Verify a challenge with a code. A challenge can be verified once."""
    challenge = _get_challenge(call)
    reason = second_factors.verify_challenge(call.state, challenge, call.body["code"])
    if reason == "attempts":
        raise errors.coded(400, "one_time_code_too_many_attempts", MESSAGES[reason])
    if reason in ("used", "expired"):
        suffix = "previously_verified" if reason == "used" else "expired"
        raise errors.coded(422, f"authentication_challenge_{suffix}", f"The challenge '{challenge.id}' is {reason}.")
    return {"challenge": render_challenge(challenge), "valid": reason is None}


@operation("listUserAuthFactors")
def list_of_user(call: Call) -> Result:
    """List the factors of a user, without their secrets."""
    factors = call.state.mfa.factors
    return call.page(factors, render_factor, numbers=factors.numbers("user", _user_id(call)))


@operation("enrollUserAuthFactor")
def enroll_user(call: Call) -> Result:
    """Enroll an authenticator app of a user and create its first challenge."""
    user_id, body = _user_id(call), call.body
    user = call.state.users.get(user_id)
    assert user is not None
    secret = body.get("totp_secret")
    if secret is not None and not totp.is_secret(secret):
        raise errors.invalid_field("totp_secret", "invalid_format")
    issuer = body.get("totp_issuer") or call.state.settings.application_name
    rendered = _enroll_totp(call, user_id, issuer, body.get("totp_user") or user.email, secret)
    factor = call.state.mfa.factors.get(rendered["id"])
    assert factor is not None
    challenge = render_challenge(second_factors.create_challenge(call.state, factor))
    return {"authentication_factor": rendered, "authentication_challenge": challenge}


def _enroll_totp(
    call: Call, user_id: str | None, issuer: str, account: str, secret: str | None = None
) -> dict[str, Any]:
    secret = "".join((secret or "").split()) or second_factors.new_secret(call.state)
    uri = totp.uri(secret, issuer, account)
    try:
        image = qr_code.data_url(uri)
    except ValueError:
        raise errors.invalid_field("totp_user", "too_long") from None
    factor = second_factors.add_factor(
        call.state, type="totp", user_id=user_id, issuer=issuer, account=account, secret=secret
    )
    return render_factor(factor, {"secret": secret, "qr_code": image, "uri": uri})


def _get_factor(call: Call) -> Factor:
    factor = call.state.mfa.factors.get(call.path["factor_id"])
    if factor is None:
        raise call.not_found("Authentication factor", call.path["factor_id"])
    return factor


def _get_challenge(call: Call) -> Challenge:
    challenge = call.state.mfa.challenges.get(call.path["challenge_id"])
    if challenge is None:
        raise call.not_found("Authentication challenge", call.path["challenge_id"])
    return challenge


def _user_id(call: Call) -> str:
    id = call.path["user_id"]
    if id not in call.state.users:
        raise call.not_found("User", id)
    return id
