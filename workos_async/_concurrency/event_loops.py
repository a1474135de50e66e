"""The running event loop, and what belongs to it."""

import asyncio
import os
from collections.abc import Callable, Hashable
from contextlib import suppress
from typing import Any, cast

from anyio.lowlevel import current_token


def execution_context() -> Hashable:
    """What open connections belong to: they work in no other event loop and in no forked process."""
    return os.getpid(), running_loop()


def runs_asyncio() -> bool:
    """Whether the event loop is one of asyncio."""
    return isinstance(running_loop(), asyncio.AbstractEventLoop)


def has_ended(context: Hashable) -> bool:
    """Whether the event loop of a context has ended, in this process."""
    process, loop = cast("tuple[int, Any]", context)
    return process == os.getpid() and _loop_has_ended(loop)


def _loop_has_ended(loop: Any) -> bool:
    if hasattr(loop, "is_closed"):  # asyncio
        return bool(loop.is_closed())
    try:
        loop.run_sync_soon(int)  # trio: the only way to ask
    except RuntimeError:
        return True
    return False


def running_loop() -> Any:
    """The event loop that runs the task, or the token of trio. asyncio is asked first: anyio takes several times as long to tell.

    Raises:
        RuntimeError: There is none.
    """
    try:
        task = asyncio.current_task()
    except RuntimeError:
        task = None
    return current_token().native_token if task is None else task.get_loop()


def current_loop() -> Any:
    """The event loop that runs this code, be it in a task or not; None in other threads."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        pass
    try:
        return current_token().native_token
    except RuntimeError:
        return None


def schedule(loop: Any, call: Callable[[], object]) -> None:
    """Call something inside an event loop, or not at all if that has ended."""
    schedule = loop.call_soon_threadsafe if hasattr(loop, "call_soon_threadsafe") else loop.run_sync_soon
    with suppress(RuntimeError):
        schedule(call)
