# Generated from tests/async_/test_rate_limits.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Calls wait for their turn: a client, its limiter, and an API that keeps count."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from workos_core.http.hooks import RateLimitInfo, RequestInfo
from workos_sync import APITimeoutError, ConfigurationError, Hooks, RateLimiter, RateLimitExceededError, WorkOS

Against = Callable[..., WorkOS]
ORGANIZATION = {"object": "organization", "id": "org_1", "name": "Acme"}
NOBODY = {"object": "list", "data": [], "list_metadata": {"before": None, "after": None}}


class Api:
    """Counts, refuses what it is told to, and fails when it is told to."""

    def __init__(self) -> None:
        self.count = 0
        self.refuse: list[float] = []
        self.fail = 0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.count += 1
        if self.refuse:
            return httpx.Response(429, headers={"Retry-After": str(self.refuse.pop(0))})
        if self.fail:
            self.fail -= 1
            raise httpx.ConnectError("refused")
        return httpx.Response(200, json=NOBODY if request.url.path == "/directory_users" else ORGANIZATION)


class Clock:
    """Stands still but for waits: the hook is told of each before it happens."""

    def __init__(self) -> None:
        self.now = 100.0
        self.waits: list[RateLimitInfo] = []

    def __call__(self) -> float:
        return self.now

    def wait(self, info: RateLimitInfo) -> None:
        self.waits.append(info)
        self.now += info.delay


def test_a_call_waits_for_its_turn_and_says_so(against: Against) -> None:
    clock = Clock()
    attempts: list[RequestInfo] = []
    limiter = RateLimiter({"general": (2, 0.05)}, clock=clock)
    with against(Api(), rate_limiter=limiter, hooks=Hooks(request=attempts.append, rate_limit=clock.wait)) as client:
        for number in range(1, 6):
            client.organizations.get_organization("org_1")
            assert len(clock.waits) == (number - 1) // 2
    assert clock.now == pytest.approx(100.1)
    assert clock.waits[0] == RateLimitInfo(attempts[2], "general", pytest.approx(0.05))


def test_a_limit_of_one_directory_holds_up_no_other(against: Against) -> None:
    waits: list[RateLimitInfo] = []
    limiter = RateLimiter({"directory_users": (1, 60)})
    with against(Api(), rate_limiter=limiter, hooks=Hooks(rate_limit=waits.append), deadline=5) as client:
        client.directory_sync.list_users(directory="directory_1").page()
        client.directory_sync.list_users(directory="directory_2").page()
        client.organizations.get_organization("org_1")
        assert waits == []
        with pytest.raises(APITimeoutError, match="the rate limit 'directory_users'"):
            client.directory_sync.list_users(directory="directory_1").page()


def test_a_call_that_could_not_be_sent_in_time_fails_at_once(against: Against) -> None:
    api = Api()
    waits: list[RateLimitInfo] = []
    limiter = RateLimiter({"general": (1, 3600)})
    with against(api, rate_limiter=limiter, hooks=Hooks(rate_limit=waits.append)) as client:
        client.organizations.get_organization("org_1")
        with pytest.raises(
            APITimeoutError, match=r"had to wait for the rate limit 'general', for at least 3[56]\d\d"
        ) as caught:
            client.organizations.get_organization("org_1", options={"deadline": 60})
    assert api.count == 1
    assert (caught.value.sent, caught.value.attempts, waits) == (False, 0, [])


def test_a_limiter_may_wait_less_than_a_call(against: Against) -> None:
    limiter = RateLimiter({"general": (1, 3600)}, max_wait=1)
    with against(Api(), rate_limiter=limiter) as client:
        client.organizations.get_organization("org_1")
        with pytest.raises(APITimeoutError, match="longer than it may"):
            client.organizations.get_organization("org_1")


