"""Verification of the access tokens (JWTs) of signed-in users."""

from collections.abc import Mapping, Sequence
from typing import Any

from workos_core.auth.tokens.argument_checks import accepted_issuers, check_leeway
from workos_core.auth.tokens.audiences import check_audience, required_values
from workos_core.auth.tokens.claims import AccessTokenClaims, text_claim, text_claims
from workos_core.auth.tokens.connect_claims import is_agent
from workos_core.auth.tokens.jwks import SigningKeys
from workos_core.auth.tokens.signed_token import check_times, verified_claims
from workos_core.clock import unix_time
from workos_core.config import DEFAULT_LEEWAY
from workos_core.errors import InvalidTokenError
from workos_core.json_types import is_object

_SESSION_PREFIXES = {"sub": "user_", "sid": "session_"}


def verify_access_token(
    token: str,
    keys: SigningKeys | Mapping[str, Any],
    *,
    issuer: str | Sequence[str] | None = None,
    client_id: str | None = None,
    audience: str | Sequence[str] | None = None,
    leeway: float = DEFAULT_LEEWAY,
    now: float | None = None,
) -> AccessTokenClaims:
    """Verify the access token of a user's session, including signature and times, and return its claims.

    Args:
        token: The access token.
        keys: The key set (JWKS) as decoded JSON, or a `SigningKeys` created from it, which parses each key only once.
        issuer: The accepted issuer or issuers; `None` accepts any.
        client_id: The client ID that the token must have if it has one; `None` accepts any.
        audience: The audience or audiences (`aud`) of which the token must have one, as with a JWT template that sets `aud`; `None`
            accepts any. URLs are compared as by `verify_connect_token`.
        leeway: Seconds of clock skew to allow.
        now: The current Unix time in seconds; defaults to the system clock.

    Raises:
        UnknownKeyError: The key set doesn't contain the key that signed the token.
        InvalidTokenError: The token is forged, malformed, expired or not yet valid, or it does not belong to a user's session, like
            those of agents, widgets and Connect applications. No token raises any other error.
        InvalidArgumentError: The issuer is not a string, or the leeway is not a finite number of at least 0.
        ConfigurationError: The audience is empty or not a string.
    """
    check_leeway(leeway)
    issuers = None if issuer is None else accepted_issuers(issuer)
    audiences = None if audience is None else required_values("audience", audience)
    claims = verified_claims(token, keys if isinstance(keys, SigningKeys) else SigningKeys(keys))
    expires_at, issued_at = check_times(claims, unix_time() if now is None else now, leeway)
    if issuers is not None and claims.get("iss") not in issuers:
        raise InvalidTokenError("the issuer of the token is not an accepted issuer", reason="wrong_issuer")
    if client_id is not None and claims.get("client_id", client_id) != client_id:
        raise InvalidTokenError("the token was issued for another client ID", reason="wrong_client")
    if audiences is not None:
        check_audience(claims, audiences)
    _check_kind(claims)
    return AccessTokenClaims(
        sub=claims["sub"],
        sid=claims["sid"],
        iss=text_claim(claims, "iss"),
        exp=expires_at,
        iat=issued_at,
        jti=text_claim(claims, "jti"),
        org_id=text_claim(claims, "org_id"),
        role=text_claim(claims, "role"),
        roles=text_claims(claims, "roles"),
        permissions=text_claims(claims, "permissions"),
        entitlements=text_claims(claims, "entitlements"),
        feature_flags=text_claims(claims, "feature_flags"),
        client_id=text_claim(claims, "client_id"),
        act=act if is_object(act := claims.get("act")) else None,
        claims=claims,
    )


def _check_kind(claims: Mapping[str, Any]) -> None:
    """Reject every token that is not a user session's: agents, widgets and Connect applications have tokens signed with the same keys."""
    other = claims.get("sub_profile") not in (None, "user") or claims.get("sub_type") is not None
    if other or is_agent(claims):
        raise InvalidTokenError("the token belongs to an agent or a widget, not to a session", reason="wrong_kind")
    for name, prefix in _SESSION_PREFIXES.items():
        value = claims.get(name)
        if not isinstance(value, str):
            raise InvalidTokenError(
                f"the token has no claim {name!r}, so it doesn't belong to a session", reason="missing_claim"
            )
        if not value.startswith(prefix):
            raise InvalidTokenError(
                f"the claim {name!r} of the token doesn't start with {prefix!r}, so it doesn't belong to a user's session; verify tokens "
                "of Connect applications with verify_connect_token()",
                reason="wrong_kind",
            )
