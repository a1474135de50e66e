"""Calls that cancellation does not interrupt."""

import asyncio
import types
from collections.abc import Coroutine, Generator
from functools import partial
from typing import Any, TypeVar

import anyio

from workos_async._concurrency.callbacks import Call
from workos_async._concurrency.event_loops import is_asyncio

T = TypeVar("T")


async def close_shielded(closing: Coroutine[Any, Any, None]) -> None:
    """Await a coroutine that closes a connection, even if the task is canceled meanwhile; re-raise the cancellation afterwards.

    A connection that is closed only partly would stay open.
    """
    with anyio.CancelScope(shield=True):
        await close_uninterrupted(closing)


@types.coroutine
def close_uninterrupted(closing: Coroutine[Any, Any, None]) -> Generator[Any, Any, None]:
    """Do the same for a coroutine that shields itself from anyio scopes, as the pools of httpx do, but not from `Task.cancel`.

    `asyncio.timeout` and `wait_for` use `Task.cancel`. An anyio scope cancels repeatedly: a coroutine that does not shield itself from
    it, such as one of a custom transport, is interrupted in the end, because it may wait for something that never happens.

    This passes each step of the coroutine to the event loop, and holds back the cancellations that the event loop throws in. A shielded
    task would do the same, but every response is closed here: a task takes 26 µs instead of 1 µs, which is 6 to 9 percent of the CPU
    time of a call over a socket.
    """
    cancelled: asyncio.CancelledError | None = None
    ignored = 0
    step = partial(closing.send, None)
    while True:
        try:
            awaited = step()
        except StopIteration:
            break
        try:
            value = yield awaited
        except asyncio.CancelledError as error:
            # None is a bare yield to the event loop. A coroutine that waits for a future has to see that the future was canceled.
            ignores = awaited is None and ignored < _MAX_IGNORED
            step = partial(closing.send, None) if ignores else partial(closing.throw, error)
            ignored += ignores
            cancelled = error
        except BaseException as error:
            step = partial(closing.throw, error)
        else:
            step = partial(closing.send, value)
    if cancelled is not None:
        raise cancelled


_MAX_IGNORED = 16  # an anyio scope cancels in each iteration of the event loop; nothing else cancels so often


async def run_shielded(call: Call[T]) -> T:
    """Run a call that must not stop halfway.

    If the task is canceled, the call still runs to its end: in the background under asyncio, before the cancellation is raised under trio.
    """
    if not is_asyncio():
        with anyio.CancelScope(shield=True):
            return await call()
    task = asyncio.ensure_future(call())
    _tasks.add(task)
    task.add_done_callback(_task_done)
    return await asyncio.shield(task)


_tasks: set[Any] = set()  # asyncio keeps only weak references to tasks


def _task_done(task: Any) -> None:
    _tasks.discard(task)
    if not task.cancelled():
        task.exception()  # marks it as retrieved: after a cancellation nothing else does
