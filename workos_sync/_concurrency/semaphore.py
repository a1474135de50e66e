# Generated from codegen/sync_overrides/_concurrency/semaphore.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""A semaphore with a time limit."""

import threading

from workos_sync._concurrency.deadlines import remaining_time


class Semaphore:
    """A semaphore for the threads of a process.

    Args:
        value: The number of threads that can hold it at the same time.
    """

    def __init__(self, value: int) -> None:
        self._semaphore = threading.Semaphore(value)

    def acquire(self, timeout: float | None) -> bool:
        """Acquire a slot, waiting at most `timeout` seconds (None: no limit). Return whether one was acquired."""
        return self._semaphore.acquire(blocking=False) or self._semaphore.acquire(timeout=remaining_time(timeout))

    def release(self) -> None:
        """Release a slot, which wakes a waiting thread."""
        self._semaphore.release()
