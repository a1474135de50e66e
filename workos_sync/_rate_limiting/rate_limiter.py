# Generated from workos_async/_rate_limiting/rate_limiter.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The in-process rate limiter."""

import math
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from attrs import evolve

from workos_core.argument_checks import check_duration
from workos_core.errors import ConfigurationError, RateLimitTimeoutError
from workos_core.http.hooks import LONG_WAIT, RateLimitInfo, RequestInfo
from workos_core.http.requests import Request
from workos_core.not_given import NotGiven
from workos_core.rate_limits.documented.limits import LIMITS
from workos_core.rate_limits.limits import Limit
from workos_core.rate_limits.scopes import GENERAL, ClientIdentity, RateLimitScope, scopes_of
from workos_core.rate_limits.wait_queue import Priority
from workos_sync._concurrency.locks import ForkSafeLock
from workos_sync._rate_limiting.permit import RateLimitPermit
from workos_sync._rate_limiting.reporter import WaitReporter

if TYPE_CHECKING:
    from workos_core.rate_limits.learned_limit import LearnedLimit
    from workos_core.rate_limits.scope_state import ScopeState
    from workos_sync._rate_limiting.scope_queue import ScopeQueue

MAX_SCOPES = 1024
"""How many scopes are kept before idle ones are dropped."""

PERSONAL_MAX_WAIT = 5.0
"""The default `max_wait` in seconds for limits that apply to a single person, such as sign-ins with one email address."""

PATIENCE = 0.25
"""The part of the time that a request may wait for which slow start keeps it waiting: the limit in force is probably the documented one."""

MAX_FUTILE_PAUSES = 4
"""How many pauses in a row, all of which end with another 429, a request waits for: as many as a call without a limiter has attempts."""


