"""Deduplication of concurrent calls, in tasks and in threads."""

import asyncio
import os
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import anyio
import anyio.lowlevel
import pytest

from workos_async._concurrency import call_deadline as async_deadline
from workos_async._concurrency.single_flight import MAX_RESULTS
from workos_async._concurrency.single_flight import SingleFlight as AsyncSingleFlight
from workos_core.errors import APITimeoutError
from workos_sync._concurrency import call_deadline as sync_deadline
from workos_sync._concurrency.single_flight import SingleFlight as SyncSingleFlight


@pytest.mark.asyncio
async def test_tasks_share_a_result() -> None:
    single_flight: AsyncSingleFlight[int] = AsyncSingleFlight(60)
    calls = 0

    async def call() -> int:
        nonlocal calls
        calls += 1
        await asyncio.sleep(0.01)
        return calls

    results = await asyncio.gather(*(single_flight.run("a", call, lambda _: True) for _ in range(50)))
    assert set(results) == {1}
    assert await single_flight.run("b", call, lambda _: True) == 2
    assert not single_flight._running


@pytest.mark.asyncio
async def test_waiting_tasks_get_a_result_that_is_not_kept() -> None:
    single_flight: AsyncSingleFlight[int] = AsyncSingleFlight(60)
    calls = 0

    async def call() -> int:
        nonlocal calls
        calls += 1
        await asyncio.sleep(0)
        return calls

    assert set(await asyncio.gather(*(single_flight.run("a", call, lambda _: False) for _ in range(50)))) == {1}
    assert await single_flight.run("a", call, lambda _: False) == 2


async def test_call_continues_after_its_scope_is_canceled() -> None:
    single_flight: AsyncSingleFlight[str] = AsyncSingleFlight(60)
    started, proceed = anyio.Event(), anyio.Event()
    calls = 0

    async def call() -> str:
        nonlocal calls
        calls += 1
        started.set()
        await proceed.wait()
        return "kept"

    async def first(scope: anyio.CancelScope) -> None:
        with scope:
            await single_flight.run("a", call, lambda _: True)

    scope = anyio.CancelScope()
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(first, scope)
        await started.wait()
        scope.cancel()
        await anyio.lowlevel.checkpoint()
        proceed.set()
        assert await single_flight.run("a", call, lambda _: True) == "kept"
    assert calls == 1


@pytest.mark.asyncio
async def test_call_continues_after_its_task_is_canceled() -> None:
    single_flight: AsyncSingleFlight[str] = AsyncSingleFlight(60)
    started, proceed = asyncio.Event(), asyncio.Event()

    async def call() -> str:
        started.set()
        await proceed.wait()
        return "kept"

    task = asyncio.create_task(single_flight.run("a", call, lambda _: True))
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    proceed.set()
    assert await single_flight.run("a", lambda: pytest.fail("called twice"), lambda _: True) == "kept"


