"""Proof Key for Code Exchange (PKCE, RFC 7636): protects the authorization code of a client without a secret.

Put the challenge into the authorization URL and keep the verifier until you exchange the code:

    pair = generate_pkce_pair()
    url = workos.user_management.get_authorization_url(..., code_challenge=pair.code_challenge)
    ...
    workos.user_management.authenticate_with_code(code=code, code_verifier=pair.code_verifier)
"""

import hashlib
import re
from typing import Literal

from attrs import field, frozen

from workos_core.errors import InvalidArgumentError

__all__ = ["PKCEPair", "generate_code_challenge", "generate_code_verifier", "generate_pkce_pair"]

_MIN, _MAX = 43, 128
_VERIFIER = rf"[A-Za-z0-9\-._~]{{{_MIN},{_MAX}}}"


@frozen
class PKCEPair:
    """A code verifier and its code challenge.

    Attributes:
        code_verifier: The secret to send when you exchange the code. Not in `repr`.
        code_challenge: The challenge for the authorization URL.
        code_challenge_method: Always `S256`, the only method that the API accepts.
    """

    code_verifier: str = field(repr=False)
    code_challenge: str
    code_challenge_method: Literal["S256"] = "S256"


def generate_code_verifier(length: int = 43) -> str:
    """Return a random code verifier.

    Args:
        length: The number of characters, from 43 (256 bits of randomness) to 128.

    Raises:
        InvalidArgumentError: The length is outside these limits.
    """
    if not _MIN <= length <= _MAX:
        raise InvalidArgumentError(f"length of a code verifier must be {_MIN} to {_MAX} characters (got {length})")
    import secrets

    return secrets.token_urlsafe(_MAX)[:length]  # six random bits in every character


def generate_code_challenge(verifier: str) -> str:
    """Return the S256 challenge of a verifier: its SHA-256 hash in base64url, without padding.

    Raises:
        InvalidArgumentError: The verifier doesn't consist of 43 to 128 letters, digits and `-._~`.
    """
    if not re.fullmatch(_VERIFIER, verifier):
        raise InvalidArgumentError(
            f"verifier must be {_MIN} to {_MAX} letters, digits and -._~ (got {len(verifier)} characters)"
        )
    from base64 import urlsafe_b64encode

    return urlsafe_b64encode(hashlib.sha256(verifier.encode("ascii")).digest()).rstrip(b"=").decode("ascii")


def generate_pkce_pair(length: int = 43) -> PKCEPair:
    """Return a new random verifier with its challenge.

    Args:
        length: The number of characters of the verifier, from 43 to 128.

    Raises:
        InvalidArgumentError: The length is outside these limits.
    """
    verifier = generate_code_verifier(length)
    return PKCEPair(verifier, generate_code_challenge(verifier))


class PKCE:
    """PKCE verifiers and challenges, as `workos.pkce`."""

    __slots__ = ()

    generate = staticmethod(generate_pkce_pair)
    generate_code_verifier = staticmethod(generate_code_verifier)
    generate_code_challenge = staticmethod(generate_code_challenge)
