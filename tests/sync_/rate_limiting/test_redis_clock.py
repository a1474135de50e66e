# Generated from tests/async_/rate_limiting/test_redis_clock.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Limits that processes share while the clock of the Redis server is set back. Requests fail instead of waiting."""

from collections.abc import Iterator

import pytest
import redis

from tests.support.limits import IDENTITY, INFO, Clock, ClockedRedis, request
from workos_sync import RateLimitTimeoutError, RedisRateLimiter
from workos_sync._rate_limiting.permit import RateLimitPermit

LIMIT, SECONDS = 12, 60.0


class Time:
    """The clock of the Redis server and that of the processes, which is monotonic."""

    def __init__(self) -> None:
        self.server, self.processes = Clock(), Clock()
        self.server.now = 1_700_000_000.0

    def pass_by(self, seconds: float) -> None:
        self.server.now += seconds
        self.processes.now += seconds


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def server(redis_url: str, time: Time) -> Iterator[ClockedRedis]:
    client = ClockedRedis(redis_url, time.server)
    yield client
    client.close()


@pytest.fixture
def one(server: ClockedRedis, time: Time) -> RedisRateLimiter:
    return RedisRateLimiter(server, {"general": (LIMIT, SECONDS)}, clock=time.processes)


@pytest.fixture
def other(server: ClockedRedis, time: Time) -> RedisRateLimiter:
    return RedisRateLimiter(server, {"general": (LIMIT, SECONDS)}, clock=time.processes)


def send(limiter: RedisRateLimiter, times: int = 1) -> RateLimitPermit:
    permit = RateLimitPermit()
    for _ in range(times):
        permit = limiter.acquire(request(), IDENTITY, INFO, 0, None)
        permit.record_response(200, None)
    return permit


def send_all(limiter: RedisRateLimiter) -> int:
    """Send requests until the limit allows no more. Return their number."""
    for sent in range(LIMIT + 1):
        try:
            send(limiter)
        except RateLimitTimeoutError:
            return sent
    raise AssertionError("more requests than the limit allows")


def test_whole_limit_after_a_window(time: Time, one: RedisRateLimiter, other: RedisRateLimiter) -> None:
    assert send_all(one) == LIMIT
    time.server.now -= 3600
    time.pass_by(SECONDS + 1)
    assert send_all(other) == LIMIT


def test_requests_still_count(time: Time, one: RedisRateLimiter, other: RedisRateLimiter) -> None:
    send(one, 3)
    send(other, 2)
    send(one)
    time.server.now -= 3600
    sent = send_all(one)
    assert sent > 0
    assert 6 + sent + send_all(other) == LIMIT
    time.pass_by(SECONDS + 1)
    assert send_all(one) == LIMIT


def test_small_step_changes_nothing(time: Time, one: RedisRateLimiter, other: RedisRateLimiter) -> None:
    send(one, 3)
    time.server.now -= 0.9
    assert send_all(other) == LIMIT - 3


def test_pause_ends(time: Time, one: RedisRateLimiter, other: RedisRateLimiter) -> None:
    permit = one.acquire(request("directory_users"), IDENTITY, INFO, 0, None)
    permit.record_response(429, 10)
    with pytest.raises(RateLimitTimeoutError):
        other.acquire(request("directory_users"), IDENTITY, INFO, 0, None)
    time.server.now -= 3600
    time.pass_by(11)
    for limiter in (other, one):
        limiter.acquire(request("directory_users"), IDENTITY, INFO, 0, None)


def test_pause_that_starts_after_the_step_applies(time: Time, one: RedisRateLimiter, other: RedisRateLimiter) -> None:
    permit = one.acquire(request("directory_users"), IDENTITY, INFO, 0, None)
    time.server.now -= 3600
    permit.record_response(429, 10)
    with pytest.raises(RateLimitTimeoutError):
        other.acquire(request("directory_users"), IDENTITY, INFO, 0, None)
    time.pass_by(11)
    other.acquire(request("directory_users"), IDENTITY, INFO, 0, None)


def test_every_key_expires(time: Time, one: RedisRateLimiter, redis_url: str) -> None:
    send(one, 2)
    time.server.now -= 3600
    send(one)
    with redis.Redis.from_url(redis_url) as client:
        keys = client.keys("*")
        assert keys
        assert all(client.ttl(key) > 0 for key in keys)
