# Generated from codegen/sync_overrides/_concurrency/background_task.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Background tasks."""

from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from contextvars import ContextVar, copy_context
from threading import Lock, Thread

from workos_sync._concurrency.callbacks import Call


class Event:
    """An event like `threading.Event` without a lock: it can be set by a signal handler, by `__del__`, and after a fork."""

    def __init__(self) -> None:
        self._is_set = False
        self._waiters: list[Lock] = []

    def is_set(self) -> bool:
        """Return whether the event is set."""
        return self._is_set

    def set(self) -> None:
        """Set the event, and wake all threads that wait for it."""
        self._is_set = True
        for waiter in list(self._waiters):
            with suppress(RuntimeError):  # woken already
                waiter.release()

    def clear(self) -> None:
        """Reset the event."""
        self._is_set = False

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until the event is set, at most `timeout` seconds. Return whether it was set."""
        waiter = Lock()
        waiter.acquire()
        self._waiters.append(waiter)  # before the check, so that no thread can set the event unnoticed in between
        try:
            return self._is_set or waiter.acquire(timeout=-1 if timeout is None else max(0.0, timeout))
        finally:
            with suppress(ValueError):
                self._waiters.remove(waiter)


class _Canceled(BaseException):
    """Ends the thread of a `BackgroundTask`."""


class BackgroundTask:
    """A call that runs concurrently with the code that starts it, and that can be canceled.

    It runs in a daemon thread of its own, in a copy of the current context. An exception is kept until `join` raises it.

    Args:
        call: The function to run.
        on_done: Called when the call has ended, whether it returned, failed or was canceled.
    """

    def __init__(self, call: Call[object], on_done: "Callable[[BackgroundTask], None] | None" = None) -> None:
        self._call = call
        self._on_done = on_done
        self._error: Exception | None = None
        self._canceled = Event()
        self._interrupt: Callable[[], None] | None = None
        self._thread = Thread(target=copy_context().run, args=(self._run,), name="workos-background", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        current_background_task.set(self)
        try:
            self._call()
        except _Canceled:
            pass
        except Exception as error:
            self._error = error
        finally:
            if self._on_done is not None:
                self._on_done(self)

    def cancel(self) -> None:
        """Request cancellation, from any thread.

        The call ends where it waits: for a response (whose connection is closed), for a rate limit, or before a retry.
        """
        self._canceled.set()
        interrupt = self._interrupt
        if interrupt is not None:
            interrupt()

    @property
    def is_lost(self) -> bool:
        """Whether the call will never end, because it runs in the process that forked this one."""
        return not self._thread.is_alive()

    def join(self) -> None:
        """Wait until the call has ended, and raise its exception."""
        self._thread.join()
        error, self._error = self._error, None
        if error is not None:
            raise error

    def sleep(self, seconds: float) -> None:
        """Sleep inside the call, until `seconds` have passed or the task is canceled."""
        if self._canceled.wait(seconds):
            raise _Canceled

    @contextmanager
    def interruptible(self, interrupt: Callable[[], None]) -> Generator[None]:
        """Let `cancel` call `interrupt` to end what the body waits for."""
        self._interrupt = interrupt
        try:
            if self._canceled.is_set():
                raise _Canceled
            yield
            if self._canceled.is_set():
                raise _Canceled
        finally:
            self._interrupt = None


current_background_task: ContextVar[BackgroundTask | None] = ContextVar("workos_background", default=None)
