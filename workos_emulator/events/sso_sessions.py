"""SSO sessions: sign-ins at the identity providers of organizations, from the redirect of the browser to the exchange of the code."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Literal

from workos_emulator.http import errors
from workos_emulator.http.messages import Request
from workos_emulator.storage.objects.sso import Connection, SsoSession
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import State

Status = Literal["started", "succeeded", "failed", "timed_out"]

TIMED_OUT = "The user did not return from the identity provider in time."
"""The message of sessions that time out."""


def start(state: State, connection: Connection, request: Request, email: str | None, key: str) -> None:
    """Start a session, when a browser is sent to an identity provider.

    Args:
        state: The stored objects.
        connection: The connection. An OAuth provider, which belongs to no organization, has no sessions.
        request: The request that the browser sent.
        email: The email address of the user, if known.
        key: The ID of the flow that waits for the identity provider, or the code that waits for its exchange.
    """
    if connection.organization_id is None:
        return
    now = state.now()
    if (previous := state.sso.sessions.find("key", key)) is not None:  # nothing can complete it anymore
        previous.key = None
        state.sso.sessions.reindex(previous)
    session = SsoSession(
        id=state.ids.secret(16),
        key=key,
        connection_id=connection.id,
        organization_id=connection.organization_id,
        email=email,
        user_agent=request.headers.get("user-agent"),
        expires_at=now + state.settings.sso_session_lifetime,
        created_at=now,
        updated_at=now,
    )
    _emit(state, "started", session)
    state.sso.sessions.add(session)


def is_active(state: State, connection: Connection, key: str) -> bool:
    """Return whether an identity provider can still complete a session."""
    if connection.organization_id is None:
        return True
    session = state.sso.sessions.find("key", key)
    return session is not None and session.expires_at > state.now()


def expires_at(state: State, key: str) -> datetime | None:
    """Return when a session times out; None if there is none."""
    session = state.sso.sessions.find("key", key)
    return session.expires_at if session else None


def move(state: State, key: str, code: str, email: str) -> None:
    """Let the session of a flow wait for the exchange of a code, after the user has returned from the identity provider."""
    session = state.sso.sessions.find("key", key)
    if session is not None:
        session.key, session.email = code, email
        state.sso.sessions.reindex(session)


def complete(state: State, key: str, *, emit: bool = False, user: User | None = None) -> None:
    """End the session of a flow or a code, and `emit` its success, unless it has timed out.

    For users of AuthKit, creating the session of the user emits it instead.

    Args:
        state: The stored objects.
        key: The ID of the flow that has ended, or the code that was exchanged.
        emit: Whether to emit the success.
        user: The user who has signed in; None if the profile belongs to no user.
    """
    session = state.sso.sessions.find("key", key)
    if session is not None:
        state.sso.sessions.remove(session.id)
        if user is not None:
            session.email = user.email
        if emit:
            _emit(state, "succeeded", session, user_id=user.id if user else None)


def fail(state: State, key: str, email: str | None, code: str, message: str) -> None:
    """End a session whose user did not get in."""
    session = state.sso.sessions.find("key", key)
    if session is not None:
        state.sso.sessions.remove(session.id)
        session.email = email
        _emit(state, "failed", session, {"code": code, "message": message})


@contextmanager
def end_with_sign_in(state: State, code: str, email: str) -> Generator[None]:
    """End the session that waits for the exchange of a code, and emit the failure if the block rejects the sign-in.

    An error with a pending authentication token does not reject it: the user continues.
    """
    try:
        yield
    except errors.ApiError as error:
        if "pending_authentication_token" not in error.body:
            fail(state, code, email, str(error.body.get("code") or error.body.get("error")), error.text)
        raise
    finally:
        complete(state, code)


def expire(state: State) -> None:
    """Emit the events of sessions that have timed out."""
    sessions = state.sso.sessions
    if not sessions:
        return
    now = state.now()
    for session in sorted((each for each in sessions if each.expires_at <= now), key=lambda each: each.expires_at):
        sessions.remove(session.id)
        _emit(state, "timed_out", session, {"code": "sso_timed_out", "message": TIMED_OUT})


def _emit(
    state: State,
    status: Status,
    session: SsoSession,
    error: Mapping[str, str] | None = None,
    user_id: str | None = None,
) -> None:
    data: dict[str, Any] = {
        "type": "sso",
        "status": status,
        "ip_address": None,
        "user_agent": session.user_agent,
        "user_id": user_id,
        "email": session.email,
        "sso": {
            "organization_id": session.organization_id,
            "connection_id": session.connection_id,
            "session_id": None,
        },
    }
    if error is not None:
        data["error"] = dict(error)
    at = session.expires_at if status == "timed_out" else None
    state.events.emit(f"authentication.sso_{status}", data, session.organization_id, at=at)
