"""The permit to send a request, and the outcome to report."""

import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from workos_async._rate_limiting.scope_queue import ScopeQueue


class RateLimitPermit:
    """A request may be sent. What comes of it must be said: leave it as a context after an error, else call `answered`.

    Attributes:
        sent: When all limits had let it through, on the clock of the limiter.
        passed: The queues it went through, with its ticket and when it was let through.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self.sent = 0.0
        self.passed: list[tuple[ScopeQueue, int, float]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if exc_type is not None:
            for queue, ticket, _ in self.passed:
                queue.ended(ticket)

    def go(self) -> None:
        """All limits have let the request through; it is sent now."""
        self.sent = self._clock()
        for queue, ticket, taken in self.passed:
            queue.sent(ticket, taken, self.sent)

    def give_back(self) -> None:
        """The request is not sent."""
        for queue, ticket, taken in self.passed:
            queue.leave(ticket, taken)

    async def leave_unsent(self) -> None:
        """The request is not sent after all."""
        self.give_back()

    async def answered(self, status: int, retry_after: float | None) -> None:
        """Tell what came back. Of several limits, the narrowest is taken for the one that refused."""
        for index, (queue, ticket, _) in enumerate(self.passed):
            if status == 429 and index == 0:
                queue.refused(ticket, self.sent, retry_after)
            else:
                queue.accepted(ticket, self.sent)
