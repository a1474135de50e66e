"""What differs between async and sync code. This module has a twin written by hand; every other module is translated."""

import os
from collections.abc import Awaitable, Callable, Hashable
from contextlib import AbstractContextManager, nullcontext
from inspect import isawaitable
from typing import Any, TypeAlias, TypeVar
from weakref import WeakValueDictionary

import anyio
import anyio.to_thread
from anyio.lowlevel import EventLoopToken, RunVar, current_token

T = TypeVar("T")
Call: TypeAlias = Callable[[], Awaitable[T]]
"""A function without arguments that does I/O."""


async def sleep(seconds: float) -> None:
    """Wait, under whichever event loop runs."""
    await anyio.sleep(seconds)


def time_limit(seconds: float | None) -> AbstractContextManager[object]:
    """Raise TimeoutError when what is inside takes longer; None is no limit."""
    return _UNLIMITED if seconds is None else anyio.fail_after(seconds)


_UNLIMITED = nullcontext()


def bounded_by_deadline(transport: Any) -> Any:
    """A transport whose every step obeys `time_limit`: in async code that holds for any."""
    return transport


async def settle(result: object) -> None:
    """Wait for what a hook returned, if it is a coroutine."""
    if isawaitable(result):
        await result


async def in_thread(call: Callable[[], T]) -> T:
    """Call a function that blocks, where it stops nobody. A call that was begun is waited for even by who is cancelled."""
    try:
        threads = _threads.get()
    except LookupError:
        threads = anyio.CapacityLimiter(_THREADS)
        _threads.set(threads)
    return await anyio.to_thread.run_sync(call, limiter=threads)


# Of our own, in each event loop: those that the application shares may all be waiting for us.
_THREADS = 8
_threads: RunVar[anyio.CapacityLimiter] = RunVar("workos_threads")


class Lock:
    """Lets one task at a time through, in each event loop."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[Hashable, anyio.Lock] = WeakValueDictionary()
        self._held: list[anyio.Lock] = []

    async def __aenter__(self) -> None:
        lock = self._locks.setdefault(context(), anyio.Lock())
        await lock.acquire()
        self._held.append(lock)

    async def __aexit__(self, *_: object) -> None:
        lock = self._locks[context()]
        self._held.remove(lock)
        lock.release()


def context() -> Hashable:
    """What open connections belong to: they work in no other event loop and in no forked process."""
    return os.getpid(), current_token()


def is_over(context: Hashable) -> bool:
    """Whether the event loop of a context has ended, in this process."""
    match context:
        case (int() as process, EventLoopToken(native_token=loop)) if process == os.getpid():
            return _has_ended(loop)
        case _:
            return False


def _has_ended(loop: Any) -> bool:
    if hasattr(loop, "is_closed"):  # asyncio
        return bool(loop.is_closed())
    try:
        loop.run_sync_soon(int)  # trio: the only way to ask
    except RuntimeError:
        return True
    return False
