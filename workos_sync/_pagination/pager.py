# Generated from workos_async/_pagination/pager.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Lists: one page, all pages, or every item."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from workos_core.errors import InvalidArgumentError
from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.responses import RawPage
from workos_core.pagination import Page, PageCursor, check_prefetch
from workos_sync._pagination.prefetcher import Prefetcher, decoded

if TYPE_CHECKING:
    from workos_sync._api_requestor import APIRequestor

T = TypeVar("T")


class PageSource(Generic[T]):
    """What a list is fetched from, and how far it was handed out."""

    def __init__(
        self,
        requestor: "APIRequestor",
        operation: Operation[T],
        path: Mapping[str, str],
        options: RequestOptions | None,
    ) -> None:
        self._requestor = requestor
        self._operation = operation
        self._path = path
        self._options = options
        self.cursor: str | None = None

    def __repr__(self) -> str:
        return self._operation.name

    def fetch(self, query: Mapping[str, Any]) -> RawPage[T]:
        """One page."""
        return self._requestor.fetch_page(self._operation, self._path, query, self._options)

    def record_position(self, item: T | None) -> None:
        """Note the item as the place to go on from."""
        identifier = getattr(item, "id", None)
        if isinstance(identifier, str):
            self.cursor = identifier


class Pager(Generic[T]):
    """A list of the API that is fetched as it is read.

    Iterate over it for every item, over `pages()` for every page; `page()` fetches one page, `take(n)` the first n items and
    `collect()` all of them. Nothing is fetched before. Every iteration starts at the beginning.

    While you work on a page, the next one is fetched already: its request was sent before you got the page. Leave a loop whenever you
    like: what was fetched ahead is given up.
    """

    def __init__(
        self,
        requestor: "APIRequestor",
        operation: Operation[T],
        *,
        path: Mapping[str, str] | None = None,
        query: Mapping[str, Any],
        options: RequestOptions | None = None,
    ) -> None:
        self._source = PageSource(requestor, operation, path or {}, options)
        self._query = query

    def __repr__(self) -> str:
        return f"Pager({self._source!r})"

    @property
    def cursor(self) -> str | None:
        """The id of the item that was handed out last (of the last one of a page, after a page), or None.

        Keep it when you are done with the item, and the list goes on behind it, in another process too: give it as `after`, or, in a
        list with `before` or `order="normal"`, as `before`. Pages fetched ahead don't count. It stays None where items have no id.
        """
        return self._source.cursor

    def __iter__(self) -> "ItemIterator[T]":
        return self.items()

    def items(self, *, prefetch: int = 1) -> "ItemIterator[T]":
        """Iterate over items; a list with `before` comes out backwards, from there on.

        Args:
            prefetch: How many pages to fetch ahead of the one that is read; as many are in memory. 0 fetches each when it is needed.
        """
        return ItemIterator(self._source, self.pages(prefetch=prefetch))

    def pages(self, *, prefetch: int = 1) -> "PageIterator[T]":
        """Iterate over pages. They hold 100 items unless `limit` was given.

        Args:
            prefetch: How many pages to fetch ahead of the one that is handed out; as many are in memory. 0 fetches each when it is asked for.
        """
        check_prefetch(prefetch)
        return PageIterator(self._source, PageCursor(self._query), prefetch)

    def page(self) -> Page[T]:
        """Fetch one page: the first, or the one that `before` or `after` point to. It holds 10 items unless `limit` was given."""
        return decoded(self._source.fetch(self._query))

    def take(self, count: int) -> list[T]:
        """Fetch the first `count` items, or fewer if the list is shorter; no more pages than that needs."""
        if count < 0:
            raise InvalidArgumentError(f"can't take {count} items")
        walk = PageCursor(self._query)
        if self._query.get("limit") is None:
            walk.query["limit"] = max(1, min(count, walk.query["limit"]))
        return self._gather(walk, count)

    def collect(self) -> list[T]:
        """Fetch every item."""
        return self._gather(PageCursor(self._query), None)

    def _gather(self, walk: PageCursor, count: int | None) -> list[T]:
        found: list[T] = []
        items = ItemIterator(self._source, PageIterator(self._source, walk, 0))
        while count is None or len(found) < count:
            page = items.rest()
            if page is None:
                break
            found += page if count is None else page[: count - len(found)]
        self._source.record_position(found[-1] if found else None)
        return found


class PageIterator(Generic[T]):
    """Pages in order."""

    def __init__(self, source: PageSource[T], walk: PageCursor, prefetch: int) -> None:
        self._source = source
        self._ahead = Prefetcher(source.fetch, walk, prefetch)
        self._closed = False
        self.upwards = walk.is_reversed

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Page[T]:
        page = self.fetch()
        if page is None:
            raise StopIteration
        items = page.data[::-1] if self.upwards else page.data
        self._source.record_position(items[-1] if items else None)
        return page

    def fetch(self) -> Page[T] | None:
        """The next page, which does not count as handed out yet; None behind the last."""
        return None if self._closed else self._ahead.next()

    def close(self) -> None:
        """Stop: fetch no more, and wait until nothing is under way."""
        self._closed = True
        self._ahead.close()

    def __del__(self) -> None:  # a loop that was left
        self._ahead.stop()


class ItemIterator(Generic[T]):
    """Items in order, page after page."""

    def __init__(self, source: PageSource[T], pages: PageIterator[T]) -> None:
        self._source = source
        self._pages = pages
        self._items: list[T] = []
        self._next = 0

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        while self._next >= len(self._items):
            page = self.rest()
            if page is None:
                raise StopIteration
            self._items, self._next = page, 0
        item = self._items[self._next]
        self._next += 1
        self._source.record_position(item)
        return item

    def rest(self) -> list[T] | None:
        """The items of the next page, which don't count as handed out yet; None behind the last."""
        page = self._pages.fetch()
        if page is None:
            return None
        return page.data[::-1] if self._pages.upwards else page.data

    def close(self) -> None:
        """Stop: fetch no more, and wait until nothing is under way."""
        self._items = []
        self._pages.close()
