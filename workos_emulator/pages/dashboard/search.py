"""Searches of long lists. They release the lock between parts of the list, so that other requests wait for one part at most."""

import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from workos_emulator.http.messages import Request
from workos_emulator.pages.dashboard import listing
from workos_emulator.storage.state import State
from workos_emulator.storage.store import Collection

_PART = 500  # objects: one to two milliseconds
_PAUSE = 0.0005  # seconds, so that threads that wait for the lock get it


@dataclass(slots=True, frozen=True)
class SearchableList:
    """A list of stored objects that can be searched.

    Attributes:
        collection: Returns the objects.
        text: Returns the texts of an object that a search looks at.
        groups: The group indexes that the list can be filtered by, which are the names of query parameters.
    """

    collection: Callable[[State], Collection[Any]]
    text: Callable[[State, Any], Sequence[str | None]]
    groups: Sequence[str] = ()

    def numbers(self, state: State, query: dict[str, str]) -> Sequence[int]:
        """Return the numbers of all objects, or of those in the group that a query names. The sequence is not a copy."""
        group = next((name for name in self.groups if query.get(name)), None)
        collection = self.collection(state)
        return collection.numbers(group, query[group]) if group else collection.numbers()

    def text_of(self, state: State, entity: Any) -> str:
        """Return all text of an object that a search looks at, folded for comparisons regardless of case."""
        return "\n".join([entity.id, *filter(None, self.text(state, entity))]).casefold()


LISTS: dict[str, SearchableList] = {}
"""The searchable lists, by path."""


def find(request: Request, lock: AbstractContextManager[Any], state: Callable[[], State]) -> list[int]:
    """Return the numbers of the objects that match the search of a request, newest first, up to the first one after its page."""
    searched, query = LISTS[request.path], _query(request)
    wanted = text_of(request).casefold()
    limit = listing.page_number(query.get("page", "1")) * listing.PAGE_SIZE + 1
    with lock:
        collection, numbers = searched.collection(state()), [*searched.numbers(state(), query)]
    found: list[int] = []
    for end in range(len(numbers), 0, -_PART):
        with lock:
            if searched.collection(state()) is not collection:  # a reset replaced it
                return []
            for number in reversed(numbers[max(0, end - _PART) : end]):
                entity = listing.get(collection, number)
                if entity is not None and wanted in searched.text_of(state(), entity):
                    found.append(number)
        if len(found) >= limit:
            break
        time.sleep(_PAUSE)
    return found[:limit]


def text_of(request: Request) -> str:
    """Return the text to search; empty if a request is for no search."""
    return _query(request).get("q", "").strip()


def _query(request: Request) -> dict[str, str]:
    return dict(parse_qsl(request.query, keep_blank_values=True))
