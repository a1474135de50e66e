"""Handlers of SSO profiles, codes and tokens. A new `login_hint` creates a profile, as does `Emulator.seed.profile`."""

import json
from base64 import urlsafe_b64decode
from typing import Any

from workos_emulator.api import organizations
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth import credentials, email_addresses, oauth
from workos_emulator.auth.call import Call
from workos_emulator.events import sso_sessions
from workos_emulator.http import errors, payload
from workos_emulator.rendering.sso import render_profile
from workos_emulator.storage.objects.sso import Connection, Profile, ProfileCode, ProfileToken
from workos_emulator.storage.state import State, fold


def add_profile(state: State, connection_id: str, email: str, *, idp_id: str | None = None, **fields: Any) -> Profile:
    """Create a profile."""
    now = state.now()
    fields.setdefault("raw_attributes", {"email": email})
    profile = Profile(
        id=state.ids.new("prof"),
        connection_id=connection_id,
        idp_id=idp_id or state.ids.secret(20),
        email=email,
        created_at=now,
        updated_at=now,
        **fields,
    )
    return state.sso.profiles.add(profile)


def find_or_add(state: State, connection_id: str, email: str, **fields: Any) -> Profile:
    """Return the profile of an email address at a connection, created with these fields if there is none."""
    profile = state.sso.profiles.find("email", (connection_id, fold(email)))
    return profile or add_profile(state, connection_id, email, **fields)


def issue_code(state: State, profile: Profile, code_challenge: str | None) -> ProfileCode:
    """Create a code that the app exchanges for the profile."""
    now = state.now()
    code = ProfileCode(
        id=state.ids.secret(),
        profile_id=profile.id,
        code_challenge=code_challenge,
        expires_at=now + state.settings.authorization_code_lifetime,
        created_at=now,
        updated_at=now,
    )
    return state.sso.codes.add(code)


@operation("createSsoToken")
def exchange(call: Call) -> Result:
    """Exchange a code, or an ID token of an identity provider, for the profile and an access token."""
    oauth.check_client(call)
    state, now = call.state, call.state.now()
    profile = _redeem_code(call) if call.body["grant_type"] == "authorization_code" else _by_id_token(call)
    token = ProfileToken(
        id=state.ids.secret(),
        profile_id=profile.id,
        expires_at=now + state.settings.profile_token_lifetime,
        created_at=now,
        updated_at=now,
    )
    state.sso.tokens.add(token)
    return {
        "token_type": "Bearer",
        "access_token": token.id,
        "expires_in": int(state.settings.profile_token_lifetime.total_seconds()),
        "profile": render_profile(state, profile),
    }


@operation("getSsoProfile")
def get(call: Call) -> Result:
    """Get the profile that the access token belongs to."""
    token = call.state.sso.tokens.get(credentials.bearer_token(call.request))
    profile = call.state.sso.profiles.get(token.profile_id) if token else None
    if profile is None:
        raise errors.plain(404, "The profile no longer exists.")
    return render_profile(call.state, profile)


def _redeem_code(call: Call) -> Profile:
    """Return the profile that the code in the body is for. The code can be used once."""
    code, profile, _ = find_code(call)
    call.state.sso.codes.remove(code.id)
    sso_sessions.complete(call.state, code.id, emit=True)
    return profile


def find_code(call: Call) -> tuple[ProfileCode, Profile, Connection]:
    """Return the code in the body, the profile that it is for, and the connection of the profile.

    Raises:
        ApiError: 400 if the code is unknown, used or expired, or the code verifier does not match.
    """
    state = call.state
    code = state.sso.codes.get(call.body["code"])
    profile = state.sso.profiles.get(code.profile_id) if code else None
    connection = state.sso.connections.get(profile.connection_id) if profile else None
    if code is None or profile is None or connection is None or code.expires_at <= state.now():
        raise errors.oauth("invalid_grant", f"The code '{call.body['code']}' has expired or is invalid.")
    oauth.check_verifier(call, code.code_challenge)
    return code, profile, connection


def _by_id_token(call: Call) -> Profile:
    """Return the profile in an ID token. Its signature is not verified, because the identity provider does not exist."""
    state, organization = call.state, organizations.find_organization(call, call.body["organization_id"])
    claims = _decode_claims(call.body["subject_token"])
    email, subject = claims.get("email"), claims.get("sub")
    if not isinstance(email, str) or not isinstance(subject, str) or not email_addresses.is_email(email):
        raise errors.oauth("invalid_grant", "The ID token is invalid or lacks the claims sub and email.")
    expiry = claims.get("exp")
    if isinstance(expiry, int | float) and expiry <= state.now().timestamp():
        raise errors.oauth("invalid_grant", "The ID token has expired.")
    connections = [c for c in state.sso.connections.group("organization", organization.id) if c.state == "active"]
    if not connections:
        raise errors.oauth("unauthorized_client", "The organization has no active connection.")
    connection = connections[-1]
    names = {name: claims.get(claim) for name, claim in (("first_name", "given_name"), ("last_name", "family_name"))}
    fields = {name: value for name, value in names.items() if isinstance(value, str)}
    return find_or_add(state, connection.id, email, idp_id=subject, raw_attributes=claims, **fields)


def _decode_claims(token: str) -> dict[str, Any]:
    parts = token.split(".")
    if len(parts) != 3:
        return {}
    try:
        claims: Any = json.loads(urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except (ValueError, RecursionError):
        return {}
    return claims if payload.is_object(claims) else {}
