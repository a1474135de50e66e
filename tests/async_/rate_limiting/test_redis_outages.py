"""Limits that processes share while Redis is unavailable and after it has lost its counts, on a clock of the test. Requests fail instead of waiting."""

from collections.abc import Iterator

import pytest

from tests.support.limits import IDENTITY, INFO, Clock, ClockedRedis, request
from workos_async import RateLimitTimeoutError, RedisRateLimiter
from workos_async._rate_limiting.permit import RateLimitPermit
from workos_async._rate_limiting.redis_rate_limiter import RETRY_INTERVAL
from workos_core.http.operation import Operation
from workos_core.http.requests import Request

LIMIT, SECONDS = 12, 60.0


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server(redis_url: str, clock: Clock) -> Iterator[ClockedRedis]:
    client = ClockedRedis(redis_url, clock)
    yield client
    client.close()


@pytest.fixture
def one(server: ClockedRedis, clock: Clock) -> RedisRateLimiter:
    return limiter(server, clock)


@pytest.fixture
def other(server: ClockedRedis, clock: Clock) -> RedisRateLimiter:
    return limiter(server, clock)


@pytest.fixture
def third(server: ClockedRedis, clock: Clock) -> RedisRateLimiter:
    return limiter(server, clock)


def limiter(server: ClockedRedis, clock: Clock) -> RedisRateLimiter:
    return RedisRateLimiter(server, {"general": (LIMIT, SECONDS)}, clock=clock)


async def send(limiter: RedisRateLimiter, times: int = 1) -> RateLimitPermit:
    permit = RateLimitPermit()
    for _ in range(times):
        permit = await limiter.acquire(request(), IDENTITY, INFO, 0, None)
        await permit.record_response(200, None)
    return permit


async def send_all(limiter: RedisRateLimiter) -> int:
    """Send requests until the limit allows no more. Return their number."""
    for sent in range(LIMIT + 1):
        try:
            await send(limiter)
        except RateLimitTimeoutError:
            return sent
    raise AssertionError("more requests than the limit allows")


async def test_outage_divides_what_is_free(
    server: ClockedRedis, one: RedisRateLimiter, other: RedisRateLimiter
) -> None:
    await send(one, 4)
    await send(other, 2)
    await send(one)  # it knows of the other two
    server.is_available = False
    assert await send_all(one) == 2  # half of the five that are free
    assert await send_all(other) == 3  # it had seen four of the first
    server.is_available = True


async def test_shares_become_equal(
    server: ClockedRedis, clock: Clock, one: RedisRateLimiter, other: RedisRateLimiter
) -> None:
    await send(other)
    await send(one, LIMIT - 2)
    await send(other)
    server.is_available = False
    assert await send_all(one) == 0
    assert await send_all(other) == 0
    clock.now += SECONDS + 1
    assert await send_all(one) == LIMIT // 2  # it gives up the rest first
    assert await send_all(other) == 2
    clock.now += SECONDS + 1
    assert await send_all(one) == LIMIT // 2
    assert await send_all(other) == LIMIT // 2


async def test_single_process_uses_the_whole_limit(server: ClockedRedis, clock: Clock, one: RedisRateLimiter) -> None:
    await send(one, 4)
    server.is_available = False
    assert await send_all(one) == LIMIT - 4
    server.is_available = True
    clock.now += RETRY_INTERVAL
    assert await send_all(one) == 0
    clock.now += SECONDS + 1
    assert await send_all(one) == LIMIT


async def test_requests_of_an_outage_count_for_the_others(
    server: ClockedRedis, clock: Clock, one: RedisRateLimiter, other: RedisRateLimiter
) -> None:
    server.is_available = False
    await send(one, 4)
    server.is_available = True
    clock.now += RETRY_INTERVAL
    await send(one)
    assert await send_all(other) == LIMIT - 5


async def test_requests_before_an_outage_count_once(
    server: ClockedRedis, clock: Clock, one: RedisRateLimiter, other: RedisRateLimiter
) -> None:
    await send(one, 3)
    clock.now += 2
    server.is_available = False
    await send(one, 2)
    server.is_available = True
    clock.now += RETRY_INTERVAL
    await send(one)
    assert await send_all(other) == LIMIT - 6


async def test_share_of_a_process_that_has_not_reported_is_reserved(
    server: ClockedRedis, clock: Clock, one: RedisRateLimiter, other: RedisRateLimiter
) -> None:
    await send(one, 2)
    await send(other, 2)
    await send(one)
    clock.now += 1
    server.is_available = False
    sent = 3 + await send_all(one)
    sent_by_other = 2 + await send_all(other)
    server.is_available = True
    clock.now += RETRY_INTERVAL
    assert await send_all(one) == 0
    assert sent + sent_by_other <= LIMIT
    assert await send_all(other) == LIMIT - sent - sent_by_other


async def test_loss_of_all_counts(
    server: ClockedRedis, one: RedisRateLimiter, other: RedisRateLimiter, third: RedisRateLimiter
) -> None:
    for each in (one, other, third, one, other):
        await send(each)
    server.lose_everything()
    sent = await send_all(one)
    assert sent > 0
    assert 5 + sent + await send_all(other) + await send_all(third) <= LIMIT


async def test_whole_limit_after_all_have_reported(
    server: ClockedRedis, one: RedisRateLimiter, other: RedisRateLimiter
) -> None:
    await send(one, 2)
    await send(other, 2)
    await send(one)
    server.lose_everything()
    await send(other)
    await send(one)
    assert await send_all(one) == LIMIT - 7


