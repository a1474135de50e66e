"""Base64url without padding, of which each sequence of bytes has exactly one text."""

import base64

_TO_STANDARD = str.maketrans("-_", "+/")


def encode_base64url(data: bytes) -> str:
    """The text of some bytes."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decode_base64url(text: str) -> bytes | None:
    """The bytes of a text; None unless it is the very text that `encode_base64url` makes of them."""
    try:
        data = base64.b64decode(text.translate(_TO_STANDARD) + "=" * (-len(text) % 4), validate=True)
    except ValueError:
        return None
    return data if encode_base64url(data) == text else None
