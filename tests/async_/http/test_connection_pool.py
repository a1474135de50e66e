"""The connection pool, with transports that send nothing."""

from collections import deque
from typing import Any

import pytest

from workos_async import ConnectionLimits
from workos_async._concurrency.background_task import BackgroundTask
from workos_async._http.connections import connection_pool
from workos_async._http.connections.connection_pool import ConnectionPool


class FakeTransport:
    def __init__(self) -> None:
        self.closed = False
        self.expired = False
        self.idle = True
        self.slot: Any = None

    def is_idle(self) -> bool:
        return self.idle

    def has_expired(self) -> bool:
        return self.expired

    async def aclose(self) -> None:
        self.closed = True


class Clock:
    now = 0.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(connection_pool, "time", clock)
    return clock


def new_pool(**limits: Any) -> tuple[ConnectionPool, list[FakeTransport]]:
    opened: list[FakeTransport] = []

    def open_transport() -> FakeTransport:
        opened.append(FakeTransport())
        return opened[-1]

    return ConnectionPool(open_transport, ConnectionLimits(**limits)), opened


async def test_most_recently_used_transport_is_acquired_first() -> None:
    pool, opened = new_pool()
    first, second = await pool.acquire(0), await pool.acquire(0)
    await pool.release(first, is_reusable=True)
    await pool.release(second, is_reusable=True)
    assert await pool.acquire(0) is second
    assert await pool.acquire(0) is first
    assert len(opened) == 2


async def test_max_connections() -> None:
    pool, opened = new_pool(max_connections=2)
    first = await pool.acquire(0)
    second = await pool.acquire(0)
    assert second is not None
    acquired: list[Any] = []

    async def acquire() -> None:
        acquired.append(await pool.acquire(0.001))

    await BackgroundTask(acquire).join()  # a nested call of the same thread would get one
    assert acquired == [None]
    await pool.release(first, is_reusable=True)
    assert await pool.acquire(0) is first
    assert len(opened) == 2


async def test_unlimited_connections() -> None:
    pool, opened = new_pool(max_connections=None)
    for _ in range(300):
        assert await pool.acquire(0) is not None
    assert len(opened) == 300


async def test_excess_idle_transports_are_closed() -> None:
    pool, opened = new_pool(max_keepalive_connections=2)
    for transport in [await pool.acquire(0) for _ in range(4)]:
        await pool.release(transport, is_reusable=True)
    assert [transport.closed for transport in opened] == [True, True, False, False]


async def test_expired_idle_transports_are_closed(clock: Clock) -> None:
    pool, opened = new_pool(keepalive_expiry=5.0)
    for transport in [await pool.acquire(0) for _ in range(3)]:
        await pool.release(transport, is_reusable=True)
    for clock.now in (4.0, 8.0, 12.0):
        await pool.release(await pool.acquire(0), is_reusable=True)
    assert [transport.closed for transport in opened] == [True, True, False]


class RacingDeque(deque[Any]):
    """A deque whose items another thread takes between two steps of the current one, if `is_raced` is set."""

    is_raced = False

    def __getitem__(self, index: Any) -> Any:
        if self.is_raced:
            self.clear()
        return super().__getitem__(index)

    def popleft(self) -> Any:
        if self.is_raced:
            self.clear()
        return super().popleft()


@pytest.mark.parametrize("limits", [{}, {"max_keepalive_connections": 0}])
async def test_another_thread_acquires_the_oldest_transport_meanwhile(
    limits: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_pool, "deque", RacingDeque)
    pool, _ = new_pool(**limits)
    transport = await pool.acquire(0)
    monkeypatch.setattr(RacingDeque, "is_raced", True)
    await pool.release(transport, is_reusable=True)
    monkeypatch.setattr(RacingDeque, "is_raced", False)
    assert await pool.acquire(0) is not transport


async def test_idle_transports_without_limits_are_kept_indefinitely(clock: Clock) -> None:
    pool, opened = new_pool(keepalive_expiry=None, max_keepalive_connections=None)
    for transport in [await pool.acquire(0) for _ in range(3)]:
        await pool.release(transport, is_reusable=True)
    clock.now = 1e9
    await pool.release(await pool.acquire(0), is_reusable=True)
    assert not any(transport.closed for transport in opened)


async def test_transport_closed_by_the_server_is_not_reused() -> None:
    pool, opened = new_pool(max_connections=2)
    for transport in [await pool.acquire(0), await pool.acquire(0)]:
        await pool.release(transport, is_reusable=True)
    opened[1].expired = True
    assert await pool.acquire(0) is opened[0]
    assert await pool.acquire(0) is opened[2]
    assert [transport.closed for transport in opened] == [False, True, False]


async def test_transport_with_an_unfinished_response_is_not_reused() -> None:
    pool, opened = new_pool(max_connections=1)
    transport = await pool.acquire(0)
    transport.idle = False
    await pool.release(transport, is_reusable=True)
    assert transport.closed
    assert await pool.acquire(0) is opened[1]


async def test_transport_is_not_reused_after_an_exception() -> None:
    pool, opened = new_pool(max_connections=1)
    transport = await pool.acquire(0)
    await pool.release(transport, is_reusable=False)
    assert transport.closed
    assert await pool.acquire(0) is opened[1]


async def test_failure_to_open_a_transport_releases_its_slot() -> None:
    opened: list[FakeTransport] = []

    def open_transport() -> FakeTransport:
        if not opened:
            opened.append(FakeTransport())
            raise RuntimeError("no certificates")
        return opened[0]

    pool = ConnectionPool(open_transport, ConnectionLimits(max_connections=1))
    with pytest.raises(RuntimeError, match="no certificates"):
        await pool.acquire(0)
    assert await pool.acquire(0) is opened[0]


async def test_close_also_closes_transports_in_use() -> None:
    pool, opened = new_pool()
    await pool.release(await pool.acquire(0), is_reusable=True)
    assert await pool.acquire(0) is opened[0]
    assert await pool.acquire(0) is opened[1]
    await pool.aclose()
    assert all(transport.closed for transport in opened)


async def test_transport_whose_connection_was_being_opened_is_closed_on_release() -> None:
    pool, opened = new_pool()
    transport = await pool.acquire(0)
    await pool.aclose()
    opened[0].closed = False  # a transport without a connection ignored it
    await pool.release(transport, is_reusable=True)
    assert transport.closed
