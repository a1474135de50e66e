"""Time limits."""

import time
from contextlib import AbstractContextManager, nullcontext
from contextvars import ContextVar, Token
from typing import Any

_deadline_at: ContextVar[float | None] = ContextVar("workos_deadline", default=None)


def time_limit(seconds: float | None) -> AbstractContextManager[object]:
    """Return a context in which the connections of the SDK raise TimeoutError after `seconds` (None: no limit).

    Synchronous code cannot be interrupted from outside: with a custom transport, only the phases of a request are limited.
    """
    return _TimeLimit(None if seconds is None else time.monotonic() + seconds)


UNLIMITED = nullcontext()


class _TimeLimit:
    """A deadline for the body of a `with` statement.

    It replaces that of any outer body, also if it is None: an exception of a signal handler may have left the deadline of an earlier
    call behind, and a call made by a signal handler is not part of the call that it interrupts.
    """

    def __init__(self, deadline_at: float | None) -> None:
        self._deadline_at = deadline_at
        self._token: Token[float | None] | None = None

    def __enter__(self) -> None:
        self._token = _deadline_at.set(self._deadline_at)

    def __exit__(self, *_: Any) -> None:
        if self._token is not None:
            _deadline_at.reset(self._token)


def remaining_time(timeout: float | None) -> float | None:
    """Return the timeout, capped by what is left until the deadline of the current call.

    Raises:
        TimeoutError: The deadline has passed.
    """
    deadline_at = _deadline_at.get()
    if deadline_at is None:
        return timeout
    remaining = deadline_at - time.monotonic()
    if remaining <= 0:
        raise TimeoutError
    return remaining if timeout is None else min(timeout, remaining)


PHASE_LEAD = 0.02
"""Seconds by which the timeout of a phase ends before the time limit of its request."""
