"""What differs between async and sync code. This module has a twin written by hand; every other module is translated."""

import asyncio
import os
import types
from collections.abc import Awaitable, Callable, Coroutine, Generator, Hashable
from contextlib import AbstractContextManager, nullcontext, suppress
from contextvars import copy_context
from functools import partial
from inspect import isawaitable
from threading import Lock as _Lock
from typing import Any, TypeAlias, TypeVar, cast
from weakref import WeakValueDictionary

import anyio
import anyio.to_thread
from anyio.lowlevel import RunVar, current_token

T = TypeVar("T")
Call: TypeAlias = Callable[[], Awaitable[T]]
"""A function without arguments that does I/O."""


async def sleep(seconds: float) -> None:
    """Wait, under whichever event loop runs."""
    await anyio.sleep(seconds)


def time_limit(seconds: float | None) -> AbstractContextManager[object]:
    """Raise TimeoutError when what is inside takes longer; None is no limit."""
    return _UNLIMITED if seconds is None else anyio.fail_after(seconds)


_UNLIMITED = nullcontext()


def bounded_by_deadline(transport: Any) -> Any:
    """A transport whose every step obeys `time_limit`: in async code that holds for any."""
    return transport


async def close_whole(closing: Coroutine[Any, Any, None]) -> None:
    """Close something although the task is cancelled meanwhile; the cancellation goes on after that.

    A connection that was closed by half would stay open.
    """
    with anyio.CancelScope(shield=True):
        await close_shielded(closing)


@types.coroutine
def close_shielded(closing: Coroutine[Any, Any, None]) -> Generator[Any, Any, None]:
    """The same for what keeps out the scopes of anyio itself, as the pools of httpx do, but not `Task.cancel` (`asyncio.timeout`, `wait_for`).

    A scope cancels again and again. What does not keep it out, such as a transport of the user's, is interrupted at last: it may
    be waiting for nothing else.
    """
    cancelled: asyncio.CancelledError | None = None
    ignored = 0
    step = partial(closing.send, None)
    while True:
        try:
            waits_for = step()
        except StopIteration:
            break
        try:
            value = yield waits_for
        except asyncio.CancelledError as error:
            # None means that it only let others run. What waits for a future must hear that the future was cancelled.
            ignores = waits_for is None and ignored < _IGNORED
            step = partial(closing.send, None) if ignores else partial(closing.throw, error)
            ignored += ignores
            cancelled = error
        except BaseException as error:
            step = partial(closing.throw, error)
        else:
            step = partial(closing.send, value)
    if cancelled is not None:
        raise cancelled


_IGNORED = 16  # a scope does that in as many turns of the event loop; nobody else cancels so often


async def settle(result: object) -> None:
    """Wait for what a hook returned, if it is a coroutine."""
    if isawaitable(result):
        await result


async def in_thread(call: Callable[[], T]) -> T:
    """Call a function that blocks, where it stops nobody. A call that was begun is waited for even by who is cancelled."""
    try:
        threads = _threads.get()
    except LookupError:
        threads = anyio.CapacityLimiter(_THREADS)
        _threads.set(threads)
    return await anyio.to_thread.run_sync(call, limiter=threads)


# Of our own, in each event loop: those that the application shares may all be waiting for us.
_THREADS = 8
_threads: RunVar[anyio.CapacityLimiter] = RunVar("workos_threads")


async def to_the_end(call: Call[T]) -> T:
    """Call what must not stop half-way: who is cancelled stops waiting for it (or waits, under trio), and it goes on."""
    if not runs_asyncio():
        with anyio.CancelScope(shield=True):
            return await call()
    task = asyncio.ensure_future(call())
    _going_on.add(task)
    task.add_done_callback(_ended)
    return await asyncio.shield(task)


_going_on: set[Any] = set()  # the event loop itself does not keep tasks alive


