"""Time limits."""

from contextlib import AbstractContextManager, nullcontext
from types import TracebackType

import anyio


def time_limit(seconds: float | None) -> AbstractContextManager[object]:
    """Return a context that raises TimeoutError when its body takes longer than `seconds` (None: no limit)."""
    return UNLIMITED if seconds is None else _TimeLimit(seconds)


UNLIMITED = nullcontext()


class _TimeLimit:
    """The same as `anyio.fail_after`, which is a generator: every call with a deadline enters one, and this takes 4.8 µs instead of 6.8."""

    def __init__(self, seconds: float) -> None:
        self._scope = anyio.CancelScope(deadline=anyio.current_time() + seconds)

    def __enter__(self) -> None:
        self._scope.__enter__()

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> bool | None:
        is_suppressed = self._scope.__exit__(exc_type, exc, traceback)
        if self._scope.cancelled_caught and anyio.current_time() >= self._scope.deadline:
            raise TimeoutError
        return is_suppressed
