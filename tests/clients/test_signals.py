"""Exceptions that a signal handler raises inside a synchronous call, such as the time-outs of job queues, and calls inside a handler."""

import dis
import itertools
import os
import signal
import sys
import threading
import time
import types
import warnings
from collections.abc import Callable, Iterator
from contextvars import copy_context
from functools import cache
from typing import Any

import pytest

import workos_sync
from tests.faults.faults import respond_ok
from tests.faults.server import Server
from workos_sync._concurrency.deadlines import remaining_time, time_limit
from workos_sync._concurrency.locks import ForkSafeLock
from workos_sync._concurrency.semaphore import Semaphore, Slot
from workos_sync._concurrency.single_flight import SingleFlight

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no timers")


class Interrupted(Exception):
    pass


def _raise(*_: object) -> None:
    raise Interrupted


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(respond_ok).running() as running:
        yield running


@pytest.fixture
def handle() -> Iterator[Callable[[Callable[..., object]], None]]:
    previous = signal.getsignal(signal.SIGALRM)
    yield lambda handler: signal.signal(signal.SIGALRM, handler) and None  # type: ignore[func-returns-value]
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, previous)


@cache
def _interruptible(code: types.CodeType) -> frozenset[int]:
    """Return the offsets of the bytecodes before which Python runs signal handlers: after a call, at the start of a function, in a loop."""
    instructions = list(dis.get_instructions(code))
    offsets = {
        after.offset
        for before, after in itertools.pairwise(instructions)
        if before.opname == "RESUME" or before.opname.startswith("CALL")
    }
    offsets.update(item.argval for item in instructions if item.opname == "JUMP_BACKWARD")
    return frozenset(offsets)


def at_every_step(call: Callable[[], object], stride: int = 1) -> int:
    """Make a call again and again, and raise an exception in it: at the first step, at the second, and so on. Return the number of steps.

    A step is a bytecode of the SDK, of the HTTP library below it or of the standard library, before which Python runs signal handlers.
    """
    step = 0
    while True:
        remaining = step

        def trace(frame: Any, event: str, _: object) -> Any:
            nonlocal remaining
            name = frame.f_globals.get("__name__", "")
            if not name.startswith(("workos_", "httpcore", "httpx", "h11", "threading", "weakref", "contextlib")):
                return None
            frame.f_trace_opcodes = True
            if event == "opcode" and frame.f_lasti in _interruptible(frame.f_code):
                if remaining == 0:
                    sys.settrace(None)
                    raise Interrupted
                remaining -= 1
            return trace

        sys.settrace(trace)
        try:
            call()
        except Interrupted:
            step += stride
        else:
            return step
        finally:
            sys.settrace(None)


def test_a_semaphore_after_an_exception_at_any_step() -> None:
    semaphore = Semaphore(2)

    def acquire_and_release() -> None:
        slot = semaphore.acquire(0)
        if slot is not None:
            semaphore.release(slot)

    assert at_every_step(acquire_and_release) > 10
    acquired: list[bool] = []
    done = threading.Barrier(4)

    def acquire_in_thread() -> None:  # one thread would get more than two
        slot = semaphore.acquire(0)
        acquired.append(slot is not None)
        done.wait(20)

    threads = [threading.Thread(target=acquire_in_thread, daemon=True) for _ in range(3)]
    for thread in threads:
        thread.start()
    done.wait(20)
    assert sorted(acquired) == [False, True, True]


def test_a_single_flight_after_an_exception_at_any_step() -> None:
    flight: SingleFlight[int] = SingleFlight(60)
    assert at_every_step(lambda: flight.run("key", lambda: 1, lambda _: False)) > 10
    results: list[int] = []
    thread = threading.Thread(target=lambda: results.append(flight.run("key", lambda: 2, lambda _: False)), daemon=True)
    thread.start()
    thread.join(10)
    assert results == [2]
    assert flight._running == {}


@pytest.mark.filterwarnings(
    "ignore::ResourceWarning"
)  # the HTTP library was interrupted before it had stored a new socket
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_calls_after_an_exception_at_any_step(server: Server) -> None:
    limits = workos_sync.ConnectionLimits(max_connections=1)
    options = {"timeout": 20, "deadline": 20, "max_retries": 0, "rate_limiter": None, "limits": limits}
    with workos_sync.WorkOS("sk_1", base_url=server.url, **options) as workos:  # type: ignore[arg-type]

        def call() -> None:
            assert workos.organizations.get_organization("org_1").id == "org_1"

        call()
        assert at_every_step(call, stride=3) > 1000
        assert _in_thread(call) is None


