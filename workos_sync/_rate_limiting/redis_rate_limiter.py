# Generated from workos_async/_rate_limiting/redis_rate_limiter.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The rate limiter that processes and hosts share through Redis."""

import math
import os
import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from hashlib import sha256
from typing import Any

from workos_core.errors import StoreUnavailableError
from workos_core.http.hooks import LONG_WAIT, logger
from workos_core.rate_limits.learned_limit import MAX_DOUBLINGS, MAX_STEP, LearnedLimit
from workos_core.rate_limits.limits import Limit
from workos_core.rate_limits.redis_scripts import (
    ACQUIRE,
    DEQUEUE,
    RECORD_RATE_LIMITED,
    RECORD_RESPONSE,
    RECORD_SENT,
    REPORT,
)
from workos_core.rate_limits.scope_state import FORGET_AFTER, MAX_WINDOW
from workos_core.rate_limits.scopes import GENERAL, RateLimitScope
from workos_core.rate_limits.sliding_window import counted_at
from workos_core.rate_limits.wait_queue import BACKGROUND_SHARE
from workos_sync._concurrency.shielding import run_shielded
from workos_sync._concurrency.sleep import sleep
from workos_sync._rate_limiting.permit import RateLimitPermit
from workos_sync._rate_limiting.rate_limiter import MAX_SCOPES, RateLimiter
from workos_sync._rate_limiting.reporter import WaitReporter
from workos_sync._rate_limiting.scope_queue import ScopeQueue
from workos_sync._rate_limiting.shared_queue import MAX_LEAD, Report, SharedQueue
from workos_sync._redis import Redis, RedisClient

RETRY_INTERVAL = 5.0
"""Seconds for which Redis is not used after it failed."""

_TICKET_TTL = 3.0
"""Seconds after which the ticket of a process that died is dropped."""

_MIN_REPORTED = 0.02
"""A fraction of the window. If a request cannot count later than this after it was sent, its response is not reported: it counts at the latest time."""


_UNLIMITED = Limit(1 << 30, MAX_WINDOW)
"""For an endpoint without a limit of its own, which has only learned limits."""


