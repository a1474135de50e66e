"""The public keys (JWKS) that access tokens are signed with."""

from collections.abc import Mapping
from typing import Any

from joserfc.errors import JoseError
from joserfc.jwk import RSAKey

from workos_core.json_types import is_array, is_object

ALGORITHM = "RS256"


class SigningKeys:
    """The keys of a key set that can have signed an access token; all others in it are passed over.

    Args:
        document: The key set as decoded JSON. What is no key set has no keys.
    """

    def __init__(self, document: object) -> None:
        listed = document.get("keys") if is_object(document) else None
        self._found: dict[str, Mapping[str, Any]] = {}
        for entry in listed if is_array(listed) else ():
            if is_object(entry) and _may_sign(entry) and isinstance(kid := entry.get("kid"), str):
                self._found.setdefault(kid, entry)
        self._keys: dict[str, RSAKey] = {}

    def __repr__(self) -> str:
        return f"SigningKeys({sorted(self._found)})"

    def __len__(self) -> int:
        return len(self._found)

    def get(self, kid: str) -> RSAKey | None:
        """The key with this id; None when there is none that can be used. Read from its numbers once, when it is first asked for."""
        key = self._keys.get(kid)
        if key is None and kid in self._found:
            key = _read(self._found[kid])
            if key is None:
                del self._found[kid]
            else:
                self._keys[kid] = key
        return key


def _may_sign(entry: Mapping[str, Any]) -> bool:
    return (
        entry.get("kty") == "RSA"
        and entry.get("use", "sig") in ("sig", None)
        and entry.get("alg", ALGORITHM) in (ALGORITHM, None)
    )


def _read(entry: Mapping[str, Any]) -> RSAKey | None:
    try:
        return RSAKey.import_key({name: entry[name] for name in ("kty", "n", "e")})
    except (JoseError, ValueError, TypeError, KeyError):
        return None
