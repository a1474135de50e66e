"""The order in which requests that wait for a limit are sent."""

from bisect import bisect_left
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from typing import Literal, TypeAlias

Priority: TypeAlias = Literal["interactive", "background"]
"""`interactive` requests are sent before `background` ones."""

BACKGROUND_SHARE = 5
"""While background requests wait, every fifth request that is sent is one of them, so that interactive requests do not starve them."""


_FRONT = 1 << 62
"""Subtracted from the tickets at the front, so that each queue is sorted."""


class WaitQueue:
    """Tickets in two first-in, first-out queues: interactive requests and background ones. Retries go to the front of their queue.

    A ticket may be taken out of order: the caller of an earlier one may be delayed, and its place stays reserved.
    """

    def __init__(self) -> None:
        self._numbers = count(1)
        self._interactive: list[int] = []
        self._background: list[int] = []
        self._since_background = 0  # interactive tickets taken since the last background one

    def __len__(self) -> int:
        return len(self._interactive) + len(self._background)

    def new_ticket(self) -> int:
        """Return a ticket that is not in the queue."""
        return next(self._numbers)

    def enqueue(self, priority: Priority, *, first: bool = False) -> int:
        """Add a ticket at the end of the queue of its priority, or at the front, behind others that were added there."""
        ticket = next(self._numbers)
        queue = self._interactive if priority == "interactive" else self._background
        if first:
            ticket -= _FRONT
            queue.insert(bisect_left(queue, ticket), ticket)
        else:
            queue.append(ticket)
        return ticket

    def ahead(self, ticket: int) -> int:
        """Return how many tickets are taken before this one, as things stand."""
        interactive_turns = BACKGROUND_SHARE - 1
        index = _index(self._interactive, ticket)
        if index is not None:  # background tickets are taken in between
            return index + min((self._since_background + index) // interactive_turns, len(self._background))
        index = _index(self._background, ticket)
        if index is None:
            raise KeyError(ticket)
        before = max(0, interactive_turns - self._since_background) + index * interactive_turns
        return index + min(before, len(self._interactive))

    def first(self) -> int | None:
        """Return the ticket that is taken next."""
        is_background_due = self._since_background >= BACKGROUND_SHARE - 1
        if self._background and (is_background_due or not self._interactive):
            return self._background[0]
        return self._interactive[0] if self._interactive else None

    def every(self, step: int) -> Iterator[int]:
        """Return the last ticket of each `step` tickets of a queue: those that can be sent a window earlier when one before them is discarded."""
        yield from self._interactive[step - 1 :: step]
        yield from self._background[step - 1 :: step]

    def take(self, ticket: int) -> None:
        """Remove a ticket whose request is sent."""
        self._since_background = self._since_background + 1 if self._remove(ticket) is self._interactive else 0

    def discard(self, ticket: int) -> None:
        """Remove a ticket whose request is not sent, if it is in the queue."""
        with suppress(KeyError):
            self._remove(ticket)

    def _remove(self, ticket: int) -> list[int]:
        for queue in (self._interactive, self._background):
            index = _index(queue, ticket)
            if index is not None:
                del queue[index]
                return queue
        raise KeyError(ticket)


def _index(queue: list[int], ticket: int) -> int | None:
    index = bisect_left(queue, ticket)
    return index if index < len(queue) and queue[index] == ticket else None
