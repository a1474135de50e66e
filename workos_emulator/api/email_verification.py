"""Codes that prove e-mail addresses."""

from workos_emulator.api import users
from workos_emulator.api.registry import Answer, operation
from workos_emulator.auth import authentication_events, one_time_codes, sign_in_steps
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.one_time_codes import render_email_verification
from workos_emulator.rendering.users import render_user
from workos_emulator.storage.state import fold

_CODES: dict[one_time_codes.Reason, str] = {
    "wrong": "email_verification_code_incorrect",
    "attempts": "email_verification_code_incorrect",
    "used": "email_verification_code_previously_used",
    "expired": "email_verification_code_expired",
}


@operation("getEmailVerification")
def get(call: Call) -> Answer:
    """Get a verification with its code."""
    id = call.path["email_verification_id"]
    verification = call.state.codes.email_verifications.get(id)
    if verification is None:
        raise call.absent("Email verification", id)
    return render_email_verification(verification)


@operation("sendVerificationEmail")
def send(call: Call) -> Answer:
    """Send a code to a user whose address is not proved."""
    user = users.find(call, call.path["user_id"])
    if user.email_verified:
        raise errors.coded(400, "email_already_verified", "The e-mail address is verified already.")
    sign_in_steps.email_verification(call.state, user, call.body.get("locale"))
    return {"user": render_user(user)}


@operation("verifyEmail")
def confirm(call: Call) -> Answer:
    """Prove the address of a user with the code."""
    user, state = users.find(call, call.path["user_id"]), call.state
    sent = [v for v in state.codes.email_verifications.group("user", user.id) if fold(v.email) == fold(user.email)]
    try:
        one_time_codes.redeem(sent, call.body["code"], state.now())
    except one_time_codes.RefusedCodeError as error:
        if user.email_verified:
            raise errors.coded(400, "email_previously_verified", "The e-mail address is verified already.") from None
        code, message = _CODES[error.reason], one_time_codes.MESSAGES[error.reason]
        authentication_events.failed(state, "email_verification", user, None, code, message, {})
        raise errors.coded(400, code, message) from None
    user.email_verified, user.updated_at = True, state.now()
    state.users.changed(user)
    authentication_events.succeeded(state, "email_verification", user, {})
    return {"user": render_user(user)}
