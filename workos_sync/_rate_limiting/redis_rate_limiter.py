# Generated from workos_async/_rate_limiting/redis_rate_limiter.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The rate limits of several processes and hosts, scopes_of together in Redis."""

import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from hashlib import sha256
from typing import Any

from workos_core.errors import StoreUnavailableError
from workos_core.http.hooks import RateLimitInfo, RequestInfo, logger
from workos_core.http.requests import Request
from workos_core.rate_limits.limits import Limit
from workos_core.rate_limits.redis_scripts import ANSWERED, ASK, LEAVE, REFUSED, SENT
from workos_core.rate_limits.scopes import ClientIdentity, RateLimitScope
from workos_core.rate_limits.sliding_window import counted_from, pause_after
from workos_sync._concurrency.shielding import run_shielded
from workos_sync._concurrency.sleep import sleep
from workos_sync._rate_limiting.permit import RateLimitPermit
from workos_sync._rate_limiting.rate_limiter import RateLimiter, tell, timed_out
from workos_sync._redis import Redis, RedisClient

REST = 5.0
"""Seconds for which Redis is left alone after it failed."""

_AHEAD = 0.25
"""Seconds; who has to wait no longer than that need not ask again, if it is sure by then. Who dies meanwhile has used up a request."""

_GRACE = 3.0  # seconds until the ticket of a process that died is given up
_WORTH_TELLING = (
    0.02  # of a stretch: if a request can't count so much later than it was sent, it is taken to count at the latest
)


