"""The mathematics of one rate limit: who may send when. Neither clock nor I/O, seconds are passed in as `now`."""

import math
from bisect import bisect_left, bisect_right, insort
from itertools import count

from workos_core.rate_limits.limits import Limit

WORTH_LEARNING = 5
"""How many requests must have been accepted before a refusal, for their number to be taken for the limit."""

_ANSWERED_SOON = 1.0
_LATEST = 1.0
_UNKNOWN_PAUSE = 1.0
_FIRST_IN_FLIGHT = 24.0


class SlidingWindow:
    """One limit for one key: a queue of tickets, and the times of the requests that count now.

    In no stretch of `limit.seconds` are more than `limit.requests` requests let through. Tickets are let through in the order in which
    they were drawn; a place is kept for one that comes late. A request that has no answer yet counts a second longer, since nobody knows
    when the API is going to count it.

    When a request is refused all the same, all wait as long as the API says. If enough were accepted before, then what was accepted in
    that stretch is taken for the limit from there on; it grows by two per cent in every stretch without a refusal, until it is no
    tighter than the one that was known.

    Args:
        limit: What is allowed.
        trusted: Whether the limit is surely the one in force. If not, there are at first few requests at a time (more with every
            success), so that few are refused before the first refusal is heard of.
        max_pause: Seconds; the longest pause that a refusal leads to.
    """

    def __init__(self, limit: Limit, *, trusted: bool = False, max_pause: float = 60.0) -> None:
        self.limit = limit
        self.learned: Limit | None = None
        self._max_pause = max_pause
        self._numbers = count()
        self._queue: list[int] = []
        self._times: list[float] = []  # of the requests that count, in order
        self._open: dict[int, float] = {}  # those sent lately that have no answer yet, the oldest first
        self._in_flight = math.inf if trusted else _FIRST_IN_FLIGHT
        self._paused = -math.inf
        self._fresh = -math.inf  # when what is being observed began
        self._successes = 0  # since then

    @property
    def head(self) -> int | None:
        """The ticket that is next."""
        return self._queue[0] if self._queue else None

    def join(self) -> int:
        """Draw a ticket: a place at the end of the queue."""
        ticket = next(self._numbers)
        self._queue.append(ticket)
        return ticket

    def wait(self, ticket: int, now: float) -> float:
        """Seconds until a ticket in the queue can go, as far as is known: never less than 0, and 0 when it can go now."""
        position = bisect_left(self._queue, ticket)
        at = max(self._paused, self._slot(self.limit, position, now))
        if self.learned is not None:
            at = max(at, self._slot(self.learned, position, now))
        return max(0.0, at - now)

    def crowded(self, ticket: int, now: float) -> bool:
        """Whether a ticket should wait for answers first, since it is not sure yet that the limit is the one in force."""
        room = self._in_flight - bisect_left(self._queue, ticket)
        return room <= len(self._open) and room <= sum(sent > now - _ANSWERED_SOON for sent in self._open.values())

    def take(self, ticket: int, now: float) -> None:
        """A ticket leaves the queue, and its request is sent."""
        del self._queue[bisect_left(self._queue, ticket)]
        if self.learned is None and not self._counting(self.limit.seconds, now):
            self._fresh, self._successes = now, 0
        self._forget(now)
        self._forget_open(now)
        insort(self._times, now)
        self._open[ticket] = now

    def sent(self, ticket: int, taken: float, now: float) -> None:
        """A request that was let through goes only now, since another limit held it up."""
        self._move(taken, now)
        if self._open.pop(ticket, None) is not None:
            self._open[ticket] = now

    def leave(self, ticket: int, taken: float | None = None) -> list[int]:
        """A ticket is given back, unused.

        Args:
            ticket: The ticket.
            taken: When it was let through, if it was.

        Returns:
            Tickets that can go a whole stretch earlier than they were told.
        """
        if taken is None:
            position = bisect_left(self._queue, ticket)
            del self._queue[position]
        else:
            position = 0
            self._remove(taken)
            self._open.pop(ticket, None)
        size = min(limit.requests for limit in (self.limit, self.learned) if limit is not None)
        return [self._queue[index] for index in range(size - 1, len(self._queue), size) if index >= position]

    def ended(self, ticket: int) -> None:
        """No answer will come."""
        self._open.pop(ticket, None)

    def accepted(self, ticket: int, sent: float, now: float) -> None:
        """An answer came, and it was no refusal."""
        self._open.pop(ticket, None)
        counts = counted_from(sent, now, self.limit.seconds)
        if counts > sent:
            self._move(sent, counts)
        self._in_flight += 1 / self._in_flight
        if sent >= self._fresh:
            self._successes += 1
            self._grow(now)
        elif self.learned is not None:  # it was under way while another one was refused
            self.learned = Limit(self.learned.requests + 1, self.learned.seconds)

    def refused(self, ticket: int, sent: float, now: float, retry_after: float | None) -> None:
        """The API refused a request: there were too many.

        Args:
            ticket: The ticket.
            sent: When it was sent.
            now: When the answer came.
            retry_after: For how many seconds nothing more will be accepted, if the API said.
        """
        self._open.pop(ticket, None)
        self._remove(sent)  # what is refused does not count
        pause = pause_after(retry_after, self._max_pause)
        if sent >= self._fresh:  # else it is one more of those that were sent before the first refusal
            self._learn(now, pause)
        self._paused = max(self._paused, now + pause)
        self._fresh, self._successes = max(self._fresh, self._paused), 0

    def idle(self, now: float) -> bool:
        """Whether nothing is lost when the bucket is thrown away."""
        used = self._queue or self._open or self._counting(self.limit.seconds, now)
        return not used and self._paused <= now and self.learned is None

    def _slot(self, limit: Limit, position: int, now: float) -> float:
        """When the ticket at a position of the queue can go: as soon as the request so many places before it counts no more."""
        counting = self._counting(limit.seconds, now)
        rounds, place = divmod(position, limit.requests)
        later = place - (limit.requests - counting)
        if later >= 0:
            at = self._times[later - counting] + limit.seconds
        else:
            overdue = [
                sent for sent in self._open.values() if now - limit.seconds - _LATEST < sent <= now - limit.seconds
            ]
            at = now if later + len(overdue) < 0 else overdue[later] + limit.seconds + _LATEST
        return at + rounds * limit.seconds

    def _counting(self, seconds: float, now: float) -> int:
        return len(self._times) - bisect_right(self._times, now - seconds)

    def _forget(self, now: float) -> None:
        old = bisect_right(self._times, now - self.limit.seconds)
        if old * 2 > len(self._times):
            del self._times[:old]

    def _forget_open(self, now: float) -> None:
        while self._open and next(iter(self._open.values())) <= now - self.limit.seconds - _LATEST:
            del self._open[next(iter(self._open))]

    def _move(self, old: float, new: float) -> None:
        self._remove(old)
        insort(self._times, new)

    def _remove(self, time: float) -> None:
        index = bisect_left(self._times, time)
        if index < len(self._times) and self._times[index] == time:
            del self._times[index]

    def _accepted(self, start: float) -> int:
        return max(0, len(self._times) - bisect_left(self._times, start) - len(self._open))

    def _learn(self, now: float, pause: float) -> None:
        start = max(self._fresh, now - self.limit.seconds)
        accepted = self._accepted(start)
        if accepted >= WORTH_LEARNING:
            if self.learned is not None:  # a stretch of the API's may have begun before this one
                accepted = max(accepted, self.learned.requests // 2)
            self.learned = Limit(accepted, min(now - start + max(pause, 0.1), self.limit.seconds))

    def _grow(self, now: float) -> None:
        learned = self.learned
        if learned is None or now < self._fresh + learned.seconds:
            return
        if self._successes >= learned.requests * 0.9:
            more = learned.requests + max(1, learned.requests // 50)
            self.learned = Limit(more, learned.seconds)
            if more / learned.seconds >= self.limit.requests / self.limit.seconds:
                self.learned = None
        self._fresh, self._successes = now, 0


def counted_from(sent: float, now: float, seconds: float) -> float:
    """From when on a request counts that was just answered.

    The API counted it at some time before the answer, nobody knows when. It counts from the answer on, lest what was slow on the way and
    what is quick later meet there.

    Args:
        sent: When it was sent.
        now: When the answer came.
        seconds: Of the limit. More than that, or more than a second, was not spent on the way, but on the work.
    """
    return min(now, sent + min(_LATEST, seconds))


def pause_after(retry_after: float | None, longest: float) -> float:
    """Seconds to wait after a refusal, for which the API asked, or did not."""
    return min(max(0.0, _UNKNOWN_PAUSE if retry_after is None else retry_after), longest)
