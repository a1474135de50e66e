# Generated from workos_async/_rate_limiting/permit.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Permits to send a request."""

import math
import os
import time
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Self

from workos_core.errors import APIConnectionError, ConfigurationError

if TYPE_CHECKING:
    from workos_core.rate_limits.scopes import RateLimitScope
    from workos_core.rate_limits.wait_queue import Priority
    from workos_sync._rate_limiting.rate_limiter import RateLimiter
    from workos_sync._rate_limiting.reporter import WaitReporter
    from workos_sync._rate_limiting.scope_queue import ScopeQueue


def is_unsent(error: BaseException | None) -> bool:
    """Return whether a request failed before any part of it was sent, so that the API has not counted it."""
    return isinstance(error, ConfigurationError) or (isinstance(error, APIConnectionError) and not error.sent)


_NEGLIGIBLE = 0.001
"""Seconds that a request may be sent after the only limit that it counts toward has admitted it, without being recorded again."""


class RateLimitPermit:
    """A permit to send one request.

    Use it as a context, which records a failed request, and report a response with `record_response`. If the request was not sent (see
    `is_unsent`), call `cancel_unsent`.

    Args:
        limiter: The limiter that issues it; None without one.
        reporter: Reports waits and learned limits.
        endpoint: The scope of the endpoint, if no documented limit applies to it besides the general one.
        clock: A monotonic clock, in seconds.

    Attributes:
        reporter: Reports waits and learned limits.
        endpoint: The scope of the endpoint, if no documented limit applies to it besides the general one.
        priority: The priority of the request.
        is_waiting: Whether the call still waits for its slots, or may do so.
        process: The process that makes the call.
        sent_at: When all limits had admitted the request, on the clock of the limiter; 0.0 before that.
        waited: Seconds that the call had waited for rate limits by then, before earlier attempts too.
        slots: For each limit its queue, the ticket in it, and when the ticket was admitted; the narrowest limit first.
    """

    def __init__(
        self,
        limiter: "RateLimiter | None" = None,
        reporter: "WaitReporter | None" = None,
        endpoint: "RateLimitScope | None" = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._limiter = limiter
        self.reporter = reporter
        self.priority: Priority = "interactive"
        self.endpoint = endpoint
        self._clock = clock
        self.is_waiting = True
        self.process: int = os.getpid()
        self.sent_at: float = 0.0
        self.waited: float = 0.0
        self.slots: list[tuple[ScopeQueue, int, float]] = []

    @property
    def all_slots(self) -> "list[tuple[ScopeQueue, int, float]]":
        """All slots in this process: `slots`, and those that a subclass counts besides."""
        return self.slots

    @property
    def max_wait(self) -> float:
        """The maximum seconds that the call may wait for the narrowest limit that the request counts toward."""
        if self._limiter is None:
            return math.inf
        max_wait = self._limiter.max_wait_for(self.slots[0][0].scope.name if self.slots else "")
        return math.inf if max_wait is None else max_wait

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if exc_type is not None and not is_unsent(exc):
            for queue, ticket, _ in self.all_slots:
                queue.record_failure(ticket)

    def record_sent(self) -> None:
        """Record that all limits have admitted the request, which is sent now."""
        self.sent_at = self._clock()
        slots = self.all_slots
        if len(slots) == 1 and self.sent_at - slots[0][2] < _NEGLIGIBLE:
            self.sent_at = slots[0][2]
            return
        for queue, ticket, admitted_at in slots:  # one may have held it up after another had admitted it
            queue.record_sent(ticket, admitted_at, self.sent_at)

    def release(self) -> None:
        """Release the slots of a request that waits once more before it is sent."""
        for queue, ticket, admitted_at in self.slots:
            queue.cancel(ticket, admitted_at)
        self.slots.clear()

    def cancel(self) -> None:
        """Release the slots of a request that is not sent."""
        for queue, ticket, admitted_at in self.all_slots:
            queue.cancel(ticket, self.sent_at or admitted_at)

    def cancel_unsent(self) -> None:
        """Release the slots of a request that is not sent after all, including those in Redis."""
        self.cancel()

    def record_response(self, status: int, retry_after: float | None) -> None:
        """Record the response."""
        if status == 429 and self._limiter is not None:
            self._limiter.record_rate_limited(self, retry_after)
            return
        for queue, ticket, _ in self.all_slots:
            queue.record_success(ticket)
