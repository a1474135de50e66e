"""Exceptions that a signal handler raises inside a synchronous call, such as the time-outs of job queues, and calls inside a handler."""

import dis
import gc
import itertools
import os
import signal
import sys
import threading
import time
import types
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from contextvars import copy_context
from functools import cache
from typing import Any

import pytest

import workos_sync
from tests.faults.faults import respond_ok
from tests.faults.server import Server
from tests.support.limits import IDENTITY, INFO
from tests.support.limits import request as limited_request
from workos_core.errors import RateLimitTimeoutError
from workos_core.http.hooks import RateLimitInfo
from workos_core.rate_limits.wait_queue import Priority
from workos_sync import RateLimiter
from workos_sync._auth import refresh_lock
from workos_sync._concurrency import call_deadline as call_deadlines
from workos_sync._concurrency import deadlines
from workos_sync._concurrency.call_deadline import Deadline, call_deadline, remaining_call_time
from workos_sync._concurrency.deadlines import remaining_time, time_limit
from workos_sync._concurrency.locks import ForkSafeLock
from workos_sync._concurrency.semaphore import Semaphore, Slot
from workos_sync._concurrency.single_flight import SingleFlight

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no timers")


class Interrupted(Exception):
    pass


def _raise(*_: object) -> None:
    raise Interrupted


@pytest.fixture(autouse=True)
def _discard_what_interrupted_calls_left_behind() -> Iterator[None]:
    """Reset the deadlines, and close the sockets, that exceptions of signal handlers left behind: later tests run in this thread."""
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()
    deadlines._deadline_at.set(None)
    call_deadlines._current.set(None)


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(respond_ok).running() as running:
        yield running


@pytest.fixture
def handle() -> Iterator[Callable[[Callable[..., object]], None]]:
    previous = signal.getsignal(signal.SIGALRM)

    def set_handler(handler: Callable[..., object]) -> None:
        signal.signal(signal.SIGALRM, handler)

    yield set_handler
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


def at_every_step(call: Callable[[], object], stride: int = 1, most: int = 100_000) -> int:
    """Make a call again and again, and raise an exception in it: at the first step, at the second, and so on. Return the number of steps.

    A step is a bytecode of the SDK, of the HTTP library below it or of the standard library, before which Python runs signal handlers.
    A call with more steps than `most` waits for something that never happens.
    """
    step = 0
    sys._getframe().f_trace_opcodes = (
        True  # Python 3.12 reports bytecodes only if a frame asked for it before `settrace`
    )
    while True:
        assert step <= most
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


@pytest.mark.parametrize(
    ("priority", "status", "stride"), [("interactive", 200, 1), ("background", 200, 1), ("interactive", 429, 11)]
)
def test_a_rate_limiter_after_an_exception_at_any_step(priority: Priority, status: int, stride: int) -> None:
    limiter = RateLimiter({"general": (1, 0.002)})

    def send() -> None:
        permit = limiter.acquire(limited_request(), IDENTITY, INFO, 5.0, None, priority)
        with permit:
            permit.record_response(status, 0.002)

    def send_twice() -> None:
        send()
        send()  # waits

    assert at_every_step(send_twice, stride, most=2000) > 200
    send_twice()
    queues = list(limiter._queues.values())
    assert [queue._first() for queue in queues] == [None] * len(queues)
    assert [(queue._events, queue._permits) for queue in queues] == [({}, {})] * len(queues)


def test_the_call_deadline_of_an_interrupted_call_does_not_apply_to_later_ones() -> None:
    def leave_deadline_behind() -> None:
        call_deadline(Deadline.start(0)).__enter__()  # an exception was raised before the end of the `with` statement
        assert remaining_call_time() == 0
        with call_deadline(None):
            assert remaining_call_time() is None

    copy_context().run(leave_deadline_behind)


def test_the_renewal_of_a_refresh_lock_ends_with_its_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refresh_lock, "RENEW_INTERVAL", 0.001)
    renewals = threading.Semaphore(0)

    class FakeRedis:
        def eval_blocking(self, *_: object) -> int:
            renewals.release()
            return 1

    redis: Any = FakeRedis()
    renewal = refresh_lock._Renewal(redis, [], refresh_lock._Lease("1", is_in_doubt=False))
    thread = renewal._thread
    assert renewals.acquire(timeout=20)
    assert renewals.acquire(timeout=20)
    assert thread.is_alive()
    del renewal  # as if an exception was raised before the beginning of the `try` statement that stops it
    thread.join(20)
    assert not thread.is_alive()


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
    gc.collect()  # while the warnings are ignored


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
@pytest.mark.parametrize("limiter", [None, RateLimiter({"general": (50, 0.05)})], ids=["unlimited", "limited"])
def test_calls_after_many_timers(
    server: Server, handle: Callable[[Callable[..., object]], None], limiter: RateLimiter | None
) -> None:
    limits = workos_sync.ConnectionLimits(max_connections=2)
    options: dict[str, Any] = {"timeout": 20, "max_retries": 0, "rate_limiter": limiter, "limits": limits}
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
    gc.collect()
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


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_requests_of_other_threads_that_wait_for_a_rate_limit_do_not_wait_in_a_forked_process() -> None:
    now = [0.0]
    limiter = RateLimiter({"general": (1, 600)}, clock=lambda: now[0])
    waiting = threading.Event()

    def acquire(remaining: float | None, hook: Callable[[RateLimitInfo], object]) -> None:
        limiter.acquire(limited_request(), IDENTITY, INFO, remaining, hook, "interactive")

    def acquire_in_thread() -> None:
        with suppress(RateLimitTimeoutError):
            acquire(6000, lambda _: waiting.set())

    acquire(None, lambda _: None)
    threads = [threading.Thread(target=acquire_in_thread, daemon=True) for _ in range(2)]
    for thread in threads:
        thread.start()
    queue = limiter._queues[next(iter(limiter._queues))]
    while len(queue._queue) < 2 or not waiting.wait(20):
        time.sleep(0.001)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Python warns of forks in a process with threads
        child = os.fork()
    if child == 0:
        now[0] = 3000.0  # the limit has room, but not for those that wait and another one
        try:
            acquire(0.0, lambda _: None)
        except BaseException:
            os._exit(1)
        os._exit(0)
    now[0] = 10_000.0
    for ticket in list(queue._events):
        queue.wake_up(ticket).set()
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    for thread in threads:
        thread.join(20)


def test_the_deadline_of_an_interrupted_call_does_not_end_later_ones(server: Server) -> None:
    def leave_deadline_behind() -> None:
        time_limit(0).__enter__()  # an exception was raised before the end of the `with` statement
        with pytest.raises(TimeoutError):
            remaining_time(None)
        with workos_sync.WorkOS("sk_1", base_url=server.url) as workos:
            assert workos.organizations.get_organization("org_1").id == "org_1"

    copy_context().run(leave_deadline_behind)
