"""A background thread that runs while work is pending."""

import logging
import threading
from collections.abc import Callable

_log = logging.getLogger("workos_emulator")


class BackgroundWorker:
    """A background thread that runs a function when woken, and again after a delay, while work is pending.

    Args:
        work: Does the work that is due.
        next_delay: Returns the seconds until more work is due; None if no work is left, which ends the thread.
    """

    def __init__(self, work: Callable[[], None], next_delay: Callable[[], float | None]) -> None:
        self._work = work
        self._next_delay = next_delay
        self._lock = threading.Lock()
        self._woken = threading.Event()
        self._running = False
        self._idle = threading.Event()
        self._idle.set()

    def wait_idle(self, seconds: float) -> bool:
        """Wait until no work is due. Return False if the timeout, in seconds, expires first."""
        return self._idle.wait(seconds)

    def wake(self) -> None:
        """Start the thread, or wake it: work may be due."""
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
            self._idle.clear()
            try:
                self._work()
                delay = self._next_delay()
            except Exception:
                _log.exception("failed to send webhooks")
                delay = None
            with self._lock:
                if not self._woken.is_set():
                    self._idle.set()
                    if delay is None:
                        self._running = False
                        return
            self._woken.wait(delay)
