"""The event stream."""

from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from logging import getLogger
from types import TracebackType
from typing import Protocol, Self, TypeVar

from workos_async._concurrency.callbacks import Call
from workos_async._concurrency.thread_safe_event import ThreadSafeEvent
from workos_async._events.cursor_stores import CursorStore
from workos_async._pagination.pager import Pager
from workos_core.errors import InvalidArgumentError, PaginationError, StoreUnavailableError, WorkOSError
from workos_core.events.checkpoint import Checkpoint, load_checkpoint, starting_at
from workos_core.http.poll_backoff import PollBackoff
from workos_core.http.transient_errors import is_transient
from workos_core.models.events import Event
from workos_core.pagination import Page

T = TypeVar("T")
logger = getLogger("workos")

FIRST_RETRY_SECONDS = 1.0
MAX_RETRY_SECONDS = 60.0
"""The first and the longest wait while the API or the store is unavailable, after the retries of each call."""

QUIET_SAVE_INTERVAL = timedelta(hours=1)
"""How often the position is saved while there are no new events. Only the detection of gaps of 30 days depends on it."""

ORDER_TOLERANCE = timedelta(minutes=1)
"""By how much an event may be older than an earlier one; more means that the API ignored the requested order."""


class ListEvents(Protocol):
    """A function that lists events, oldest first."""

    def __call__(self, *, after: str | None = None, range_start: str | None = None) -> Pager[Event]:
        """Return the pager of the events after a position."""
        ...


def _now() -> datetime:
    return datetime.now(UTC)


