"""Who is cancelled while it waits for limits that are shared through Redis gives its places back, wherever that was."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import anyio
import pytest

from tests.support.limits import IDENTITY, INFO, Clock, ClockedRedis, request
from tests.test_cancellation import Stepper, as_coroutine, cancelled_at
from workos_async import RedisRateLimiter
from workos_async._concurrency import event_loops, shielding
from workos_async._rate_limiting.permit import RateLimitPermit

LIMITS = {"general": (1, 10.0), "directory_users": (1, 10.0)}
Cancel = Callable[[Awaitable[Any], int], Awaitable[bool]]


async def cancelled_as_task(call: Awaitable[Any], nth: int) -> bool:
    """The same as `cancelled_at`, by `Task.cancel`."""
    stepper = Stepper()

    async def run() -> None:
        task = asyncio.current_task()
        assert task is not None
        await stepper.run(as_coroutine(call), nth, task.cancel)

    task = asyncio.create_task(run())
    await asyncio.wait([task])
    assert task.cancelled() == (stepper.stops >= nth)
    return task.cancelled()


async def settled() -> None:
    """Wait for what goes on after its caller was cancelled: tasks of asyncio (under trio the caller waits)."""
    with anyio.fail_after(20):
        while shielding._going_on:
            await asyncio.wait([*shielding._going_on])


async def everywhere(redis_url: str, cancel: Cancel) -> int:
    """Cancel the way to a turn at every point; how often it gave its places back."""
    clock = Clock()
    server = ClockedRedis(redis_url, clock)
    wanted = request("directory_users")
    nth = gave_back = 0
    cancelled = True
    while cancelled:
        nth += 1
        limiter = RedisRateLimiter(server, LIMITS, clock=clock)
        reached: list[RateLimitPermit] = []

        async def call(limiter: RedisRateLimiter = limiter, reached: list[RateLimitPermit] = reached) -> None:
            reached.append(await limiter.turn(wanted, IDENTITY, INFO, 60, None))

        cancelled = await cancel(call(), nth)
        await settled()
        if reached:  # not cancelled, or where it goes on until it has its turn, and hears of it then
            clock.now += 30
            continue
        gave_back += 1
        for part in ("queue", "alive", "times", "open"):
            assert server.members(part) == {}, f"cancelled at wait {nth}"
        # It may not wait: all places are free, here and in Redis.
        turn = await limiter.turn(wanted, IDENTITY, INFO, 0, None)
        await turn.answered(200, None)
        clock.now += 30
    server.close()
    return gave_back


async def test_on_the_way_to_a_turn(redis_url: str) -> None:
    gave_back = await everywhere(redis_url, cancelled_at)
    assert gave_back >= 2 if event_loops.runs_asyncio() else gave_back == 0  # trio has no step there that can be left


@pytest.mark.asyncio
async def test_on_the_way_to_a_turn_as_a_task(redis_url: str) -> None:
    assert await everywhere(redis_url, cancelled_as_task) >= 2


async def test_in_the_queue(redis_url: str) -> None:
    """It waits for another process: its ticket is given up too."""
    clock = Clock()
    server = ClockedRedis(redis_url, clock)
    other, limiter = (RedisRateLimiter(server, LIMITS, clock=clock) for _ in range(2))
    turn = await other.turn(request(), IDENTITY, INFO, 0, None)
    waits: list[object] = []
    with anyio.CancelScope() as scope:

        async def cancel(wait: object) -> None:
            waits.append(wait)
            scope.cancel()

        await limiter.turn(request("directory_users"), IDENTITY, INFO, 60, cancel)
    await settled()
    assert scope.cancelled_caught
    assert len(waits) == 1
    assert server.members("queue") == {}
    assert [*server.members("times").values()] == [1]
    await turn.answered(200, None)
    clock.now += 30
    await limiter.turn(request("directory_users"), IDENTITY, INFO, 0, None)
    server.close()


async def test_while_an_answer_is_told(redis_url: str) -> None:
    """Redis hears of every answer, whoever is cancelled meanwhile."""
    nth = 0
    cancelled = True
    clock = Clock()
    server = ClockedRedis(redis_url, clock)
    while cancelled:
        nth += 1
        limiter = RedisRateLimiter(server, LIMITS, clock=clock)
        turn = await limiter.turn(request("directory_users"), IDENTITY, INFO, 0, None)
        assert [*server.members("open").values()] == [1, 1]
        cancelled = await cancelled_at(turn.answered(200, None), nth)
        await settled()
        assert server.members("open") == {}
        clock.now += 30
    assert nth > 1
    server.close()
