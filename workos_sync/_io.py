# Generated from codegen/sync_overrides/_io.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""What differs between async and sync code. This module has a twin written by hand; every other module is translated."""

import os
import time
from collections.abc import Callable, Coroutine, Generator, Hashable
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from contextvars import ContextVar, copy_context
from inspect import isawaitable
from socket import SHUT_RDWR
from threading import Event, Semaphore, Thread
from threading import Lock as _Lock
from typing import Any, TypeAlias, TypeVar

T = TypeVar("T")
Call: TypeAlias = Callable[[], T]
"""A function without arguments that does I/O."""


class ThreadLock:
    """Lets one thread at a time through; in a forked process it is open, whoever held it in the parent.

    The child of a fork has only the thread that forked: what another one held there would be held for ever.
    """

    def __init__(self) -> None:
        self._lock = _Lock()
        self._process = os.getpid()

    def __enter__(self) -> None:
        if self._process != os.getpid():  # nobody else runs in the child yet, or they all came through here
            self._lock, self._process = _Lock(), os.getpid()
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()


Lock = ThreadLock


def sleep(seconds: float) -> None:
    """Wait."""
    background = _background.get()
    if background is None:
        time.sleep(seconds)
    else:
        background.sleep(seconds)


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
        self._reading = _Lock()

    def read(self, max_bytes: int, timeout: float | None = None) -> Any:
        background = _background.get()
        with self._reading, _UNLIMITED if background is None else background.waiting(self.hang_up):
            return self._stream.read(max_bytes, timeout=_left(timeout))

    def hang_up(self) -> None:
        """End what another thread reads here."""
        socket = self._stream.get_extra_info("socket")
        with suppress(OSError, AttributeError):
            socket.shutdown(SHUT_RDWR)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for start in range(0, len(buffer), _PIECE):
            self._stream.write(buffer[start : start + _PIECE], timeout=_left(timeout))

    def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None) -> Any:
        return _Stream(self._stream.start_tls(ssl_context, server_hostname=server_hostname, timeout=_left(timeout)))

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


def _left(timeout: float | None) -> float | None:
    ends = _ends.get()
    if ends is None:
        return timeout
    left = ends - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left if timeout is None else min(timeout, left)


def close_whole(closed: None) -> None:
    """Nothing interrupts synchronous code while it closes something."""


close_shielded = close_whole


def settle(result: object) -> None:
    """Refuse what would have to be awaited."""
    if isawaitable(result):
        if isinstance(result, Coroutine):
            result.close()
        raise TypeError("a hook of a synchronous client must be an ordinary function, not a coroutine function")


def in_thread(call: Callable[[], T]) -> T:
    """Call a function that blocks: that is what synchronous code does anyway."""
    return call()


def to_the_end(call: Call[T]) -> T:
    """Call what must not stop half-way: nothing stops synchronous code from outside."""
    return call()


class Places:
    """Lets so many in at once; the others wait.

    Args:
        number: How many.
    """

    def __init__(self, number: int) -> None:
        self._free = Semaphore(number)

    def take(self, seconds: float | None) -> bool:
        """Take a place, or wait for one so long; None is no limit. Says whether there was one."""
        return self._free.acquire(blocking=False) or self._free.acquire(timeout=_left(seconds))

    def give_back(self) -> None:
        """Let the next one in."""
        self._free.release()


class Alarm:
    """Wakes the one thread that waits for it."""

    def __init__(self) -> None:
        self._event = Event()

    def wait(self, seconds: float) -> None:
        """Wait until it rings, or so long."""
        background = _background.get()
        with _UNLIMITED if background is None else background.waiting(self.ring):
            self._event.wait(seconds)
        self._event.clear()

    def ring(self) -> None:
        """Wake who waits; if nobody does yet, the next wait ends at once."""
        self._event.set()


def context() -> Hashable:
    """What open connections belong to: they don't work in a forked process."""
    return os.getpid()


def is_over(context: Hashable) -> bool:
    """Whether a context has ended: none does before the process."""
    return False


class Signal:
    """A flag to wait for. It may be set from any thread."""

    def __init__(self) -> None:
        self._event = Event()

    @property
    def is_set(self) -> bool:
        """Whether the flag is up."""
        return self._event.is_set()

    def set(self) -> None:
        """Put the flag up, and wake those who wait."""
        self._event.set()

    def clear(self) -> None:
        """Take the flag down."""
        self._event.clear()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until the flag is up, or so many seconds; say whether it is up."""
        return self._event.wait(seconds)


class _Stopped(BaseException):
    """Ends the thread of a `Background`."""


class Background:
    """A call that runs beside the one who starts it, from now on, and may be stopped.

    It has a thread of its own, which does not keep the process alive, and runs in a copy of the context of whoever starts it.
    What it raises is kept, and raised by `join`.

    Args:
        call: What runs.
        at_end: Called when it has ended, in whatever way.
    """

    def __init__(self, call: Call[object], at_end: "Callable[[Background], None] | None" = None) -> None:
        self._call = call
        self._at_end = at_end
        self._error: Exception | None = None
        self._stopping = Event()
        self._end_wait: Callable[[], None] | None = None
        self._thread = Thread(target=copy_context().run, args=(self._run,), name="workos-background", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        _background.set(self)
        try:
            self._call()
        except _Stopped:
            pass
        except Exception as error:
            self._error = error
        finally:
            if self._at_end is not None:
                self._at_end(self)

    def stop(self) -> None:
        """Ask the call to end. It ends where it waits: for an answer (whose connection is closed), for a rate limit or before a retry."""
        self._stopping.set()
        end_wait = self._end_wait
        if end_wait is not None:
            end_wait()

    def join(self) -> None:
        """Wait until the call has ended, and raise what it raised."""
        self._thread.join()
        error, self._error = self._error, None
        if error is not None:
            raise error

    def sleep(self, seconds: float) -> None:
        """Wait inside of the call."""
        if self._stopping.wait(seconds):
            raise _Stopped

    @contextmanager
    def waiting(self, end: Callable[[], None]) -> Generator[None]:
        """Wait for something inside of the call; `stop` ends that."""
        self._end_wait = end
        try:
            if self._stopping.is_set():
                raise _Stopped
            yield
            if self._stopping.is_set():
                raise _Stopped
        finally:
            self._end_wait = None


_background: ContextVar[Background | None] = ContextVar("workos_background", default=None)


def tracer(tell: Callable[[str], None]) -> Any:
    """What a transport of httpx calls with the name of each step of a request."""

    def trace(name: str, _: object) -> None:
        tell(name)

    return trace
