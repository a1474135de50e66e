"""A background thread that runs while work is pending."""

import logging
import threading
from collections.abc import Callable

_log = logging.getLogger("workos_emulator")


class BackgroundWorker:
    """A background thread that starts work when woken, and again after a delay, while work is pending.

    Args:
        work: Starts the work that is due, without waiting for it. Returns whether work is in progress; the work then calls `wake` when
            it ends.
        next_delay: Returns the seconds until more work is due; None if no work is left, which ends the thread.
    """

    def __init__(self, work: Callable[[], bool], next_delay: Callable[[], float | None]) -> None:
        self._work = work
        self._next_delay = next_delay
        self._lock = threading.Lock()
        self._woken = threading.Event()
        self._running = False
        self._idle = threading.Event()
        self._idle.set()

    def wait_idle(self, seconds: float) -> bool:
        """Wait until no work is due or in progress. Return False if the timeout, in seconds, expires first."""
        return self._idle.wait(seconds)

    def wake(self) -> None:
        """Start the thread, or wake it: work may be due, or has ended."""
        with self._lock:
            self._woken.set()
            self._idle.clear()
            if self._running:
                return
            self._running = True
        threading.Thread(target=self._run, name="workos-emulator-webhooks", daemon=True).start()

    def _run(self) -> None:
        while True:
            self._woken.clear()
            busy, delay = False, None
            try:
                busy = self._work()
                delay = None if busy else self._next_delay()
            except Exception:
                _log.exception("failed to send webhooks")
            with self._lock:
                if not (busy or self._woken.is_set()):
                    self._idle.set()
                    if delay is None:
                        self._running = False
                        return
            self._woken.wait(delay)
