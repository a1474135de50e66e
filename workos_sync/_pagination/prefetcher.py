# Generated from workos_async/_pagination/prefetcher.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Prefetching of pages."""

import time
from collections import deque
from collections.abc import Callable, Mapping
from enum import Enum, auto
from functools import partial
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from workos_core.errors import DecodeError
from workos_core.http.responses import RawPage
from workos_core.pagination import ListMetadata, Page, PageCursor
from workos_sync._concurrency.background_task import BackgroundTask
from workos_sync._concurrency.locks import ForkSafeLock
from workos_sync._concurrency.thread_safe_event import ThreadSafeEvent
from workos_sync._http.request_sent import on_request_sent

T = TypeVar("T")

MAX_SEND_WAIT = 0.25
"""The maximum time in seconds that a page that is ready is held back until the request for the next one has been sent.

Over the open connection of the previous page, sending takes less than a millisecond, and a wait for a rate limit ends the wait here.
Only a wait before a retry takes longer, or a custom transport that does not report that it has sent the request.
"""


class FetchPage(Protocol[T]):
    """A function that fetches the page for a query."""

    def __call__(self, query: Mapping[str, Any], /) -> RawPage[T]:
        """Fetch one page."""
        ...


FetchedPage: TypeAlias = tuple[str | None, RawPage[T]]
"""A page, and the cursor for which it was fetched."""


def decode_page(page: RawPage[T]) -> Page[T]:
    """Return a page with decoded items."""
    return Page(page.items(), ListMetadata(page.before, page.after))


class _State(Enum):
    """The state of a prefetcher.

    The task exists in FETCHING, AWAITED and CANCELING only, and removes itself in the step in which it leaves them. Every change holds
    the lock except that to CANCELING: if the task ends at that moment, CANCELING remains without a task, and counts as IDLE.
    """

    IDLE = auto()
    """No task runs. Becomes FETCHING when a page is taken and fewer than `count` pages are ready."""
    FETCHING = auto()
    """The task fetches pages. Becomes IDLE when `count` pages are ready or the list has ended, and FAILED on an error."""
    AWAITED = auto()
    """As FETCHING, while the reader waits: the page that it waits for does not count as prefetched."""
    CANCELING = auto()
    """`stop` was called. The task ends without fetching more, and the state becomes IDLE."""
    FAILED = auto()
    """The task has ended with an error. Becomes IDLE when the reader takes the error, after the pages that are ready."""


