"""How long to wait between looks at something that has nothing new, or does not answer."""

import random as _random
from collections.abc import Callable


class PollBackoff:
    """Waits that double up to a limit, each spread at random over its upper half, so that many processes don't ask in step.

    Args:
        first: Seconds; the first wait is at most this long.
        longest: Seconds; no wait is longer.
        random: A number from 0 to 1.
    """

    def __init__(self, first: float, longest: float, random: Callable[[], float] = _random.random) -> None:
        self._first = first
        self._longest = longest
        self._random = random
        self._limit = min(first, longest)

    def next(self) -> float:
        """Seconds to wait now."""
        limit = self._limit
        self._limit = min(self._longest, limit * 2)
        return limit * (0.5 + 0.5 * self._random())

    def reset(self) -> None:
        """Begin with the first wait again."""
        self._limit = min(self._first, self._longest)
