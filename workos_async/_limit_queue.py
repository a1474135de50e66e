"""Who waits for a rate limit in this process, and what is told of the requests it let through."""

import time
from collections.abc import Callable
from threading import Lock as ThreadLock
from types import TracebackType
from typing import Self

from workos_async._io import Alarm
from workos_core.ratelimit import Bucket


class Queue:
    """Who waits for one limit and key, in any threads and event loops."""

    def __init__(self, bucket: Bucket, clock: Callable[[], float]) -> None:
        self._bucket = bucket
        self._clock = clock
        self._alarms: dict[int, Alarm] = {}
        self._lock = ThreadLock()  # for a moment, and never across a wait

    def join(self) -> int:
        """Draw a ticket."""
        with self._lock:
            return self._bucket.join()

    def try_to_take(self, ticket: int, turn: "Turn") -> float | None:
        """Let a ticket through if it is its turn. If not: for how many seconds not, as far as is known."""
        with self._lock:
            now = self._clock()
            seconds = self._bucket.wait(ticket, now)
            if seconds > 0 or self._bucket.crowded(ticket, now):
                self._alarms.setdefault(ticket, Alarm())
                return seconds
            self._bucket.take(ticket, now)
            turn.passed.append((self, ticket, now))
            self._alarms.pop(ticket, None)
            self._wake(now)
            return None

    def alarm(self, ticket: int) -> Alarm:
        """What rings when a ticket may be let through sooner than was known."""
        return self._alarms[ticket]

    def leave(self, ticket: int, taken: float | None = None) -> None:
        """Give a ticket back, unused."""
        with self._lock:
            self._alarms.pop(ticket, None)
            for earlier in self._bucket.leave(ticket, taken):
                if earlier in self._alarms:
                    self._alarms[earlier].ring()
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
            and head in self._alarms
            and self._bucket.wait(head, now) <= 0
            and not self._bucket.crowded(head, now)
        ):
            self._alarms[head].ring()


class Turn:
    """A request may be sent. What comes of it must be said: leave it as a context after an error, else call `answered`.

    Attributes:
        sent: When all limits had let it through, on the clock of the limiter.
        passed: The queues it went through, with its ticket and when it was let through.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self.sent = 0.0
        self.passed: list[tuple[Queue, int, float]] = []

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
