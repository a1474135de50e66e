"""The key pairs of passkeys that a test creates without a browser."""

from base64 import urlsafe_b64decode
from typing import Any

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from fido2 import cbor
from fido2.cose import ES256

_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def generate(random_bytes: bytes) -> ec.EllipticCurvePrivateKey:
    """Return the P-256 key for at least 40 random bytes."""
    return ec.derive_private_key(1 + int.from_bytes(random_bytes) % (_ORDER - 1), ec.SECP256R1())


def load(pem: str) -> ec.EllipticCurvePrivateKey:
    """Return a P-256 key in PEM format.

    Raises:
        ValueError: It is not one.
    """
    try:
        key = load_pem_private_key(pem.encode(), None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, ec.EllipticCurvePrivateKey) or not isinstance(key.curve, ec.SECP256R1):
        raise ValueError("private_key must be a P-256 private key in PEM format without a password")
    return key


def to_pem(key: ec.EllipticCurvePrivateKey) -> str:
    """Return a private key in PEM format (PKCS #8)."""
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


def public_key(key: ec.EllipticCurvePrivateKey) -> bytes:
    """Return the public key of a private key as a COSE key in CBOR."""
    algorithm: Any = ES256
    return cbor.encode(dict(algorithm.from_cryptography_key(key.public_key())))


def is_credential_id(text: str) -> bool:
    """Return whether a text is the base64url of 16 to 1023 bytes, without padding."""
    try:
        data = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        return False
    return text.replace("-", "").replace("_", "").isalnum() and text.isascii() and 16 <= len(data) <= 1023
