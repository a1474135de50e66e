"""Locks."""

import os
from collections.abc import Hashable
from threading import Lock as _Lock
from weakref import WeakValueDictionary

import anyio
import anyio.to_thread

from workos_async._concurrency.event_loops import execution_context


class ForkSafeLock:
    """Lets one thread at a time through; in a forked process it is open, whoever held it in the parent.

    The child of a fork has only the thread that forked: what another one held there would be held for ever.
    """

    def __init__(self) -> None:
        self._lock = _Lock()
        self._process = os.getpid()

    def __enter__(self) -> None:
        if self._process != os.getpid():  # nobody else runs in the child yet, or they all came through here
            self._lock, self._process = _Lock(), os.getpid()
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()


class TaskLock:
    """Lets one task at a time through, in each event loop."""

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