async def test_share_is_reserved_for_one_window_only(
    server: ClockedRedis, clock: Clock, one: RedisRateLimiter, other: RedisRateLimiter
) -> None:
    await send(one)
    await send(other)
    await send(one)
    server.lose_everything()
    assert await send_all(one) < LIMIT - 3
    clock.now += SECONDS + 1.1
    assert await send_all(one) == LIMIT


async def test_loss_after_an_idle_window_reserves_nothing(
    server: ClockedRedis, clock: Clock, one: RedisRateLimiter, other: RedisRateLimiter
) -> None:
    await send(one)
    await send(other)
    clock.now += SECONDS + 1.1
    server.lose_everything()
    assert await send_all(one) == LIMIT


async def test_loss_during_an_outage(
    server: ClockedRedis, clock: Clock, one: RedisRateLimiter, other: RedisRateLimiter
) -> None:
    await send(one, 2)
    await send(other, 2)
    await send(one)
    server.is_available = False
    sent = 5 + await send_all(one) + await send_all(other)
    server.lose_everything()
    server.is_available = True
    clock.now += RETRY_INTERVAL
    sent += await send_all(other) + await send_all(one)
    assert sent == LIMIT


async def test_ticket_from_before_a_loss_is_not_that_of_another_request(
    server: ClockedRedis, clock: Clock, one: RedisRateLimiter, other: RedisRateLimiter
) -> None:
    old = await one.acquire(request(), IDENTITY, INFO, 0, None)
    server.lose_everything()
    clock.now += 0.5
    await send(other, 3)
    await old.record_response(429, None)  # takes out nothing but itself
    clock.now += 1
    await send(other)
    assert await send_all(limiter(server, clock)) == LIMIT - 4


async def test_interrupted_report_is_repeated(server: ClockedRedis, clock: Clock, one: RedisRateLimiter) -> None:
    await send(one, 3)
    server.lose_everything()
    (queue,) = one._shared.values()
    queue.start_report()  # a signal handler or a fork ends it here
    with pytest.raises(RateLimitTimeoutError):
        await send(one)
    clock.now += 5
    await send(one)
    assert await send_all(limiter(server, clock)) == LIMIT - 4


async def test_request_waits_while_another_one_reports_during_an_outage(
    server: ClockedRedis, clock: Clock, one: RedisRateLimiter
) -> None:
    await send(one, 3)
    server.is_available = False
    await send(one)
    (queue,) = one._shared.values()
    queue.start_report()  # another request waits for Redis, of which a third one has found out that it is unavailable
    with pytest.raises(RateLimitTimeoutError, match=r"wait for at least 0\.10 s"):
        await send(one)
    queue.end_report(None)
    await send(one)


async def test_whole_limit_after_an_outage(
    server: ClockedRedis, clock: Clock, one: RedisRateLimiter, other: RedisRateLimiter
) -> None:
    await send(one)
    await send(other)
    await send(one)
    clock.now += 1
    server.is_available = False
    await send(one)
    await send(other)
    clock.now += 5
    server.is_available = True
    clock.now += RETRY_INTERVAL
    await send(one)
    await send(other)
    assert await send_all(one) == LIMIT - 7


async def test_loss_during_an_outage_longer_than_a_window(
    server: ClockedRedis, clock: Clock, one: RedisRateLimiter, other: RedisRateLimiter
) -> None:
    await send(one)
    await send(other)
    await send(one)
    server.is_available = False
    await send(one)
    await send(other)
    clock.now += 2 * SECONDS
    await send(one)
    await send(other)
    server.lose_everything()
    server.is_available = True
    clock.now += RETRY_INTERVAL
    await send(one)
    await send(other)
    assert await send_all(one) == LIMIT - 4


async def test_pause_of_an_endpoint_does_not_stop_the_others_in_an_outage(
    server: ClockedRedis, clock: Clock, one: RedisRateLimiter
) -> None:
    permit = await one.acquire(request(), IDENTITY, INFO, 0, None)
    await permit.record_response(429, 30)
    with pytest.raises(RateLimitTimeoutError):
        await send(one)
    server.is_available = False
    other_endpoint = Request(Operation("sso.get_connection", "GET", "/connections/{id}"), "/", {}, None)
    await one.acquire(other_endpoint, IDENTITY, INFO, 0, None)


async def test_new_scope_in_an_outage_is_shared(
    server: ClockedRedis, clock: Clock, one: RedisRateLimiter, other: RedisRateLimiter
) -> None:
    await send(one)
    await send(other)
    await send(one)
    server.is_available = False
    for _ in range(one.limits["directory_users"].requests // 2):
        await one.acquire(request("directory_users"), IDENTITY, INFO, 0, None)
    with pytest.raises(RateLimitTimeoutError):
        await one.acquire(request("directory_users"), IDENTITY, INFO, 0, None)


async def test_repeated_report_counts_once(server: ClockedRedis, clock: Clock, one: RedisRateLimiter) -> None:
    await send(one, 3)
    server.lose_everything()
    server.loses_responses = True
    await send(one)  # the report runs, but its result is lost
    server.loses_responses = False
    clock.now += RETRY_INTERVAL
    await send(one)
    assert await send_all(limiter(server, clock)) == LIMIT - 5
