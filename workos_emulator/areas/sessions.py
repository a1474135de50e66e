"""Sessions: the list, revoking, and the logout page."""

from functools import partial
from typing import Any

from workos_emulator import cascade, errors, hosted, urls
from workos_emulator.areas import users
from workos_emulator.clock import stamp, stamp_or_none
from workos_emulator.entities import Session
from workos_emulator.messages import Response
from workos_emulator.registry import Answer, Call, operation
from workos_emulator.state import State

# Sessions have names of their own for what the answer of authenticate calls `authentication_method`.
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


def render(state: State, session: Session) -> dict[str, Any]:
    """The session as JSON."""
    result: dict[str, Any] = {
        "object": "session",
        "id": session.id,
        "user_id": session.user_id,
        "status": status(state, session),
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


def status(state: State, session: Session) -> str:
    """`active`, `expired` or `revoked`."""
    if session.ended_at is not None:
        return "revoked"
    return "expired" if session.expires_at <= state.now() else "active"


@operation("listUserSessions")
def list_sessions(call: Call) -> Answer:
    """List the active sessions of a user."""
    state = call.state
    user = users.find(call, call.path["user_id"])
    numbers = state.sessions.numbers("user", user.id)
    return call.page(
        state.sessions, partial(render, state), numbers=numbers, keep=lambda s: status(state, s) == "active"
    )


@operation("revokeSession")
def revoke(call: Call) -> Answer:
    """Revoke a session; nothing happens to one that has ended."""
    session = call.state.sessions.get(call.body["session_id"])
    if session is None:
        raise errors.plain(400, f"Session not found: '{call.body['session_id']}'.")
    cascade.end_session(call.state, session)
    return None


@operation("getLogoutUrl")
def logout(call: Call) -> Answer:
    """End a session and send the browser on. It is sent on after the session has ended, too."""
    return_to = call.query.get("return_to")
    if return_to is not None and urls.scheme(return_to) not in ("http", "https"):
        raise errors.invalid_field("return_to", "invalid_format")
    if session := call.state.sessions.get(call.query["session_id"]):
        cascade.end_session(call.state, session)
    return signed_out(call) if return_to is None else Response.redirect(urls.encoded(return_to))


def signed_out(call: Call) -> Answer:
    """The page that says so, for a browser; nothing for anybody else."""
    if "text/html" not in call.request.headers.get("accept", ""):
        return None
    return Response.redirect(f"{call.request.base_url}{hosted.PREFIX}/signed-out")
