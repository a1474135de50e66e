"""The parts of a JWT that every kind of token shares: its format, its signature and its times."""

import base64
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import Any

from joserfc.errors import JoseError
from joserfc.jws import JWSRegistry

from workos_core.auth.tokens.jwks import ALGORITHM, SigningKeys
from workos_core.errors import InvalidTokenError
from workos_core.json_types import is_object
from workos_core.serialization.base64url import decode_base64url
from workos_core.serialization.json_text import read_object

_MAX_TIME = 253_402_300_800  # the year 10000, which datetime can't represent
_MAX_LENGTH = 1 << 17
_MAX_HEADER = 1 << 10


class UnknownKeyError(InvalidTokenError):
    """The token is signed with a key that is not in the key set.

    Attributes:
        retry_after: Seconds until the key set is fetched again, since the key may be new. `None` if a key set that was just fetched
            doesn't contain the key either.
    """

    retry_after: float | None = None


def check_format(token: object) -> None:
    """Check everything about a token that needs no key.

    Raises:
        InvalidTokenError: The token is malformed.
    """
    _, _, _, content = _split(token)
    if read_object(content) is None:
        raise _malformed("its payload is not a JSON object")


def _split(token: object) -> tuple[str, bytes, bytes, bytes]:
    """Return the ID of the key, the signed text, the signature and the payload of a token."""
    if not isinstance(token, str):
        raise _malformed(f"it must be a str, not {type(token).__name__}")
    if token[:7].lower() == "bearer ":
        raise _malformed("pass it without the scheme Bearer")
    parts = token.split(".") if token.isascii() and len(token) <= _MAX_LENGTH else []
    if len(parts) != 3:
        raise _malformed("it doesn't have three parts of base64url")
    header, payload, signature = parts
    kid = _key_id(header)
    content, signature_bytes = decode_base64url(payload), decode_base64url(signature)
    if content is None or signature_bytes is None:
        raise _malformed("it doesn't have three parts of base64url")
    return kid, f"{header}.{payload}".encode("ascii"), signature_bytes, content


def verified_claims(token: object, keys: SigningKeys) -> dict[str, Any]:
    """Return the claims of a token after verifying its signature."""
    kid, signed, signature, content = _split(token)
    key = keys.get(kid)
    if key is None:
        raise UnknownKeyError("the token is signed with an unknown key", reason="unknown_key")
    if not _registry().get_alg(ALGORITHM).verify(signed, signature, key):
        raise InvalidTokenError("the signature of the token is invalid", reason="bad_signature")
    claims = read_object(content)
    if claims is None:
        raise _malformed("its payload is not a JSON object")
    return claims


@lru_cache(maxsize=64)
def _key_id(text: str) -> str:
    """Return the `kid` of a token header. It is cached, since all tokens signed with the same key have the same header."""
    data = decode_base64url(text) if len(text) <= _MAX_HEADER else None
    header = None if data is None else read_object(data)
    if header is None:
        raise _malformed("its header is not a JSON object in base64url")
    if header.get("alg") != ALGORITHM:  # before any key is used, so that a public key never serves as an HS256 secret
        raise InvalidTokenError(f"the token must be signed with {ALGORITHM}", reason="wrong_algorithm")
    if "crit" in header:  # we support no critical extension, and old versions of joserfc ignore them
        raise InvalidTokenError("the token header has critical extensions (crit)", reason="malformed")
    try:
        _registry().check_header(header)
    except (JoseError, ValueError, TypeError) as error:
        raise _malformed(type(error).__name__) from None
    kid = header.get("kid")
    if not isinstance(kid, str):
        raise InvalidTokenError("the token header has no key ID (kid)", reason="malformed")
    return kid


def _malformed(problem: str) -> InvalidTokenError:
    return InvalidTokenError(f"this is not an access token: {problem}", reason="malformed")


@cache
def _registry() -> JWSRegistry:
    """Return a registry for RS256 that ignores unknown header fields; `crit` is checked separately."""
    return JWSRegistry(algorithms=[ALGORITHM], strict_check_header=False)


def check_times(claims: Mapping[str, Any], now: float, leeway: float) -> tuple[datetime, datetime | None]:
    """Return the times at which the token expires and was issued.

    Raises:
        InvalidTokenError: The token has no expiry, has expired, or is not valid yet.
    """
    exp, nbf, iat = _unix_time(claims, "exp"), _unix_time(claims, "nbf"), _unix_time(claims, "iat")
    if exp is None:
        raise InvalidTokenError("the token has no expiry (exp)", reason="missing_claim")
    if exp + leeway <= now:
        raise InvalidTokenError("the token has expired", reason="expired")
    if max(nbf or 0.0, iat or 0.0) - leeway > now:
        raise InvalidTokenError("the token is not valid yet", reason="not_yet_valid")
    return datetime.fromtimestamp(exp, UTC), None if iat is None else datetime.fromtimestamp(iat, UTC)


def unverified_claims(token: object) -> dict[str, Any]:
    """Return the claims of a token without verifying it, or an empty dict if the token is malformed.

    Use it only for tokens from a trusted source, such as a sealed cookie or the API. Pass all other tokens to `verify_access_token`.
    """
    parts = token.split(".") if isinstance(token, str) else []
    if len(parts) != 3:
        return {}
    try:
        claims: object = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except (ValueError, RecursionError):
        return {}
    return claims if is_object(claims) else {}


def _unix_time(claims: Mapping[str, Any], name: str) -> float | None:
    value = claims.get(name)
    if value is None:
        return None
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not 0 <= value < _MAX_TIME:
        raise InvalidTokenError(f"the claim {name!r} of the token is not a Unix time", reason="malformed")
    return float(value)
