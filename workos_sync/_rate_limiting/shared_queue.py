# Generated from workos_async/_rate_limiting/shared_queue.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""A limit that processes share through Redis, as one of them sees it."""

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, cast

from attrs import evolve

from workos_core.rate_limits.limits import Limit
from workos_core.rate_limits.outage_share import OutageShare
from workos_core.rate_limits.scope_state import ScopeState
from workos_core.rate_limits.scopes import RateLimitScope
from workos_sync._rate_limiting.scope_queue import ScopeQueue

if TYPE_CHECKING:
    from workos_sync._rate_limiting.permit import RateLimitPermit
    from workos_sync._rate_limiting.redis_rate_limiter import RedisPermit

MAX_LEAD = 0.25
"""Seconds. A ticket whose time is certain and no further away is admitted ahead, which saves a script. If its process dies, a request is lost."""

_REPORT_INTERVAL = 0.1
"""Seconds to wait while another request reports to Redis what it does not count."""

_MAX_DELAY = 1.0
"""Seconds by which a process that has much to do may notice an outage late."""

_MAX_REPORT = 5.0
"""Seconds after which a report counts as ended: a signal handler or a fork may have interrupted it."""

_PRESENCE_INTERVAL = 0.25
"""The part of a window, and of a second, after which a process reports its presence to Redis again."""


class Report(NamedTuple):
    """What a process reports to Redis after an outage or a loss of its counts.

    Attributes:
        name: A name that stays the same until the report has succeeded.
        outage: The seconds since the outage began.
        share: The share of the process.
        times: For each request of the process the seconds until it counts, negative if it counts already.
    """

    name: str
    outage: float
    share: int
    times: list[float]


class _OutageState(ScopeState):
    """The state of a scope that admits requests only while it is open."""

    is_open = False

    def delay(self, ahead: int, now: float) -> float:
        """See `ScopeState`; infinite while it is closed."""
        return super().delay(ahead, now) if self.is_open else math.inf

    def end_pause(self) -> None:
        """End the pause of a process without a share."""
        self._paused_until = -math.inf


class SharedQueue(ScopeQueue):
    """The requests of this process that count toward a limit which processes share, and those that wait while Redis is unavailable.

    It admits requests during an outage only, until the report to Redis that ends it.

    Args:
        scope: The scope.
        limit: The limit.
        clock: A monotonic clock, in seconds.
        processes: How many processes are assumed to use the limit until Redis reports their number.

    Attributes:
        limit: The limit of all processes.
        processes: How many processes use the limit.
        epoch: Identifies the counts in Redis: another one means that Redis has lost those of this process. Empty if this process has
            none that matter.
        outage_since: When Redis became unavailable; None if this process has reported all its requests to Redis.
    """

    def __init__(self, scope: RateLimitScope, limit: Limit, clock: Callable[[], float], *, processes: int) -> None:
        self._outage_state = _OutageState(limit, trusted=True)
        super().__init__(scope, self._outage_state, clock)
        self.limit = limit
        self.epoch: str = ""
        self.outage_since: float | None = None
        self._share: OutageShare | None = None
        self._reporting_until = -math.inf
        self.processes: int = processes
        self._others = 0
        self._shared_at = -math.inf
        self._full_at = -math.inf  # when the last wait of a request ends
        self._present_until = -math.inf

    def count(self, permit: "RateLimitPermit") -> None:
        """Count a request that Redis has admitted."""
        with self._lock:
            self._admit(self._queue.new_ticket(), permit, self._clock())

    def announces_presence(self) -> bool:
        """Return whether it is time to tell Redis that this process uses the limit."""
        with self._lock:
            now = self._clock()
            is_due = now >= self._present_until
            if is_due:
                self._present_until = now + _PRESENCE_INTERVAL * min(1.0, self.limit.seconds)
            return is_due

    def record_shared(self, epoch: str, total: int, processes: int, full_for: float) -> None:
        """Record the counts in Redis.

        Args:
            epoch: The epoch.
            total: The requests of all processes, without the one that is being admitted.
            processes: The number of processes.
            full_for: The seconds for which a request has to wait because the limit is used in full; 0.0 if it is not.
        """
        with self._lock:
            now = self._clock()
            self.epoch, self._shared_at = epoch, now
            if full_for > 0:
                self._full_at = now + full_for
            self._others = max(0, total - self.state.used(now))
            self.processes = max(1, processes)

    def current_epoch(self) -> str:
        """Return the epoch that Redis must have; empty if a loss of its counts makes no difference."""
        with self._lock:
            if self.outage_since is None and self._clock() - self._shared_at > self.limit.seconds + 1.0:
                self.epoch = ""
            return self.epoch

    def use_share(self) -> float:
        """Limit the requests to the share of this process, because Redis is unavailable.

        Return the seconds to wait before trying again, until the share is known and no request is reporting; 0.0 if that is so.
        """
        with self._lock:
            now = self._clock()
            if self.outage_since is None:
                self.outage_since = now
            delay = _REPORT_INTERVAL if now < self._reporting_until else self._delay_of_share(now)
            if delay > 0:
                return delay
            requests = self._share_at(now).requests_at(now)
            self._outage_state.is_open = True
            if requests == 0:
                self.state.pause(self.outage_since + self.limit.seconds)
            self.state.limit = evolve(self.limit, requests=max(1, requests))
            return 0.0

    def start_report(self) -> "Report | float":
        """Admit no more requests, and return what to report to Redis, or the seconds to wait before trying again.

        `end_report` must follow a report.
        """
        with self._lock:
            now = self._clock()
            if self.outage_since is None:
                self.outage_since = now
            delay = _REPORT_INTERVAL if now < self._reporting_until else self._delay_of_share(now)
            if delay > 0:
                return delay
            self._reporting_until, self._outage_state.is_open = now + _MAX_REPORT, False
            share = self._share_at(now).requests_at(now)
            times = [at - now for at in self.state.times(now)]
            return Report(repr(self.outage_since), now - self.outage_since, share, times)

    def end_report(self, epoch: str | None) -> None:
        """Record the epoch in which Redis counts all requests of this process; None if it could not be reached."""
        with self._lock:
            self._reporting_until = -math.inf
            if epoch is not None:
                self.epoch, self._shared_at = epoch, self._clock()
                self.outage_since = self._share = None
                self.state.limit = self.limit
                self._outage_state.end_pause()
            for event in self._events.values():  # Redis admits those that wait, or the next share
                event.set()

    def _delay_of_share(self, now: float) -> float:
        """Return the seconds until the share is known: until all requests are sent that Redis has admitted ahead, into slots of any process."""
        assert self.outage_since is not None
        is_full = self._share is None and self.outage_since - self._full_at < self.limit.seconds + _MAX_DELAY
        return max(0.0, self.outage_since + MAX_LEAD - now) if is_full else 0.0

    def _share_at(self, now: float) -> OutageShare:
        if self._share is None:
            used, seconds = self.state.used(now), self.limit.seconds
            others = self._others if now - self._shared_at < seconds else None
            if now - self._full_at < seconds + MAX_LEAD + _MAX_DELAY:  # the others have used what this process has not
                others = self.limit.requests - used
            self._share = OutageShare.start(self.limit, self.processes, used, others, now)
        return self._share

    def _admit(self, ticket: int, permit: "RateLimitPermit", now: float) -> None:
        self.state.admit(ticket, now)
        cast("RedisPermit", permit).shared_slots.append((self, ticket, now))
