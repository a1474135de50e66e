"""Cursor pagination: pages, and the query of the next page."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, Literal, TypeVar, get_args, overload

from attrs import define, frozen

from workos_core.errors import InvalidArgumentError, PaginationError
from workos_core.hidden_fields import HiddenFields

T = TypeVar("T")
U = TypeVar("U")
MAX_PAGE_SIZE = 100
"""The page size of a list without a `limit`: the maximum of the API, so that iterating over all pages takes the fewest requests."""


@frozen
class ListMetadata:
    """The cursors of the adjacent pages; None if there is no such page.

    Attributes:
        before: The cursor of the previous page.
        after: The cursor of the next page.
    """

    before: str | None = None
    after: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "ListMetadata":
        """Return the cursors of decoded JSON."""
        return cls(data.get("before"), data.get("after"))

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object."""
        return {"before": self.before, "after": self.after}

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Return the schema for pydantic, which calls this method."""
        from workos_core.serialization.pydantic_schema import object_schema

        kind = str | None
        return object_schema(
            cls, {"before": (kind, True), "after": (kind, True)}, cls.from_dict, handler, name="ListMetadata"
        )


@define
class Page(HiddenFields, Generic[T]):
    """One page of a list.

    A page is a valid type of a field, parameter or response of pydantic and FastAPI: `Page[User]`.

    Attributes:
        data: The items.
        list_metadata: The cursors of the adjacent pages.
    """

    data: list[T]
    list_metadata: ListMetadata

    @staticmethod
    def from_dict(data: Mapping[str, Any], item_type: "type[U]") -> "Page[U]":
        """Return a page of decoded JSON, as the API sends it.

        Args:
            data: The decoded JSON object.
            item_type: The model of the items.

        Raises:
            InvalidArgumentError: The data has the wrong structure. The text names the position.
        """
        from workos_core.serialization.page_decoder import decode_page_parts

        items, metadata = decode_page_parts(item_type, data)
        return Page(items, ListMetadata.from_dict(metadata))

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object of the page, as the API sends it. The items become JSON values, too."""
        from workos_core.serialization.unstructure import to_dict

        return {"object": "list", "data": to_dict(self.data), "list_metadata": self.list_metadata.to_dict()}

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the JSON text of the page; see `to_dict`.

        Args:
            indent: The number of spaces to indent nested values with; None for a single line.
        """
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def replace(self, *, data: list[T] | None = None, list_metadata: ListMetadata | None = None) -> "Page[T]":
        """Return a copy with other items or cursors. The same as `copy.replace` of Python 3.13."""
        return Page(self.data if data is None else data, self.list_metadata if list_metadata is None else list_metadata)

    __replace__ = replace

    def __iter__(self) -> Iterator[T]:
        return iter(self.data)

    def __len__(self) -> int:
        return len(self.data)

    def __bool__(self) -> bool:
        return bool(self.data)

    def keys(self) -> tuple[str, ...]:
        """Return the JSON names of the fields. `dict(page)` has them, which FastAPI and other serializers make use of."""
        return ("object", "data", "list_metadata")

    @overload
    def __getitem__(self, key: int) -> T: ...
    @overload
    def __getitem__(self, key: slice) -> list[T]: ...
    @overload
    def __getitem__(self, key: str) -> Any: ...
    def __getitem__(self, key: int | slice | str) -> Any:
        return self.to_dict()[key] if isinstance(key, str) else self.data[key]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Return the schema for pydantic, which calls this method."""
        from workos_core.serialization.pydantic_schema import object_schema

        arguments = get_args(source)
        item: Any = arguments[0] if arguments else Any
        return object_schema(
            cls,
            {"object": (Literal["list"], False), "data": (list[item], True), "list_metadata": (ListMetadata, True)},
            lambda data: cls.from_dict(data, item),
            handler,
            name=f"Page[{getattr(item, '__name__', item)}]",
        )


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
        self.is_reversed: bool = is_backward != (query.get("order") == "normal")
        self.query: dict[str, Any] = dict(query)
        if self.query.get("limit") is None:
            self.query["limit"] = MAX_PAGE_SIZE
        self.is_finished: bool = False
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
