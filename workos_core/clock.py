"""The clock of tokens, cookies, signatures and caches: the system clock, unless a test replaces it."""

import math
import time
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Protocol

_LONGER_THAN_ANY_CACHE = 86_400.0


class ControlledClock(Protocol):
    """A clock that a test controls. It may stand still or be moved in both directions."""

    def unix_time(self) -> float:
        """Return the Unix time in seconds."""
        ...

    def moved_forward(self) -> float:
        """Return the sum of all moves forward, in seconds."""
        ...


_replacement: ControlledClock | None = None
_ended_moves = 0.0
"""The moves forward of replacements that have ended, and a day for each start and end of one, so that nothing stays cached."""


def unix_time() -> float:
    """Return the current Unix time in seconds."""
    replacement = _replacement
    return time.time() if replacement is None else replacement.unix_time()


def seconds_until(moment: object) -> float:
    """Return the seconds until a time in a response; infinity if it is malformed, so that it is text. Without an offset, it is in UTC."""
    if not isinstance(moment, datetime):
        return math.inf
    aware = moment.replace(tzinfo=UTC) if moment.utcoffset() is None else moment
    return aware.timestamp() - unix_time()


def elapsed_time() -> float:
    """Return the time of a clock that never runs backward, in seconds, as `time.monotonic` does.

    It also moves forward when a test moves its clock forward, so that caches expire.
    """
    replacement = _replacement
    return time.monotonic() + _ended_moves + (0.0 if replacement is None else replacement.moved_forward())


@contextmanager
def replace_clock(clock: ControlledClock) -> Generator[None]:
    """Replace the clock in the whole process while the block runs. Everything that was cached before has expired in the block."""
    global _replacement, _ended_moves
    previous = _replacement
    _ended_moves += _LONGER_THAN_ANY_CACHE
    _replacement = clock
    try:
        yield
    finally:
        _ended_moves += clock.moved_forward() + _LONGER_THAN_ANY_CACHE
        _replacement = previous
