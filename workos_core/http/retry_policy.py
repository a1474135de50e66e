"""When to try again: a pure function from what happened to a delay or an end."""

import random as _random
from collections.abc import Callable

from attrs import Attribute, field, frozen

from workos_core.errors import ConfigurationError

IDEMPOTENT_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})
RETRIABLE_STATUSES = frozenset({408, 429, 500, 502, 503, 504})


def _count(_: object, attribute: "Attribute[int]", value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{attribute.name} takes a whole number, not {type(value).__name__}")
    if value < 0:
        raise ConfigurationError(f"{attribute.name} is {value}; use 0 for no retries")


def _seconds(_: object, attribute: "Attribute[float]", value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{attribute.name} takes seconds, not {type(value).__name__}")
    if not value >= 0:
        raise ConfigurationError(f"{attribute.name} is {value}; it takes seconds from 0 on")


@frozen
class RetryPolicy:
    """How often and how long to wait.

    Attributes:
        max_retries: How many times to try again after the first attempt.
        initial_delay: Seconds; the longest wait before the first retry. It doubles with every retry.
        max_delay: Seconds; the longest wait that doubling leads to.
        max_retry_after: Seconds; when the API asks for a longer wait, the error is raised at once, so that the caller decides.
        retry_non_idempotent: Whether a POST or PATCH is tried again although the API may have processed it, after which it may be done twice.
            Requests that spend a code or token that works once are never repeated so, nor is `WorkOS.request`.
    """

    max_retries: int = field(default=3, validator=_count)
    initial_delay: float = field(default=0.5, validator=_seconds)
    max_delay: float = field(default=8.0, validator=_seconds)
    max_retry_after: float = field(default=60.0, validator=_seconds)
    retry_non_idempotent: bool = False


@frozen
class AttemptOutcome:
    """What came of one attempt: either the status of an answer, or no answer.

    Attributes:
        status: The HTTP status; None when no answer arrived.
        retry_after: What the Retry-After header asks for, in seconds.
        sent: Whether the request may have reached the API (only asked where no answer arrived).
        final: Whether trying again is of no use.
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
    """Seconds to wait before the next attempt, or None when there is none.

    What may have been done already is only repeated when that does no harm; what can't have been done is always repeated.

    Args:
        policy: How often and how long.
        attempt: How many attempts were made, from 1.
        outcome: What came of the last one.
        idempotent: Whether sending it twice does no harm: the method is idempotent, or the API honours an Idempotency-Key.
        random: A number from 0 to 1; the wait is spread evenly up to the limit, so that many clients don't return together.
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
    if outcome.retry_after is not None:
        return outcome.retry_after if outcome.retry_after <= policy.max_retry_after else None
    return min(policy.max_delay, policy.initial_delay * 2.0 ** min(attempt - 1, 60)) * random()