def _in_thread(call: Callable[[], object]) -> BaseException | None:
    errors: list[BaseException] = []

    def run() -> None:
        try:
            call()
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(20)
    if thread.is_alive():
        return TimeoutError("the call hangs")
    return errors[0] if errors else None


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_calls_after_many_timers(server: Server, handle: Callable[[Callable[..., object]], None]) -> None:
    limits = workos_sync.ConnectionLimits(max_connections=2)
    options: dict[str, Any] = {"timeout": 20, "max_retries": 0, "rate_limiter": None, "limits": limits}
    interrupted = 0
    with workos_sync.WorkOS("sk_1", base_url=server.url, **options) as workos:
        handle(_raise)
        for index in range(300):
            try:
                signal.setitimer(signal.ITIMER_REAL, 0.0002 + index % 30 * 0.0001)
                workos.organizations.get_organization("org_1", options={"deadline": 10})
                signal.setitimer(signal.ITIMER_REAL, 0)
            except Interrupted:
                interrupted += 1
        handle(lambda *_: None)
        signal.setitimer(signal.ITIMER_REAL, 0)
        calls = [lambda: workos.organizations.get_organization("org_1", options={"deadline": 10})] * 4
        assert [_in_thread(call) for call in calls] == [None] * 4
    assert interrupted > 0


@pytest.mark.parametrize("max_connections", [1, 100])
def test_a_call_inside_a_signal_handler(
    server: Server, handle: Callable[[Callable[..., object]], None], max_connections: int
) -> None:
    entered = threading.Event()
    is_first = True

    def wait_once(connection: Any) -> bool:
        nonlocal is_first
        if is_first:
            is_first = False
            signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGALRM)
            entered.wait(20)
        return respond_ok(connection)

    server.handler = wait_once
    limits = workos_sync.ConnectionLimits(max_connections=max_connections)
    results: list[str] = []
    with workos_sync.WorkOS("sk_1", base_url=server.url, limits=limits, deadline=15) as workos:

        def call_inside(*_: object) -> None:
            results.append(workos.organizations.get_organization("org_1").id)
            entered.set()

        handle(call_inside)
        results.append(workos.organizations.get_organization("org_1").id)
    assert results == ["org_1", "org_1"]


def test_a_handler_cannot_wait_for_the_call_that_it_interrupted() -> None:
    flight: SingleFlight[int] = SingleFlight(60)

    def call() -> int:
        with pytest.raises(RuntimeError, match="make it outside of the handler"):
            flight.run("key", lambda: 1, lambda _: False)
        return flight.run("other key", lambda: 2, lambda _: False)

    assert flight.run("key", call, lambda _: False) == 2


def test_slots_are_released_when_they_are_dropped() -> None:
    semaphore = Semaphore(1)
    slot: Slot | None = semaphore.acquire(0)
    assert slot is not None
    results: list[bool] = []
    thread = threading.Thread(target=lambda: results.append(semaphore.acquire(20) is not None))
    thread.start()
    while not semaphore._waiters:
        time.sleep(0.001)
    del slot
    thread.join(10)
    assert results == [True]


def test_a_released_slot_wakes_a_waiting_thread() -> None:
    semaphore = Semaphore(1)
    order: list[int] = []
    slot = semaphore.acquire(0)
    assert slot is not None

    def take(number: int) -> None:
        acquired = semaphore.acquire(20)
        assert acquired is not None
        order.append(number)
        semaphore.release(acquired)

    threads = [threading.Thread(target=take, args=(number,)) for number in range(10)]
    for thread in threads:
        thread.start()
    semaphore.release(slot)
    for thread in threads:
        thread.join(10)
    assert sorted(order) == list(range(10))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_locks_of_other_threads_are_released_in_a_forked_process() -> None:
    locks = [ForkSafeLock() for _ in range(3)]
    held, proceed = threading.Event(), threading.Event()

    def hold() -> None:
        with locks[0], locks[1]:
            held.set()
            proceed.wait(20)

    thread = threading.Thread(target=hold)
    thread.start()
    assert held.wait(20)
    with warnings.catch_warnings(), locks[2]:
        warnings.simplefilter("ignore", DeprecationWarning)  # Python warns of forks in a process with threads
        child = os.fork()
        if child == 0:
            signal.alarm(15)
            with locks[0], locks[1], locks[2]:
                os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    proceed.set()
    thread.join(10)


def test_the_deadline_of_an_interrupted_call_does_not_end_later_ones(server: Server) -> None:
    def leave_deadline_behind() -> None:
        time_limit(0).__enter__()  # an exception was raised before the end of the `with` statement
        with pytest.raises(TimeoutError):
            remaining_time(None)
        with workos_sync.WorkOS("sk_1", base_url=server.url) as workos:
            assert workos.organizations.get_organization("org_1").id == "org_1"

    copy_context().run(leave_deadline_behind)
