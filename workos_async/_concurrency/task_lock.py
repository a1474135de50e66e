"""Locks of tasks."""

from collections.abc import Hashable
from weakref import WeakValueDictionary

import anyio

from workos_async._concurrency.event_loops import execution_context


class TaskLock:
    """A lock for tasks. Each event loop has its own: it does not exclude tasks of another loop."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[Hashable, anyio.Lock] = WeakValueDictionary()
        self._held: list[anyio.Lock] = []

    async def __aenter__(self) -> None:
        lock = self._locks.setdefault(execution_context(), anyio.Lock())
        await lock.acquire()
        self._held.append(lock)

    async def __aexit__(self, *_: object) -> None:
        lock = self._locks[execution_context()]
        self._held.remove(lock)
        lock.release()
