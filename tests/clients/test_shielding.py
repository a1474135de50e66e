"""Shielded closing during a cancellation: it completes, and the cancellation is raised afterwards."""

import asyncio

import anyio
import pytest
from anyio.lowlevel import checkpoint

from workos_async._concurrency.shielding import close_shielded, close_uninterrupted


class Closing:
    steps = 0

    async def close(self) -> None:
        lock = anyio.Lock()
        for _ in range(3):
            async with lock:
                await checkpoint()
            self.steps += 1


async def test_canceled_scope() -> None:
    closing = Closing()
    with anyio.CancelScope() as scope:
        scope.cancel()
        await close_shielded(closing.close())
        assert closing.steps == 3
        await checkpoint()
        pytest.fail("the cancellation was lost")
    assert scope.cancelled_caught


@pytest.mark.asyncio
async def test_canceled_task() -> None:
    closing = Closing()

    async def run() -> None:
        await close_shielded(closing.close())
        pytest.fail("the cancellation was lost")

    task = asyncio.create_task(run())
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert closing.steps == 3


async def test_unshielded_close_in_a_canceled_scope_does_not_hang() -> None:
    closing = Closing()
    with anyio.CancelScope() as scope:
        scope.cancel()
        await close_uninterrupted(closing.close())
    assert scope.cancelled_caught


@pytest.mark.asyncio
async def test_unshielded_close_is_interrupted_after_repeated_cancellations() -> None:
    steps = 0

    async def close() -> None:
        nonlocal steps
        for steps in range(1, 1000):  # noqa: B007
            await asyncio.sleep(0)

    with anyio.CancelScope() as scope:
        scope.cancel()
        await close_uninterrupted(close())
    assert scope.cancelled_caught
    assert 10 < steps < 100


async def test_exception_is_raised() -> None:
    async def close() -> None:
        await checkpoint()
        raise OSError("broken")

    with pytest.raises(OSError, match="broken"):
        await close_shielded(close())
