"""A semaphore with a time limit."""

import anyio


class Slot:
    """A slot of a semaphore."""


class Semaphore:
    """A first-in, first-out semaphore for the tasks of one event loop.

    Args:
        value: The number of tasks that can hold it at the same time.
    """

    def __init__(self, value: int) -> None:
        self._semaphore = anyio.Semaphore(value, fast_acquire=True)

    async def acquire(self, timeout: float | None) -> Slot | None:
        """Acquire a slot, waiting at most `timeout` seconds (None: no limit). Return None if none became free."""
        try:
            self._semaphore.acquire_nowait()
        except anyio.WouldBlock:
            pass
        else:
            return _SLOT
        with anyio.move_on_after(timeout):
            await self._semaphore.acquire()
            return _SLOT
        return None

    def release(self, slot: Slot) -> None:
        """Release a slot, which wakes the task that has waited longest."""
        self._semaphore.release()


_SLOT = Slot()  # all slots are alike
