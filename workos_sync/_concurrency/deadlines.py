# Generated from codegen/sync_overrides/_concurrency/deadlines.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Time limits."""

import time
from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from contextvars import ContextVar
from socket import SHUT_RDWR
from threading import Lock
from typing import Any

from workos_sync._concurrency.background_task import current_background_task

_deadline_at: ContextVar[float | None] = ContextVar("workos_deadline", default=None)


def time_limit(seconds: float | None) -> AbstractContextManager[object]:
    """Return a context in which connections made by `bounded_by_deadline` raise TimeoutError after `seconds` (None: no limit).

    Synchronous code cannot be interrupted from outside: with a custom transport, only the phases of a request are limited.
    """
    return UNLIMITED if seconds is None else _deadline(time.monotonic() + seconds)


UNLIMITED = nullcontext()


@contextmanager
def _deadline(deadline_at: float) -> Generator[None]:
    token = _deadline_at.set(deadline_at)
    try:
        yield
    finally:
        _deadline_at.reset(token)


def bounded_by_deadline(transport: Any) -> Any:
    """Return a transport whose reads and writes obey `time_limit`, so that a slow response cannot arrive byte by byte indefinitely.

    The timeouts of a transport start again with every byte. Its sockets are accessible only through its pool, which takes a network
    backend; with a version of the library that stores it elsewhere, only the timeouts of the phases apply.
    """
    pool = getattr(transport, "_pool", None)
    backend = getattr(pool, "_network_backend", None)
    if backend is not None:
        setattr(pool, "_network_backend", _Backend(backend))  # noqa: B010
    return transport


class _Backend:
    """A network backend whose connections obey the deadline of the current call."""

    def __init__(self, backend: Any) -> None:
        self._backend = backend

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, **options: Any) -> Any:
        return _Stream(self._backend.connect_tcp(host, port, timeout=remaining_time(timeout), **options))

    def connect_unix_socket(self, path: str, timeout: float | None = None, **options: Any) -> Any:
        return _Stream(self._backend.connect_unix_socket(path, timeout=remaining_time(timeout), **options))

    def sleep(self, seconds: float) -> None:
        self._backend.sleep(seconds)


class _Stream:
    """A connection that obeys the deadline of the current call."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._read_lock = Lock()

    def read(self, max_bytes: int, timeout: float | None = None) -> Any:
        task = current_background_task.get()
        with self._read_lock, UNLIMITED if task is None else task.interruptible(self.shut_down):
            return self._stream.read(max_bytes, timeout=remaining_time(timeout))

    def shut_down(self) -> None:
        """Shut down the socket, which ends a read in another thread."""
        socket = self._stream.get_extra_info("socket")
        with suppress(OSError, AttributeError):
            socket.shutdown(SHUT_RDWR)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for start in range(0, len(buffer), _CHUNK_SIZE):
            self._stream.write(buffer[start : start + _CHUNK_SIZE], timeout=remaining_time(timeout))

    def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None) -> Any:
        return _Stream(
            self._stream.start_tls(ssl_context, server_hostname=server_hostname, timeout=remaining_time(timeout))
        )

    def close(self) -> None:
        # A reader has to return first: the file descriptor of a closed socket may belong to another socket before it reads again.
        has_lock = self._read_lock.acquire(blocking=False)
        if not has_lock:
            self.shut_down()
            has_lock = self._read_lock.acquire(timeout=_SHUTDOWN_TIMEOUT)
        try:
            self._stream.close()
        finally:
            if has_lock:
                self._read_lock.release()

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


_CHUNK_SIZE = 1 << 16
_SHUTDOWN_TIMEOUT = 1.0


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
