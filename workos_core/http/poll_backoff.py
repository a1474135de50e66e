"""The waits between polls of a source that has no news, or is unavailable."""

import random as _random
from collections.abc import Callable


class PollBackoff:
    """Exponential backoff with jitter: the delay doubles up to a maximum, and its upper half is random, so that many processes don't poll in step.

    Args:
        first: The upper bound of the first delay, in seconds.
        longest: The upper bound of all delays, in seconds.
        random: A function that returns a random number from 0 to 1.
    """

    def __init__(self, first: float, longest: float, random: Callable[[], float] = _random.random) -> None:
        self._first = first
        self._longest = longest
        self._random = random
        self._limit = min(first, longest)

    def next(self) -> float:
        """Return the next delay in seconds."""
        limit = self._limit
        self._limit = min(self._longest, limit * 2)
        return limit * (0.5 + 0.5 * self._random())

    def reset(self) -> None:
        """Start again with the first delay."""
        self._limit = min(self._first, self._longest)
