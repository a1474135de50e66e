"""What a client does after 429s, in simulation."""

from collections.abc import Callable

import pytest

from workos_core.rate_limits.learned_limit import MAX_DOUBLINGS, MIN_HOLD, LearnedLimit
from workos_core.rate_limits.limits import Limit
from workos_core.rate_limits.scope_state import DEFAULT_PAUSE, FORGET_AFTER, ScopeState

from .servers import Server, Verdict, accept_all, fixed_window, reject_every, reject_once, sliding_window, token_bucket
from .simulation import simulate, steady

UNEVEN_LIMITS: list[Callable[[], Server]] = [
    lambda: token_bucket(2, 5),
    lambda: token_bucket(2, 10),
    lambda: sliding_window(20, 10),
    lambda: fixed_window(20, 10),
]
LIMITS: list[Callable[[], Server]] = [
    lambda: fixed_window(2, 1),
    lambda: sliding_window(2, 1),
    lambda: token_bucket(2, 2),
    lambda: token_bucket(2, 10),
    lambda: fixed_window(120, 60),
]


@pytest.mark.parametrize("retry_after", [1.0, 10.0, 60.0])
def test_one_429_pauses_for_as_long_as_it_says_and_changes_nothing_else(retry_after: float) -> None:
    result = simulate(reject_once(8, retry_after), steady(3, 210))
    assert result.rejected == 1
    assert max(result.delays) <= retry_after + 0.2
    late = [delay for delay in result.delays if delay > 0.2]
    assert len(late) <= 3 * (retry_after + 3)  # and slow start, while those that waited are sent
    assert result.state.learned is None


@pytest.mark.parametrize("latency", [0.05, 0.3, 0.5, 1.0, 2.0])
@pytest.mark.parametrize("rate", [3, 20])
def test_one_429_delays_few_calls_however_long_responses_take(rate: float, latency: float) -> None:
    result = simulate(reject_once(60, 1.0), steady(rate, 120), latency=latency, limit=Limit(1000, 10))
    assert max(result.delays) <= 1 + 2 * latency + 0.2
    late = [delay for delay in result.delays if delay > latency + 0.2]
    assert len(late) <= 10 * rate  # until those that waited have been sent besides the others


@pytest.mark.parametrize("rate", [3, 20])
@pytest.mark.parametrize("latency", [0.5, 1.0])
@pytest.mark.parametrize(("seconds", "retry_after"), [(3, 1.0), (8, 1.0), (20, 5.0), (30, 1.0), (60, 10.0), (15, None)])
def test_recurring_429s_do_not_stop_a_client_whose_responses_take_long(
    rate: float, latency: float, seconds: float, retry_after: float | None
) -> None:
    pause = DEFAULT_PAUSE if retry_after is None else retry_after
    result = simulate(reject_every(seconds, retry_after), steady(rate, 300), latency=latency)
    assert max(result.delays) < 3 * pause + 2 * latency + 15
    assert result.seconds < 300 + pause + 2 * latency + 15


@pytest.mark.parametrize("rate", [3, 20])
@pytest.mark.parametrize(
    ("seconds", "retry_after"), [(3, 1.0), (5, 1.0), (8, 1.0), (10, 2.0), (20, 5.0), (30, 1.0), (60, 10.0), (15, None)]
)
def test_recurring_429s_that_the_client_does_not_cause_delay_few_calls_beyond_the_pause(
    rate: float, seconds: float, retry_after: float | None
) -> None:
    pause = DEFAULT_PAUSE if retry_after is None else retry_after
    result = simulate(reject_every(seconds, retry_after), steady(rate, 600))
    assert len(result.delays) == rate * 600
    late = [delay for delay in result.delays if delay > pause + 0.5]
    assert len(late) <= 0.11 * len(result.delays)
    assert max(result.delays) < pause + 8
    assert result.seconds < 600 + pause + 8


@pytest.mark.parametrize("limit", [Limit(4, 1), Limit(10, 1), Limit(40, 10)])
@pytest.mark.parametrize(("seconds", "retry_after"), [(5, 1.0), (8, 1.0), (10, 2.0), (30, 1.0)])
def test_recurring_429s_that_the_client_does_not_cause_delay_few_calls_under_a_narrow_limit(
    limit: Limit, seconds: float, retry_after: float
) -> None:
    result = simulate(reject_every(seconds, retry_after), steady(3, 600), limit=limit)
    late = [delay for delay in result.delays if delay > retry_after + 0.5]
    assert len(late) <= 0.09 * len(result.delays)
    assert result.seconds < 600 + retry_after + 8


@pytest.mark.parametrize("start", [0.0, 0.4, 0.9])
@pytest.mark.parametrize("server", LIMITS)
def test_a_true_limit_below_the_demand_is_used_in_full_with_few_rejections(
    server: Callable[[], Server], start: float
) -> None:
    calls = [start + call for call in steady(3, 210)]
    result = simulate(server(), calls)
    assert len(result.delays) == len(calls)
    assert result.rejected <= 0.06 * len(calls)
    assert result.seconds <= 1.1 * len(calls) / 2


