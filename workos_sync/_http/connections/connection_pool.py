# Generated from workos_async/_http/connections/connection_pool.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Connection pools.

The pools of httpcore scan all their connections and all waiting requests whenever a request starts or ends. So each transport here holds
a single connection (see `core_transport`), and the pool assigns transports to requests. `nox -s bench -- pool` measures what that gains; see
docs/performance.md.
"""

import time
from collections import deque
from collections.abc import Callable
from typing import Any, Protocol
from weakref import WeakSet

from workos_core.http.connection_settings import ConnectionLimits
from workos_sync._concurrency.semaphore import Semaphore, Slot
from workos_sync._concurrency.shielding import close_shielded


class TransportPool(Protocol):
    """A pool of transports.

    Attributes:
        is_shared: Whether a transport serves several requests at once, which may even share a connection.
    """

    is_shared: bool

    def acquire(self, timeout: float | None) -> Any:
        """Return a transport for one request; None if none is available within `timeout` seconds (None: no limit)."""
        ...

    def release(self, transport: Any, is_reusable: bool) -> None:
        """Return a transport to the pool after its request has ended.

        Args:
            transport: The transport.
            is_reusable: Whether the response was read to its end. After any exception, the state of the connection is unknown.
        """
        ...

    def close(self) -> None:
        """Close all transports, including those in use."""
        ...


class SharedTransport:
    """A pool of a single transport that serves all requests at once: one of the application, or one whose requests share connections.

    Args:
        transport: The transport.
    """

    is_shared = True

    def __init__(self, transport: Any) -> None:
        self._transport = transport

    def acquire(self, timeout: float | None) -> Any:
        """See `TransportPool`. The transport is always available."""
        return self._transport

    def release(self, transport: Any, is_reusable: bool) -> None:
        """See `TransportPool`."""

    def close(self) -> None:
        """See `TransportPool`."""
        self._transport.close()


class ConnectionPool:
    """A pool of transports that serve one request at a time. The most recently used one is assigned first, so that the others expire.

    Args:
        open_transport: Returns a new transport that holds one connection. It is used until the connection is closed.
        limits: The maximum number of connections, and how many idle ones are kept for how long.
    """

    is_shared = False

    def __init__(self, open_transport: Callable[[], Any], limits: ConnectionLimits) -> None:
        self._open_transport = open_transport
        self._semaphore = None if limits.max_connections is None else Semaphore(limits.max_connections)
        self._max_idle = limits.max_keepalive_connections
        self._expiry = limits.keepalive_expiry
        # Weak, so that a transport that an exception of a signal handler has dropped is closed.
        self._all: WeakSet[Any] = WeakSet()
        self._is_closed = False
        self._idle: deque[tuple[float, Any]] = deque()  # the most recently used one last; shared by threads

    def acquire(self, timeout: float | None) -> Any:
        """See `TransportPool`."""
        slot = None if self._semaphore is None else self._semaphore.acquire(timeout)
        if slot is None and self._semaphore is not None:
            return None
        try:
            transport = self._acquire_idle() or self._open()
            transport.slot = slot
            return transport
        except BaseException:
            self._release_slot(slot)
            raise

    def _acquire_idle(self) -> Any:
        while True:
            try:
                _, transport = self._idle.pop()
            except IndexError:
                return None
            if not transport.has_expired():
                return transport
            self._close(transport)

    def _open(self) -> Any:
        transport = self._open_transport()
        self._all.add(transport)
        return transport

    def release(self, transport: Any, is_reusable: bool) -> None:
        """See `TransportPool`. Closes the transport if it is not reusable, and one idle transport that has expired or exceeds the limit."""
        slot = transport.slot
        try:
            now = time.monotonic()
            transport.slot = None
            if is_reusable and not self._is_closed and transport.is_idle():
                self._idle.append((now, transport))
            else:
                self._close(transport)
        finally:
            self._release_slot(slot)
        try:
            if self._max_idle is not None and len(self._idle) > self._max_idle:
                self._close(self._idle.popleft()[1])
            if self._expiry is not None and self._idle[0][0] < now - self._expiry:
                self._close(self._idle.popleft()[1])
        except IndexError:  # there is none, or another thread has just acquired it
            pass

    def close(self) -> None:
        """See `TransportPool`."""
        self._is_closed = True  # a connection that is being opened now can't be closed before its request has ended
        while transports := list(self._all):
            self._idle.clear()
            for transport in transports:
                self._all.discard(transport)
                transport.close()

    def _close(self, transport: Any) -> None:
        self._all.discard(transport)
        close_shielded(transport.close())

    def _release_slot(self, slot: Slot | None) -> None:
        if slot is not None and self._semaphore is not None:
            self._semaphore.release(slot)