def _ended(task: Any) -> None:
    _going_on.discard(task)
    if not task.cancelled():
        task.exception()  # has been looked at: nobody may be left who waits for it


class Places:
    """Lets so many in at once, within one event loop; the others wait in the order in which they came.

    Args:
        number: How many.
    """

    def __init__(self, number: int) -> None:
        self._free = anyio.Semaphore(number, fast_acquire=True)

    async def take(self, seconds: float | None) -> bool:
        """Take a place, or wait for one so long; None is no limit. Says whether there was one."""
        try:
            self._free.acquire_nowait()
        except anyio.WouldBlock:
            pass
        else:
            return True
        with anyio.move_on_after(seconds):
            await self._free.acquire()
            return True
        return False

    def give_back(self) -> None:
        """Let the next one in."""
        self._free.release()


class _FutureBell:
    """Something to wait for once, in asyncio: an event and a scope of anyio would take five times as long."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._rung = loop.create_future()

    def ring(self) -> None:
        """Wake who waits, in the same event loop."""
        if not self._rung.done():
            self._rung.set_result(None)

    async def wait(self, seconds: float | None) -> None:
        """Wait until it rings, or so long."""
        timer = None if seconds is None else self._loop.call_later(seconds, self.ring)
        try:
            await self._rung
        finally:
            if timer is not None:
                timer.cancel()


class _EventBell:
    """The same, in any event loop."""

    def __init__(self) -> None:
        self._event = anyio.Event()

    def ring(self) -> None:
        """Wake who waits, in the same event loop."""
        self._event.set()

    async def wait(self, seconds: float | None) -> None:
        """Wait until it rings, or so long."""
        with _UNLIMITED if seconds is None else anyio.move_on_after(seconds):
            await self._event.wait()


def _bell(loop: Any) -> _FutureBell | _EventBell:
    return _FutureBell(loop) if isinstance(loop, asyncio.AbstractEventLoop) else _EventBell()


class Alarm:
    """Wakes the one task that waits for it, from any thread and any event loop."""

    def __init__(self) -> None:
        self._loop = _running_loop()
        self._bell = _bell(self._loop)

    async def wait(self, seconds: float) -> None:
        """Wait until it rings, or so long."""
        await self._bell.wait(seconds)
        self._bell = _bell(self._loop)

    def ring(self) -> None:
        """Wake who waits; if nobody does yet, the next wait ends at once."""
        _soon(self._loop, self._ring)

    def _ring(self) -> None:
        self._bell.ring()


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


class Lock:
    """Lets one task at a time through, in each event loop."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[Hashable, anyio.Lock] = WeakValueDictionary()
        self._held: list[anyio.Lock] = []

    async def __aenter__(self) -> None:
        lock = self._locks.setdefault(context(), anyio.Lock())
        await lock.acquire()
        self._held.append(lock)

    async def __aexit__(self, *_: object) -> None:
        lock = self._locks[context()]
        self._held.remove(lock)
        lock.release()


def context() -> Hashable:
    """What open connections belong to: they work in no other event loop and in no forked process."""
    return os.getpid(), _running_loop()


def runs_asyncio() -> bool:
    """Whether the event loop is one of asyncio."""
    return isinstance(_running_loop(), asyncio.AbstractEventLoop)


def is_over(context: Hashable) -> bool:
    """Whether the event loop of a context has ended, in this process."""
    process, loop = cast("tuple[int, Any]", context)
    return process == os.getpid() and _has_ended(loop)


def _has_ended(loop: Any) -> bool:
    if hasattr(loop, "is_closed"):  # asyncio
        return bool(loop.is_closed())
    try:
        loop.run_sync_soon(int)  # trio: the only way to ask
    except RuntimeError:
        return True
    return False


