"""A client with one rate-limit scope and a server, on a simulated clock."""

import heapq
import math
from collections import deque
from collections.abc import Callable

from attrs import field, frozen

from workos_core.rate_limits.limits import Limit
from workos_core.rate_limits.scope_state import ScopeState

Verdict = float | bool | None
"""True: accepted. A number or None: a 429 with that `Retry-After`."""
Server = Callable[[float], Verdict]
STEP = 0.005


@frozen
class Result:
    """The results of the calls.

    Attributes:
        delays: Seconds from the start of each call to its response.
        rejected: How many 429s there were.
        seconds: When the last response arrived.
        state: The scope in the end.
    """

    delays: list[float] = field(repr=False)
    rejected: int
    seconds: float
    state: ScopeState = field(repr=False)

    @property
    def median(self) -> float:
        """The median delay."""
        return sorted(self.delays)[len(self.delays) // 2]


def simulate(
    server: Server, arrivals: list[float], *, latency: float = 0.05, limit: Limit | None = None, trusted: bool = False
) -> Result:
    """Make calls at the given times; a rejected call is sent again, first in the queue."""
    state = ScopeState(limit or Limit(6000, 60), trusted=trusted)
    coming, waiting = deque(arrivals), deque[float]()
    in_flight: list[tuple[float, int, float, float, Verdict]] = []
    delays: list[float] = []
    now, ticket, rejected = 0.0, 0, 0
    while coming or waiting or in_flight:
        while coming and coming[0] <= now:
            waiting.append(coming.popleft())
        while in_flight and in_flight[0][0] <= now:
            _, number, sent, started, verdict = heapq.heappop(in_flight)
            if verdict is True:
                state.record_success(number, now)
                delays.append(now - started)
            else:
                rejected += 1
                state.record_rate_limited(number, sent, now, verdict)
                waiting.appendleft(started)
        while waiting and state.delay(0, now) == 0 and not state.is_at_capacity(0, now):
            ticket += 1
            state.admit(ticket, now)
            heapq.heappush(in_flight, (now + latency, ticket, now, waiting.popleft(), server(now + latency / 2)))
        now += STEP
        assert now < 3600, "the calls do not end"
    return Result(delays, rejected, now, state)


def steady(rate: float, seconds: float) -> list[float]:
    """Return the times of calls at a steady rate."""
    return [number / rate for number in range(int(rate * seconds))]


def accept_all(now: float) -> Verdict:
    """Accept every request."""
    return True


def reject_once(number: int, retry_after: float) -> Server:
    """Reject the request of that number, for a reason that has nothing to do with the client."""
    count = 0

    def server(now: float) -> Verdict:
        nonlocal count
        count += 1
        return retry_after if count == number else True

    return server


def reject_every(seconds: float, retry_after: float | None) -> Server:
    """Reject a request every so often, whatever the client does."""
    next_at = 5.0

    def server(now: float) -> Verdict:
        nonlocal next_at
        if now < next_at:
            return True
        next_at = now + seconds
        return retry_after

    return server


def fixed_window(requests: int, seconds: float) -> Server:
    """Allow `requests` requests in each window of `seconds` seconds; `Retry-After` is in whole seconds."""
    window = used = -1

    def server(now: float) -> Verdict:
        nonlocal window, used
        current = int(now // seconds)
        if current != window:
            window, used = current, 0
        used += 1
        return True if used <= requests else float(math.ceil((current + 1) * seconds - now))

    return server


def sliding_window(requests: int, seconds: float) -> Server:
    """Allow `requests` requests in any window of `seconds` seconds; `Retry-After` is in whole seconds."""
    accepted: deque[float] = deque()

    def server(now: float) -> Verdict:
        while accepted and accepted[0] <= now - seconds:
            accepted.popleft()
        if len(accepted) < requests:
            accepted.append(now)
            return True
        return float(math.ceil(accepted[0] + seconds - now))

    return server


def token_bucket(rate: float, capacity: float) -> Server:
    """Refill so many tokens per second; `Retry-After` is in whole seconds."""
    tokens, filled = capacity, 0.0

    def server(now: float) -> Verdict:
        nonlocal tokens, filled
        tokens, filled = min(capacity, tokens + (now - filled) * rate), now
        if tokens >= 1:
            tokens -= 1
            return True
        return float(math.ceil((1 - tokens) / rate))

    return server
