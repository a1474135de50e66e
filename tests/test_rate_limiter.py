"""The limiter under many tasks, threads and event loops, and what cancelling leaves behind."""

import asyncio
import threading
from collections import Counter
from typing import Any

import anyio
import pytest
import trio

import workos_async
import workos_sync
from workos_async._rate_limiting import rate_limiter as async_limiter
from workos_core.http.hooks import RequestInfo
from workos_core.http.operation import Operation
from workos_core.http.requests import Request
from workos_core.rate_limits.scopes import ClientIdentity, RateLimitScope
from workos_sync._rate_limiting import rate_limiter as sync_limiter

INFO = RequestInfo("organizations.get_organization", "GET", "/organizations/{organization_id}", 1)
REQUEST = Request(Operation(INFO.operation, INFO.method, INFO.path), "/organizations/org_1", {}, None)
IDENTITY = ClientIdentity.of("https://api.workos.com", "sk_test", None)
HERE = RateLimitScope("general", "https://api.workos.com ")


def most_in_a_stretch(times: list[float], seconds: float) -> int:
    return max(sum(start <= moment < start + seconds for moment in times) for start in times)


async def go(limiter: workos_async.RateLimiter, times: list[float], remaining: float | None = 60) -> None:
    turn = await limiter.turn(REQUEST, IDENTITY, INFO, remaining, None)
    times.append(turn.sent)
    await turn.answered(200, None)


async def test_many_tasks() -> None:
    limiter = workos_async.RateLimiter({"general": (10, 0.2)})
    times: list[float] = []
    async with anyio.create_task_group() as tasks:
        for _ in range(45):
            tasks.start_soon(go, limiter, times)
    assert len(times) == 45
    assert most_in_a_stretch(times, 0.2 - 1e-6) <= 10


def test_several_event_loops_at_once() -> None:
    limiter = workos_async.RateLimiter({"general": (10, 0.2)})
    times: list[float] = []

    async def several() -> None:
        async with anyio.create_task_group() as tasks:
            for _ in range(10):
                tasks.start_soon(go, limiter, times)

    runs = [lambda: asyncio.run(several()), lambda: trio.run(several)] * 2
    threads = [threading.Thread(target=run) for run in runs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(times) == 40
    assert most_in_a_stretch(times, 0.2 - 1e-6) <= 10


def test_many_threads() -> None:
    limiter = workos_sync.RateLimiter({"general": (10, 0.2)})
    times: list[float] = []

    def call() -> None:
        turn = limiter.turn(REQUEST, IDENTITY, INFO, 60, None)
        times.append(turn.sent)
        turn.answered(200, None)

    threads = [threading.Thread(target=call) for _ in range(35)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(times) == 35
    assert most_in_a_stretch(times, 0.2 - 1e-6) <= 10


async def test_who_is_cancelled_gives_the_place_back() -> None:
    limiter = workos_async.RateLimiter({"general": (1, 0.3)})
    times: list[float] = []
    await go(limiter, times)
    async with anyio.create_task_group() as outer:
        outer.cancel_scope.deadline = anyio.current_time() + 10  # enough for one place, not for fifty
        async with anyio.create_task_group() as doomed:
            for _ in range(50):
                doomed.start_soon(go, limiter, times)
            await anyio.wait_all_tasks_blocked()
            outer.start_soon(go, limiter, times)  # the last in the queue, after fifteen seconds
            await anyio.wait_all_tasks_blocked()
            doomed.cancel_scope.cancel()
    assert len(times) == 2
    assert times[1] - times[0] >= 0.3 - 1e-6


async def test_a_place_that_was_reached_is_given_back_too() -> None:
    """Cancelled while the wider limit holds it up: the narrower one has let it through already."""
    limiter = workos_async.RateLimiter({"general": (1, 3600), "directory_users": (1, 3600)})
    await go(limiter, [])
    operation: Operation[Any] = Operation(
        "directory_sync.list_users", "GET", "/directory_users", limits=("directory_users",)
    )
    request = Request(operation, "/directory_users", {}, None, {"directory": "directory_1"})
    with anyio.move_on_after(0.01):
        await limiter.turn(request, IDENTITY, INFO, None, None)
    roomy = {where.name: queue for where, queue in limiter._queues.items()}["directory_users"]
    assert roomy.idle()


async def test_answers_let_others_go_before_the_limit_is_known() -> None:
    limiter = workos_async.RateLimiter()
    turns = [await limiter.turn(REQUEST, IDENTITY, INFO, 60, None) for _ in range(24)]
    went: list[int] = []

    async def wait(number: int) -> None:
        await limiter.turn(REQUEST, IDENTITY, INFO, 60, None)
        went.append(number)

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(wait, 1)
        await anyio.wait_all_tasks_blocked()
        with turns[0], pytest.raises(ZeroDivisionError), turns[1]:
            raise ZeroDivisionError  # the request broke: no answer
        await turns[2].answered(200, None)


async def test_a_loop_that_ended_while_it_waited_stops_nobody() -> None:
    limiter = workos_async.RateLimiter({"general": (1, 0.2)})
    times: list[float] = []
    await go(limiter, times)

    def other() -> None:
        loop = asyncio.new_event_loop()
        task = loop.create_task(go(limiter, times))
        loop.run_until_complete(asyncio.sleep(0.01))
        task.cancel()
        loop.run_until_complete(asyncio.gather(task, return_exceptions=True))
        loop.close()

    await anyio.to_thread.run_sync(other)
    await go(limiter, times)
    assert len(times) == 2


def test_keys_that_count_nothing_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (async_limiter, sync_limiter):
        monkeypatch.setattr(module, "KEPT", 10)
    now = [0.0]
    limiter = workos_sync.RateLimiter(clock=lambda: now[0])
    operation: Operation[Any] = Operation(
        "directory_sync.list_users", "GET", "/directory_users", limits=("directory_users",)
    )
    seen: Counter[int] = Counter()
    for number in range(100):
        request = Request(operation, "/directory_users", {}, None, {"directory": f"directory_{number}"})
        with limiter.turn(request, IDENTITY, INFO, None, None) as turn:
            turn.answered(200, None)
        now[0] += 30
        seen[len(limiter._queues)] += 1
    assert max(seen) <= 10
