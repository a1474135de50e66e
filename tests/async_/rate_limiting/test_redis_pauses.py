"""What a 429 pauses in other processes, and learned limits that they share, on a clock of the test. Requests fail instead of waiting."""

from collections.abc import Iterator

import pytest
import redis

from tests.support.limits import IDENTITY, INFO, Clock, ClockedRedis, request
from workos_async import RateLimitTimeoutError, RedisRateLimiter
from workos_async._rate_limiting.permit import RateLimitPermit
from workos_async._rate_limiting.redis_rate_limiter import RedisPermit, RedisSlot
from workos_async._rate_limiting.reporter import WaitReporter
from workos_core.http.hooks import RateLimitInfo, RequestInfo
from workos_core.http.operation import Operation
from workos_core.http.requests import Request
from workos_core.rate_limits.learned_limit import MIN_HOLD
from workos_core.rate_limits.limits import Limit
from workos_core.rate_limits.scopes import RateLimitScope
from workos_core.rate_limits.wait_queue import Priority

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


async def wait_of(limiter: RedisRateLimiter, request: Request) -> tuple[str, str, object]:
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


async def learn(limiter: RedisRateLimiter, request: Request, clock: Clock, pause: float = 10) -> None:
    """Let 429s recur after two accepted requests per second."""
    for _ in range(2):
        for _ in range(20):
            permit = await acquire(limiter, request)
            clock.now += 0.5
            await permit.record_response(200, None)
        await reject(limiter, request, pause)
        clock.now += pause


async def send_often(
    limiters: tuple[RedisRateLimiter, ...], clock: Clock, seconds: float, request: Request = DIRECTORY_USERS
) -> list[float]:
    """Try to send a request every 0.25 seconds. Return when those that did not have to wait were sent."""
    times: list[float] = []
    for number in range(int(seconds * 4)):
        try:
            permit = await acquire(limiters[number % len(limiters)], request)
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


async def test_learned_limit_outlasts_a_reservation(
    one: RedisRateLimiter, other: RedisRateLimiter, server: ClockedRedis, clock: Clock, redis_url: str
) -> None:
    """After an outage, the shares of other processes are reserved. What is left may be less than the learned limit."""
    await learn(one, DIRECTORY_USERS, clock)
    limit = one.limits["directory_users"]
    with redis.Redis.from_url(redis_url, decode_responses=True) as client:
        (state,) = client.keys("*{directory_users:*:state")
        client.hset(state, mapping={"reserved": limit.requests - 1, "reserved_until": clock.now + 0.5})
        await acquire(other, DIRECTORY_USERS)
        assert client.hexists(state, "learned")
    clock.now += 2
    assert len(await send_often((other,), clock, 8)) == 8 * 2


async def test_learned_limit_recovers(one: RedisRateLimiter, other: RedisRateLimiter, clock: Clock) -> None:
    await learn(one, DIRECTORY_USERS, clock)
    clock.now += MIN_HOLD
    assert len(await send_often((other, one), clock, 8)) == 8 * 4


async def test_process_that_starts_later_knows_the_learned_limit(
    one: RedisRateLimiter, server: ClockedRedis, clock: Clock
) -> None:
    await learn(one, DIRECTORY_USERS, clock)
    assert len(await send_often((RedisRateLimiter(server, clock=clock),), clock, 8)) == 8 * 2


async def test_learned_limit_of_an_endpoint(
    one: RedisRateLimiter, other: RedisRateLimiter, server: ClockedRedis, clock: Clock
) -> None:
    """An endpoint is observed from its first 429, so it takes one more."""
    await reject(one, USERS, 10)
    clock.now += 10
    await learn(one, USERS, clock)
    limiters = (one, other, RedisRateLimiter(server, clock=clock))
    await acquire(other, CONNECTIONS)
    times = await send_often(limiters, clock, 40, USERS)
    # 20 requests per 10 seconds of all three, and up to one each that sent the request from which the process knows of the 429s
    assert 20 <= len([time for time in times if time < times[0] + 10]) <= 23
    learned_until = times[0] + MIN_HOLD
    assert len([time for time in times if time >= learned_until + 10]) >= 4 * 15


async def test_learned_limit_of_an_endpoint_with_a_short_window(
    one: RedisRateLimiter, other: RedisRateLimiter, clock: Clock
) -> None:
    """It counts requests from their responses, although they are not reported while no learned limit applies."""
    await reject(one, USERS, 1)
    clock.now += 1
    await learn(one, USERS, clock, pause=1)
    await acquire(other, CONNECTIONS)
    assert len(await send_often((one, other), clock, 8, USERS)) == pytest.approx(8 * 2, abs=1)


PRIORITIES: tuple[Priority, ...] = (*("background",) * 3, *("interactive",) * 9)


async def test_interactive_requests_pass_background_ones(server: ClockedRedis, clock: Clock) -> None:
    """Requests that wait for a slot of another process run the script again and again."""
    limiter = RedisRateLimiter(server, {"general": (1, 1)}, clock=clock)
    await acquire(limiter, request())
    waiting: list[tuple[str, RedisPermit, RedisSlot]] = []
    for number, priority in enumerate((*PRIORITIES, "interactive", "background")):
        is_retry = number >= len(PRIORITIES)
        info = RequestInfo(INFO.operation, INFO.method, INFO.path, 2 if is_retry else 1)
        permit = RedisPermit(limiter, WaitReporter(info, None), None, clock)
        permit.priority = priority
        scope = RateLimitScope("general", f"{IDENTITY.host} ")
        slot = RedisSlot(scope, limiter._keys(scope), 1)
        waiting.append((f"{priority} retry" if is_retry else priority, permit, slot))
    order: list[str] = []
    for _ in range(100):
        for each in list(waiting):
            name, permit, slot = each
            acquired = await limiter._run_acquire(permit, slot, limiter._shared_queue(slot.scope, Limit(1, 1)), 0.0)
            assert acquired is not None
            if acquired[1]:
                order.append(name)
                waiting.remove(each)
        clock.now += 0.5
    assert order == [
        *["interactive retry", "interactive", "interactive", "background retry"],
        *["interactive", "interactive", "background"],
        *["interactive"] * 4,
        *["background", "interactive", "background"],
    ]
