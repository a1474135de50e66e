# Generated from workos_async/_concurrency/call_deadline.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The deadline of a call, and of the call that the current code belongs to."""

import time
from contextlib import AbstractContextManager
from contextvars import ContextVar, Token
from typing import TYPE_CHECKING, Any, cast

from attrs import frozen

from workos_core.errors import APITimeoutError
from workos_sync._concurrency.deadlines import UNLIMITED

if TYPE_CHECKING:
    from workos_core.http.request_options import RequestOptions


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

    def error(self, event: str) -> APITimeoutError:
        """Return the error of a call that has sent no request, since the deadline passed during or before an event."""
        error = APITimeoutError(
            f"the deadline of {self.seconds:g} s passed {event}; this call sent no request", sent=False
        )
        error.attempts = 0
        return error


def remaining_seconds(deadline: Deadline | None) -> float | None:
    """Return the remaining seconds; None without a deadline."""
    return None if deadline is None else deadline.remaining


def deadline_options(deadline: Deadline | None, options: "RequestOptions | None" = None) -> "RequestOptions":
    """Return the options of a request that is a part of a call with a deadline."""
    merged: Any = {**(options or {})}
    if deadline is not None:
        merged["deadline"] = deadline  # a request that is a call of its own has seconds here
    return cast("RequestOptions", merged)


def call_deadline(deadline: Deadline | None) -> AbstractContextManager[object]:
    """Return a context in which `remaining_call_time` refers to this deadline, or to none.

    It replaces the deadline of an outer context: a call that a hook makes has its own, and an exception of a signal handler may have
    left the deadline of an earlier call behind.
    """
    return UNLIMITED if deadline is None and _current.get() is None else _CallDeadline(deadline)


def remaining_call_time() -> float | None:
    """Return the remaining seconds of the current call; None if it has no deadline."""
    deadline = _current.get()
    return None if deadline is None else deadline.remaining


class _CallDeadline:
    def __init__(self, deadline: Deadline | None) -> None:
        self._deadline = deadline
        self._token: Token[Deadline | None] | None = None

    def __enter__(self) -> None:
        self._token = _current.set(self._deadline)

    def __exit__(self, *_: object) -> None:
        if self._token is not None:
            _current.reset(self._token)


_current: ContextVar[Deadline | None] = ContextVar("workos_call_deadline", default=None)
