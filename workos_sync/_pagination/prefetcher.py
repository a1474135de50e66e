# Generated from workos_async/_pagination/prefetcher.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Pages that are fetched before they are asked for."""

from collections import deque
from collections.abc import Mapping
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from workos_core.errors import DecodeError
from workos_core.http.responses import RawPage
from workos_core.pagination import ListMetadata, Page, PageCursor
from workos_sync._concurrency.background_task import BackgroundTask
from workos_sync._concurrency.locks import ForkSafeLock
from workos_sync._concurrency.thread_safe_event import ThreadSafeEvent
from workos_sync._http.request_sent import on_request_sent

T = TypeVar("T")

DEPARTS_WITHIN = 0.25
"""Seconds that a page in hand waits for the request of the next one to be written.

On the open connection of the page before that takes less than a millisecond, and a request that has to wait for a rate limit tells
so. What takes longer is a wait before a retry, or for a transport that does not tell.
"""


class Fetch(Protocol[T]):
    """Fetches the page of a query."""

    def __call__(self, query: Mapping[str, Any], /) -> RawPage[T]:
        """One page."""
        ...


FetchedPage: TypeAlias = tuple[str | None, RawPage[T]]
"""A page, and the cursor that led to it."""


def decoded(page: RawPage[T]) -> Page[T]:
    """A page with its items."""
    return Page(page.items(), ListMetadata(page.before, page.after))


class Prefetcher(Generic[T]):
    """The pages of a walk, with some fetched ahead of the one who takes them.

    What fetches ahead ends as soon as enough pages are there, and is started again when one was taken: who stops taking pages
    leaves nothing running.

    Args:
        fetch: Fetches a page.
        walk: Where the walk begins.
        count: How many pages are fetched ahead; 0 fetches each when it is asked for.
    """

    def __init__(self, fetch: Fetch[T], walk: PageCursor, count: int) -> None:
        self._fetch = fetch
        self._walk = walk
        self._count = count
        self._ready: deque[FetchedPage[T]] = deque()
        self._error: Exception | None = None
        self._flight: BackgroundTask | None = None
        self._stopped = False
        self._asked = False  # for the next page, by one who waits for it
        self._arrived = ThreadSafeEvent()
        self._departed = ThreadSafeEvent()
        self._lock = ForkSafeLock()  # for a moment, and never across a request

    def next(self) -> Page[T] | None:
        """The next page, or None behind the last. The request of the one after it is on the wire by then."""
        fetched, waited = self._take()
        if fetched is None:
            return None
        if self._launch() and not waited:
            try:
                self._departed.wait(DEPARTS_WITHIN)
            except BaseException:
                self._ready.appendleft(fetched)
                self.stop()
                raise
        cursor, page = fetched
        try:
            return decoded(page)  # while the next one travels
        except DecodeError:
            self.close()
            self._ready.clear()
            self._error = None
            self._walk.rewind(cursor)  # to ask for it again, should anybody wish to
            raise

    def _take(self) -> "tuple[FetchedPage[T] | None, bool]":
        """The next page, and whether it was waited for: until the request of the one after it was gone, or for a while."""
        waited = False
        while True:
            with self._lock:
                if self._ready:
                    return self._ready.popleft(), waited
                error, self._error = self._error, None
                in_flight = self._asked = self._flight is not None
                self._arrived.clear()
            if error is not None:
                raise error
            if in_flight:
                try:
                    waited = True
                    self._arrived.wait(DEPARTS_WITHIN)
                except BaseException:
                    self.stop()
                    raise
                finally:
                    self._asked = False
            elif self._walk.is_finished:
                return None, waited
            else:  # the first page, or after an error
                return self._fetch_next(), False

    def _fetch_next(self) -> "FetchedPage[T]":
        cursor = self._walk.cursor
        page = self._fetch(self._walk.query)
        self._walk.advance(ListMetadata(page.before, page.after))
        return cursor, page

    def _launch(self) -> bool:
        """Start to fetch ahead if there is need; say whether something is under way."""
        with self._lock:
            self._stopped = False
            if self._flight is None and self._wanting():
                self._departed.clear()
                self._flight = BackgroundTask(self._run, self._landed)
            return self._flight is not None

    def _wanting(self) -> bool:
        return len(self._ready) - self._asked < self._count and not (
            self._stopped or self._walk.is_finished or self._error
        )

    def _run(self) -> None:
        on_request_sent(self._gone)
        try:
            while True:
                fetched = self._fetch_next()
                with self._lock:
                    held_back = bool(self._ready)  # the one before it, by a transport that does not tell
                    self._ready.append(fetched)
                    more = self._wanting()  # with one page ahead: if this one is taken at once
                    self._departed.set()  # also by transports that don't tell
                    if more:
                        self._departed.clear()
                    else:
                        self._flight = None
                if held_back or not more:
                    self._arrived.set()  # else when the next request is gone
                if not more:
                    return
        except Exception as error:
            self._error = error

    def _gone(self) -> None:
        self._departed.set()
        if self._ready:
            self._arrived.set()

    def _landed(self, flight: BackgroundTask) -> None:
        with self._lock:
            if self._flight is not flight:
                return
            self._flight = None
            self._departed.set()
        self._arrived.set()

    def stop(self) -> None:
        """Fetch no more; what is under way is given up."""
        self._stopped = True
        flight = self._flight
        if flight is not None:
            flight.stop()

    def close(self) -> None:
        """Fetch no more, and wait until nothing is under way."""
        flight = self._flight
        self.stop()
        if flight is not None:
            flight.join()
