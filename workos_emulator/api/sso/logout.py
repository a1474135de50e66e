"""Handlers of SSO logout."""

from workos_emulator.api import sessions
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.storage.objects.sso import ProfileToken


@operation("authorizeSsoLogout")
def authorize(call: Call) -> Result:
    """Create a logout URL for a profile, with a single-use token."""
    state, now = call.state, call.state.now()
    profile = state.sso.profiles.get(call.body["profile_id"])
    if profile is None:
        raise call.not_found("Profile", call.body["profile_id"])
    connection = state.sso.connections.get(profile.connection_id)
    if connection is None or connection.state != "active":
        raise errors.oauth("connection_invalid", "The connection of the profile is not active.")
    token = ProfileToken(
        id=state.ids.secret(32),
        profile_id=profile.id,
        expires_at=now + state.settings.profile_token_lifetime,
        created_at=now,
        updated_at=now,
    )
    state.sso.logouts.add(token)
    return {"logout_url": f"{call.request.base_url}/sso/logout?token={token.id}", "logout_token": token.id}


@operation("getSsoLogoutUrl")
def logout(call: Call) -> Result:
    """Sign a profile out by deleting its access tokens. There is no identity provider to redirect to."""
    token = call.state.sso.logouts.remove(call.query["token"])
    if token is None or token.expires_at <= call.state.now():
        raise errors.not_found("Logout token", call.query["token"])
    for issued in call.state.sso.tokens.group("profile", token.profile_id):
        call.state.sso.tokens.remove(issued.id)
    return sessions.signed_out(call)
