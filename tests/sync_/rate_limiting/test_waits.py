# Generated from tests/async_/rate_limiting/test_waits.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""How long a call waits for a rate limit, and how that is reported."""

import logging
import math
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.support.limits import IDENTITY, INFO, request
from workos_core.http.hooks import RateLimitInfo, RetryInfo
from workos_core.rate_limits.slow_start import AFTER_429, INITIAL
from workos_sync import (
    Hooks,
    InvalidArgumentError,
    RateLimiter,
    RateLimitExceededError,
    RateLimitTimeoutError,
    WorkOS,
)
from workos_sync._rate_limiting import rate_limiter
from workos_sync._rate_limiting.permit import RateLimitPermit
from workos_sync._rate_limiting.scope_queue import ScopeQueue

Against = Callable[..., WorkOS]
Log = pytest.LogCaptureFixture
OBJECT = {"object": "magic_auth", "id": "magic_auth_1", "name": "Acme"}


def ok(_: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json=OBJECT)


def magic_auth(client: WorkOS, email: str = "bob@example.com") -> None:
    client.user_management.create_magic_auth(email=email)


def test_limit_of_a_person_has_a_default_max_wait(against: Against) -> None:
    with against(ok) as client:
        for _ in range(3):
            magic_auth(client)
        with pytest.raises(RateLimitTimeoutError) as caught:
            magic_auth(client)
        magic_auth(client, "alice@example.com")
    error = caught.value
    assert (error.limit, error.scope, error.sent, error.attempts) == ("magic_auth", "email", False, 0)
    assert error.delay == pytest.approx(60, abs=5)
    message = "the request was not sent: it would have to wait for at least {:.2f} s for the rate limit 'magic_auth' "
    reason = "(3 requests per 60 s) per email, but max_wait of the rate limiter is 5 s"
    assert str(error) == message.format(error.delay) + reason


def test_limit_that_is_not_of_a_person_has_no_default_max_wait(
    against: Against, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rate_limiter, "PERSONAL_MAX_WAIT", 0.01)
    limits = {"authkit_writes": (1, 0.05)}
    with against(ok, rate_limiter=RateLimiter(limits)) as client:
        magic_auth(client)
        magic_auth(client)


def test_infinite_max_wait_removes_the_default(against: Against, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate_limiter, "PERSONAL_MAX_WAIT", 0.01)
    limits = {"magic_auth": (1, 0.05)}
    with against(ok, rate_limiter=RateLimiter(limits)) as client:
        magic_auth(client)
        with pytest.raises(RateLimitTimeoutError):
            magic_auth(client)
    with against(ok, rate_limiter=RateLimiter(limits, max_wait=math.inf)) as client:
        magic_auth(client)
        magic_auth(client)


def test_max_wait_bounds_the_waits_for_all_limits_together(against: Against) -> None:
    now = [0.0]

    def wait(info: RateLimitInfo) -> None:
        now[0] += info.delay

    limits = {"magic_auth": (1, 0.06), "general": (1, 0.1)}
    limiter = RateLimiter(limits, max_wait=0.09, clock=lambda: now[0])
    with against(ok, rate_limiter=limiter, hooks=Hooks(rate_limit=wait)) as client:
        magic_auth(client)
        with pytest.raises(RateLimitTimeoutError, match=r"wait for at least 0\.04 s for the rate limit 'general'"):
            magic_auth(client)


@pytest.mark.parametrize(
    ("max_wait", "retry_after", "is_retried"),
    [(None, 4.9, True), (None, 5.1, False), (0.5, 0.4, True), (0.5, 0.6, False), (math.inf, 9.0, True)],
)
def test_max_wait_includes_the_delay_before_a_retry(
    against: Against, max_wait: float | None, retry_after: float, is_retried: bool
) -> None:
    def api(_: httpx.Request) -> httpx.Response:
        return httpx.Response(429, headers={"Retry-After": str(retry_after)})

    def stop(info: RetryInfo) -> None:
        assert info.delay == retry_after
        raise ZeroDivisionError

    with against(api, rate_limiter=RateLimiter(max_wait=max_wait), hooks=Hooks(retry=stop)) as client:
        with pytest.raises(ZeroDivisionError if is_retried else RateLimitExceededError):
            magic_auth(client)


