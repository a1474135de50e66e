"""Identifiers and secrets."""

import random
import string
from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from workos_emulator.storage.clock import Clock

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_RANDOM_BITS = 80
_LETTERS = string.ascii_letters + string.digits


class Ids:
    """Makes ids and secrets; with a seed, the same ones in every run.

    Ids grow in the order in which they are made, even within a millisecond and when the clock goes back.
    """

    def __init__(self, clock: Clock, seed: int | str | None = None) -> None:
        self._clock = clock
        self._reserved: dict[str, str] = {}
        self._random = random.SystemRandom() if seed is None else random.Random(seed)  # noqa: S311 - repeatable on purpose
        self._last = 0

    def ulid(self) -> str:
        """A ULID: 48 bits of time in milliseconds, then 80 random bits, in 26 characters."""
        fresh = (_milliseconds(self._clock.now()) << _RANDOM_BITS) | self._random.getrandbits(_RANDOM_BITS)
        same_millisecond = fresh >> _RANDOM_BITS <= self._last >> _RANDOM_BITS
        self._last = self._last + 1 if same_millisecond else fresh
        return encode(self._last)

    def new(self, prefix: str) -> str:
        """An id such as `org_01HBEQKA6K4QJAS93VPE39W1JT`, or the one that was planned."""
        return self._reserved.pop(prefix, None) or f"{prefix}_{self.ulid()}"

    @contextmanager
    def reserve(self, prefix: str, id: str) -> Generator[None]:
        """Let the next object with this prefix have this id, if one is made as long as the context lasts."""
        self._reserved[prefix] = id
        try:
            yield
        finally:
            self._reserved.pop(prefix, None)

    @property
    def position(self) -> dict[str, Any]:
        """How far it has come, as JSON."""
        numbers = None if isinstance(self._random, random.SystemRandom) else self._random.getstate()
        return {"last": self._last, "random": numbers}

    @position.setter
    def position(self, position: dict[str, Any]) -> None:
        self._last = max(self._last, position["last"])
        if position.get("random") and not isinstance(self._random, random.SystemRandom):
            self._last = position["last"]
            version, words, gauss = position["random"]
            self._random.setstate((version, tuple(words), gauss))

    def request_id(self) -> str:
        """An id of a request, a UUID."""
        bits = f"{self._random.getrandbits(128):032x}"
        return f"{bits[:8]}-{bits[8:12]}-4{bits[13:16]}-a{bits[17:20]}-{bits[20:]}"

    def secret(self, length: int = 25) -> str:
        """Letters and digits that nobody can guess (unless a seed was given)."""
        return "".join(self._random.choices(_LETTERS, k=length))

    def random_bytes(self, length: int) -> bytes:
        """Random bytes, such as a key."""
        return self._random.randbytes(length)

    def digits(self, length: int) -> str:
        """A one-time code such as `081352`."""
        return "".join(self._random.choices(string.digits, k=length))

    def random_string(self, length: int, alphabet: str) -> str:
        """A text of letters from an alphabet, such as a code to type."""
        return "".join(self._random.choices(alphabet, k=length))


def encode(number: int) -> str:
    """The 26 characters of a number of 128 bits in Crockford's base 32."""
    return "".join(_CROCKFORD[(number >> shift) & 31] for shift in range(125, -5, -5))


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
