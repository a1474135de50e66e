"""Base64url without padding, of which each sequence of bytes has exactly one text."""

from binascii import a2b_base64, b2a_base64

_TO_URL = bytes.maketrans(b"+/", b"-_")
_FROM_URL = bytes.maketrans(b"-_+/=", b"+/***")  # what base64url does not have becomes what no base64 has


def encode_base64url(data: bytes) -> str:
    """The text of some bytes."""
    return b2a_base64(data, newline=False).rstrip(b"=").translate(_TO_URL).decode()


def decode_base64url(text: str) -> bytes | None:
    """The bytes of a text; None unless it is the very text that `encode_base64url` makes of them."""
    rest = len(text) % 4
    try:
        data = a2b_base64(text.encode("ascii").translate(_FROM_URL) + b"=="[: -len(text) % 4], strict_mode=True)
    except ValueError:
        return None
    # Only the last letter can have bits that no byte takes up.
    return data if not rest or encode_base64url(data[1 - rest :]) == text[-rest:] else None
