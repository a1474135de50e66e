"""Locks of tasks."""

from collections.abc import Hashable
from types import TracebackType
from weakref import WeakValueDictionary

import anyio

from workos_async._concurrency.deadlines import UNLIMITED
from workos_async._concurrency.event_loops import execution_context


class TaskLock:
    """A lock for tasks, with a time limit. Each event loop has its own: it does not exclude tasks of another loop."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[Hashable, anyio.Lock] = WeakValueDictionary()

    def hold(self, timeout: float | None) -> "_Hold":
        """Return a context that holds the lock. Its value is False if the lock did not become free within `timeout` seconds (None: no limit)."""
        return _Hold(self._locks.setdefault(execution_context(), anyio.Lock()), timeout)


class _Hold:
    def __init__(self, lock: anyio.Lock, timeout: float | None) -> None:
        self._lock = lock
        self._timeout = timeout
        self._is_held = False

    async def __aenter__(self) -> bool:
        with UNLIMITED if self._timeout is None else anyio.move_on_after(self._timeout):
            await self._lock.acquire()
            self._is_held = True
        return self._is_held

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._is_held:
            self._lock.release()
