# Generated from tests/async_/test_pool.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Which connection a request takes: with transports that send nothing."""

from typing import Any

import pytest

from workos_sync import ConnectionLimits
from workos_sync._http import connection_pool as _pool
from workos_sync._http.connection_pool import ConnectionPool


class FakeTransport:
    def __init__(self) -> None:
        self.closed = False
        self.expired = False
        self.idle = True

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
    monkeypatch.setattr(_pool, "time", clock)
    return clock


def pool(**limits: Any) -> tuple[ConnectionPool, list[FakeTransport]]:
    made: list[FakeTransport] = []

    def make() -> FakeTransport:
        made.append(FakeTransport())
        return made[-1]

    return ConnectionPool(make, ConnectionLimits(**limits)), made


def test_the_one_used_last_goes_first() -> None:
    lender, made = pool()
    first, second = lender.acquire(0), lender.acquire(0)
    lender.release(first)
    lender.release(second)
    assert lender.acquire(0) is second
    assert lender.acquire(0) is first
    assert len(made) == 2


def test_no_more_than_allowed() -> None:
    lender, made = pool(max_connections=2)
    first = lender.acquire(0)
    assert lender.acquire(0) is not None
    assert lender.acquire(0.001) is None
    lender.release(first)
    assert lender.acquire(0) is first
    assert len(made) == 2


def test_as_many_as_are_asked_for() -> None:
    lender, made = pool(max_connections=None)
    for _ in range(300):
        assert lender.acquire(0) is not None
    assert len(made) == 300


def test_those_too_many_are_closed() -> None:
    lender, made = pool(max_keepalive_connections=2)
    for transport in [lender.acquire(0) for _ in range(4)]:
        lender.release(transport)
    assert [transport.closed for transport in made] == [True, True, False, False]


def test_those_unused_for_too_long_are_closed(clock: Clock) -> None:
    lender, made = pool(keepalive_expiry=5.0)
    for transport in [lender.acquire(0) for _ in range(3)]:
        lender.release(transport)
    for clock.now in (4.0, 8.0, 12.0):
        lender.release(lender.acquire(0))
    assert [transport.closed for transport in made] == [True, True, False]


def test_they_are_kept_for_ever(clock: Clock) -> None:
    lender, made = pool(keepalive_expiry=None, max_keepalive_connections=None)
    for transport in [lender.acquire(0) for _ in range(3)]:
        lender.release(transport)
    clock.now = 1e9
    lender.release(lender.acquire(0))
    assert not any(transport.closed for transport in made)


def test_one_that_the_server_closed_is_not_lent_again() -> None:
    lender, made = pool(max_connections=2)
    for transport in [lender.acquire(0), lender.acquire(0)]:
        lender.release(transport)
    made[1].expired = True
    assert lender.acquire(0) is made[0]
    assert lender.acquire(0) is made[2]
    assert [transport.closed for transport in made] == [False, True, False]


def test_one_that_was_left_half_way_is_not_lent_again() -> None:
    lender, made = pool(max_connections=1)
    transport = lender.acquire(0)
    transport.idle = False
    lender.release(transport)
    assert transport.closed
    assert lender.acquire(0) is made[1]


def test_a_place_is_not_lost_where_a_transport_can_not_be_made() -> None:
    made: list[FakeTransport] = []

    def make() -> FakeTransport:
        if not made:
            made.append(FakeTransport())
            raise RuntimeError("no certificates")
        return made[0]

    lender = ConnectionPool(make, ConnectionLimits(max_connections=1))
    with pytest.raises(RuntimeError, match="no certificates"):
        lender.acquire(0)
    assert lender.acquire(0) is made[0]


def test_closing_closes_also_those_in_use() -> None:
    lender, made = pool()
    lender.release(lender.acquire(0))
    assert lender.acquire(0) is made[0]
    assert lender.acquire(0) is made[1]
    lender.close()
    assert all(transport.closed for transport in made)
