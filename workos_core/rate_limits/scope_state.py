"""The state of one rate-limit scope: who may send when. It reads no clock; times are passed in as `now`, in seconds."""

import math

from attrs import evolve, frozen

from workos_core.rate_limits.learned_limit import MAX_HOLD, LearnedLimit
from workos_core.rate_limits.limits import Limit
from workos_core.rate_limits.sliding_window import SlidingWindow
from workos_core.rate_limits.slow_start import RATE_PERIOD, SlowStart

DEFAULT_PAUSE = 1.0
"""Seconds to pause after a 429 without `Retry-After`. The pause doubles while nothing is accepted in between."""
SIMILAR = 2.0
"""Two request rates are similar if neither is more than this many times the other."""
FORGET_AFTER = 300.0
"""Seconds after which a 429 no longer counts as one that recurs."""
SUSPENDED_FOR = 60.0
"""Seconds for which no limit is lowered after lowering one turned out to be of no use."""
CORRECTION = 0.75
"""The factor that corrects a learned limit, if a 429 arrives while it is held and at least this part of it is used."""
MAX_CORRECTIONS = 2
HEADROOM = 1.25
"""The factor by which a limit that was learned from the average rate exceeds it, so that calls that waited can catch up."""
AVERAGE_OVER = 40.0
"""Seconds over which the average rate is measured at least, if 429s have recurred for as long."""
MIN_AVERAGE_OVER = 5.0
"""Seconds that an average must cover at least to be used."""
MIN_DURATION = 1.0
MAX_WINDOW = 60.0


@frozen
class _Episode:
    """What the API accepted between the end of one pause and the 429 that led to the next.

    Attributes:
        accepted: How many requests.
        seconds: From the first request to the 429.
        rejected: When the 429 arrived.
        ended: When the pause after it ends.
    """

    accepted: int
    seconds: float
    rejected: float
    ended: float

    @property
    def rate(self) -> float:
        return self.accepted / max(self.seconds, MIN_DURATION)

    def is_similar(self, other: "_Episode") -> bool:
        if other.accepted == self.accepted:
            return True
        low, high = sorted((self.rate, other.rate))
        return low > 0 and high / low <= SIMILAR


