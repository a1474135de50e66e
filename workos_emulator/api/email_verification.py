"""Handlers of email verification codes."""

from workos_emulator.api import users
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth import authentication_events, one_time_codes, sign_in_steps
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.one_time_codes import render_email_verification
from workos_emulator.rendering.users import render_user
from workos_emulator.storage.state import fold

_ERROR_CODES: dict[one_time_codes.Reason, str] = {
    "wrong": "email_verification_code_incorrect",
    "attempts": "email_verification_code_incorrect",
    "used": "email_verification_code_previously_used",
    "expired": "email_verification_code_expired",
}


@operation("getEmailVerification")
def get(call: Call) -> Result:
    """Get an email verification with its code."""
    id = call.path["email_verification_id"]
    verification = call.state.codes.email_verifications.get(id)
    if verification is None:
        raise call.not_found("Email verification", id)
    return render_email_verification(verification)


@operation("sendVerificationEmail")
def send(call: Call) -> Result:
    """Send a code to a user whose email address is unverified."""
    user = users.find_user(call, call.path["user_id"])
    if user.email_verified:
        raise errors.coded(400, "email_already_verified", "The email address is already verified.")
    sign_in_steps.send_email_verification(call.state, user, call.body.get("locale"))
    return {"user": render_user(user)}


@operation("verifyEmail")
def confirm(call: Call) -> Result:
    """Verify the email address of a user with a code."""
    user, state = users.find_user(call, call.path["user_id"]), call.state
    codes = [v for v in state.codes.email_verifications.group("user", user.id) if fold(v.email) == fold(user.email)]
    try:
        one_time_codes.redeem(codes, call.body["code"], state.now())
    except one_time_codes.RejectedCodeError as error:
        if user.email_verified:
            raise errors.coded(400, "email_previously_verified", "The email address is already verified.") from None
        code, message = _ERROR_CODES[error.reason], one_time_codes.MESSAGES[error.reason]
        authentication_events.emit_failed(state, "email_verification", user, None, code, message, {})
        raise errors.coded(400, code, message) from None
    user.email_verified, user.updated_at = True, state.now()
    state.users.changed(user)
    authentication_events.emit_succeeded(state, "email_verification", user, {})
    return {"user": render_user(user)}
