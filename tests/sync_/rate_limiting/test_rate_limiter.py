# Generated from tests/async_/rate_limiting/test_rate_limiter.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The rate limiter of a client, against a fake API."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from workos_core.http.hooks import RateLimitInfo, RequestInfo
from workos_sync import (
    APITimeoutError,
    ConfigurationError,
    Hooks,
    RateLimiter,
    RateLimitExceededError,
    RetryPolicy,
    WorkOS,
)

Against = Callable[..., WorkOS]
ORGANIZATION = {"object": "organization", "id": "org_1", "name": "Acme"}
EMPTY_LIST = {"object": "list", "data": [], "list_metadata": {"before": None, "after": None}}


class Api:
    """Counts requests, and rejects or fails them on demand."""

    def __init__(self) -> None:
        self.count = 0
        self.retry_after: list[float] = []  # of the next 429 responses
        self.failures: list[Exception] = []  # of the next requests

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.count += 1
        if self.retry_after:
            return httpx.Response(429, headers={"Retry-After": str(self.retry_after.pop(0))})
        if self.failures:
            raise self.failures.pop(0)
        return httpx.Response(200, json=EMPTY_LIST if request.url.path == "/directory_users" else ORGANIZATION)


class Clock:
    """A clock that advances only by rate-limit waits, which it gets from the hook before they happen."""

    def __init__(self) -> None:
        self.now = 100.0
        self.waits: list[RateLimitInfo] = []

    def __call__(self) -> float:
        return self.now

    def wait(self, info: RateLimitInfo) -> None:
        self.waits.append(info)
        self.now += info.delay


def test_call_waits_for_the_rate_limit_and_reports_it(against: Against) -> None:
    clock = Clock()
    attempts: list[RequestInfo] = []
    limiter = RateLimiter({"general": (2, 0.05)}, clock=clock)
    with against(Api(), rate_limiter=limiter, hooks=Hooks(request=attempts.append, rate_limit=clock.wait)) as client:
        for number in range(1, 6):
            client.organizations.get_organization("org_1")
            assert len(clock.waits) == (number - 1) // 2
    assert clock.now == pytest.approx(100.1)
    assert clock.waits[0] == RateLimitInfo(attempts[2], "general", pytest.approx(0.05), "ip")


def test_limit_of_one_directory_does_not_delay_another(against: Against) -> None:
    waits: list[RateLimitInfo] = []
    limiter = RateLimiter({"directory_users": (1, 60)})
    with against(Api(), rate_limiter=limiter, hooks=Hooks(rate_limit=waits.append), deadline=5) as client:
        client.directory_sync.list_users(directory="directory_1").page()
        client.directory_sync.list_users(directory="directory_2").page()
        client.organizations.get_organization("org_1")
        assert waits == []
        with pytest.raises(APITimeoutError, match="the rate limit 'directory_users'"):
            client.directory_sync.list_users(directory="directory_1").page()


def test_call_that_would_miss_its_deadline_fails_immediately(against: Against) -> None:
    api = Api()
    waits: list[RateLimitInfo] = []
    limiter = RateLimiter({"general": (1, 3600)})
    with against(api, rate_limiter=limiter, hooks=Hooks(rate_limit=waits.append)) as client:
        client.organizations.get_organization("org_1")
        with pytest.raises(
            APITimeoutError, match=r"wait for at least 3[56]\d\d\.\d\d s for the rate limit 'general'"
        ) as caught:
            client.organizations.get_organization("org_1", options={"deadline": 60})
    assert api.count == 1
    assert (caught.value.sent, caught.value.attempts, waits) == (False, 0, [])


def test_max_wait(against: Against) -> None:
    limiter = RateLimiter({"general": (1, 3600)}, max_wait=1)
    with against(Api(), rate_limiter=limiter) as client:
        client.organizations.get_organization("org_1")
        with pytest.raises(APITimeoutError, match="max_wait"):
            client.organizations.get_organization("org_1")


def test_429_pauses_all_calls_of_its_scope(against: Against) -> None:
    clock = Clock()
    api = Api()
    api.retry_after = [0.1]
    limiter = RateLimiter(clock=clock)
    with against(api, rate_limiter=limiter, hooks=Hooks(rate_limit=clock.wait), max_retries=0) as client:
        with pytest.raises(RateLimitExceededError):
            client.organizations.get_organization("org_1")
        client.organizations.get_organization("org_1")
        client.organizations.get_organization("org_1")
    assert [(wait.limit, wait.delay) for wait in clock.waits] == [
        ("GET /organizations/{organization_id}", pytest.approx(0.1))
    ]


