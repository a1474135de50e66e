"""Sessions as JSON."""

from typing import Any

from workos_emulator.storage.clock import stamp, stamp_or_none
from workos_emulator.storage.objects.sessions import Session
from workos_emulator.storage.state import State

# Sessions use other names than the `authentication_method` of the authenticate response.
_AUTH_METHODS = {
    "SSO": "sso",
    "Password": "password",
    "Passkey": "passkey",
    "MagicAuth": "magic_code",
    "Impersonation": "impersonation",
    "CrossAppAuth": "cross_app_auth",
    "ExternalAuth": "external_auth",
    "MigratedSession": "migrated_session",
}


def render_session(state: State, session: Session) -> dict[str, Any]:
    """Return the session as JSON."""
    result: dict[str, Any] = {
        "object": "session",
        "id": session.id,
        "user_id": session.user_id,
        "status": session_status(state, session),
        "auth_method": _AUTH_METHODS.get(session.authentication_method, "oauth"),
        "ip_address": session.ip_address,
        "user_agent": session.user_agent,
        "expires_at": stamp(session.expires_at),
        "ended_at": stamp_or_none(session.ended_at),
        "created_at": stamp(session.created_at),
        "updated_at": stamp(session.updated_at),
    }
    if session.organization_id is not None:
        result["organization_id"] = session.organization_id
    if session.impersonator is not None:
        result["impersonator"] = session.impersonator
    return result


def session_status(state: State, session: Session) -> str:
    """Return the status of the session: `active`, `expired` or `revoked`."""
    if session.ended_at is not None:
        return "revoked"
    return "expired" if session.expires_at <= state.now() else "active"
