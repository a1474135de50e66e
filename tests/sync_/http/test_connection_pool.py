# Generated from tests/async_/http/test_connection_pool.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The connection pool, with transports that send nothing."""

from collections import deque
from typing import Any

import pytest

from workos_sync import ConnectionLimits
from workos_sync._concurrency.background_task import BackgroundTask
from workos_sync._http.connections import connection_pool
from workos_sync._http.connections.connection_pool import ConnectionPool


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

    def close(self) -> None:
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


def test_most_recently_used_transport_is_acquired_first() -> None:
    pool, opened = new_pool()
    first, second = pool.acquire(0), pool.acquire(0)
    pool.release(first, is_reusable=True)
    pool.release(second, is_reusable=True)
    assert pool.acquire(0) is second
    assert pool.acquire(0) is first
    assert len(opened) == 2


def test_max_connections() -> None:
    pool, opened = new_pool(max_connections=2)
    first = pool.acquire(0)
    second = pool.acquire(0)
    assert second is not None
    acquired: list[Any] = []

    def acquire() -> None:
        acquired.append(pool.acquire(0.001))

    BackgroundTask(acquire).join()  # a nested call of the same thread would get one
    assert acquired == [None]
    pool.release(first, is_reusable=True)
    assert pool.acquire(0) is first
    assert len(opened) == 2


def test_unlimited_connections() -> None:
    pool, opened = new_pool(max_connections=None)
    for _ in range(300):
        assert pool.acquire(0) is not None
    assert len(opened) == 300


def test_excess_idle_transports_are_closed() -> None:
    pool, opened = new_pool(max_keepalive_connections=2)
    for transport in [pool.acquire(0) for _ in range(4)]:
        pool.release(transport, is_reusable=True)
    assert [transport.closed for transport in opened] == [True, True, False, False]


def test_expired_idle_transports_are_closed(clock: Clock) -> None:
    pool, opened = new_pool(keepalive_expiry=5.0)
    for transport in [pool.acquire(0) for _ in range(3)]:
        pool.release(transport, is_reusable=True)
    for clock.now in (4.0, 8.0, 12.0):
        pool.release(pool.acquire(0), is_reusable=True)
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
def test_another_thread_acquires_the_oldest_transport_meanwhile(
    limits: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_pool, "deque", RacingDeque)
    pool, _ = new_pool(**limits)
    transport = pool.acquire(0)
    monkeypatch.setattr(RacingDeque, "is_raced", True)
    pool.release(transport, is_reusable=True)
    monkeypatch.setattr(RacingDeque, "is_raced", False)
    assert pool.acquire(0) is not transport


def test_idle_transports_without_limits_are_kept_indefinitely(clock: Clock) -> None:
    pool, opened = new_pool(keepalive_expiry=None, max_keepalive_connections=None)
    for transport in [pool.acquire(0) for _ in range(3)]:
        pool.release(transport, is_reusable=True)
    clock.now = 1e9
    pool.release(pool.acquire(0), is_reusable=True)
    assert not any(transport.closed for transport in opened)


def test_transport_closed_by_the_server_is_not_reused() -> None:
    pool, opened = new_pool(max_connections=2)
    for transport in [pool.acquire(0), pool.acquire(0)]:
        pool.release(transport, is_reusable=True)
    opened[1].expired = True
    assert pool.acquire(0) is opened[0]
    assert pool.acquire(0) is opened[2]
    assert [transport.closed for transport in opened] == [False, True, False]


def test_transport_with_an_unfinished_response_is_not_reused() -> None:
    pool, opened = new_pool(max_connections=1)
    transport = pool.acquire(0)
    transport.idle = False
    pool.release(transport, is_reusable=True)
    assert transport.closed
    assert pool.acquire(0) is opened[1]


def test_transport_is_not_reused_after_an_exception() -> None:
    pool, opened = new_pool(max_connections=1)
    transport = pool.acquire(0)
    pool.release(transport, is_reusable=False)
    assert transport.closed
    assert pool.acquire(0) is opened[1]


def test_failure_to_open_a_transport_releases_its_slot() -> None:
    opened: list[FakeTransport] = []

    def open_transport() -> FakeTransport:
        if not opened:
            opened.append(FakeTransport())
            raise RuntimeError("no certificates")
        return opened[0]

    pool = ConnectionPool(open_transport, ConnectionLimits(max_connections=1))
    with pytest.raises(RuntimeError, match="no certificates"):
        pool.acquire(0)
    assert pool.acquire(0) is opened[0]


def test_close_also_closes_transports_in_use() -> None:
    pool, opened = new_pool()
    pool.release(pool.acquire(0), is_reusable=True)
    assert pool.acquire(0) is opened[0]
    assert pool.acquire(0) is opened[1]
    pool.close()
    assert all(transport.closed for transport in opened)


def test_transport_whose_connection_was_being_opened_is_closed_on_release() -> None:
    pool, opened = new_pool()
    transport = pool.acquire(0)
    pool.close()
    opened[0].closed = False  # a transport without a connection ignored it
    pool.release(transport, is_reusable=True)
    assert transport.closed
