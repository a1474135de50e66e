"""IDs and secrets."""

import random
import string
from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from workos_emulator.storage.clock import Clock

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_PAIRS = [first + second for first in _CROCKFORD for second in _CROCKFORD]
_RANDOM_BITS = 80
_LETTERS = string.ascii_letters + string.digits


class Ids:
    """A generator of IDs and secrets. With a seed, every run generates the same ones.

    IDs sort in the order in which they are created, even within a millisecond and when the clock moves backward.
    """

    def __init__(self, clock: Clock, seed: int | str | None = None) -> None:
        self._clock = clock
        self._reserved: dict[str, str] = {}
        self._random = random.SystemRandom() if seed is None else random.Random(seed)  # noqa: S311 - deterministic on purpose
        self._last = 0

    def ulid(self) -> str:
        """Return a new ULID: 48 bits of time in milliseconds and 80 random bits, in 26 characters."""
        candidate = (_milliseconds(self._clock.now()) << _RANDOM_BITS) | self._random.getrandbits(_RANDOM_BITS)
        same_millisecond = candidate >> _RANDOM_BITS <= self._last >> _RANDOM_BITS
        self._last = self._last + 1 if same_millisecond else candidate
        return encode(self._last)

    def new(self, prefix: str) -> str:
        """Return a new ID such as `org_01HBEQKA6K4QJAS93VPE39W1JT`, or the one reserved for this prefix."""
        return self._reserved.pop(prefix, None) or f"{prefix}_{self.ulid()}"

    def reserved(self, name: str) -> str | None:
        """Return the value reserved for `name`, such as `client_secret`; None if there is none."""
        return self._reserved.pop(name, None)

    @contextmanager
    def reserve(self, prefix: str, id: str) -> Generator[None]:
        """Reserve an ID for the next object with this prefix, or a value for `reserved`, within the context."""
        self._reserved[prefix] = id
        try:
            yield
        finally:
            self._reserved.pop(prefix, None)

    @property
    def position(self) -> dict[str, Any]:
        """The state of the generator, as JSON."""
        random_state = None if isinstance(self._random, random.SystemRandom) else self._random.getstate()
        return {"last": self._last, "random": random_state}

    @position.setter
    def position(self, position: dict[str, Any]) -> None:
        self._last = max(self._last, position["last"])
        if position.get("random") and not isinstance(self._random, random.SystemRandom):
            self._last = position["last"]
            version, words, gauss = position["random"]
            self._random.setstate((version, tuple(words), gauss))

    def request_id(self) -> str:
        """Return a new request ID, a UUID."""
        bits = f"{self._random.getrandbits(128):032x}"
        return f"{bits[:8]}-{bits[8:12]}-4{bits[13:16]}-a{bits[17:20]}-{bits[20:]}"

    def secret(self, length: int = 25) -> str:
        """Return a secret of random letters and digits. It is unpredictable unless the generator has a seed."""
        return "".join(self._random.choices(_LETTERS, k=length))

    def random_bytes(self, length: int) -> bytes:
        """Return random bytes, for a key or a nonce."""
        return self._random.randbytes(length)

    def digits(self, length: int) -> str:
        """Return random digits, such as the one-time code `081352`."""
        return "".join(self._random.choices(string.digits, k=length))

    def random_string(self, length: int, alphabet: str) -> str:
        """Return a random string over an alphabet, such as a user code."""
        return "".join(self._random.choices(alphabet, k=length))


def encode(number: int) -> str:
    """Encode a 128-bit number in Crockford's Base32 (26 characters)."""
    return "".join([_PAIRS[(number >> shift) & 1023] for shift in range(120, -10, -10)])


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