class Prefetcher(Generic[T]):
    """The pages of a list, of which some are fetched before the reader asks for them.

    The task that fetches them ends as soon as enough pages are ready, and starts again when one is taken: a reader that stops taking
    pages leaves no task running.

    Args:
        fetch_page: Fetches a page.
        cursor: Where to start.
        count: How many pages to prefetch; 0 fetches each page on demand.
        deadline: Returns the deadline of the request for a page in seconds; None for no limit. It also limits how long a page that is
            ready is held back.
    """

    def __init__(
        self,
        fetch_page: FetchPage[T],
        cursor: PageCursor,
        count: int,
        deadline: Callable[[], float | None] = lambda: None,
    ) -> None:
        self._fetch_page = fetch_page
        self._deadline = deadline
        self._cursor = cursor
        self._count = count
        self._ready: deque[FetchedPage[T]] = deque()
        self._state = _State.IDLE
        self._task: BackgroundTask | None = None
        self._run_id: object = None  # of the task: one that was started, but not stored, does nothing
        self._position = cursor.cursor, cursor.is_finished  # after the last page that was fetched completely
        self._error: Exception | None = None  # in FAILED
        self._page_ready = ThreadSafeEvent()
        self._request_sent = ThreadSafeEvent()
        self._lock = ForkSafeLock()  # held briefly, never during a request

    def next_page(self) -> Page[T] | None:
        """Return the next page, or None after the last. The request for the page after it has been sent by then."""
        started = time.monotonic()
        fetched, has_waited = self._take()
        if fetched is None:
            return None
        if self._start() and not has_waited:
            try:
                deadline = self._deadline()
                remaining = MAX_SEND_WAIT if deadline is None else started + deadline - time.monotonic()
                self._request_sent.wait(max(0.0, min(MAX_SEND_WAIT, remaining)))
            except BaseException:
                self._ready.appendleft(fetched)
                self.stop()
                raise
        cursor, page = fetched
        try:
            return decode_page(page)  # while the request for the next page is in flight
        except DecodeError:
            self.close()
            self._ready.clear()
            self._error, self._state = None, _State.IDLE
            self._cursor.rewind(cursor)  # so that the next call requests this page again
            raise

    def _take(self) -> "tuple[FetchedPage[T] | None, bool]":
        """Return the next page, and whether it was waited for: that wait includes the one until the request for the page after it was sent."""
        has_waited = False
        while True:
            with self._lock:
                if self._ready:
                    return self._ready.popleft(), has_waited
                if self._state is _State.FAILED:
                    error, self._error, self._state = self._error, None, _State.IDLE
                    assert error is not None
                    raise error
                if self._task is not None and self._task.is_lost:
                    self._task, self._state = None, _State.IDLE
                    self._cursor.rewind(self._position[0])
                    self._cursor.is_finished = self._position[1]
                is_running = self._task is not None
                if self._state is _State.FETCHING:
                    self._state = _State.AWAITED
                self._page_ready.clear()
            if is_running:
                try:
                    has_waited = True
                    self._page_ready.wait(MAX_SEND_WAIT)
                except BaseException:
                    self.stop()
                    raise
                finally:
                    with self._lock:
                        if self._state is _State.AWAITED:
                            self._state = _State.FETCHING
            elif self._cursor.is_finished:
                return None, has_waited
            else:  # the first page, or after an error
                fetched = self._fetch_next()
                self._position = self._cursor.cursor, self._cursor.is_finished
                return fetched, False

    def _fetch_next(self) -> "FetchedPage[T]":
        cursor = self._cursor.cursor
        page = self._fetch_page(self._cursor.query)
        self._cursor.advance(ListMetadata(page.before, page.after))
        return cursor, page

    def _start(self) -> bool:
        """Start the task if a page is wanted. Return whether the task runs."""
        with self._lock:
            if self._task is None and self._state is not _State.FAILED and self._wants_page():
                self._request_sent.clear()
                run_id = object()
                try:
                    task = BackgroundTask(partial(self._run, run_id), self._on_done)
                except RuntimeError:  # no thread can be started: pages are fetched on demand
                    return False
                self._task, self._run_id, self._error, self._state = task, run_id, None, _State.FETCHING
            return self._task is not None

    def _wants_page(self) -> bool:
        return len(self._ready) - (self._state is _State.AWAITED) < self._count and not self._cursor.is_finished

    def _run(self, run_id: object) -> None:
        with self._lock:
            if self._run_id is not run_id:
                return
        on_request_sent(self._on_request_sent)
        try:
            while True:
                fetched = self._fetch_next()
                with self._lock:
                    has_ready = bool(
                        self._ready
                    )  # the previous page, if its transport did not report that it sent this request
                    self._ready.append(fetched)
                    self._position = self._cursor.cursor, self._cursor.is_finished
                    self._request_sent.set()  # also with transports that don't report it
                    wants_more = self._state is not _State.CANCELING and self._wants_page()
                    if wants_more:
                        self._request_sent.clear()
                    else:
                        self._state, self._task = _State.IDLE, None
                if has_ready or not wants_more:
                    self._page_ready.set()  # otherwise set when the next request has been sent
                if not wants_more:
                    return
        except Exception as error:
            self._error = error

    def _on_request_sent(self) -> None:
        self._request_sent.set()
        if self._ready:
            self._page_ready.set()

    def _on_done(self, task: BackgroundTask) -> None:
        with self._lock:
            if self._task is not task:
                return
            self._state = _State.IDLE if self._error is None else _State.FAILED
            self._task = None
            self._request_sent.set()
        self._page_ready.set()

    def stop(self) -> None:
        """Cancel the task, and fetch no more pages. Does not take the lock, because `__del__` may run while this thread holds it."""
        task = self._task
        if task is not None:
            self._state = _State.CANCELING
            task.cancel()

    def close(self) -> None:
        """Cancel the task, and wait until it has ended."""
        task = self._task
        self.stop()
        if task is not None:
            task.join()
