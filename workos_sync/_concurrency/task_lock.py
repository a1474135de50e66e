# Generated from codegen/sync_overrides/_concurrency/task_lock.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Locks of tasks."""

from types import TracebackType

from workos_sync._concurrency.semaphore import Semaphore, Slot


class TaskLock:
    """A lock for threads, with a time limit. A signal handler gets it if the thread that it interrupts holds it."""

    def __init__(self) -> None:
        self._semaphore = Semaphore(1)

    def hold(self, timeout: float | None) -> "_Hold":
        """Return a context that holds the lock. Its value is False if the lock did not become free within `timeout` seconds (None: no limit)."""
        return _Hold(self._semaphore, timeout)


class _Hold:
    def __init__(self, semaphore: Semaphore, timeout: float | None) -> None:
        self._semaphore = semaphore
        self._timeout = timeout
        self._slot: Slot | None = None

    def __enter__(self) -> bool:
        self._slot = self._semaphore.acquire(self._timeout)
        return self._slot is not None

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._slot is not None:
            self._semaphore.release(self._slot)
