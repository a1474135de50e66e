"""Access tokens of signed-in users: their claims, and whether they are genuine."""

import base64
import json
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from attrs import frozen
from joserfc import jwt
from joserfc.errors import BadSignatureError, JoseError
from joserfc.jwk import KeySet
from joserfc.util import to_bytes

from workos_core.errors import InvalidTokenError
from workos_core.shapes import is_array, is_object

ALGORITHMS = ["RS256"]
DEFAULT_LEEWAY = 30.0
"""Seconds by which clocks may differ."""


@frozen
class AccessTokenClaims:
    """What an access token says.

    Attributes:
        sub: The id of the user.
        sid: The id of the session.
        iss: Who issued the token.
        exp: When it expires.
        iat: When it was issued.
        jti: The id of the token.
        org_id: The organization the user is signed in to, if any.
        role: The slug of the user's role there.
        roles: The slugs of all roles there.
        permissions: The permissions these roles give.
        entitlements: What the organization has bought.
        feature_flags: The flags that are on for the user.
        client_id: The client the token is for.
        act: Who acts as the user, if somebody does: `{"sub": …}`.
        claims: Every claim as it stands in the token, your own included.
    """

    sub: str
    sid: str
    iss: str | None
    exp: datetime
    iat: datetime | None
    jti: str | None
    org_id: str | None
    role: str | None
    roles: tuple[str, ...]
    permissions: tuple[str, ...]
    entitlements: tuple[str, ...]
    feature_flags: tuple[str, ...]
    client_id: str | None
    act: Mapping[str, Any] | None
    claims: Mapping[str, Any]


class UnknownKeyError(InvalidTokenError):
    """The token is signed with a key that is not in the key set; a fresh key set may have it."""


def verify_access_token(
    token: str,
    keys: Mapping[str, Any],
    *,
    issuer: str | Sequence[str] | None = None,
    client_id: str | None = None,
    leeway: float = DEFAULT_LEEWAY,
    now: float | None = None,
) -> AccessTokenClaims:
    """Check signature and times of an access token and return its claims.

    Args:
        token: The token.
        keys: The key set (JWKS) as decoded JSON.
        issuer: The issuer, or issuers, to accept; None accepts any.
        client_id: The client the token must be for, where it names one; None accepts any.
        leeway: Seconds by which clocks may differ.
        now: Unix time in seconds; None is the present.

    Raises:
        UnknownKeyError: The key set lacks the key.
        InvalidTokenError: The token is not genuine, or not valid now.
    """
    claims = _verified_claims(token, keys)
    moment = time.time() if now is None else now
    expires = _seconds(claims, "exp")
    if expires is None:
        raise InvalidTokenError("the token has no expiry", reason="missing_claim")
    if expires + leeway <= moment:
        raise InvalidTokenError("the token is expired", reason="expired")
    for name in ("nbf", "iat"):
        starts = _seconds(claims, name)
        if starts is not None and starts - leeway > moment:
            raise InvalidTokenError("the token is not valid yet", reason="not_yet_valid")
    accepted = [issuer] if isinstance(issuer, str) else issuer
    if accepted is not None and claims.get("iss") not in accepted:
        raise InvalidTokenError(f"the token was issued by {claims.get('iss')!r}", reason="wrong_issuer")
    if client_id is not None and claims.get("client_id", client_id) != client_id:
        raise InvalidTokenError("the token is for another client", reason="wrong_client")
    for name in ("sub", "sid"):
        if not isinstance(claims.get(name), str):
            raise InvalidTokenError(
                f"the token has no {name!r}: it is not the token of a user's session", reason="missing_claim"
            )
    issued = _seconds(claims, "iat")
    return AccessTokenClaims(
        sub=claims["sub"],
        sid=claims["sid"],
        iss=_text(claims, "iss"),
        exp=datetime.fromtimestamp(expires, UTC),
        iat=None if issued is None else datetime.fromtimestamp(issued, UTC),
        jti=_text(claims, "jti"),
        org_id=_text(claims, "org_id"),
        role=_text(claims, "role"),
        roles=_texts(claims, "roles"),
        permissions=_texts(claims, "permissions"),
        entitlements=_texts(claims, "entitlements"),
        feature_flags=_texts(claims, "feature_flags"),
        client_id=_text(claims, "client_id"),
        act=act if is_object(act := claims.get("act")) else None,
        claims=claims,
    )


def _verified_claims(token: str, keys: Mapping[str, Any]) -> dict[str, Any]:
    try:
        key_set = KeySet.import_key_set({"keys": list(keys["keys"])})
    except (JoseError, KeyError, TypeError, ValueError) as error:
        raise UnknownKeyError(f"the key set can't be used: {type(error).__name__}", reason="unknown_key") from None
    try:
        token_bytes = to_bytes(token)
        decoded = jwt.decode(token_bytes, key_set, algorithms=ALGORITHMS)
    except BadSignatureError:
        raise InvalidTokenError("the signature is wrong", reason="bad_signature") from None
    except (JoseError, ValueError, TypeError, KeyError) as error:
        kid = _header_kid(token)
        if kid is not None and kid not in {key.get("kid") for key in keys["keys"]}:
            raise UnknownKeyError("the token is signed with an unknown key", reason="unknown_key") from None
        raise InvalidTokenError(f"this is not an access token: {type(error).__name__}", reason="malformed") from None
    return dict(decoded.claims)


def _header_kid(token: str) -> str | None:
    from joserfc.jws import extract_compact

    try:
        kid = extract_compact(to_bytes(token)).headers().get("kid")
    except (JoseError, ValueError, TypeError):
        return None
    return kid if isinstance(kid, str) else None


def unverified_claims(token: object) -> dict[str, Any]:
    """The claims of a token that comes from a source of our own, such as our sealed cookie or the API; empty if it has none.

    Nothing is checked: what an outsider can hand in must go through `verify_access_token`.
    """
    parts = token.split(".") if isinstance(token, str) else []
    if len(parts) != 3:
        return {}
    try:
        claims: object = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except ValueError:
        return {}
    return claims if is_object(claims) else {}


def _seconds(claims: Mapping[str, Any], name: str) -> float | None:
    value = claims.get(name)
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _text(claims: Mapping[str, Any], name: str) -> str | None:
    value = claims.get(name)
    return value if isinstance(value, str) else None


def _texts(claims: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = claims.get(name)
    return tuple(item for item in value if isinstance(item, str)) if is_array(value) else ()
