"""Authentication events for failed attempts and successful intermediate steps."""

from collections.abc import Mapping
from typing import Any, Literal

from workos_emulator.auth.one_time_codes import AUTHENTICATE_ERROR_CODES
from workos_emulator.auth.radar import detections
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
    detections.record_failure(state, browser.get("ip_address"), browser.get("user_agent"))
    error = {"code": code, "message": message}
    _emit(state, method, "failed", user.id if user else None, user.email if user else email, browser, error=error)


def emit_succeeded(state: State, method: Method, user: User, browser: Mapping[str, Any]) -> None:
    """Emit the event of a successful intermediate step. Creating the session emits the event of the sign-in itself."""
    _emit(state, method, "succeeded", user.id, user.email, browser)


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
