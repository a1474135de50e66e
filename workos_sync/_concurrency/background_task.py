# Generated from codegen/sync_overrides/_concurrency/background_task.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""A call that runs in the background."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar, copy_context
from threading import Event, Thread

from workos_sync._concurrency.callbacks import Call


class _Stopped(BaseException):
    """Ends the thread of a `BackgroundTask`."""


class BackgroundTask:
    """A call that runs beside the one who starts it, from now on, and may be stopped.

    It has a thread of its own, which does not keep the process alive, and runs in a copy of the context of whoever starts it.
    What it raises is kept, and raised by `join`.

    Args:
        call: What runs.
        on_done: Called when it has ended, in whatever way.
    """

    def __init__(self, call: Call[object], on_done: "Callable[[BackgroundTask], None] | None" = None) -> None:
        self._call = call
        self._at_end = on_done
        self._error: Exception | None = None
        self._stopping = Event()
        self._end_wait: Callable[[], None] | None = None
        self._thread = Thread(target=copy_context().run, args=(self._run,), name="workos-background", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        current_background_task.set(self)
        try:
            self._call()
        except _Stopped:
            pass
        except Exception as error:
            self._error = error
        finally:
            if self._at_end is not None:
                self._at_end(self)

    def stop(self) -> None:
        """Ask the call to end. It ends where it waits: for an answer (whose connection is closed), for a rate limit or before a retry."""
        self._stopping.set()
        end_wait = self._end_wait
        if end_wait is not None:
            end_wait()

    def join(self) -> None:
        """Wait until the call has ended, and raise what it raised."""
        self._thread.join()
        error, self._error = self._error, None
        if error is not None:
            raise error

    def sleep(self, seconds: float) -> None:
        """Wait inside of the call."""
        if self._stopping.wait(seconds):
            raise _Stopped

    @contextmanager
    def waiting(self, end: Callable[[], None]) -> Generator[None]:
        """Wait for something inside of the call; `stop` ends that."""
        self._end_wait = end
        try:
            if self._stopping.is_set():
                raise _Stopped
            yield
            if self._stopping.is_set():
                raise _Stopped
        finally:
            self._end_wait = None


current_background_task: ContextVar[BackgroundTask | None] = ContextVar("workos_background", default=None)
