"""The rate limiter with many tasks, threads and event loops, and with cancellation."""

import asyncio
import threading
from collections import Counter
from typing import Any

import anyio
import pytest
import trio

import workos_async
import workos_sync
from workos_async._rate_limiting import rate_limiter as async_rate_limiter
from workos_core.http.hooks import RequestInfo
from workos_core.http.operation import Operation
from workos_core.http.requests import Request
from workos_core.rate_limits.scopes import ClientIdentity
from workos_sync._rate_limiting import rate_limiter as sync_rate_limiter

INFO = RequestInfo("organizations.get_organization", "GET", "/organizations/{organization_id}", 1)
REQUEST = Request(Operation(INFO.operation, INFO.method, INFO.path), "/organizations/org_1", {}, None)
IDENTITY = ClientIdentity.of("https://api.workos.com", "sk_test", None)


def max_in_a_window(times: list[float], seconds: float) -> int:
    return max(sum(start <= time < start + seconds for time in times) for start in times)


async def send(limiter: workos_async.RateLimiter, times: list[float], remaining: float | None = 60) -> None:
    permit = await limiter.acquire(REQUEST, IDENTITY, INFO, remaining, None)
    times.append(permit.sent_at)
    await permit.record_response(200, None)


async def test_many_tasks() -> None:
    limiter = workos_async.RateLimiter({"general": (10, 0.2)})
    times: list[float] = []
    async with anyio.create_task_group() as tasks:
        for _ in range(45):
            tasks.start_soon(send, limiter, times)
    assert len(times) == 45
    assert max_in_a_window(times, 0.2 - 1e-6) <= 10


def test_several_event_loops_at_once() -> None:
    limiter = workos_async.RateLimiter({"general": (10, 0.2)})
    times: list[float] = []

    async def several() -> None:
        async with anyio.create_task_group() as tasks:
            for _ in range(10):
                tasks.start_soon(send, limiter, times)

    runs = [lambda: asyncio.run(several()), lambda: trio.run(several)] * 2
    threads = [threading.Thread(target=run) for run in runs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(times) == 40
    assert max_in_a_window(times, 0.2 - 1e-6) <= 10


def test_many_threads() -> None:
    limiter = workos_sync.RateLimiter({"general": (10, 0.2)})
    times: list[float] = []

    def call() -> None:
        permit = limiter.acquire(REQUEST, IDENTITY, INFO, 60, None)
        times.append(permit.sent_at)
        permit.record_response(200, None)

    threads = [threading.Thread(target=call) for _ in range(35)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(times) == 35
    assert max_in_a_window(times, 0.2 - 1e-6) <= 10


async def test_canceled_tasks_leave_the_queue() -> None:
    limiter = workos_async.RateLimiter({"general": (1, 0.3)})
    times: list[float] = []
    await send(limiter, times)
    async with anyio.create_task_group() as outer:
        outer.cancel_scope.deadline = anyio.current_time() + 10  # enough for one slot, not for fifty
        async with anyio.create_task_group() as canceled:
            for _ in range(50):
                canceled.start_soon(send, limiter, times)
            await anyio.wait_all_tasks_blocked()
            outer.start_soon(send, limiter, times)  # the last in the queue, fifteen seconds from being admitted
            await anyio.wait_all_tasks_blocked()
            canceled.cancel_scope.cancel()
    assert len(times) == 2
    assert times[1] - times[0] >= 0.3 - 1e-6


async def test_canceled_task_releases_slots_it_has_acquired() -> None:
    """Cancel a request that waits for the general limit, after the narrower limit has admitted it."""
    limiter = workos_async.RateLimiter({"general": (1, 3600), "directory_users": (1, 3600)})
    await send(limiter, [])
    operation: Operation[Any] = Operation(
        "directory_sync.list_users", "GET", "/directory_users", limits=("directory_users",)
    )
    request = Request(operation, "/directory_users", {}, None, {"directory": "directory_1"})
    with anyio.move_on_after(0.01):
        await limiter.acquire(request, IDENTITY, INFO, None, None)
    queue = {scope.name: queue for scope, queue in limiter._queues.items()}["directory_users"]
    assert queue.is_idle()


async def test_responses_admit_waiting_requests_during_slow_start() -> None:
    limiter = workos_async.RateLimiter()
    permits = [await limiter.acquire(REQUEST, IDENTITY, INFO, 60, None) for _ in range(24)]
    admitted: list[int] = []

    async def wait(number: int) -> None:
        await limiter.acquire(REQUEST, IDENTITY, INFO, 60, None)
        admitted.append(number)

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(wait, 1)
        await anyio.wait_all_tasks_blocked()
        with permits[0], pytest.raises(ZeroDivisionError), permits[1]:
            raise ZeroDivisionError  # the request failed without a response
        await permits[2].record_response(200, None)


async def test_event_loop_that_ends_during_a_wait_does_not_block_others() -> None:
    limiter = workos_async.RateLimiter({"general": (1, 0.2)})
    times: list[float] = []
    await send(limiter, times)

    def other() -> None:
        loop = asyncio.new_event_loop()
        task = loop.create_task(send(limiter, times))
        loop.run_until_complete(asyncio.sleep(0.01))
        task.cancel()
        loop.run_until_complete(asyncio.gather(task, return_exceptions=True))
        loop.close()

    await anyio.to_thread.run_sync(other)
    await send(limiter, times)
    assert len(times) == 2


def test_idle_scopes_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (async_rate_limiter, sync_rate_limiter):
        monkeypatch.setattr(module, "MAX_SCOPES", 10)
    now = [0.0]
    limiter = workos_sync.RateLimiter(clock=lambda: now[0])
    operation: Operation[Any] = Operation(
        "directory_sync.list_users", "GET", "/directory_users", limits=("directory_users",)
    )
    sizes: Counter[int] = Counter()
    for number in range(100):
        request = Request(operation, "/directory_users", {}, None, {"directory": f"directory_{number}"})
        with limiter.acquire(request, IDENTITY, INFO, None, None) as permit:
            permit.record_response(200, None)
        now[0] += 30
        sizes[len(limiter._queues)] += 1
    assert max(sizes) <= 10
