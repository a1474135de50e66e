"""Time-based one-time passwords (RFC 6238): SHA-1, steps of 30 seconds, 6 digits."""

import binascii
import hmac
from base64 import b32decode
from datetime import datetime
from hashlib import sha1
from urllib.parse import quote, urlencode

STEP = 30
"""The time step in seconds."""

DIGITS = 6


def totp_code(secret: str, at: datetime) -> str:
    """Return the code that an authenticator app shows at a given time.

    Args:
        secret: The secret in Base32.
        at: The time, an aware `datetime`.

    Raises:
        ValueError: The secret is not valid Base32.
    """
    return _hotp(_key(secret), step(at))


def step(at: datetime) -> int:
    """Return the number of the time step that contains a time."""
    return int(at.timestamp()) // STEP


def matches(secret: str, candidate: str, at: datetime, window: int = 1) -> bool:
    """Return whether a code is valid at a time, within `window` time steps before and after it."""
    key, current, text = _key(secret), step(at), candidate.encode("utf-8", "replace")
    steps = range(max(0, current - window), current + window + 1)
    return any(hmac.compare_digest(_hotp(key, counter).encode(), text) for counter in steps)


def is_secret(secret: str) -> bool:
    """Return whether a string is a Base32 secret of at least 80 bits."""
    try:
        return len(_key(secret)) >= 10
    except ValueError:
        return False


def uri(secret: str, issuer: str, account: str) -> str:
    """Return the `otpauth:` URI that authenticator apps read from a QR code."""
    label = f"{quote(issuer, safe='')}:{quote(account, safe='@')}"
    return f"otpauth://totp/{label}?{urlencode({'secret': secret, 'issuer': issuer}, quote_via=quote)}"


def _key(secret: str) -> bytes:
    text = "".join(secret.split()).upper().rstrip("=")
    try:
        return b32decode(text + "=" * (-len(text) % 8))
    except binascii.Error as error:
        raise ValueError("the secret is not valid Base32") from error


def _hotp(key: bytes, counter: int) -> str:
    digest = hmac.new(key, counter.to_bytes(8, "big"), sha1).digest()
    offset = digest[-1] & 15
    number = int.from_bytes(digest[offset : offset + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**DIGITS:0{DIGITS}d}"
