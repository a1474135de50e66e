"""Handlers of email changes, which the user confirms with a code sent to the new address."""

from workos_emulator.api import users
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth import one_time_codes
from workos_emulator.auth.call import Call
from workos_emulator.auth.email_addresses import is_email
from workos_emulator.http import errors
from workos_emulator.rendering.users import render_user
from workos_emulator.storage.clock import stamp
from workos_emulator.storage.objects.codes import EmailChange
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import fold

_ERROR_CODES: dict[one_time_codes.Reason, tuple[int, str]] = {
    "wrong": (400, "email_change_code_incorrect"),
    "expired": (400, "email_change_code_expired"),
    "used": (409, "email_change_code_previously_used"),
    "attempts": (429, "email_change_too_many_attempts"),
}


@operation("sendEmailChange")
def send(call: Call) -> Result:
    """Send a code to the new email address."""
    user, new_email, state = users.find_user(call, call.path["user_id"]), call.body["new_email"], call.state
    if not is_email(new_email):
        raise errors.coded(422, "invalid_email", "The email address is invalid.")
    _check_allowed(call)
    if fold(new_email) == fold(user.email):
        raise errors.coded(409, "email_change_not_needed", "The user already has this email address.")
    _check_available(call, new_email, user)
    now = state.now()
    change = EmailChange(
        id=state.ids.new("email_change"),
        user_id=user.id,
        new_email=new_email,
        code=state.ids.digits(6),
        expires_at=now + state.settings.one_time_code_lifetime,
        created_at=now,
        updated_at=now,
    )
    for earlier in state.codes.email_changes.group("user", user.id):
        state.codes.email_changes.remove(earlier.id)
    state.codes.email_changes.add(change)
    state.outbox.send("email_change", new_email, change.id, code=change.code, locale=call.body.get("locale"))
    return {
        "object": "email_change",
        "user": render_user(user),
        "new_email": new_email,
        "expires_at": stamp(change.expires_at),
        "created_at": stamp(change.created_at),
    }


@operation("confirmEmailChange")
def confirm(call: Call) -> Result:
    """Change the email address, which becomes verified. Only the newest code is valid."""
    user, state = users.find_user(call, call.path["user_id"]), call.state
    codes = state.codes.email_changes.group("user", user.id)
    if not codes:
        raise errors.coded(409, "no_pending_email_change", "No email change is pending.")
    _check_allowed(call)
    _check_available(call, codes[-1].new_email, user)
    try:
        change = one_time_codes.redeem(codes, call.body["code"], state.now())
    except one_time_codes.RejectedCodeError as error:
        status, code = _ERROR_CODES[error.reason]
        raise errors.coded(status, code, one_time_codes.MESSAGES[error.reason]) from None
    user.email, user.email_verified, user.updated_at = change.new_email, True, state.now()
    state.users.changed(user)
    return {"object": "email_change_confirmation", "user": render_user(user)}


def _check_allowed(call: Call) -> None:
    if not call.state.settings.email_change_enabled:
        raise errors.coded(409, "email_change_not_allowed", "Users may not change their email address.")


def _check_available(call: Call, email: str, user: User) -> None:
    if call.state.users.find("email", fold(email)) not in (None, user):
        raise errors.coded(409, "email_not_available", "This email is not available.")