def test_max_wait_bounds_the_delays_of_all_retries_together(against: Against) -> None:
    count = 0

    def api(_: httpx.Request) -> httpx.Response:
        nonlocal count
        count += 1
        return httpx.Response(429, headers={"Retry-After": "0.06"})

    with against(api, rate_limiter=RateLimiter(max_wait=0.15)) as client:
        with pytest.raises(RateLimitExceededError) as caught:
            client.organizations.get_organization("org_1")
    assert (count, caught.value.attempts, caught.value.retry_after) == (3, 3, 0.06)


@pytest.mark.parametrize(("seconds", "level"), [(60, logging.INFO), (0.5, logging.DEBUG)])
def test_wait_is_logged_at_info_if_it_is_long(against: Against, caplog: Log, seconds: float, level: int) -> None:
    caplog.set_level(logging.DEBUG, "workos")
    infos: list[RateLimitInfo] = []

    def stop(info: RateLimitInfo) -> None:
        infos.append(info)
        raise ZeroDivisionError

    limiter = RateLimiter({"delete_organization": (1, seconds)})
    with against(ok, rate_limiter=limiter, hooks=Hooks(rate_limit=stop)) as client:
        client.organizations.delete_organization("org_1")
        with pytest.raises(ZeroDivisionError):
            client.organizations.delete_organization("org_1")
    (info,) = infos
    assert (info.limit, info.scope, info.lowered_to) == ("delete_organization", "api_key", None)
    assert info.delay == pytest.approx(seconds, rel=0.2)
    (record,) = [record for record in caplog.records if "rate limit" in record.getMessage()]
    assert record.levelno == level
    assert record.getMessage() == (
        f"DELETE /organizations/{{organization_id}}: waiting {info.delay:.2f} s for the rate limit delete_organization (per api_key)"
    )


def test_wait_that_a_429_prolongs_is_reported_again() -> None:
    limiter = RateLimiter({"directory_users": (1, 0.05)})
    first = limiter.acquire(request("directory_users"), IDENTITY, INFO, None, None)
    delays: list[float] = []

    def hook(info: RateLimitInfo) -> None:
        delays.append(info.delay)
        if len(delays) == 2:
            raise ZeroDivisionError
        first.record_response(429, 60)

    with pytest.raises(ZeroDivisionError):
        limiter.acquire(request("directory_users"), IDENTITY, INFO, None, hook)
    assert delays == [pytest.approx(0.05, abs=0.05), pytest.approx(60, abs=5)]


def test_request_that_waits_for_the_general_limit_when_its_endpoint_is_paused() -> None:
    limiter = RateLimiter({"general": (1, 0.05)})
    first = limiter.acquire(request(), IDENTITY, INFO, None, None)
    limits: list[str] = []

    def hook(info: RateLimitInfo) -> None:
        limits.append(info.limit)
        if len(limits) == 2:
            raise ZeroDivisionError
        first.record_response(429, 60)

    with pytest.raises(ZeroDivisionError):
        limiter.acquire(request(), IDENTITY, INFO, None, hook)
    assert limits == ["general", "GET /directory_users"]
    (general,) = (queue for scope, queue in limiter._queues.items() if scope.name == "general")
    assert general.state.delay(0, limiter._clock()) == 0  # it holds no slot while it waits


@pytest.mark.parametrize("limit", ["directory_users", "GET /organizations/{organization_id}"])
def test_lowered_limit_is_logged_at_warning(against: Against, caplog: Log, limit: str) -> None:
    now = [0.0]
    infos: list[RateLimitInfo] = []
    count = 0

    def api(_: httpx.Request) -> httpx.Response:
        nonlocal count
        count += 1
        now[0] += 0.4
        if count % 9 == 0:
            return httpx.Response(429, headers={"Retry-After": "0.01"})
        return httpx.Response(200, json={"id": "org_1", "data": [], "list_metadata": {"before": None, "after": None}})

    def hook(info: RateLimitInfo) -> None:
        infos.append(info)
        if info.lowered_to is None:
            now[0] += info.delay

    limiter = RateLimiter(clock=lambda: now[0])
    with against(api, rate_limiter=limiter, hooks=Hooks(rate_limit=hook), max_retries=0) as client:
        for number in range(1, 19):
            try:
                if limit == "directory_users":
                    client.directory_sync.list_users(directory="directory_1").page()
                else:
                    client.organizations.get_organization("org_1")
            except RateLimitExceededError:
                assert number % 9 == 0
            if any(info.lowered_to for info in infos):
                break
    assert number == 18
    lowered: Any = infos[-1]
    scope = "directory" if limit == "directory_users" else "endpoint"
    assert (lowered.limit, lowered.scope, lowered.delay) == (limit, scope, pytest.approx(0.01))
    assert lowered.lowered_to == (3, 1.0)
    (record,) = [record for record in caplog.records if record.levelno == logging.WARNING]
    assert record.getMessage().partition(": ")[2] == (
        f"429s recur, so the rate limit {limit} (per {scope}) is lowered to 3 requests per 1 s; it recovers after a pause of 0.01 s"
    )


