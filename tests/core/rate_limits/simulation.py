"""A client with one rate-limit scope and a server, on a simulated clock."""

import heapq
import math
from collections import deque
from random import Random

from attrs import field, frozen

from workos_core.rate_limits.limits import Limit
from workos_core.rate_limits.scope_state import ScopeState

from .servers import Server, Verdict

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
    server: Server,
    arrivals: list[float],
    *,
    latency: float = 0.05,
    jitter: float = 0.0,
    round_trip: float = math.inf,
    limit: Limit | None = None,
    trusted: bool = False,
) -> Result:
    """Make calls at the given times; a rejected call is sent again, first in the queue.

    Args:
        server: The server.
        arrivals: When the calls are made.
        latency: Seconds from a request to its response.
        round_trip: Seconds of it that the network takes, at most: the server decides after half of them, and a 429 takes no longer.
        jitter: Seconds by which the response to an accepted request is later, at most, so that responses arrive in another order.
        limit: The limit that the client knows.
        trusted: Whether it is certainly the one in force.
    """
    random = Random(1)
    travel = min(latency, round_trip)
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
        while waiting and state.delay(0, now) == 0 and state.capacity_delay(0, now) == 0:
            ticket += 1
            state.admit(ticket, now)
            verdict = server(now + travel / 2)
            delay = latency + random.uniform(0, jitter) if verdict is True else travel
            heapq.heappush(in_flight, (now + delay, ticket, now, waiting.popleft(), verdict))
        now += STEP
        assert now < 3600, "the calls do not end"
    return Result(delays, rejected, now, state)


def steady(rate: float, seconds: float) -> list[float]:
    """Return the times of calls at a steady rate."""
    return [number / rate for number in range(int(rate * seconds))]
