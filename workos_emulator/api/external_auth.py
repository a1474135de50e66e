"""Standalone Connect: the app's own login page hands over whom it signed in. `Emulator.seed.external_auth` begins."""

from typing import Any
from urllib.parse import quote

from workos_emulator.api import users
from workos_emulator.api.registry import Answer, operation
from workos_emulator.auth import email_addresses
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import fold


@operation("completeOauth2")
def complete(call: Call) -> Answer:
    """Store the user, found by `id` as external id, and send the browser back with a code."""
    state, body = call.state, call.body
    waiting = state.codes.external.get(body["external_auth_id"])
    if waiting is None:
        raise call.absent("External authentication", body["external_auth_id"])
    if waiting.completed_at is not None:
        message = "The sign-in was completed before."
        raise errors.coded(400, "external_auth_session_already_completed", message)
    if body.get("user_consent_options") and not waiting.takes_consent_options:
        message = "The application has no consent screen for options."
        raise errors.coded(400, "user_consent_options_not_supported", message)
    user = _store(call, body["user"])
    waiting.completed_at = waiting.updated_at = state.now()
    waiting.user_id, waiting.consent_options = user.id, body.get("user_consent_options", [])
    state.codes.external.changed(waiting)
    separator = "&" if "?" in waiting.redirect_uri else "?"
    return {"redirect_uri": f"{waiting.redirect_uri}{separator}external_auth_id={quote(waiting.id)}"}


def _store(call: Call, given: dict[str, Any]) -> User:
    state, email = call.state, given["email"]
    if not email_addresses.is_email(email):
        raise errors.coded(400, "invalid_email", "The e-mail address has a form that is not allowed.")
    user = state.users.find("external_id", given["id"])
    if state.users.find("email", fold(email)) not in (None, user):
        raise errors.coded(400, "email_not_available", "This email is not available.")
    fields = {name: given[name] for name in ("first_name", "last_name", "name", "metadata") if name in given}
    if user is None:
        return users.new(state, email, external_id=given["id"], email_verified=True, **fields)
    if fold(email) != fold(user.email):
        if not state.settings.email_change_enabled:
            raise errors.coded(400, "email_change_not_allowed", "Users cannot change their e-mail address.")
        user.email = email
    for name, value in fields.items():
        setattr(user, name, value)
    user.updated_at = state.now()
    state.users.changed(user)
    return user
