"""Which connection a request takes.

The pools of httpx and httpx2 look at every connection they hold, and at every request that waits, whenever a request begins or ends: with
a hundred of them this takes longer than all the rest of the request. So each transport here holds one connection (see `_one_connection`), and
they are lent out.
"""

import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol

from workos_async._concurrency.semaphore import Semaphore
from workos_async._concurrency.shielding import close_shielded
from workos_core.http.connection_settings import ConnectionLimits


class TransportPool(Protocol):
    """What lends transports to requests.

    Attributes:
        is_shared: Whether one transport has several requests at once, which may even share a connection.
    """

    is_shared: bool

    async def acquire(self, seconds: float | None) -> Any:
        """A transport; None if there was none in so many seconds."""
        ...

    async def release(self, transport: Any) -> None:
        """The request has ended."""
        ...

    async def aclose(self) -> None:
        """Close all transports, whoever uses them."""
        ...


class SharedTransport:
    """Lends one transport to all at once: one of the user's, or one whose requests share connections.

    Args:
        transport: The transport.
    """

    is_shared = True

    def __init__(self, transport: Any) -> None:
        self._transport = transport

    async def acquire(self, seconds: float | None) -> Any:
        """As in TransportPool. There always is one."""
        return self._transport

    async def release(self, transport: Any) -> None:
        """As in TransportPool."""

    async def aclose(self) -> None:
        """As in TransportPool."""
        await self._transport.aclose()


class ConnectionPool:
    """Lends each transport to one request at a time; the one that was used last goes first, so that the others can be closed.

    Args:
        make: Makes a transport that holds one connection. It is used until that is closed.
        limits: How many there may be, and how long unused ones are kept.
    """

    is_shared = False

    def __init__(self, make: Callable[[], Any], limits: ConnectionLimits) -> None:
        self._make = make
        self._semaphore = None if limits.max_connections is None else Semaphore(limits.max_connections)
        self._most_kept = limits.max_keepalive_connections
        self._expiry = limits.keepalive_expiry
        self._all: set[Any] = set()
        self._idle: deque[tuple[float, Any]] = deque()  # the one that was used last at the end; threads share it

    async def acquire(self, seconds: float | None) -> Any:
        """As in TransportPool."""
        if self._semaphore is not None and not await self._semaphore.acquire(seconds):
            return None
        try:
            return await self._acquire_idle() or self._open()
        except BaseException:
            self._release_slot()
            raise

    async def _acquire_idle(self) -> Any:
        while True:
            try:
                _, transport = self._idle.pop()
            except IndexError:
                return None
            if not transport.has_expired():
                return transport
            await self._close(transport)

    def _open(self) -> Any:
        transport = self._make()
        self._all.add(transport)
        return transport

    async def release(self, transport: Any) -> None:
        """As in TransportPool. Closes what can't be used again, is unused for too long, or too much."""
        now = time.monotonic()
        try:
            if transport.is_idle():
                self._idle.append((now, transport))
            else:
                await self._close(transport)
        finally:
            self._release_slot()
        if self._most_kept is not None and len(self._idle) > self._most_kept:
            await self._close_oldest()
        if self._expiry is not None and self._idle and self._idle[0][0] < now - self._expiry:
            await self._close_oldest()

    async def aclose(self) -> None:
        """As in TransportPool."""
        self._idle.clear()
        while self._all:
            await self._all.pop().aclose()

    async def _close_oldest(self) -> None:
        with suppress(IndexError):  # another thread has just taken it
            await self._close(self._idle.popleft()[1])

    async def _close(self, transport: Any) -> None:
        self._all.discard(transport)
        await close_shielded(transport.aclose())

    def _release_slot(self) -> None:
        if self._semaphore is not None:
            self._semaphore.release()
