# Generated from workos_async/_concurrency/call_deadline.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The deadline of a call, and of the call that the current code belongs to."""

import time
from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar

from attrs import frozen

from workos_sync._concurrency.deadlines import UNLIMITED


@frozen
class Deadline:
    """A time limit that started with a call.

    Attributes:
        seconds: The time limit as configured.
        ends_at: When it ends, on the clock of `time.monotonic`.
    """

    seconds: float
    ends_at: float

    @classmethod
    def start(cls, seconds: float) -> "Deadline":
        """Return a time limit that starts now."""
        return cls(seconds, time.monotonic() + seconds)

    @property
    def remaining(self) -> float:
        """The remaining seconds; 0 if the deadline has passed."""
        return max(0.0, self.ends_at - time.monotonic())


def call_deadline(deadline: Deadline | None) -> AbstractContextManager[object]:
    """Return a context in which `remaining_call_time` refers to this deadline. Does nothing if it is None."""
    return UNLIMITED if deadline is None else _set(deadline)


def remaining_call_time() -> float | None:
    """Return the remaining seconds of the current call; None if it has no deadline."""
    deadline = _current.get()
    return None if deadline is None else deadline.remaining


@contextmanager
def _set(deadline: Deadline) -> Generator[None]:
    token = _current.set(deadline)
    try:
        yield
    finally:
        _current.reset(token)


_current: ContextVar[Deadline | None] = ContextVar("workos_call_deadline", default=None)
