"""A stream of events that knows how far it got."""

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
from workos_core.errors import InvalidArgumentError, PaginationError, WorkOSError
from workos_core.events.checkpoint import Checkpoint, load_checkpoint, starting_at
from workos_core.http.poll_backoff import PollBackoff
from workos_core.http.transient_errors import is_transient
from workos_core.models.events import Event
from workos_core.pagination import Page

T = TypeVar("T")
LOGGER = getLogger("workos")

OUTAGE_SECONDS = 1.0
MAX_OUTAGE_SECONDS = 60.0
"""Waits while the API or the store does not answer, after the retries of each call."""

QUIET_SAVED_EVERY = timedelta(hours=1)
"""How often the store learns that there was nothing new. Only gaps of 30 days depend on it."""

OUT_OF_ORDER = timedelta(minutes=1)
"""By how much an event may be older than the one before it; more means that the order is not what was asked for."""


class ListEvents(Protocol):
    """Lists events, oldest first."""

    def __call__(self, *, after: str | None = None, range_start: str | None = None) -> Pager[Event]:
        """The pager from there on."""
        ...


def _now() -> datetime:
    return datetime.now(UTC)


class EventStream:
    """Events, oldest first, as they happen; made by `workos.events.stream`. Iterating never ends by itself.

    A loop that was left by `break` or an exception did not finish the event in hand: the next loop, or the next process, begins with
    that event. Call `checkpoint` before `break` when it was finished.

    While the API or the store does not answer, the stream waits and tries again, longer and longer up to a minute, and says so in the
    log `workos`. Other errors are raised; reading on afterwards tries again from the same place.
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
            raise InvalidArgumentError(f"checkpoint_every is {checkpoint_every}; it takes a number of events from 1 on")
        if not 0 < poll_seconds <= max_poll_seconds:
            raise InvalidArgumentError("poll_seconds must be more than 0, and max_poll_seconds at least as much")
        self._list_events = list_events
        self._store = store
        self._start = starting_at(start)
        self._every = checkpoint_every
        self._now = now
        self._polls = PollBackoff(poll_seconds, max_poll_seconds)
        self._outages = PollBackoff(OUTAGE_SECONDS, MAX_OUTAGE_SECONDS)
        self._handled: Checkpoint | None = None
        self._saved: Checkpoint | None = None
        self._unsaved = 0
        self._in_hand: Event | None = None
        self._coming: deque[Event] = deque()
        self._woken = ThreadSafeEvent()
        self._stopping = False

    def __repr__(self) -> str:
        return f"EventStream(store={self._store!r})"

    @property
    def position(self) -> str | None:
        """The checkpoint that counts the event in hand as handled: for saving it in the transaction of your own work.

        None before the first event.
        """
        handled = self._with_event_in_hand()
        return None if handled is None else handled.dump()

    def wake(self) -> None:
        """Look for new events at once instead of waiting: call it when a webhook comes, from any thread.

        The event of the webhook itself may not be in the list yet, for the API withholds fresh events for some seconds; the waits begin
        anew with the shortest, so it is found soon. A webhook must never move the cursor: what was withheld would be lost for good.
        """
        self._polls.reset()
        self._woken.set()

    def stop(self) -> None:
        """Let the loop end when it asks for the next event, after the one in hand was counted as handled. From any thread."""
        self._stopping = True
        self._woken.set()

    async def checkpoint(self) -> None:
        """Count the event in hand as handled, and save that."""
        handled = self._with_event_in_hand()
        if handled is not None:
            self._unsaved += self._in_hand is not None
            self._handled, self._in_hand = handled, None
            await self._save(handled)

    def __aiter__(self) -> Self:
        if self._in_hand is not None:
            self._coming.appendleft(self._in_hand)
            self._in_hand = None
        return self

    async def __anext__(self) -> Event:
        if self._in_hand is not None:
            self._handled, self._in_hand = self._with_event_in_hand(), None
            self._unsaved += 1
        if self._unsaved and (self._unsaved >= self._every or self._stopping or not self._coming):
            await self._save(self._handled)
        while not self._stopping and not self._coming:
            await self._look()
        if self._stopping:
            raise StopAsyncIteration
        self._in_hand = self._coming.popleft()
        return self._in_hand

    async def aclose(self) -> None:
        """End the stream, and save what is handled. The event in hand is not: it comes again next time."""
        self.stop()
        if self._unsaved:
            await self._save(self._handled)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    def _with_event_in_hand(self) -> Checkpoint | None:
        event = self._in_hand
        if event is None or self._handled is None:
            return self._handled
        return self._handled.after_event(event.id, _recorded(event))

    async def _save(self, checkpoint: Checkpoint | None) -> None:
        if checkpoint is not None:
            text = checkpoint.dump()
            await self._patiently(lambda: self._store.save(text))
            self._saved, self._unsaved = checkpoint, 0

    async def _look(self) -> None:
        """Fetch what comes next; when there is nothing, wait a while."""
        if self._handled is None:
            text = await self._patiently(self._store.load)
            self._handled = self._saved = load_checkpoint(text) if text else self._start
        asked = self._now()
        try:
            page = await self._patiently(self._fetch)
        except WorkOSError as error:
            if self._stopping and is_transient(error):
                return
            raise
        found = [event for event in page if event.id != self._handled.event_id]
        _check_order(found)
        if found:
            self._coming.extend(found)
            self._polls.reset()
        else:
            await self._note_quiet(asked)
            await self._pause(self._polls.next())

    async def _fetch(self) -> Page[Event]:
        assert self._handled is not None
        return await self._list_events(**self._handled.query(self._now())).page()

    async def _note_quiet(self, asked: datetime) -> None:
        assert self._handled is not None
        assert self._saved is not None
        self._handled = self._handled.after_empty_page(asked)
        known, seen = self._saved.complete_until, self._handled.complete_until
        if known is None or (seen is not None and seen - known >= QUIET_SAVED_EVERY):
            await self._save(self._handled)

    async def _patiently(self, call: Call[T]) -> T:
        """Call until there is an answer, or an error that does not pass by itself."""
        while True:
            try:
                answer = await call()
            except WorkOSError as error:
                if self._stopping or not is_transient(error):
                    raise
                seconds = self._outages.next()
                LOGGER.warning("events: %s; trying again in %.1f s", type(error).__name__, seconds)
                await self._pause(seconds)
            else:
                self._outages.reset()
                return answer

    async def _pause(self, seconds: float) -> None:
        await self._woken.wait(seconds)
        self._woken.clear()


def _recorded(event: Event) -> datetime | None:
    moment = getattr(event, "created_at", None)
    return moment if isinstance(moment, datetime) and moment.tzinfo is not None else None


def _check_order(events: list[Event]) -> None:
    moments = [moment for moment in map(_recorded, events) if moment is not None]
    if moments and moments[0] - moments[-1] > OUT_OF_ORDER:
        raise PaginationError("the API sent the events newest first, although the oldest were asked for first")
