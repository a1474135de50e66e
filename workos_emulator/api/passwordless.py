"""Handlers of passwordless sessions (Magic Links). The links lead to a hosted page."""

from datetime import timedelta

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth import hosted_flows
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.storage.clock import stamp
from workos_emulator.storage.objects.accounts import PasswordlessSession

_DEFAULT_SECONDS = 900


@operation("createPasswordlessSession")
def create(call: Call) -> Result:
    """Create a passwordless session. Its link is valid for `expires_in` seconds, by default 15 minutes."""
    now, token, seconds = call.state.now(), call.state.ids.secret(32), call.body.get("expires_in", _DEFAULT_SECONDS)
    session = PasswordlessSession(
        id=call.state.ids.new("passwordless_session"),
        email=call.body["email"],
        token=token,
        redirect_uri=call.body.get("redirect_uri"),
        state=call.body.get("state"),
        expires_at=now + timedelta(seconds=seconds),
        created_at=now,
        updated_at=now,
    )
    call.state.passwordless_sessions.add(session)
    return {
        "object": "passwordless_session",
        "id": session.id,
        "email": session.email,
        "expires_at": stamp(session.expires_at),
        "link": _link(call, session),
    }


@operation("sendPasswordlessSession")
def send(call: Call) -> Result:
    """Send the link of a passwordless session by email."""
    session = call.state.passwordless_sessions.get(call.path["session_id"])
    if session is None or session.expires_at <= call.state.now():
        raise errors.not_found("Passwordless session", call.path["session_id"])
    session.sent_at = call.state.now()
    call.state.passwordless_sessions.changed(session)
    call.state.outbox.send("magic_link", session.email, session.id, url=_link(call, session))
    return {"success": True}


def _link(call: Call, session: PasswordlessSession) -> str:
    return f"{call.request.base_url}{hosted_flows.PREFIX}/magic-link?token={session.token}"
