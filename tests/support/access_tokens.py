"""Access tokens, signed with a key of the tests."""

import base64
import json
from functools import cache
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from joserfc import jwk


def encode(data: bytes) -> str:
    """Return the base64url encoding without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


@cache
def signing_key(name: str = "one") -> Any:
    """Return the RSA key with this name."""
    return jwk.RSAKey.generate_key(2048)


def public_key(name: str = "one", **fields: Any) -> dict[str, Any]:
    """Return the public part of a key as an entry of a JWKS, with additional fields."""
    return {**signing_key(name).as_dict(private=False), "kid": name, **fields}


def sign_token(claims: Any, *, key: str = "one", payload: bytes | None = None, **header: Any) -> str:
    """Return a token with these claims, or with any payload. A header field that is `None` is omitted."""
    fields = {"alg": "RS256", "kid": "one", **header}
    head = json.dumps({name: value for name, value in fields.items() if value is not None}).encode()
    text = f"{encode(head)}.{encode(json.dumps(claims).encode() if payload is None else payload)}"
    signature = signing_key(key).private_key.sign(text.encode(), padding.PKCS1v15(), hashes.SHA256())
    return f"{text}.{encode(signature)}"
