"""The running event loop."""

import asyncio
import os
from collections.abc import AsyncGenerator, Callable, Hashable
from contextlib import suppress
from typing import Any, Protocol, cast

from anyio import CancelScope
from anyio.lowlevel import current_token


class Closable(Protocol):
    """An object that holds connections."""

    async def aclose(self) -> None:
        """Close the connections."""
        ...


def execution_context() -> Hashable:
    """Return the process and event loop that own the connections opened now: connections work in no other loop and in no forked process."""
    return os.getpid(), running_loop()


def is_asyncio() -> bool:
    """Return whether the running event loop is asyncio's."""
    return isinstance(running_loop(), asyncio.AbstractEventLoop)


def is_canceled_future(error: BaseException) -> bool:
    """Return whether an exception means that a future was canceled that the current task of asyncio awaited, but not the task itself."""
    task = asyncio.current_task() if isinstance(error, asyncio.CancelledError) else None
    return task is not None and not task.cancelling()


def has_ended(context: Hashable) -> bool:
    """Return whether the event loop of an execution context has ended. False for the contexts of other processes."""
    process, loop = cast("tuple[int, Any]", context)
    return process == os.getpid() and loop_has_ended(loop)


def loop_has_ended(loop: Any) -> bool:
    """Return whether an event loop has ended."""
    if hasattr(loop, "is_closed"):  # asyncio
        return bool(loop.is_closed())
    try:
        loop.run_sync_soon(int)  # trio has no other way to find out
    except RuntimeError:
        return True
    return False


def running_loop() -> Any:
    """Return the event loop of the current task: an asyncio loop or a trio token.

    asyncio is tried first, because anyio takes several times as long to detect it.

    Raises:
        RuntimeError: No event loop is running.
    """
    try:
        task = asyncio.current_task()
    except RuntimeError:
        task = None
    return current_token().native_token if task is None else task.get_loop()


def current_loop() -> Any:
    """Return the event loop that runs this code, inside or outside a task; None in a thread without one."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        pass
    try:
        return current_token().native_token
    except RuntimeError:
        return None


def schedule(loop: Any, call: Callable[[], object]) -> None:
    """Call a function in an event loop, from any thread. Does nothing if the loop has ended."""
    schedule = loop.call_soon_threadsafe if hasattr(loop, "call_soon_threadsafe") else loop.run_sync_soon
    with suppress(RuntimeError):
        schedule(call)


def close_with_loop(connections: Closable) -> Closable:
    """Return an object that closes connections when it is closed, or when the running event loop shuts down.

    Afterwards, they could not be closed cleanly. It is an asynchronous generator: `asyncio.run`, `asyncio.Runner`, trio and the runners
    of tests close those of a loop before they close the loop.
    """
    closer = _close_at_end(connections)
    with suppress(StopIteration):  # the first step registers the generator with the loop
        cast("Any", closer).__anext__().send(None)
    return cast("Closable", closer)


async def _close_at_end(connections: Closable) -> AsyncGenerator[None]:
    try:
        yield
    finally:
        with CancelScope(shield=True):  # trio cancels the generators that it closes
            await connections.aclose()
