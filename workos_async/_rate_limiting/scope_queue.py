"""The requests of this process that wait for one rate limit."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from workos_async._concurrency.locks import ForkSafeLock
from workos_async._concurrency.thread_safe_event import ThreadSafeEvent
from workos_core.rate_limits.sliding_window import SlidingWindow

if TYPE_CHECKING:
    from workos_async._rate_limiting.permit import RateLimitPermit


class ScopeQueue:
    """Who waits for one limit and key, in any threads and event loops."""

    def __init__(self, bucket: SlidingWindow, clock: Callable[[], float]) -> None:
        self._bucket = bucket
        self._clock = clock
        self._events: dict[int, ThreadSafeEvent] = {}
        self._lock = ForkSafeLock()  # for a moment, and never across a wait

    def join(self) -> int:
        """Draw a ticket."""
        with self._lock:
            return self._bucket.join()

    def try_to_take(self, ticket: int, turn: "RateLimitPermit") -> float | None:
        """Let a ticket through if it is its turn. If not: for how many seconds not, as far as is known."""
        with self._lock:
            now = self._clock()
            seconds = self._bucket.wait(ticket, now)
            if seconds > 0 or self._bucket.crowded(ticket, now):
                self._events.setdefault(ticket, ThreadSafeEvent()).clear()  # under the lock: no wake-up is lost
                return seconds
            self._bucket.take(ticket, now)
            turn.passed.append((self, ticket, now))
            self._events.pop(ticket, None)
            self._wake(now)
            return None

    def wake_up(self, ticket: int) -> ThreadSafeEvent:
        """Return the event that is set when a ticket may be admitted sooner than estimated."""
        return self._events[ticket]

    def leave(self, ticket: int, taken: float | None = None) -> None:
        """Give a ticket back, unused."""
        with self._lock:
            self._events.pop(ticket, None)
            for earlier in self._bucket.leave(ticket, taken):
                if earlier in self._events:
                    self._events[earlier].set()
            self._wake(self._clock())

    def sent(self, ticket: int, taken: float, now: float) -> None:
        """A ticket that was let through is used only now."""
        with self._lock:
            self._bucket.sent(ticket, taken, now)

    def ended(self, ticket: int) -> None:
        """No answer will come."""
        with self._lock:
            self._bucket.ended(ticket)
            self._wake(self._clock())

    def accepted(self, ticket: int, sent: float) -> None:
        """An answer came."""
        with self._lock:
            now = self._clock()
            self._bucket.accepted(ticket, sent, now)
            self._wake(now)

    def refused(self, ticket: int, sent: float, retry_after: float | None) -> None:
        """The API refused the request."""
        with self._lock:
            self._bucket.refused(ticket, sent, self._clock(), retry_after)

    def idle(self) -> bool:
        """Whether nothing is lost when it is forgotten."""
        with self._lock:
            return self._bucket.idle(self._clock())

    def _wake(self, now: float) -> None:
        head = self._bucket.head
        if (
            head is not None
            and head in self._events
            and self._bucket.wait(head, now) <= 0
            and not self._bucket.crowded(head, now)
        ):
            self._events[head].set()
