"""Handlers of Magic Auth codes."""

from workos_emulator.api import users
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth import email_addresses, invitations
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.one_time_codes import render_magic_auth
from workos_emulator.storage.objects.codes import MagicAuth
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import State, fold


@operation("createMagicAuth")
def create(call: Call) -> Result:
    """Send a Magic Auth code. The user is created if there is none with the email address."""
    invitation_token = call.body.get("invitation_token")
    code = send(
        call.state, find_or_create_user(call.state, call.body["email"], invitation_token), call.body.get("locale")
    )
    attempt = call.body.get("radar_auth_attempt_id")
    return render_magic_auth(code) if attempt is None else {**render_magic_auth(code), "radar_auth_attempt_id": attempt}


def find_or_create_user(state: State, email: str, invitation_token: str | None) -> User:
    """Return the user with this email address, creating one if there is none.

    Raises:
        ApiError: 400 if a code cannot be sent to this address.
    """
    if not state.settings.magic_auth_enabled:
        raise errors.oauth("authentication_method_not_allowed", "Magic Auth is not enabled.")
    if not email_addresses.is_deliverable(email, state.settings):
        raise errors.coded(400, "email_domain_not_deliverable", "The domain of the email address cannot receive email.")
    user = state.users.find("email", fold(email))
    invitation = invitations.find_for_sign_in(state, invitation_token, email)
    if user is None and invitation is None and not state.settings.sign_up_enabled:
        raise errors.oauth("sign_up_not_allowed", "Signing up is not enabled.")
    return user or users.create_user(state, email)


def send(state: State, user: User, locale: str | None = None) -> MagicAuth:
    """Send a Magic Auth code to a user."""
    now = state.now()
    code = MagicAuth(
        id=state.ids.new("magic_auth"),
        user_id=user.id,
        email=user.email,
        code=state.ids.digits(6),
        expires_at=now + state.settings.one_time_code_lifetime,
        created_at=now,
        updated_at=now,
    )
    state.outbox.send("magic_auth", user.email, code.id, code=code.code, locale=locale)
    return state.codes.magic_auths.add(code)


@operation("getMagicAuth")
def get(call: Call) -> Result:
    """Get a Magic Auth code."""
    id = call.path["magic_auth_id"]
    code = call.state.codes.magic_auths.get(id)
    if code is None:
        raise call.not_found("Magic auth", id)
    return render_magic_auth(code)
