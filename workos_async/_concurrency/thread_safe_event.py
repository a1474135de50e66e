"""An event that any thread and any event loop can set."""

import asyncio
from typing import Any

import anyio

from workos_async._concurrency.deadlines import UNLIMITED
from workos_async._concurrency.event_loops import current_loop, running_loop, schedule


class ThreadSafeEvent:
    """An event like `threading.Event` that tasks wait for: any thread can set it, and tasks of several event loops can wait."""

    def __init__(self) -> None:
        self._is_set = False
        self._waiters: list[tuple[Any, _AsyncioWaiter | _AnyioWaiter]] = []

    @property
    def is_set(self) -> bool:
        """Whether the event is set."""
        return self._is_set

    def set(self) -> None:
        """Set the event, and wake all tasks that wait for it."""
        self._is_set = True
        here = current_loop() if self._waiters else None
        for loop, waiter in list(self._waiters):
            if loop is here:
                waiter.wake()
            else:
                schedule(loop, waiter.wake)

    def clear(self) -> None:
        """Reset the event."""
        self._is_set = False

    async def wait(self, timeout: float | None = None) -> bool:
        """Wait until the event is set, at most `timeout` seconds. Return whether it is set."""
        loop = running_loop()
        entry = (loop, _AsyncioWaiter(loop) if isinstance(loop, asyncio.AbstractEventLoop) else _AnyioWaiter())
        self._waiters.append(entry)  # before the check, so that no thread can set the event unnoticed in between
        try:
            if not self._is_set:
                await entry[1].wait(timeout)
            return self._is_set
        finally:
            self._waiters.remove(entry)


class _AsyncioWaiter:
    """A single wait under asyncio. A bare future takes a fifth of the time of an anyio event and a cancel scope."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._future = loop.create_future()

    def wake(self) -> None:
        if not self._future.done():
            self._future.set_result(None)

    async def wait(self, timeout: float | None) -> None:
        timer = None if timeout is None else self._loop.call_later(timeout, self.wake)
        try:
            await self._future
        finally:
            if timer is not None:
                timer.cancel()


class _AnyioWaiter:
    """A single wait under any other event loop."""

    def __init__(self) -> None:
        self._event = anyio.Event()

    def wake(self) -> None:
        self._event.set()

    async def wait(self, timeout: float | None) -> None:
        with UNLIMITED if timeout is None else anyio.move_on_after(timeout):
            await self._event.wait()