@pytest.mark.parametrize("settings", [{}, {"rate_limiter": None}])
def test_invalid_priority(against: Against, settings: dict[str, None]) -> None:
    options: Any = {"priority": "urgent"}
    with against(ok, **settings) as client:
        with pytest.raises(
            InvalidArgumentError, match="priority must be 'interactive' or 'background' \\(got 'urgent'\\)"
        ):
            client.organizations.get_organization("org_1", options=options)


def test_priority_of_a_call_reaches_the_limiter(against: Against, monkeypatch: pytest.MonkeyPatch) -> None:
    enqueued: list[tuple[str, bool]] = []
    enqueue = ScopeQueue.enqueue

    def record(queue: ScopeQueue, permit: RateLimitPermit, *, first: bool) -> int:
        enqueued.append((permit.priority, first))
        return enqueue(queue, permit, first=first)

    monkeypatch.setattr(ScopeQueue, "enqueue", record)
    now = [0.0]

    def wait(info: RateLimitInfo) -> None:
        now[0] += info.delay

    limiter = RateLimiter({"general": (1, 0.03)}, clock=lambda: now[0])
    with against(
        lambda _: httpx.Response(200, json={"id": "org_1"}), rate_limiter=limiter, hooks=Hooks(rate_limit=wait)
    ) as client:
        client.organizations.get_organization("org_1")
        client.organizations.get_organization("org_1", options={"priority": "background"})
        client.organizations.get_organization("org_1")
    assert enqueued == [("background", False), ("interactive", False)]


@pytest.mark.parametrize(("max_wait", "remaining"), [(0, None), (0.1, None), (None, 0.1)])
def test_slow_start_fails_no_call(max_wait: float | None, remaining: float | None) -> None:
    limiter = RateLimiter(max_wait=max_wait)
    for _ in range(INITIAL + 3):  # none has a response
        limiter.acquire(request(), IDENTITY, INFO, remaining, None)


def test_slow_start_after_a_429_may_fail_calls() -> None:
    limiter = RateLimiter(max_wait=0, clock=lambda: 100.0)
    rejected = limiter.acquire(request(), IDENTITY, INFO, None, None)
    rejected.record_response(429, 0)
    for _ in range(AFTER_429):
        limiter.acquire(request(), IDENTITY, INFO, None, None)
    with pytest.raises(RateLimitTimeoutError):
        limiter.acquire(request(), IDENTITY, INFO, None, None)


def test_calls_do_not_wait_for_an_api_that_asks_for_long_pauses_again_and_again() -> None:
    now = [100.0]
    limiter = RateLimiter(clock=lambda: now[0])
    for _ in range(2):
        now[0] += 60
        probe = limiter.acquire(request(), IDENTITY, INFO, None, None)
        probe.record_response(429, 3600)
    with pytest.raises(
        RateLimitTimeoutError, match=r"longer pause than max_pause of the rate limiter, which is 60 s"
    ) as caught:
        limiter.acquire(request(), IDENTITY, INFO, None, None)
    assert (caught.value.limit, caught.value.delay) == ("GET /directory_users", 60)
    now[0] += 60
    probe = limiter.acquire(request(), IDENTITY, INFO, None, None)
    probe.record_response(200, None)
    limiter.acquire(request(), IDENTITY, INFO, None, None)


def test_call_waits_for_four_futile_pauses() -> None:
    now = [100.0]
    limiter = RateLimiter({"general": None}, clock=lambda: now[0])
    first = limiter.acquire(request(), IDENTITY, INFO, None, None)
    first.record_response(429, 2)
    (queue,) = limiter._queues.values()
    waits = 0

    def reject(_: RateLimitInfo) -> None:
        nonlocal waits
        waits += 1
        now[0] += 2
        queue.state.admit(-waits, now[0])
        queue.record_rate_limited(-waits, now[0], 2)
        for event in queue._events.values():
            event.set()

    with pytest.raises(RateLimitTimeoutError, match="4 pauses in a row have ended with another 429"):
        limiter.acquire(request(), IDENTITY, INFO, None, reject)
    assert waits == 4
