"""The order in which requests that wait for a limit are sent."""

from bisect import bisect_left
from itertools import count
from typing import Literal, TypeAlias

Priority: TypeAlias = Literal["interactive", "background"]
"""`interactive` requests are sent before `background` ones."""

BACKGROUND_SHARE = 5
"""Every fifth request sent is a background one while any wait, so that interactive requests do not starve them."""


class WaitQueue:
    """Tickets in two first-in, first-out queues: interactive requests, and background ones.

    A ticket may be taken out of order by a caller that was delayed: those behind it count it as ahead of them until it is gone.
    """

    def __init__(self) -> None:
        self._numbers = count(1)
        self._interactive: list[int] = []
        self._background: list[int] = []
        self._since_background = 0  # interactive tickets taken since the last background one

    def __len__(self) -> int:
        return len(self._interactive) + len(self._background)

    def enqueue(self, priority: Priority) -> int:
        """Add a ticket at the end of the queue of its priority."""
        ticket = next(self._numbers)
        (self._interactive if priority == "interactive" else self._background).append(ticket)
        return ticket

    def ahead(self, ticket: int) -> int:
        """Return how many tickets are taken before this one, as things stand."""
        index = _index(self._interactive, ticket)
        turns = BACKGROUND_SHARE - 1
        if index is not None:  # background tickets that come in between
            between = (self._since_background + index) // turns
            return index + min(between, len(self._background))
        index = _index(self._background, ticket)
        if index is None:
            raise KeyError(ticket)
        before = max(0, turns - self._since_background) + index * turns
        return index + min(before, len(self._interactive))

    def first(self) -> int | None:
        """Return the ticket that is taken next."""
        is_background_due = self._since_background >= BACKGROUND_SHARE - 1
        if self._background and (is_background_due or not self._interactive):
            return self._background[0]
        return self._interactive[0] if self._interactive else None

    def take(self, ticket: int) -> None:
        """Remove a ticket whose request is sent."""
        if self._remove(ticket) is self._interactive:
            self._since_background += 1
        else:
            self._since_background = 0

    def discard(self, ticket: int) -> None:
        """Remove a ticket whose request is not sent."""
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