@pytest.mark.parametrize("start", [0.0, 0.4, 0.9])
@pytest.mark.parametrize("server", [LIMITS[0], LIMITS[1], LIMITS[2], LIMITS[4]])
def test_a_true_limit_is_found_when_a_429_arrives_before_earlier_responses(
    server: Callable[[], Server], start: float
) -> None:
    calls = [start + call for call in steady(3, 210)]
    result = simulate(server(), calls, jitter=0.05)
    assert result.rejected <= 0.06 * len(calls)
    assert result.seconds <= 1.1 * len(calls) / 2


@pytest.mark.parametrize("jitter", [0.05, 0.2, 0.5, 1.0])
@pytest.mark.parametrize("server", UNEVEN_LIMITS)
def test_a_true_limit_that_allows_bursts_is_found_when_responses_arrive_in_another_order(
    server: Callable[[], Server], jitter: float
) -> None:
    calls = steady(3, 210)
    result = simulate(server(), calls, jitter=jitter)
    assert result.rejected <= 0.08 * len(calls)
    assert result.seconds <= 2.5 * len(calls) / 2


def test_a_burst_is_sent_before_the_first_responses_arrive() -> None:
    result = simulate(accept_all, [0.0] * 100, latency=3.0)
    assert max(result.delays) <= 5


@pytest.mark.parametrize("latency", [0.005, 0.01, 0.02, 0.05])
@pytest.mark.parametrize(
    "server", [lambda: fixed_window(100, 1), lambda: sliding_window(100, 1), lambda: token_bucket(100, 100)]
)
def test_a_burst_against_an_unknown_limit_has_few_rejections(server: Callable[[], Server], latency: float) -> None:
    result = simulate(server(), [0.0] * 500, latency=latency)
    assert len(result.delays) == 500
    assert result.rejected <= 25
    assert result.seconds < 8


def test_a_burst_against_a_known_limit_has_none() -> None:
    result = simulate(sliding_window(100, 1), [0.0] * 500, latency=0.02, limit=Limit(100, 1), trusted=True)
    assert result.rejected == 0
    assert result.seconds <= 4.4


def test_where_everything_is_accepted_a_burst_starts_slowly_for_a_few_round_trips() -> None:
    latency = 0.05
    result = simulate(accept_all, [0.0] * 1000, latency=latency)
    assert result.rejected == 0
    assert result.seconds <= 25 * latency


def test_a_learned_limit_is_held_and_then_doubles_every_window() -> None:
    learned = LearnedLimit(3, 2.0, since=100.0)
    assert [
        learned.requests_at(100.0 + after) for after in (0, MIN_HOLD - 0.1, MIN_HOLD, MIN_HOLD + 2, MIN_HOLD + 5)
    ] == [
        3,
        3,
        6,
        12,
        24,
    ]
    assert not learned.has_recovered(100.0, 6000)
    assert learned.has_recovered(200.0, 6000)
    assert LearnedLimit(1, 60.0, since=0.0).has_recovered(MIN_HOLD + 10.0 * MAX_DOUBLINGS, 6000)  # within minutes


def test_a_limit_that_recovered_too_far_returns_at_least_to_the_one_that_was_held() -> None:
    """Calls that wait wake up when their slots are free, so a level may have passed before they use it."""
    state = ScopeState(Limit(6000, 60))
    state.learn(LearnedLimit(2, 1.0, since=0.0))
    ticket = 0

    def send(number: int, now: float) -> list[int]:
        nonlocal ticket
        for _ in range(number):
            ticket += 1
            state.admit(ticket, now)
        return list(range(ticket - number + 1, ticket + 1))

    for second in range(11):  # until the end of the hold, after which it doubles every second
        for accepted in send(2, second + 0.5):
            state.record_success(accepted, second + 0.5)
    assert state.window_size(11.5) == 8
    assert state.record_rate_limited(send(3, 11.5)[-1], 11.5, 11.5, 1.0)
    assert state.learned == LearnedLimit(4, 1.0, since=12.5, hold=2 * MIN_HOLD)

    accepted, _, rejected = send(3, 12.6)  # the response to the second one arrives after the 429
    state.record_success(accepted, 12.6)
    assert state.record_rate_limited(rejected, 12.6, 12.6, 1.0)
    assert state.learned == LearnedLimit(2, 1.0, since=13.6, hold=2 * MIN_HOLD)


def test_429s_long_ago_do_not_count_in_the_average() -> None:
    quota = sliding_window(2, 1)
    reject_first = reject_once(1, 1.0)

    def server(now: float) -> Verdict:
        return reject_first(now) if now < 900 else quota(now)

    calls = [0.0, *(900 + call for call in steady(3, 100))]
    result = simulate(server, calls)
    assert result.rejected <= 0.06 * len(calls)
    assert result.seconds - 900 <= 1.15 * len(calls) / 2


