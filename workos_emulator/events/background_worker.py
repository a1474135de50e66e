"""A thread that is there as long as there is something to do."""

import logging
import threading
from collections.abc import Callable

_log = logging.getLogger("workos_emulator")


class Courier:
    """Calls a function when it is woken, and again after the time that another function gives.

    Args:
        work: Does what is to be done now.
        pause: Says after how many seconds there is more to do; None if nothing is left, and the thread ends.
    """

    def __init__(self, work: Callable[[], None], pause: Callable[[], float | None]) -> None:
        self._work = work
        self._pause = pause
        self._guard = threading.Lock()
        self._woken = threading.Event()
        self._running = False
        self._idle = threading.Event()
        self._idle.set()

    def wait(self, seconds: float) -> bool:
        """Wait until there is nothing to do now; False if there still is after this many seconds."""
        return self._idle.wait(seconds)

    def wake(self) -> None:
        """There is something to do."""
        with self._guard:
            self._woken.set()
            self._idle.clear()
            if self._running:
                return
            self._running = True
        threading.Thread(target=self._live, name="workos-emulator-webhooks", daemon=True).start()

    def _live(self) -> None:
        while True:
            self._woken.clear()
            self._idle.clear()
            try:
                self._work()
                seconds = self._pause()
            except Exception:
                _log.exception("webhooks could not be sent")
                seconds = None
            with self._guard:
                if not self._woken.is_set():
                    self._idle.set()
                    if seconds is None:
                        self._running = False
                        return
            self._woken.wait(seconds)
