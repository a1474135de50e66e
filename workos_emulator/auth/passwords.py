"""Passwords and imported password hashes."""

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

_TEXT = "emulator"
_COMMON = frozenset({"password", "passw0rd", "qwerty", "letmein", "welcome", "1234567890", "0123456789", "iloveyou"})
_FORMS = {
    "bcrypt": re.compile(r"\$2[abxy]?\$\d\d\$[./A-Za-z0-9]{53}"),
    "argon2": re.compile(r"\$argon2(id|i|d)\$v=\d+\$[a-z]=\d+(,[a-z]+=[^,$]+)*\$[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+"),
    "ssha": re.compile(r"(\{SSHA\})?[A-Za-z0-9+/]{28,}={0,2}"),
    "ssha256": re.compile(r"(\{SSHA256\})?[A-Za-z0-9+/]{43,}={0,2}"),
}


def weaknesses(password: str, settings: Settings) -> list[dict[str, str]]:
    """Why a password is too weak: `{code, message}` for each reason; empty if it is strong enough."""
    weaknesses: list[dict[str, str]] = []
    if len(password) < settings.password_min_length:
        message = f"Password must be at least {settings.password_min_length} characters long."
        weaknesses.append({"code": "password_too_short", "message": message})
    if len(set(password)) < 4 or password.casefold().rstrip("0123456789!") in _COMMON or password in _COMMON:
        weaknesses.append({"code": "password_too_weak", "message": "Password is too easy to guess."})
    return weaknesses


def hash_password(password: str, salt: str) -> PasswordHash:
    """A password to store. The hash is fast: an emulator holds no passwords of real people."""
    return PasswordHash(kind=_TEXT, value=_digest(password, salt), salt=salt)


def is_hash(kind: str, value: str) -> bool:
    """Whether `value` looks like a hash of this type. Types that are not looked into accept any text."""
    form = _FORMS.get(kind)
    return bool(value.strip()) if form is None else form.fullmatch(value) is not None


def matches(stored: PasswordHash, password: str) -> bool:
    """Whether this is the password. False too for a type of hash that cannot be checked on this machine.

    `ssha` and `ssha256` can always be checked, `argon2` with a recent `cryptography`, `bcrypt` where the package of that name
    is installed.
    """
    check = _CHECKS.get(stored.kind)
    return check is not None and check(stored, password)


def _digest(password: str, salt: str) -> str:
    return hmac.new(salt.encode(), password.encode(), sha256).hexdigest()


def _check_text(stored: PasswordHash, password: str) -> bool:
    return hmac.compare_digest(stored.value, _digest(password, stored.salt))


def _check_salted(stored: PasswordHash, password: str) -> bool:
    make = sha1 if stored.kind == "ssha" else sha256
    try:
        raw = b64decode(stored.value.rpartition("}")[2], validate=True)
    except binascii.Error:
        return False
    size = make().digest_size
    digest, salt = raw[:size], raw[size:]
    text = salt + password.encode() if stored.salt_position == "prefix" else password.encode() + salt
    return hmac.compare_digest(digest, make(text).digest())


def _check_bcrypt(stored: PasswordHash, password: str) -> bool:
    with suppress(ImportError, ValueError):
        # Not a dependency, and without types of its own here.
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
    _TEXT: _check_text,
    "ssha": _check_salted,
    "ssha256": _check_salted,
    "bcrypt": _check_bcrypt,
    "argon2": _check_argon2,
}