def test_a_learned_limit_recovers_once_the_server_accepts_more() -> None:
    quota = sliding_window(2, 1)
    result = simulate(lambda now: True if now > 120 else quota(now), steady(3, 400))
    late = [delay for delay in result.delays[-300:] if delay > 0.2]
    assert late == []
    assert result.state.learned is None


def rate_limit(state: ScopeState, ticket: int, now: float, retry_after: float | None) -> bool:
    state.admit(ticket, now)
    return state.record_rate_limited(ticket, now, now, retry_after)


def test_a_pause_is_bounded() -> None:
    state = ScopeState(Limit(10, 1), max_pause=5.0)
    rate_limit(state, 1, 0.0, 3600.0)
    assert state.delay(0, 0.0) == 5.0


def test_without_retry_after_the_pause_doubles_while_nothing_is_accepted() -> None:
    state = ScopeState(Limit(10, 1))
    now = 0.0
    for ticket, pause in enumerate([1, 2, 4, 8]):
        rate_limit(state, ticket, now, None)
        assert state.delay(0, now) == pause * DEFAULT_PAUSE
        now += pause
    state.admit(10, now)
    state.record_success(10, now)
    rate_limit(state, 11, now, None)
    assert state.delay(0, now) == DEFAULT_PAUSE


def test_429s_that_are_far_apart_do_not_recur() -> None:
    state = ScopeState(Limit(6000, 60))
    for now in (0.0, FORGET_AFTER + 10):
        for ticket in range(10):
            state.admit(ticket, now)
            state.record_success(ticket, now)
        assert not rate_limit(state, 99, now, 1.0)
    assert state.learned is None


def test_requests_in_flight_at_the_first_429_do_not_make_it_recur() -> None:
    state = ScopeState(Limit(6000, 60))
    for ticket in range(10):
        state.admit(ticket, 0.0)
    state.record_success(0, 0.1)
    assert not any(state.record_rate_limited(ticket, 0.0, 0.1, 1.0) for ticket in range(1, 10))
    assert state.learned is None


def test_an_endpoint_without_a_limit_has_only_pauses() -> None:
    state = ScopeState(None)
    assert state.is_idle(0.0)
    for ticket in range(10_000):
        assert state.delay(0, 0.0) == 0
        assert state.capacity_delay(0, 0.0) == 0
        state.admit(ticket, 0.0)
    rate_limit(state, 10_000, 0.0, 2.0)
    assert state.delay(0, 0.0) == 2.0


@pytest.mark.parametrize("seconds", [0.1, 1.0, 60.0])
def test_the_rate_after_a_429_is_that_before_it_for_any_window(seconds: float) -> None:
    state = ScopeState(Limit(1000, seconds))
    for ticket in range(20):  # 20 in at most a tenth of a second
        state.admit(ticket, 0.004 * ticket)
        state.record_success(ticket, 0.004 * ticket)
    rate_limit(state, 99, 0.08, 1.0)
    for ticket in range(100, 104):
        state.admit(ticket, 1.08)
    period = min(seconds, 1.0)
    assert state.capacity_delay(0, 1.08) == pytest.approx(period / 21.5 * 3, rel=0.4)


@pytest.mark.parametrize("state", [ScopeState(None), ScopeState(Limit(1000, 1), trusted=True)])
def test_after_a_429_any_scope_starts_slowly(state: ScopeState) -> None:
    rate_limit(state, 1, 0.0, 1.0)
    for ticket in range(2, 6):
        assert state.capacity_delay(0, 1.0) == 0
        state.admit(ticket, 1.0)
    assert state.capacity_delay(0, 1.0) > 0


def test_a_learned_limit_has_at_most_the_window_of_the_limit() -> None:
    state = ScopeState(Limit(4, 1))
    now = 0.0
    for episode in range(2):
        for ticket in range(20):
            state.admit(ticket, now)
            now += 0.5
            state.record_success(ticket, now)
        assert rate_limit(state, 99, now, 10.0) == bool(episode)
        now += 10
    assert state.learned == LearnedLimit(2, 1.0, now)
    assert state.window_size(now) == 2


def test_a_pause_is_futile_if_the_next_response_is_a_429() -> None:
    state = ScopeState(Limit(6000, 60))
    futile, now = [], 0.0
    for retry_after, accepted in [(5, 0), (5, 0), (100, 0), (100, 1), (0, 0), (5, 0), (5, 0)]:
        for ticket in range(accepted):
            state.admit(ticket, now)
            state.record_success(ticket, now)
        state.admit(9, now)
        state.record_rate_limited(9, now, now, retry_after)
        futile.append((state.futile_pauses, state.is_exhausted))
        now = max(now, state.paused_until)
    assert futile == [(0, False), (1, False), (2, True), (0, False), (1, False), (1, False), (2, False)]
