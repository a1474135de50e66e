"""The time limits of a JWKS cache, and the errors that a call shares with others."""

import json
from typing import Any

import pytest

from tests.support.access_tokens import public_key
from workos_async import APIConnectionError, APITimeoutError, InvalidTokenError
from workos_async._auth.jwks_cache import COOLDOWN, FETCH_TIMEOUT, JWKSCache
from workos_async._concurrency.background_task import BackgroundTask
from workos_async._concurrency.thread_safe_event import ThreadSafeEvent
from workos_core.auth.tokens.signed_token import UnknownKeyError
from workos_core.http.operation import Operation
from workos_core.http.responses import Response

GET_JWKS: Operation[Any] = Operation("user_management.get_jwks", "GET", "/sso/jwks/client_1", returns=Any)
TOKEN = "eyJhbGciOiJSUzI1NiIsImtpZCI6Im9uZSJ9.e30.AA"
LATE = "the deadline of 0 s passed before the keys of access tokens were fetched; this call sent no request"


class Requestor:
    """A requestor that fetches keys, or raises one error after another, and records the options."""

    def __init__(self, *errors: Exception, deadline: float | None = None) -> None:
        self.errors = list(errors)
        self.deadline = deadline
        self.deadlines: list[float] = []
        self.started = ThreadSafeEvent()
        self.may_end: ThreadSafeEvent | None = None

    async def fetch(self, operation: Operation[Any], *, path: Any, options: Any) -> Response:
        assert (operation, path) == (GET_JWKS, {})
        self.deadlines.append(options["deadline"].seconds)
        self.started.set()
        if self.may_end is not None:
            assert await self.may_end.wait(30)
        if self.errors:
            raise self.errors.pop(0)
        return Response(200, {}, json.dumps({"keys": [public_key()]}).encode())


class Clock:
    """A clock that advances by a step with each reading."""

    def __init__(self, step: float = 0.0) -> None:
        self.now = 1000.0
        self.step = step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


def cache_of(requestor: Any, clock: Clock | None = None) -> JWKSCache:
    return JWKSCache(requestor, GET_JWKS, clock=clock or Clock())


async def verify(cache: JWKSCache, seconds: float | None = None) -> str:
    return await cache.verify(TOKEN, lambda _: "verified", seconds)


def reject(_: Any) -> str:
    raise UnknownKeyError("unknown", reason="unknown_key")


@pytest.mark.parametrize(
    ("seconds", "expected"), [(None, FETCH_TIMEOUT), (3.0, 3.0), (FETCH_TIMEOUT + 1, FETCH_TIMEOUT)]
)
async def test_time_limit_of_a_fetch(seconds: float | None, expected: float) -> None:
    requestor = Requestor()
    assert await verify(cache_of(requestor), seconds) == "verified"
    assert requestor.deadlines == [expected]


async def test_no_fetch_after_the_deadline() -> None:
    requestor = Requestor()
    cache = cache_of(requestor)
    with pytest.raises(APITimeoutError) as caught:
        await verify(cache, 0)
    assert caught.value.args == (LATE,)
    assert not requestor.deadlines
    await verify(cache)
    with pytest.raises(APITimeoutError) as caught:
        await cache.verify(TOKEN, reject, 0)
    assert caught.value.args == (LATE,)
    assert len(requestor.deadlines) == 1
    with pytest.raises(InvalidTokenError):
        await cache.verify(TOKEN, reject, 5)
    assert requestor.deadlines == [FETCH_TIMEOUT, 5]


@pytest.mark.parametrize("has_keys", [False, True])
async def test_no_wait_after_the_deadline(has_keys: bool) -> None:
    cache = cache_of(Requestor())
    if has_keys:
        await verify(cache)
    is_held, may_end = ThreadSafeEvent(), ThreadSafeEvent()

    async def hold() -> None:
        async with cache._fetch_lock.hold(None):
            is_held.set()
            assert await may_end.wait(30)

    task = BackgroundTask(hold)
    assert await is_held.wait(30)
    with pytest.raises(APITimeoutError, match="passed before the keys of access tokens were fetched"):
        await cache.verify(TOKEN, reject, 0.02)
    may_end.set()
    await task.join()


