"""Slow start."""

import math
from collections.abc import Collection

_INITIAL_IN_FLIGHT = 24.0
_PROMPT_RESPONSE = 1.0  # seconds


class SlowStart:
    """A bound on the requests in flight that grows with every success, as in TCP.

    It keeps the number of 429 responses small that arrive before the first one takes effect.

    Args:
        trusted: Whether the limit is certainly the one in force. If so, there is no bound.
    """

    def __init__(self, trusted: bool) -> None:
        self._max_in_flight = math.inf if trusted else _INITIAL_IN_FLIGHT

    def is_at_capacity(self, position: int, pending: Collection[float], now: float) -> bool:
        """Return whether the ticket at a position of the queue should wait for responses. A request without one for a second does not count."""
        room = self._max_in_flight - position
        return room <= len(pending) and room <= sum(sent > now - _PROMPT_RESPONSE for sent in pending)

    def record_success(self) -> None:
        """Record that a request was accepted."""
        self._max_in_flight += 1 / self._max_in_flight
