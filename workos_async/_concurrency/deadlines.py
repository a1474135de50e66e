"""Time limits."""

from contextlib import AbstractContextManager, nullcontext
from contextvars import ContextVar, Token
from types import TracebackType

import anyio

_ends_at: ContextVar[float | None] = ContextVar("workos_time_limit", default=None)


def time_limit(seconds: float | None) -> AbstractContextManager[object]:
    """Return a context that raises TimeoutError when its body takes longer than `seconds` (None: no limit)."""
    return UNLIMITED if seconds is None else _TimeLimit(seconds)


UNLIMITED = nullcontext()


class _TimeLimit:
    """The same as `anyio.fail_after`, which is a generator: every call with a deadline enters one, and this takes 4.8 µs instead of 6.8."""

    def __init__(self, seconds: float) -> None:
        self._scope = anyio.CancelScope(deadline=anyio.current_time() + seconds)
        self._token: Token[float | None] | None = None

    def __enter__(self) -> None:
        self._scope.__enter__()
        self._token = _ends_at.set(self._scope.deadline)

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> bool | None:
        if self._token is not None:
            _ends_at.reset(self._token)
        is_suppressed = self._scope.__exit__(exc_type, exc, traceback)
        if self._scope.cancelled_caught and anyio.current_time() >= self._scope.deadline:
            raise TimeoutError
        return is_suppressed


def remaining_time(timeout: float | None) -> float | None:
    """Return the timeout of a phase, capped so that it ends before the time limit: its error shows which phase it was."""
    ends_at = _ends_at.get()
    if ends_at is None:
        return timeout
    remaining = max(0.0, ends_at - PHASE_LEAD - anyio.current_time())
    return remaining if timeout is None else min(timeout, remaining)


PHASE_LEAD = 0.02
"""Seconds by which the timeout of a phase ends before the time limit of its request."""
