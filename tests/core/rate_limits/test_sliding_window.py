"""Who may send when, on clocks of the tests."""

from itertools import pairwise

import pytest
from attrs import define, field
from hypothesis import given, settings
from hypothesis import strategies as st

from workos_core.rate_limits.limits import Limit
from workos_core.rate_limits.sliding_window import WORTH_LEARNING, SlidingWindow

LITTLE = 1e-6

limits = st.builds(Limit, st.integers(1, 12), st.sampled_from([0.5, 1.0, 10.0, 60.0]))
gaps = st.lists(st.one_of(st.just(0.0), st.floats(0, 3), st.floats(0, 200)), min_size=1, max_size=60)


@define
class World:
    """Lets tickets wait as the limiter does: each asks, sleeps as long as it is told, and asks again."""

    bucket: SlidingWindow
    now: float = 0.0
    answers: bool = True
    waking: dict[int, float] = field(factory=dict)
    went: list[tuple[int, float]] = field(factory=list)

    def join(self) -> int:
        ticket = self.bucket.join()
        self.ask(ticket)
        return ticket

    def ask(self, ticket: int) -> None:
        seconds = self.bucket.wait(ticket, self.now)
        assert seconds >= 0
        if seconds > 0:
            self.waking[ticket] = self.now + seconds
            return
        self.waking.pop(ticket, None)
        self.bucket.take(ticket, self.now)
        self.went.append((ticket, self.now))
        if self.answers:
            self.bucket.accepted(ticket, self.now, self.now)

    def leave(self, ticket: int) -> None:
        del self.waking[ticket]
        for earlier in self.bucket.leave(ticket):
            self.ask(earlier)

    def until(self, end: float) -> None:
        while self.waking:
            ticket, at = min(self.waking.items(), key=lambda item: (item[1], item[0]))
            if at > end:
                break
            self.now = max(self.now, at)
            self.ask(ticket)
        self.now = max(self.now, end)

    def drain(self) -> None:
        asked = 0
        while self.waking:
            self.until(min(self.waking.values()))
            asked += 1
            assert asked < 10_000, "somebody starves"


def most_in_a_stretch(times: list[float], seconds: float) -> int:
    return max((sum(start <= time < start + seconds - LITTLE for time in times) for start in times), default=0)


@given(limits, gaps)
def test_never_more_than_the_limit_first_come_first_served_and_all_get_there(
    limit: Limit, arrivals: list[float]
) -> None:
    world = World(SlidingWindow(limit, trusted=True))
    joined = []
    for gap in arrivals:
        world.until(world.now + gap)
        joined.append(world.join())
    world.drain()
    assert sorted(ticket for ticket, _ in world.went) == joined
    assert most_in_a_stretch([time for _, time in world.went], limit.seconds) <= limit.requests
    times = [time for _, time in sorted(world.went)]
    assert all(after >= before - LITTLE for before, after in pairwise(times))


