# Generated from workos_async/_concurrency/single_flight.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""One call at a time for each key, whose answer serves everyone who asks for the same."""

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

from workos_sync._concurrency.callbacks import Call
from workos_sync._concurrency.locks import ForkSafeLock, TaskLock
from workos_sync._concurrency.shielding import run_shielded
from workos_sync._concurrency.sleep import sleep

T = TypeVar("T")

KEPT = 1024
"""How many answers are kept."""
PAUSE = 0.01
"""Seconds between two looks at a call of another event loop."""


class SingleFlight(Generic[T]):
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
        self._flights: dict[str, _Flight[T]] = {}
        self._lock = ForkSafeLock()  # for a moment, and never across a call

    def run(self, key: str, call: Call[T], keep: Callable[[T], bool]) -> T:
        """The answer for `key`: kept, or made by `call`. Whoever waits while a call is made gets its answer, kept or not.

        Args:
            key: What must not be done twice.
            call: Does it. Once begun it goes on to its end, even if the one who asked is cancelled. What it raises goes to the one
                who called; the next in line tries again.
            keep: Whether an answer serves those too who come later.
        """

        def take_off() -> T:
            flight = self._enter(key)
            landed = len(flight.answers)
            try:
                with flight.lock:
                    while not self._starts(flight):  # another event loop, in another thread, calls
                        sleep(PAUSE)
                    try:
                        if len(flight.answers) > landed:
                            return flight.answers[-1]
                        return self._answer(key, flight, call, keep)
                    finally:
                        flight.busy = False
            finally:
                self._leave(key, flight)

        return run_shielded(take_off)

    def _answer(self, key: str, flight: "_Flight[T]", call: Call[T], keep: Callable[[T], bool]) -> T:
        kept = self._answers.get(key)
        if kept is not None and self._clock() - kept[0] < self._seconds:
            return kept[1]
        answer = call()
        flight.answers.append(answer)
        if keep(answer):
            self._answers[key] = self._clock(), answer
            if len(self._answers) > KEPT:
                self._answers.popitem(last=False)
        return answer

    def _starts(self, flight: "_Flight[T]") -> bool:
        with self._lock:
            free = not flight.busy
            flight.busy = True
            return free

    def _enter(self, key: str) -> "_Flight[T]":
        with self._lock:
            flight = self._flights.setdefault(key, _Flight())
            flight.users += 1
            return flight

    def _leave(self, key: str, flight: "_Flight[T]") -> None:
        with self._lock:
            flight.users -= 1
            if not flight.users:
                self._flights.pop(key, None)


class _Flight(Generic[T]):
    """Who is under way for one key, and the answers of the calls that were made meanwhile."""

    def __init__(self) -> None:
        self.lock = TaskLock()  # of each event loop
        self.busy = False  # whichever loop it is
        self.users = 0
        self.answers: list[T] = []
