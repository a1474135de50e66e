# Generated from workos_async/_pool.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Which connection a request takes.

The pools of httpx and httpx2 look at every connection they hold, and at every request that waits, whenever a request begins or ends: with
a hundred of them this takes longer than all the rest of the request. So each transport here holds one connection, and they are lent out.
"""

import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol

from workos_core.http_settings import ConnectionLimits
from workos_sync._io import Places, close_whole


class Lender(Protocol):
    """What lends transports to requests."""

    def take(self, seconds: float | None) -> Any:
        """A transport; None if there was none in so many seconds."""
        ...

    def give_back(self, transport: Any) -> None:
        """The request has ended."""
        ...

    def close(self) -> None:
        """Close all transports, whoever uses them."""
        ...


class Shared:
    """Lends one transport to all at once: one of the user's, or one whose requests share connections.

    Args:
        transport: The transport.
    """

    def __init__(self, transport: Any) -> None:
        self._transport = transport

    def take(self, seconds: float | None) -> Any:
        """As in Lender. There always is one."""
        return self._transport

    def give_back(self, transport: Any) -> None:
        """As in Lender."""

    def close(self) -> None:
        """As in Lender."""
        self._transport.close()


class Pool:
    """Lends each transport to one request at a time; the one that was used last goes first, so that the others can be closed.

    Args:
        make: Makes a transport that holds one connection.
        limits: How many there may be, and how long unused ones are kept.
    """

    def __init__(self, make: Callable[[], Any], limits: ConnectionLimits) -> None:
        self._make = make
        self._places = None if limits.max_connections is None else Places(limits.max_connections)
        self._most_kept = limits.max_keepalive_connections
        self._expiry = limits.keepalive_expiry
        self._all: set[Any] = set()
        self._unused: deque[tuple[float, Any]] = deque()  # the one that was used last at the end; threads share it

    def take(self, seconds: float | None) -> Any:
        """As in Lender."""
        if self._places is not None and not self._places.take(seconds):
            return None
        with suppress(IndexError):
            return self._unused.pop()[1]
        try:
            transport = self._make()
        except BaseException:
            self._leave()
            raise
        self._all.add(transport)
        return transport

    def give_back(self, transport: Any) -> None:
        """As in Lender. Closes what is unused for too long, or too much."""
        now = time.monotonic()
        self._unused.append((now, transport))
        self._leave()
        if self._most_kept is not None and len(self._unused) > self._most_kept:
            self._close_oldest()
        if self._expiry is not None and self._unused and self._unused[0][0] < now - self._expiry:
            self._close_oldest()

    def close(self) -> None:
        """As in Lender."""
        self._unused.clear()
        while self._all:
            self._all.pop().close()

    def _close_oldest(self) -> None:
        with suppress(IndexError):  # another thread has just taken it
            _, transport = self._unused.popleft()
            self._all.discard(transport)
            close_whole(transport.close())

    def _leave(self) -> None:
        if self._places is not None:
            self._places.give_back()
