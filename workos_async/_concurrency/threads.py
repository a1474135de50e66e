"""Blocking calls."""

from collections.abc import Callable
from typing import TypeVar

import anyio
import anyio.to_thread
from anyio.lowlevel import RunVar

T = TypeVar("T")


async def run_in_thread(call: Callable[[], T]) -> T:
    """Run a blocking function in a worker thread. Cancellation takes effect after it has returned."""
    try:
        limiter = _limiter.get()
    except LookupError:
        limiter = anyio.CapacityLimiter(_MAX_THREADS)
        _limiter.set(limiter)
    return await anyio.to_thread.run_sync(call, limiter=limiter)


# A limiter of our own in each event loop: all threads of the default limiter, which the application shares, may be waiting for this SDK.
_MAX_THREADS = 8
_limiter: RunVar[anyio.CapacityLimiter] = RunVar("workos_threads")
