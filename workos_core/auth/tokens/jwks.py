"""The JSON Web Key Set (JWKS) with the public keys of access tokens."""

from collections.abc import Mapping
from typing import Any

from joserfc.errors import JoseError
from joserfc.jwk import RSAKey

from workos_core.json_types import is_array, is_object
from workos_core.serialization.base64url import decode_base64url

ALGORITHM = "RS256"
MIN_KEY_SIZE = 2048
"""Bits of the smallest RSA key that may sign tokens (RFC 7518, section 3.3)."""


class SigningKeys:
    """The keys of a JWKS that can sign access tokens: RSA keys of at least 2048 bits. Other keys are ignored.

    Args:
        document: The JWKS as decoded JSON. A malformed document has no keys.
    """

    def __init__(self, document: object) -> None:
        entries = document.get("keys") if is_object(document) else None
        self._entries: dict[str, Mapping[str, Any]] = {}
        for entry in entries if is_array(entries) else ():
            if is_object(entry) and _is_signing_key(entry) and isinstance(kid := entry.get("kid"), str):
                self._entries.setdefault(kid, entry)
        self._keys: dict[str, RSAKey] = {}

    def __repr__(self) -> str:
        return f"SigningKeys({sorted(self._entries)})"

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, kid: str) -> RSAKey | None:
        """Return the key with this ID, or `None` if there is no usable one. A key is parsed once, on first use."""
        key = self._keys.get(kid)
        entry = self._entries.get(kid) if key is None else None
        if entry is not None:
            key = _parse(entry)
            if key is None:
                self._entries.pop(kid, None)  # another thread may have removed it
            else:
                self._keys[kid] = key
        return key


def _is_signing_key(entry: Mapping[str, Any]) -> bool:
    return (
        entry.get("kty") == "RSA"
        and entry.get("use", "sig") in ("sig", None)
        and entry.get("alg", ALGORITHM) in (ALGORITHM, None)
        and _size(entry.get("n")) >= MIN_KEY_SIZE
    )


def _size(modulus: object) -> int:
    """Return the bits of an RSA key; 0 if the modulus is malformed."""
    data = decode_base64url(modulus.rstrip("=")) if isinstance(modulus, str) else None
    return int.from_bytes(data or b"").bit_length()


def _parse(entry: Mapping[str, Any]) -> RSAKey | None:
    try:
        return RSAKey.import_key({name: entry[name] for name in ("kty", "n", "e")})
    except (JoseError, ValueError, TypeError, KeyError):
        return None
