# Generated from workos_async/_flights.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""One call at a time for each key, whose answer serves everyone who asks for the same."""

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock as ThreadLock
from typing import Generic, TypeVar

from workos_sync._io import Call, Lock

T = TypeVar("T")

KEPT = 1024
"""How many answers are kept."""


class Flights(Generic[T]):
    """Calls that must not be made twice, such as the use of a refresh token that works once.

    Who asks while a call is under way waits for its answer; who asks shortly after gets the same answer.

    Args:
        seconds: How long an answer serves.
        clock: Seconds on a clock that never jumps.
    """

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._answers: OrderedDict[str, tuple[float, T]] = OrderedDict()
        self._locks: dict[str, tuple[Lock, int]] = {}
        self._books = ThreadLock()  # for a moment, and never across a call

    def once(self, key: str, call: Call[T], keep: Callable[[T], bool]) -> T:
        """The answer for `key`: kept, or made by `call`.

        Args:
            key: What must not be done twice.
            call: Does it. What it raises goes to the one who called; the next in line tries again.
            keep: Whether an answer serves the others too.
        """
        lock = self._enter(key)
        try:
            with lock:
                kept = self._answers.get(key)
                if kept is not None and self._clock() - kept[0] < self._seconds:
                    return kept[1]
                answer = call()
                if keep(answer):
                    self._answers[key] = self._clock(), answer
                    if len(self._answers) > KEPT:
                        self._answers.popitem(last=False)
                return answer
        finally:
            self._leave(key)

    def _enter(self, key: str) -> Lock:
        with self._books:
            lock, users = self._locks.get(key) or (Lock(), 0)
            self._locks[key] = lock, users + 1
            return lock

    def _leave(self, key: str) -> None:
        with self._books:
            lock, users = self._locks.pop(key)
            if users > 1:
                self._locks[key] = lock, users - 1
