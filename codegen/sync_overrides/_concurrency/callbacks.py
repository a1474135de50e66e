"""Callbacks that may be sync or async."""

from collections.abc import Awaitable, Callable, Coroutine
from inspect import isawaitable
from typing import Any, ParamSpec, TypeAlias, TypeVar, cast

from workos_core.callbacks import is_async_callable

P = ParamSpec("P")
T = TypeVar("T")
Call: TypeAlias = Callable[[], T]
"""A function without arguments that does I/O."""
Method: TypeAlias = Callable[P, T]
"""A method that sends a request."""


def maybe_await(result: object) -> None:
    """Raise TypeError if the return value of a callback is awaitable."""
    if isawaitable(result):
        if isinstance(result, Coroutine):
            result.close()
        raise TypeError("a hook of the sync client must be a regular function, not a coroutine function")


def run_callback(callback: Callable[..., Awaitable[T] | T], *arguments: Any) -> T:
    """Call a function of the application, and return its result.

    A sync function runs in the current thread. An async one runs to its end in an asyncio event loop of its own, with the context
    variables of the caller; if the current thread already runs an event loop, in another thread.

    Args:
        callback: The function.
        arguments: Its arguments.
    """
    if not is_async_callable(callback):
        result = callback(*arguments)
        if not isawaitable(result):
            return result

        def get_result() -> Awaitable[T]:
            return cast("Awaitable[T]", result)

        return _run_in_event_loop(get_result)
    return _run_in_event_loop(lambda: cast("Awaitable[T]", callback(*arguments)))


def _run_in_event_loop(call: Callable[[], Awaitable[T]]) -> T:
    import asyncio  # imported lazily, since most applications have no async callback
    from concurrent.futures import ThreadPoolExecutor
    from contextvars import copy_context

    async def run() -> T:
        return await call()

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(run())
    with ThreadPoolExecutor(1) as executor:
        return executor.submit(copy_context().run, lambda: asyncio.run(run())).result()
