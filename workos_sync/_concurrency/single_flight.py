# Generated from workos_async/_concurrency/single_flight.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Deduplication of concurrent calls."""

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

from workos_sync._concurrency.callbacks import Call
from workos_sync._concurrency.locks import ForkSafeLock
from workos_sync._concurrency.shielding import run_shielded
from workos_sync._concurrency.sleep import sleep
from workos_sync._concurrency.task_lock import TaskLock

T = TypeVar("T")

MAX_RESULTS = 1024
"""How many results are kept."""
POLL_INTERVAL = 0.01
"""Seconds between two checks whether the call of another event loop has ended."""


class SingleFlight(Generic[T]):
    """Runs one call at a time for each key, and shares its result with concurrent and later callers.

    Use it for calls that must not be made twice, such as an exchange of a single-use refresh token.

    Args:
        seconds: How long a result is kept for later callers.
        clock: A monotonic clock, in seconds.
    """

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._results: OrderedDict[str, tuple[float, T]] = OrderedDict()
        self._running: dict[str, _KeyState[T]] = {}
        self._lock = ForkSafeLock()  # held briefly, never during a call

    def run(self, key: str, call: Call[T], keep: Callable[[T], bool]) -> T:
        """Return the result for `key`: a kept one, that of a call in progress, or that of `call`.

        Args:
            key: Identifies the call.
            call: The function to run. Once started it runs to its end, even if its caller is canceled. An exception is raised to
                that caller only; the next waiting caller runs its own call.
            keep: Whether a result is kept for later callers. Callers that wait during the call get it in any case.
        """

        def run_or_share() -> T:
            state = self._enter(key)
            seen = len(state.results)
            try:
                with state.lock:
                    while not self._try_start(state):  # a call of another event loop, in another thread, is running
                        sleep(POLL_INTERVAL)
                    try:
                        if len(state.results) > seen:
                            return state.results[-1]
                        return self._call(key, state, call, keep)
                    finally:
                        state.is_running = False
            finally:
                self._leave(key, state)

        return run_shielded(run_or_share)

    def _call(self, key: str, state: "_KeyState[T]", call: Call[T], keep: Callable[[T], bool]) -> T:
        kept = self._results.get(key)
        if kept is not None and self._clock() - kept[0] < self._seconds:
            return kept[1]
        result = call()
        state.results.append(result)
        if keep(result):
            self._results.pop(key, None)  # an expired result; the new one is the newest
            self._results[key] = self._clock(), result
            if len(self._results) > MAX_RESULTS:
                self._results.popitem(last=False)
        return result

    def _try_start(self, state: "_KeyState[T]") -> bool:
        with self._lock:
            can_start = not state.is_running
            state.is_running = True
            return can_start

    def _enter(self, key: str) -> "_KeyState[T]":
        with self._lock:
            state = self._running.setdefault(key, _KeyState())
            state.callers += 1
            return state

    def _leave(self, key: str, state: "_KeyState[T]") -> None:
        with self._lock:
            state.callers -= 1
            if not state.callers:
                self._running.pop(key, None)


class _KeyState(Generic[T]):
    """The callers of one key, and the results of the calls made while at least one of them waits."""

    def __init__(self) -> None:
        self.lock = TaskLock()  # excludes the tasks of one event loop
        self.is_running = False  # excludes all event loops
        self.callers = 0
        self.results: list[T] = []
