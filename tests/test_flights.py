"""One call for many who ask for the same, in tasks and in threads."""

import asyncio
import threading
import time

import anyio
import anyio.lowlevel
import pytest

from workos_async._concurrency.single_flight import KEPT
from workos_async._concurrency.single_flight import SingleFlight as AsyncFlights
from workos_sync._concurrency.single_flight import SingleFlight as SyncFlights


@pytest.mark.asyncio
async def test_tasks_share_an_answer() -> None:
    flights: AsyncFlights[int] = AsyncFlights(60)
    calls = 0

    async def call() -> int:
        nonlocal calls
        calls += 1
        await asyncio.sleep(0.01)
        return calls

    answers = await asyncio.gather(*(flights.run("a", call, lambda _: True) for _ in range(50)))
    assert set(answers) == {1}
    assert await flights.run("b", call, lambda _: True) == 2
    assert not flights._flights


@pytest.mark.asyncio
async def test_who_waits_gets_an_answer_that_is_not_kept() -> None:
    flights: AsyncFlights[int] = AsyncFlights(60)
    calls = 0

    async def call() -> int:
        nonlocal calls
        calls += 1
        await asyncio.sleep(0)
        return calls

    assert set(await asyncio.gather(*(flights.run("a", call, lambda _: False) for _ in range(50)))) == {1}
    assert await flights.run("a", call, lambda _: False) == 2


async def test_a_call_goes_on_when_the_one_who_asked_is_cancelled() -> None:
    flights: AsyncFlights[str] = AsyncFlights(60)
    begun, go_on = anyio.Event(), anyio.Event()
    calls = 0

    async def call() -> str:
        nonlocal calls
        calls += 1
        begun.set()
        await go_on.wait()
        return "kept"

    async def first(scope: anyio.CancelScope) -> None:
        with scope:
            await flights.run("a", call, lambda _: True)

    scope = anyio.CancelScope()
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(first, scope)
        await begun.wait()
        scope.cancel()
        await anyio.lowlevel.checkpoint()
        go_on.set()
        assert await flights.run("a", call, lambda _: True) == "kept"
    assert calls == 1


@pytest.mark.asyncio
async def test_a_call_goes_on_when_its_task_is_cancelled() -> None:
    flights: AsyncFlights[str] = AsyncFlights(60)
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def call() -> str:
        begun.set()
        await go_on.wait()
        return "kept"

    task = asyncio.create_task(flights.run("a", call, lambda _: True))
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    go_on.set()
    assert await flights.run("a", lambda: pytest.fail("called twice"), lambda _: True) == "kept"


def test_event_loops_in_threads_share_an_answer() -> None:
    flights: AsyncFlights[int] = AsyncFlights(60)
    ready, calls, answers = threading.Barrier(3), [], []

    async def call() -> int:
        calls.append(1)
        await asyncio.sleep(0.05)
        return len(calls)

    async def ask() -> None:
        ready.wait()
        answers.extend(await asyncio.gather(*(flights.run("a", call, lambda _: True) for _ in range(10))))

    threads = [threading.Thread(target=lambda: asyncio.run(ask())) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [1] * 30
    assert not flights._flights


def test_threads_share_an_answer() -> None:
    flights: SyncFlights[int] = SyncFlights(60)
    calls: list[int] = []
    answers: list[int] = []
    ready = threading.Barrier(10)

    def call() -> int:
        calls.append(1)
        time.sleep(0.01)
        return len(calls)

    def ask() -> None:
        ready.wait()
        answers.append(flights.run("a", call, lambda _: True))

    threads = [threading.Thread(target=ask) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [1] * 10
    assert not flights._flights


def test_answers_grow_old_and_are_not_hoarded() -> None:
    now = [0.0]
    flights: SyncFlights[int] = SyncFlights(60, clock=lambda: now[0])
    numbers = iter(range(10_000))
    assert flights.run("a", lambda: next(numbers), lambda _: True) == 0
    now[0] = 59.9
    assert flights.run("a", lambda: next(numbers), lambda _: True) == 0
    now[0] = 60.0
    assert flights.run("a", lambda: next(numbers), lambda _: True) == 1
    for key in range(2 * KEPT):
        flights.run(str(key), lambda: next(numbers), lambda _: True)
    assert len(flights._answers) == KEPT


def test_what_is_not_to_be_kept_is_asked_again() -> None:
    flights: SyncFlights[str] = SyncFlights(60)
    answers = iter(["bad", "good", "other"])
    found = [flights.run("a", lambda: next(answers), lambda answer: answer == "good") for _ in range(3)]
    assert found == ["bad", "good", "good"]


def test_a_failure_goes_to_one_and_the_next_tries_again() -> None:
    flights: SyncFlights[str] = SyncFlights(60)
    outcomes = iter([OSError("down"), "fine"])

    def call() -> str:
        outcome = next(outcomes)
        if isinstance(outcome, OSError):
            raise outcome
        return outcome

    with pytest.raises(OSError, match="down"):
        flights.run("a", call, lambda _: True)
    assert flights.run("a", call, lambda _: True) == "fine"
    assert not flights._flights
