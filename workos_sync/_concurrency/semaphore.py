# Generated from codegen/sync_overrides/_concurrency/semaphore.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""A semaphore with a time limit, which neither an exception raised by a signal handler nor a fork can leave locked."""

import os
import time
from collections import deque
from contextlib import suppress
from threading import Lock, get_ident
from weakref import ReferenceType, ref

from workos_sync._concurrency.deadlines import remaining_time
from workos_sync._concurrency.locks import ForkSafeLock

_POLL_SECONDS = 0.2
"""Seconds after which a waiting thread looks for a free slot itself: a signal handler may have interrupted the thread that would wake it."""


class Slot:
    """A slot of a semaphore.

    A signal handler can raise an exception between any two steps, so no counter says how many slots are free. A slot is held while it
    exists and `is_held` is True. One that an exception has dropped no longer exists.

    Attributes:
        is_held: Whether the slot is held. Setting it is a single step.
        thread: The thread that holds it.
        process: The process that holds it: in a forked one, only the thread that forks exists.
    """

    __slots__ = ("__weakref__", "is_held", "process", "thread")

    def __init__(self) -> None:
        self.is_held = False
        self.thread = get_ident()
        self.process = os.getpid()


class Semaphore:
    """A semaphore for the threads of a process.

    If a signal handler interrupts a thread that holds a slot, and makes a call that needs one as well, it gets one even if none is free:
    the slot of its thread would never become free.

    Args:
        value: The number of threads that can hold it at the same time.
    """

    def __init__(self, value: int) -> None:
        self._value = value
        self._slots: set[ReferenceType[Slot]] = set()
        self._waiters: deque[Lock] = deque()
        self._lock = ForkSafeLock()  # held briefly, never during a wait

    def acquire(self, timeout: float | None) -> Slot | None:
        """Acquire a slot, waiting at most `timeout` seconds (None: no limit). Return None if none became free."""
        slot = Slot()
        try:
            return slot if self._try_acquire(slot) or self._wait(slot, remaining_time(timeout)) else None
        except BaseException:
            slot.is_held = False
            raise

    def _try_acquire(self, slot: Slot) -> bool:
        with self._lock:
            if len(self._slots) >= self._value and not self._discard_free_slots():
                return False
            slot.is_held = True
            self._slots.add(ref(slot))
        return True

    def _discard_free_slots(self) -> bool:
        """Discard slots that are no longer held. Return whether another one can be acquired."""
        slots = [slot for reference in list(self._slots) if (slot := reference()) is not None]
        held = [slot for slot in slots if slot.is_held and slot.process == os.getpid()]
        self._slots = {ref(slot) for slot in held}
        thread = get_ident()
        return len(held) < self._value or any(slot.thread == thread for slot in held)

    def _wait(self, slot: Slot, timeout: float | None) -> bool:
        ends_at = None if timeout is None else time.monotonic() + timeout
        waiter = Lock()
        waiter.acquire()
        self._waiters.append(waiter)
        try:
            while not self._try_acquire(slot):
                seconds = _POLL_SECONDS if ends_at is None else min(_POLL_SECONDS, ends_at - time.monotonic())
                if seconds <= 0:
                    return False
                waiter.acquire(timeout=seconds)
            return True
        finally:
            with suppress(ValueError):
                self._waiters.remove(waiter)
            self._wake_next()  # several slots may have been released

    def release(self, slot: Slot) -> None:
        """Release a slot, which wakes a waiting thread."""
        slot.is_held = False
        self._slots.discard(ref(slot))
        self._wake_next()

    def _wake_next(self) -> None:
        with suppress(IndexError, RuntimeError):  # no thread waits; it is awake already
            self._waiters[0].release()
