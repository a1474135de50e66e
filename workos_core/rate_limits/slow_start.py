"""Slow start: how many requests may be in flight before the limit in force is known. It reads no clock; times are in seconds."""

import math
from collections import OrderedDict

INITIAL = 16
"""Requests in flight at first."""
SHARE = 6
"""The part of the accepted requests that may be in flight: a sixth."""
AFTER_429 = 4
"""Requests in flight at first after a 429."""
SHARE_AFTER_429 = 24
"""The same after a 429."""
REJECTED_WITHIN = 0.3
"""Seconds within which a 429 arrives: a request that has no response by then is being processed, and counts as accepted."""
RATE_PERIOD = 1.0
"""Seconds over which the rate before a 429 is measured, if the window of the limit is not shorter."""
HEADROOM = 1.05
"""The factor by which the rate after a 429 exceeds the one before it, so that the calls that waited can catch up."""


class SlowStart:
    """Bounds the requests in flight, so that few are rejected before the first 429 arrives.

    The bound grows with the requests that the API accepted: to a sixth of their number. So at most a sixth of the requests sent until then
    are rejected. A burst of 500 requests against an undocumented limit of 100 per second has less than 5 % of its requests rejected.

    After a 429, the bound starts lower and grows slower. Where responses take long, few requests in flight are a low rate, so requests
    beyond the bound are sent as well, evenly spaced at the rate that the API accepted before the 429.

    Args:
        enabled: False where the limit in force is known, so that the bound applies only after a 429.
    """

    def __init__(self, *, enabled: bool) -> None:
        self._is_enabled = enabled
        self._initial = INITIAL
        self._share = SHARE
        self._accepted = 0
        self._pending: OrderedDict[int, float] = OrderedDict()  # when each was sent, the oldest first
        self._interval = math.inf  # between requests beyond the bound
        self._next_at = math.inf

    @property
    def is_tentative(self) -> bool:
        """Whether no 429 has shown that the limit in force is lower than the known one."""
        return self._initial == INITIAL

    def delay(self, ahead: int, now: float) -> float:
        """Return the seconds until a request can be sent at the latest, if no other is; 0.0 if it can be sent now.

        A response may admit it earlier.

        Args:
            ahead: How many waiting requests are sent before it.
            now: The time.
        """
        if not self._is_enabled:
            return 0.0
        while self._pending and next(iter(self._pending.values())) <= now - REJECTED_WITHIN:
            self._pending.popitem(last=False)
            self._accepted += 1
        if len(self._pending) + ahead < max(self._initial, self._accepted // self._share):
            return 0.0
        paced = self._next_at + ahead * self._interval - now if self._interval < math.inf else math.inf
        oldest = next(iter(self._pending.values()), math.inf)
        return max(0.0, min(paced, oldest + REJECTED_WITHIN - now))

    def add(self, ticket: int, now: float) -> None:
        """Count a request that is sent now."""
        if self._is_enabled:
            self._pending[ticket] = now
            self._next_at = max(self._next_at + self._interval, now)

    def remove(self, ticket: int) -> None:
        """Take out a request that is not sent, or that failed."""
        self._pending.pop(ticket, None)

    def record_success(self, ticket: int) -> None:
        """Record that the API accepted a request."""
        if self._pending.pop(ticket, None) is not None:
            self._accepted += 1

    def restart(self, accepted: int, seconds: float, now: float) -> None:
        """Start over after a 429.

        Args:
            accepted: The most requests that the API accepted in a period before it.
            seconds: The length of that period.
            now: The time.
        """
        self._is_enabled = True  # the limit in force is not the known one
        self._initial, self._share, self._accepted = AFTER_429, SHARE_AFTER_429, 0
        self._interval = seconds / (HEADROOM * accepted + 0.5)  # half a request more: 3 may have been 3.4 per second
        self._next_at = now
