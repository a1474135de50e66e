"""Limits of a whole call, over real connections where that matters."""

import time
from collections.abc import Callable

import httpx
import pytest

from workos_async import APIConnectionError, APITimeoutError, RateLimitExceededError, ServerError, WorkOS
from workos_async._http import response_body
from workos_core.http.retry_policy import RetryPolicy
from workos_emulator import Emulator

Against = Callable[..., WorkOS]


async def test_deadline_is_stricter_than_timeouts(emulator: Emulator) -> None:
    emulator.faults.add(delay=30)
    with emulator.serve() as url:
        async with WorkOS(emulator.api_key, base_url=url, deadline=0.2, max_retries=0) as workos:
            started = time.monotonic()
            with pytest.raises(APITimeoutError) as caught:
                await workos.organizations.get_organization("org_1")
            assert time.monotonic() - started < 25
            assert caught.value.attempts == 1
            await workos.organizations.list_organizations(options={"deadline": None}).page()


async def test_no_retry_starts_after_the_deadline(against: Against) -> None:
    attempts: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        attempts.append(request)
        return httpx.Response(429, headers={"Retry-After": "5"})

    async with against(handler) as client:
        with pytest.raises(RateLimitExceededError):
            await client.organizations.get_organization("org_1", options={"deadline": 1})
    assert len(attempts) == 1


async def test_retry_policies_of_client_and_call(against: Against) -> None:
    attempts: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        attempts.append(request)
        return httpx.Response(500)

    async with against(handler, retry=RetryPolicy(max_retries=2, initial_delay=0, max_delay=0)) as client:
        with pytest.raises(ServerError):
            await client.organizations.get_organization("org_1")
        assert len(attempts) == 3
        with pytest.raises(ServerError):
            await client.organizations.get_organization("org_1", options={"retry": RetryPolicy(max_retries=0)})
        assert len(attempts) == 4
        with pytest.raises(ServerError):
            await client.organizations.get_organization("org_1", options={"max_retries": 1})
        assert len(attempts) == 6


async def test_response_larger_than_the_maximum(against: Against, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(response_body, "MAX_BODY", 1000)
    async with against(lambda _: httpx.Response(200, content=b" " * 1001), max_retries=0) as client:
        with pytest.raises(APIConnectionError, match="larger than"):
            await client.organizations.get_organization("org_1")
