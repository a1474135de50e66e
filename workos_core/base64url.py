"""Base64url without padding, of which each sequence of bytes has exactly one text."""

from binascii import a2b_base64, b2a_base64

_TO_URL = bytes.maketrans(b"+/", b"-_")


def encode_base64url(data: bytes) -> str:
    """The text of some bytes."""
    return b2a_base64(data, newline=False).rstrip(b"=").translate(_TO_URL).decode()


def decode_base64url(text: str) -> bytes | None:
    """The bytes of a text; None unless it is the very text that `encode_base64url` makes of them."""
    try:
        data = a2b_base64(text.replace("-", "+").replace("_", "/") + "=="[: -len(text) % 4])
    except ValueError:
        return None
    return data if encode_base64url(data) == text else None
