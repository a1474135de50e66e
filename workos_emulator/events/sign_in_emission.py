"""Events related to sign-in: sessions, codes, invitations, connections, API keys and waitlists."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from workos_emulator.events.event_log import Data, NewEvent
from workos_emulator.http.payload import without_fields
from workos_emulator.rendering.api_keys import render_api_key
from workos_emulator.rendering.invitations import render_invitation
from workos_emulator.rendering.one_time_codes import render_email_verification, render_magic_auth, render_password_reset
from workos_emulator.rendering.sessions import render_session
from workos_emulator.rendering.sso import render_connection
from workos_emulator.rendering.waitlists import render_waitlist_entry
from workos_emulator.storage.objects.codes import Invitation, RadarChallenge
from workos_emulator.storage.objects.configuration import WaitlistEntry
from workos_emulator.storage.objects.credentials import ApiKey
from workos_emulator.storage.objects.sessions import Session
from workos_emulator.storage.objects.sso import Connection
from workos_emulator.storage.state import State
from workos_emulator.storage.store import Change, Entity

E = TypeVar("E", bound=Entity)

# The method in event types, by the `authentication_method` of the authenticate endpoint. All other methods are OAuth.
_METHODS = {"Password": "password", "MagicAuth": "magic_auth", "Passkey": "passkey", "SSO": "sso"}
_METHODS_WITHOUT_EVENT = ("Impersonation", "MigratedSession", "CrossAppAuth", "ExternalAuth")


def watch(state: State) -> None:
    """Emit events for changes from now on."""
    log, codes = state.events, state.codes
    log.watch(state.sessions, partial(_session, state))
    log.watch(codes.magic_auths, _created("magic_auth", lambda c: without_fields(render_magic_auth(c), "code")))
    log.watch(
        codes.email_verifications,
        _created("email_verification", lambda c: without_fields(render_email_verification(c), "code")),
    )
    hidden = ("password_reset_token", "password_reset_url")
    log.watch(
        codes.password_resets,
        _created("password_reset", lambda r: without_fields(render_password_reset(state, r), *hidden)),
    )
    log.watch(codes.radar_challenges, _radar_challenge)
    log.watch(codes.invitations, partial(_invitation, state))
    log.watch(state.credentials.api_keys, _api_key)
    log.watch(state.sso.connections, partial(_connection, state))
    log.watch(state.configuration.waitlist_entries, _waitlist_entry)


def _created(name: str, render: Callable[[E], Data]) -> Callable[[Change, E], NewEvent | None]:
    def describe(change: Change, entity: E) -> NewEvent | None:
        return (f"{name}.created", render(entity), None) if change == "created" else None

    return describe


def _session(state: State, change: Change, session: Session) -> NewEvent | None:
    if change == "created":
        _emit_authentication_succeeded(state, session)
        return "session.created", render_session(state, session), session.organization_id
    if change == "updated" and session.ended_at is not None:
        return "session.revoked", render_session(state, session), session.organization_id
    return None


def _emit_authentication_succeeded(state: State, session: Session) -> None:
    user = state.users.get(session.user_id)
    if user is None or session.authentication_method in _METHODS_WITHOUT_EVENT or session.authenticated_at is not None:
        return  # with `authenticated_at`, the session continues an earlier sign-in
    method = _METHODS.get(session.authentication_method, "oauth")
    data: dict[str, Any] = {
        "type": method,
        "status": "succeeded",
        "ip_address": session.ip_address,
        "user_agent": session.user_agent,
        "user_id": user.id,
        "email": user.email,
    }
    if method == "sso":
        data["sso"] = {
            "organization_id": session.organization_id,
            "connection_id": session.connection_id,
            "session_id": None,
        }
    if method == "oauth":
        data["provider"] = session.authentication_method
    state.events.emit(f"authentication.{method}_succeeded", data, session.organization_id, at=session.created_at)


def _radar_challenge(change: Change, challenge: RadarChallenge) -> NewEvent | None:
    if change != "created" or challenge.phone_number is not None:
        return None
    data = {"type": "email", "radar_challenge_id": challenge.id, "user_id": challenge.user_id, "email": challenge.email}
    return "radar.challenge_created", data, None


def _invitation(state: State, change: Change, invitation: Invitation) -> NewEvent | None:
    if change == "deleted":
        return None
    verb = "created"
    if change == "updated":
        done = "revoked" if invitation.revoked_at is not None else "resent"
        verb = "accepted" if invitation.accepted_at is not None else done
    data = without_fields(render_invitation(state, invitation), "token", "accept_invitation_url")
    return f"invitation.{verb}", data, invitation.organization_id


def _api_key(change: Change, key: ApiKey) -> NewEvent | None:
    """Updates are emitted by the operation that makes them, since the previous state of the key is not available here."""
    if change == "updated":
        return None
    return f"api_key.{'created' if change == 'created' else 'revoked'}", render_api_key(key), key.organization_id


def _connection(state: State, change: Change, connection: Connection) -> NewEvent | None:
    """Describe the activation, deactivation and deletion of a connection."""
    active = state.sso.announced
    rendered, was_active = render_connection(state, connection), connection.id in active
    if change == "deleted":
        active.discard(connection.id)
        return "connection.deleted", without_fields(rendered, "status", "domains"), connection.organization_id
    is_active = connection.state == "active"
    if is_active == was_active:
        return None
    (active.add if is_active else active.discard)(connection.id)
    data = {**rendered, "external_key": connection.external_id or connection.id}
    return f"connection.{'activated' if is_active else 'deactivated'}", data, connection.organization_id


def _waitlist_entry(change: Change, entry: WaitlistEntry) -> NewEvent | None:
    verb = "created" if change == "created" else entry.state
    if change == "deleted" or verb == "pending":
        return None
    return f"waitlist_user.{verb}", {**render_waitlist_entry(entry), "object": "waitlist_user"}, None
