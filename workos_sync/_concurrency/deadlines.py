# Generated from codegen/sync_overrides/_concurrency/deadlines.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Time limits."""

import time
from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from contextvars import ContextVar
from socket import SHUT_RDWR
from threading import Lock as _Lock
from typing import Any

from workos_sync._concurrency.background_task import current_background_task

_deadline_at: ContextVar[float | None] = ContextVar("workos_deadline", default=None)


def time_limit(seconds: float | None) -> AbstractContextManager[object]:
    """Let the connections made by `bounded_by_deadline` give up after so many seconds; None is no limit.

    Nothing can interrupt synchronous code from outside: with a transport of the user's, only the phases of a request are limited.
    """
    return UNLIMITED if seconds is None else _limited(time.monotonic() + seconds)


UNLIMITED = nullcontext()


@contextmanager
def _limited(ends: float) -> Generator[None]:
    token = _deadline_at.set(ends)
    try:
        yield
    finally:
        _deadline_at.reset(token)


def bounded_by_deadline(transport: Any) -> Any:
    """A transport whose every read and write obeys `time_limit`, so that an answer can't drip in for ever.

    The timeouts of a transport start anew with every byte. Its sockets are out of reach but for its pool, which takes a network
    backend; where a version of the library keeps that elsewhere, the timeouts of the phases are left.
    """
    pool = getattr(transport, "_pool", None)
    backend = getattr(pool, "_network_backend", None)
    if backend is not None:
        setattr(pool, "_network_backend", _Backend(backend))  # noqa: B010
    return transport


class _Backend:
    """A network backend whose connections obey the deadline of the call that uses them."""

    def __init__(self, backend: Any) -> None:
        self._backend = backend

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, **options: Any) -> Any:
        return _Stream(self._backend.connect_tcp(host, port, timeout=remaining_time(timeout), **options))

    def connect_unix_socket(self, path: str, timeout: float | None = None, **options: Any) -> Any:
        return _Stream(self._backend.connect_unix_socket(path, timeout=remaining_time(timeout), **options))

    def sleep(self, seconds: float) -> None:
        self._backend.sleep(seconds)


class _Stream:
    """A connection that obeys the deadline of the call that uses it."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._reading = _Lock()

    def read(self, max_bytes: int, timeout: float | None = None) -> Any:
        background = current_background_task.get()
        with self._reading, UNLIMITED if background is None else background.waiting(self.hang_up):
            return self._stream.read(max_bytes, timeout=remaining_time(timeout))

    def hang_up(self) -> None:
        """End what another thread reads here."""
        socket = self._stream.get_extra_info("socket")
        with suppress(OSError, AttributeError):
            socket.shutdown(SHUT_RDWR)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for start in range(0, len(buffer), _PIECE):
            self._stream.write(buffer[start : start + _PIECE], timeout=remaining_time(timeout))

    def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None) -> Any:
        return _Stream(
            self._stream.start_tls(ssl_context, server_hostname=server_hostname, timeout=remaining_time(timeout))
        )

    def close(self) -> None:
        # Who reads here must know first: the number of a closed socket may be another one's before the reader looks.
        idle = self._reading.acquire(blocking=False)
        if not idle:
            self.hang_up()
            idle = self._reading.acquire(timeout=_HANGS_UP_WITHIN)
        try:
            self._stream.close()
        finally:
            if idle:
                self._reading.release()

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


_PIECE = 1 << 16
_HANGS_UP_WITHIN = 1.0


def remaining_time(timeout: float | None) -> float | None:
    """Return the timeout, capped by what is left until the deadline of the current call.

    Raises:
        TimeoutError: The deadline has passed.
    """
    ends = _deadline_at.get()
    if ends is None:
        return timeout
    left = ends - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left if timeout is None else min(timeout, left)
