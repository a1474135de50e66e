"""Handlers of password resets."""

from workos_emulator.api import users
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth import password_sign_in
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.http.payload import without_fields
from workos_emulator.rendering.one_time_codes import password_reset_url, render_password_reset
from workos_emulator.rendering.users import render_user
from workos_emulator.storage.deletion import cascade
from workos_emulator.storage.objects.codes import PasswordReset
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import State, fold


@operation("createPasswordReset")
def create(call: Call) -> Result:
    """Create a password reset and send its link."""
    state = call.state
    _check_enabled(call)
    if not state.settings.password_reset_enabled:
        raise errors.coded(403, "password_reset_not_allowed", "Password reset is not enabled.")
    user = state.users.find("email", fold(call.body["email"]))
    if user is None:
        raise call.not_found("User", call.body["email"])
    return render_password_reset(state, send(state, user, locale=call.body.get("locale")))


@operation("getPasswordReset")
def get(call: Call) -> Result:
    """Get a password reset with its token."""
    id = call.path["password_reset_id"]
    reset = call.state.codes.password_resets.get(id)
    if reset is None:
        raise call.not_found("Password reset", id)
    return render_password_reset(call.state, reset)


@operation("resetPassword")
def confirm(call: Call) -> Result:
    """Reset the password of a user with a token."""
    state = call.state
    _check_enabled(call)
    reset, user = find(state, call.body["token"])
    set_password(state, reset, user, call.body["new_password"])
    return {"user": render_user(user)}


def send(state: State, user: User, page: str | None = None, *, locale: str | None = None) -> PasswordReset:
    """Send a password reset link to a user. It leads to the app's page, or to the URL `page` if given."""
    now = state.now()
    reset = PasswordReset(
        id=state.ids.new("password_reset"),
        user_id=user.id,
        email=user.email,
        token=state.ids.secret(),
        expires_at=now + state.settings.password_reset_lifetime,
        created_at=now,
        updated_at=now,
    )
    state.codes.password_resets.add(reset)
    if page is None:
        url = password_reset_url(state, reset)
    else:
        url = f"{page}{'&' if '?' in page else '?'}token={reset.token}"
    state.outbox.send("password_reset", user.email, reset.id, token=reset.token, url=url, locale=locale)
    return reset


def find(state: State, token: str) -> tuple[PasswordReset, User]:
    """Return the password reset with this token, and its user.

    Raises:
        ApiError: 404 if it does not exist, 400 if it has been used or has expired.
    """
    reset = state.codes.password_resets.find("token", token)
    user = state.users.get(reset.user_id) if reset else None
    if reset is None or user is None:
        raise errors.not_found("Password reset token", token)
    if reset.used_at is not None or reset.expires_at <= state.now():
        reason = "already been used" if reset.used_at is not None else "expired"
        raise _error(f"The token has {reason}.", "password_reset_token_invalid")
    return reset, user


def set_password(state: State, reset: PasswordReset, user: User, password: str) -> None:
    """Set the new password, verify the user's email address, and end the user's sessions.

    Raises:
        ApiError: 400 if the password is too weak.
    """
    now = state.now()
    user.password = users.hash_strong_password(state, password, "password_reset_error")
    password_sign_in.unlock(user)
    for other in state.codes.password_resets.group("user", user.id):
        other.used_at = other.used_at or now
    if fold(user.email) == fold(reset.email):
        user.email_verified = True
    user.updated_at = now
    state.users.changed(user)
    data = without_fields(render_password_reset(state, reset), "password_reset_token", "password_reset_url")
    state.events.emit("password_reset.succeeded", data)
    cascade.end_all_sessions(state, user.id)


def _check_enabled(call: Call) -> None:
    if not call.state.settings.password_enabled:
        raise errors.coded(403, "email_password_auth_disabled", "Password authentication is not enabled.")


def _error(message: str, code: str) -> errors.ApiError:
    return errors.coded(
        400, "password_reset_error", "Could not reset password.", errors=[{"code": code, "message": message}]
    )
