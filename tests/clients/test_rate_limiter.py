"""The rate limiter with many tasks, threads and event loops, and with cancellation."""

import asyncio
import threading
import time
from collections import Counter
from typing import Any

import anyio
import pytest
import trio

import workos_async
import workos_sync
from workos_async._rate_limiting import rate_limiter as async_rate_limiter
from workos_core.http.hooks import RateLimitInfo, RequestInfo
from workos_core.http.operation import Operation
from workos_core.http.requests import Request
from workos_core.rate_limits.scopes import ClientIdentity
from workos_core.rate_limits.wait_queue import Priority
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


async def test_long_wait_for_responses_is_reported_once() -> None:
    limiter = workos_async.RateLimiter()
    for _ in range(16):
        await limiter.acquire(REQUEST, IDENTITY, INFO, 60, None)
    [queue] = limiter._queues.values()
    queue.state._slow_start.delay = lambda ahead, now: 0.2  # type: ignore[method-assign]  # as if no response ever arrived
    waits: list[RateLimitInfo] = []
    with anyio.move_on_after(1.9):
        await limiter.acquire(REQUEST, IDENTITY, INFO, 60, waits.append)
    assert [(wait.limit, wait.scope) for wait in waits] == [("general", "ip")]
    assert 1 < waits[0].delay < 1.9


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


ARRIVALS: tuple[tuple[Priority, int], ...] = (
    *(("background", 1),) * 3,
    *(("interactive", 1),) * 9,
    ("interactive", 2),  # a retry
    ("background", 2),
)
ORDER = [
    ("interactive", 2),
    *[("interactive", 1)] * 3,
    ("background", 2),
    *[("interactive", 1)] * 4,
    ("background", 1),
    *[("interactive", 1)] * 2,
    *[("background", 1)] * 2,
]
Admitted = list[tuple[float, tuple[Priority, int]]]
"""When each request was admitted, with its priority and attempt."""


def attempt(number: int) -> RequestInfo:
    return RequestInfo(INFO.operation, INFO.method, INFO.path, number)


class StoppedClock:
    """A clock that stands still until it is started."""

    def __init__(self) -> None:
        self._stopped_at: float | None = time.monotonic()

    def __call__(self) -> float:
        return time.monotonic() if self._stopped_at is None else self._stopped_at

    def start(self) -> None:
        self._stopped_at = None


def queue_length(limiter: Any) -> int:
    (queue,) = limiter._queues.values()
    return len(queue._queue)


async def test_interactive_requests_and_retries_pass_others_in_tasks() -> None:
    clock = StoppedClock()
    limiter = workos_async.RateLimiter({"general": (1, 0.05)}, clock=clock)
    await send(limiter, [])
    admitted: Admitted = []

    async def wait(priority: Priority, number: int) -> None:
        permit = await limiter.acquire(REQUEST, IDENTITY, attempt(number), None, None, priority)
        admitted.append((permit.slots[0][2], (priority, number)))
        await permit.record_response(200, None)

    with anyio.fail_after(30):
        async with anyio.create_task_group() as tasks:
            for arrival in ARRIVALS:
                tasks.start_soon(wait, *arrival)
                await anyio.wait_all_tasks_blocked()
            clock.start()
    assert [arrival for _, arrival in sorted(admitted)] == ORDER


def test_interactive_requests_and_retries_pass_others_in_threads() -> None:
    clock = StoppedClock()
    limiter = workos_sync.RateLimiter({"general": (1, 0.05)}, clock=clock)
    limiter.acquire(REQUEST, IDENTITY, INFO, None, None).record_response(200, None)
    admitted: Admitted = []

    def wait(priority: Priority, number: int) -> None:
        permit = limiter.acquire(REQUEST, IDENTITY, attempt(number), None, None, priority)
        admitted.append((permit.slots[0][2], (priority, number)))
        permit.record_response(200, None)

    threads = [threading.Thread(target=wait, args=arrival, daemon=True) for arrival in ARRIVALS]
    for count, thread in enumerate(threads, start=1):
        thread.start()
        while queue_length(limiter) < count:
            time.sleep(0.001)
    clock.start()
    for thread in threads:
        thread.join(30)
    assert [arrival for _, arrival in sorted(admitted)] == ORDER


def test_idle_endpoints_and_learned_limits_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sync_rate_limiter, "MAX_SCOPES", 10)
    now = [0.0]
    limiter = workos_sync.RateLimiter(clock=lambda: now[0])
    sizes: list[int] = []
    for number in range(100):
        path = f"/things/{number}"
        for status in (200, 429, 200, 429, 200, 429):
            request = Request(Operation("request", "GET", path), path, {}, None)
            limiter.acquire(request, IDENTITY, INFO, None, None).record_response(status, 0)
            now[0] += 1
        sizes.append(len(limiter._queues))
        now[0] += 90
    assert max(sizes) <= 10
    assert any(queue.state.learned for queue in limiter._queues.values())
