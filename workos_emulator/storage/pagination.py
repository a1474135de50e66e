"""Cursor pagination. The cursors are object IDs."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, Generic, TypeVar

from workos_emulator.storage.store import Collection, Entity

E = TypeVar("E", bound=Entity)

DEFAULT_LIMIT = 10


class UnknownCursorError(Exception):
    """A cursor is not the ID of an object in the collection.

    Attributes:
        field: The query parameter, `before` or `after`.
    """

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


def page(
    collection: Collection[E],
    query: Mapping[str, Any],
    render: Callable[[E], Any],
    *,
    numbers: Sequence[int] | None = None,
    keep: Callable[[E], bool] | None = None,
) -> dict[str, Any]:
    """Return one page as the API renders it: `object`, `data` and `list_metadata`.

    The cost depends on the size of the page, not of the collection, provided that `keep` accepts most objects.

    Args:
        collection: The collection of the objects.
        query: The query parameters `limit`, `before`, `after` and `order`.
        render: Renders an object as JSON.
        numbers: The numbers of the objects in the list, ascending; by default all.
        keep: Whether an object belongs to the list; by default all do.

    Raises:
        UnknownCursorError: `before` or `after` is not the ID of an object in the collection.
    """
    window = _Window(collection, collection.numbers() if numbers is None else numbers, keep, query.get("order", "desc"))
    swapped = query.get("order") == "normal"
    after, before = (query.get("before"), query.get("after")) if swapped else (query.get("after"), query.get("before"))
    names = ("before", "after") if swapped else ("after", "before")
    start, end = window.bounds(_number(collection, after, names[0]), _number(collection, before, names[1]))
    limit = query.get("limit", DEFAULT_LIMIT)
    if before is not None and after is None:
        positions = [*islice(window.matching(range(end - 1, start - 1, -1)), limit)][::-1]
    else:
        positions = [*islice(window.matching(range(start, end)), limit)]
    entities = [window.at(position) for position in positions]
    earlier = later = None
    if positions and any(True for _ in window.matching(range(positions[0] - 1, -1, -1))):
        earlier = entities[0].id
    if positions and any(True for _ in window.matching(range(positions[-1] + 1, len(window)))):
        later = entities[-1].id
    metadata = {"before": later, "after": earlier} if swapped else {"before": earlier, "after": later}
    return {"object": "list", "data": [render(entity) for entity in entities], "list_metadata": metadata}


def _number(collection: Collection[E], cursor: str | None, field: str) -> int | None:
    if cursor is None:
        return None
    entity = collection.get(cursor)
    if entity is None:
        raise UnknownCursorError(field)
    return entity.number


class _Window(Generic[E]):
    """The objects of a list, by their position in the list's order (position 0 comes first)."""

    def __init__(
        self, collection: Collection[E], numbers: Sequence[int], keep: Callable[[E], bool] | None, order: str
    ) -> None:
        self._collection = collection
        self._numbers = numbers
        self._keep = keep
        self._descending = order != "asc"

    def __len__(self) -> int:
        return len(self._numbers)

    def at(self, position: int) -> E:
        return self._collection.at(self._numbers[-1 - position if self._descending else position])

    def matching(self, positions: Iterable[int]) -> Iterable[int]:
        keep = self._keep
        return positions if keep is None else (position for position in positions if keep(self.at(position)))

    def bounds(self, after: int | None, before: int | None) -> tuple[int, int]:
        """Return the positions strictly between two numbers, as a half-open range."""
        start = 0 if after is None else self._position(after, past=True)
        end = len(self) if before is None else self._position(before, past=False)
        return start, max(start, end)

    def _position(self, number: int, *, past: bool) -> int:
        """Return the position of a number (with `past`, the one after it). An absent number has the position it would have."""
        if self._descending:
            return len(self) - (bisect_left if past else bisect_right)(self._numbers, number)
        return (bisect_right if past else bisect_left)(self._numbers, number)
