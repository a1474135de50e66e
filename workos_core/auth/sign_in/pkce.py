"""Proof Key for Code Exchange (RFC 7636): how a client without a secret proves that it began the sign-in it finishes.

The challenge goes into the authorization URL, the verifier stays with the client until the code is exchanged:

    pair = generate_pkce_pair()
    url = workos.user_management.get_authorization_url(..., code_challenge=pair.code_challenge)
    ...
    workos.user_management.authenticate_with_code(code=code, code_verifier=pair.code_verifier)
"""

import hashlib
import re
import secrets
from base64 import urlsafe_b64encode
from typing import Literal

from attrs import field, frozen

from workos_core.errors import InvalidArgumentError

__all__ = ["PKCEPair", "generate_code_challenge", "generate_code_verifier", "generate_pkce_pair"]

_MIN, _MAX = 43, 128
_VERIFIER = re.compile(rf"[A-Za-z0-9\-._~]{{{_MIN},{_MAX}}}")


@frozen
class PKCEPair:
    """A verifier and the challenge made from it.

    Attributes:
        code_verifier: Secret; for the exchange of the code. Not in `repr`.
        code_challenge: For the authorization URL.
        code_challenge_method: Always `S256`, the only method the API takes.
    """

    code_verifier: str = field(repr=False)
    code_challenge: str
    code_challenge_method: Literal["S256"] = "S256"


def generate_code_verifier(length: int = 43) -> str:
    """A random code verifier.

    Args:
        length: How many characters, from 43 (256 bits of randomness) to 128.

    Raises:
        InvalidArgumentError: The length is outside these limits.
    """
    if not _MIN <= length <= _MAX:
        raise InvalidArgumentError(f"a code verifier has {_MIN} to {_MAX} characters, not {length}")
    return secrets.token_urlsafe(_MAX)[:length]  # six random bits in every character


def generate_code_challenge(verifier: str) -> str:
    """The S256 challenge of a verifier: its SHA-256 hash in base64url, without padding.

    Raises:
        InvalidArgumentError: This is no verifier: it has fewer than 43 or more than 128 characters, or others than letters, digits
            and `-._~`.
    """
    if not _VERIFIER.fullmatch(verifier):
        raise InvalidArgumentError(
            f"a code verifier is {_MIN} to {_MAX} letters, digits and -._~; this text of {len(verifier)} characters is not"
        )
    return urlsafe_b64encode(hashlib.sha256(verifier.encode("ascii")).digest()).rstrip(b"=").decode("ascii")


def generate_pkce_pair(length: int = 43) -> PKCEPair:
    """A new random verifier with its challenge.

    Args:
        length: How many characters the verifier has, from 43 to 128.

    Raises:
        InvalidArgumentError: The length is outside these limits.
    """
    verifier = generate_code_verifier(length)
    return PKCEPair(verifier, generate_code_challenge(verifier))


class PKCE:
    """`workos.pkce`: the functions of this module, and nothing more."""

    __slots__ = ()

    generate = staticmethod(generate_pkce_pair)
    generate_code_verifier = staticmethod(generate_code_verifier)
    generate_code_challenge = staticmethod(generate_code_challenge)
