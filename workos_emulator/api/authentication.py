"""Handler of the authenticate operation and its grants."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from workos_emulator.api import devices, pending_authentication, provider_users
from workos_emulator.api.registry import Result, operation
from workos_emulator.api.sso import members, profiles
from workos_emulator.auth import authentication_events, invitations, password_sign_in, sign_in_steps
from workos_emulator.auth.call import Call
from workos_emulator.auth.oauth import check_client, check_verifier
from workos_emulator.auth.one_time_codes import redeem_for_sign_in
from workos_emulator.auth.sign_in import SignIn, access_token_claims, authentication_response, require_membership
from workos_emulator.events import sso_sessions
from workos_emulator.http import errors
from workos_emulator.rendering.sessions import session_status
from workos_emulator.storage.objects.codes import Invitation
from workos_emulator.storage.objects.sessions import AuthorizationCode, PendingAuthentication, RefreshToken, Session
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import State, fold


@operation("authenticate")
def authenticate(call: Call) -> Result:
    """Authenticate a user with one of the grants."""
    check_client(call)
    grant = call.body["grant_type"]
    try:
        return _GRANTS[grant](call)
    except errors.ApiError as error:
        if grant in _EVENT_METHODS and error.body.get("code") in authentication_events.FAILURE_CODES:
            user, email = _find_user(call)
            code, message = error.body["code"], error.body["message"]
            authentication_events.emit_failed(call.state, _EVENT_METHODS[grant], user, email, code, message, call.body)
        raise


def _find_user(call: Call) -> tuple[User | None, str | None]:
    """Return the user that the body authenticates and their email address, as far as known."""
    state, email = call.state, call.body.get("email")
    if email is not None:
        return state.users.find("email", fold(email)), email
    pending = state.pending_authentications.get(call.body.get("pending_authentication_token", ""))
    return (state.users.get(pending.user_id) if pending else None), None


def _password(call: Call) -> dict[str, Any]:
    state = call.state
    if not state.settings.password_enabled:
        raise errors.coded(403, "email_password_auth_disabled", "Password authentication is not enabled.")
    user = password_sign_in.authenticate(state, call.body["email"], call.body["password"])
    invitation = invitations.find_for_sign_in(state, call.body.get("invitation_token"), user.email)
    return SignIn.from_call(call, user, "Password", invitation=invitation).complete()


def _authorization_code(call: Call) -> dict[str, Any]:
    state = call.state
    if (profile_code := state.sso.codes.get(call.body["code"])) is not None:
        _check_sso_session(call, profile_code.sso_expires_at)
        return _profile_code(call)
    code = state.authorization_codes.get(call.body["code"])
    user = state.users.get(code.user_id or "") if code else None
    is_usable = code is not None and code.expires_at > state.now() and (user or code.email_completion_id)
    if code is None or not is_usable:
        raise errors.oauth("invalid_grant", f"The code '{call.body['code']}' has expired or is invalid.")
    check_verifier(call, code.code_challenge)
    _check_sso_session(call, code.sso_expires_at)
    if user is None:
        state.authorization_codes.remove(code.id)
        message = "The provider returned no email address. Ask the user for it."
        raise errors.coded(403, "email_completion_required", message, email_completion_token=code.email_completion_id)
    token = call.body.get("invitation_token") or code.invitation_token
    invitation, pending = invitations.find_for_sign_in(state, token, user.email), _pending_of(call, user)
    state.authorization_codes.remove(code.id)
    with sso_sessions.end_with_sign_in(state, code.id, user.email):
        return _sign_in_with_code(call, code, user, invitation, pending)


def _sign_in_with_code(
    call: Call,
    code: AuthorizationCode,
    user: User,
    invitation: Invitation | None,
    pending: PendingAuthentication | None,
) -> dict[str, Any]:
    organization_id = code.organization_id
    if pending is not None:
        organization_id = organization_id or pending.organization_id
    passed = code.passed | {"passkey"}  # only the hosted pages can ask for a passkey
    sign_in = SignIn.from_call(
        call, user, code.authentication_method, organization_id, invitation, passed, code.connection_id
    )
    sign_in = replace(sign_in, impersonator=code.impersonator, authenticated_at=code.authenticated_at)
    result = replace(sign_in, browser_id=code.browser_id).complete()
    if pending is not None:
        call.state.pending_authentications.remove(pending.id)
    return result


def _check_sso_session(call: Call, expires_at: datetime | None) -> None:
    """Check that the SSO session of a code has not timed out: its sign-in would both time out and succeed."""
    if expires_at is not None and expires_at <= call.state.now():
        raise errors.oauth("invalid_grant", "The SSO session of the code has timed out.")


def _pending_of(call: Call, user: User) -> PendingAuthentication | None:
    """Return the sign-in that failed with `sso_required` and that the code completes, if the body has its token."""
    if call.body.get("pending_authentication_token") is None:
        return None
    pending, pending_user = pending_authentication.find(call)
    if pending_user.id != user.id:
        raise pending_authentication.user_mismatch()
    return pending


def _profile_code(call: Call) -> dict[str, Any]:
    """Sign in the user of the profile that a code of the SSO authorization URL is for."""
    code, profile, connection = profiles.find_code(call)
    token = call.body.get("invitation_token")
    invitations.find_for_sign_in(call.state, token, profile.email)
    call.state.sso.codes.remove(code.id)
    with sso_sessions.end_with_sign_in(call.state, call.body["code"], profile.email):
        user = members.find_or_create(call.state, connection, profile, token)
        invitation = invitations.find_for_sign_in(call.state, token, user.email)
        sign_in = SignIn.from_call(call, user, members.method_of(connection), connection.organization_id, invitation)
        return replace(sign_in, connection_id=connection.id).complete()


def _magic_auth(call: Call) -> dict[str, Any]:
    state = call.state
    if not state.settings.magic_auth_enabled:
        raise errors.coded(403, "authentication_method_not_allowed", "Magic Auth is not enabled.")
    user = state.users.find("email", fold(call.body["email"]))
    if user is None:
        raise errors.coded(400, "invalid_one_time_code", "The code is incorrect.")
    invitation = invitations.find_for_sign_in(state, call.body.get("invitation_token"), user.email)
    codes = [code for code in state.codes.magic_auths.group("user", user.id) if fold(code.email) == fold(user.email)]
    redeem_for_sign_in(codes, call.body["code"], state.now())
    return SignIn.from_call(call, user, "MagicAuth", invitation=invitation).complete()


def _email_completion(call: Call) -> dict[str, Any]:
    state = call.state
    completion = provider_users.find_email_completion(state, call.body["email_completion_token"])
    user = provider_users.complete_email(state, completion, call.body["email"])
    invitation = invitations.find_for_sign_in(state, completion.invitation_token, user.email)
    sign_in = SignIn.from_call(call, user, completion.authentication_method, completion.organization_id, invitation)
    return replace(sign_in, email_claimed=True).complete()


def _refresh(call: Call) -> dict[str, Any]:
    state = call.state
    token = state.refresh_tokens.get(call.body["refresh_token"])
    session = state.sessions.get(token.session_id) if token else None
    user = state.users.get(session.user_id) if session else None
    if token is None or session is None or user is None or _is_used_up(state, token):
        raise errors.oauth("invalid_grant", "The refresh token is unknown or used, or its session has ended.")
    if session_status(state, session) != "active":
        raise errors.oauth("invalid_grant", "The session has ended.")
    organization_id = call.body.get("organization_id") or session.organization_id
    if organization_id is not None:
        require_membership(state, user, organization_id)
        if organization_id != session.organization_id:
            _check_switch(call, session, user, organization_id)
    claims = access_token_claims(call.environment, replace(session, organization_id=organization_id))
    session.organization_id = organization_id
    session.updated_at = state.now()
    token.used_at = token.used_at or state.now()
    state.refresh_tokens.changed(token)
    for used in state.refresh_tokens.group("session", session.id):
        if _is_used_up(state, used):
            state.refresh_tokens.remove(used.id)
    return authentication_response(call.environment, session, user, claims)


def _check_switch(call: Call, session: Session, user: User, organization_id: str) -> None:
    """Check that a session meets the policy of an organization that it switches to. The refresh token stays valid if it does not."""
    passed = session.passed | {*sign_in_steps.STEPS, "domain_policy"} - {"mfa"}
    sign_in = SignIn.from_call(call, user, session.authentication_method, None, None, passed, session.connection_id)
    sign_in.check_organization(organization_id)


def _is_used_up(state: State, token: RefreshToken) -> bool:
    return token.used_at is not None and token.used_at + state.settings.refresh_token_grace <= state.now()


_EVENT_METHODS: dict[str, authentication_events.Method] = {
    "password": "password",
    "urn:workos:oauth:grant-type:magic-auth:code": "magic_auth",
    "urn:workos:oauth:grant-type:email-verification:code": "email_verification",
    "urn:workos:oauth:grant-type:mfa-totp": "mfa",
}

_GRANTS: dict[str, Callable[[Call], dict[str, Any]]] = {
    "password": _password,
    "authorization_code": _authorization_code,
    "refresh_token": _refresh,
    "urn:workos:oauth:grant-type:magic-auth:code": _magic_auth,
    "urn:workos:oauth:grant-type:email-verification:code": pending_authentication.verify_email,
    "urn:workos:oauth:grant-type:email-completion": _email_completion,
    "urn:workos:oauth:grant-type:mfa-totp": pending_authentication.verify_second_factor,
    "urn:workos:oauth:grant-type:organization-selection": pending_authentication.choose_organization,
    "urn:workos:oauth:grant-type:radar-email-challenge:code": pending_authentication.verify_radar_email_code,
    "urn:workos:oauth:grant-type:radar-sms-challenge:code": pending_authentication.verify_radar_sms_code,
    "urn:ietf:params:oauth:grant-type:device_code": devices.exchange,
}
