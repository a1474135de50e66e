"""The passwords that seal and unseal cookies, for password rotation."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias, cast

from attrs import field, frozen

from workos_core.errors import ConfigurationError

Password: TypeAlias = str | Sequence[str] | Mapping[str, str] | Mapping[int, str]
"""One cookie password, a sequence of passwords, or a mapping of IDs to passwords as in iron-session.

Of a sequence, the first password seals and all unseal. Of a mapping, the one with the largest numeric ID seals, and each unseals the
values that carry its id. A password has at least 32 characters, counted in UTF-16 code units as in JavaScript.
"""

MIN_LENGTH = 32
_ID = re.compile(r"[A-Za-z0-9_]{1,64}")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,14}")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SINGLE_ID = "1"
_NO_ID = "default"


@frozen
class Keyring:
    """Validated passwords, as bytes.

    Attributes:
        by_id: The passwords to try, by the ID in the sealed value.
    """

    by_id: Mapping[str, tuple[bytes, ...]] = field(repr=False)

    def newest_password(self) -> tuple[str, bytes]:
        """Return the ID and the password to seal with.

        Raises:
            ConfigurationError: No ID is a number.
        """
        numbers = [key for key in self.by_id if _NUMBER.fullmatch(key)]
        if not numbers:
            raise ConfigurationError("no ID in cookie_password is a number: the password with the largest number seals")
        newest = max(numbers, key=int)
        return newest, self.by_id[newest][0]

    def passwords_for(self, key_id: str) -> tuple[bytes, ...]:
        """Return the passwords to unseal a value with this ID; empty if the ID is unknown."""
        return self.by_id.get(key_id or _NO_ID, ())

    def all_passwords(self) -> list[bytes]:
        """Return every password."""
        return [secret for secrets in self.by_id.values() for secret in secrets]


def load_keyring(password: Password) -> Keyring:
    """Validate cookie passwords and return them as a keyring.

    Raises:
        ConfigurationError: There is no password, a password is too short or not text, or an ID can't occur in a sealed value.
    """
    if not password:
        raise ConfigurationError("cookie_password is empty: pass cookie_password or set WORKOS_COOKIE_PASSWORD")
    if isinstance(password, str):
        return _keyring_of(password)
    given = cast("object", password)  # the caller may have no type checker
    if isinstance(given, (bytes, bytearray)) or not isinstance(given, (Mapping, Sequence)):
        hint = "; call .decode()" if isinstance(given, (bytes, bytearray)) else ""
        raise ConfigurationError(f"cookie_password must be a str, a list or a dict, not {type(given).__name__}{hint}")
    if not isinstance(password, Mapping):
        return Keyring({_SINGLE_ID: tuple(_secret(item) for item in password)})
    by_id = {str(key): (_secret(item),) for key, item in password.items()}
    if not all(_ID.fullmatch(key) for key in by_id):
        raise ConfigurationError("an ID in cookie_password must be 1 to 64 ASCII letters, digits or _")
    return Keyring(by_id)


@lru_cache(maxsize=16)
def _keyring_of(password: str) -> Keyring:
    """Return the keyring of a single password. It is cached, because every request with a session cookie needs it."""
    return Keyring({_SINGLE_ID: (_secret(password),)})


def _secret(value: object) -> bytes:
    if not isinstance(value, str):
        raise ConfigurationError(f"cookie_password must be str, or contain only str (got {type(value).__name__})")
    # A text has at least as many UTF-16 code units as characters.
    if len(value) < MIN_LENGTH and (length := len(value.encode("utf-16-le", "surrogatepass")) // 2) < MIN_LENGTH:
        raise ConfigurationError(
            f"cookie_password must be at least {MIN_LENGTH} characters (got {length}); set it or WORKOS_COOKIE_PASSWORD"
        )
    if _SURROGATE.search(value):  # checked before encoding, whose error message would contain the password
        raise ConfigurationError("cookie_password contains lone surrogates: use text that can be encoded as UTF-8")
    return value.encode()