class RateLimiter:
    """Keeps requests under the rate limits of the API. Each client has its own limiter unless you pass one.

    The documented limits are built in. A request waits until all limits that it counts toward have room, in the order in which the
    requests were made; see the option `priority` of a call.

    If the API responds with 429 all the same, the scope of the limit pauses for the duration of `Retry-After`: the narrowest limit that
    the request counts toward, or the endpoint alone if no documented limit applies to it besides the general one. The general limit
    pauses only if different endpoints receive 429s at the same time, other than for limits that apply to a single person. One 429
    changes nothing else. If 429s recur after the pause at a similar request rate, the limit is lowered to what was accepted; it
    recovers within minutes, by doubling.

    Clients of one or several accounts may share a limiter, in any threads and event loops of a process. For several processes or
    hosts, use `RedisRateLimiter`.

    Args:
        limits: Limits that replace the documented ones, by name, such as `{"general": (100, 1)}` for 100 requests per second. None
            removes a limit. A limit set here is trusted and used in full at once, while documented limits are approached gradually.
        max_wait: The maximum seconds that a call waits in total; one that would wait longer fails immediately with
            `RateLimitTimeoutError`, or after a 429 with `RateLimitExceededError`. By default, only the deadline of the call applies, and
            5 seconds for limits that apply to a single person, so that repeated sign-ins with one email address do not occupy all
            workers. `math.inf` removes that bound, too.
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
        self.limits: dict[str, Limit] = _merge_limits(limits or {})
        if max_wait is not None:
            check_duration("max_wait", max_wait)
        check_duration("max_pause", max_pause)
        self.max_wait = max_wait
        self._trusted = frozenset(limits or {})
        self._max_pause = max_pause
        self._clock = clock
        self._queues: dict[RateLimitScope, ScopeQueue] = {}
        self._prune_at = MAX_SCOPES
        # When the pauses of the limits and endpoints that received a 429 lately end, by host and name.
        self._pauses: dict[tuple[str, str], float] = {}
        self._lock = ForkSafeLock()  # held briefly, never during a wait

    def __repr__(self) -> str:
        return f"{type(self).__name__}(max_wait={self.max_wait!r})"

    def acquire(
        self,
        request: Request,
        identity: ClientIdentity,
        info: RequestInfo,
        remaining: float | None,
        hook: Callable[[RateLimitInfo], Any] | None,
        priority: Priority = "interactive",
        waited: float = 0.0,
    ) -> RateLimitPermit:
        """Wait until a request may be sent.

        Args:
            request: The request.
            identity: The identity of the client that sends it.
            info: The attempt, as passed to hooks.
            remaining: Seconds until the deadline of the call; None for no deadline.
            hook: The hook for rate limits.
            priority: Its place among the requests that wait.
            waited: Seconds that the call has waited for rate limits already, before earlier attempts.

        Raises:
            RateLimitTimeoutError: The request cannot be sent before the deadline or within `max_wait`, or the API accepts nothing after
                several pauses.
        """
        scopes, endpoint = self._scopes(request, identity)
        permit = self._new_permit(WaitReporter(info, hook), endpoint)
        permit.priority = priority
        now = self._clock()
        started_at, deadline_at = now - waited, None if remaining is None else now + remaining
        try:
            for scope in scopes:
                self._acquire_slot(permit, scope, started_at, deadline_at)
            if endpoint is not None and endpoint in self._queues and endpoint not in scopes:
                # It received its first 429 while this request waited, which now waits for the endpoint instead.
                permit.release()
                scopes = (endpoint, *scopes)
                for scope in scopes:
                    self._acquire_slot(permit, scope, started_at, deadline_at)
            self._acquire_shared(permit, scopes, started_at, deadline_at)
        except BaseException:
            permit.is_waiting = (
                False  # first, in a single step: a signal handler can raise an exception between any two
            )
            permit.cancel_unsent()
            raise
        permit.record_sent()
        permit.waited = max(0.0, permit.sent_at - started_at)
        return permit

    def record_rate_limited(self, permit: RateLimitPermit, retry_after: float | None) -> None:
        """Record a 429, and pause the scope it belongs to.

        Args:
            permit: The permit of the request.
            retry_after: The value of `Retry-After` in seconds, or None.
        """
        slots = list(permit.slots)
        if permit.endpoint is None:
            queue, ticket, _ = slots.pop(0)
        else:
            is_first = permit.endpoint not in self._queues
            queue, ticket = self._queue(permit.endpoint), None
            if is_first and slots:
                queue.state.resume(slots[-1][0].state)
            if slots and slots[0][0] is queue:
                ticket = slots.pop(0)[1]
        affected = [(queue, queue.record_rate_limited(ticket, permit.sent_at, retry_after))]
        if self._others_are_paused(queue) and slots and slots[-1][0].scope.name == GENERAL:
            general, ticket, _ = slots.pop()
            affected.append((general, general.record_rate_limited(ticket, permit.sent_at, retry_after)))
        for other, ticket, _ in slots:
            other.cancel(ticket, permit.sent_at)  # the API does not count a request that it rejects
        for paused, learned in affected:
            self._share_pause(permit, paused, learned)
            if learned is not None and permit.reporter is not None:
                pause = max(0.0, paused.state.paused_until - self._clock())
                permit.reporter.report_learned(paused.scope.name, self._key_of(paused.scope), learned, pause)

    def _others_are_paused(self, queue: "ScopeQueue") -> bool:
        """Note the pause of a limit or an endpoint. Return whether another one of the same host is paused as well.

        The limits that apply to a single person do not count: two people who try to sign in too often must not stop all other requests.
        """
        limit = self.limits.get(queue.scope.name)
        if limit is not None and limit.is_personal:
            return False
        host, now = queue.scope.key.partition(" ")[0], self._clock()
        with self._lock:
            self._pauses = {each: end for each, end in self._pauses.items() if end > now}
            self._pauses[host, queue.scope.name] = queue.state.paused_until
            return sum(paused_host == host for paused_host, _ in self._pauses) > 1

    def _new_permit(self, reporter: WaitReporter, endpoint: RateLimitScope | None) -> RateLimitPermit:
        return RateLimitPermit(self, reporter, endpoint, self._clock)

    def _acquire_shared(
        self, permit: RateLimitPermit, scopes: Sequence[RateLimitScope], started_at: float, deadline_at: float | None
    ) -> None:
        """Acquire slots that several processes share."""

    def _share_pause(self, permit: RateLimitPermit, queue: "ScopeQueue", learned: "LearnedLimit | None") -> None:
        """Share a pause, and a learned limit, with other processes."""

    def _scopes(
        self, request: Request, identity: ClientIdentity
    ) -> tuple[tuple[RateLimitScope, ...], RateLimitScope | None]:
        """Return the scopes that a request counts toward, and that of its endpoint where no other is narrower than the general one."""
        operation = request.operation
        host = operation.server or identity.host
        # Another host than the API has no documented limits.
        scopes = () if operation.server else scopes_of(operation.limits, request.arguments, identity, self.limits)
        if scopes and scopes[0].name != GENERAL:
            return scopes, None
        endpoint = RateLimitScope(f"{operation.method} {operation.path}", host)
        return ((endpoint, *scopes) if endpoint in self._queues else scopes), endpoint

    def _key_of(self, scope: RateLimitScope) -> str:
        limit = self.limits.get(scope.name)
        return "endpoint" if limit is None else limit.key

    def _acquire_slot(
        self,
        permit: RateLimitPermit,
        scope: RateLimitScope,
        started_at: float,
        deadline_at: float | None,
    ) -> None:
        queue = self._queue(scope)
        if not queue.admit_now(permit):
            self._wait_for_slot(queue, permit, self._wait_bound(scope, started_at, deadline_at))

    def _wait_for_slot(
        self, queue: "ScopeQueue", permit: RateLimitPermit, bound: "_WaitBound | None", until: float = math.inf
    ) -> bool:
        """Wait until a queue admits a request. Return whether it did before `until`."""
        scope, reporter = queue.scope, permit.reporter
        assert reporter is not None
        ticket = queue.enqueue(permit, first=reporter.is_retry)
        now = waiting_since = self._clock()
        reported_until, is_slow_start_reported = -math.inf, False
        futile_before = queue.state.futile_pauses
        patient_until = math.inf if bound is None else now + PATIENCE * (bound.ends_at - now)
        try:
            while (delay := queue.try_admit(ticket, permit, is_patient=now < patient_until)) is not None:
                now = self._clock()
                if now >= until or delay == math.inf:
                    queue.dequeue(ticket)
                    return False
                remaining = None if bound is None else bound.ends_at - now
                if remaining is not None and delay >= remaining:
                    raise self.timeout_error(scope, delay, bound)
                futile_before = min(futile_before, queue.state.futile_pauses)
                if delay > 0 and (reason := self._futility(queue.state, futile_before)):
                    raise self.timeout_error(scope, delay, _WaitBound(now, reason))
                if delay > 0 and now + delay > reported_until + LONG_WAIT:  # again, if a 429 has prolonged it
                    reported_until = now + delay
                    reporter.report_wait(scope.name, self._key_of(scope), delay)
                elif not delay and not is_slow_start_reported and now - waiting_since > LONG_WAIT:
                    is_slow_start_reported = True
                    reporter.report_wait(scope.name, self._key_of(scope), now - waiting_since)
                timeout = min(delay or queue.capacity_delay(ticket), until - now)
                if now < patient_until:
                    timeout = min(timeout, patient_until - now)
                queue.wake_up(ticket).wait(timeout if remaining is None else min(timeout, remaining))
                now = self._clock()
        except BaseException:
            queue.dequeue(ticket)
            raise
        return True

    def _futility(self, state: "ScopeState", futile_before: int) -> str | None:
        """Return why a request should not wait for the end of a pause; None if it should.

        Args:
            state: The state of the scope that pauses.
            futile_before: Its futile pauses when the request started to wait.
        """
        if state.is_exhausted:
            return f"the API asks again for a longer pause than max_pause of the rate limiter, which is {self._max_pause:g} s"
        if state.futile_pauses - futile_before >= MAX_FUTILE_PAUSES:
            return f"{MAX_FUTILE_PAUSES} pauses in a row have ended with another 429"
        return None

    def max_wait_for(self, name: str) -> float | None:
        """Return the maximum seconds that a call waits for a limit; None for no maximum."""
        limit = self.limits.get(name)
        is_personal = limit is not None and limit.is_personal
        return PERSONAL_MAX_WAIT if self.max_wait is None and is_personal else self.max_wait

    def _wait_bound(self, scope: RateLimitScope, started_at: float, deadline_at: float | None) -> "_WaitBound | None":
        """Return until when a request waits for a scope: the deadline of the call, or `max_wait`."""
        max_wait = self.max_wait_for(scope.name)
        bounds: list[_WaitBound] = []
        if max_wait is not None:
            bounds.append(_WaitBound(started_at + max_wait, f"max_wait of the rate limiter is {max_wait:g} s"))
        if deadline_at is not None:
            bounds.append(_WaitBound(deadline_at, "the deadline of the call is earlier"))
        return min(bounds, key=lambda bound: bound.ends_at, default=None)

    def timeout_error(self, scope: RateLimitScope, delay: float, bound: "_WaitBound | None") -> RateLimitTimeoutError:
        """Return the error for a request that cannot be sent in time."""
        limit = self.limits.get(scope.name)
        size = "" if limit is None else f" ({limit.requests} requests per {limit.seconds:g} s)"
        when = f" for at least {delay:.2f} s" if delay else ""
        why = f", but {bound.reason}" if bound else ""
        return RateLimitTimeoutError(
            f"the request was not sent: it would have to wait{when} for the rate limit {scope.name!r}{size} "
            f"per {self._key_of(scope)}{why}",
            limit=scope.name,
            scope=self._key_of(scope),
            delay=delay,
        )

    def _queue(self, scope: RateLimitScope) -> "ScopeQueue":
        queue = self._queues.get(scope)
        if queue is not None:
            return queue
        from workos_core.rate_limits.scope_state import ScopeState
        from workos_sync._rate_limiting.scope_queue import ScopeQueue

        with self._lock:
            if scope not in self._queues:
                if len(self._queues) >= self._prune_at:
                    self._queues = {kept: queue for kept, queue in list(self._queues.items()) if not queue.is_idle()}
                    self._prune_at = max(MAX_SCOPES, 2 * len(self._queues))  # so that pruning costs little per scope
                limit, is_trusted = self.limits.get(scope.name), scope.name in self._trusted
                state = ScopeState(limit, trusted=is_trusted, max_pause=self._max_pause)
                self._queues[scope] = ScopeQueue(scope, state, self._clock)
            return self._queues[scope]


class _WaitBound(NamedTuple):
    """Until when a request waits, and why."""

    ends_at: float
    reason: str


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
