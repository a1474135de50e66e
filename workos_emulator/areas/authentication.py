"""Signing in: the grants of authenticate."""

import hmac
from base64 import urlsafe_b64encode
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from workos_emulator import auth, errors, passwords
from workos_emulator.areas import sessions
from workos_emulator.entities import AuthorizationCode, PendingAuthentication, User
from workos_emulator.registry import Answer, Call, operation
from workos_emulator.signin import SignIn, answer, require_membership
from workos_emulator.state import fold


@operation("authenticate")
def authenticate(call: Call) -> Answer:
    """Sign a user in with one of the grants."""
    grant_type = call.body["grant_type"]
    grant = _GRANTS.get(grant_type)
    if grant is None:
        raise errors.coded(501, "not_implemented", f"The emulator does not do the grant {grant_type} yet.")
    _check_client(call)
    return grant(call)


def _check_client(call: Call) -> None:
    if not auth.same(call.body["client_id"], call.environment.client_id):
        raise errors.oauth("invalid_client", "Invalid client ID.")
    secret = call.body.get("client_secret")
    if secret is not None and not auth.same(secret, call.environment.api_key):
        raise errors.oauth("invalid_client", "Invalid client secret.")


def _password(call: Call) -> dict[str, Any]:
    _refuse_invitation(call)
    user = call.state.users.find("email", fold(call.body["email"]))
    if user is None or user.password is None or not passwords.matches(user.password, call.body["password"]):
        raise errors.coded(400, "invalid_credentials", "Invalid credentials.")
    return SignIn.of(call, user, "Password").complete()


def _code(call: Call) -> dict[str, Any]:
    _refuse_invitation(call)
    state = call.state
    code = state.authorization_codes.get(call.body["code"])
    user = state.users.get(code.user_id) if code else None
    if code is None or user is None or code.expires_at <= state.now():
        raise errors.oauth("invalid_grant", f"The code '{call.body['code']}' has expired or is invalid.")
    _check_verifier(call, code)
    state.authorization_codes.remove(code.id)
    return SignIn.of(call, user, code.authentication_method, code.organization_id).complete()


def _check_verifier(call: Call, code: AuthorizationCode) -> None:
    verifier = call.body.get("code_verifier")
    if code.code_challenge is None:
        if verifier is not None:
            message = "A code_verifier was given, but the authorization URL had no code_challenge."
            raise errors.coded(400, "code_challenge_not_found", message)
        if call.body.get("client_secret") is None:
            raise errors.oauth("invalid_client", "Give either client_secret or code_verifier.")
        return
    if verifier is None:
        raise errors.oauth("invalid_grant", "The authorization URL had a code_challenge: code_verifier is needed.")
    digest = urlsafe_b64encode(sha256(verifier.encode()).digest()).decode().rstrip("=")
    if not hmac.compare_digest(digest, code.code_challenge):
        raise errors.oauth("invalid_grant", "The code_verifier does not fit the code_challenge.")


def _refresh(call: Call) -> dict[str, Any]:
    state = call.state
    token = state.refresh_tokens.get(call.body["refresh_token"])
    session = state.sessions.get(token.session_id) if token else None
    user = state.users.get(session.user_id) if session else None
    if token is None or session is None or user is None:
        raise errors.oauth("invalid_grant", "The refresh token is unknown, used, or of a session that has ended.")
    if sessions.status(state, session) != "active":
        raise errors.oauth("invalid_grant", "The session has ended.")
    organization_id = call.body.get("organization_id") or session.organization_id
    if organization_id is not None:
        session.organization_id = require_membership(state, user, organization_id).organization_id
    session.updated_at = state.now()
    state.refresh_tokens.remove(token.id)
    return answer(call.environment, session, user)


def _organization_selection(call: Call) -> dict[str, Any]:
    pending, user = _pending(call)
    result = SignIn.of(call, user, pending.authentication_method, call.body["organization_id"]).complete()
    call.state.pending_authentications.remove(pending.id)
    return result


def _email_verification(call: Call) -> dict[str, Any]:
    state = call.state
    pending, user = _pending(call)
    sent = [v for v in state.email_verifications.group("user", user.id) if fold(v.email) == fold(user.email)]
    verification = next((v for v in sent if auth.same(call.body["code"], v.code)), None)
    if verification is None:
        raise errors.coded(400, "invalid_one_time_code", "The code is not right.")
    if verification.expires_at <= state.now():
        raise errors.coded(400, "one_time_code_expired", "The code has expired.")
    user.email_verified = True
    user.updated_at = state.now()
    for sent_verification in sent:
        state.email_verifications.remove(sent_verification.id)
    state.pending_authentications.remove(pending.id)
    return SignIn.of(call, user, pending.authentication_method, pending.organization_id).complete()


def _pending(call: Call) -> tuple[PendingAuthentication, User]:
    pending = call.state.pending_authentications.get(call.body["pending_authentication_token"])
    user = call.state.users.get(pending.user_id) if pending else None
    if pending is None or user is None or pending.expires_at <= call.state.now():
        message = "The pending authentication token is unknown, used or expired."
        raise errors.coded(400, "invalid_pending_authentication_token", message)
    return pending, user


def _refuse_invitation(call: Call) -> None:
    if call.body.get("invitation_token") is not None:
        raise errors.oauth("invitation_invalid", "The invitation does not exist.")


_GRANTS: dict[str, Callable[[Call], dict[str, Any]]] = {
    "password": _password,
    "authorization_code": _code,
    "refresh_token": _refresh,
    "urn:workos:oauth:grant-type:organization-selection": _organization_selection,
    "urn:workos:oauth:grant-type:email-verification:code": _email_verification,
}
