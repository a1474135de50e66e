"""The passwords of sealed cookies: which one seals, which ones open."""

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from attrs import field, frozen

from workos_core.errors import ConfigurationError

Password: TypeAlias = str | Sequence[str] | Mapping[str, str] | Mapping[int, str]
"""One password; several, of which the first seals and all open; or passwords by id as iron-session has them, of which the one with
the largest number seals and each opens what bears its id. Each has at least 32 characters, counted in UTF-16 units as JavaScript does.
"""

MIN_LENGTH = 32
_ID = re.compile(r"[A-Za-z0-9_]{1,64}")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,14}")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SINGLE_ID = "1"
_NO_ID = "default"


@frozen
class Keyring:
    """Passwords that are long enough, as bytes.

    Attributes:
        by_id: The passwords to try on what bears an id.
    """

    by_id: Mapping[str, tuple[bytes, ...]] = field(repr=False)

    def sealing(self) -> tuple[str, bytes]:
        """The id and the password to seal with.

        Raises:
            ConfigurationError: No id is a number.
        """
        numbers = [key for key in self.by_id if _NUMBER.fullmatch(key)]
        if not numbers:
            raise ConfigurationError("no id of the cookie passwords is a number, so that none is the newest")
        newest = max(numbers, key=int)
        return newest, self.by_id[newest][0]

    def opening(self, key_id: str) -> tuple[bytes, ...]:
        """The passwords to try on what bears this id; none when the id is unknown."""
        return self.by_id.get(key_id or _NO_ID, ())

    def all(self) -> list[bytes]:
        """Every password."""
        return [secret for secrets in self.by_id.values() for secret in secrets]


def read_passwords(password: Password) -> Keyring:
    """Check the passwords of a setting.

    Raises:
        ConfigurationError: There is none, one is too short or no text, or an id is none that a seal can bear.
    """
    if not password:
        raise ConfigurationError("there is no cookie password")
    if isinstance(password, str):
        return Keyring({_SINGLE_ID: (_secret(password),)})
    if not isinstance(password, Mapping):
        return Keyring({_SINGLE_ID: tuple(_secret(item) for item in password)})
    by_id = {str(key): (_secret(item),) for key, item in password.items()}
    if not all(_ID.fullmatch(key) for key in by_id):
        raise ConfigurationError("the ids of cookie passwords are numbers, or words of ASCII letters, digits and _")
    return Keyring(by_id)


def _secret(value: object) -> bytes:
    if not isinstance(value, str):
        raise ConfigurationError("a cookie password is text")
    # Text has at least as many UTF-16 units as characters.
    if len(value) < MIN_LENGTH and len(value.encode("utf-16-le", "surrogatepass")) // 2 < MIN_LENGTH:
        raise ConfigurationError(f"a cookie password has less than {MIN_LENGTH} characters")
    if _SURROGATE.search(value):  # before encoding, whose error would hold the password
        raise ConfigurationError("a cookie password has characters that are none (lone surrogates)")
    return value.encode()