class EventStream:
    """A stream of events, oldest first, as they happen. Create it with `workos.events.stream`. Its iteration ends only after `stop`.

    When you leave a loop by `break` or an exception, the current event does not count as handled: the next loop, or the next process,
    starts with that event. If you have handled it, call `checkpoint` before `break`.

    While the API or the store is unavailable, the stream waits and tries again, with waits that grow up to a minute, and logs a warning
    to the logger `workos`. Other errors are raised; if you continue to read, the stream tries again from the same position.
    """

    def __init__(
        self,
        list_events: ListEvents,
        store: CursorStore,
        *,
        start: datetime | None = None,
        checkpoint_every: int = 1,
        poll_seconds: float = 1.0,
        max_poll_seconds: float = 30.0,
        now: Callable[[], datetime] = _now,
    ) -> None:
        if checkpoint_every < 1:
            raise InvalidArgumentError(f"checkpoint_every must be at least 1 (got {checkpoint_every})")
        if not 0 < poll_seconds <= max_poll_seconds:
            raise InvalidArgumentError(
                "poll_seconds must be above 0 and at most max_poll_seconds "
                f"(got poll_seconds={poll_seconds}, max_poll_seconds={max_poll_seconds})"
            )
        self._list_events = list_events
        self._store = store
        self._start = starting_at(start)
        self._checkpoint_every = checkpoint_every
        self._now = now
        self._poll_backoff = PollBackoff(poll_seconds, max_poll_seconds)
        self._retry_backoff = PollBackoff(FIRST_RETRY_SECONDS, MAX_RETRY_SECONDS)
        self._handled: Checkpoint | None = None
        self._saved: Checkpoint | None = None
        self._unsaved = 0
        self._current: Event | None = None
        self._fetched: deque[Event] = deque()
        self._wake_up = ThreadSafeEvent()
        self._is_stopped = False

    def __repr__(self) -> str:
        return f"EventStream(store={self._store!r})"

    @property
    def position(self) -> str | None:
        """The checkpoint after the current event, to save in the same transaction as your own data.

        None before the first event.
        """
        handled = self._checkpoint_after_current()
        return None if handled is None else handled.dump()

    def wake(self) -> None:
        """Check for new events now instead of waiting. Call it when a webhook arrives, from any thread.

        The list may not contain the event of the webhook yet, because the API withholds new events for a few seconds; the waits start
        again with the shortest, so the stream finds it soon. Never move the cursor to the event of a webhook: events that the API
        still withholds would be lost.
        """
        self._poll_backoff.reset()
        self._wake_up.set()

    def stop(self) -> None:
        """End the loop when it requests the next event, after it has counted the current one as handled. Call it from any thread."""
        self._is_stopped = True
        self._wake_up.set()

    async def checkpoint(self) -> None:
        """Count the current event as handled, and save the position."""
        handled = self._checkpoint_after_current()
        if handled is not None:
            self._unsaved += self._current is not None
            self._handled, self._current = handled, None
            await self._save(handled)

    def __aiter__(self) -> Self:
        if self._current is not None:
            self._fetched.appendleft(self._current)
            self._current = None
        return self

    async def __anext__(self) -> Event:
        if self._current is not None:
            self._handled, self._current = self._checkpoint_after_current(), None
            self._unsaved += 1
        if self._unsaved and (self._unsaved >= self._checkpoint_every or self._is_stopped or not self._fetched):
            await self._save(self._handled)
        while not self._is_stopped and not self._fetched:
            await self._fetch_more()
        if self._is_stopped:
            raise StopAsyncIteration
        self._current = self._fetched.popleft()
        return self._current

    async def aclose(self) -> None:
        """End the stream, and save its position. The current event does not count as handled: the next stream starts with it."""
        self.stop()
        if self._unsaved:
            await self._save(self._handled)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    def _checkpoint_after_current(self) -> Checkpoint | None:
        event = self._current
        if event is None or self._handled is None:
            return self._handled
        return self._handled.after_event(event.id, _created_at(event))

    async def _save(self, checkpoint: Checkpoint | None) -> None:
        if checkpoint is not None:
            text = checkpoint.dump()
            await self._retry_transient(lambda: self._store.save(text))
            self._saved, self._unsaved = checkpoint, 0

    async def _fetch_more(self) -> None:
        """Fetch the next events; if there are none, wait."""
        if self._handled is None:
            text = await self._retry_transient(self._store.load)
            self._handled = self._saved = self._start if text is None else load_checkpoint(text, self._store)
        requested_at = self._now()
        try:
            page = await self._retry_transient(self._fetch_page)
        except WorkOSError as error:
            if self._is_stopped and is_transient(error):
                return
            raise
        new_events = [event for event in page if event.id != self._handled.event_id]
        _check_order(new_events)
        if new_events:
            self._fetched.extend(new_events)
            self._poll_backoff.reset()
        else:
            await self._record_quiet(requested_at)
            await self._pause(self._poll_backoff.next())

    async def _fetch_page(self) -> Page[Event]:
        assert self._handled is not None
        return await self._list_events(**self._handled.query(self._now())).page()

    async def _record_quiet(self, requested_at: datetime) -> None:
        assert self._handled is not None
        assert self._saved is not None
        self._handled = self._handled.after_empty_page(requested_at)
        saved, seen = self._saved.complete_until, self._handled.complete_until
        if saved is None or (seen is not None and seen - saved >= QUIET_SAVE_INTERVAL):
            await self._save(self._handled)

    async def _retry_transient(self, call: Call[T]) -> T:
        """Call a function until it succeeds or raises an error that is not transient."""
        while True:
            try:
                result = await call()
            except WorkOSError as error:
                if self._is_stopped or not is_transient(error):
                    raise
                seconds = self._retry_backoff.next()
                cause = str(error) if isinstance(error, StoreUnavailableError) else type(error).__name__
                logger.warning("event stream: %s; retrying in %.1f s", cause, seconds)
                await self._pause(seconds)
            else:
                self._retry_backoff.reset()
                return result

    async def _pause(self, seconds: float) -> None:
        await self._wake_up.wait(seconds)
        self._wake_up.clear()


def _created_at(event: Event) -> datetime | None:
    time = getattr(event, "created_at", None)
    return time if isinstance(time, datetime) and time.tzinfo is not None else None


def _check_order(events: list[Event]) -> None:
    times = [time for time in map(_created_at, events) if time is not None]
    if times and times[0] - times[-1] > ORDER_TOLERANCE:
        raise PaginationError("the API returned events newest first, although oldest first was requested")