class ScopeState:
    """One limit for one key.

    After a 429, requests pause for as long as `Retry-After` says. One 429 changes nothing beyond that. If 429s recur after the pause at
    a similar request rate of our own, the most requests that were accepted in a window since the pause become the limit; it is held for a
    while, then doubles every window without a 429 until it no longer restricts. The most, not the average: a limit that the calls reached is
    found either way, and where others cause the 429s, the calls that waited during the pause still catch up.

    Args:
        limit: The documented limit; None for an endpoint without one, which has only pauses and learned limits.
        trusted: Whether the limit is certainly the one in force, so that no slow start is needed.
        max_pause: The longest pause in seconds, whatever `Retry-After` says.
    """

    def __init__(self, limit: Limit | None, *, trusted: bool = False, max_pause: float = 60.0) -> None:
        self.limit = limit
        self.learned: LearnedLimit | None = None
        self._max_pause = max_pause
        self._max_window = MAX_WINDOW if limit is None else limit.seconds
        self._window = SlidingWindow(self._max_window)
        self._learned_window: SlidingWindow | None = None
        self._slow_start = SlowStart(enabled=limit is not None and not trusted)
        self._paused_until = -math.inf
        self._started: float | None = None  # the first request of the present episode
        self._accepted = 0
        self._busiest = 0  # the most requests in a window of full length, in the present episode
        self._total = 0  # accepted requests, in all episodes
        self._rejections: list[tuple[float, int]] = []  # when 429s ended episodes, and the total then
        self._latest: _Episode | None = None
        self._rejected_in_a_row = 0
        self._futile_pauses = 0
        self._pause = 0.0  # the length of the latest pause
        self._asks_for_longer = False  # whether the latest 429 asked for a longer pause than the longest
        self._learns_from = -math.inf
        self._counted_late: float = (
            -math.inf
        )  # until when 429s correct a limit that counts requests in flight as accepted
        self._corrections = 0
        self._held: int | None = None  # the level from which the learned limit recovered too far

    @property
    def paused_until(self) -> float:
        """When the pause after the latest 429 ends."""
        return self._paused_until

    @property
    def futile_pauses(self) -> int:
        """How many pauses in a row, of a second or longer, ended with another 429 although no request was accepted since the one before."""
        return self._futile_pauses

    @property
    def is_exhausted(self) -> bool:
        """Whether the API has asked for a longer pause than the longest again, after the end of one."""
        return self._asks_for_longer and self._futile_pauses > 0 and not self._accepted

    def window_size(self, now: float) -> int:
        """Return how many requests the tightest limit allows in its window."""
        sizes = [1 << 30 if self.limit is None else self.limit.requests]
        learned = self._current_learned(now)
        if learned is not None:
            sizes.append(learned.requests_at(now))
        return min(sizes)

    def delay(self, ahead: int, now: float) -> float:
        """Return the seconds until a request can be sent, as far as is known; 0.0 if it can be sent now.

        Args:
            ahead: How many waiting requests are sent before it.
            now: The time.
        """
        delay = self._paused_until - now
        if self.limit is not None:
            delay = max(delay, self._window.delay(self.limit.requests, ahead, now))
        learned = self._current_learned(now)
        if learned is not None and self._learned_window is not None:
            delay = max(delay, self._learned_window.delay(learned.requests_at(now), ahead, now))
        return max(0.0, delay)

    def used(self, now: float) -> int:
        """Return how many requests count toward the limit."""
        return self._window.used(now)

    def times(self, now: float) -> list[float]:
        """Return when each request that counts toward the limit was counted, or will be at the latest."""
        return self._window.times(now)

    def capacity_delay(self, ahead: int, now: float) -> float:
        """Return the seconds for which slow start keeps a request waiting at most; 0.0 if it does not.

        Args:
            ahead: How many waiting requests are sent before it.
            now: The time.
        """
        return self._slow_start.delay(ahead, now)

    @property
    def is_slow_start_tentative(self) -> bool:
        """Whether slow start keeps requests waiting although no 429 has shown that it should."""
        return self._slow_start.is_tentative

    def admit(self, ticket: int, now: float) -> None:
        """Count a request that is sent now."""
        if self._started is None and now >= self._paused_until:  # not one that was sent before the pause
            self._started = now
        self._slow_start.add(ticket, now)
        for window in self._windows():
            window.add(ticket, now)

    def postpone(self, ticket: int, admitted: float, now: float) -> None:
        """Record that a request is sent later than it was admitted, since another scope held it up."""
        self.cancel(ticket, admitted, now)
        self._slow_start.add(ticket, now)
        for window in self._windows():
            window.add(ticket, now)

    def cancel(self, ticket: int, admitted: float, now: float) -> None:
        """Record that an admitted request is not sent."""
        self._slow_start.remove(ticket)
        for window in self._windows():
            window.remove(ticket, admitted, now)

    def record_failure(self, ticket: int, now: float) -> None:
        """Record that no response will arrive. The API may have counted the request."""
        self._slow_start.remove(ticket)
        for window in self._windows():
            window.complete(ticket, now)

    def record_success(self, ticket: int, now: float) -> None:
        """Record a response other than a 429."""
        for window in self._windows():
            window.complete(ticket, now)
        self._slow_start.record_success(ticket)
        self._accepted += 1
        self._total += 1
        self._busiest = max(self._busiest, self._window.counted(now))

    def record_rate_limited(self, ticket: int, sent: float, now: float, retry_after: float | None) -> bool:
        """Record a 429. Return whether the limit was lowered.

        Args:
            ticket: The ticket of the request.
            sent: When it was sent.
            now: When the response arrived.
            retry_after: The value of `Retry-After` in seconds, or None.
        """
        self.cancel(ticket, sent, now)
        lowered = False
        is_first = self._started is not None and sent >= self._started and sent >= self._paused_until
        if is_first:
            self._rejected_in_a_row = 1 if self._accepted else self._rejected_in_a_row + 1
            if self._accepted:
                self._futile_pauses = 0
            elif self._pause >= MIN_DURATION:
                self._futile_pauses += 1
        if retry_after is None:
            retry_after = DEFAULT_PAUSE * 2.0 ** min(self._rejected_in_a_row - 1, 16)
        pause = min(max(0.0, retry_after), self._max_pause)
        self._asks_for_longer = retry_after > self._max_pause
        if is_first:  # the others were in flight when the first 429 arrived
            self._pause = pause
            lowered = self._end_episode(sent, now, pause)
        elif self.learned is not None and now < self._counted_late:
            self.learned = evolve(self.learned, requests=max(1, self.learned.requests - 1))
        self.pause(now + pause)
        return lowered

    def resume(self, other: "ScopeState") -> None:
        """Take over the present episode of a wider scope, of which this one is a part that was not observed until now."""
        self._started, self._accepted = other._started, other._accepted

    def pause(self, until: float) -> None:
        """Pause until a time."""
        self._paused_until = max(self._paused_until, until)

    def learn(self, learned: LearnedLimit) -> None:
        """Adopt a learned limit."""
        self.learned = learned
        self._learned_window = self._window.shortened(learned.seconds)

    def is_idle(self, now: float) -> bool:
        """Return whether the state can be dropped without losing anything."""
        return (
            not self._window.used(now)
            and self._paused_until <= now
            and self._current_learned(now) is None
            and (self._latest is None or now - self._latest.ended > FORGET_AFTER)
        )

    def _windows(self) -> tuple[SlidingWindow, ...]:
        return (self._window,) if self._learned_window is None else (self._window, self._learned_window)

    def _current_learned(self, now: float) -> LearnedLimit | None:
        learned = self.learned
        if learned is not None and learned.has_recovered(now, None if self.limit is None else self.limit.requests):
            self.learned = self._learned_window = learned = None
        return learned

    def _average(self, seconds: float, now: float) -> int | None:
        """Return how many requests the API accepted on average in a period of this length, pauses included, since 429s recur.

        In the long run, that is what a true limit allows, however it is enforced and in which order responses arrive. Returns None before
        it can be measured.
        """
        while len(self._rejections) > 1 and self._rejections[1][0] <= now - AVERAGE_OVER:
            del self._rejections[0]
        since, total = self._rejections[0]
        return None if now - since < MIN_AVERAGE_OVER else round((self._total - total) * seconds / (now - since))

    def _end_episode(self, sent: float, now: float, pause: float) -> bool:
        """Close the present episode; lower the limit if the previous one ended like it."""
        assert self._started is not None
        started, busiest = self._started, self._busiest
        episode = _Episode(self._accepted, now - started, now, now + pause)
        previous, self._latest = self._latest, episode
        self._started, self._accepted, self._busiest = None, 0, 0
        recent, period = max(started, now - self._max_window), min(RATE_PERIOD, self._max_window)
        self._slow_start.restart(self._window.busiest(period, recent, now), period, now)
        if previous is None or now - previous.ended > FORGET_AFTER:
            self._rejections.clear()
        self._rejections.append((now, self._total))
        learned = self._current_learned(now)
        if learned is not None and learned.requests_at(sent) == learned.requests:
            if self._corrections >= MAX_CORRECTIONS:
                # 429s recur whatever the limit is: others cause them, so a lower limit is of no use
                self.learned = self._learned_window = self._latest = None
                self._learns_from = now + SUSPENDED_FOR
                return False
            self._corrections += 1
            requests = self._average(learned.seconds, now)
            if requests is None:  # the level that was held before, since few responses have arrived after the pause
                requests = min(int(learned.requests * CORRECTION), self._held or learned.requests)
            elif self._window.busiest(learned.seconds, sent - learned.seconds, now) < CORRECTION * learned.requests:
                # The limit was not used, so it was learned from an exception, such as a burst.
                requests = round(requests * HEADROOM)
            else:
                requests = min(requests, int(learned.requests * CORRECTION))
            self.learn(evolve(learned, requests=max(1, requests), since=now + pause))
            return True
        self._corrections, self._held = 0, None
        if learned is not None:  # it recovered too far: back to the last level that held, for longer
            requests, hold = learned.requests_at(sent) // 2, min(MAX_HOLD, 2 * learned.hold)
            self._held = learned.requests
            self.learn(evolve(learned, requests=requests, since=now + pause, hold=hold))
            return True
        if (
            previous is None
            or not episode.accepted
            or now - previous.ended > FORGET_AFTER
            or now < self._learns_from
            or not episode.is_similar(previous)
        ):
            return False
        shortest = min(pause, previous.ended - previous.rejected)  # `Retry-After` is often rounded up
        seconds = min(
            max(shortest, MIN_DURATION), self._max_window
        )  # at most the window over which requests are counted
        if seconds < self._max_window:
            busiest = self._window.busiest(seconds, started, now)
        # In threads, a 429 often arrives before earlier responses: what is in flight counts as accepted until it is rejected, too.
        recent = self._window.busiest(seconds, max(started, now - seconds), now) + self._window.in_flight(now)
        busiest = max(busiest, recent)
        learned = LearnedLimit(max(1, busiest), seconds, now + pause)
        if self.limit is not None and learned.has_recovered(now, self.limit.requests):
            return False
        self._counted_late = now + pause
        self.learn(learned)
        return True
