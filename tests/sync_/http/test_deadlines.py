# Generated from tests/async_/http/test_deadlines.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Limits of a whole call, over real connections where that matters."""

import time
from collections.abc import Callable

import httpx
import pytest
import redis

from tests.support.redis_server import RedisServer
from workos_core.http.retry_policy import RetryPolicy
from workos_emulator import Emulator
from workos_sync import (
    APIConnectionError,
    APITimeoutError,
    ConnectionLimits,
    Hooks,
    RateLimiter,
    RateLimitExceededError,
    RedisRateLimiter,
    RequestInfo,
    ServerError,
    WorkOS,
)
from workos_sync._concurrency.background_task import BackgroundTask
from workos_sync._concurrency.sleep import sleep
from workos_sync._http import response_body

Against = Callable[..., WorkOS]


def test_deadline_is_stricter_than_timeouts(emulator: Emulator) -> None:
    emulator.faults.add(delay=30)
    with emulator.serve() as url:
        with WorkOS(emulator.api_key, base_url=url, deadline=0.2, max_retries=0) as workos:
            started = time.monotonic()
            with pytest.raises(APITimeoutError) as caught:
                workos.organizations.get_organization("org_1")
            assert time.monotonic() - started < 25
            assert (caught.value.attempts, caught.value.sent) == (1, True)
            assert str(caught.value).startswith("the deadline of 0.2 s passed: ")
            workos.organizations.list_organizations(options={"deadline": None}).page()


def test_request_is_not_sent_after_the_deadline(against: Against) -> None:
    attempts: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        attempts.append(request)
        return httpx.Response(500)

    def slow_hook(info: RequestInfo) -> None:
        if info.attempt == slow_attempt:
            time.sleep(0.5)

    policy = RetryPolicy(initial_delay=0, max_delay=0)
    for slow_attempt in (1, 2):
        attempts.clear()
        with against(handler, retry=policy, hooks=Hooks(request=slow_hook), deadline=0.5) as client:
            with pytest.raises(
                APITimeoutError, match=r"deadline of 0\.5 s passed before the request was sent"
            ) as caught:
                client.organizations.get_organization("org_1")
        assert len(attempts) == caught.value.attempts == slow_attempt - 1
        assert caught.value.sent is bool(attempts)


def test_request_that_waits_for_a_connection_is_not_sent(emulator: Emulator) -> None:
    emulator.faults.add(delay=30)
    limits = ConnectionLimits(max_connections=1)
    with emulator.serve() as url:
        with WorkOS(emulator.api_key, base_url=url, limits=limits, max_retries=0) as workos:

            def block() -> None:
                workos.organizations.get_organization("org_1")

            blocking = BackgroundTask(block)
            while not emulator.requests:
                sleep(0.01)
            with pytest.raises(APITimeoutError, match=r"the deadline of 0\.3 s passed") as caught:
                workos.organizations.get_organization("org_1", options={"deadline": 0.3})
            assert (caught.value.attempts, caught.value.sent) == (1, False)
            blocking.cancel()
            blocking.join()


def test_rate_limit_error_names_the_deadline(against: Against) -> None:
    with against(_ok, rate_limiter=RateLimiter({"general": (1, 60)}), deadline=2.5) as client:
        client.organizations.get_organization("org_1")
        with pytest.raises(APITimeoutError, match=r"'general'.*deadline of 2\.5 s") as caught:
            client.organizations.get_organization("org_1")
        assert (caught.value.attempts, caught.value.sent) == (0, False)


def test_error_is_sent_if_any_attempt_was(against: Against) -> None:
    failures: list[type[httpx.TransportError]] = [httpx.ReadError, httpx.ConnectError]

    def handler(request: httpx.Request) -> httpx.Response:
        raise failures[len(attempts) - 1]("broken", request=request)

    attempts: list[RequestInfo] = []
    policy = RetryPolicy(max_retries=1, initial_delay=0, max_delay=0)
    with against(handler, retry=policy, hooks=Hooks(request=attempts.append)) as client:
        with pytest.raises(APIConnectionError) as caught:
            client.organizations.get_organization("org_1")
        assert (caught.value.attempts, caught.value.sent) == (2, True)
        failures[0] = httpx.ConnectError
        attempts.clear()
        with pytest.raises(APIConnectionError) as caught:
            client.organizations.get_organization("org_1")
        assert (caught.value.attempts, caught.value.sent) == (2, False)


def test_redis_that_hangs_takes_at_most_half_of_the_deadline(against: Against, redis_server: RedisServer) -> None:
    without_timeouts = redis.Redis.from_url(redis_server.url)
    redis_server.suspend()
    try:
        for store in (redis_server.url, without_timeouts):
            with against(_ok, rate_limiter=RedisRateLimiter(store), deadline=0.9) as client:
                started = time.monotonic()
                client.organizations.get_organization("org_1")
                assert time.monotonic() - started < 0.9
    finally:
        redis_server.resume()
        without_timeouts.close()


def test_response_is_not_held_back_by_redis(against: Against, redis_server: RedisServer) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        redis_server.suspend()
        return httpx.Response(429)  # reported to the other processes

    limiter = RedisRateLimiter(redis_server.url)
    try:
        with against(handler, rate_limiter=limiter, deadline=0.9) as client:
            started = time.monotonic()
            with pytest.raises(RateLimitExceededError):
                client.organizations.get_organization("org_1", options={"max_retries": 0})
            assert time.monotonic() - started < 0.9
    finally:
        redis_server.resume()
    limiter.close()


def _ok(_: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json={"object": "organization", "id": "org_1"})


def test_no_retry_starts_after_the_deadline(against: Against) -> None:
    attempts: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        attempts.append(request)
        return httpx.Response(429, headers={"Retry-After": "5"})

    with against(handler) as client:
        with pytest.raises(RateLimitExceededError):
            client.organizations.get_organization("org_1", options={"deadline": 1})
    assert len(attempts) == 1


def test_retry_policies_of_client_and_call(against: Against) -> None:
    attempts: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        attempts.append(request)
        return httpx.Response(500)

    with against(handler, retry=RetryPolicy(max_retries=2, initial_delay=0, max_delay=0)) as client:
        with pytest.raises(ServerError):
            client.organizations.get_organization("org_1")
        assert len(attempts) == 3
        with pytest.raises(ServerError):
            client.organizations.get_organization("org_1", options={"retry": RetryPolicy(max_retries=0)})
        assert len(attempts) == 4
        with pytest.raises(ServerError):
            client.organizations.get_organization("org_1", options={"max_retries": 1})
        assert len(attempts) == 6


def test_response_larger_than_the_maximum(against: Against, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(response_body, "MAX_BODY", 1000)
    with against(lambda _: httpx.Response(200, content=b" " * 1001), max_retries=0) as client:
        with pytest.raises(APIConnectionError, match="larger than"):
            client.organizations.get_organization("org_1")
