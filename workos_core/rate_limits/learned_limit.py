"""A limit that was lowered because 429s recurred, and how it recovers."""

from attrs import frozen

MIN_HOLD = 10.0
"""Seconds for which a learned limit is held before it starts to recover."""
MAX_HOLD = 80.0
"""The longest hold; it doubles each time that a limit is lowered again before it has recovered."""
MAX_STEP = 10.0
"""The longest time between two doublings, so that recovery takes minutes even where the window is a minute."""
MAX_DOUBLINGS = 16


@frozen
class LearnedLimit:
    """A learned limit. It is a function of time, so processes that share it need to exchange nothing more.

    Attributes:
        requests: How many requests the API accepted in a window when the limit was learned.
        seconds: The length of that window.
        since: When it was learned, or when the pause after the 429 ends.
        hold: Seconds for which it does not change. After that it doubles every window without a 429.
    """

    requests: int
    seconds: float
    since: float
    hold: float = MIN_HOLD

    def requests_at(self, now: float) -> int:
        """Return how many requests it allows in a window at a time."""
        elapsed = now - self.since - self.hold
        doublings = 0 if elapsed < 0 else 1 + int(elapsed / min(self.seconds, MAX_STEP))
        return self.requests << min(doublings, MAX_DOUBLINGS)

    def has_recovered(self, now: float, limit: int | None) -> bool:
        """Return whether it no longer restricts.

        Args:
            now: The time.
            limit: How many requests the known limit allows in its whole window, or None without one.
        """
        requests = self.requests_at(now)
        return requests >= (self.requests << MAX_DOUBLINGS if limit is None else limit)
