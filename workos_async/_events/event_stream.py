"""The event stream."""

from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from logging import getLogger
from types import TracebackType
from typing import Any, Generic, Protocol, Self, TypeVar

from workos_async._concurrency.callbacks import Call
from workos_async._concurrency.shielding import run_shielded
from workos_async._concurrency.thread_safe_event import ThreadSafeEvent
from workos_async._concurrency.transactions import TransactionFactory
from workos_async._events.cursor_stores import CursorStore, LeasedCursorStore
from workos_async._events.leases import Lease
from workos_async._pagination.pager import Pager
from workos_core.argument_checks import check_count, check_duration
from workos_core.clock import unix_time
from workos_core.errors import InvalidArgumentError, LeaseLostError, PaginationError, StoreUnavailableError, WorkOSError
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
    return datetime.fromtimestamp(unix_time(), UTC)


class TransactionalCursorStore(LeasedCursorStore, Protocol):
    """A store in the database of the application."""

    async def save_in(self, transaction: Any, token: str, checkpoint: str) -> bool:
        """Do the same as `save_with_lease`, in a transaction of the application."""
        ...


class EventTransaction(Generic[T]):
    """A transaction that commits the changes of its block together with the position after the current event.

    Args:
        factory: Where the transaction comes from.
        save: Called at the end of the block, with what the transaction yields.
        on_committed: Called after the commit.
        on_unknown: Called if the commit fails, after which it is unknown whether it took effect.
    """

    def __init__(
        self,
        factory: TransactionFactory[T],
        save: Callable[[T], Any],
        on_committed: Callable[[], None],
        on_unknown: Callable[[], None],
    ) -> None:
        self._factory = factory
        self._save = save
        self._on_committed = on_committed
        self._on_unknown = on_unknown

    async def __aenter__(self) -> T:
        self._transaction = self._factory.begin()
        self._session = await self._transaction.__aenter__()
        return self._session

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if exc_type is not None:
            await self._transaction.__aexit__(exc_type, exc, traceback)
            return
        try:
            await self._save(self._session)
        except BaseException as error:
            await self._transaction.__aexit__(type(error), error, error.__traceback__)
            raise
        try:
            await self._transaction.__aexit__(None, None, None)
        except BaseException:
            self._on_unknown()
            raise
        self._on_committed()


