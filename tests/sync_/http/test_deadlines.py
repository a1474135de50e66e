# Generated from tests/async_/http/test_deadlines.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Limits of a whole call, over real connections where that matters."""

import time
from collections.abc import Callable

import httpx
import pytest

from workos_core.http.retry_policy import RetryPolicy
from workos_emulator import Emulator
from workos_sync import APIConnectionError, APITimeoutError, RateLimitExceededError, ServerError, WorkOS
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
            assert caught.value.attempts == 1
            workos.organizations.list_organizations(options={"deadline": None}).page()


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
