"""The pages of long lists, newest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from workos_emulator.storage.store import Collection, Entity

T = TypeVar("T")
E = TypeVar("E", bound=Entity)

PAGE_SIZE = 25

_MAX_PAGE = 1_000_000


@dataclass(slots=True, frozen=True)
class Slice(Generic[T]):
    """One page of a list.

    Attributes:
        items: The items.
        number: The number of the page, from 1.
        has_next: Whether another page follows.
    """

    items: Sequence[T]
    number: int
    has_next: bool


def page_number(text: str) -> int:
    """Return the number of a page from a query parameter, from 1."""
    return min(max(int(text), 1), _MAX_PAGE) if text.isascii() and text.isdecimal() and len(text) < 9 else 1


def get(collection: Collection[E], number: int) -> E | None:
    """Return the object with this number; None if it has been deleted."""
    try:
        return collection.at(number)
    except KeyError:
        return None


def take(items: Iterable[T], number: int) -> Slice[T]:
    """Return a page of a list. Only the items up to its end are read."""
    start = (number - 1) * PAGE_SIZE
    found = [*islice(items, start, start + PAGE_SIZE + 1)]
    return Slice(found[:PAGE_SIZE], number, len(found) > PAGE_SIZE)


def of_search(collection: Collection[E], found: Sequence[int], number: int) -> Slice[E]:
    """Return a page of the objects that a search found, by number. Some may have been deleted since."""
    return take((each for each in (get(collection, item) for item in found) if each is not None), number)


def of_collection(collection: Collection[E], numbers: Sequence[int], number: int) -> Slice[E]:
    """Return a page of the objects with these ascending numbers, newest first. A page past the last one is the last one."""
    number = min(number, max(1, -(-len(numbers) // PAGE_SIZE)))
    end = len(numbers) - (number - 1) * PAGE_SIZE
    chosen = numbers[max(0, end - PAGE_SIZE) : max(0, end)]
    return Slice([collection.at(each) for each in reversed(chosen)], number, end > PAGE_SIZE)


def contains(text: str, *values: str | None) -> bool:
    """Return whether one of the values contains a text, regardless of case."""
    wanted = text.casefold()
    return any(wanted in value.casefold() for value in values if value)
