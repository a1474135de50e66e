# Generated from tests/async_/rate_limiting/test_redis_rate_limiter_timing.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The times from which requests count that limiters share, on a clock of the test. Most requests here fail instead of waiting."""

from collections.abc import Iterator
from itertools import count

import pytest

from tests.support.limits import IDENTITY, INFO, Clock, ClockedRedis, request
from workos_sync import APITimeoutError, RedisRateLimiter
from workos_sync._rate_limiting import redis_rate_limiter
from workos_sync._rate_limiting.permit import RateLimitPermit


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server(redis_url: str, clock: Clock) -> Iterator[ClockedRedis]:
    client = ClockedRedis(redis_url, clock)
    yield client
    client.close()


def acquire(server: ClockedRedis, clock: Clock, seconds: float, requests: int = 1) -> RateLimitPermit:
    """Acquire a permit in a process of its own, without waiting."""
    limiter = RedisRateLimiter(server, {"general": (requests, seconds)}, clock=clock)
    return limiter.acquire(request(), IDENTITY, INFO, 0, None)


def delay(server: ClockedRedis, clock: Clock, seconds: float, requests: int = 1) -> str:
    """Return the seconds that a request would have to wait."""
    with pytest.raises(APITimeoutError) as raised:
        acquire(server, clock, seconds, requests)
    return str(raised.value).partition("for at least ")[2].partition(" s ")[0]


def test_request_without_a_response_counts_a_second_longer(server: ClockedRedis, clock: Clock) -> None:
    acquire(server, clock, 1)
    assert delay(server, clock, 1) == "1.00"
    clock.now += 1.25
    assert delay(server, clock, 1) == "0.75"
    clock.now += 0.75
    acquire(server, clock, 1)


def test_response_determines_when_a_request_counts(server: ClockedRedis, clock: Clock) -> None:
    permit = acquire(server, clock, 1)
    clock.now += 0.25
    permit.record_response(200, None)
    clock.now += 0.85
    assert delay(server, clock, 1) == "0.15"
    clock.now += 0.15
    acquire(server, clock, 1)


def test_late_response_changes_nothing(server: ClockedRedis, clock: Clock) -> None:
    permit = acquire(server, clock, 1)
    clock.now += 1.5
    assert delay(server, clock, 1) == "0.50"
    permit.record_response(200, None)
    assert delay(server, clock, 1) == "0.50"
    clock.now += 3
    permit.record_response(200, None)
    acquire(server, clock, 1)


def test_rate_limited_request_does_not_count(server: ClockedRedis, clock: Clock) -> None:
    permit = acquire(server, clock, 10)
    permit.record_response(429, 2)
    assert delay(server, clock, 10) == "2.00"
    clock.now += 2
    acquire(server, clock, 10)


def test_slot_of_a_process_that_died_counts_a_second_longer(server: ClockedRedis, clock: Clock) -> None:
    acquire(server, clock, 10, 2)
    clock.now += 4
    acquire(server, clock, 10, 2)
    clock.now += 6
    assert delay(server, clock, 10, 2) == "1.00"
    clock.now += 1
    acquire(server, clock, 10, 2)
    assert delay(server, clock, 10, 2) == "3.00"
    clock.now += 4
    acquire(server, clock, 10, 2)


def test_responses_are_not_reported_for_long_windows(server: ClockedRedis, clock: Clock) -> None:
    permit = acquire(server, clock, 60)
    scripts = server.scripts_run
    permit.record_response(200, None)
    assert server.scripts_run == scripts
    clock.now += 60
    assert delay(server, clock, 60) == "1.00"
    clock.now += 1
    acquire(server, clock, 60)