class RedisRateLimiter(RateLimiter):
    """A `RateLimiter` for several processes and hosts, which share their counts through Redis.

    It does all that `RateLimiter` does. In addition, each request acquires a slot in Redis for each of its limits, in one atomic step,
    among the requests of all processes that use the same server. A pause after a 429 applies to all of them, and so does a learned limit.

    While Redis is unavailable, each process keeps to its share of the limits: what it has used, and an equal part of what is free. One
    warning is logged. Redis is tried again after a few seconds. If it has lost its counts, the processes report their requests first,
    and until all have done so, at most for one window, the shares of the others are reserved. Needs the extra `redis`.

    Args:
        redis: The URL of a server (`redis://`, `rediss://` or `unix://`), or a `redis.Redis` of your own, which you close. Give your
            own client a socket timeout, because requests wait for it.
        limits: As for `RateLimiter`, and the same in all processes.
        max_wait: As for `RateLimiter`.
        max_pause: As for `RateLimiter`.
        prefix: The prefix of all keys in Redis.
        clock: A monotonic clock, in seconds.

    Raises:
        ConfigurationError: redis-py is not installed, or a limit is invalid.
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
        self._unavailable_until = float("-inf")
        self._is_failing = False
        self._name = secrets.token_hex(8)
        self._shared: dict[RateLimitScope, SharedQueue] = {}
        self._prune_shared_at = MAX_SCOPES
        self._watched: dict[RateLimitScope, float] = {}  # until when requests to an endpoint are counted after a 429

    def close(self) -> None:
        """Close the connections to Redis, unless you passed a client. Clients don't close a limiter, because they may share it."""
        self._redis.close()

    def _new_permit(self, reporter: WaitReporter, endpoint: RateLimitScope | None) -> "RedisPermit":
        return RedisPermit(self, reporter, endpoint, self._clock)

    def _acquire_shared(
        self, permit: RateLimitPermit, scopes: Sequence[RateLimitScope], started_at: float, deadline_at: float | None
    ) -> None:
        assert isinstance(permit, RedisPermit)
        endpoint = permit.endpoint if scopes and scopes[-1].name == GENERAL else None
        if endpoint is not None and self._is_watched(endpoint):
            self._acquire_redis_slot(permit, endpoint, started_at, deadline_at)
            endpoint = None
        for scope in scopes:
            if scope.name in self.limits:
                self._acquire_redis_slot(permit, scope, started_at, deadline_at)
        if endpoint is not None and self._is_watched(endpoint):  # another process received a 429
            self._acquire_redis_slot(permit, endpoint, started_at, deadline_at)

    def _is_watched(self, endpoint: RateLimitScope) -> bool:
        """Return whether the requests to an endpoint without a limit of its own count toward one that may be learned."""
        return self._clock() < self._watched.get(endpoint, -math.inf)

    def _watch(self, endpoint: RateLimitScope, pause: float) -> None:
        now = self._clock()
        with self._lock:
            self._watched = {each: until for each, until in self._watched.items() if until > now}
            self._watched[endpoint] = now + pause + FORGET_AFTER

    def _acquire_redis_slot(
        self, permit: "RedisPermit", scope: RateLimitScope, started_at: float, deadline_at: float | None
    ) -> None:
        limit = self.limits.get(scope.name)
        shared = None if limit is None else self._shared_queue(scope, limit)
        slot = RedisSlot(scope, self._keys(scope), (limit or _UNLIMITED).seconds)
        permit.redis_slots.append(slot)
        bound = self._wait_bound(scope, started_at, deadline_at)
        reported_until = -math.inf
        is_admitted = False
        while not is_admitted:
            remaining = None if bound is None else bound.ends_at - self._clock()
            lead = MAX_LEAD if remaining is None else min(MAX_LEAD, max(remaining, 0.0))
            # Shielded: a caller that is canceled during the script would not get the ticket, and could not release it.
            acquired = run_shielded(partial(self._run_acquire, permit, slot, shared, lead))
            if acquired is None:
                acquired = (0.0 if shared is None else shared.use_share()), shared is None
                if shared is not None and acquired[0] == 0:
                    is_admitted = shared.admit_now(permit) or self._wait_for_slot(
                        shared, permit, bound, self._unavailable_until
                    )
                    continue
            delay, is_admitted = acquired
            if delay <= 0:
                continue
            # Without a ticket, it is the endpoint that pauses, not the general limit.
            waits_for = scope if slot.ticket or permit.endpoint is None else permit.endpoint
            if remaining is not None and delay >= remaining:
                raise self.timeout_error(waits_for, delay, bound)
            ends_at = self._clock() + delay
            if permit.reporter is not None and ends_at > reported_until + LONG_WAIT:  # again, if a 429 has prolonged it
                reported_until = ends_at
                permit.reporter.report_wait(waits_for.name, self._key_of(waits_for), delay)
            sleep(delay)
        if reported_until > -math.inf:  # the others admitted the request before this wait
            for earlier in permit.redis_slots[:-1]:
                self.run(RECORD_SENT, earlier, earlier.ticket, earlier.counted_after)

    def _share_pause(self, permit: RateLimitPermit, queue: ScopeQueue, learned: LearnedLimit | None) -> None:
        assert isinstance(permit, RedisPermit)
        slots = {slot.scope.name: slot for slot in permit.redis_slots if slot.ticket}
        pause = max(0.0, queue.state.paused_until - self._clock())
        shared: tuple[str | float, ...] = ("", "", "", "")
        if learned is not None:
            recovery = MAX_DOUBLINGS * min(learned.seconds, MAX_STEP)
            shared = (learned.requests, learned.seconds, learned.hold, recovery)
        slot = slots.get(queue.scope.name)
        if slot is not None:
            self._record_rate_limited(slot, pause, "", shared)
        general = slots.get(GENERAL)
        if queue.scope == permit.endpoint and general is not None:
            # The pause of an endpoint is stored with the general limit too, whose script each request to the endpoint runs anyway.
            self._watch(queue.scope, pause)
            self._record_rate_limited(general, pause, queue.scope.name, ("", "", "", ""))

    def _record_rate_limited(
        self, slot: "RedisSlot", pause: float, endpoint: str, learned: tuple[str | float, ...]
    ) -> None:
        shift = 0.0 if slot.is_learned else slot.counted_after
        arguments = (slot.ticket, pause, endpoint, *learned, FORGET_AFTER, shift)
        run_shielded(partial(self.run, RECORD_RATE_LIMITED, slot, *arguments))

    def _run_acquire(
        self, permit: "RedisPermit", slot: "RedisSlot", shared: SharedQueue | None, lead: float
    ) -> tuple[float, bool] | None:
        """Return the seconds to wait, and whether the request is admitted for then; None if Redis is unavailable."""
        limit = _UNLIMITED if shared is None else shared.limit
        endpoint = permit.endpoint.name if permit.endpoint is not None and slot.scope.name == GENERAL else ""
        lane, step = _lane(permit)
        more = endpoint, MAX_STEP, MAX_DOUBLINGS, lane, step, FORGET_AFTER
        while True:
            if shared is not None and shared.outage_since is not None:
                if self._is_unavailable():  # a report would fail, and move those that wait to the end
                    return None
                if delay := self._report(slot, shared):
                    return None if delay == math.inf else (delay, False)
            epoch = process = ""
            if shared is not None:
                epoch, process = shared.current_epoch(), self._process() if shared.announces_presence() else ""
            arguments = limit.requests, limit.seconds, slot.ticket, _TICKET_TTL, slot.counted_after, slot.max_transit
            result = self.run(ACQUIRE, slot, *arguments, lead, *more, epoch, process)
            if result is None:
                return None
            slot.ticket, slot.is_learned = int(result[0]), result[4] == 1
            if result[2] >= 0 or shared is None:
                break
            if epoch == shared.epoch and (delay := self._report(slot, shared)):
                return None if delay == math.inf else (delay, False)
        is_admitted = result[2] == 1
        if shared is not None:
            full_for = float(result[1]) if result[8] == 1 else 0.0
            shared.record_shared(_text(result[5]), int(result[6]), int(result[7]), full_for)
            if is_admitted and not permit.is_canceled:
                shared.count(permit)  # in the same step, so that no report misses it
        if result[3] == 1 and permit.endpoint is not None and not self._is_watched(permit.endpoint):
            self._watch(permit.endpoint, 0.0)
        if permit.is_canceled:
            self.run(DEQUEUE, slot, slot.ticket)
        return float(result[1]), is_admitted

    def _report(self, slot: "RedisSlot", shared: SharedQueue) -> float:
        """Report the requests that Redis does not count.

        Return the seconds to wait before trying again: 0.0 if it is done, infinite if Redis is unavailable.
        """
        limit, latest = shared.limit, counted_at(0, shared.limit.seconds, shared.limit.seconds)
        report = shared.start_report()
        if not isinstance(report, Report):
            return report
        epoch = None
        try:
            arguments = limit.requests, limit.seconds, latest, self._process(), shared.current_epoch()
            epoch = self.run(
                REPORT, slot, *arguments, report.share, report.outage, report.name, shared.processes, *report.times
            )
        finally:
            shared.end_report(None if epoch is None else _text(epoch))
        return math.inf if epoch is None else 0.0

    def _process(self) -> str:
        """Return the name of this process in Redis. A forked process has another one."""
        return f"{self._name}-{os.getpid()}"

    def _shared_queue(self, scope: RateLimitScope, limit: Limit) -> SharedQueue:
        queue = self._shared.get(scope)
        if queue is not None:
            return queue
        with self._lock:
            if scope not in self._shared:
                if len(self._shared) >= self._prune_shared_at:
                    self._shared = {kept: queue for kept, queue in list(self._shared.items()) if not queue.is_idle()}
                    self._prune_shared_at = max(MAX_SCOPES, 2 * len(self._shared))
                processes = max((queue.processes for queue in self._shared.values()), default=1)
                self._shared[scope] = SharedQueue(scope, limit, self._clock, processes=processes)
            return self._shared[scope]

    def _keys(self, scope: RateLimitScope) -> list[str]:
        # The braces put all six keys into one hash slot of a cluster.
        base = f"{self._prefix}{{{scope.name}:{sha256(scope.key.encode()).hexdigest()[:32]}}}"
        return [f"{base}:{part}" for part in ("queue", "alive", "times", "state", "open", "processes")]

    def _is_unavailable(self) -> bool:
        return self._clock() < self._unavailable_until

    def run(self, script: str, slot: "RedisSlot", *arguments: str | float) -> Any:
        """Run a script and return its result; None while Redis is unavailable."""
        if self._is_unavailable():
            return None
        try:
            result = self._redis.eval(script, slot.keys, arguments, is_unavailable=self._is_unavailable)
        except StoreUnavailableError as error:
            if not self._is_unavailable():
                self._unavailable_until = self._clock() + RETRY_INTERVAL
            if not self._is_failing:
                logger.warning("rate limits are not shared with other processes while Redis is unavailable: %s", error)
            self._is_failing = True
            return None
        if self._is_failing:
            logger.info("rate limits are shared with other processes again")
        self._is_failing = False
        return [] if result is None else result