class EventStream:
    """A stream of events, oldest first, as they happen. Create it with `workos.events.stream`. Its iteration ends only after `stop`.

    When you leave a loop by `break` or an exception, the current event does not count as handled: the next loop, or the next process,
    starts with that event. If you have handled it, call `checkpoint` before `break`.

    While the API or the store is unavailable, the stream waits and tries again, with waits that grow up to a minute, and logs a warning
    to the logger `workos`. Other errors are raised; if you continue to read, the stream tries again from the same position.

    With a store that has `lease_seconds`, the stream waits while another one leads. If it loses its lease, it drops the current event,
    which the new leader handles, and waits again; `checkpoint` then raises LeaseLostError.
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
        check_count("checkpoint_every", checkpoint_every, 1)
        check_duration("poll_seconds", poll_seconds)
        check_duration("max_poll_seconds", max_poll_seconds)
        if not 0 < poll_seconds <= max_poll_seconds:
            raise InvalidArgumentError(
                "poll_seconds must be above 0 and at most max_poll_seconds "
                f"(got poll_seconds={poll_seconds}, max_poll_seconds={max_poll_seconds})"
            )
        self._list_events = list_events
        self._store = store
        self._lease = Lease(store) if isinstance(store, LeasedCursorStore) else None
        self._is_standing_by = False
        self._start = starting_at(start)
        self._checkpoint_every = checkpoint_every
        self._now = now
        self._poll_backoff = PollBackoff(poll_seconds, max_poll_seconds)
        self._retry_backoff = PollBackoff(FIRST_RETRY_SECONDS, MAX_RETRY_SECONDS)
        self._handled: Checkpoint | None = None
        self._saved: Checkpoint | None = None
        self._latest_saved: Checkpoint | None = None  # by this stream, or read by it; kept when the lease is lost
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
        """Count the current event as handled, and save the position.

        Raises:
            LeaseLostError: Another consumer has taken over the stream. It handles the current event, too.
        """
        handled = self._checkpoint_after_current()
        if handled is not None:
            self._unsaved += self._current is not None
            self._handled, self._current = handled, None
            await self._save(handled)

    def open_transaction(self, store: TransactionalCursorStore, factory: TransactionFactory[T]) -> EventTransaction[T]:
        """Return a transaction for the current event. Use `SQLAlchemyCursorStore.transaction`, which calls this.

        Args:
            store: The store of this stream.
            factory: Where the transaction comes from.

        Raises:
            InvalidArgumentError: The stream has another store, or there is no current event.
        """
        lease, checkpoint = self._lease, self._checkpoint_after_current()
        if store is not self._store or lease is None:
            raise InvalidArgumentError(f"the stream must be created with {store} (its store is {self._store})")
        if self._current is None or checkpoint is None:
            raise InvalidArgumentError("open the transaction in the loop over the stream, at most once for each event")

        async def save(transaction: T) -> None:
            try:
                if not await store.save_in(transaction, lease.token, checkpoint.dump()):
                    raise lease.lose()
            except LeaseLostError:
                self._forget()
                raise

        def on_committed() -> None:
            self._handled = self._saved = self._latest_saved = checkpoint
            self._current, self._unsaved = None, 0

        def on_unknown() -> None:
            # A new term waits until the transaction has ended, and reads the position again.
            self._forget()
            lease.lose()

        return EventTransaction(factory, save, on_committed, on_unknown)

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
            await self._save_or_stand_by(self._handled)
        while not self._is_stopped:
            if not await self._lead():
                continue
            if self._fetched:
                self._current = self._fetched.popleft()
                return self._current
            await self._fetch_more()
        await self._release()
        raise StopAsyncIteration

    async def aclose(self) -> None:
        """End the stream, save its position and let another consumer take over.

        The current event does not count as handled: the next stream starts with it. Cancellation does not interrupt this.
        """
        self.stop()
        await run_shielded(self._close)

    async def _close(self) -> None:
        try:
            if self._unsaved:
                await self._save_or_stand_by(self._handled)
        finally:
            await self._release()

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
            save = self._store.save if self._lease is None else self._lease.save
            try:
                await self._retry_transient(lambda: save(text))
            except LeaseLostError:
                self._forget()
                raise
            self._saved = self._latest_saved = checkpoint
            self._unsaved = 0

    async def _save_or_stand_by(self, checkpoint: Checkpoint | None) -> None:
        """Save a checkpoint. If another consumer has taken over, forget the position, so that the stream stands by."""
        try:
            await self._save(checkpoint)
        except LeaseLostError as error:
            if self._lease is None or self._lease.retry_seconds is None:
                raise
            logger.warning("event stream: %s", error)

    async def _lead(self) -> bool:
        """Return whether this stream leads. If not, forget the position, and try to take over; if another one leads, wait a while."""
        if self._lease is None or await self._retry_transient(self._lease.is_held):
            return True
        self._forget()
        if await self._retry_transient(self._lease.try_acquire):
            if self._is_standing_by:
                logger.info("event stream: leading, with %s", self._store)
            self._is_standing_by = False
            return True
        if self._lease.retry_seconds is not None:
            if not self._is_standing_by:
                logger.info("event stream: standing by, because another consumer leads, with %s", self._store)
            self._is_standing_by = True
            await self._pause(self._lease.retry_seconds)
        return False

    async def _release(self) -> None:
        if self._lease is not None:
            await self._lease.release()

    def _forget(self) -> None:
        """Forget the position and the fetched events: the store knows better."""
        self._handled = self._saved = self._current = None
        self._unsaved = 0
        self._fetched.clear()

    async def _fetch_more(self) -> None:
        """Fetch the next events; if there are none, wait."""
        if self._handled is None:
            await self._load()
            if self._handled is None:  # another consumer has taken over
                return
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

    async def _load(self) -> None:
        """Read the position from the store. If the store has lost it, such as a Redis server that was restarted, save it again."""
        text = await self._retry_transient(self._store.load)
        if text is not None:
            self._handled = self._saved = self._latest_saved = load_checkpoint(text, self._store)
        elif self._latest_saved is None:
            self._handled = self._saved = self._start
        else:
            logger.warning(
                "event stream: %s has lost its checkpoint; continuing after the last one that this stream saved or read",
                self._store,
            )
            self._handled = self._latest_saved
            await self._save_or_stand_by(self._handled)

    async def _fetch_page(self) -> Page[Event]:
        assert self._handled is not None
        return await self._list_events(**self._handled.query(self._now())).page()

    async def _record_quiet(self, requested_at: datetime) -> None:
        assert self._handled is not None
        assert self._saved is not None
        self._handled = self._handled.after_empty_page(requested_at)
        saved, seen = self._saved.complete_until, self._handled.complete_until
        if saved is None or (seen is not None and seen - saved >= QUIET_SAVE_INTERVAL):
            await self._save_or_stand_by(self._handled)

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
