# Generated from workos_async/_rate_limiting/permit.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Permits to send a request."""

import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from workos_sync._rate_limiting.scope_queue import ScopeQueue


class RateLimitPermit:
    """A permit to send one request. Use it as a context, which records a failed request, and report a response with `record_response`.

    Attributes:
        sent_at: When all limits had admitted the request, on the clock of the limiter.
        slots: For each limit its queue, the ticket in it, and when the ticket was admitted; the narrowest limit first.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self.sent_at = 0.0
        self.slots: list[tuple[ScopeQueue, int, float]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if exc_type is not None:
            for queue, ticket, _ in self.slots:
                queue.record_failure(ticket)

    def record_sent(self) -> None:
        """Record that all limits have admitted the request, which is sent now."""
        self.sent_at = self._clock()
        for queue, ticket, admitted_at in self.slots:
            queue.record_sent(ticket, admitted_at, self.sent_at)

    def cancel(self) -> None:
        """Release the slots of a request that is not sent."""
        for queue, ticket, admitted_at in self.slots:
            queue.dequeue(ticket, admitted_at)

    def cancel_unsent(self) -> None:
        """Release the slots of a request that is not sent after all, including those in Redis."""
        self.cancel()

    def record_response(self, status: int, retry_after: float | None) -> None:
        """Record the response. A 429 counts against the narrowest limit, because the API does not state which one was exceeded."""
        for index, (queue, ticket, _) in enumerate(self.slots):
            if status == 429 and index == 0:
                queue.record_rate_limited(ticket, self.sent_at, retry_after)
            else:
                queue.record_success(ticket, self.sent_at)