class RedisRateLimiter(RateLimiter):
    """Keeps the requests of several processes and hosts under the rate limits of the API, scopes_of together in Redis.

    It does all that `RateLimiter` does, and for each limit asks Redis, in one atomic step, whether it is the turn of a request among
    those of all who share the server. A pause after a refusal holds for all of them; a limit that turns out to be lower than documented
    is learned by each process for its own share.

    While Redis can't be reached, requests are sent as `RateLimiter` lets them, with one warning in the log; Redis is asked again after
    some seconds. Needs the extra `redis`.

    Args:
        redis: The URL of a server (`redis://`, `rediss://` or `unix://`), or a `redis.Redis` of yours, which you close. Give it a
            socket timeout: requests wait for it.
        limits: As for `RateLimiter`, and the same in all processes.
        max_wait: As for `RateLimiter`.
        max_pause: As for `RateLimiter`.
        prefix: What the names of all keys in Redis begin with.
        clock: Seconds on a clock that never jumps.

    Raises:
        ConfigurationError: redis-py is missing, or a limit can't be.
    """

    def __init__(
        self,
        redis: str | RedisClient,
        limits: Mapping[str, tuple[int, float] | None] | None = None,
        *,
        max_wait: float | None = None,
        max_pause: float = 60.0,
        prefix: str = "workos:limits:",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(limits, max_wait=max_wait, max_pause=max_pause, clock=clock)
        self._redis = Redis(redis)
        self._prefix = prefix
        self._rests_until = float("-inf")
        self._failing = False

    def close(self) -> None:
        """Close the connections to Redis, if they are not yours. Clients don't, since they may share the limiter."""
        self._redis.close()

    def turn(
        self,
        request: Request,
        identity: ClientIdentity,
        info: RequestInfo,
        remaining: float | None,
        on_wait: Callable[[RateLimitInfo], Any] | None,
    ) -> RateLimitPermit:
        """Wait until a request may be sent; see `RateLimiter.turn`."""
        turn = RedisPermit(self, self._clock)
        ends = self._ends(remaining)
        places = self._scopes(request, identity)
        try:
            for where in places:
                self._pass(turn, where, info, ends, on_wait)
            for where in places:
                self._ask(turn, where, info, ends, on_wait)
        except BaseException:
            turn.leave_unsent()
            raise
        turn.go()
        return turn

    def _ask(
        self,
        turn: "RedisPermit",
        where: RateLimitScope,
        info: RequestInfo,
        ends: float | None,
        on_wait: Callable[[RateLimitInfo], Any] | None,
    ) -> None:
        limit = self.limits[where.name]
        place = RedisSlot(self._keys(where), limit.seconds)
        turn.shared.append(place)
        told = passed = False
        while not passed:
            left = None if ends is None else ends - self._clock()
            ahead = _AHEAD if left is None else min(_AHEAD, max(left, 0.0))
            # To the end: who is cancelled meanwhile would not know the ticket, and could not give it back.
            seconds, passed = run_shielded(partial(self._step, turn, place, limit, ahead))
            if seconds <= 0:
                continue
            if left is not None and seconds >= left:
                raise timed_out(where.name, seconds)
            if not told:
                told = True
                tell(RateLimitInfo(info, where.name, seconds), on_wait)
            sleep(seconds)
        if told:  # the narrower limits let it through some time ago
            for earlier in turn.shared[:-1]:
                self.run(SENT, earlier, earlier.ticket, earlier.settled)

    def _step(self, turn: "RedisPermit", place: "RedisSlot", limit: Limit, ahead: float) -> tuple[float, bool]:
        """Ask for how many seconds a request has to wait, and whether it may be sent then."""
        arguments = limit.requests, limit.seconds, place.ticket, _GRACE, place.settled, place.open, ahead
        answer = self.run(ASK, place, *arguments)
        if answer is None:
            return 0.0, True
        place.ticket = int(answer[0])
        if turn.given_up:
            self.run(LEAVE, place, place.ticket)
        return float(answer[1]), answer[2] == 1

    def _keys(self, where: RateLimitScope) -> list[str]:
        # Braces keep the five in one slot of a cluster.
        base = f"{self._prefix}{{{where.name}:{sha256(where.key.encode()).hexdigest()[:32]}}}"
        return [f"{base}:{part}" for part in ("queue", "alive", "times", "state", "open")]

    def run(self, script: str, place: "RedisSlot", *arguments: float) -> Any:
        """Run a script, unless Redis can't be reached: then None."""
        if self._clock() < self._rests_until:
            return None
        try:
            answer = self._redis.eval(script, place.keys, arguments)
        except StoreUnavailableError as error:
            self._rests_until = self._clock() + REST
            if not self._failing:
                logger.warning("rate limits are not shared with other processes for now: %s", error)
            self._failing = True
            return None
        if self._failing:
            logger.info("rate limits are shared with other processes again")
        self._failing = False
        return [] if answer is None else answer

    def pause(self, retry_after: float | None) -> float:
        """Seconds to wait after a refusal."""
        return pause_after(retry_after, self._max_pause)


class RedisSlot:
    """Where a request waits, or waited, in Redis.

    Attributes:
        keys: The names of the keys.
        seconds: The stretch of the limit.
        ticket: What was drawn there; 0 before that.
        settled: How many seconds after it is sent a request counts, if its answer is not told to Redis.
        open: How many seconds after it is sent a request counts at the latest; 0 if its answer is not told to Redis.
    """

    def __init__(self, keys: Sequence[str], seconds: float) -> None:
        self.keys = keys
        self.seconds = seconds
        self.ticket = 0
        latest = counted_from(0, seconds, seconds)
        self.settled, self.open = (0.0, latest) if latest > _WORTH_TELLING * seconds else (latest, 0.0)


class RedisPermit(RateLimitPermit):
    """A request may be sent, as far as all processes are concerned.

    Attributes:
        shared: Its places in Redis.
        given_up: Whether it is not going to be sent.
    """

    def __init__(self, limiter: RedisRateLimiter, clock: Callable[[], float]) -> None:
        super().__init__(clock)
        self._limiter = limiter
        self.shared: list[RedisSlot] = []
        self.given_up = False

    def give_back(self) -> None:
        """The request is not sent."""
        self.given_up = True
        super().give_back()

    def leave_unsent(self) -> None:
        """The request is not sent after all."""
        self.give_back()
        run_shielded(self._leave)

    def _leave(self) -> None:
        """Give its places in Redis to others. A ticket that is being drawn now is given back by who draws it."""
        for place in self.shared:
            if place.ticket:
                self._limiter.run(LEAVE, place, place.ticket)

    def answered(self, status: int, retry_after: float | None) -> None:
        """Tell what came back, the other processes too where it matters to them."""
        super().answered(status, retry_after)
        run_shielded(partial(self._tell, status, retry_after, self._clock()))

    def _tell(self, status: int, retry_after: float | None, answered: float) -> None:
        for index, place in enumerate(self.shared):
            if not place.ticket:
                continue
            if status == 429 and index == 0:
                self._limiter.run(REFUSED, place, place.ticket, self._limiter.pause(retry_after))
            elif place.open:
                counts = counted_from(self.sent, answered, place.seconds)
                self._limiter.run(ANSWERED, place, place.ticket, self._clock() - counts)