class Signal:
    """A flag to wait for. It may be set from any thread and any event loop."""

    def __init__(self) -> None:
        self._set = False
        self._waiting: list[tuple[Any, _FutureBell | _EventBell]] = []

    @property
    def is_set(self) -> bool:
        """Whether the flag is up."""
        return self._set

    def set(self) -> None:
        """Put the flag up, and wake those who wait."""
        self._set = True
        here = _loop_here() if self._waiting else None
        for loop, bell in list(self._waiting):
            if loop is here:
                bell.ring()
            else:
                _soon(loop, bell.ring)

    def clear(self) -> None:
        """Take the flag down."""
        self._set = False

    async def wait(self, seconds: float | None = None) -> bool:
        """Wait until the flag is up, or so many seconds; say whether it is up."""
        loop = _running_loop()
        entry = (loop, _bell(loop))
        self._waiting.append(entry)  # before the look at the flag, so that no thread can set it unnoticed in between
        try:
            if not self._set:
                await entry[1].wait(seconds)
            return self._set
        finally:
            self._waiting.remove(entry)


class Background:
    """A call that runs beside the one who starts it, from now on, and may be stopped.

    It belongs to the event loop, not to a task group of the user's: a task of asyncio, a system task of trio. Both end with their
    loop at the latest. It runs in a copy of the context of whoever starts it. What it raises is kept, and raised by `join`.

    Args:
        call: What runs.
        at_end: Called when it has ended, in whatever way.
    """

    def __init__(self, call: Call[object], at_end: "Callable[[Background], None] | None" = None) -> None:
        self._call = call
        self._at_end = at_end
        self._error: Exception | None = None
        self._ended = Signal()
        self._scope = anyio.CancelScope()
        self._loop = _running_loop()
        if isinstance(self._loop, asyncio.AbstractEventLoop):
            # Not by create_task, which where tasks are eager would run the call at once, inside of the one who starts it.
            task = asyncio.Task(self._run(), loop=self._loop, name="workos-background")
            _tasks.add(task)
            task.add_done_callback(self._over)
        else:
            from trio.lowlevel import spawn_system_task

            spawn_system_task(self._run, name="workos-background", context=copy_context())

    async def _run(self) -> None:
        try:
            with self._scope:
                await self._call()
        except Exception as error:
            self._error = error
        finally:
            self._finish()

    def _over(self, task: "asyncio.Task[None]") -> None:
        _tasks.discard(task)
        if not self._ended.is_set:  # somebody cancelled it before its first step
            self._finish()

    def _finish(self) -> None:
        self._ended.set()
        if self._at_end is not None:
            self._at_end(self)

    def stop(self) -> None:
        """Ask the call to end, from any thread. It ends where it waits next."""
        _soon(self._loop, self._scope.cancel)

    async def join(self) -> None:
        """Wait until the call has ended, and raise what it raised. Who wants it to end calls `stop` before: this is not interrupted."""
        with anyio.CancelScope(shield=True):
            await self._ended.wait()
        error, self._error = self._error, None
        if error is not None:
            raise error


_tasks: set[Any] = set()  # asyncio itself holds none


def _running_loop() -> Any:
    """The event loop that runs the task, or the token of trio. asyncio is asked first: anyio takes several times as long to tell.

    Raises:
        RuntimeError: There is none.
    """
    try:
        task = asyncio.current_task()
    except RuntimeError:
        task = None
    return current_token().native_token if task is None else task.get_loop()


def _loop_here() -> Any:
    """The event loop that runs this code, be it in a task or not; None in other threads."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        pass
    try:
        return current_token().native_token
    except RuntimeError:
        return None


def _soon(loop: Any, call: Callable[[], object]) -> None:
    """Call something inside an event loop, or not at all if that has ended."""
    schedule = loop.call_soon_threadsafe if hasattr(loop, "call_soon_threadsafe") else loop.run_sync_soon
    with suppress(RuntimeError):
        schedule(call)


def tracer(tell: Callable[[str], None]) -> Any:
    """What a transport of httpx calls with the name of each step of a request."""

    async def trace(name: str, _: object) -> None:
        tell(name)

    return trace
