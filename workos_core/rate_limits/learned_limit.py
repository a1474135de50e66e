"""A limit that is learned from 429 responses."""

import math

from workos_core.rate_limits.limits import Limit
from workos_core.rate_limits.request_log import RequestLog

MIN_ACCEPTED = 5
"""How many requests must have been accepted before a 429 for their number to become the learned limit."""


class LearnedLimit:
    """An estimate of the limit in force, for when requests are rate limited although the known limit is obeyed.

    The first 429 of an observation sets it to the number of requests accepted since the observation began. It grows by two percent in
    every window without a 429, and is dropped when it is no longer lower than the known limit.

    Args:
        known: The known limit.

    Attributes:
        current: The estimate; None while only the known limit applies.
    """

    def __init__(self, known: Limit) -> None:
        self._known = known
        self.current: Limit | None = None
        self._observed_since = -math.inf
        self._successes = 0  # of requests sent since then

    def restart(self, now: float) -> None:
        """Start a new observation, unless there is an estimate to verify."""
        if self.current is None:
            self._observed_since, self._successes = now, 0

    def record_success(self, sent: float, now: float) -> None:
        """Record that a request was accepted."""
        if sent >= self._observed_since:
            self._successes += 1
            self._grow(now)
        elif self.current is not None:  # it was in flight during the 429 that lowered the limit
            self.current = Limit(self.current.requests + 1, self.current.seconds)

    def record_rate_limited(self, sent: float, now: float, pause: float, paused_until: float, log: RequestLog) -> None:
        """Record that a request was rate limited."""
        start = max(self._observed_since, now - self._known.seconds)
        accepted = log.accepted_since(start)
        is_new = sent >= self._observed_since  # not one of those in flight during an earlier 429
        if is_new and accepted >= MIN_ACCEPTED:
            if self.current is not None:  # the window of the API may have begun before this observation
                accepted = max(accepted, self.current.requests // 2)
            self.current = Limit(accepted, min(now - start + max(pause, 0.1), self._known.seconds))
        self._observed_since, self._successes = max(self._observed_since, paused_until), 0

    def _grow(self, now: float) -> None:
        current = self.current
        if current is None or now < self._observed_since + current.seconds:
            return
        if self._successes >= current.requests * 0.9:
            requests = current.requests + max(1, current.requests // 50)
            is_lower = requests / current.seconds < self._known.requests / self._known.seconds
            self.current = Limit(requests, current.seconds) if is_lower else None
        self._observed_since, self._successes = now, 0
