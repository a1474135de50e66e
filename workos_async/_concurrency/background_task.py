"""Background tasks."""

import asyncio
from collections.abc import Callable
from contextvars import copy_context
from typing import Any

import anyio

from workos_async._concurrency.callbacks import Call
from workos_async._concurrency.event_loops import running_loop, schedule
from workos_async._concurrency.thread_safe_event import ThreadSafeEvent


class BackgroundTask:
    """A call that runs concurrently with the code that starts it, and that can be canceled.

    It belongs to the event loop, not to a task group of the application: it is a task under asyncio and a system task under
    trio, and ends with its loop at the latest. It runs in a copy of the current context. An exception is kept until `join` raises it.

    Args:
        call: The function to run.
        on_done: Called when the call has ended, whether it returned, failed or was canceled.
    """

    def __init__(self, call: Call[object], on_done: "Callable[[BackgroundTask], None] | None" = None) -> None:
        self._call = call
        self._on_done = on_done
        self._error: Exception | None = None
        self._done = ThreadSafeEvent()
        self._scope = anyio.CancelScope()
        self._loop = running_loop()
        if isinstance(self._loop, asyncio.AbstractEventLoop):
            # Not create_task: with an eager task factory it would run the start of the call inside this constructor.
            task = asyncio.Task(self._run(), loop=self._loop, name="workos-background")
            _tasks.add(task)
            task.add_done_callback(self._asyncio_task_done)
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

    def _asyncio_task_done(self, task: "asyncio.Task[None]") -> None:
        _tasks.discard(task)
        if not self._done.is_set:  # canceled before its first step, so that _run never ran
            self._finish()

    def _finish(self) -> None:
        self._done.set()
        if self._on_done is not None:
            self._on_done(self)

    def cancel(self) -> None:
        """Request cancellation, from any thread. The call ends at its next `await` that blocks."""
        schedule(self._loop, self._scope.cancel)

    async def join(self) -> None:
        """Wait until the call has ended, and raise its exception. This wait is not interrupted by cancellation: call `cancel` first."""
        with anyio.CancelScope(shield=True):
            await self._done.wait()
        error, self._error = self._error, None
        if error is not None:
            raise error


_tasks: set[Any] = set()  # asyncio keeps only weak references to tasks
