"""Rate limiters that share their counts through a real Redis server."""

import logging
from collections.abc import Callable
from typing import Any

import httpx
import pytest
import redis

from tests.support.redis_server import RedisServer
from workos_async import APITimeoutError, Hooks, RateLimitExceededError, RedisRateLimiter, WorkOS
from workos_core.http.hooks import RateLimitInfo

Against = Callable[..., WorkOS]
OK = httpx.Response(200, json={"object": "organization", "id": "org_1", "name": "Acme"})
Warnings = pytest.LogCaptureFixture


async def get(client: WorkOS, **options: Any) -> None:
    options.setdefault("deadline", 30)
    await client.organizations.get_organization("org_1", options=options)  # type: ignore[arg-type]


async def test_two_limiters_share_a_limit(against: Against, redis_url: str) -> None:
    limits = {"general": (3, 3600.0)}
    one, other = RedisRateLimiter(redis_url, limits), RedisRateLimiter(redis_url, limits)
    async with against(lambda _: OK, rate_limiter=one) as first, against(lambda _: OK, rate_limiter=other) as second:
        await get(first)
        await get(second)
        await get(first)
        for client in (first, second):
            with pytest.raises(APITimeoutError, match="rate limit 'general'"):
                await get(client)
    await one.aclose()
    await other.aclose()


async def test_one_limiter_waits_for_the_requests_of_another(against: Against, redis_url: str) -> None:
    waits: list[RateLimitInfo] = []
    one, other = (RedisRateLimiter(redis_url, {"general": (1, 0.3)}) for _ in range(2))
    first = against(lambda _: OK, rate_limiter=one)
    second = against(lambda _: OK, rate_limiter=other, hooks=Hooks(rate_limit=waits.append))
    async with first, second:
        for _ in range(3):
            await get(first)
            await get(second)
    assert waits
    assert {wait.limit for wait in waits} == {"general"}
    await one.aclose()
    await other.aclose()


async def test_request_that_was_not_sent_does_not_count(against: Against, redis_url: str) -> None:
    responses: list[Exception | httpx.Response] = [httpx.ConnectError("connection refused"), OK]

    def api(_: httpx.Request) -> httpx.Response:
        response = responses.pop(0)
        if isinstance(response, Exception):
            raise response
        return response

    limiter = RedisRateLimiter(redis_url, {"general": (1, 3600.0)})
    async with against(api, rate_limiter=limiter) as client:
        await get(client)
    await limiter.aclose()


async def test_429_pauses_all_processes(against: Against, redis_url: str) -> None:
    one, other = RedisRateLimiter(redis_url), RedisRateLimiter(redis_url)
    rate_limited = httpx.Response(429, headers={"Retry-After": "40"})
    first = against(lambda _: rate_limited, rate_limiter=one, max_retries=0)
    second = against(lambda _: OK, rate_limiter=other)
    async with first, second:
        await get(second)
        with pytest.raises(RateLimitExceededError):
            await get(first)
        with pytest.raises(
            APITimeoutError, match=r"for at least (39|40)\.\d\d s for the rate limit 'GET /organizations/"
        ):
            await get(second)
    await one.aclose()
    await other.aclose()


async def test_call_that_times_out_leaves_no_ticket(against: Against, redis_url: str) -> None:
    limiters = [RedisRateLimiter(redis_url, {"general": (1, 3600)}) for _ in range(2)]
    first, second = (against(lambda _: OK, rate_limiter=limiter) for limiter in limiters)
    async with first, second:
        await get(first)
        with pytest.raises(APITimeoutError):
            await get(second)
    with redis.Redis.from_url(redis_url, decode_responses=True) as client:
        keys = client.keys("workos:limits:{general:*")
        kinds = {key.rpartition(":")[2]: client.type(key) for key in keys}
        assert kinds == {"times": "zset", "state": "hash", "processes": "zset"}
        assert all(0 < client.ttl(key) <= 3 * 3601 + 120 for key in keys)
    for limiter in limiters:
        await limiter.aclose()


async def test_tickets_of_a_process_that_died_expire(against: Against, redis_url: str) -> None:
    limiter = RedisRateLimiter(redis_url, {"general": (1, 60)})
    async with against(lambda _: OK, rate_limiter=limiter) as client:
        await get(client)
        with redis.Redis.from_url(redis_url, decode_responses=True) as server:
            (times,) = server.keys("*:times")
            base = times.rpartition(":")[0]
            server.delete(times)
            server.zadd(f"{base}:queue", {"-1": -1})
            server.zadd(f"{base}:alive", {"-1": 1})
        other = RedisRateLimiter(redis_url, {"general": (1, 60)})
        async with against(lambda _: OK, rate_limiter=other) as second:
            await get(second, deadline=5)
        await other.aclose()
    await limiter.aclose()


async def test_calls_continue_without_redis_with_a_single_warning(
    against: Against, redis_server: RedisServer, caplog: Warnings
) -> None:
    now = [0.0]
    limiter = RedisRateLimiter(redis_server.url, {"general": (3, 3600)}, clock=lambda: now[0])
    other = RedisRateLimiter(redis_server.url, {"general": (3, 3600)})
    caplog.set_level(logging.INFO, "workos")
    async with against(lambda _: OK, rate_limiter=limiter) as client:
        redis_server.stop()
        await get(client)
        now[0] += 10  # Redis is tried again, and still unavailable
        await get(client)
        warned = [record for record in caplog.records if record.levelno == logging.WARNING]
        assert [record.getMessage().partition(":")[0] for record in warned] == [
            "rate limits are not shared with other processes while Redis is unavailable"
        ]
        redis_server.start()
        await get(client)  # Redis is not tried yet
        with pytest.raises(APITimeoutError):  # the limit of this process applies
            await get(client)
        now[0] += 4000
        await get(client)
        assert "shared with other processes again" in caplog.text
        async with against(lambda _: OK, rate_limiter=other) as second:
            await get(second)
            await get(second)
            with pytest.raises(APITimeoutError):
                await get(second)
    await limiter.aclose()
    await other.aclose()


async def test_redis_keys_contain_no_secrets(against: Against, redis_url: str) -> None:
    limiter = RedisRateLimiter(redis_url, prefix="app:")
    magic = {"object": "magic_auth", "id": "magic_auth_1"}
    async with against(lambda _: httpx.Response(201, json=magic), rate_limiter=limiter) as client:
        await client.user_management.create_magic_auth(email="bob@example.com")
    with redis.Redis.from_url(redis_url, decode_responses=True) as server:
        keys = " ".join(server.keys("*"))
    assert "app:{magic_auth:" in keys
    assert "bob" not in keys
    assert "sk_test" not in keys
    await limiter.aclose()
