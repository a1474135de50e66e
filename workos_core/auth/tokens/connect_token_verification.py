"""Verification of the tokens that the AuthKit domain issues to Connect applications: MCP clients, other applications, machines, agents."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, get_args

from attrs import frozen

from workos_core.auth.tokens.argument_checks import check_leeway
from workos_core.auth.tokens.audiences import (
    audiences_of,
    authkit_origin,
    check_audience,
    normalized_url,
    required_values,
)
from workos_core.auth.tokens.claims import text_claim, text_claims
from workos_core.auth.tokens.connect_claims import ConnectTokenClaims, ConnectTokenKind, is_agent
from workos_core.auth.tokens.jwks import SigningKeys
from workos_core.auth.tokens.signed_token import check_times, verified_claims
from workos_core.clock import unix_time
from workos_core.config import DEFAULT_LEEWAY
from workos_core.errors import ConfigurationError, InvalidTokenError
from workos_core.json_types import is_object


def verify_connect_token(
    token: str,
    keys: SigningKeys | Mapping[str, Any],
    *,
    authkit_domain: str,
    audience: str | Sequence[str],
    kinds: Sequence[ConnectTokenKind] = ("user",),
    leeway: float = DEFAULT_LEEWAY,
    now: float | None = None,
    allow_insecure_http: bool = False,
) -> ConnectTokenClaims:
    """Verify a token that an AuthKit domain issued to a Connect application, such as an MCP client, and return its claims.

    Scheme, host and port of audience and issuer are compared in normalized form; paths must be equal, but a trailing slash is ignored for
    URLs without a path.

    Args:
        token: The access token.
        keys: The key set of the AuthKit domain (`/oauth2/jwks`) as decoded JSON, or a `SigningKeys` created from it.
        authkit_domain: The AuthKit domain, such as `example.authkit.app`, or its URL. It is the issuer.
        audience: The audience or audiences of which the token must have one: the URL of your resource server as registered with WorkOS.
        kinds: The accepted kinds. Tokens of applications (`m2m`) have no audience: include `m2m` only if every application of the
            environment may call your server.
        leeway: Seconds of clock skew to allow.
        now: The current Unix time in seconds; defaults to the system clock.
        allow_insecure_http: Whether the AuthKit domain may be a plain http URL of another machine, such as an emulator in a container.

    Raises:
        UnknownKeyError: The key set doesn't contain the key that signed the token.
        InvalidTokenError: The token is forged, malformed, expired or not yet valid, or has another issuer (`wrong_issuer`), audience
            (`wrong_audience`) or kind (`wrong_kind`).
        InvalidArgumentError: The leeway is not a finite number of at least 0.
        ConfigurationError: The domain, the audience or a kind is empty or malformed.
    """
    check_leeway(leeway)
    requirements = ConnectTokenRequirements.check(
        authkit_domain, audience, kinds, allow_insecure_http=allow_insecure_http
    )
    return verify_with_requirements(token, keys, requirements, leeway=leeway, now=now)


@frozen
class ConnectTokenRequirements:
    """What a token must have, checked and normalized.

    Attributes:
        issuer: The origin of the AuthKit domain.
        audiences: The accepted audiences.
        kinds: The accepted kinds.
    """

    issuer: str
    audiences: tuple[str, ...]
    kinds: frozenset[str]

    @classmethod
    def check(
        cls,
        authkit_domain: str,
        audience: str | Sequence[str],
        kinds: Sequence[ConnectTokenKind],
        *,
        allow_insecure_http: bool,
    ) -> "ConnectTokenRequirements":
        """Return the requirements that arguments of `verify_connect_token` describe.

        Raises:
            ConfigurationError: The domain, the audience or a kind is empty or malformed.
        """
        issuer = authkit_origin(authkit_domain, allow_insecure_http=allow_insecure_http)
        return cls(issuer, required_values("audience", audience), frozenset(check_kinds(kinds)))


def verify_with_requirements(
    token: str,
    keys: SigningKeys | Mapping[str, Any],
    requirements: ConnectTokenRequirements,
    *,
    leeway: float,
    now: float | None = None,
) -> ConnectTokenClaims:
    """Verify a token of a Connect application, and return its claims; see `verify_connect_token`."""
    issuer, audiences, accepted = requirements.issuer, requirements.audiences, requirements.kinds
    claims = verified_claims(token, keys if isinstance(keys, SigningKeys) else SigningKeys(keys))
    expires_at, issued_at = check_times(claims, unix_time() if now is None else now, leeway)
    token_issuer = text_claim(claims, "iss")
    if token_issuer is None or normalized_url(token_issuer) != issuer:
        raise InvalidTokenError("the issuer of the token is not the AuthKit domain", reason="wrong_issuer")
    kind = _kind_of(claims)
    if kind not in accepted:
        raise InvalidTokenError(
            f"the token is of kind {kind!r}; accepted: {', '.join(sorted(accepted))}", reason="wrong_kind"
        )
    if kind != "m2m" or "aud" in claims:
        check_audience(claims, audiences)
    return ConnectTokenClaims(
        kind=kind,
        sub=claims["sub"],
        sid=text_claim(claims, "sid"),
        aud=audiences_of(claims),
        iss=token_issuer,
        exp=expires_at,
        iat=issued_at,
        jti=text_claim(claims, "jti"),
        org_id=text_claim(claims, "org_id"),
        scopes=_scopes(claims),
        permissions=text_claims(claims, "permissions"),
        client_id=text_claim(claims, "client_id"),
        act=act if is_object(act := claims.get("act")) else None,
        claims=claims,
    )


def check_kinds(kinds: Sequence[ConnectTokenKind]) -> tuple[ConnectTokenKind, ...]:
    """Return the accepted kinds.

    Raises:
        ConfigurationError: There is none, or one is unknown.
    """
    known: tuple[ConnectTokenKind, ...] = get_args(ConnectTokenKind)
    if not isinstance(kinds, Collection):  # pyright: ignore[reportUnnecessaryIsInstance] - not everybody checks types
        raise ConfigurationError(f"kinds must be a list of {', '.join(map(repr, known))} (got {kinds!r})")
    values = (kinds,) if isinstance(kinds, str) else tuple(kinds)
    unknown = [value for value in values if value not in known]
    if unknown or not values:
        got = f" (got {unknown[0]!r})" if unknown else ""
        raise ConfigurationError(f"kinds must be a list of {', '.join(map(repr, known))}, with at least one{got}")
    return tuple(each for each in known if each in values)


def _kind_of(claims: Mapping[str, Any]) -> ConnectTokenKind:
    """Return the kind of a token. Each kind is recognized by what it has, so that an unknown one is rejected."""
    subject, session = claims.get("sub"), claims.get("sid")
    if not isinstance(subject, str):
        raise InvalidTokenError("the token has no claim 'sub'", reason="missing_claim")
    if is_agent(claims):
        return "agent"
    if claims.get("sub_profile") not in (None, "user") or claims.get("sub_type") is not None:
        raise InvalidTokenError("the token belongs to a widget or to an unknown kind of subject", reason="wrong_kind")
    if subject.startswith("user_") and isinstance(session, str) and session.startswith("app_consent_"):
        return "user"
    if session is None and subject.startswith("client_"):
        return "m2m"
    raise InvalidTokenError(
        "the token does not belong to a Connect application: it is that of a session or an ID token",
        reason="wrong_kind",
    )


def _scopes(claims: Mapping[str, Any]) -> tuple[str, ...]:
    scope = claims.get("scope", claims.get("scp"))
    return (
        tuple(scope.split()) if isinstance(scope, str) else text_claims(claims, "scope" if "scope" in claims else "scp")
    )
