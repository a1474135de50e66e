"""Reading of the Fernet cookies that the official Python SDK writes. This SDK writes Fe26.2 only."""

import base64
from typing import Any

from cryptography.fernet import Fernet, InvalidToken

from workos_core.auth.sealing.iron import MAX_LENGTH, SealError
from workos_core.auth.sealing.keyring import Password, load_keyring
from workos_core.serialization.base64url import decode_base64url
from workos_core.serialization.json_text import read_object

_PREFIX = "gAAAAA"
_KEY_LENGTH = 44
_TO_STANDARD = bytes.maketrans(b"-_", b"+/")


def is_fernet(value: str) -> bool:
    """Return whether a value looks like a Fernet token. Fe26.2 values never do."""
    return value.startswith(_PREFIX)


def unseal_fernet(token: str, password: Password) -> dict[str, Any]:
    """Return the JSON object in a Fernet token. Its age is not checked.

    Args:
        token: The token.
        password: The password, or several. Those that are Fernet keys (32 bytes as 44 characters of base64) are tried.

    Raises:
        SealError: The token is forged or malformed, or no password is a Fernet key.
        ConfigurationError: A password is too short.
    """
    keys = [key for secret in load_keyring(password).all_passwords() if (key := _fernet_key(secret))]
    if len(token) > MAX_LENGTH:
        raise SealError(f"the Fernet token has {len(token)} characters, the maximum is {MAX_LENGTH}", reason="too_long")
    # `Fernet` skips characters that are not base64, so many different texts would decode to the same token.
    unpadded = token.rstrip("=")
    if token != unpadded + "=" * (-len(unpadded) % 4) or decode_base64url(unpadded) is None:
        raise SealError("the Fernet token is not valid base64url", reason="bad_encoding")
    if not keys:
        raise SealError(
            "no cookie password is a Fernet key: add the password of the official Python SDK", reason="no_fernet_key"
        )
    for key in keys:
        text = _decrypt(key, token)
        if text is not None:
            data = read_object(text)
            if data is None:
                raise SealError("the content of the Fernet token is not a JSON object", reason="bad_payload")
            return data
    raise SealError("the Fernet token is forged or encrypted with another key", reason="bad_mac")


def _decrypt(key: bytes, token: str) -> bytes | None:
    try:
        return Fernet(key).decrypt(token.encode())
    except InvalidToken:
        return None


def _fernet_key(secret: bytes) -> bytes | None:
    """Return the password as a Fernet key in base64url, or `None` if it isn't one."""
    if len(secret) != _KEY_LENGTH:
        return None
    try:
        raw = base64.b64decode(secret.translate(_TO_STANDARD), validate=True)
    except ValueError:
        return None
    return base64.urlsafe_b64encode(raw) if len(raw) == 32 else None
