"""Sealing of JSON objects in the Fe26.2 format of iron-session and the WorkOS SDKs for Node: AES-256-CBC and HMAC-SHA-256.

The keys are derived from the password with a single round of PBKDF2, so the password must be random: create it with
`openssl rand -base64 32`.
"""

import hashlib
import hmac
import os
import re
from collections.abc import Mapping
from math import isfinite
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.padding import PKCS7

from workos_core.auth.sealing.keyring import Password, load_keyring
from workos_core.clock import unix_time
from workos_core.errors import WorkOSError
from workos_core.serialization.base64url import decode_base64url, encode_base64url
from workos_core.serialization.json_text import read_object, write_json

__all__ = ["Password", "SealError", "seal", "unseal"]

MAX_LENGTH = 65_536
"""Characters of the longest sealed value."""

_PREFIX = "Fe26.2"
_MARKER = "~2"
_EXPIRY = re.compile(r"[1-9][0-9]{0,15}")
_SKEW_MS = 60_000


class SealError(WorkOSError):
    """A value can't be sealed or unsealed. Neither the message nor the attributes contain any of the content.

    Attributes:
        reason: A machine-readable code; new codes may be added.
            `too_long`, `wrong_component_count`, `wrong_prefix`, `bad_expiration`, `expired`, `unknown_password`, `bad_mac`,
            `bad_encoding` (a part is not valid base64url), `bad_decrypt`, `bad_payload` (the content is not what was expected);
            for Fernet tokens also `no_fernet_key`; for the cookie of a sign-in also `missing_state`, `missing_cookie`,
            `state_mismatch`. The expiry is checked before the MAC, so a forged value can be `expired` too.
    """

    def __init__(self, message: str, *, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


def seal(data: Mapping[str, Any], password: Password, *, ttl: float | None = None, now: float | None = None) -> str:
    """Encrypt and sign a JSON object, so that it can be read and created only with the password.

    Args:
        data: The object. `json.dumps` must be able to serialize it.
        password: The password, or several; see `Password`.
        ttl: Seconds until the value expires, plus 60 for clock skew; `None` means that it never expires.
        now: The current Unix time in seconds; defaults to the system clock.

    Raises:
        SealError: The data can't be written as JSON, the result is longer than 65,536 characters, or the expiry is out of range.
        ConfigurationError: A password is too short.
    """
    key_id, secret = load_keyring(password).newest_password()
    text = write_json(dict(data))
    if text is None:
        raise SealError("the data to seal can't be written as JSON", reason="bad_payload")
    salt, iv = os.urandom(32).hex(), os.urandom(16)
    encryptor = Cipher(algorithms.AES256(_derive_key(secret, salt)), modes.CBC(iv)).encryptor()
    padder = PKCS7(128).padder()
    ciphertext = encryptor.update(padder.update(text) + padder.finalize()) + encryptor.finalize()
    parts = [_PREFIX, key_id, salt, encode_base64url(iv), encode_base64url(ciphertext), _expiry(ttl, now)]
    mac_salt = os.urandom(32).hex()
    sealed = "*".join([*parts, mac_salt, _mac(secret, mac_salt, parts)]) + _MARKER
    if len(sealed) > MAX_LENGTH:
        raise SealError(
            f"the sealed value would have {len(sealed)} characters, the maximum is {MAX_LENGTH}", reason="too_long"
        )
    return sealed


def unseal(sealed: str, password: Password, *, now: float | None = None) -> dict[str, Any]:
    """Verify and decrypt a sealed value and return its JSON object.

    Args:
        sealed: The sealed value. The version marker at its end (`~2`) is not authenticated and is ignored.
        password: The password, or several; see `Password`.
        now: The current Unix time in seconds; defaults to the system clock.

    Raises:
        SealError: The value is forged, expired or malformed. No input raises any other error.
        ConfigurationError: A password is too short, even if the value doesn't need that password.
    """
    keyring = load_keyring(password)
    if len(sealed) > MAX_LENGTH:
        raise SealError(
            f"the sealed value has {len(sealed)} characters, the maximum is {MAX_LENGTH}", reason="too_long"
        )
    parts = sealed.partition("~")[0].split("*", 8)
    if len(parts) != 8:
        raise SealError("the sealed value doesn't have 8 parts", reason="wrong_component_count")
    prefix, key_id, salt, iv, ciphertext, expiry, mac_salt, mac = parts
    if prefix != _PREFIX:
        raise SealError(f"the sealed value doesn't start with {_PREFIX}", reason="wrong_prefix")
    if expiry:
        _check_expiry(expiry, now)
    secrets = keyring.passwords_for(key_id)
    if not secrets:
        raise SealError("the sealed value has an unknown password ID", reason="unknown_password")
    # Compared as bytes, since compare_digest accepts only ASCII text; and not decoded, so that a MAC has a single spelling.
    given_mac = _bytes(mac)
    for secret in secrets:
        if hmac.compare_digest(_mac(secret, mac_salt, parts[:6]).encode(), given_mac):
            return _open(_derive_key(secret, salt), iv, ciphertext)
    raise SealError("the sealed value is forged or sealed with another password", reason="bad_mac")


def _open(key: bytes, iv_text: str, ciphertext_text: str) -> dict[str, Any]:
    iv, ciphertext = decode_base64url(iv_text), decode_base64url(ciphertext_text)
    if iv is None or ciphertext is None:
        raise SealError("the sealed value is not valid base64url", reason="bad_encoding")
    text = _decrypt(key, iv, ciphertext)
    if text is None:
        raise SealError("the sealed value can't be decrypted", reason="bad_decrypt")
    data = read_object(text)
    if data is None:
        raise SealError("the content of the sealed value is not a JSON object", reason="bad_payload")
    return data


def _decrypt(key: bytes, iv: bytes, ciphertext: bytes) -> bytes | None:
    try:
        decryptor = Cipher(algorithms.AES256(key), modes.CBC(iv)).decryptor()
        padded = decryptor.update(ciphertext) + decryptor.finalize()
    except ValueError:
        return None
    # The MAC has been verified before, so this is no padding oracle.
    count = padded[-1] if padded else 0
    return padded[:-count] if 1 <= count <= 16 and padded.endswith(bytes([count]) * count) else None


def _derive_key(secret: bytes, salt: str) -> bytes:
    """Derive a key. The salt is the hexadecimal text itself, not the bytes that it encodes."""
    return hashlib.pbkdf2_hmac("sha1", secret, _bytes(salt), 1, 32)


def _mac(secret: bytes, salt: str, parts: list[str]) -> str:
    return encode_base64url(hmac.digest(_derive_key(secret, salt), _bytes("*".join(parts)), "sha256"))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _milliseconds(now: float | None) -> int:
    return round((unix_time() if now is None else now) * 1000)


def _expiry(ttl: float | None, now: float | None) -> str:
    if ttl is None:
        return ""
    if isfinite(ttl):
        text = str(_milliseconds(now) + round(ttl * 1000))
        if _EXPIRY.fullmatch(text):
            return text
    raise SealError(f"ttl leads to an expiry that can't be written (got {ttl})", reason="bad_expiration")


def _check_expiry(expiry: str, now: float | None) -> None:
    if not _EXPIRY.fullmatch(expiry):
        raise SealError("the expiry of the sealed value is not a Unix time in milliseconds", reason="bad_expiration")
    if int(expiry) <= _milliseconds(now) - _SKEW_MS:
        raise SealError("the sealed value has expired", reason="expired")
