"""Canonical base64url without padding: each byte string has exactly one encoding (RFC 4648, section 3.5)."""

from binascii import a2b_base64, b2a_base64

_TO_URL = bytes.maketrans(b"+/", b"-_")
_FROM_URL = bytes.maketrans(b"-_+/=", b"+/***")  # `+`, `/` and `=` become invalid characters


def encode_base64url(data: bytes) -> str:
    """Return the base64url encoding of bytes."""
    return b2a_base64(data, newline=False).rstrip(b"=").translate(_TO_URL).decode()


def decode_base64url(text: str) -> bytes | None:
    """Return the decoded bytes, or None if the text is not their canonical encoding, as returned by `encode_base64url`."""
    partial = len(text) % 4
    try:
        data = a2b_base64(text.encode("ascii").translate(_FROM_URL) + b"=="[: -len(text) % 4], strict_mode=True)
    except ValueError:
        return None
    # Only the last character can have unused bits, so only its group is compared.
    return data if not partial or encode_base64url(data[1 - partial :]) == text[-partial:] else None
