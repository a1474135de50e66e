"""Codes that prove e-mail addresses."""

from typing import Any

from workos_emulator import attempts, errors, onetime, signin_steps
from workos_emulator.areas import users
from workos_emulator.clock import stamp
from workos_emulator.records.codes import EmailVerification
from workos_emulator.registry import Answer, Call, operation
from workos_emulator.state import fold

_CODES: dict[onetime.Reason, str] = {
    "wrong": "email_verification_code_incorrect",
    "attempts": "email_verification_code_incorrect",
    "used": "email_verification_code_previously_used",
    "expired": "email_verification_code_expired",
}


def render(verification: EmailVerification) -> dict[str, Any]:
    """The verification as JSON, with its code."""
    return {
        "object": "email_verification",
        "id": verification.id,
        "user_id": verification.user_id,
        "email": verification.email,
        "code": verification.code,
        "expires_at": stamp(verification.expires_at),
        "created_at": stamp(verification.created_at),
        "updated_at": stamp(verification.updated_at),
    }


@operation("getEmailVerification")
def get(call: Call) -> Answer:
    """Get a verification with its code."""
    id = call.path["email_verification_id"]
    verification = call.state.codes.email_verifications.get(id)
    if verification is None:
        raise call.absent("Email verification", id)
    return render(verification)


@operation("sendVerificationEmail")
def send(call: Call) -> Answer:
    """Send a code to a user whose address is not proved."""
    user = users.find(call, call.path["user_id"])
    if user.email_verified:
        raise errors.coded(400, "email_already_verified", "The e-mail address is verified already.")
    signin_steps.email_verification(call.state, user, call.body.get("locale"))
    return {"user": users.render(user)}


@operation("verifyEmail")
def confirm(call: Call) -> Answer:
    """Prove the address of a user with the code."""
    user, state = users.find(call, call.path["user_id"]), call.state
    sent = [v for v in state.codes.email_verifications.group("user", user.id) if fold(v.email) == fold(user.email)]
    try:
        onetime.redeem(sent, call.body["code"], state.now())
    except onetime.RefusedCodeError as error:
        if user.email_verified:
            raise errors.coded(400, "email_previously_verified", "The e-mail address is verified already.") from None
        code, message = _CODES[error.reason], onetime.MESSAGES[error.reason]
        attempts.failed(state, "email_verification", user, None, code, message, {})
        raise errors.coded(400, code, message) from None
    user.email_verified, user.updated_at = True, state.now()
    state.users.changed(user)
    attempts.succeeded(state, "email_verification", user, {})
    return {"user": users.render(user)}
