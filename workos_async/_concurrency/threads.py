"""Blocking calls."""

from collections.abc import Callable
from typing import TypeVar

import anyio
import anyio.to_thread
from anyio.lowlevel import RunVar

T = TypeVar("T")


async def run_in_thread(call: Callable[[], T]) -> T:
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
