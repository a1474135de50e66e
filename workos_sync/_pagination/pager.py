# Generated from workos_async/_pagination/pager.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Paginated lists: one page, all pages, or every item."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, NoReturn, Self, TypeVar

from workos_core.argument_checks import check_count
from workos_core.http.hidden_locals import hide_locals
from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions, check_options
from workos_core.http.requests import build_request
from workos_core.http.responses import RawPage
from workos_core.http.timeouts import check_seconds
from workos_core.pagination import Page, PageCursor, check_prefetch
from workos_core.suggestions import missing_name_error
from workos_sync._api_requestor import APIRequestor
from workos_sync._concurrency.wrong_variant import PagerSyntax
from workos_sync._pagination.prefetcher import Prefetcher, decode_page

T = TypeVar("T")
_OF_PAGES = {
    "data": "page(), whose result has data",
    "list_metadata": "page(), whose result has list_metadata",
    "auto_paging_iter": "the pager itself, which iterates over all pages",
}


def check_list_arguments(
    operation: Operation[Any], path: Mapping[str, str], query: Mapping[str, Any], options: RequestOptions | None
) -> None:
    """Check the arguments of a list method when it is called, and not when the list is read.

    Raises:
        InvalidArgumentError: The query has both `before` and `after`, or the first request can't be built.
    """
    PageCursor(query)
    build_request(operation, path, query, None)
    if options is not None:
        check_options(options)


class PageSource(Generic[T]):
    """The list endpoint of a pager, and the position of its reader.

    Attributes:
        cursor: The ID of the last item that the reader received, or None.
        excluded: The query parameters that `after` excludes.
    """

    def __init__(
        self,
        requestor: APIRequestor,
        operation: Operation[T],
        path: Mapping[str, str],
        options: RequestOptions | None,
    ) -> None:
        self._requestor = requestor
        self._operation = operation
        self._path = path
        self._options = options
        self.cursor: str | None = None
        self.excluded: frozenset[str] = operation.excluded_by("after")

    def __repr__(self) -> str:
        return self._operation.name

    @hide_locals
    def fetch_page(self, query: Mapping[str, Any]) -> RawPage[T]:
        """Fetch one page."""
        return self._requestor.fetch_page(self._operation, self._path, query, self._options)

    def deadline(self) -> float | None:
        """Return the deadline of the request for a page in seconds; None for no limit."""
        return check_seconds("deadline", (self._options or {}).get("deadline", self._requestor.deadline))

    def record_position(self, item: T | None) -> None:
        """Record an item as the last one that the reader received."""
        identifier = getattr(item, "id", None)
        if isinstance(identifier, str):
            self.cursor = identifier