def test_retries_wait_for_the_rate_limit(against: Against) -> None:
    clock = Clock()
    api = Api()
    api.retry_after = [0]
    limiter = RateLimiter({"general": (1, 0.05)}, clock=clock)
    retry = RetryPolicy(max_retries=1, initial_delay=0)
    with against(api, rate_limiter=limiter, hooks=Hooks(rate_limit=clock.wait), retry=retry) as client:
        client.organizations.get_organization("org_1")  # a rate-limited request does not count
        assert (api.count, len(clock.waits)) == (2, 0)
        api.failures = [httpx.ReadError("connection reset")]
        client.organizations.get_organization("org_1")
    assert api.count == 4
    assert [wait.request.attempt for wait in clock.waits] == [1, 2]


def test_request_rejected_by_a_hook_does_not_count(against: Against) -> None:
    clock = Clock()
    api = Api()
    errors = iter([RuntimeError("not today"), None])

    def hook(_: RequestInfo) -> None:
        error = next(errors)
        if error is not None:
            raise error

    limiter = RateLimiter({"general": (1, 3600)}, clock=clock)
    with against(api, rate_limiter=limiter, hooks=Hooks(request=hook, rate_limit=clock.wait)) as client:
        with pytest.raises(RuntimeError, match="not today"):
            client.organizations.get_organization("org_1")
        client.organizations.get_organization("org_1")
    assert (api.count, clock.waits) == (1, [])


def test_request_that_was_not_sent_does_not_count(against: Against) -> None:
    api = Api()
    api.failures = [httpx.ConnectError("connection refused"), httpx.ConnectTimeout(""), httpx.PoolTimeout("")]
    limiter = RateLimiter({"general": (1, 3600)})
    with against(api, rate_limiter=limiter, retry=RetryPolicy(initial_delay=0), deadline=30) as client:
        client.organizations.get_organization("org_1")
    assert api.count == 4


def test_request_of_a_closed_client_does_not_count(against: Against) -> None:
    limiter = RateLimiter({"general": (1, 3600)})
    closed = WorkOS("sk_test", rate_limiter=limiter)
    closed.close()
    with pytest.raises(ConfigurationError, match="closed"):
        closed.organizations.get_organization("org_1")
    with against(Api(), rate_limiter=limiter, deadline=30) as client:
        client.organizations.get_organization("org_1")


def test_clients_can_share_a_limiter(against: Against) -> None:
    limiter = RateLimiter({"general": (1, 3600)})
    with against(Api(), rate_limiter=limiter) as one, against(Api(), rate_limiter=limiter) as other:
        one.organizations.get_organization("org_1")
        with pytest.raises(APITimeoutError):
            other.organizations.get_organization("org_1", options={"deadline": 1})


def test_each_client_has_its_own_limiter(against: Against) -> None:
    waits: list[RateLimitInfo] = []
    hooks = Hooks(rate_limit=waits.append)
    with against(Api(), hooks=hooks) as client, against(Api(), hooks=hooks) as other:
        for _ in range(4):
            client.directory_sync.list_users(directory="directory_1").page()
            other.directory_sync.list_users(directory="directory_1").page()
    assert waits == []


def test_rate_limiter_can_be_disabled(against: Against) -> None:
    waits: list[RateLimitInfo] = []
    for off in (None, False):
        with against(Api(), rate_limiter=off, hooks=Hooks(rate_limit=waits.append)) as client:
            for _ in range(6):
                client.directory_sync.list_users(directory="directory_1").page()
    assert waits == []


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        ({"generous": (1, 1)}, "unknown rate limit 'generous'; choose from general,"),
        (
            {"general": (0, 1)},
            r"must be \(requests, seconds\) with requests of at least 1 and seconds above 0 \(got \(0, 1\)\)",
        ),
        ({"general": (1, 0)}, "above 0"),
        ({"general": 5}, "got 5"),
        ({"general": ("a", 1)}, "got"),
    ],
)
def test_invalid_limits(limits: Any, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        RateLimiter(limits)


def test_invalid_rate_limiter() -> None:
    invalid: Any = 5
    with pytest.raises(
        ConfigurationError,
        match=r"rate_limiter must be a RateLimiter from the same package as the client, or None \(got builtins\.int\)",
    ):
        WorkOS("sk_test", rate_limiter=invalid)


def test_limit_can_be_removed(against: Against) -> None:
    waits: list[RateLimitInfo] = []
    limiter = RateLimiter({"directory_users": None})
    with against(Api(), rate_limiter=limiter, hooks=Hooks(rate_limit=waits.append)) as client:
        for _ in range(6):
            client.directory_sync.list_users(directory="directory_1").page()
    assert waits == []
