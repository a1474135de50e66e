"""Cursor pagination: pages, and the query of the next page."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from attrs import define, frozen

from workos_core.errors import InvalidArgumentError, PaginationError

T = TypeVar("T")
MAX_PAGE_SIZE = 100
"""The page size of a list without a `limit`: the maximum of the API, so that iterating over all pages takes the fewest requests."""


@frozen
class ListMetadata:
    """The cursors of the adjacent pages; None if there is no such page.

    Attributes:
        before: The cursor of the previous page.
        after: The cursor of the next page.
    """

    before: str | None
    after: str | None


@define
class Page(Generic[T]):
    """One page of a list.

    Attributes:
        data: The items.
        list_metadata: The cursors of the adjacent pages.
    """

    data: list[T]
    list_metadata: ListMetadata

    def __iter__(self) -> Iterator[T]:
        return iter(self.data)

    def __len__(self) -> int:
        return len(self.data)


class PageCursor:
    """A position in a paginated list: the query of the next page.

    Iteration follows `list_metadata.after`. It follows `list_metadata.before` if the query has `before`, or has `order="normal"`,
    for which the cursors have the opposite meaning.

    Args:
        query: The query of the first page.
        excluded: The query parameters that `after` excludes. They are sent with the first page only.

    Attributes:
        direction: The query parameter that takes the cursor of the next page: `after` or `before`.
        is_reversed: Whether pages are in the opposite order of the items in them.
        query: The query of the next page.
        is_finished: Whether the last page was reached.

    Raises:
        InvalidArgumentError: The query has both `before` and `after`.
        PaginationError: (from `advance`) The API sent a cursor a second time.
    """

    def __init__(self, query: Mapping[str, Any], excluded: Iterable[str] = ()) -> None:
        if query.get("before") is not None and query.get("after") is not None:
            raise InvalidArgumentError("before and after are mutually exclusive; pass one of them")
        is_backward = query.get("before") is not None
        if query.get("order") == "normal":
            is_backward = query.get("after") is None
        self.direction = "before" if is_backward else "after"
        self.is_reversed = is_backward != (query.get("order") == "normal")
        self.query: dict[str, Any] = dict(query)
        if self.query.get("limit") is None:
            self.query["limit"] = MAX_PAGE_SIZE
        self.is_finished = False
        self._excluded = tuple(excluded)
        self._omitted: dict[str, Any] = {}
        self._seen: dict[str | None, None] = {self.cursor: None}  # a dict keeps the order in which the cursors arrived

    @property
    def cursor(self) -> str | None:
        """The cursor of the next page; None for the first page."""
        return self.query.get(self.direction)

    def advance(self, metadata: ListMetadata) -> None:
        """Move past the page that has these cursors."""
        cursor = metadata.before if self.direction == "before" else metadata.after
        if not cursor:
            self.is_finished = True
            return
        if cursor in self._seen:
            raise PaginationError(f"the API sent the cursor {cursor!r} a second time, so the list would never end")
        self._seen[cursor] = None
        self.query[self.direction] = cursor
        if self.direction == "after":
            self._omitted |= {name: self.query.pop(name) for name in self._excluded if name in self.query}

    def rewind(self, cursor: str | None) -> None:
        """Move back before the page that a cursor led to."""
        while next(reversed(self._seen)) != cursor:
            self._seen.popitem()
        self.query[self.direction] = cursor
        if len(self._seen) == 1:  # the first page
            self.query |= self._omitted
        self.is_finished = False


def check_prefetch(count: object) -> None:
    """Raise `InvalidArgumentError` unless it is a number of pages."""
    if isinstance(count, bool) or not isinstance(count, int) or count < 0:
        raise InvalidArgumentError(f"prefetch must be a number of pages, at least 0 (got {count!r})")
