"""Access tokens of signed-in users: their claims, and whether they are genuine."""

import base64
import json
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import Any

from attrs import frozen
from joserfc.errors import JoseError
from joserfc.jws import JWSRegistry

from workos_core.auth.tokens.jwks import ALGORITHM, SigningKeys
from workos_core.config import DEFAULT_LEEWAY
from workos_core.errors import InvalidTokenError
from workos_core.json_types import is_array, is_object
from workos_core.serialization.base64url import decode_base64url
from workos_core.serialization.json_text import read_object

_END_OF_TIME = 253_402_300_800  # the year 10000, which datetime does not reach
_MAX_LENGTH = 1 << 17
_MAX_HEADER = 1 << 10
_OF_AGENTS = {"agent_registration_id", "agent_instance_id"}
_STANDARD = frozenset(
    [
        "iss",
        "sub",
        "aud",
        "exp",
        "nbf",
        "iat",
        "jti",
        "sid",
        "org_id",
        "role",
        "roles",
        "permissions",
        "entitlements",
        "feature_flags",
        "client_id",
        "act",
        "auth_time",
    ]
)


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

    @property
    def custom(self) -> dict[str, Any]:
        """Your own claims, as the JWT template of the environment makes them: all that WorkOS does not define."""
        return {name: value for name, value in self.claims.items() if name not in _STANDARD}


class UnknownKeyError(InvalidTokenError):
    """The token is signed with a key that is not in the key set.

    Attributes:
        retry_after: Seconds until the keys are fetched again, if they have not just been: the key may be a new one. None when a
            fresh key set does not have it either.
    """

    retry_after: float | None = None


def verify_access_token(
    token: str,
    keys: SigningKeys | Mapping[str, Any],
    *,
    issuer: str | Sequence[str] | None = None,
    client_id: str | None = None,
    leeway: float = DEFAULT_LEEWAY,
    now: float | None = None,
) -> AccessTokenClaims:
    """Check signature and times of the access token of a user's session and return its claims.

    Args:
        token: The token.
        keys: The key set (JWKS) as decoded JSON, or a `SigningKeys` made of it, which saves reading the keys each time.
        issuer: The issuer, or issuers, to accept; None accepts any.
        client_id: The client the token must be for, where it names one; None accepts any.
        leeway: Seconds by which clocks may differ.
        now: Unix time in seconds; None is the present.

    Raises:
        UnknownKeyError: The key set lacks the key.
        InvalidTokenError: The token is not genuine, or not valid now, or that of an agent or a widget. Nothing else is raised,
            whatever the text is.
    """
    claims = _verified_claims(token, keys if isinstance(keys, SigningKeys) else SigningKeys(keys))
    expires, issued = _check_times(claims, time.time() if now is None else now, leeway)
    accepted = [issuer] if isinstance(issuer, str) else issuer
    if accepted is not None and claims.get("iss") not in accepted:
        raise InvalidTokenError(
            "the token was issued by somebody else than the configured issuer", reason="wrong_issuer"
        )
    if client_id is not None and claims.get("client_id", client_id) != client_id:
        raise InvalidTokenError("the token is for another client", reason="wrong_client")
    _check_kind(claims)
    return AccessTokenClaims(
        sub=claims["sub"],
        sid=claims["sid"],
        iss=_text(claims, "iss"),
        exp=expires,
        iat=issued,
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


def _verified_claims(token: object, keys: SigningKeys) -> dict[str, Any]:
    """The payload of a token with a good signature. Each part is read once."""
    parts = token.split(".") if isinstance(token, str) and token.isascii() and len(token) <= _MAX_LENGTH else []
    if len(parts) != 3:
        raise _malformed("it is not three parts of base64url")
    header, payload, signature = parts
    kid = _key_id(header)
    content, signed_with = decode_base64url(payload), decode_base64url(signature)
    if content is None or signed_with is None:
        raise _malformed("it is not three parts of base64url")
    key = keys.get(kid)
    if key is None:
        raise UnknownKeyError("the token is signed with an unknown key", reason="unknown_key")
    if not _registry().get_alg(ALGORITHM).verify(f"{header}.{payload}".encode("ascii"), signed_with, key):
        raise InvalidTokenError("the signature is wrong", reason="bad_signature")
    claims = read_object(content)
    if claims is None:
        raise _malformed("what is signed is no JSON object")
    return claims


@lru_cache(maxsize=64)
def _key_id(text: str) -> str:
    """Which key signed a token, by its header. All tokens that a key signed have the same one."""
    data = decode_base64url(text) if len(text) <= _MAX_HEADER else None
    header = None if data is None else read_object(data)
    if header is None:
        raise _malformed("its header is no JSON object in base64url")
    if header.get("alg") != ALGORITHM:  # before any key is touched: a public key is no secret for HS256
        raise InvalidTokenError(f"access tokens are signed with {ALGORITHM} only", reason="wrong_algorithm")
    if "crit" in header:  # it names what must be understood; nothing is, and old versions of joserfc let it pass
        raise InvalidTokenError("the header asks for something that is not understood", reason="malformed")
    try:
        _registry().check_header(header)
    except (JoseError, ValueError, TypeError) as error:
        raise _malformed(type(error).__name__) from None
    kid = header.get("kid")
    if not isinstance(kid, str):
        raise InvalidTokenError("the token does not say which key signed it", reason="malformed")
    return kid


def _malformed(problem: str) -> InvalidTokenError:
    return InvalidTokenError(f"this is not an access token: {problem}", reason="malformed")


@cache
def _registry() -> JWSRegistry:
    """Header fields that are unknown do no harm, unless `crit` names them."""
    return JWSRegistry(algorithms=[ALGORITHM], strict_check_header=False)


def _check_times(claims: Mapping[str, Any], now: float, leeway: float) -> tuple[datetime, datetime | None]:
    """When the token expires and when it was issued."""
    expires, starts, issued = _seconds(claims, "exp"), _seconds(claims, "nbf"), _seconds(claims, "iat")
    if expires is None:
        raise InvalidTokenError("the token has no expiry", reason="missing_claim")
    if expires + leeway <= now:
        raise InvalidTokenError("the token is expired", reason="expired")
    if max(starts or 0.0, issued or 0.0) - leeway > now:
        raise InvalidTokenError("the token is not valid yet", reason="not_yet_valid")
    return datetime.fromtimestamp(expires, UTC), None if issued is None else datetime.fromtimestamp(issued, UTC)


def _check_kind(claims: Mapping[str, Any]) -> None:
    """Agents and widgets have tokens that the same keys sign; they stand for no user who has signed in."""
    other = claims.get("sub_profile") not in (None, "user") or claims.get("sub_type") is not None
    if other or _OF_AGENTS & claims.keys():
        raise InvalidTokenError("the token is of an agent or a widget, not of a user's session", reason="wrong_kind")
    for name in ("sub", "sid"):
        if not isinstance(claims.get(name), str):
            raise InvalidTokenError(
                f"the token has no {name!r}: it is not the token of a user's session", reason="missing_claim"
            )


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
    if value is None:
        return None
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not 0 <= value < _END_OF_TIME:
        raise InvalidTokenError(f"{name!r} of the token is no time", reason="malformed")
    return float(value)


def _text(claims: Mapping[str, Any], name: str) -> str | None:
    value = claims.get(name)
    return value if isinstance(value, str) else None


def _texts(claims: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = claims.get(name)
    return tuple([item for item in value if isinstance(item, str)]) if is_array(value) else ()
