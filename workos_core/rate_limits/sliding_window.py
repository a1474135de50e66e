"""A sliding window: the requests that count toward a limit at a time. It reads no clock; times are passed in as `now`, in seconds."""

from bisect import bisect_left, bisect_right, insort
from collections import OrderedDict

LATEST = 1.0
"""Seconds after sending by which the API has counted a request, whenever its response arrives."""


def counted_at(sent: float, now: float, seconds: float) -> float:
    """Return the time from which a request counts whose response arrives now.

    Args:
        sent: When the request was sent.
        now: When the response arrives.
        seconds: The length of the window. At most this long, and at most a second, is taken for transit; the rest is processing time.
    """
    return min(now, sent + min(LATEST, seconds))


class SlidingWindow:
    """The requests that count toward one limit.

    A request holds a slot from when it is sent until `seconds` after the API counted it. When that was is known only from the response,
    so the slot is held until `seconds` after the response, or after `LATEST` seconds where the response takes longer.

    Every operation takes the same time however many requests are in flight.

    Args:
        seconds: The length of the window.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._latest = min(LATEST, seconds)
        # When each was sent, the oldest first. A plain dict finds its first item only after those that were removed before it:
        # with 10,000 requests in flight a call cost half as much again.
        self._in_flight: OrderedDict[int, float] = OrderedDict()
        self._expiries: list[float] = []  # when each slot of a request that was counted becomes free, in order
        self._first = 0  # the first of them that is still to come

    def add(self, ticket: int, now: float) -> None:
        """Count a request that is sent now."""
        self._in_flight[ticket] = now

    def complete(self, ticket: int, now: float) -> None:
        """Record that a response arrived, or that none will."""
        self._advance(now)
        sent = self._in_flight.pop(ticket, None)
        if sent is not None:
            insort(self._expiries, counted_at(sent, now, self._seconds) + self._seconds)

    def remove(self, ticket: int, sent: float, now: float) -> None:
        """Take out a request that the API did not count: it was not sent, or it was rejected."""
        self._advance(now)
        if self._in_flight.pop(ticket, None) is None:
            expiry = sent + self._latest + self._seconds
            index = bisect_left(self._expiries, expiry, lo=self._first)
            if index < len(self._expiries) and self._expiries[index] == expiry:
                del self._expiries[index]

    def in_flight(self, now: float) -> int:
        """Return how many requests were sent within the last `LATEST` seconds and have no response yet."""
        self._advance(now)
        return len(self._in_flight)

    def used(self, now: float) -> int:
        """Return how many slots are held."""
        self._advance(now)
        return len(self._in_flight) + len(self._expiries) - self._first

    def delay(self, requests: int, ahead: int, now: float) -> float:
        """Return the seconds until a request can be sent, as far as is known; 0.0 if it can be sent now.

        Args:
            requests: How many requests the limit allows in a window.
            ahead: How many waiting requests are sent before it.
            now: The time.
        """
        free = requests - self.used(now)
        if ahead < free:
            return 0.0
        excess = max(0, -free)  # slots held beyond the limit, since it was lowered
        windows, place = divmod(ahead - max(0, free), requests)
        index = self._first + excess + place
        # A slot of a request in flight becomes free a window after its response, which may arrive now.
        at = self._expiries[index] if index < len(self._expiries) else now + self._seconds
        return at - now + windows * self._seconds

    def counted(self, now: float) -> int:
        """Return how many slots are held by requests that have a response."""
        self._advance(now)
        return len(self._expiries) - self._first

    def times(self, now: float) -> list[float]:
        """Return when each request that holds a slot was counted, or will be at the latest."""
        self._advance(now)
        counted = [expiry - self._seconds for expiry in self._expiries[self._first :]]
        return [*counted, *(sent + self._latest for sent in self._in_flight.values())]

    def busiest(self, seconds: float, since: float, now: float) -> int:
        """Return the most requests that counted in any period of this length.

        Args:
            seconds: The length of the period, at most the length of the window.
            since: When the first period begins, at the earliest.
            now: The time.
        """
        self._advance(now)
        counted = [expiry - self._seconds for expiry in self._expiries[self._first :]]
        counted = counted[bisect_left(counted, since) :]
        return max(
            (bisect_left(counted, at + seconds, lo=index) - index for index, at in enumerate(counted)), default=0
        )

    def shortened(self, seconds: float) -> "SlidingWindow":
        """Return a window of another length, at most as long as this one, over the same requests."""
        other = SlidingWindow(seconds)
        other._in_flight = self._in_flight.copy()
        other._expiries = [expiry - self._seconds + seconds for expiry in self._expiries[self._first :]]
        return other

    def _advance(self, now: float) -> None:
        """Drop what no longer counts. Each request is moved once and dropped once."""
        overdue = now - self._latest
        while self._in_flight:
            ticket, sent = next(iter(self._in_flight.items()))
            if sent > overdue:
                break
            del self._in_flight[ticket]
            insort(self._expiries, sent + self._latest + self._seconds)
        if self._first < len(self._expiries) and self._expiries[self._first] <= now:
            self._first = bisect_right(self._expiries, now, lo=self._first)
            if self._first * 2 > len(self._expiries):
                del self._expiries[: self._first]
                self._first = 0
