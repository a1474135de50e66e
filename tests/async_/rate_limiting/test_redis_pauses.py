"""What a 429 pauses in other processes, and learned limits that they share, on a clock of the test. Requests fail instead of waiting."""

from collections.abc import Iterator

import pytest

from tests.support.limits import IDENTITY, INFO, Clock, ClockedRedis, request
from workos_async import RateLimitTimeoutError, RedisRateLimiter
from workos_async._rate_limiting.permit import RateLimitPermit
from workos_core.http.hooks import RateLimitInfo
from workos_core.http.operation import Operation
from workos_core.http.requests import Request
from workos_core.rate_limits.learned_limit import MIN_HOLD

USERS = Request(Operation("user_management.get_user", "GET", "/user_management/users/{id}"), "/", {}, None)
CONNECTIONS = Request(Operation("sso.get_connection", "GET", "/connections/{id}"), "/", {}, None)
DIRECTORY_USERS = request("directory_users")


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
    return RedisRateLimiter(server, clock=clock)


@pytest.fixture
def other(server: ClockedRedis, clock: Clock) -> RedisRateLimiter:
    return RedisRateLimiter(server, clock=clock)


async def acquire(limiter: RedisRateLimiter, request: Request) -> RateLimitPermit:
    return await limiter.acquire(request, IDENTITY, INFO, 0, None)


async def reject(limiter: RedisRateLimiter, request: Request, retry_after: float) -> None:
    permit = await acquire(limiter, request)
    await permit.record_response(429, retry_after)


async def wait_of(limiter: RedisRateLimiter, request: Request) -> tuple[str, str, float]:
    """Return the limit and the scope for which a request would have to wait, and for how long."""
    with pytest.raises(RateLimitTimeoutError) as caught:
        await acquire(limiter, request)
    return caught.value.limit, caught.value.scope, caught.value.delay


async def test_pause_of_an_endpoint(one: RedisRateLimiter, other: RedisRateLimiter, clock: Clock) -> None:
    await reject(one, USERS, 30)
    assert await wait_of(other, USERS) == ("GET /user_management/users/{id}", "endpoint", pytest.approx(30))
    await acquire(other, CONNECTIONS)
    await acquire(other, DIRECTORY_USERS)
    clock.now += 30
    await acquire(other, USERS)


async def test_request_to_a_paused_endpoint_does_not_delay_others(
    one: RedisRateLimiter, other: RedisRateLimiter, server: ClockedRedis
) -> None:
    await reject(one, USERS, 30)
    infos: list[RateLimitInfo] = []

    async def stop(info: RateLimitInfo) -> None:
        infos.append(info)
        assert server.members("queue") == {}
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await other.acquire(USERS, IDENTITY, INFO, None, stop)
    assert [(info.limit, info.scope) for info in infos] == [("GET /user_management/users/{id}", "endpoint")]


async def test_pause_of_a_narrow_limit(one: RedisRateLimiter, other: RedisRateLimiter, clock: Clock) -> None:
    await reject(one, DIRECTORY_USERS, 30)
    assert await wait_of(other, DIRECTORY_USERS) == ("directory_users", "directory", pytest.approx(30))
    arguments = {"directory": "directory_2"}
    await acquire(other, Request(DIRECTORY_USERS.operation, "/directory_users", {}, None, arguments))
    await acquire(other, USERS)
    clock.now += 30
    await acquire(other, DIRECTORY_USERS)


async def test_pause_of_the_general_limit(one: RedisRateLimiter, other: RedisRateLimiter, clock: Clock) -> None:
    await reject(one, USERS, 30)
    await reject(one, CONNECTIONS, 20)
    assert await wait_of(other, request()) == ("general", "ip", pytest.approx(20))
    clock.now += 20
    await acquire(other, request())


async def learn(limiter: RedisRateLimiter, request: Request, clock: Clock) -> None:
    """Let 429s recur after two accepted requests per second."""
    for _ in range(2):
        for _ in range(20):
            permit = await acquire(limiter, request)
            clock.now += 0.5
            await permit.record_response(200, None)
        await reject(limiter, request, 10)
        clock.now += 10


async def send_often(limiters: tuple[RedisRateLimiter, ...], clock: Clock, seconds: float) -> list[float]:
    """Try to send a request every 0.25 seconds. Return when those that did not have to wait were sent."""
    times: list[float] = []
    for number in range(int(seconds * 4)):
        try:
            permit = await acquire(limiters[number % len(limiters)], DIRECTORY_USERS)
        except RateLimitTimeoutError:
            pass
        else:
            times.append(clock.now)
            await permit.record_response(200, None)
        clock.now += 0.25
    return times


async def test_learned_limit(one: RedisRateLimiter, other: RedisRateLimiter, clock: Clock) -> None:
    await learn(one, DIRECTORY_USERS, clock)
    assert len(await send_often((one, other), clock, 8)) == 8 * 2
    assert len(await send_often((other,), clock, 1)) == 2


async def test_learned_limit_recovers(one: RedisRateLimiter, other: RedisRateLimiter, clock: Clock) -> None:
    await learn(one, DIRECTORY_USERS, clock)
    clock.now += MIN_HOLD
    assert len(await send_often((other, one), clock, 8)) == 8 * 4


async def test_process_that_starts_later_knows_the_learned_limit(
    one: RedisRateLimiter, server: ClockedRedis, clock: Clock
) -> None:
    await learn(one, DIRECTORY_USERS, clock)
    assert len(await send_often((RedisRateLimiter(server, clock=clock),), clock, 8)) == 8 * 2
