"""A call that runs in the background."""

import asyncio
from collections.abc import Callable
from contextvars import copy_context
from typing import Any

import anyio
import anyio.to_thread

from workos_async._concurrency.callbacks import Call
from workos_async._concurrency.event_loops import running_loop, schedule
from workos_async._concurrency.thread_safe_event import ThreadSafeEvent


class BackgroundTask:
    """A call that runs beside the one who starts it, from now on, and may be stopped.

    It belongs to the event loop, not to a task group of the user's: a task of asyncio, a system task of trio. Both end with their
    loop at the latest. It runs in a copy of the context of whoever starts it. What it raises is kept, and raised by `join`.

    Args:
        call: What runs.
        on_done: Called when it has ended, in whatever way.
    """

    def __init__(self, call: Call[object], on_done: "Callable[[BackgroundTask], None] | None" = None) -> None:
        self._call = call
        self._at_end = on_done
        self._error: Exception | None = None
        self._ended = ThreadSafeEvent()
        self._scope = anyio.CancelScope()
        self._loop = running_loop()
        if isinstance(self._loop, asyncio.AbstractEventLoop):
            # Not by create_task, which where tasks are eager would run the call at once, inside of the one who starts it.
            task = asyncio.Task(self._run(), loop=self._loop, name="workos-background")
            _tasks.add(task)
            task.add_done_callback(self._over)
        else:
            from trio.lowlevel import spawn_system_task

            spawn_system_task(self._run, name="workos-background", context=copy_context())

    async def _run(self) -> None:
        try:
            with self._scope:
                await self._call()
        except Exception as error:
            self._error = error
        finally:
            self._finish()

    def _over(self, task: "asyncio.Task[None]") -> None:
        _tasks.discard(task)
        if not self._ended.is_set:  # somebody cancelled it before its first step
            self._finish()

    def _finish(self) -> None:
        self._ended.set()
        if self._at_end is not None:
            self._at_end(self)

    def stop(self) -> None:
        """Ask the call to end, from any thread. It ends where it waits next."""
        schedule(self._loop, self._scope.cancel)

    async def join(self) -> None:
        """Wait until the call has ended, and raise what it raised. Who wants it to end calls `stop` before: this is not interrupted."""
        with anyio.CancelScope(shield=True):
            await self._ended.wait()
        error, self._error = self._error, None
        if error is not None:
            raise error


_tasks: set[Any] = set()  # asyncio itself holds none