@given(limits, st.integers(1, 100))
def test_all_at_once_take_as_long_as_they_must_and_no_longer(limit: Limit, number: int) -> None:
    world = World(SlidingWindow(limit, trusted=True))
    for _ in range(number):
        world.join()
    assert len(world.went) == min(number, limit.requests)  # the first stretch begins at once
    world.drain()
    assert world.now == pytest.approx((number - 1) // limit.requests * limit.seconds)


@given(limits, gaps, st.data())
def test_what_is_given_back_serves_others(limit: Limit, arrivals: list[float], data: st.DataObject) -> None:
    world = World(SlidingWindow(limit, trusted=True))
    left = 0
    for gap in arrivals:
        world.until(world.now + gap)
        world.join()
        if world.waking and data.draw(st.booleans()):
            world.leave(data.draw(st.sampled_from(sorted(world.waking))))
            left += 1
    started = world.now
    remaining = len(world.waking)
    world.drain()
    assert len(world.went) + left == len(arrivals)
    assert most_in_a_stretch([time for _, time in world.went], limit.seconds) <= limit.requests
    if remaining:  # the limit alone holds up the last one, not those who left before it
        assert world.now <= started + ((remaining - 1) // limit.requests + 2) * limit.seconds + LITTLE


def test_whole_stretches_are_won_by_those_who_stay() -> None:
    world = World(SlidingWindow(Limit(100, 1.0), trusted=True))
    tickets = [world.join() for _ in range(500)]
    for ticket in tickets[150:350]:
        world.leave(ticket)
    world.drain()
    assert (len(world.went), world.now) == (300, 2.0)


@given(limits, st.lists(st.tuples(st.floats(0, 2), st.floats(0.001, 1.0)), min_size=1, max_size=40))
def test_a_server_that_counts_on_arrival_sees_no_more_than_the_limit(
    limit: Limit, calls: list[tuple[float, float]]
) -> None:
    """Whatever part of the answer's time was the way there, as long as none took longer than the stretch."""
    world = World(SlidingWindow(limit, trusted=True), answers=False)
    arrived: list[float] = []
    for gap, latency in calls:
        latency = min(latency, limit.seconds)
        world.until(world.now + gap)
        world.join()
        world.drain()
        ticket, sent = world.went[-1]
        world.now += latency
        arrived.append(world.now)  # as late as can be
        world.bucket.accepted(ticket, sent, world.now)
    assert most_in_a_stretch(arrived, limit.seconds) <= limit.requests


@given(limits, st.floats(0, 1000), st.integers(1, 30))
def test_a_refusal_stops_all_until_the_api_says(limit: Limit, retry_after: float, number: int) -> None:
    bucket = SlidingWindow(limit, trusted=True, max_pause=60)
    first = bucket.join()
    bucket.take(first, 5.0)
    bucket.refused(first, 5.0, 6.0, retry_after)
    pause = min(retry_after, 60)
    world = World(bucket, now=6.0)
    for _ in range(number):
        world.join()
    world.drain()
    assert all(time >= 6.0 + pause - LITTLE for _, time in world.went)
    assert world.went[0][1] == pytest.approx(6.0 + pause)


@settings(deadline=None, max_examples=40)
@given(st.integers(6, 40), st.sampled_from([1.0, 2.0]), st.integers(20, 150))
def test_an_unknown_limit_is_learned(actual: int, stretch: float, number: int) -> None:
    """A server that counts from the first request on, and says how long to wait."""
    bucket = SlidingWindow(Limit(6000, 60))
    now, start, used, refused, waiting = 0.0, 0.0, 0, 0, [bucket.join() for _ in range(number)]
    in_flight: list[tuple[int, float]] = []
    accepted = steps = 0
    while waiting or in_flight:
        steps += 1
        assert steps < 20_000
        while waiting and bucket.wait(waiting[0], now) == 0 and not bucket.crowded(waiting[0], now):
            ticket = waiting.pop(0)
            bucket.take(ticket, now)
            in_flight.append((ticket, now))
        now += 0.01
        if in_flight:
            ticket, sent = in_flight.pop(0)
            if now >= start + stretch:
                start, used = now, 0
            used += 1
            if used <= actual:
                accepted += 1
                bucket.accepted(ticket, sent, now)
            else:
                refused += 1
                bucket.refused(ticket, sent, now, start + stretch - now)
                waiting.append(bucket.join())
    assert accepted == number
    stretches = now / stretch + 1
    assert refused <= 60 + 2 * stretches
    if number > 3 * actual + 60:
        assert bucket.learned is not None
        assert bucket.learned.requests <= actual * 1.5 + 2


def test_a_limit_that_was_learned_grows_back() -> None:
    bucket = SlidingWindow(Limit(100, 1.0), trusted=True)
    now = 0.0

    def send(number: int) -> None:
        for _ in range(number):
            ticket = bucket.join()
            bucket.take(ticket, now)
            bucket.accepted(ticket, now, now)

    send(50)
    ticket = bucket.join()
    bucket.take(ticket, now)
    bucket.refused(ticket, now, now, 1.0)
    assert bucket.learned == Limit(50, 1.0)
    seen = [50]
    for _ in range(200):
        now += 1.001
        if bucket.learned is None:
            break
        send(bucket.learned.requests)
        seen.append(bucket.learned.requests if bucket.learned else 100)
    assert bucket.learned is None
    assert all(after - before <= max(1, before // 50) for before, after in pairwise(seen[:-1]))


def test_few_accepted_requests_say_nothing_about_the_limit() -> None:
    bucket = SlidingWindow(Limit(100, 1.0))
    for _ in range(WORTH_LEARNING - 1):
        ticket = bucket.join()
        bucket.take(ticket, 0.0)
        bucket.accepted(ticket, 0.0, 0.0)
    ticket = bucket.join()
    bucket.take(ticket, 0.0)
    bucket.refused(ticket, 0.0, 0.0, None)
    assert bucket.learned is None
    assert bucket.wait(bucket.join(), 0.0) == 1.0


def test_a_request_without_answer_counts_longer_since_it_may_arrive_late() -> None:
    bucket = SlidingWindow(Limit(2, 1.0), trusted=True)
    first, second = bucket.join(), bucket.join()
    bucket.take(first, 0.0)
    bucket.take(second, 0.1)
    bucket.accepted(second, 0.1, 0.2)
    third, fourth = bucket.join(), bucket.join()
    assert bucket.wait(third, 1.25) == 0  # the second counts no more
    assert bucket.wait(fourth, 1.25) == pytest.approx(0.75)
    bucket.accepted(first, 0.0, 1.3)  # but a second after it was sent is the latest
    assert bucket.wait(fourth, 1.3) == pytest.approx(0.7)
    assert bucket.wait(fourth, 2.0) == 0


def test_few_go_at_once_before_there_were_answers() -> None:
    bucket = SlidingWindow(Limit(6000, 60))
    tickets = [bucket.join() for _ in range(100)]
    for ticket in tickets[:24]:
        assert not bucket.crowded(ticket, 0.0)
        bucket.take(ticket, 0.0)
    assert bucket.crowded(tickets[24], 0.0)
    assert bucket.wait(tickets[24], 0.0) == 0
    bucket.accepted(tickets[0], 0.0, 0.1)
    assert not bucket.crowded(tickets[24], 0.1)
    assert bucket.crowded(tickets[26], 0.1)
    assert not bucket.crowded(tickets[40], 1.0)  # an answer that is slow holds nobody up


def test_a_bucket_that_counts_nothing_may_be_forgotten() -> None:
    bucket = SlidingWindow(Limit(2, 10))
    assert bucket.idle(0.0)
    ticket = bucket.join()
    assert not bucket.idle(0.0)
    bucket.take(ticket, 0.0)
    bucket.accepted(ticket, 0.0, 0.1)
    assert not bucket.idle(9.0)
    assert bucket.idle(11.0)
