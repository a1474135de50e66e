"""Access tokens, ID tokens and refresh tokens of Connect applications."""

from collections.abc import Sequence
from typing import Any

from workos_emulator.auth import sign_in
from workos_emulator.auth.authorization_server import consents
from workos_emulator.storage.environment import Environment
from workos_emulator.storage.objects.connect import ConnectAccessToken, ConnectGrant, ConnectRefreshToken
from workos_emulator.storage.objects.credentials import Application
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import State

Claims = dict[str, Any]


def issue(
    environment: Environment,
    issuer: str,
    grant: ConnectGrant,
    *,
    scopes: Sequence[str],
    resources: Sequence[str],
    token_type: str = "bearer",  # noqa: S107 - not a secret
    shows_scope: bool = False,
    with_nonce: bool = False,
) -> dict[str, Any]:
    """Return the token response for a grant: an access token, and if granted an ID token and a refresh token.

    Args:
        environment: The environment.
        issuer: The issuer of the tokens.
        grant: The grant.
        scopes: The scopes of the access token.
        resources: The audience of the access token; if empty, the environment.
        token_type: The spelling of the token type.
        shows_scope: Whether the response has `scope`, because the client requested other scopes or none.
        with_nonce: Whether the ID token has the nonce of the authorization request.

    Raises:
        ApiError: 400 `token_too_big` if the claims of the JWT template are too large.
    """
    state = environment.state
    claims = sign_in.template_claims(state, grant.user_id, grant.organization_id) | grant.claims
    claims |= {
        "iss": issuer,
        "aud": _audience(environment, resources),
        "sub": grant.user_id,
        "sid": state.authorized_applications.require(grant.authorization_id).consent_id,
    }
    if grant.organization_id is not None:
        claims["org_id"] = grant.organization_id
    response = _access_token(environment, claims, grant.application_id, grant.id, scopes, token_type)
    if "openid" in scopes:
        response["id_token"] = environment.signing_key.sign(_id_token(state, issuer, grant, scopes, with_nonce))
    if "offline_access" in grant.scopes:
        now = state.now()
        token = ConnectRefreshToken(id=state.ids.secret(43), grant_id=grant.id, created_at=now, updated_at=now)
        response["refresh_token"] = state.connect.refresh_tokens.add(token).id
    if shows_scope:
        response["scope"] = " ".join(scopes)
    return response


def issue_m2m(
    environment: Environment, issuer: str, application: Application, scopes: Sequence[str], *, shows_scope: bool = False
) -> dict[str, Any]:
    """Return the token response for an M2M application. `shows_scope` is that of `issue`."""
    claims: Claims = {"iss": issuer, "sub": application.client_id}
    if application.organization_id is not None:
        claims["org_id"] = application.organization_id
    response = _access_token(environment, claims, application.id, None, scopes, "bearer")
    if shows_scope:
        response["scope"] = " ".join(scopes)
    return response


def _access_token(
    environment: Environment,
    claims: Claims,
    application_id: str,
    grant_id: str | None,
    scopes: Sequence[str],
    token_type: str,
) -> dict[str, Any]:
    state, now = environment.state, environment.state.now()
    tokens, lifetime = state.connect.access_tokens, state.settings.access_token_lifetime
    while tokens and (oldest := tokens.at(tokens.numbers()[0])).expires_at <= now:
        tokens.remove(oldest.id)
        if oldest.grant_id is not None and oldest.grant_id != grant_id:
            consents.discard_if_unused(state, oldest.grant_id)
    token = tokens.add(
        ConnectAccessToken(
            id=state.ids.ulid(),
            application_id=application_id,
            grant_id=grant_id,
            scopes=list(scopes),
            expires_at=now + lifetime,
            created_at=now,
            updated_at=now,
        )
    )
    issued, seconds = int(now.timestamp()), int(lifetime.total_seconds())
    claims |= {"jti": token.id, "exp": issued + seconds, "iat": issued}
    return {"access_token": environment.signing_key.sign(claims), "expires_in": seconds, "token_type": token_type}


def _audience(environment: Environment, resources: Sequence[str]) -> str | list[str]:
    if not resources:
        return environment.client_id
    return resources[0] if len(resources) == 1 else list(resources)


def _id_token(state: State, issuer: str, grant: ConnectGrant, scopes: Sequence[str], with_nonce: bool) -> Claims:
    issued = int(state.now().timestamp())
    claims: Claims = {
        "iss": issuer,
        "aud": state.credentials.applications.require(grant.application_id).client_id,
        **user_claims(state.users.require(grant.user_id), scopes),
        "exp": issued + int(state.settings.access_token_lifetime.total_seconds()),
        "iat": issued,
    }
    if grant.authenticated_at is not None:
        claims["auth_time"] = int(grant.authenticated_at.timestamp())
    if with_nonce and grant.nonce is not None:
        claims["nonce"] = grant.nonce
    return claims


def user_claims(user: User, scopes: Sequence[str]) -> Claims:
    """Return the claims about a user that the scopes allow."""
    claims: Claims = {"sub": user.id}
    if "profile" in scopes:
        names = (user.first_name, user.last_name)
        full_name = user.name or " ".join(name for name in names if name)
        values = {"name": full_name, "given_name": user.first_name, "family_name": user.last_name}
        claims |= {name: value for name, value in values.items() if value}
    if "email" in scopes:
        claims |= {"email": user.email, "email_verified": user.email_verified}
    return claims


def find_active(environment: Environment, token: str) -> tuple[Claims, ConnectAccessToken] | None:
    """Return the claims and the stored object of an access token; None if it is invalid, expired or revoked."""
    state = environment.state
    claims = environment.signing_key.verify(token)
    stored = state.connect.access_tokens.get(str(claims.get("jti"))) if claims else None
    if claims is None or stored is None or stored.expires_at <= state.now():
        return None
    if stored.grant_id is None:
        return (claims, stored) if stored.application_id in state.credentials.applications else None
    grant = state.connect.grants.get(stored.grant_id)
    return (claims, stored) if grant is not None and consents.is_valid(state, grant) else None