def _text(value: bytes | str) -> str:
    return value.decode("ascii") if isinstance(value, bytes) else value


def _lane(permit: RateLimitPermit) -> tuple[str, float]:
    """Return the lane of a request in the queues, and its step: four interactive requests fit into the step of a background one."""
    is_retry = permit.reporter is not None and permit.reporter.is_retry
    if permit.priority == "interactive":
        return ("interactive retries", 0.001) if is_retry else ("interactive", 0.99 / (BACKGROUND_SHARE - 1))
    return ("background retries", 0.5) if is_retry else ("background", 1.0)


class RedisSlot:
    """A slot of one request in Redis.

    Attributes:
        scope: The scope.
        keys: The names of the keys.
        seconds: The window of the limit.
        ticket: The ticket of the request; 0 before it has one.
        counted_after: The seconds after sending from which the request counts, until its response is reported.
        max_transit: The maximum of these seconds if responses are reported; 0 if they are not.
        is_learned: Whether a learned limit applies, whose window may be short, so that the response is reported in any case.
    """

    def __init__(self, scope: RateLimitScope, keys: Sequence[str], seconds: float) -> None:
        self.scope = scope
        self.keys = keys
        self.seconds = seconds
        self.ticket = 0
        self.is_learned = False
        latest = counted_at(0, seconds, seconds)
        is_reported = latest > _MIN_REPORTED * seconds
        self.counted_after: float = 0.0 if is_reported else latest
        self.max_transit: float = latest if is_reported else 0.0


