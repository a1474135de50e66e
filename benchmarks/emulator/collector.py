"""The CPU time of Python's garbage collector."""

import gc
import time
from typing import Any, Self


class CollectorClock:
    """Measures the CPU time of garbage collections while its context is entered.

    Attributes:
        seconds: The CPU time until now.
    """

    def __init__(self) -> None:
        self.seconds = 0.0
        self._started = 0.0

    def __enter__(self) -> Self:
        gc.callbacks.append(self._record)
        return self

    def __exit__(self, *_: object) -> None:
        gc.callbacks.remove(self._record)

    def _record(self, phase: str, info: dict[str, Any]) -> None:
        if phase == "start":
            self._started = time.process_time()
        else:
            self.seconds += time.process_time() - self._started
