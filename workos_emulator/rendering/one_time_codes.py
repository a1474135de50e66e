"""Magic Auth codes, email verifications and password resets as JSON."""

from typing import Any

from workos_emulator.storage.clock import stamp
from workos_emulator.storage.objects.codes import EmailVerification, MagicAuth, PasswordReset
from workos_emulator.storage.state import State


def render_email_verification(verification: EmailVerification) -> dict[str, Any]:
    """Return the email verification as JSON, with its code."""
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


def render_magic_auth(code: MagicAuth) -> dict[str, Any]:
    """Return the Magic Auth code as JSON."""
    return {
        "object": "magic_auth",
        "id": code.id,
        "user_id": code.user_id,
        "email": code.email,
        "code": code.code,
        "expires_at": stamp(code.expires_at),
        "created_at": stamp(code.created_at),
        "updated_at": stamp(code.updated_at),
    }


def render_password_reset(state: State, reset: PasswordReset) -> dict[str, Any]:
    """Return the password reset as JSON, with its token."""
    return {
        "object": "password_reset",
        "id": reset.id,
        "user_id": reset.user_id,
        "email": reset.email,
        "password_reset_token": reset.token,
        "password_reset_url": password_reset_url(state, reset),
        "expires_at": stamp(reset.expires_at),
        "created_at": stamp(reset.created_at),
    }


def password_reset_url(state: State, reset: PasswordReset) -> str:
    """Return the link that resets the password."""
    base_url = state.settings.application_url or f"{state.base_url}/hosted"
    return f"{base_url.rstrip('/')}/reset-password?token={reset.token}"
