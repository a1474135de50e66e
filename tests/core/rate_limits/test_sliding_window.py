"""Sliding windows, on a simulated clock."""

from itertools import pairwise

import pytest
from attrs import define, field
from hypothesis import given, settings
from hypothesis import strategies as st

from workos_core.rate_limits.learned_limit import MIN_ACCEPTED
from workos_core.rate_limits.limits import Limit
from workos_core.rate_limits.sliding_window import SlidingWindow

TOLERANCE = 1e-6

limits = st.builds(Limit, st.integers(1, 12), st.sampled_from([0.5, 1.0, 10.0, 60.0]))
gaps = st.lists(st.one_of(st.just(0.0), st.floats(0, 3), st.floats(0, 200)), min_size=1, max_size=60)


@define
class Simulation:
    """A simulation of the limiter: each ticket tries to be admitted, waits for the estimated delay, and tries again."""

    window: SlidingWindow
    now: float = 0.0
    responds: bool = True
    waiting: dict[int, float] = field(factory=dict)
    admitted: list[tuple[int, float]] = field(factory=list)

    def enqueue(self) -> int:
        ticket = self.window.enqueue()
        self.try_admit(ticket)
        return ticket

    def try_admit(self, ticket: int) -> None:
        delay = self.window.delay(ticket, self.now)
        assert delay >= 0
        if delay > 0:
            self.waiting[ticket] = self.now + delay
            return
        self.waiting.pop(ticket, None)
        self.window.admit(ticket, self.now)
        self.admitted.append((ticket, self.now))
        if self.responds:
            self.window.record_success(ticket, self.now, self.now)

    def dequeue(self, ticket: int) -> None:
        del self.waiting[ticket]
        for earlier in self.window.dequeue(ticket):
            self.try_admit(earlier)

    def run_until(self, end: float) -> None:
        while self.waiting:
            ticket, at = min(self.waiting.items(), key=lambda item: (item[1], item[0]))
            if at > end:
                break
            self.now = max(self.now, at)
            self.try_admit(ticket)
        self.now = max(self.now, end)

    def run(self) -> None:
        steps = 0
        while self.waiting:
            self.run_until(min(self.waiting.values()))
            steps += 1
            assert steps < 10_000, "a ticket is never admitted"


def max_in_a_window(times: list[float], seconds: float) -> int:
    return max((sum(start <= time < start + seconds - TOLERANCE for time in times) for start in times), default=0)


@given(limits, gaps)
def test_limit_is_never_exceeded_and_tickets_are_admitted_in_order(limit: Limit, arrivals: list[float]) -> None:
    simulation = Simulation(SlidingWindow(limit, trusted=True))
    tickets = []
    for gap in arrivals:
        simulation.run_until(simulation.now + gap)
        tickets.append(simulation.enqueue())
    simulation.run()
    assert sorted(ticket for ticket, _ in simulation.admitted) == tickets
    assert max_in_a_window([time for _, time in simulation.admitted], limit.seconds) <= limit.requests
    times = [time for _, time in sorted(simulation.admitted)]
    assert all(after >= before - TOLERANCE for before, after in pairwise(times))