class RedisPermit(RateLimitPermit):
    """A permit to send one request that counts for all processes.

    Attributes:
        redis_slots: Its slots in Redis; the narrowest limit first.
        shared_slots: Its slots in the counts of this process, which apply while Redis is unavailable; like `slots`.
        is_canceled: Whether the request is not sent.
    """

    def __init__(
        self,
        limiter: RedisRateLimiter,
        reporter: WaitReporter,
        endpoint: RateLimitScope | None,
        clock: Callable[[], float],
    ) -> None:
        super().__init__(limiter, reporter, endpoint, clock)
        self._redis_limiter = limiter
        self.redis_slots: list[RedisSlot] = []
        self.shared_slots: list[tuple[ScopeQueue, int, float]] = []
        self.is_canceled = False

    @property
    def all_slots(self) -> list[tuple[ScopeQueue, int, float]]:
        """All slots in this process."""
        return [*self.slots, *self.shared_slots]

    def cancel(self) -> None:
        """Release the slots of this process."""
        self.is_canceled = True
        super().cancel()

    def cancel_unsent(self) -> None:
        """Release all slots, including those in Redis."""
        self.cancel()
        run_shielded(self._dequeue)

    def _dequeue(self) -> None:
        """Remove the tickets from Redis. A ticket that a script is creating now is removed by the code that runs the script."""
        for slot in self.redis_slots:
            if slot.ticket:
                self._redis_limiter.run(DEQUEUE, slot, slot.ticket)

    def record_response(self, status: int, retry_after: float | None) -> None:
        """Record the response, also in Redis where it affects other processes."""
        received_at = self._clock()
        super().record_response(status, retry_after)
        if status == 429:  # the API does not count a request that it rejects
            for queue, ticket, _ in self.shared_slots:
                queue.cancel(ticket, self.sent_at)
            run_shielded(self._dequeue)
        else:
            run_shielded(partial(self._record_in_redis, received_at))

    def _record_in_redis(self, received_at: float) -> None:
        for slot in self.redis_slots:
            if slot.ticket and (slot.max_transit or slot.is_learned):
                counted = counted_at(self.sent_at, received_at, slot.seconds)
                self._redis_limiter.run(RECORD_RESPONSE, slot, slot.ticket, self._clock() - counted)