def test_a_refusal_makes_every_call_of_the_limit_wait(against: Against) -> None:
    clock = Clock()
    api = Api()
    api.refuse = [0.1]
    limiter = RateLimiter(clock=clock)
    with against(api, rate_limiter=limiter, hooks=Hooks(rate_limit=clock.wait), max_retries=0) as client:
        with pytest.raises(RateLimitExceededError):
            client.organizations.get_organization("org_1")
        client.organizations.get_organization("org_2")
        client.organizations.get_organization("org_3")
    assert [(wait.limit, wait.delay) for wait in clock.waits] == [("general", pytest.approx(0.1))]


def test_retries_wait_for_their_turn_too(against: Against) -> None:
    clock = Clock()
    api = Api()
    api.refuse = [0]
    limiter = RateLimiter({"general": (1, 0.05)}, clock=clock)
    with against(api, rate_limiter=limiter, hooks=Hooks(rate_limit=clock.wait), max_retries=1) as client:
        client.organizations.get_organization("org_1")  # what was refused does not count
        assert (api.count, len(clock.waits)) == (2, 0)
        api.fail = 1
        client.organizations.get_organization("org_1")
    assert api.count == 4
    assert [wait.request.attempt for wait in clock.waits] == [1, 2]


def test_a_request_that_a_hook_stops_does_not_count(against: Against) -> None:
    clock = Clock()
    api = Api()
    answers = iter([RuntimeError("not today"), None])

    def hook(_: RequestInfo) -> None:
        problem = next(answers)
        if problem is not None:
            raise problem

    limiter = RateLimiter({"general": (1, 3600)}, clock=clock)
    with against(api, rate_limiter=limiter, hooks=Hooks(request=hook, rate_limit=clock.wait)) as client:
        with pytest.raises(RuntimeError, match="not today"):
            client.organizations.get_organization("org_1")
        client.organizations.get_organization("org_1")
    assert (api.count, clock.waits) == (1, [])


def test_clients_share_a_limiter_and_the_limits_of_their_key(against: Against) -> None:
    limiter = RateLimiter({"general": (1, 3600)})
    with against(Api(), rate_limiter=limiter) as one, against(Api(), rate_limiter=limiter) as other:
        one.organizations.get_organization("org_1")
        with pytest.raises(APITimeoutError):
            other.organizations.get_organization("org_1", options={"deadline": 1})


def test_each_client_has_a_limiter_of_its_own(against: Against) -> None:
    waits: list[RateLimitInfo] = []
    hooks = Hooks(rate_limit=waits.append)
    with against(Api(), hooks=hooks) as client, against(Api(), hooks=hooks) as other:
        for _ in range(4):
            client.directory_sync.list_users(directory="directory_1").page()
            other.directory_sync.list_users(directory="directory_1").page()
    assert waits == []


def test_it_can_be_turned_off(against: Against) -> None:
    waits: list[RateLimitInfo] = []
    for off in (None, False):
        with against(Api(), rate_limiter=off, hooks=Hooks(rate_limit=waits.append)) as client:
            for _ in range(6):
                client.directory_sync.list_users(directory="directory_1").page()
    assert waits == []


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        ({"generous": (1, 1)}, "no rate limit 'generous'; there are general,"),
        ({"general": (0, 1)}, r"takes \(requests, seconds\), from 1 and above 0, not \(0, 1\)"),
        ({"general": (1, 0)}, "above 0"),
        ({"general": 5}, "not 5"),
        ({"general": ("a", 1)}, "not"),
    ],
)
def test_limits_that_can_not_be(limits: Any, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        RateLimiter(limits)


def test_what_is_no_limiter_is_refused() -> None:
    wrong: Any = 5
    with pytest.raises(ConfigurationError, match="rate_limiter takes a RateLimiter, or None for none, not int"):
        WorkOS("sk_test", rate_limiter=wrong)


def test_a_limit_can_be_taken_away(against: Against) -> None:
    waits: list[RateLimitInfo] = []
    limiter = RateLimiter({"directory_users": None})
    with against(Api(), rate_limiter=limiter, hooks=Hooks(rate_limit=waits.append)) as client:
        for _ in range(6):
            client.directory_sync.list_users(directory="directory_1").page()
    assert waits == []
