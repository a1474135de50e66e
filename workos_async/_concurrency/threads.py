"""Blocking calls."""

from collections.abc import Callable
from typing import TypeVar

import anyio
import anyio.to_thread
from anyio.lowlevel import RunVar

T = TypeVar("T")


async def run_in_thread(call: Callable[[], T], timeout: float | None = None) -> T:
    """Run a blocking function in a worker thread.

    Without a timeout, cancellation takes effect after the function has returned. With one, it takes effect immediately: the thread
    runs on to its end, and its result is discarded.

    Args:
        call: The function.
        timeout: Seconds to wait for a thread and for the function; None for no limit.

    Raises:
        TimeoutError: The function has not returned within `timeout`.
    """
    try:
        limiter = _limiter.get()
    except LookupError:
        limiter = anyio.CapacityLimiter(_MAX_THREADS)
        _limiter.set(limiter)
    if timeout is None:
        return await anyio.to_thread.run_sync(call, limiter=limiter)
    with anyio.fail_after(timeout):
        return await anyio.to_thread.run_sync(call, limiter=limiter, abandon_on_cancel=True)


# A limiter of our own in each event loop: all threads of the default limiter, which the application shares, may be waiting for this SDK.
_MAX_THREADS = 8
_limiter: "RunVar[anyio.CapacityLimiter]" = RunVar("workos_threads")  # quoted: anyio loads CapacityLimiter on first use
