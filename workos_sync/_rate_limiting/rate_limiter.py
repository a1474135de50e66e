# Generated from workos_async/_rate_limiting/rate_limiter.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The in-process rate limiter."""

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

MAX_SCOPES = 1024
"""How many scopes are kept before idle ones are dropped."""

_MAX_CAPACITY_WAIT = 1.0
"""Seconds that a ticket waits for the responses to other requests before it checks again."""


class RateLimiter:
    """Keeps requests under the rate limits of the API. Each client has its own limiter unless you pass one.

    The documented limits are built in. A request waits until all limits that it counts toward have room, in the order in which the
    requests were made. If the API responds with 429 all the same, all requests of that scope wait for the duration of `Retry-After`,
    and the limit is lowered to the number of requests that were accepted; it recovers gradually.

    Clients of one or several accounts may share a limiter, in any threads and event loops of a process. For several processes or
    hosts, use `RedisRateLimiter`.

    Args:
        limits: Limits that replace the documented ones, by name, such as `{"general": (100, 1)}` for 100 requests per second. None
            removes a limit. A limit set here is trusted and used in full at once, while documented limits are approached gradually.
        max_wait: The maximum seconds that a request waits; one that would wait longer fails immediately. None means that only
            the deadline of the call applies.
        max_pause: The longest pause after a 429 in seconds, whatever the API asks for.
        clock: A monotonic clock, in seconds.

    Raises:
        ConfigurationError: A name is not that of a documented limit, or a limit is not a valid (requests, seconds) pair.
    """

    def __init__(
        self,
        limits: Mapping[str, tuple[int, float] | None] | None = None,
        *,
        max_wait: float | None = None,
        max_pause: float = 60.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.limits = _merge_limits(limits or {})
        self.max_wait = max_wait
        self._trusted = frozenset(limits or {})
        self.max_pause = max_pause
        self._clock = clock
        self._queues: dict[RateLimitScope, ScopeQueue] = {}
        self._lock = ForkSafeLock()  # held briefly, never during a wait

    def __repr__(self) -> str:
        return f"{type(self).__name__}(max_wait={self.max_wait!r})"

    def acquire(
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
            identity: The identity of the client that sends it.
            info: The attempt, as passed to hooks.
            remaining: Seconds until the deadline of the call; None for no deadline.
            on_wait: The hook for rate-limit waits.

        Raises:
            APITimeoutError: The request cannot be sent before the deadline or within `max_wait`.
        """
        permit = RateLimitPermit(self._clock)
        deadline_at = self._deadline_at(remaining)
        try:
            for scope in self._scopes(request, identity):
                self._acquire_slot(permit, scope, info, deadline_at, on_wait)
        except BaseException:
            permit.cancel()
            raise
        permit.record_sent()
        return permit

    def _scopes(self, request: Request, identity: ClientIdentity) -> tuple[RateLimitScope, ...]:
        if request.operation.server:  # a host other than the API, which has no documented limits
            return ()
        return scopes_of(request.operation.limits, request.arguments, identity, self.limits)

    def _deadline_at(self, remaining: float | None) -> float | None:
        durations = [seconds for seconds in (remaining, self.max_wait) if seconds is not None]
        return self._clock() + min(durations) if durations else None

    def _acquire_slot(
        self,
        permit: RateLimitPermit,
        scope: RateLimitScope,
        info: RequestInfo,
        deadline_at: float | None,
        on_wait: Callable[[RateLimitInfo], Any] | None,
    ) -> None:
        queue = self._queue(scope)
        ticket = queue.enqueue()
        is_reported = False
        try:
            while (delay := queue.try_admit(ticket, permit)) is not None:
                remaining = None if deadline_at is None else deadline_at - self._clock()
                if remaining is not None and delay >= remaining:
                    raise wait_timeout_error(scope.name, delay)
                if delay > 0 and not is_reported:
                    is_reported = True
                    report_wait(RateLimitInfo(info, scope.name, delay), on_wait)
                timeout = delay or _MAX_CAPACITY_WAIT
                queue.wake_up(ticket).wait(timeout if remaining is None else min(timeout, remaining))
        except BaseException:
            queue.dequeue(ticket)
            raise

    def _queue(self, scope: RateLimitScope) -> ScopeQueue:
        with self._lock:
            queue = self._queues.get(scope)
            if queue is None:
                if len(self._queues) >= MAX_SCOPES:
                    self._queues = {kept: queue for kept, queue in self._queues.items() if not queue.is_idle()}
                is_trusted = scope.name in self._trusted
                window = SlidingWindow(self.limits[scope.name], trusted=is_trusted, max_pause=self.max_pause)
                queue = self._queues[scope] = ScopeQueue(window, self._clock)
            return queue


def limiter_or_none(limiter: RateLimiter | Literal[False] | None | NotGiven) -> RateLimiter | None:
    """Return the limiter of a client for its `rate_limiter` argument: a new one if none is given, None for None or False.

    Raises:
        ConfigurationError: The argument is not a limiter of this package.
    """
    match limiter:
        case NotGiven():
            return RateLimiter()
        case None | False:
            return None
        case RateLimiter():
            return limiter
        case _:
            raise ConfigurationError(
                "rate_limiter must be a RateLimiter from the same package as the client, or None "
                f"(got {type(limiter).__module__}.{type(limiter).__qualname__})"
            )


def report_wait(info: RateLimitInfo, on_wait: Callable[[RateLimitInfo], Any] | None) -> None:
    """Report that a request waits for a rate limit: to the prefetcher, the log and the hook."""
    notify_rate_limit_wait()
    log_rate_limit(info)
    if on_wait is not None:
        maybe_await(on_wait(info))


def wait_timeout_error(limit: str, delay: float) -> APITimeoutError:
    """Return the error for a request that cannot be sent in time."""
    seconds = f" for at least {delay:.2f} s" if delay else ""
    return APITimeoutError(
        f"the request was not sent: it would have to wait{seconds} for the rate limit {limit!r}, longer than the deadline "
        "of the call or max_wait of the rate limiter allows",
        sent=False,
        final=True,
    )


def _merge_limits(changes: Mapping[str, tuple[int, float] | None]) -> dict[str, Limit]:
    limits = dict(LIMITS)
    for name, change in changes.items():
        if name not in LIMITS:
            raise ConfigurationError(f"unknown rate limit {name!r}; choose from {', '.join(LIMITS)}")
        if change is None:
            del limits[name]
            continue
        try:
            requests, seconds = change
            limits[name] = evolve(LIMITS[name], requests=requests, seconds=seconds)
        except (TypeError, ValueError):
            raise ConfigurationError(
                f"the rate limit {name!r} must be (requests, seconds) with requests of at least 1 and seconds above 0 "
                f"(got {change!r})"
            ) from None
    return limits
