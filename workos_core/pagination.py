"""Pages of a list, and the rules for walking from one to the next."""

from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar

from attrs import define, frozen

from workos_core.errors import InvalidArgumentError, PaginationError

T = TypeVar("T")
MAX_PAGE_SIZE = 100
"""Page size when all pages are walked and the caller set no `limit`: the largest the API allows."""


@frozen
class ListMetadata:
    """The cursors of the neighbouring pages; None where there is none.

    Attributes:
        before: The id that leads to the page before this one.
        after: The id that leads to the page after it.
    """

    before: str | None
    after: str | None


@define
class Page(Generic[T]):
    """One page of a list.

    Attributes:
        data: The items.
        list_metadata: The cursors of the neighbouring pages.
    """

    data: list[T]
    list_metadata: ListMetadata

    def __iter__(self) -> Iterator[T]:
        return iter(self.data)

    def __len__(self) -> int:
        return len(self.data)


class PageCursor:
    """Where a walk over pages stands: the query of the next page, until there is none.

    Lists are walked towards `list_metadata.after`. Given `before` they are walked the other way; so is `order="normal"`, whose
    cursors run the other way round.

    Attributes:
        direction: The parameter that leads on, `after` or `before`.
        upwards: Whether pages come in the opposite order of the items inside them.
        query: Of the next page.
        is_finished: Whether there is none.

    Raises:
        InvalidArgumentError: Both `before` and `after` are given, so that there is no direction to walk in.
        PaginationError: (from `advance`) a cursor came back that was there before.
    """

    def __init__(self, query: Mapping[str, Any]) -> None:
        if query.get("before") is not None and query.get("after") is not None:
            raise InvalidArgumentError("give either before or after: a list is walked in one direction")
        backwards = query.get("before") is not None
        if query.get("order") == "normal":
            backwards = query.get("after") is None
        self.direction = "before" if backwards else "after"
        self.upwards = backwards != (query.get("order") == "normal")
        self.query: dict[str, Any] = dict(query)
        if self.query.get("limit") is None:
            self.query["limit"] = MAX_PAGE_SIZE
        self.is_finished = False
        self._seen: dict[str | None, None] = {self.cursor: None}  # in the order in which they came

    @property
    def cursor(self) -> str | None:
        """What leads to the next page; None for the first one."""
        return self.query.get(self.direction)

    def advance(self, metadata: ListMetadata) -> None:
        """Move on behind the page that has these cursors."""
        cursor = metadata.before if self.direction == "before" else metadata.after
        if not cursor:
            self.is_finished = True
            return
        if cursor in self._seen:
            raise PaginationError(f"the API sent the cursor {cursor!r} a second time; the list would never end")
        self._seen[cursor] = None
        self.query[self.direction] = cursor

    def rewind(self, cursor: str | None) -> None:
        """Stand before a page again, the one that a cursor led to."""
        while next(reversed(self._seen)) != cursor:
            self._seen.popitem()
        self.query[self.direction] = cursor
        self.is_finished = False


def check_prefetch(count: object) -> None:
    """Raise InvalidArgumentError unless it is a number of pages."""
    if isinstance(count, bool) or not isinstance(count, int) or count < 0:
        raise InvalidArgumentError(f"prefetch is {count!r}; it takes a number of pages, 0 for none")
