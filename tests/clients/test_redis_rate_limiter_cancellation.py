"""A request that is canceled while it waits for Redis releases its slots, at any point where it waits."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import anyio
import pytest

from tests.clients.test_cancellation import Stepper, as_coroutine, cancelled_at
from tests.support.limits import IDENTITY, INFO, Clock, ClockedRedis, request
from workos_async import RedisRateLimiter
from workos_async._concurrency import event_loops, shielding
from workos_async._rate_limiting.permit import RateLimitPermit

LIMITS = {"general": (1, 10.0), "directory_users": (1, 10.0)}
Cancel = Callable[[Awaitable[Any], int], Awaitable[bool]]


async def cancelled_as_task(call: Awaitable[Any], nth: int) -> bool:
    """Do the same as `cancelled_at` with `Task.cancel`."""
    stepper = Stepper()

    async def run() -> None:
        task = asyncio.current_task()
        assert task is not None
        await stepper.run(as_coroutine(call), nth, task.cancel)

    task = asyncio.create_task(run())
    await asyncio.wait([task])
    assert task.cancelled() == (stepper.waits >= nth)
    return task.cancelled()


async def wait_for_shielded_calls() -> None:
    """Wait for shielded calls that continue after a cancellation, which are tasks under asyncio. Under trio the caller waits."""
    with anyio.fail_after(20):
        while shielding._tasks:
            await asyncio.wait([*shielding._tasks])


async def cancel_everywhere(redis_url: str, cancel: Cancel) -> int:
    """Cancel an acquisition at every point. Return how often it released its slots."""
    clock = Clock()
    server = ClockedRedis(redis_url, clock)
    request_ = request("directory_users")
    nth = releases = 0
    cancelled = True
    while cancelled:
        nth += 1
        limiter = RedisRateLimiter(server, LIMITS, clock=clock)
        permits: list[RateLimitPermit] = []

        async def call(limiter: RedisRateLimiter = limiter, permits: list[RateLimitPermit] = permits) -> None:
            permits.append(await limiter.acquire(request_, IDENTITY, INFO, 60, None))

        cancelled = await cancel(call(), nth)
        await wait_for_shielded_calls()
        if permits:  # not canceled, or canceled in a shielded call that acquired the permit
            clock.now += 30
            continue
        releases += 1
        for part in ("queue", "alive", "times", "open"):
            assert server.members(part) == {}, f"cancelled at wait {nth}"
        # It does not wait: all slots are free, in this process and in Redis.
        permit = await limiter.acquire(request_, IDENTITY, INFO, 0, None)
        await permit.record_response(200, None)
        clock.now += 30
    server.close()
    return releases


async def test_cancellation_during_acquisition(redis_url: str) -> None:
    releases = await cancel_everywhere(redis_url, cancelled_at)
    # Under trio, all steps are shielded.
    assert releases >= 2 if event_loops.is_asyncio() else releases == 0


@pytest.mark.asyncio
async def test_task_cancel_during_acquisition(redis_url: str) -> None:
    assert await cancel_everywhere(redis_url, cancelled_as_task) >= 2


async def test_cancellation_in_the_queue(redis_url: str) -> None:
    """A request that waits for another process removes its ticket."""
    clock = Clock()
    server = ClockedRedis(redis_url, clock)
    other, limiter = (RedisRateLimiter(server, LIMITS, clock=clock) for _ in range(2))
    permit = await other.acquire(request(), IDENTITY, INFO, 0, None)
    waits: list[object] = []
    with anyio.CancelScope() as scope:

        async def cancel(wait: object) -> None:
            waits.append(wait)
            scope.cancel()

        await limiter.acquire(request("directory_users"), IDENTITY, INFO, 60, cancel)
    await wait_for_shielded_calls()
    assert scope.cancelled_caught
    assert len(waits) == 1
    assert server.members("queue") == {}
    assert [*server.members("times").values()] == [1]
    await permit.record_response(200, None)
    clock.now += 30
    await limiter.acquire(request("directory_users"), IDENTITY, INFO, 0, None)
    server.close()


async def test_cancellation_while_a_response_is_recorded(redis_url: str) -> None:
    """Every response is recorded in Redis, even if its caller is canceled."""
    nth = 0
    cancelled = True
    clock = Clock()
    server = ClockedRedis(redis_url, clock)
    while cancelled:
        nth += 1
        limiter = RedisRateLimiter(server, LIMITS, clock=clock)
        permit = await limiter.acquire(request("directory_users"), IDENTITY, INFO, 0, None)
        assert [*server.members("open").values()] == [1, 1]
        cancelled = await cancelled_at(permit.record_response(200, None), nth)
        await wait_for_shielded_calls()
        assert server.members("open") == {}
        clock.now += 30
    assert nth > 1
    server.close()
