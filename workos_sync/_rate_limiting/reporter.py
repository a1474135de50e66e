# Generated from workos_async/_rate_limiting/reporter.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Reports of rate-limit waits and learned limits."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from workos_core.http.hooks import RateLimitInfo, RequestInfo, log_learned_limit, log_rate_limit
from workos_sync._concurrency.callbacks import maybe_await
from workos_sync._http.request_sent import notify_rate_limit_wait

if TYPE_CHECKING:
    from workos_core.rate_limits.learned_limit import LearnedLimit


class WaitReporter:
    """Reports the rate-limit events of one request to the log and the hook.

    Args:
        info: The attempt, as passed to hooks.
        hook: The hook for rate limits, or None.
    """

    def __init__(self, info: RequestInfo, hook: Callable[[RateLimitInfo], Any] | None) -> None:
        self._info = info
        self._hook = hook

    @property
    def is_retry(self) -> bool:
        """Whether the request is a retry."""
        return self._info.attempt > 1

    def report_wait(self, limit: str, scope: str, delay: float) -> None:
        """Report that the request waits: to the prefetcher, the log and the hook."""
        notify_rate_limit_wait()
        info = RateLimitInfo(self._info, limit, delay, scope)
        log_rate_limit(info)
        self._call_hook(info)

    def report_learned(self, limit: str, scope: str, learned: "LearnedLimit", pause: float) -> None:
        """Report that a limit was lowered."""
        info = RateLimitInfo(self._info, limit, pause, scope, (learned.requests, learned.seconds))
        log_learned_limit(info)
        self._call_hook(info)

    def _call_hook(self, info: RateLimitInfo) -> None:
        if self._hook is not None:
            maybe_await(self._hook(info))
