"""The retry policy, and the decision whether to retry a failed attempt."""

import random as _random
from collections.abc import Callable

from attrs import Attribute, field, frozen

from workos_core.errors import ConfigurationError, InvalidArgumentTypeError
from workos_core.http.backoff import backoff_delay

IDEMPOTENT_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})
# 421 and 425 ask for another connection and for a later attempt; 520 to 524 and 529 are errors of proxies and of overloaded servers.
RETRIABLE_STATUSES = frozenset({408, 421, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529})


def _validate_count(_: object, attribute: "Attribute[int]", value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        raise InvalidArgumentTypeError(f"{attribute.name} must be an int, not {type(value).__name__}")
    if value < 0:
        raise ConfigurationError(f"{attribute.name} must be at least 0 (got {value}); 0 disables retries")


def _validate_seconds(_: object, attribute: "Attribute[float]", value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise InvalidArgumentTypeError(f"{attribute.name} must be a number of seconds, not {type(value).__name__}")
    if not value >= 0:
        raise ConfigurationError(f"{attribute.name} must be at least 0 seconds (got {value})")


@frozen
class RetryPolicy:
    """The number of retries and the delays between them: exponential backoff with full jitter.

    Attributes:
        max_retries: The maximum number of retries after the first attempt.
        initial_delay: The upper bound of the delay before the first retry, in seconds. It doubles with each retry.
        max_delay: The upper bound of all backoff delays, in seconds.
        max_retry_after: The longest `Retry-After` delay to wait for, in seconds. If the API requests a longer one, the error is raised immediately.
        retry_non_idempotent: Whether to retry a POST or PATCH that the API may have processed already, so that it may take effect twice.
            Requests that consume a single-use code or token, and calls of `WorkOS.request`, are never retried in this case.
    """

    max_retries: int = field(default=3, validator=_validate_count)
    initial_delay: float = field(default=0.5, validator=_validate_seconds)
    max_delay: float = field(default=8.0, validator=_validate_seconds)
    max_retry_after: float = field(default=60.0, validator=_validate_seconds)
    retry_non_idempotent: bool = False


@frozen
class AttemptOutcome:
    """The outcome of an attempt: a response, or a connection error.

    Attributes:
        status: The HTTP status code; None if no response was received.
        retry_after: The delay of the `Retry-After` header in seconds, if the response has a valid one.
        sent: Whether the request may have reached the API. Ignored if a response was received.
        final: Whether a retry would fail as well.
    """

    status: int | None = None
    retry_after: float | None = None
    sent: bool = True
    final: bool = False


def delay_before_retry(
    policy: RetryPolicy,
    attempt: int,
    outcome: AttemptOutcome,
    *,
    idempotent: bool,
    random: Callable[[], float] = _random.random,
) -> float | None:
    """Return the delay in seconds before the next attempt, or None to not retry.

    A request that the API may have processed is retried only if it is idempotent. A request that the API has not processed is always
    retried: no connection was established, or the response is a 429, or a 503 with `Retry-After`.

    Args:
        policy: The retry policy.
        attempt: The number of attempts so far, from 1.
        outcome: The outcome of the last attempt.
        idempotent: Whether the request is idempotent: by its HTTP method, or because the API honors its `Idempotency-Key`.
        random: A function that returns a random number from 0 to 1.
    """
    if attempt > policy.max_retries or outcome.final:
        return None
    status = outcome.status
    if status is None:
        if outcome.sent and not idempotent:
            return None
    elif status not in RETRIABLE_STATUSES:
        return None
    elif not idempotent and status != 429 and not (status == 503 and outcome.retry_after is not None):
        return None
    # With a 429, 0 is a fraction of a second that was rounded down: all retries would be rejected, too.
    if outcome.retry_after is not None and (outcome.retry_after > 0 or status != 429):
        return outcome.retry_after if outcome.retry_after <= policy.max_retry_after else None
    return backoff_delay(policy, attempt, random)
