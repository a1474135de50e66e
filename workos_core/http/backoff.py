"""Delays between the attempts of a call."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workos_core.http.retry_policy import RetryPolicy


def backoff_delay(policy: "RetryPolicy", attempt: int, random: Callable[[], float]) -> float:
    """Return the delay in seconds after an attempt, from 1: exponential backoff with full jitter, so that many clients don't retry at once."""
    return min(policy.max_delay, policy.initial_delay * 2.0 ** min(attempt - 1, 60)) * random()
