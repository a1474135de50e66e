"""Lists: one page, all pages, or every item."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from workos_core.errors import InvalidArgumentError
from workos_core.pages import ListMetadata, Page, Walk
from workos_core.wire import Operation, RequestOptions

if TYPE_CHECKING:
    from workos_async._caller import Caller

T = TypeVar("T")


class Source(Generic[T]):
    """What a list is fetched from, and how far it was handed out."""

    def __init__(
        self, caller: "Caller", operation: Operation[T], path: Mapping[str, str], options: RequestOptions | None
    ) -> None:
        self._caller = caller
        self._operation = operation
        self._path = path
        self._options = options
        self.cursor: str | None = None

    def __repr__(self) -> str:
        return self._operation.name

    async def fetch(self, query: Mapping[str, Any]) -> Page[T]:
        """One page."""
        items, before, after = await self._caller.page(self._operation, self._path, query, self._options)
        return Page(items, ListMetadata(before, after))

    def hand_out(self, item: T | None) -> None:
        """Note the item as the place to go on from."""
        identifier = getattr(item, "id", None)
        if isinstance(identifier, str):
            self.cursor = identifier


class Pager(Generic[T]):
    """A list of the API that is fetched as it is read.

    Iterate over it for every item, over `pages()` for every page; `page()` fetches one page, `take(n)` the first n items and
    `collect()` all of them. Nothing is fetched before. Every iteration starts at the beginning.
    """

    def __init__(
        self,
        caller: "Caller",
        operation: Operation[T],
        *,
        path: Mapping[str, str] | None = None,
        query: Mapping[str, Any],
        options: RequestOptions | None = None,
    ) -> None:
        self._source = Source(caller, operation, path or {}, options)
        self._query = query

    def __repr__(self) -> str:
        return f"Pager({self._source!r})"

    @property
    def cursor(self) -> str | None:
        """The id of the last item that was handed out, or None. Pass it as `after` to go on behind it, in another process too."""
        return self._source.cursor

    def __aiter__(self) -> "ItemIterator[T]":
        return ItemIterator(self._source, self.pages())

    def pages(self) -> "PageIterator[T]":
        """Iterate over pages. They hold 100 items unless `limit` was given."""
        return PageIterator(self._source, Walk(self._query))

    async def page(self) -> Page[T]:
        """Fetch one page: the first, or the one that `before` or `after` point to. It holds 10 items unless `limit` was given."""
        return await self._source.fetch(self._query)

    async def take(self, count: int) -> list[T]:
        """Fetch the first `count` items, or fewer if the list is shorter; no more pages than that needs."""
        if count < 0:
            raise InvalidArgumentError(f"can't take {count} items")
        walk = Walk(self._query)
        if self._query.get("limit") is None:
            walk.query["limit"] = max(1, min(count, walk.query["limit"]))
        found: list[T] = []
        pages = PageIterator(self._source, walk)
        while len(found) < count and not pages.finished:
            page = await pages.fetch()
            found += page.data[: count - len(found)]
        self._source.hand_out(found[-1] if found else None)
        return found

    async def collect(self) -> list[T]:
        """Fetch every item."""
        found: list[T] = []
        async for page in self.pages():
            found += page.data
        return found


class PageIterator(Generic[T]):
    """Pages in order."""

    def __init__(self, source: Source[T], walk: Walk) -> None:
        self._source = source
        self._walk = walk

    @property
    def finished(self) -> bool:
        """Whether the last page was fetched."""
        return self._walk.finished

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Page[T]:
        if self.finished:
            raise StopAsyncIteration
        page = await self.fetch()
        self._source.hand_out(page.data[-1] if page.data else None)
        return page

    async def fetch(self) -> Page[T]:
        """The next page."""
        page = await self._source.fetch(self._walk.query)
        self._walk.advance(page.list_metadata)
        return page


class ItemIterator(Generic[T]):
    """Items in order, page after page."""

    def __init__(self, source: Source[T], pages: PageIterator[T]) -> None:
        self._source = source
        self._pages = pages
        self._items: list[T] = []
        self._next = 0

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        while self._next >= len(self._items):
            if self._pages.finished:
                raise StopAsyncIteration
            self._items = (await self._pages.fetch()).data
            self._next = 0
        item = self._items[self._next]
        self._next += 1
        self._source.hand_out(item)
        return item
