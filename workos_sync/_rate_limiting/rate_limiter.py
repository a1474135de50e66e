# Generated from workos_async/_rate_limiting/rate_limiter.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Requests wait for their turn, so that the API need not refuse them."""

import time
from collections.abc import Callable, Mapping
from typing import Any, Literal

from attrs import evolve

from workos_core.errors import APITimeoutError, ConfigurationError
from workos_core.http.hooks import RateLimitInfo, RequestInfo, log_rate_limit
from workos_core.http.requests import Request
from workos_core.not_given import NotGiven
from workos_core.rate_limits.documented.limits import LIMITS
from workos_core.rate_limits.limits import Limit
from workos_core.rate_limits.scopes import ClientIdentity, RateLimitScope, scopes_of
from workos_core.rate_limits.sliding_window import SlidingWindow
from workos_sync._concurrency.callbacks import maybe_await
from workos_sync._concurrency.locks import ForkSafeLock
from workos_sync._http.request_sent import notify_rate_limit_wait
from workos_sync._rate_limiting.permit import RateLimitPermit
from workos_sync._rate_limiting.scope_queue import ScopeQueue

KEPT = 1024
"""How many limits and keys are kept in mind before those that count nothing are forgotten."""

_LONGEST = 1.0  # seconds that a ticket waits for others to be answered


class RateLimiter:
    """Keeps requests under the rate limits of the API. Each client has one of its own, if it is not given another.

    The documented limits are known (`workos_core.rate_limits.documented.limits`). A request waits until all that count it have room, in the order
    in which requests came. When the API refuses one all the same (429), all that the same limit counts wait as long as it says, and
    the limit is lowered to what was accepted; it recovers slowly.

    One limiter may be shared by several clients, of one account or of several, in any threads and event loops of a process. For
    several processes or hosts there is `RedisRateLimiter`.

    Args:
        limits: Limits in place of the documented ones, by name, such as `{"general": (100, 1)}` for 100 requests a second. None takes
            one away. What is given here is trusted: it is used up at once, while documented limits are approached with caution.
        max_wait: Seconds that a request may wait; one that would have to wait longer fails at once. None is no limit but the deadline
            of the call.
        max_pause: Seconds; the longest pause after a refusal, whatever the API asks for.

    Raises:
        ConfigurationError: A limit has a name that is not one of the documented, or a number that can't be.
    """

    def __init__(
        self,
        limits: Mapping[str, tuple[int, float] | None] | None = None,
        *,
        max_wait: float | None = None,
        max_pause: float = 60.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.limits = _merged(limits or {})
        self.max_wait = max_wait
        self._trusted = frozenset(limits or {})
        self._max_pause = max_pause
        self._clock = clock
        self._queues: dict[RateLimitScope, ScopeQueue] = {}
        self._lock = ForkSafeLock()  # for a moment, and never across a wait

    def __repr__(self) -> str:
        return f"{type(self).__name__}(max_wait={self.max_wait!r})"

    def turn(
        self,
        request: Request,
        identity: ClientIdentity,
        info: RequestInfo,
        remaining: float | None,
        on_wait: Callable[[RateLimitInfo], Any] | None,
    ) -> RateLimitPermit:
        """Wait until a request may be sent.

        Args:
            request: The request.
            identity: Whose it is.
            info: What is told to hooks.
            remaining: Seconds until the deadline of the call; None for no deadline.
            on_wait: The hook for waits.

        Raises:
            APITimeoutError: It could not be sent in time.
        """
        turn = RateLimitPermit(self._clock)
        ends = self._ends(remaining)
        try:
            for where in self._scopes(request, identity):
                self._pass(turn, where, info, ends, on_wait)
        except BaseException:
            turn.give_back()
            raise
        turn.go()
        return turn

    def _scopes(self, request: Request, identity: ClientIdentity) -> tuple[RateLimitScope, ...]:
        if request.operation.server:  # a host other than the API, which has no documented limits
            return ()
        return scopes_of(request.operation.limits, request.arguments, identity, self.limits)

    def _ends(self, remaining: float | None) -> float | None:
        allowed = [value for value in (remaining, self.max_wait) if value is not None]
        return self._clock() + min(allowed) if allowed else None

    def _pass(
        self,
        turn: RateLimitPermit,
        where: RateLimitScope,
        info: RequestInfo,
        ends: float | None,
        on_wait: Callable[[RateLimitInfo], Any] | None,
    ) -> None:
        queue = self._queue(where)
        ticket = queue.join()
        told = False
        try:
            while (seconds := queue.try_to_take(ticket, turn)) is not None:
                left = None if ends is None else ends - self._clock()
                if left is not None and seconds >= left:
                    raise timed_out(where.name, seconds)
                if seconds > 0 and not told:
                    told = True
                    tell(RateLimitInfo(info, where.name, seconds), on_wait)
                patience = seconds or _LONGEST
                queue.wake_up(ticket).wait(patience if left is None else min(patience, left))
        except BaseException:
            queue.leave(ticket)
            raise

    def _queue(self, where: RateLimitScope) -> ScopeQueue:
        with self._lock:
            queue = self._queues.get(where)
            if queue is None:
                if len(self._queues) >= KEPT:
                    self._queues = {kept: queue for kept, queue in self._queues.items() if not queue.idle()}
                trusted = where.name in self._trusted
                bucket = SlidingWindow(self.limits[where.name], trusted=trusted, max_pause=self._max_pause)
                queue = self._queues[where] = ScopeQueue(bucket, self._clock)
            return queue


def limiter_or_none(given: RateLimiter | Literal[False] | None | NotGiven) -> RateLimiter | None:
    """The limiter that is given as an argument of a client; one of its own where none is given.

    Raises:
        ConfigurationError: It is no limiter.
    """
    match given:
        case NotGiven():
            return RateLimiter()
        case None | False:
            return None
        case RateLimiter():
            return given
        case _:
            raise ConfigurationError(
                f"rate_limiter takes a RateLimiter, or None for none, not {type(given).__name__} (one for this flavour of the SDK)"
            )


def tell(wait: RateLimitInfo, hook: Callable[[RateLimitInfo], Any] | None) -> None:
    """Say that a request waits."""
    notify_rate_limit_wait()
    log_rate_limit(wait)
    if hook is not None:
        maybe_await(hook(wait))


def timed_out(name: str, seconds: float) -> APITimeoutError:
    """The error of a call that can't be sent in time."""
    waits = f", for at least {seconds:.2f} s" if seconds else ""
    return APITimeoutError(
        f"not sent: the call had to wait for the rate limit {name!r}{waits}, longer than it may", sent=False, final=True
    )


def _merged(changes: Mapping[str, tuple[int, float] | None]) -> dict[str, Limit]:
    merged = dict(LIMITS)
    for name, change in changes.items():
        if name not in LIMITS:
            raise ConfigurationError(f"there is no rate limit {name!r}; there are {', '.join(LIMITS)}")
        if change is None:
            del merged[name]
            continue
        try:
            requests, seconds = change
            merged[name] = evolve(LIMITS[name], requests=requests, seconds=seconds)
        except (TypeError, ValueError):
            raise ConfigurationError(
                f"the rate limit {name!r} takes (requests, seconds), from 1 and above 0, not {change!r}"
            ) from None
    return merged
