"""When a request counts that several limiters know of, with a clock that the test sets. Limiters here never wait: they say how long."""

from collections.abc import Iterator
from itertools import count

import pytest

from tests.support.limits import IDENTITY, INFO, Clock, ClockedRedis, request
from workos_async import APITimeoutError, RedisRateLimiter
from workos_async._rate_limiting import redis_rate_limiter as _redis_limiter
from workos_async._rate_limiting.permit import RateLimitPermit


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server(redis_url: str, clock: Clock) -> Iterator[ClockedRedis]:
    client = ClockedRedis(redis_url, clock)
    yield client
    client.close()


async def go(server: ClockedRedis, clock: Clock, seconds: float, requests: int = 1) -> RateLimitPermit:
    """Send a request from a process of its own, at once or not at all."""
    limiter = RedisRateLimiter(server, {"general": (requests, seconds)}, clock=clock)
    return await limiter.turn(request(), IDENTITY, INFO, 0, None)


async def waits(server: ClockedRedis, clock: Clock, seconds: float, requests: int = 1) -> str:
    """For how many seconds a request would have to wait."""
    with pytest.raises(APITimeoutError) as raised:
        await go(server, clock, seconds, requests)
    return str(raised.value).partition("for at least ")[2].partition(" s,")[0]


async def test_a_request_without_an_answer_counts_a_second_longer(server: ClockedRedis, clock: Clock) -> None:
    await go(server, clock, 1)
    assert await waits(server, clock, 1) == "1.00"
    clock.now += 1.25
    assert await waits(server, clock, 1) == "0.75"
    clock.now += 0.75
    await go(server, clock, 1)


async def test_an_answer_says_from_when_a_request_counts(server: ClockedRedis, clock: Clock) -> None:
    turn = await go(server, clock, 1)
    clock.now += 0.25
    await turn.answered(200, None)
    clock.now += 0.85
    assert await waits(server, clock, 1) == "0.15"
    clock.now += 0.15
    await go(server, clock, 1)


async def test_an_answer_that_comes_when_it_is_no_more_open_changes_nothing(server: ClockedRedis, clock: Clock) -> None:
    turn = await go(server, clock, 1)
    clock.now += 1.5
    assert await waits(server, clock, 1) == "0.50"
    await turn.answered(200, None)
    assert await waits(server, clock, 1) == "0.50"
    clock.now += 3
    await turn.answered(200, None)
    await go(server, clock, 1)


async def test_what_is_refused_counts_no_more(server: ClockedRedis, clock: Clock) -> None:
    turn = await go(server, clock, 10)
    await turn.answered(429, 2)
    assert await waits(server, clock, 10) == "2.00"
    clock.now += 2
    await go(server, clock, 10)


async def test_a_process_that_died_holds_its_place_for_a_second_more(server: ClockedRedis, clock: Clock) -> None:
    await go(server, clock, 10, 2)
    clock.now += 4
    await go(server, clock, 10, 2)
    clock.now += 6
    assert await waits(server, clock, 10, 2) == "1.00"
    clock.now += 1
    await go(server, clock, 10, 2)
    assert await waits(server, clock, 10, 2) == "3.00"
    clock.now += 4
    await go(server, clock, 10, 2)


async def test_long_stretches_need_no_word_about_answers(server: ClockedRedis, clock: Clock) -> None:
    turn = await go(server, clock, 60)
    asked = server.scripts_run
    await turn.answered(200, None)
    assert server.scripts_run == asked
    clock.now += 60
    assert await waits(server, clock, 60) == "1.00"
    clock.now += 1
    await go(server, clock, 60)


