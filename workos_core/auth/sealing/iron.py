"""Sealed values (Fe26.2) as iron-session and the WorkOS kits for Node write them: AES-256-CBC and HMAC-SHA-256 under a password.

Keys are derived with a single round, so a password must be random itself: `openssl rand -base64 32` makes one.
"""

import hashlib
import hmac
import os
import re
import time
from collections.abc import Mapping
from math import isfinite
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.padding import PKCS7

from workos_core.auth.sealing.keyring import Password, read_passwords
from workos_core.errors import WorkOSError
from workos_core.serialization.base64url import decode_base64url, encode_base64url
from workos_core.serialization.json_text import read_object, write_json

__all__ = ["Password", "SealError", "seal", "unseal"]

MAX_LENGTH = 65_536
"""Characters of the longest sealed value that is written or read."""

_PREFIX = "Fe26.2"
_MARKER = "~2"
_EXPIRY = re.compile(r"[1-9][0-9]{0,15}")
_SKEW_MS = 60_000


class SealError(WorkOSError):
    """A sealed value can't be opened, or something can't be sealed. Neither message nor attributes have anything of the content.

    Attributes:
        reason: A word for programs, more may come.
            `too_long`, `wrong_component_count`, `wrong_prefix`, `bad_expiration`, `expired`, `unknown_password`, `bad_mac`,
            `bad_encoding` (its parts are not the base64 they should be), `bad_decrypt`, `bad_payload` (what is inside, or to be
            sealed, is not what it should be); of Fernet values also `no_fernet_key`; of a sign-in's cookie also `missing_state`,
            `missing_cookie`, `state_mismatch`. Expiry is looked at before the value is known to be genuine, so `expired` is
            no proof of anything.
    """

    def __init__(self, message: str, *, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


def seal(data: Mapping[str, Any], password: Password, *, ttl: float | None = None, now: float | None = None) -> str:
    """Seal a JSON object, so that only who has the password can read or make it.

    Args:
        data: The object; `json.dumps` must be able to write it.
        password: The password, or several; see `Password`.
        ttl: Seconds for which it can be opened, and 60 more for clocks that differ; None is for ever.
        now: Unix time in seconds; None is the present.

    Raises:
        SealError: The data is no JSON object, the result longer than 65,536 characters, or the expiry no date.
        ConfigurationError: A password is too short.
    """
    key_id, secret = read_passwords(password).sealing()
    text = write_json(dict(data))
    if text is None:
        raise SealError("what is to be sealed can't be written as JSON", reason="bad_payload")
    salt, iv = os.urandom(32).hex(), os.urandom(16)
    encryptor = Cipher(algorithms.AES256(_derive(secret, salt)), modes.CBC(iv)).encryptor()
    padder = PKCS7(128).padder()
    ciphertext = encryptor.update(padder.update(text) + padder.finalize()) + encryptor.finalize()
    parts = [_PREFIX, key_id, salt, encode_base64url(iv), encode_base64url(ciphertext), _expiry(ttl, now)]
    mac_salt = os.urandom(32).hex()
    sealed = "*".join([*parts, mac_salt, _mac(secret, mac_salt, parts)]) + _MARKER
    if len(sealed) > MAX_LENGTH:
        raise SealError(f"sealed it would be longer than {MAX_LENGTH} characters", reason="too_long")
    return sealed


def unseal(sealed: str, password: Password, *, now: float | None = None) -> dict[str, Any]:
    """Open a sealed value.

    Args:
        sealed: The value. The marker at its end (`~2`) is not protected by the password and makes no difference.
        password: The password, or several; see `Password`.
        now: Unix time in seconds; None is the present.

    Raises:
        SealError: It is not genuine, has expired, or is no such value at all. Nothing else is raised, whatever the text is.
        ConfigurationError: A password is too short, also when the value would not need it.
    """
    keyring = read_passwords(password)
    if len(sealed) > MAX_LENGTH:
        raise SealError(f"the sealed value is longer than {MAX_LENGTH} characters", reason="too_long")
    parts = sealed.partition("~")[0].split("*", 8)
    if len(parts) != 8:
        raise SealError("the sealed value has not 8 parts", reason="wrong_component_count")
    prefix, key_id, salt, iv, ciphertext, expiry, mac_salt, mac = parts
    if prefix != _PREFIX:
        raise SealError(f"the sealed value does not begin with {_PREFIX}", reason="wrong_prefix")
    if expiry:
        _check_expiry(expiry, now)
    secrets = keyring.opening(key_id)
    if not secrets:
        raise SealError("the sealed value is of a password with an unknown id", reason="unknown_password")
    # As bytes: compare_digest takes no text beyond ASCII. As text, not decoded: a MAC has one spelling only.
    given = _bytes(mac)
    for secret in secrets:
        if hmac.compare_digest(_mac(secret, mac_salt, parts[:6]).encode(), given):
            return _open(_derive(secret, salt), iv, ciphertext)
    raise SealError("the sealed value is not genuine, or of another password", reason="bad_mac")


def _open(key: bytes, iv_text: str, ciphertext_text: str) -> dict[str, Any]:
    iv, ciphertext = decode_base64url(iv_text), decode_base64url(ciphertext_text)
    if iv is None or ciphertext is None:
        raise SealError("the sealed value is not written in base64url", reason="bad_encoding")
    text = _decrypt(key, iv, ciphertext)
    if text is None:
        raise SealError("the sealed value can't be decrypted", reason="bad_decrypt")
    data = read_object(text)
    if data is None:
        raise SealError("the sealed value holds no JSON object", reason="bad_payload")
    return data


def _decrypt(key: bytes, iv: bytes, ciphertext: bytes) -> bytes | None:
    try:
        decryptor = Cipher(algorithms.AES256(key), modes.CBC(iv)).decryptor()
        padded = decryptor.update(ciphertext) + decryptor.finalize()
    except ValueError:
        return None
    # The value is known to be genuine by now, so that an answer to wrong padding tells nobody anything.
    count = padded[-1] if padded else 0
    return padded[:-count] if 1 <= count <= 16 and padded.endswith(bytes([count]) * count) else None


def _derive(secret: bytes, salt: str) -> bytes:
    """A key. The salt is the text as it stands, not the bytes that its hexadecimal digits mean."""
    return hashlib.pbkdf2_hmac("sha1", secret, _bytes(salt), 1, 32)


def _mac(secret: bytes, salt: str, parts: list[str]) -> str:
    return encode_base64url(hmac.digest(_derive(secret, salt), _bytes("*".join(parts)), "sha256"))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _milliseconds(now: float | None) -> int:
    return round((time.time() if now is None else now) * 1000)


def _expiry(ttl: float | None, now: float | None) -> str:
    if ttl is None:
        return ""
    if isfinite(ttl):
        text = str(_milliseconds(now) + round(ttl * 1000))
        if _EXPIRY.fullmatch(text):
            return text
    raise SealError("now + ttl is no time at which something can expire", reason="bad_expiration")


def _check_expiry(expiry: str, now: float | None) -> None:
    if not _EXPIRY.fullmatch(expiry):
        raise SealError("the expiry of the sealed value is no time", reason="bad_expiration")
    if int(expiry) <= _milliseconds(now) - _SKEW_MS:
        raise SealError("the sealed value has expired", reason="expired")