def wait_on_clock(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Let limiters wait on the clock of the test. Return the list of their waits in seconds."""
    waited: list[float] = []

    def pass_time(seconds: float) -> None:
        clock.now += seconds
        waited.append(round(seconds, 3))

    monkeypatch.setattr(redis_rate_limiter, "sleep", pass_time)
    return waited


def wait_and_acquire(server: ClockedRedis, clock: Clock, requests: int = 1) -> RateLimitPermit:
    """Acquire a permit in a process of its own, waiting for it."""
    limiter = RedisRateLimiter(server, {"general": (requests, 1)}, clock=clock)
    return limiter.acquire(request(), IDENTITY, INFO, 60, None)


def test_wait_of_certain_duration_takes_one_script(
    server: ClockedRedis, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = acquire(server, clock, 1)
    clock.now += 0.25
    first.record_response(200, None)
    clock.now += 0.875
    waited = wait_on_clock(clock, monkeypatch)
    scripts = server.scripts_run
    second = wait_and_acquire(server, clock)
    assert (waited, server.scripts_run) == ([0.125], scripts + 1)
    assert delay(server, clock, 1) == "1.00"
    clock.now += 0.5
    second.record_response(200, None)
    assert delay(server, clock, 1) == "1.00"


def test_wait_that_depends_on_a_response_takes_another_script(
    server: ClockedRedis, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    acquire(server, clock, 1)
    clock.now += 0.875
    waited = wait_on_clock(clock, monkeypatch)
    wait_and_acquire(server, clock)
    assert waited == [0.125, 1.0]  # no response arrived


def test_long_wait_takes_another_script(server: ClockedRedis, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    first = acquire(server, clock, 1)
    first.record_response(200, None)
    waited = wait_on_clock(clock, monkeypatch)
    scripts = server.scripts_run
    wait_and_acquire(server, clock)
    assert (waited, server.scripts_run) == ([1.0], scripts + 2)


def test_slot_admitted_ahead_is_released(server: ClockedRedis, clock: Clock) -> None:
    first = acquire(server, clock, 1)
    first.record_response(200, None)
    clock.now += 0.875

    def fail(_: object) -> None:
        raise ZeroDivisionError

    limiter = RedisRateLimiter(server, {"general": (1, 1)}, clock=clock)
    with pytest.raises(ZeroDivisionError):
        limiter.acquire(request(), IDENTITY, INFO, 60, fail)
    for part in ("queue", "alive", "open"):
        assert server.members(part) == {}
    clock.now += 0.125
    acquire(server, clock, 1)


def test_no_window_exceeds_the_limit_if_requests_wait(
    server: ClockedRedis, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One process after the other. Responses take up to half a second; the API counts a request at any time before it responds."""
    latencies = (0.0, 0.01, 0.5, 0.3, 0.05, 0.2)
    waited = wait_on_clock(clock, monkeypatch)
    counted: list[float] = []
    pending: list[tuple[float, RateLimitPermit]] = []
    for number in range(40):
        permit = wait_and_acquire(server, clock, 5)
        pending.append((clock.now + latencies[number % len(latencies)], permit))
        for response in [response for response in pending if response[0] <= clock.now]:
            pending.remove(response)
            response[1].record_response(200, None)
            counted.append(response[0] if number % 2 else response[1].sent_at)
    counted.sort()
    assert waited
    assert len(counted) > 30
    assert all(later - earlier >= 1 - 1e-5 for earlier, later in zip(counted, counted[5:], strict=False))


def test_no_window_exceeds_the_limit(server: ClockedRedis, clock: Clock) -> None:
    """Many processes. Responses take up to 0.9 seconds; the API counts a request at any time before it responds."""
    latencies = (0.0, 0.01, 0.9, 0.3, 0.05, 0.7)
    counted: list[float] = []
    pending: list[tuple[float, RateLimitPermit]] = []
    for number in count():
        for response in [response for response in pending if response[0] <= clock.now]:
            pending.remove(response)
            response[1].record_response(200, None)
            counted.append(response[0] if number % 2 else response[1].sent_at)
        if len(counted) >= 40:
            break
        try:
            permit = acquire(server, clock, 1, 5)
        except APITimeoutError:
            clock.now += 0.05
        else:
            pending.append((clock.now + latencies[number % len(latencies)], permit))
    counted.sort()
    assert all(later - earlier >= 1 - 1e-6 for earlier, later in zip(counted, counted[5:], strict=False))
