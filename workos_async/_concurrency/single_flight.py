"""Deduplication of concurrent calls."""

import os
from collections import OrderedDict
from collections.abc import Callable
from threading import get_ident
from typing import Generic, TypeVar
from weakref import ReferenceType, WeakSet, ref

from workos_async._concurrency.call_deadline import Deadline, remaining_seconds
from workos_async._concurrency.callbacks import Call
from workos_async._concurrency.locks import ForkSafeLock
from workos_async._concurrency.shielding import run_shielded
from workos_async._concurrency.sleep import sleep
from workos_async._concurrency.task_lock import TaskLock
from workos_core.clock import elapsed_time

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

    def __init__(self, seconds: float, clock: Callable[[], float] = elapsed_time) -> None:
        self._seconds = seconds
        self._clock = clock
        self._results: OrderedDict[str, tuple[float, T]] = OrderedDict()
        self._running: dict[str, _KeyState[T]] = {}
        self._lock = ForkSafeLock()  # held briefly, never during a call

    async def run(self, key: str, call: Call[T], keep: Callable[[T], bool], deadline: Deadline | None = None) -> T:
        """Return the result for `key`: a kept one, that of a call in progress, or that of `call`.

        Args:
            key: Identifies the call.
            call: The function to run. Once started it runs to its end, even if its caller is canceled. An exception is raised to
                that caller only; the next waiting caller runs its own call.
            keep: Whether a result is kept for later callers. Callers that wait during the call get it in any case.
            deadline: The deadline of this caller's wait for the call of another caller; None for no limit. Its own call has to end by itself.

        Raises:
            APITimeoutError: The deadline has passed while another caller made the call. `call` was not called.
        """
        known = self._kept(key)
        if known is not None:
            return known[1]

        async def run_or_share() -> T:
            caller = _Caller()
            state = self._enter(key, caller)
            seen = len(state.results)
            try:
                async with state.lock.hold(remaining_seconds(deadline)) as is_held:
                    # If it is held but the call can't start, one of another event loop, in another thread, is running.
                    while not is_held or not self._try_start(state, caller):
                        if deadline is not None and (not is_held or not deadline.remaining):
                            raise deadline.error("while another call made the same request")
                        await sleep(POLL_INTERVAL)
                    if len(state.results) > seen:
                        return state.results[-1]
                    return await self._call(key, state, call, keep)
            finally:
                self._leave(key, state, caller)

        return await run_shielded(run_or_share)

    async def _call(self, key: str, state: "_KeyState[T]", call: Call[T], keep: Callable[[T], bool]) -> T:
        kept = self._kept(key)
        if kept is not None:
            return kept[1]
        result = await call()
        state.results.append(result)
        if keep(result):
            self._results.pop(key, None)  # an expired result; the new one is the newest
            self._results[key] = self._clock(), result
            if len(self._results) > MAX_RESULTS:
                self._results.popitem(last=False)
        return result

    def _kept(self, key: str) -> tuple[float, T] | None:
        """Return the time of a call and its result, if it is kept and has not expired."""
        kept = self._results.get(key)
        return None if kept is None or self._clock() - kept[0] >= self._seconds else kept

    def discard(self, condition: Callable[[T], bool]) -> None:
        """Discard the kept results that meet a condition."""
        for key, (_, result) in list(self._results.items()):
            if condition(result):
                self._results.pop(key, None)

    def _try_start(self, state: "_KeyState[T]", caller: "_Caller") -> bool:
        with self._lock:
            running = None if state.running is None else state.running()
            if running is None or running.has_left or running.process != caller.process:
                state.running = ref(caller)
                return True
        if running.thread == caller.thread:
            raise RuntimeError(
                "this call would wait for one that this thread has interrupted, such as by a signal handler; "
                "make it outside of the handler"
            )
        return False

    def _enter(self, key: str, caller: "_Caller") -> "_KeyState[T]":
        with self._lock:
            state = self._running.get(key)
            if state is None:
                state = self._running[key] = _KeyState()
            state.callers.add(caller)
            return state

    def _leave(self, key: str, state: "_KeyState[T]", caller: "_Caller") -> None:
        caller.has_left = True  # first, in a single step: a signal handler can raise an exception between any two
        with self._lock:
            state.callers.discard(caller)
            if not state.callers and self._running.get(key) is state:
                del self._running[key]


class _Caller:
    """A caller that waits for a call, or makes it. It exists at most as long as its stack frame."""

    def __init__(self) -> None:
        self.thread = get_ident()
        self.process = os.getpid()
        self.has_left = False


class _KeyState(Generic[T]):
    """The callers of one key, and the results of the calls made while at least one of them waits."""

    def __init__(self) -> None:
        self.lock = TaskLock()  # excludes the tasks of one event loop
        self.running: ReferenceType[_Caller] | None = None  # excludes all event loops
        self.callers: WeakSet[_Caller] = WeakSet()
        self.results: list[T] = []
