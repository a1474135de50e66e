# Generated from workos_async/_rate_limiting/scope_queue.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The queue of one rate-limit scope."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from workos_core.rate_limits.learned_limit import LearnedLimit
from workos_core.rate_limits.scope_state import ScopeState
from workos_core.rate_limits.scopes import RateLimitScope
from workos_core.rate_limits.wait_queue import WaitQueue
from workos_sync._concurrency.locks import ForkSafeLock
from workos_sync._concurrency.thread_safe_event import ThreadSafeEvent

if TYPE_CHECKING:
    from workos_sync._rate_limiting.permit import RateLimitPermit


MAX_CAPACITY_DELAY = 1.0
"""The longest time in seconds for which a ticket waits for responses before it tries again."""


class ScopeQueue:
    """The requests that wait for one scope, in any threads and event loops of the process: a thread-safe `ScopeState`.

    Args:
        scope: The scope.
        state: Its state.
        clock: A monotonic clock, in seconds.
    """

    def __init__(self, scope: RateLimitScope, state: ScopeState, clock: Callable[[], float]) -> None:
        self.scope = scope
        self.state = state
        self._clock = clock
        self._queue = WaitQueue()
        self._permits: dict[int, RateLimitPermit] = {}  # of the tickets in the queue
        self._events: dict[int, ThreadSafeEvent] = {}
        self._lock = ForkSafeLock()  # held briefly, never during a wait

    def admit_now(self, permit: "RateLimitPermit") -> bool:
        """Admit a request if nothing waits and the limit allows it. Return whether it was admitted."""
        with self._lock:
            now = self._clock()
            if self._first() is not None or self.state.delay(0, now) > 0 or self.state.capacity_delay(0, now) > 0:
                return False
            self._admit(self._queue.new_ticket(), permit, now)
            return True

    def enqueue(self, permit: "RateLimitPermit", *, first: bool) -> int:
        """Return a new ticket at the end, or at the front, of the queue."""
        with self._lock:
            ticket = self._queue.enqueue(permit.priority, first=first)
            self._permits[ticket] = permit
            return ticket

    def try_admit(self, ticket: int, permit: "RateLimitPermit", *, is_patient: bool = True) -> float | None:
        """Admit a ticket and return None if the limit allows it; otherwise return the estimated delay in seconds.

        A delay of 0 means that the ticket waits for the responses to other requests.

        Args:
            ticket: The ticket.
            permit: Its permit.
            is_patient: Whether the ticket waits for these responses before the first 429, too.
        """
        with self._lock:
            now = self._clock()
            self._first()
            ahead = self._queue.ahead(ticket)
            delay = self.state.delay(ahead, now)
            waits_for_responses = is_patient or not self.state.is_slow_start_tentative
            if delay > 0 or (waits_for_responses and self.state.capacity_delay(ahead, now) > 0):
                self._events.setdefault(ticket, ThreadSafeEvent()).clear()  # under the lock, so that no wake-up is lost
                return delay
            self._queue.take(ticket)
            self._forget(ticket)
            self._admit(ticket, permit, now)
            self._wake_next(now)
            return None

    def capacity_delay(self, ticket: int) -> float:
        """Return the seconds after which a ticket that waits for responses should try again, if no response admits it earlier."""
        with self._lock:
            ahead = self._queue.ahead(ticket)  # a ticket is woken when it becomes the first
            return MAX_CAPACITY_DELAY if ahead else min(MAX_CAPACITY_DELAY, self.state.capacity_delay(0, self._clock()))

    def wake_up(self, ticket: int) -> ThreadSafeEvent:
        """Return the event that is set when a ticket may be admitted sooner than estimated."""
        return self._events[ticket]

    def dequeue(self, ticket: int) -> None:
        """Remove a ticket that was not admitted."""
        with self._lock:
            self._queue.discard(ticket)
            self._forget(ticket)
            now = self._clock()
            for moved in self._queue.every(self.state.window_size(now)):
                if moved in self._events:
                    self._events[moved].set()
            self._wake_next(now)

    def cancel(self, ticket: int, admitted_at: float) -> None:
        """Release the slot of a request that is not sent."""
        with self._lock:
            now = self._clock()
            self.state.cancel(ticket, admitted_at, now)
            self._wake_next(now)

    def record_sent(self, ticket: int, admitted_at: float, now: float) -> None:
        """Record that an admitted request is not sent until now."""
        if now > admitted_at:
            with self._lock:
                self.state.postpone(ticket, admitted_at, now)

    def record_failure(self, ticket: int) -> None:
        """Record that a request failed without a response."""
        with self._lock:
            now = self._clock()
            self.state.record_failure(ticket, now)
            self._wake_next(now)

    def record_success(self, ticket: int) -> None:
        """Record that a response other than 429 arrived."""
        with self._lock:
            now = self._clock()
            self.state.record_success(ticket, now)
            self._wake_next(now)

    def record_rate_limited(self, ticket: int | None, sent_at: float, retry_after: float | None) -> LearnedLimit | None:
        """Record a 429 response. Return the limit that was learned from it, if any.

        Args:
            ticket: The ticket of the request; None if it was sent before this scope existed.
            sent_at: When it was sent.
            retry_after: The value of `Retry-After` in seconds, or None.
        """
        with self._lock:
            now = self._clock()
            if ticket is None:
                ticket = self._queue.new_ticket()
                self.state.admit(ticket, sent_at)
            lowered = self.state.record_rate_limited(ticket, sent_at, now, retry_after)
            return self.state.learned if lowered else None

    def is_idle(self) -> bool:
        """Return whether a new queue would behave the same."""
        with self._lock:
            return self._first() is None and self.state.is_idle(self._clock())

    def _admit(self, ticket: int, permit: "RateLimitPermit", now: float) -> None:
        self.state.admit(ticket, now)
        permit.slots.append((self, ticket, now))

    def _first(self) -> int | None:
        """Return the ticket that is taken next, after dropping those before it for which no call waits any more.

        An exception of a signal handler may have ended the call before it could leave the queue, or a fork has left its thread behind.
        """
        while (ticket := self._queue.first()) is not None:
            permit = self._permits.get(ticket)
            if permit is not None and permit.is_waiting and permit.process == os.getpid():
                break
            self._queue.discard(ticket)
            self._forget(ticket)
        return ticket

    def _forget(self, ticket: int) -> None:
        self._permits.pop(ticket, None)
        self._events.pop(ticket, None)

    def _wake_next(self, now: float) -> None:
        """Wake the first ticket: it can be admitted, or has to set a timer for when slow start admits it."""
        ticket = self._first()
        if ticket is not None and ticket in self._events and self.state.delay(0, now) <= 0:
            self._events[ticket].set()
