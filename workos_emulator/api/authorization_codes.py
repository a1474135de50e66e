"""Authorization codes of sign-ins without hosted pages."""

from workos_emulator.auth.call import Call
from workos_emulator.auth.remembered_sign_ins import RememberedSignIn
from workos_emulator.storage.objects.sessions import AuthorizationCode
from workos_emulator.storage.objects.users import User


def issue(
    call: Call,
    user: User,
    method: str,
    organization_id: str | None,
    *,
    connection_id: str | None,
    browser_id: str | None,
    remembered: RememberedSignIn | None = None,
) -> AuthorizationCode:
    """Create a code for a user, whose earlier sign-in (`remembered`) it may continue."""
    query, state, now = call.query, call.state, call.state.now()
    code = AuthorizationCode(
        id=state.ids.secret(),
        user_id=user.id,
        organization_id=organization_id or query.get("organization_id"),
        authentication_method=method,
        code_challenge=query.get("code_challenge"),
        invitation_token=query.get("invitation_token"),
        passed=remembered.passed if remembered else frozenset(),
        connection_id=connection_id,
        authenticated_at=remembered.authenticated_at if remembered else None,
        browser_id=browser_id,
        expires_at=now + state.settings.authorization_code_lifetime,
        created_at=now,
        updated_at=now,
    )
    return state.authorization_codes.add(code)