def test_event_loops_share_a_result() -> None:
    single_flight: AsyncSingleFlight[int] = AsyncSingleFlight(60)
    ready, calls, results = threading.Barrier(3), [], []

    async def call() -> int:
        calls.append(1)
        await asyncio.sleep(0.05)
        return len(calls)

    async def run() -> None:
        ready.wait()
        results.extend(await asyncio.gather(*(single_flight.run("a", call, lambda _: True) for _ in range(10))))

    threads = [threading.Thread(target=lambda: asyncio.run(run())) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [1] * 30
    assert not single_flight._running


@pytest.mark.parametrize("deadline", [None, async_deadline.Deadline.start(3600)], ids=["none", "distant"])
def test_event_loop_keeps_running_while_another_one_makes_the_call(deadline: async_deadline.Deadline | None) -> None:
    single_flight: AsyncSingleFlight[str] = AsyncSingleFlight(60)
    started, other_loop_ran = threading.Event(), threading.Event()
    results: list[str] = []

    async def call() -> str:
        started.set()
        assert await asyncio.to_thread(other_loop_ran.wait, 10), "the other event loop was blocked"
        return "shared"

    async def run_first() -> None:
        results.append(await single_flight.run("a", call, lambda _: True))

    async def run_second() -> None:
        waiting = asyncio.create_task(
            single_flight.run("a", lambda: pytest.fail("called twice"), lambda _: True, deadline)
        )
        for _ in range(20):  # more than one poll, so that the task waits
            await asyncio.sleep(0.001)
        assert not waiting.done()
        other_loop_ran.set()
        results.append(await waiting)

    first = threading.Thread(target=lambda: asyncio.run(run_first()))
    first.start()
    assert started.wait(10)
    asyncio.run(run_second())
    first.join()
    assert results == ["shared", "shared"]


@pytest.mark.asyncio
async def test_wait_for_another_task_ends_at_the_deadline() -> None:
    single_flight: AsyncSingleFlight[str] = AsyncSingleFlight(60)
    started, proceed = asyncio.Event(), asyncio.Event()

    async def call() -> str:
        started.set()
        await proceed.wait()
        return "result"

    first = asyncio.create_task(single_flight.run("a", call, lambda _: True))
    await started.wait()
    with pytest.raises(APITimeoutError, match=r"deadline of 0\.1 s passed while another call") as caught:
        async with asyncio.timeout(20):
            await single_flight.run(
                "a", lambda: pytest.fail("called twice"), lambda _: True, async_deadline.Deadline.start(0.1)
            )
    assert (caught.value.sent, caught.value.attempts) == (False, 0)
    proceed.set()
    assert await first == "result"


def test_wait_for_another_event_loop_ends_at_the_deadline() -> None:
    single_flight: AsyncSingleFlight[str] = AsyncSingleFlight(60)
    started, proceed = threading.Event(), threading.Event()

    async def call() -> str:
        started.set()
        assert await asyncio.to_thread(proceed.wait, 20)
        return "result"

    async def wait() -> None:
        with pytest.raises(APITimeoutError, match=r"deadline of 0\.1 s passed while another call") as caught:
            await single_flight.run(
                "a", lambda: pytest.fail("called twice"), lambda _: True, async_deadline.Deadline.start(0.1)
            )
        assert (caught.value.sent, caught.value.attempts) == (False, 0)

    first = threading.Thread(target=lambda: asyncio.run(single_flight.run("a", call, lambda _: True)))
    first.start()
    assert started.wait(10)
    asyncio.run(wait())
    assert not proceed.is_set()
    proceed.set()
    first.join()
    assert not single_flight._running


def test_wait_for_another_thread_ends_at_the_deadline() -> None:
    single_flight: SyncSingleFlight[str] = SyncSingleFlight(60)
    started, proceed = threading.Event(), threading.Event()

    def call() -> str:
        started.set()
        assert proceed.wait(20)
        return "result"

    first = threading.Thread(target=lambda: single_flight.run("a", call, lambda _: True))
    first.start()
    assert started.wait(10)
    with pytest.raises(APITimeoutError, match=r"deadline of 0\.1 s passed while another call"):
        single_flight.run("a", lambda: pytest.fail("called twice"), lambda _: True, sync_deadline.Deadline.start(0.1))
    proceed.set()
    first.join()
    assert single_flight.run("a", lambda: "another", lambda _: True, sync_deadline.Deadline.start(0)) == "result"
    assert not single_flight._running


@pytest.fixture
def interrupted() -> Iterator[AsyncSingleFlight[str]]:
    """One whose call for "a" is in progress in an event loop of this thread that does not run now."""
    single_flight: AsyncSingleFlight[str] = AsyncSingleFlight(60)
    with asyncio.Runner() as runner:

        async def start() -> tuple[asyncio.Event, asyncio.Task[str]]:
            started, proceed = asyncio.Event(), asyncio.Event()

            async def call() -> str:
                started.set()
                await proceed.wait()
                return "done"

            task = asyncio.create_task(single_flight.run("a", call, lambda _: True))
            await started.wait()
            return proceed, task

        async def finish(proceed: asyncio.Event, task: asyncio.Task[str]) -> str:
            proceed.set()
            return await task

        proceed, task = runner.run(start())
        yield single_flight
        assert runner.run(finish(proceed, task)) == "done"


async def _other() -> str:
    return "other"


def test_a_call_can_not_wait_for_one_that_its_thread_has_interrupted(interrupted: AsyncSingleFlight[str]) -> None:
    with pytest.raises(RuntimeError, match="make it outside of the handler"):
        asyncio.run(interrupted.run("a", _other, lambda _: True))
    assert asyncio.run(interrupted.run("b", _other, lambda _: True)) == "other"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # Python warns of forks in a process with threads
def test_a_forked_process_does_not_wait_for_the_call_of_its_parent(interrupted: AsyncSingleFlight[str]) -> None:
    child = os.fork()
    if child == 0:
        try:
            with asyncio.Runner() as runner:
                os._exit(0 if runner.run(interrupted.run("a", _other, lambda _: True)) == "other" else 1)
        except BaseException:
            os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_threads_share_a_result() -> None:
    single_flight: SyncSingleFlight[int] = SyncSingleFlight(60)
    calls: list[int] = []
    results: list[int] = []
    ready = threading.Barrier(10)

    def call() -> int:
        calls.append(1)
        time.sleep(0.01)
        return len(calls)

    def run() -> None:
        ready.wait()
        results.append(single_flight.run("a", call, lambda _: True))

    threads = [threading.Thread(target=run) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [1] * 10
    assert not single_flight._running


New = Callable[..., Any]
"""Returns a `SingleFlight` that keeps results for 60 seconds on a clock, and whose `run` can be called by synchronous code."""


class _SyncRun(AsyncSingleFlight[Any]):
    """The asynchronous variant with a synchronous `run`."""

    def __init__(self, runner: asyncio.Runner, **settings: Any) -> None:
        super().__init__(60, **settings)
        self._runner = runner

    def run(self, key: str, call: Callable[[], Any], keep: Callable[[Any], bool]) -> Any:
        async def call_in_async_code() -> Any:
            return call()

        return self._runner.run(super().run(key, call_in_async_code, keep))


@pytest.fixture(params=["async", "sync"])
def new(request: pytest.FixtureRequest) -> Iterator[New]:
    with asyncio.Runner() as runner:

        def make(clock: Callable[[], float] = time.monotonic) -> Any:
            return _SyncRun(runner, clock=clock) if request.param == "async" else SyncSingleFlight(60, clock=clock)

        yield make


def test_results_expire_and_are_limited_in_number(new: New) -> None:
    now = [0.0]
    single_flight = new(lambda: now[0])
    numbers = iter(range(10_000))
    assert single_flight.run("a", lambda: next(numbers), lambda _: True) == 0
    now[0] = 59.9
    assert single_flight.run("a", lambda: next(numbers), lambda _: True) == 0
    now[0] = 60.0
    assert single_flight.run("a", lambda: next(numbers), lambda _: True) == 1
    for key in range(2 * MAX_RESULTS):
        single_flight.run(str(key), lambda: next(numbers), lambda _: True)
    assert len(single_flight._results) == MAX_RESULTS


def test_oldest_results_are_dropped_first(new: New) -> None:
    now = [0.0]
    single_flight = new(lambda: now[0])

    def runs_again(key: int) -> bool:
        return bool(single_flight.run(str(key), lambda: -1, lambda _: False) == -1)

    for key in range(MAX_RESULTS):
        assert single_flight.run(str(key), lambda key=key: key, lambda _: True) == key
    assert not any(runs_again(key) for key in range(MAX_RESULTS))
    single_flight.run("newest", lambda: MAX_RESULTS, lambda _: True)
    assert single_flight.run("newest", lambda: -1, lambda _: False) == MAX_RESULTS
    assert [key for key in range(MAX_RESULTS) if runs_again(key)] == [0]


def test_result_of_a_repeated_call_is_the_newest(new: New) -> None:
    now = [0.0]
    single_flight = new(lambda: now[0])
    single_flight.run("repeated", lambda: "expired", lambda _: True)
    for key in range(MAX_RESULTS - 1):
        single_flight.run(str(key), lambda: "other", lambda _: True)
    now[0] = 60.0
    assert single_flight.run("repeated", lambda: "new", lambda _: True) == "new"
    single_flight.run("one more", lambda: "other", lambda _: True)
    assert single_flight.run("repeated", lambda: "called again", lambda _: True) == "new"
    assert "0" not in single_flight._results


def test_result_that_is_not_kept_is_requested_again(new: New) -> None:
    single_flight = new()
    results = iter(["bad", "good", "other"])
    returned = [single_flight.run("a", lambda: next(results), lambda result: result == "good") for _ in range(3)]
    assert returned == ["bad", "good", "good"]


def test_results_that_meet_a_condition_are_discarded(new: New) -> None:
    single_flight = new()
    for key in range(4):
        single_flight.run(str(key), lambda key=key: key, lambda _: True)
    single_flight.discard(lambda result: result % 2 == 0)
    assert [single_flight.run(str(key), lambda: -1, lambda _: False) for key in range(4)] == [-1, 1, -1, 3]


def test_results_that_another_thread_discards_at_the_same_time(new: New) -> None:
    single_flight = new()
    for key in "ab":
        single_flight.run(key, lambda: 1, lambda _: True)
    single_flight.discard(lambda _: single_flight._results.clear() is None)
    assert single_flight.run("a", lambda: 2, lambda _: True) == 2


def test_exception_is_raised_to_one_caller_and_the_next_one_calls_again(new: New) -> None:
    single_flight = new()
    outcomes = iter([OSError("down"), "fine"])

    def call() -> object:
        outcome = next(outcomes)
        if isinstance(outcome, OSError):
            raise outcome
        return outcome

    with pytest.raises(OSError, match="down"):
        single_flight.run("a", call, lambda _: True)
    assert single_flight.run("a", call, lambda _: True) == "fine"
    assert not single_flight._running
