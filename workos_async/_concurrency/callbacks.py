"""Callbacks that may be sync or async."""

from collections.abc import Awaitable, Callable
from functools import partial
from inspect import isawaitable
from typing import Any, ParamSpec, TypeAlias, TypeVar

import anyio
import anyio.to_thread
from anyio.lowlevel import RunVar

from workos_core.callbacks import is_async_callable

P = ParamSpec("P")
T = TypeVar("T")
Call: TypeAlias = Callable[[], Awaitable[T]]
"""A function without arguments that does I/O."""
Method: TypeAlias = Callable[P, Awaitable[T]]
"""A method that sends a request."""


async def maybe_await(result: object) -> None:
    """Await the return value of a callback if it is awaitable."""
    if isawaitable(result):
        await result


async def run_callback(callback: Callable[..., Awaitable[T] | T], *arguments: Any) -> T:
    """Call a function of the application that may block, and return its result.

    An async function runs in the event loop, a sync one in a worker thread with the context variables of the caller.

    Args:
        callback: The function.
        arguments: Its arguments.
    """
    result: Any
    if is_async_callable(callback):
        result = callback(*arguments)
    else:
        try:
            limiter = _limiter.get()
        except LookupError:
            limiter = anyio.CapacityLimiter(_MAX_THREADS)
            _limiter.set(limiter)
        result = await anyio.to_thread.run_sync(partial(callback, *arguments), limiter=limiter)
    returned: T = await result if isawaitable(result) else result
    return returned


# A limiter of our own: the threads of the default one run sync views, which may wait for a hook.
_MAX_THREADS = 40
_limiter: "RunVar[anyio.CapacityLimiter]" = RunVar("workos_callback_threads")  # quoted: anyio loads it on first use
