"""Reading the Fernet cookies of the official Python SDK. There is no writing: what was read is sealed as Fe26.2 from then on."""

import base64
from typing import Any

from cryptography.fernet import Fernet, InvalidToken

from workos_core.auth.sealing.iron import MAX_LENGTH, SealError
from workos_core.auth.sealing.keyring import Password, read_passwords
from workos_core.serialization.base64url import decode_base64url
from workos_core.serialization.json_text import read_object

_BEGINNING = "gAAAAA"
_KEY_LENGTH = 44
_TO_STANDARD = bytes.maketrans(b"-_", b"+/")


def is_fernet(value: str) -> bool:
    """Whether a value looks like a Fernet token. Fe26.2 values never do."""
    return value.startswith(_BEGINNING)


def unseal_fernet(token: str, password: Password) -> dict[str, Any]:
    """Open a Fernet token that holds a JSON object. Its age makes no difference.

    Args:
        token: The token.
        password: The password, or several; those that are Fernet keys (32 bytes as 44 characters of base64) are tried.

    Raises:
        SealError: It is not genuine, or no such token at all, or no password is a Fernet key.
        ConfigurationError: A password is too short.
    """
    keys = [key for secret in read_passwords(password).all() if (key := _key(secret))]
    if len(token) > MAX_LENGTH:
        raise SealError(f"the Fernet token is longer than {MAX_LENGTH} characters", reason="too_long")
    # Fernet itself skips characters that are not base64, so that many texts would be the same token.
    unpadded = token.rstrip("=")
    if token != unpadded + "=" * (-len(unpadded) % 4) or decode_base64url(unpadded) is None:
        raise SealError("the Fernet token is not written in base64url", reason="bad_encoding")
    if not keys:
        raise SealError("no cookie password is a Fernet key", reason="no_fernet_key")
    for key in keys:
        text = _decrypt(key, token)
        if text is not None:
            data = read_object(text)
            if data is None:
                raise SealError("the Fernet token holds no JSON object", reason="bad_payload")
            return data
    raise SealError("the Fernet token is not genuine, or of another key", reason="bad_mac")


def _decrypt(key: bytes, token: str) -> bytes | None:
    try:
        return Fernet(key).decrypt(token.encode())
    except InvalidToken:
        return None


def _key(secret: bytes) -> bytes | None:
    """The password as a Fernet key, in the one alphabet that Fernet knows."""
    if len(secret) != _KEY_LENGTH:
        return None
    try:
        raw = base64.b64decode(secret.translate(_TO_STANDARD), validate=True)
    except ValueError:
        return None
    return base64.urlsafe_b64encode(raw) if len(raw) == 32 else None
