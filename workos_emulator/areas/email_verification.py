"""Codes that prove e-mail addresses. The emulator sends no mail: the API gives the code."""

from workos_emulator import errors
from workos_emulator.clock import stamp
from workos_emulator.registry import Answer, Call, operation


@operation("getEmailVerification")
def get(call: Call) -> Answer:
    """Get a verification with its code."""
    id = call.path["email_verification_id"]
    verification = call.state.email_verifications.get(id)
    if verification is None:
        raise errors.not_found("Email verification", id)
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