@pytest.mark.parametrize(
    ("error", "seconds", "deadline", "is_own"),
    [
        (APITimeoutError("late"), 3, None, True),
        (APITimeoutError("late"), FETCH_TIMEOUT, None, False),
        (APITimeoutError("late"), 2, 2, False),
        (APITimeoutError("late"), 1.9, 2, True),
        (APITimeoutError("late"), 3, 60, True),
        (APIConnectionError("no route"), 3, None, False),
    ],
)
@pytest.mark.parametrize("has_keys", [False, True])
async def test_only_failures_of_the_endpoint_keep_others_from_fetching(
    error: APIConnectionError, seconds: float, deadline: float | None, is_own: bool, has_keys: bool
) -> None:
    """A call with less time than usual says nothing about the endpoint."""
    requestor = Requestor(deadline=deadline)
    cache = cache_of(requestor)
    if has_keys:
        await verify(cache)
    fetches = len(requestor.deadlines)
    requestor.errors = [error]
    with pytest.raises(type(error)):
        await cache.verify(TOKEN, reject, seconds)
    if is_own:
        with pytest.raises(InvalidTokenError):
            await cache.verify(TOKEN, reject)
        assert len(requestor.deadlines) > fetches + 1
    else:
        with pytest.raises(type(error)) as caught:
            await cache.verify(TOKEN, reject)
        assert caught.value is not error
        assert len(requestor.deadlines) == fetches + 1


async def test_own_failure_does_not_start_a_cooldown_for_unknown_keys() -> None:
    clock, requestor = Clock(), Requestor()
    cache = cache_of(requestor, clock)
    await verify(cache)
    with pytest.raises(UnknownKeyError):
        await cache.verify(TOKEN, reject)
    clock.now += COOLDOWN
    requestor.errors = [APITimeoutError("late")]
    with pytest.raises(APITimeoutError):
        await cache.verify(TOKEN, reject, 3)
    with pytest.raises(UnknownKeyError) as caught:
        await cache.verify(TOKEN, reject)
    assert caught.value.retry_after is None  # fetched at once, and still unknown
    with pytest.raises(UnknownKeyError) as caught:
        await cache.verify(TOKEN, reject)
    assert caught.value.retry_after == COOLDOWN


class CountedLock:
    """Replaces the lock of a cache, and notes when a second call waits for it."""

    def __init__(self, cache: JWKSCache) -> None:
        self.lock = cache._fetch_lock
        self.count = 0
        self.second = ThreadSafeEvent()
        cache._fetch_lock = self  # type: ignore[assignment]

    def hold(self, timeout: float | None) -> Any:
        self.count += 1
        if self.count == 2:
            self.second.set()
        return self.lock.hold(timeout)


async def test_waiting_call_shares_the_failure_of_the_fetch() -> None:
    """Even if its cooldown has ended meanwhile, and if there was a failure before."""
    requestor = Requestor(APIConnectionError("first"), APIConnectionError("second"))
    cache = cache_of(requestor, Clock(step=1000))
    with pytest.raises(APIConnectionError, match="first"):
        await verify(cache)
    requestor.may_end, requestor.started = ThreadSafeEvent(), ThreadSafeEvent()
    errors: list[str] = []

    async def fail() -> None:
        with pytest.raises(APIConnectionError) as caught:
            await verify(cache)
        errors.append(str(caught.value))

    lock = CountedLock(cache)
    first = BackgroundTask(fail)
    assert await requestor.started.wait(30)
    second = BackgroundTask(fail)
    assert await lock.second.wait(30)
    requestor.may_end.set()
    await first.join()
    await second.join()
    assert errors == ["second", "second"]
    assert len(requestor.deadlines) == 2