@given(limits, st.integers(1, 100))
def test_burst_takes_the_minimum_time(limit: Limit, number: int) -> None:
    simulation = Simulation(SlidingWindow(limit, trusted=True))
    for _ in range(number):
        simulation.enqueue()
    assert len(simulation.admitted) == min(number, limit.requests)  # the first window starts immediately
    simulation.run()
    assert simulation.now == pytest.approx((number - 1) // limit.requests * limit.seconds)


@given(limits, gaps, st.data())
def test_dequeued_slots_are_used_by_others(limit: Limit, arrivals: list[float], data: st.DataObject) -> None:
    simulation = Simulation(SlidingWindow(limit, trusted=True))
    dequeued = 0
    for gap in arrivals:
        simulation.run_until(simulation.now + gap)
        simulation.enqueue()
        if simulation.waiting and data.draw(st.booleans()):
            simulation.dequeue(data.draw(st.sampled_from(sorted(simulation.waiting))))
            dequeued += 1
    started = simulation.now
    remaining = len(simulation.waiting)
    simulation.run()
    assert len(simulation.admitted) + dequeued == len(arrivals)
    assert max_in_a_window([time for _, time in simulation.admitted], limit.seconds) <= limit.requests
    if remaining:  # only the limit delays the last ticket, not tickets dequeued before it
        assert simulation.now <= started + ((remaining - 1) // limit.requests + 2) * limit.seconds + TOLERANCE


def test_dequeued_tickets_save_whole_windows() -> None:
    simulation = Simulation(SlidingWindow(Limit(100, 1.0), trusted=True))
    tickets = [simulation.enqueue() for _ in range(500)]
    for ticket in tickets[150:350]:
        simulation.dequeue(ticket)
    simulation.run()
    assert (len(simulation.admitted), simulation.now) == (300, 2.0)


@given(limits, st.lists(st.tuples(st.floats(0, 2), st.floats(0.001, 1.0)), min_size=1, max_size=40))
def test_server_that_counts_on_arrival_sees_no_more_than_the_limit(
    limit: Limit, calls: list[tuple[float, float]]
) -> None:
    """Whatever part of a response time is transit to the server, if it is not longer than the window."""
    simulation = Simulation(SlidingWindow(limit, trusted=True), responds=False)
    arrived: list[float] = []
    for gap, latency in calls:
        latency = min(latency, limit.seconds)
        simulation.run_until(simulation.now + gap)
        simulation.enqueue()
        simulation.run()
        ticket, sent = simulation.admitted[-1]
        simulation.now += latency
        arrived.append(simulation.now)  # the latest possible time
        simulation.window.record_success(ticket, sent, simulation.now)
    assert max_in_a_window(arrived, limit.seconds) <= limit.requests


@given(limits, st.floats(0, 1000), st.integers(1, 30))
def test_429_pauses_all_tickets_for_retry_after(limit: Limit, retry_after: float, number: int) -> None:
    window = SlidingWindow(limit, trusted=True, max_pause=60)
    first = window.enqueue()
    window.admit(first, 5.0)
    window.record_rate_limited(first, 5.0, 6.0, retry_after)
    pause = min(retry_after, 60)
    simulation = Simulation(window, now=6.0)
    for _ in range(number):
        simulation.enqueue()
    simulation.run()
    assert all(time >= 6.0 + pause - TOLERANCE for _, time in simulation.admitted)
    assert simulation.admitted[0][1] == pytest.approx(6.0 + pause)


@settings(deadline=None, max_examples=40)
@given(st.integers(6, 40), st.sampled_from([1.0, 2.0]), st.integers(20, 150))
def test_lower_limit_is_learned(actual: int, seconds: float, number: int) -> None:
    """Against a server with fixed windows that sends Retry-After."""
    window = SlidingWindow(Limit(6000, 60))
    now, start, used, rate_limited, waiting = 0.0, 0.0, 0, 0, [window.enqueue() for _ in range(number)]
    in_flight: list[tuple[int, float]] = []
    accepted = steps = 0
    while waiting or in_flight:
        steps += 1
        assert steps < 20_000
        while waiting and window.delay(waiting[0], now) == 0 and not window.is_at_capacity(waiting[0], now):
            ticket = waiting.pop(0)
            window.admit(ticket, now)
            in_flight.append((ticket, now))
        now += 0.01
        if in_flight:
            ticket, sent = in_flight.pop(0)
            if now >= start + seconds:
                start, used = now, 0
            used += 1
            if used <= actual:
                accepted += 1
                window.record_success(ticket, sent, now)
            else:
                rate_limited += 1
                window.record_rate_limited(ticket, sent, now, start + seconds - now)
                waiting.append(window.enqueue())
    assert accepted == number
    windows = now / seconds + 1
    assert rate_limited <= 60 + 2 * windows
    if number > 3 * actual + 60:
        assert window.learned.current is not None
        assert window.learned.current.requests <= actual * 1.5 + 2


def test_learned_limit_recovers() -> None:
    window = SlidingWindow(Limit(100, 1.0), trusted=True)
    now = 0.0

    def send(number: int) -> None:
        for _ in range(number):
            ticket = window.enqueue()
            window.admit(ticket, now)
            window.record_success(ticket, now, now)

    send(50)
    ticket = window.enqueue()
    window.admit(ticket, now)
    window.record_rate_limited(ticket, now, now, 1.0)
    assert window.learned.current == Limit(50, 1.0)
    learned = [50]
    for _ in range(200):
        now += 1.001
        if window.learned.current is None:
            break
        send(window.learned.current.requests)
        learned.append(window.learned.current.requests if window.learned.current else 100)
    assert window.learned.current is None
    assert all(after - before <= max(1, before // 50) for before, after in pairwise(learned[:-1]))


def test_limit_is_not_learned_from_few_accepted_requests() -> None:
    window = SlidingWindow(Limit(100, 1.0))
    for _ in range(MIN_ACCEPTED - 1):
        ticket = window.enqueue()
        window.admit(ticket, 0.0)
        window.record_success(ticket, 0.0, 0.0)
    ticket = window.enqueue()
    window.admit(ticket, 0.0)
    window.record_rate_limited(ticket, 0.0, 0.0, None)
    assert window.learned.current is None
    assert window.delay(window.enqueue(), 0.0) == 1.0


def test_request_without_a_response_counts_longer() -> None:
    window = SlidingWindow(Limit(2, 1.0), trusted=True)
    first, second = window.enqueue(), window.enqueue()
    window.admit(first, 0.0)
    window.admit(second, 0.1)
    window.record_success(second, 0.1, 0.2)
    third, fourth = window.enqueue(), window.enqueue()
    assert window.delay(third, 1.25) == 0  # the second no longer counts
    assert window.delay(fourth, 1.25) == pytest.approx(0.75)
    window.record_success(first, 0.0, 1.3)  # it counts from a second after it was sent at the latest
    assert window.delay(fourth, 1.3) == pytest.approx(0.7)
    assert window.delay(fourth, 2.0) == 0


def test_slow_start() -> None:
    window = SlidingWindow(Limit(6000, 60))
    tickets = [window.enqueue() for _ in range(100)]
    for ticket in tickets[:24]:
        assert not window.is_at_capacity(ticket, 0.0)
        window.admit(ticket, 0.0)
    assert window.is_at_capacity(tickets[24], 0.0)
    assert window.delay(tickets[24], 0.0) == 0
    window.record_success(tickets[0], 0.0, 0.1)
    assert not window.is_at_capacity(tickets[24], 0.1)
    assert window.is_at_capacity(tickets[26], 0.1)
    assert not window.is_at_capacity(tickets[40], 1.0)  # slow responses do not delay other requests


def test_idle_window() -> None:
    window = SlidingWindow(Limit(2, 10))
    assert window.is_idle(0.0)
    ticket = window.enqueue()
    assert not window.is_idle(0.0)
    window.admit(ticket, 0.0)
    window.record_success(ticket, 0.0, 0.1)
    assert not window.is_idle(9.0)
    assert window.is_idle(11.0)
