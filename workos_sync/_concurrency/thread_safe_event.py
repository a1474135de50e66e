# Generated from codegen/sync_overrides/_concurrency/thread_safe_event.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""An event that any thread can set."""

from workos_sync._concurrency.background_task import Event, current_background_task
from workos_sync._concurrency.deadlines import UNLIMITED


class ThreadSafeEvent:
    """An event whose waits end when the background task they belong to is canceled."""

    def __init__(self) -> None:
        self._event = Event()

    @property
    def is_set(self) -> bool:
        """Whether the event is set."""
        return self._event.is_set()

    def set(self) -> None:
        """Set the event, and wake all threads that wait for it."""
        self._event.set()

    def clear(self) -> None:
        """Reset the event."""
        self._event.clear()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until the event is set, at most `timeout` seconds. Return whether it is set."""
        task = current_background_task.get()
        with UNLIMITED if task is None else task.interruptible(self.set):
            return self._event.wait(timeout)