def let_time_pass(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Limiters wait from now on, by the clock of the test. Returns for how many seconds each time."""
    waited: list[float] = []

    async def pass_time(seconds: float) -> None:
        clock.now += seconds
        waited.append(round(seconds, 3))

    monkeypatch.setattr(_redis_limiter, "sleep", pass_time)
    return waited


async def wait_and_go(server: ClockedRedis, clock: Clock, requests: int = 1) -> RateLimitPermit:
    """Send a request from a process of its own, when it may be sent."""
    limiter = RedisRateLimiter(server, {"general": (requests, 1)}, clock=clock)
    return await limiter.turn(request(), IDENTITY, INFO, 60, None)


async def test_who_is_sure_of_its_turn_asks_once(
    server: ClockedRedis, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = await go(server, clock, 1)
    clock.now += 0.25
    await first.answered(200, None)
    clock.now += 0.875
    waited = let_time_pass(clock, monkeypatch)
    asked = server.scripts_run
    second = await wait_and_go(server, clock)
    assert (waited, server.scripts_run) == ([0.125], asked + 1)
    assert await waits(server, clock, 1) == "1.00"
    clock.now += 0.5
    await second.answered(200, None)
    assert await waits(server, clock, 1) == "1.00"


async def test_who_is_not_sure_of_its_turn_asks_again(
    server: ClockedRedis, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await go(server, clock, 1)
    clock.now += 0.875
    waited = let_time_pass(clock, monkeypatch)
    await wait_and_go(server, clock)
    assert waited == [0.125, 1.0]  # the answer did not come


async def test_who_waits_long_does_not_keep_a_place(
    server: ClockedRedis, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = await go(server, clock, 1)
    await first.answered(200, None)
    waited = let_time_pass(clock, monkeypatch)
    asked = server.scripts_run
    await wait_and_go(server, clock)
    assert (waited, server.scripts_run) == ([1.0], asked + 2)


async def test_a_place_that_was_sure_is_given_back(server: ClockedRedis, clock: Clock) -> None:
    first = await go(server, clock, 1)
    await first.answered(200, None)
    clock.now += 0.875

    async def give_up(_: object) -> None:
        raise ZeroDivisionError

    limiter = RedisRateLimiter(server, {"general": (1, 1)}, clock=clock)
    with pytest.raises(ZeroDivisionError):
        await limiter.turn(request(), IDENTITY, INFO, 60, give_up)
    for part in ("queue", "alive", "open"):
        assert server.members(part) == {}
    clock.now += 0.125
    await go(server, clock, 1)


async def test_no_stretch_holds_more_than_the_limit_where_all_wait(
    server: ClockedRedis, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One after the other; answers take from nothing to half a second, and the API counts at any time meanwhile."""
    taken = (0.0, 0.01, 0.5, 0.3, 0.05, 0.2)
    waited = let_time_pass(clock, monkeypatch)
    counted: list[float] = []
    pending: list[tuple[float, RateLimitPermit]] = []
    for number in range(40):
        turn = await wait_and_go(server, clock, 5)
        pending.append((clock.now + taken[number % len(taken)], turn))
        for answer in [answer for answer in pending if answer[0] <= clock.now]:
            pending.remove(answer)
            await answer[1].answered(200, None)
            counted.append(answer[0] if number % 2 else answer[1].sent)
    counted.sort()
    assert waited
    assert len(counted) > 30
    assert all(later - earlier >= 1 - 1e-5 for earlier, later in zip(counted, counted[5:], strict=False))


async def test_no_stretch_holds_more_than_the_limit(server: ClockedRedis, clock: Clock) -> None:
    """Many processes whose answers take from nothing to most of a second; the API may count each at any time meanwhile."""
    taken = (0.0, 0.01, 0.9, 0.3, 0.05, 0.7)
    counted: list[float] = []
    pending: list[tuple[float, RateLimitPermit]] = []
    for number in count():
        for answer in [answer for answer in pending if answer[0] <= clock.now]:
            pending.remove(answer)
            await answer[1].answered(200, None)
            counted.append(answer[0] if number % 2 else answer[1].sent)
        if len(counted) >= 40:
            break
        try:
            turn = await go(server, clock, 1, 5)
        except APITimeoutError:
            clock.now += 0.05
        else:
            pending.append((clock.now + taken[number % len(taken)], turn))
    counted.sort()
    assert all(later - earlier >= 1 - 1e-6 for earlier, later in zip(counted, counted[5:], strict=False))
