"""The requests that count toward a limit now."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Collection

from workos_core.rate_limits.limits import Limit

_MAX_TRANSIT = 1.0  # seconds


class RequestLog:
    """The times from which requests count, and the requests without a response.

    A request without a response counts up to a second longer, because the API may count it at any time before it responds.

    Args:
        seconds: The length of the window: a request counts for so long.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._times: list[float] = []  # in order
        self._pending: dict[int, float] = {}  # when each was sent, by ticket, the oldest first

    @property
    def pending(self) -> Collection[float]:
        """The times at which the requests without a response were sent."""
        return self._pending.values()

    def count(self, seconds: float, now: float) -> int:
        """Return the number of requests in the last `seconds`."""
        return len(self._times) - bisect_right(self._times, now - seconds)

    def accepted_since(self, start: float) -> int:
        """Return the number of requests since `start` that have a response."""
        return max(0, len(self._times) - bisect_left(self._times, start) - len(self._pending))

    def free_at(self, limit: Limit, position: int, now: float) -> float:
        """Return when the ticket at a position of the queue can be admitted: when the request `limit.requests` before it no longer counts."""
        count = self.count(limit.seconds, now)
        windows, rest = divmod(position, limit.requests)
        excess = rest - (limit.requests - count)
        if excess >= 0:
            at = self._times[excess - count] + limit.seconds
        else:
            latest = now - limit.seconds
            overdue = [sent for sent in self._pending.values() if latest - _MAX_TRANSIT < sent <= latest]
            at = now if excess + len(overdue) < 0 else overdue[excess] + limit.seconds + _MAX_TRANSIT
        return at + windows * limit.seconds

    def add(self, ticket: int, now: float) -> None:
        """Add a request that is sent now, and drop requests that no longer count."""
        expired = bisect_right(self._times, now - self._seconds)
        if expired * 2 > len(self._times):
            del self._times[:expired]
        while self._pending and next(iter(self._pending.values())) <= now - self._seconds - _MAX_TRANSIT:
            del self._pending[next(iter(self._pending))]
        insort(self._times, now)
        self._pending[ticket] = now

    def delay(self, ticket: int, admitted_at: float, now: float) -> None:
        """Record that an admitted request was not sent until now."""
        self._move(admitted_at, now)
        if self._pending.pop(ticket, None) is not None:
            self._pending[ticket] = now

    def finish(self, ticket: int) -> None:
        """Record that a request has a response, or never will."""
        self._pending.pop(ticket, None)

    def accept(self, ticket: int, sent: float, now: float) -> None:
        """Record that a request was accepted: it counts from when the API counted it at the latest."""
        self.finish(ticket)
        counted = counted_at(sent, now, self._seconds)
        if counted > sent:
            self._move(sent, counted)

    def remove(self, ticket: int, time: float) -> None:
        """Remove a request that does not count: it was not sent, or it was rate limited."""
        self.finish(ticket)
        self._remove_time(time)

    def _move(self, old: float, new: float) -> None:
        self._remove_time(old)
        insort(self._times, new)

    def _remove_time(self, time: float) -> None:
        index = bisect_left(self._times, time)
        if index < len(self._times) and self._times[index] == time:
            del self._times[index]


def counted_at(sent: float, now: float, seconds: float) -> float:
    """Return the time from which a request counts whose response has arrived.

    The API counted it at an unknown time before it responded. It counts from the response on, so that a request with a slow transit
    and a later one with a fast transit do not meet in one window of the API.

    Args:
        sent: When the request was sent.
        now: When the response arrived.
        seconds: The length of the window. At most this long, and at most a second, is taken for transit; the rest is processing time.
    """
    return min(now, sent + min(_MAX_TRANSIT, seconds))
