"""Password strength, hashing, and imported password hashes."""

import binascii
import hmac
import re
from base64 import b64decode
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha1, sha256
from typing import cast

from workos_emulator.storage.objects.users import PasswordHash
from workos_emulator.storage.settings import Settings

_OWN_KIND = "emulator"
_COMMON = frozenset({"password", "passw0rd", "qwerty", "letmein", "welcome", "1234567890", "0123456789", "iloveyou"})
_PATTERNS = {
    "bcrypt": re.compile(r"\$2[abxy]?\$\d\d\$[./A-Za-z0-9]{53}"),
    "argon2": re.compile(r"\$argon2(id|i|d)\$v=\d+\$[a-z]=\d+(,[a-z]+=[^,$]+)*\$[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+"),
    "ssha": re.compile(r"(\{SSHA\})?[A-Za-z0-9+/]{28,}={0,2}"),
    "ssha256": re.compile(r"(\{SSHA256\})?[A-Za-z0-9+/]{43,}={0,2}"),
}


def weaknesses(password: str, settings: Settings) -> list[dict[str, str]]:
    """Return the reasons why a password is too weak, each as `{code, message}`; empty if it is strong enough."""
    weaknesses: list[dict[str, str]] = []
    if len(password) < settings.password_min_length:
        message = f"Password must be at least {settings.password_min_length} characters long."
        weaknesses.append({"code": "password_too_short", "message": message})
    if len(set(password)) < 4 or password.casefold().rstrip("0123456789!") in _COMMON or password in _COMMON:
        weaknesses.append({"code": "password_too_weak", "message": "Password is too easy to guess."})
    return weaknesses


def hash_password(password: str, salt: str) -> PasswordHash:
    """Hash a password. The hash is a fast one, because an emulator stores no passwords of real people."""
    return PasswordHash(kind=_OWN_KIND, value=_digest(password, salt), salt=salt)


def is_hash(kind: str, value: str) -> bool:
    """Return whether a string has the format of a hash type. Types with an unknown format accept any text."""
    pattern = _PATTERNS.get(kind)
    return bool(value.strip()) if pattern is None else pattern.fullmatch(value) is not None


def matches(stored: PasswordHash, password: str) -> bool:
    """Return whether a password matches the stored hash. False if this machine cannot check the hash type.

    `ssha` and `ssha256` can always be checked. `argon2` requires a recent version of `cryptography`, and `bcrypt` requires
    the package of that name.
    """
    check = _CHECKS.get(stored.kind)
    return check is not None and check(stored, password)


def _digest(password: str, salt: str) -> str:
    return hmac.new(salt.encode(), password.encode(), sha256).hexdigest()


def _check_own(stored: PasswordHash, password: str) -> bool:
    return hmac.compare_digest(stored.value, _digest(password, stored.salt))


def _check_salted(stored: PasswordHash, password: str) -> bool:
    algorithm = sha1 if stored.kind == "ssha" else sha256
    try:
        raw = b64decode(stored.value.rpartition("}")[2], validate=True)
    except binascii.Error:
        return False
    size = algorithm().digest_size
    digest, salt = raw[:size], raw[size:]
    text = salt + password.encode() if stored.salt_position == "prefix" else password.encode() + salt
    return hmac.compare_digest(digest, algorithm(text).digest())


def _check_bcrypt(stored: PasswordHash, password: str) -> bool:
    with suppress(ImportError, ValueError):
        # bcrypt is not a dependency, so type checkers cannot resolve it.
        check = cast(Callable[[bytes, bytes], bool], getattr(__import__("bcrypt"), "checkpw"))  # noqa: B009
        return check(password.encode(), stored.value.encode())
    return False


def _check_argon2(stored: PasswordHash, password: str) -> bool:
    from cryptography.exceptions import InvalidKey, UnsupportedAlgorithm
    from cryptography.hazmat.primitives.kdf import argon2

    name = {"id": "Argon2id", "i": "Argon2i", "d": "Argon2d"}[stored.value.split("$")[1].removeprefix("argon2")]
    with suppress(AttributeError, InvalidKey, UnsupportedAlgorithm, ValueError):
        getattr(argon2, name).verify_phc_encoded(password.encode(), stored.value)
        return True
    return False


_CHECKS: dict[str, Callable[[PasswordHash, str], bool]] = {
    _OWN_KIND: _check_own,
    "ssha": _check_salted,
    "ssha256": _check_salted,
    "bcrypt": _check_bcrypt,
    "argon2": _check_argon2,
}