class Pager(PagerSyntax, Generic[T]):
    """A paginated list that is fetched while you read it.

    Iterate over it for every item and over `pages()` for every page; `page()` fetches a single page, `take(n)` the first n items and
    `collect()` all items. No request is sent before. Every iteration starts at the beginning of the list.

    While you process a page, the next one is already being fetched: its request was sent before you received the page. You can leave a
    loop at any time: requests for further pages are canceled.
    """

    def __init__(
        self,
        requestor: APIRequestor,
        operation: Operation[T],
        *,
        path: Mapping[str, str] | None = None,
        query: Mapping[str, Any],
        options: RequestOptions | None = None,
    ) -> None:
        check_list_arguments(operation, path or {}, query, options)
        self._source = PageSource(requestor, operation, path or {}, options)
        self._query = query

    def __repr__(self) -> str:
        return f"Pager({self._source!r})"

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> NoReturn:
            raise missing_name_error("Pager", name, dir(type(self)), _OF_PAGES)

        def __getitem__(self, index: object) -> NoReturn:
            raise TypeError(
                "a pager has no items by index: `take(n)` returns the first n items, `collect()` a list of all"
            )

    @property
    def cursor(self) -> str | None:
        """The ID of the last item that you received (after a page, of its last item), or None.

        Store it when you have processed the item, and resume from it later, even in another process: pass it as `after`, or, for a list
        with `before` or `order="normal"`, as `before`. Prefetched pages don't count. It stays None if the items have no IDs.
        """
        return self._source.cursor

    def __iter__(self) -> "ItemIterator[T]":
        return self.items()

    def items(self, *, prefetch: int = 1) -> "ItemIterator[T]":
        """Iterate over items. A list with `before` is iterated backwards from there.

        Args:
            prefetch: How many pages to fetch ahead of the one you read, which is also how many are kept in memory. Pass 0 to fetch
                each page on demand.
        """
        return ItemIterator(self._source, self.pages(prefetch=prefetch))

    def pages(self, *, prefetch: int = 1) -> "PageIterator[T]":
        """Iterate over pages, of 100 items unless `limit` was passed.

        Args:
            prefetch: How many pages to fetch ahead of the one you read, which is also how many are kept in memory. Pass 0 to fetch
                each page on demand.
        """
        check_prefetch(prefetch)
        return PageIterator(self._source, self._first_cursor(), prefetch)

    def page(self) -> Page[T]:
        """Fetch a single page: the first one, or the one at `before` or `after`. It has 10 items unless `limit` was passed."""
        return decode_page(self._source.fetch_page(self._query))

    def take(self, count: int) -> list[T]:
        """Fetch the first `count` items, or fewer if the list is shorter, with no more pages than necessary."""
        check_count("count", count, 0)
        cursor = self._first_cursor()
        if self._query.get("limit") is None:
            cursor.query["limit"] = max(1, min(count, cursor.query["limit"]))
        return self._fetch_items(cursor, count)

    def collect(self) -> list[T]:
        """Fetch all items."""
        return self._fetch_items(self._first_cursor(), None)

    def _first_cursor(self) -> PageCursor:
        return PageCursor(self._query, self._source.excluded)

    def _fetch_items(self, cursor: PageCursor, count: int | None) -> list[T]:
        items: list[T] = []
        iterator = ItemIterator(self._source, PageIterator(self._source, cursor, 0))
        while count is None or len(items) < count:
            page = iterator.next_page()
            if page is None:
                break
            items += page if count is None else page[: count - len(items)]
        self._source.record_position(items[-1] if items else None)
        return items


class PageIterator(Generic[T]):
    """An iterator over the pages of a list."""

    def __init__(self, source: PageSource[T], cursor: PageCursor, prefetch: int) -> None:
        self._source = source
        self._prefetcher = Prefetcher(source.fetch_page, cursor, prefetch, source.deadline)
        self._is_closed = False
        self.is_reversed: bool = cursor.is_reversed

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Page[T]:
        page = self.next_page()
        if page is None:
            raise StopIteration
        items = page.data[::-1] if self.is_reversed else page.data
        self._source.record_position(items[-1] if items else None)
        return page

    def next_page(self) -> Page[T] | None:
        """Return the next page without recording it as the position of the reader; None after the last."""
        return None if self._is_closed else self._prefetcher.next_page()

    def close(self) -> None:
        """End the iteration: cancel the requests for further pages, and wait until they have ended."""
        self._is_closed = True
        self._prefetcher.close()

    def __del__(self) -> None:  # a loop that was left
        self._prefetcher.stop()


class ItemIterator(Generic[T]):
    """An iterator over the items of a list, page by page."""

    def __init__(self, source: PageSource[T], pages: PageIterator[T]) -> None:
        self._source = source
        self._pages = pages
        self._items: list[T] = []
        self._next = 0

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        while self._next >= len(self._items):
            page = self.next_page()
            if page is None:
                raise StopIteration
            self._items, self._next = page, 0
        item = self._items[self._next]
        self._next += 1
        self._source.record_position(item)
        return item

    def next_page(self) -> list[T] | None:
        """Return the items of the next page without recording them as the position of the reader; None after the last."""
        page = self._pages.next_page()
        if page is None:
            return None
        return page.data[::-1] if self._pages.is_reversed else page.data

    def close(self) -> None:
        """End the iteration: cancel the requests for further pages, and wait until they have ended."""
        self._items = []
        self._pages.close()
