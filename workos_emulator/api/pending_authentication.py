"""Grants that continue a pending sign-in with a missing step."""

from typing import Any

from workos_emulator.auth import authentication_events, second_factors
from workos_emulator.auth.call import Call
from workos_emulator.auth.one_time_codes import AUTHENTICATE_ERROR_CODES, MESSAGES, redeem_for_sign_in
from workos_emulator.auth.radar import sign_ins as radar
from workos_emulator.auth.sign_in import SignIn
from workos_emulator.http import errors
from workos_emulator.storage.objects.sessions import PendingAuthentication
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import fold


def find(call: Call) -> tuple[PendingAuthentication, User]:
    """Return the sign-in with the pending authentication token in the body, and its user.

    Raises:
        ApiError: 400 if the token is unknown, used or expired.
    """
    pending = call.state.pending_authentications.get(call.body["pending_authentication_token"])
    user = call.state.users.get(pending.user_id) if pending else None
    if pending is None or user is None or pending.expires_at <= call.state.now():
        message = "The pending authentication token is unknown, used or expired."
        raise errors.coded(400, "invalid_pending_authentication_token", message)
    return pending, user


def choose_organization(call: Call) -> dict[str, Any]:
    """Continue with the organization that the user selected. The token stays valid if the organization is rejected."""
    pending, user = find(call)
    result = SignIn.resume(call, pending, user, "organization", call.body["organization_id"]).complete()
    call.state.pending_authentications.remove(pending.id)
    return result


def verify_email(call: Call) -> dict[str, Any]:
    """Continue with the code from the verification email."""
    state = call.state
    pending, user = find(call)
    codes = [v for v in state.codes.email_verifications.group("user", user.id) if fold(v.email) == fold(user.email)]
    redeem_for_sign_in(codes, call.body["code"], state.now())
    user.email_verified, user.updated_at = True, state.now()
    state.users.changed(user)
    authentication_events.emit_succeeded(state, "email_verification", user, call.body)
    return _resume(call, pending, user, "email")


def verify_second_factor(call: Call) -> dict[str, Any]:
    """Continue with the code of a second factor."""
    state = call.state
    pending, user = find(call)
    id = call.body["authentication_challenge_id"]
    challenge = state.mfa.challenges.get(id)
    factor = state.mfa.factors.get(challenge.factor_id) if challenge else None
    if challenge is None or factor is None:
        raise errors.not_found("Authentication challenge", id)
    if factor.user_id != user.id:
        raise user_mismatch()
    if reason := second_factors.verify_challenge(state, challenge, call.body["code"]):
        raise errors.coded(400, AUTHENTICATE_ERROR_CODES[reason], MESSAGES[reason])
    authentication_events.emit_succeeded(state, "mfa", user, call.body)
    return _resume(call, pending, user, "mfa")


def verify_radar_email_code(call: Call) -> dict[str, Any]:
    """Continue with the code that Radar sent by email."""
    pending, user = find(call)
    id = call.body["radar_challenge_id"]
    challenge = call.state.codes.radar_challenges.get(id)
    if challenge is None or challenge.phone_number is not None:
        raise errors.not_found("Radar challenge", id)
    if challenge.user_id != user.id:
        raise user_mismatch()
    redeem_for_sign_in([challenge], call.body["code"], call.state.now())
    radar.complete_challenge(call.state, user, pending.authentication_method, call.body)
    return _resume(call, pending, user, "radar")


def verify_radar_sms_code(call: Call) -> dict[str, Any]:
    """Continue with the code that Radar sent by SMS."""
    pending, user = find(call)
    id, number = call.body.get("verification_id"), call.body.get("phone_number")
    if id is None:
        missing = "phone_number" if number is None else "verification_id"
        raise errors.coded(400, f"{missing}_required", f"{missing} is required.")
    challenge = call.state.codes.radar_challenges.get(id)
    if challenge is None or challenge.phone_number is None:
        raise errors.not_found("Verification", id)
    if challenge.user_id != user.id or number not in (None, challenge.phone_number):
        raise user_mismatch()
    redeem_for_sign_in([challenge], call.body["code"], call.state.now())
    radar.complete_challenge(call.state, user, pending.authentication_method, call.body)
    return _resume(call, pending, user, "radar")


def _resume(call: Call, pending: PendingAuthentication, user: User, step: str) -> dict[str, Any]:
    call.state.pending_authentications.remove(pending.id)
    return SignIn.resume(call, pending, user, step).complete()


def user_mismatch() -> errors.ApiError:
    """Return the 400 error for a challenge that belongs to another user than the pending sign-in."""
    return errors.coded(400, "user_mismatch", "The challenge belongs to another user than the sign-in.")
