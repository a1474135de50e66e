"""The sliding window of one limit. It has neither clock nor I/O: the time is passed in as `now`, in seconds."""

import math
from bisect import bisect_left
from itertools import count

from workos_core.rate_limits.learned_limit import LearnedLimit
from workos_core.rate_limits.limits import Limit
from workos_core.rate_limits.request_log import RequestLog
from workos_core.rate_limits.slow_start import SlowStart

_DEFAULT_PAUSE = 1.0


class SlidingWindow:
    """The state of a limit for one scope: a queue of tickets, and the requests that count now.

    At most `limit.requests` requests are admitted in any window of `limit.seconds`, in the order of their tickets; a ticket keeps its
    position even if it asks late. After a 429, no ticket is admitted for the duration that the API states; see also `LearnedLimit`.

    Args:
        limit: The known limit.
        trusted: Whether that limit is certainly the one in force. If not, it is approached by `SlowStart`.
        max_pause: The longest pause after a 429, in seconds.

    Attributes:
        limit: The known limit.
        learned: The limit learned from 429 responses, which applies in addition to the known one.
    """

    def __init__(self, limit: Limit, *, trusted: bool = False, max_pause: float = 60.0) -> None:
        self.limit = limit
        self._max_pause = max_pause
        self._tickets = count()
        self._queue: list[int] = []
        self._log = RequestLog(limit.seconds)
        self.learned = LearnedLimit(limit)
        self._slow_start = SlowStart(trusted)
        self._paused_until = -math.inf

    @property
    def next_ticket(self) -> int | None:
        """The ticket at the head of the queue."""
        return self._queue[0] if self._queue else None

    def enqueue(self) -> int:
        """Return a new ticket at the end of the queue."""
        ticket = next(self._tickets)
        self._queue.append(ticket)
        return ticket

    def position(self, ticket: int) -> int:
        """Return the position of a ticket in the queue, starting at 0."""
        return bisect_left(self._queue, ticket)

    def delay(self, ticket: int, now: float) -> float:
        """Return the estimated seconds until a ticket can be admitted; 0 if the limits allow it now."""
        position = self.position(ticket)
        free_at = [self._log.free_at(limit, position, now) for limit in self._limits()]
        return max(0.0, max(self._paused_until, *free_at) - now)

    def is_at_capacity(self, ticket: int, now: float) -> bool:
        """Return whether a ticket should wait for responses, because it is not certain yet that the known limit is in force."""
        return self._slow_start.is_at_capacity(self.position(ticket), self._log.pending.values(), now)

    def admit(self, ticket: int, now: float) -> None:
        """Remove a ticket from the queue and count its request, which is sent now."""
        del self._queue[self.position(ticket)]
        if not self._log.count(self.limit.seconds, now):
            self.learned.restart(now)
        self._log.add(ticket, now)

    def record_sent(self, ticket: int, admitted_at: float, now: float) -> None:
        """Record that an admitted request is not sent until now, because it waited for another limit."""
        self._log.delay(ticket, admitted_at, now)

    def dequeue(self, ticket: int, admitted_at: float | None = None) -> list[int]:
        """Remove a ticket whose request is not sent.

        Args:
            ticket: The ticket.
            admitted_at: When it was admitted, if it was.

        Returns:
            The tickets that can now be admitted a whole window earlier than estimated.
        """
        if admitted_at is None:
            position = self.position(ticket)
            del self._queue[position]
        else:
            position = 0
            self._log.remove(ticket, admitted_at)
        size = min(limit.requests for limit in self._limits())
        return [self._queue[index] for index in range(size - 1, len(self._queue), size) if index >= position]

    def record_failure(self, ticket: int) -> None:
        """Record that a request failed without a response."""
        self._log.finish(ticket)

    def record_success(self, ticket: int, sent: float, now: float) -> None:
        """Record that a response other than 429 arrived."""
        self._log.accept(ticket, sent, now)
        self._slow_start.record_success()
        self.learned.record_success(sent, now)

    def record_rate_limited(self, ticket: int, sent: float, now: float, retry_after: float | None) -> None:
        """Record that a 429 response arrived.

        Args:
            ticket: The ticket.
            sent: When the request was sent.
            now: When the response arrived.
            retry_after: The value of Retry-After in seconds, if there was one.
        """
        self._log.remove(ticket, sent)
        pause = pause_duration(retry_after, self._max_pause)
        self._paused_until = max(self._paused_until, now + pause)
        self.learned.record_rate_limited(sent, now, pause, self._paused_until, self._log)

    def is_idle(self, now: float) -> bool:
        """Return whether a new window would behave the same."""
        is_used = self._queue or self._log.pending or self._log.count(self.limit.seconds, now)
        return not is_used and self._paused_until <= now and self.learned.current is None

    def _limits(self) -> list[Limit]:
        return [self.limit] if self.learned.current is None else [self.limit, self.learned.current]


def pause_duration(retry_after: float | None, max_pause: float) -> float:
    """Return the seconds to wait after a 429: those of Retry-After, or a default, at most `max_pause`."""
    return min(max(0.0, _DEFAULT_PAUSE if retry_after is None else retry_after), max_pause)
