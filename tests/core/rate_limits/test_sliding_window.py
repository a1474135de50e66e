"""The requests that count toward a limit at a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workos_core.rate_limits.sliding_window import LATEST, SlidingWindow

EPSILON = 1e-6
calls = st.lists(st.tuples(st.floats(0, 3), st.floats(0.001, 0.999)), min_size=1, max_size=60)


def most_in_a_window(times: list[float], seconds: float) -> int:
    return max((sum(start <= moment < start + seconds - EPSILON for moment in times) for start in times), default=0)


@given(st.integers(1, 12), st.sampled_from([1.0, 10.0]), calls)
def test_no_window_of_the_server_has_more_requests_than_the_limit(
    requests: int, seconds: float, gaps_and_latencies: list[tuple[float, float]]
) -> None:
    """Whenever within its latency the server counts a request."""
    window = SlidingWindow(seconds)
    now, counted = 0.0, list[float]()
    for ticket, (gap, latency) in enumerate(gaps_and_latencies):
        now += gap
        now += window.delay(requests, 0, now)
        window.add(ticket, now)
        counted.append(now + latency)
        now += latency
        window.complete(ticket, now)
    assert most_in_a_window(counted, seconds) <= requests


@given(st.integers(1, 12), st.sampled_from([0.5, 1.0, 60.0]), st.integers(1, 100))
def test_a_burst_takes_no_longer_than_it_must(requests: int, seconds: float, number: int) -> None:
    window = SlidingWindow(seconds)
    now = 0.0
    for ticket in range(number):
        now += window.delay(requests, 0, now)
        window.add(ticket, now)
        window.complete(ticket, now)
    assert now == pytest.approx((number - 1) // requests * seconds)


@given(st.integers(1, 12), st.integers(0, 40), st.integers(0, 60))
def test_the_delay_of_a_waiting_request_is_when_it_is_sent(requests: int, used: int, ahead: int) -> None:
    window = SlidingWindow(1.0)
    used = min(used, requests)
    for ticket in range(used):
        window.add(ticket, ticket / 100)
        window.complete(ticket, ticket / 100)
    now = used / 100
    expected = now + window.delay(requests, ahead, now)
    for ticket in range(used, used + ahead):
        now += window.delay(requests, 0, now)
        window.add(ticket, now)
        window.complete(ticket, now)
    assert now + window.delay(requests, 0, now) == pytest.approx(expected)


def test_a_request_without_response_counts_from_a_second_after_it_was_sent() -> None:
    window = SlidingWindow(10.0)
    window.add(1, 0.0)
    assert window.in_flight(LATEST - EPSILON) == 1
    assert (window.in_flight(LATEST), window.used(LATEST)) == (0, 1)
    assert window.delay(1, 0, 5.0) == pytest.approx(LATEST + 5.0)
    assert window.used(LATEST + 10.0) == 0


def test_a_request_that_the_server_did_not_count_frees_its_slot() -> None:
    window = SlidingWindow(10.0)
    window.add(1, 0.0)
    window.remove(1, 0.0, 0.5)
    assert window.used(0.5) == 0
    window.add(2, 1.0)
    window.remove(2, 1.0, 5.0)  # the response took longer than a second
    assert window.used(5.0) == 0


def test_a_lowered_limit_waits_until_the_excess_is_free() -> None:
    window = SlidingWindow(10.0)
    for ticket in range(5):
        window.add(ticket, float(ticket))
        window.complete(ticket, float(ticket))
    assert window.delay(2, 0, 4.0) == pytest.approx(9.0)  # the fourth of the five slots is free at 13
    assert window.delay(2, 1, 4.0) == pytest.approx(10.0)


def test_a_shortened_window_has_the_same_requests() -> None:
    window = SlidingWindow(60.0)
    window.add(0, 0.0)
    window.complete(0, 0.5)
    window.add(1, 5.0)
    window.add(2, 9.0)
    short = window.shortened(10.0)
    assert (short.used(9.5), short.used(10.5), short.used(16.0)) == (3, 2, 1)
