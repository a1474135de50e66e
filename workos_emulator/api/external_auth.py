"""Handler of Standalone Connect: the app's own sign-in page completes a sign-in."""

from typing import Any
from urllib.parse import quote

from workos_emulator.api import users
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth import email_addresses, jwt_template
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import fold


@operation("completeOauth2")
def complete(call: Call) -> Result:
    """Create or update the user with `id` as external ID, and return the redirect URI that completes the sign-in."""
    state, body = call.state, call.body
    authorization = state.codes.external.get(body["external_auth_id"])
    if authorization is None:
        raise call.not_found("External authentication", body["external_auth_id"])
    if authorization.completed_at is not None:
        message = "The sign-in has already been completed."
        raise errors.coded(400, "external_auth_session_already_completed", message)
    if body.get("user_consent_options") and not authorization.takes_consent_options:
        message = "The application does not support user consent options."
        raise errors.coded(400, "user_consent_options_not_supported", message)
    reserved = [
        {"field": f"user_consent_options.{index}.claim", "code": "reserved"}
        for index, option in enumerate(body.get("user_consent_options", ()))
        if option["claim"] in jwt_template.RESERVED
    ]
    if reserved:
        raise errors.invalid(reserved)
    user = _create_or_update_user(call, body["user"])
    authorization.completed_at = authorization.updated_at = state.now()
    authorization.user_id, authorization.consent_options = user.id, body.get("user_consent_options", [])
    state.codes.external.changed(authorization)
    separator = "&" if "?" in authorization.redirect_uri else "?"
    if authorization.flow_id is not None:
        authorization.token = state.ids.secret(43)
        return {"redirect_uri": f"{authorization.redirect_uri}{separator}token={authorization.token}"}
    return {"redirect_uri": f"{authorization.redirect_uri}{separator}external_auth_id={quote(authorization.id)}"}


def _create_or_update_user(call: Call, body: dict[str, Any]) -> User:
    state, email = call.state, body["email"]
    if not email_addresses.is_email(email):
        raise errors.coded(400, "invalid_email", "The email address is invalid.")
    user = state.users.find("external_id", body["id"])
    if state.users.find("email", fold(email)) not in (None, user):
        raise errors.coded(400, "email_not_available", "This email is not available.")
    fields = {name: body[name] for name in ("first_name", "last_name", "name", "metadata") if name in body}
    if user is None:
        return users.create_user(state, email, external_id=body["id"], email_verified=True, **fields)
    if fold(email) != fold(user.email):
        if not state.settings.email_change_enabled:
            raise errors.coded(400, "email_change_not_allowed", "Users may not change their email address.")
        user.email = email
    for name, value in fields.items():
        setattr(user, name, value)
    user.updated_at = state.now()
    state.users.changed(user)
    return user
