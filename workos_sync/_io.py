# Generated from codegen/sync_overrides/_io.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""What differs between async and sync code. This module has a twin written by hand; every other module is translated."""

import os
import time
from collections.abc import Callable, Coroutine, Generator, Hashable
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from inspect import isawaitable
from threading import Lock as Lock
from typing import Any, TypeAlias, TypeVar

T = TypeVar("T")
Call: TypeAlias = Callable[[], T]
"""A function without arguments that does I/O."""


def sleep(seconds: float) -> None:
    """Wait."""
    time.sleep(seconds)


_ends: ContextVar[float | None] = ContextVar("workos_deadline", default=None)


def time_limit(seconds: float | None) -> AbstractContextManager[object]:
    """Let the connections made by `bounded_by_deadline` give up after so many seconds; None is no limit.

    Nothing can interrupt synchronous code from outside: with a transport of the user's, only the phases of a request are limited.
    """
    return _UNLIMITED if seconds is None else _limited(time.monotonic() + seconds)


_UNLIMITED = nullcontext()


@contextmanager
def _limited(ends: float) -> Generator[None]:
    token = _ends.set(ends)
    try:
        yield
    finally:
        _ends.reset(token)


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
        return _Stream(self._backend.connect_tcp(host, port, timeout=_left(timeout), **options))

    def connect_unix_socket(self, path: str, timeout: float | None = None, **options: Any) -> Any:
        return _Stream(self._backend.connect_unix_socket(path, timeout=_left(timeout), **options))

    def sleep(self, seconds: float) -> None:
        self._backend.sleep(seconds)


class _Stream:
    """A connection that obeys the deadline of the call that uses it."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> Any:
        return self._stream.read(max_bytes, timeout=_left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for start in range(0, len(buffer), _PIECE):
            self._stream.write(buffer[start : start + _PIECE], timeout=_left(timeout))

    def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None) -> Any:
        return _Stream(self._stream.start_tls(ssl_context, server_hostname=server_hostname, timeout=_left(timeout)))

    def close(self) -> None:
        self._stream.close()

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


_PIECE = 1 << 16


def _left(timeout: float | None) -> float | None:
    ends = _ends.get()
    if ends is None:
        return timeout
    left = ends - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left if timeout is None else min(timeout, left)


def settle(result: object) -> None:
    """Refuse what would have to be awaited."""
    if isawaitable(result):
        if isinstance(result, Coroutine):
            result.close()
        raise TypeError("a hook of a synchronous client must be an ordinary function, not a coroutine function")


def in_thread(call: Callable[[], T]) -> T:
    """Call a function that blocks: that is what synchronous code does anyway."""
    return call()


def context() -> Hashable:
    """What open connections belong to: they don't work in a forked process."""
    return os.getpid()


def is_over(context: Hashable) -> bool:
    """Whether a context has ended: none does before the process."""
    return False
