# Generated from workos_async/_rate_limiting/scope_queue.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The queue of one rate-limit scope."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from workos_core.rate_limits.sliding_window import SlidingWindow
from workos_sync._concurrency.locks import ForkSafeLock
from workos_sync._concurrency.thread_safe_event import ThreadSafeEvent

if TYPE_CHECKING:
    from workos_sync._rate_limiting.permit import RateLimitPermit


class ScopeQueue:
    """The requests that wait for one scope, in any threads and event loops of the process: a thread-safe `SlidingWindow`."""

    def __init__(self, window: SlidingWindow, clock: Callable[[], float]) -> None:
        self._window = window
        self._clock = clock
        self._events: dict[int, ThreadSafeEvent] = {}
        self._lock = ForkSafeLock()  # held briefly, never during a wait

    def enqueue(self) -> int:
        """Return a new ticket at the end of the queue."""
        with self._lock:
            return self._window.enqueue()

    def try_admit(self, ticket: int, permit: "RateLimitPermit") -> float | None:
        """Admit a ticket and return None if the limit allows it; otherwise return the estimated delay in seconds.

        A delay of 0 means that the ticket waits for the responses to other requests.
        """
        with self._lock:
            now = self._clock()
            delay = self._window.delay(ticket, now)
            if delay > 0 or self._window.is_at_capacity(ticket, now):
                self._events.setdefault(ticket, ThreadSafeEvent()).clear()  # under the lock, so that no wake-up is lost
                return delay
            self._window.admit(ticket, now)
            permit.slots.append((self, ticket, now))
            self._events.pop(ticket, None)
            self._wake_next(now)
            return None

    def wake_up(self, ticket: int) -> ThreadSafeEvent:
        """Return the event that is set when a ticket may be admitted sooner than estimated."""
        return self._events[ticket]

    def dequeue(self, ticket: int, admitted_at: float | None = None) -> None:
        """Remove a ticket whose request is not sent."""
        with self._lock:
            self._events.pop(ticket, None)
            for earlier in self._window.dequeue(ticket, admitted_at):
                if earlier in self._events:
                    self._events[earlier].set()
            self._wake_next(self._clock())

    def record_sent(self, ticket: int, admitted_at: float, now: float) -> None:
        """Record that an admitted request is not sent until now."""
        with self._lock:
            self._window.record_sent(ticket, admitted_at, now)

    def record_failure(self, ticket: int) -> None:
        """Record that a request failed without a response."""
        with self._lock:
            self._window.record_failure(ticket)
            self._wake_next(self._clock())

    def record_success(self, ticket: int, sent_at: float) -> None:
        """Record that a response other than 429 arrived."""
        with self._lock:
            now = self._clock()
            self._window.record_success(ticket, sent_at, now)
            self._wake_next(now)

    def record_rate_limited(self, ticket: int, sent_at: float, retry_after: float | None) -> None:
        """Record that a 429 response arrived."""
        with self._lock:
            self._window.record_rate_limited(ticket, sent_at, self._clock(), retry_after)

    def is_idle(self) -> bool:
        """Return whether a new queue would behave the same."""
        with self._lock:
            return self._window.is_idle(self._clock())

    def _wake_next(self, now: float) -> None:
        ticket = self._window.next_ticket
        if (
            ticket is not None
            and ticket in self._events
            and self._window.delay(ticket, now) <= 0
            and not self._window.is_at_capacity(ticket, now)
        ):
            self._events[ticket].set()
