"""When to try again: a pure function from what happened to a delay or an end."""

import random as _random
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime

from attrs import Attribute, field, frozen

from workos_core.errors import ConfigurationError

IDEMPOTENT_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})
RETRIABLE_STATUSES = frozenset({408, 429, 500, 502, 503, 504})


def _not_negative(_: object, attribute: "Attribute[int]", value: int) -> None:
    if value < 0:
        raise ConfigurationError(f"{attribute.name} is {value}; use 0 for no retries")


@frozen
class RetryPolicy:
    """How often and how long to wait.

    Attributes:
        max_retries: How many times to try again after the first attempt.
        initial_delay: Seconds; the longest wait before the first retry. It doubles with every retry.
        max_delay: Seconds; the longest wait that doubling leads to.
        max_retry_after: Seconds; when the API asks for a longer wait, the error is raised at once, so that the caller decides.
    """

    max_retries: int = field(default=3, validator=_not_negative)
    initial_delay: float = 0.5
    max_delay: float = 8.0
    max_retry_after: float = 60.0


@frozen
class Outcome:
    """What came of one attempt: either the status of an answer, or no answer.

    Attributes:
        status: The HTTP status; None when no answer arrived.
        retry_after: What the Retry-After header asks for, in seconds.
        sent: Whether the request may have reached the API (only asked where no answer arrived).
    """

    status: int | None = None
    retry_after: float | None = None
    sent: bool = True


def delay_before_retry(
    policy: RetryPolicy,
    attempt: int,
    outcome: Outcome,
    *,
    repeatable: bool,
    random: Callable[[], float] = _random.random,
) -> float | None:
    """Seconds to wait before the next attempt, or None when there is none.

    What may have been done already is only repeated when that does no harm; what can't have been done is always repeated.

    Args:
        policy: How often and how long.
        attempt: How many attempts were made, from 1.
        outcome: What came of the last one.
        repeatable: Whether sending it twice does no harm: the method is idempotent, or the API honours an Idempotency-Key.
        random: A number from 0 to 1; the wait is spread evenly up to the limit, so that many clients don't return together.
    """
    if attempt > policy.max_retries:
        return None
    status = outcome.status
    if status is None:
        if outcome.sent and not repeatable:
            return None
    elif status not in RETRIABLE_STATUSES:
        return None
    elif not repeatable and status != 429 and not (status == 503 and outcome.retry_after is not None):
        return None
    if outcome.retry_after is not None:
        return outcome.retry_after if outcome.retry_after <= policy.max_retry_after else None
    return min(policy.max_delay, policy.initial_delay * 2.0 ** (attempt - 1)) * random()


def parse_retry_after(value: str | None, now: Callable[[], float] = time.time) -> float | None:
    """Seconds that a Retry-After header asks to wait: a number or an HTTP date. Nonsense is as good as no header.

    Args:
        value: The header.
        now: Unix time in seconds, to which a date is compared.
    """
    if value is None:
        return None
    text = value.strip()
    try:
        seconds = float(text)
    except ValueError:
        try:
            seconds = parsedate_to_datetime(text).timestamp() - now()
        except (ValueError, OverflowError, OSError):
            return None
    return max(0.0, seconds) if seconds == seconds else None
