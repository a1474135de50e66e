"""Authentication events for failed attempts and successful intermediate steps."""

from collections.abc import Mapping
from typing import Any, Literal

from workos_emulator.auth.one_time_codes import AUTHENTICATE_ERROR_CODES
from workos_emulator.http.messages import Request
from workos_emulator.storage.objects.sso import Connection
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import State

Method = Literal["email_verification", "magic_auth", "mfa", "passkey", "password"]

FAILURE_CODES = frozenset({"invalid_credentials", *AUTHENTICATE_ERROR_CODES.values()})
"""The error codes for which an event of a failed attempt is emitted."""


def emit_failed(
    state: State,
    method: Method,
    user: User | None,
    email: str | None,
    code: str,
    message: str,
    browser: Mapping[str, Any],
) -> None:
    """Emit the event of a failed attempt. `browser` has the `ip_address` and `user_agent`, if known."""
    error = {"code": code, "message": message}
    _emit(state, method, "failed", user.id if user else None, user.email if user else email, browser, error=error)


def emit_succeeded(state: State, method: Method, user: User, browser: Mapping[str, Any]) -> None:
    """Emit the event of a successful intermediate step. Creating the session emits the event of the sign-in itself."""
    _emit(state, method, "succeeded", user.id, user.email, browser)


def emit_sso(
    state: State,
    status: Literal["started", "succeeded", "failed"],
    connection: Connection,
    request: Request,
    email: str | None,
    error: Mapping[str, str] | None = None,
) -> None:
    """Emit an event of an SSO sign-in. For AuthKit users, creating the session emits the `succeeded` event instead."""
    if connection.organization_id is None:  # an OAuth provider, which belongs to no organization
        return
    sso = {"organization_id": connection.organization_id, "connection_id": connection.id, "session_id": None}
    data = {
        "type": "sso",
        "status": status,
        "ip_address": None,
        "user_agent": request.headers.get("user-agent"),
        "user_id": None,
        "email": email,
        "sso": sso,
    }
    if error is not None:
        data["error"] = dict(error)
    state.events.emit(f"authentication.sso_{status}", data, connection.organization_id)


def _emit(
    state: State,
    method: Method,
    status: str,
    user_id: str | None,
    email: str | None,
    browser: Mapping[str, Any],
    **extra: Any,
) -> None:
    data = {
        "type": method,
        "status": status,
        "ip_address": browser.get("ip_address"),
        "user_agent": browser.get("user_agent"),
        "user_id": user_id,
        "email": email,
        **extra,
    }
    state.events.emit(f"authentication.{method}_{status}", data)
