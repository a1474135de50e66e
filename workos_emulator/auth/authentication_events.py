"""Events of what people try to prove who they are with: that it failed, and that a step between succeeded."""

from collections.abc import Mapping
from typing import Any, Literal

from workos_emulator.auth.one_time_codes import CODES_OF_AUTHENTICATE
from workos_emulator.http.messages import Request
from workos_emulator.storage.objects.sso import Connection
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import State

Kind = Literal["email_verification", "magic_auth", "mfa", "password"]

REFUSALS = frozenset({"invalid_credentials", *CODES_OF_AUTHENTICATE.values()})
"""The codes of errors that mean: the proof was not right."""


def failed(
    state: State, kind: Kind, user: User | None, email: str | None, code: str, message: str, browser: Mapping[str, Any]
) -> None:
    """Tell that a proof was refused. `browser` has `ip_address` and `user_agent`, if they are known."""
    error = {"code": code, "message": message}
    _emit(state, kind, "failed", user.id if user else None, user.email if user else email, browser, {"error": error})


def succeeded(state: State, kind: Kind, user: User, browser: Mapping[str, Any]) -> None:
    """Tell that a step between was passed. The sign-in as a whole is told by its session."""
    _emit(state, kind, "succeeded", user.id, user.email, browser, {})


def sso(
    state: State,
    status: Literal["started", "succeeded", "failed"],
    connection: Connection,
    request: Request,
    email: str | None,
    error: Mapping[str, str] | None = None,
) -> None:
    """Tell of a visit to an identity provider of an organization. Who comes back as a user of AuthKit, is told by their session."""
    if connection.organization_id is None:  # a provider of OAuth, whom everybody may use
        return
    used = {"organization_id": connection.organization_id, "connection_id": connection.id, "session_id": None}
    data = {
        "type": "sso",
        "status": status,
        "ip_address": None,
        "user_agent": request.headers.get("user-agent"),
        "user_id": None,
        "email": email,
        "sso": used,
    }
    if error is not None:
        data["error"] = dict(error)
    state.events.emit(f"authentication.sso_{status}", data, connection.organization_id)


def _emit(
    state: State,
    kind: Kind,
    status: str,
    user_id: str | None,
    email: str | None,
    browser: Mapping[str, Any],
    more: Mapping[str, Any],
) -> None:
    data = {
        "type": kind,
        "status": status,
        "ip_address": browser.get("ip_address"),
        "user_agent": browser.get("user_agent"),
        "user_id": user_id,
        "email": email,
        **more,
    }
    state.events.emit(f"authentication.{kind}_{status}", data)
