"""Work that cancellation does not interrupt."""

import asyncio
import types
from collections.abc import Coroutine, Generator
from functools import partial
from typing import Any, TypeVar

import anyio
import anyio.to_thread

from workos_async._concurrency.callbacks import Call
from workos_async._concurrency.event_loops import runs_asyncio

T = TypeVar("T")


async def close_shielded(closing: Coroutine[Any, Any, None]) -> None:
    """Close something although the task is cancelled meanwhile; the cancellation goes on after that.

    A connection that was closed by half would stay open.
    """
    with anyio.CancelScope(shield=True):
        await close_uninterrupted(closing)


@types.coroutine
def close_uninterrupted(closing: Coroutine[Any, Any, None]) -> Generator[Any, Any, None]:
    """The same for what keeps out the scopes of anyio itself, as the pools of httpx do, but not `Task.cancel` (`asyncio.timeout`, `wait_for`).

    A scope cancels again and again. What does not keep it out, such as a transport of the user's, is interrupted at last: it may
    be waiting for nothing else.
    """
    cancelled: asyncio.CancelledError | None = None
    ignored = 0
    step = partial(closing.send, None)
    while True:
        try:
            waits_for = step()
        except StopIteration:
            break
        try:
            value = yield waits_for
        except asyncio.CancelledError as error:
            # None means that it only let others run. What waits for a future must hear that the future was cancelled.
            ignores = waits_for is None and ignored < _IGNORED
            step = partial(closing.send, None) if ignores else partial(closing.throw, error)
            ignored += ignores
            cancelled = error
        except BaseException as error:
            step = partial(closing.throw, error)
        else:
            step = partial(closing.send, value)
    if cancelled is not None:
        raise cancelled


_IGNORED = 16  # a scope does that in as many turns of the event loop; nobody else cancels so often


async def run_shielded(call: Call[T]) -> T:
    """Call what must not stop half-way: who is cancelled stops waiting for it (or waits, under trio), and it goes on."""
    if not runs_asyncio():
        with anyio.CancelScope(shield=True):
            return await call()
    task = asyncio.ensure_future(call())
    _going_on.add(task)
    task.add_done_callback(_ended)
    return await asyncio.shield(task)


_going_on: set[Any] = set()  # the event loop itself does not keep tasks alive


def _ended(task: Any) -> None:
    _going_on.discard(task)
    if not task.cancelled():
        task.exception()  # has been looked at: nobody may be left who waits for it
