"""Hooks, and the log messages of the logger `workos`: requests, responses, retries and rate-limit waits, without secrets."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from attrs import Attribute, field, frozen

from workos_core.argument_checks import check_function

logger: logging.Logger = logging.getLogger("workos")
"""Logs responses and rate-limit waits at DEBUG and retries at INFO. Paths are logged as templates, without IDs; headers and bodies are not logged."""


@frozen
class RequestInfo:
    """An attempt that is about to be sent.

    Attributes:
        operation: The method, such as `organizations.get_organization`.
        method: The HTTP method.
        path: The path as a template, such as `/organizations/{organization_id}`.
        attempt: The number of the attempt, from 1.
    """

    operation: str
    method: str
    path: str
    attempt: int


@frozen
class ResponseInfo:
    """A response, successful or not.

    Attributes:
        request: The attempt that it belongs to.
        status: The HTTP status code.
        request_id: The `X-Request-ID` header, for WorkOS support.
        headers: All headers, with lower-case names. `repr` does not show them.
        seconds: The duration of the attempt in seconds.
    """

    request: RequestInfo
    status: int
    request_id: str | None
    headers: Mapping[str, str] = field(repr=False, hash=False)
    seconds: float


@frozen
class RetryInfo:
    """A failed attempt that is going to be retried.

    Attributes:
        request: The attempt that failed.
        error: The reason.
        delay: Seconds until the next attempt.
    """

    request: RequestInfo
    error: Exception
    delay: float


@frozen
class RateLimitInfo:
    """An attempt that waits so that it does not exceed a rate limit, or a limit that was lowered because 429s recurred.

    Attributes:
        request: The attempt that waits, or that was rejected.
        limit: The name of the rate limit, such as `directory_users`; for an endpoint without a limit of its own, its method and path.
        delay: The expected wait in seconds; for a lowered limit, the pause after the 429. A wait for the responses to other requests,
            whose length is not known, is reported once it exceeds a second, with the seconds so far.
        scope: What the limit counts by, such as `ip`, `directory` or `email`; `endpoint` for an endpoint without a limit of its own.
        lowered_to: The requests and seconds that the limit was lowered to; None for a wait.
    """

    request: RequestInfo
    limit: str
    delay: float
    scope: str = ""
    lowered_to: tuple[int, float] | None = None


Hook = Callable[[Any], Any]


def _validate_function(_: object, attribute: "Attribute[Any]", value: object) -> None:
    check_function(f"the hook {attribute.name}", value)


@frozen
class Hooks:
    """Callbacks for the events of a call. The async client also accepts coroutine functions. An exception that a hook raises ends the call.

    Attributes:
        request: Called with a `RequestInfo` before each attempt.
        response: Called with a `ResponseInfo` after each response.
        retry: Called with a `RetryInfo` before each wait for the next attempt.
        rate_limit: Called with a `RateLimitInfo` before an attempt waits for a rate limit, again if the wait becomes more than a second
            longer, and when a limit is lowered.
    """

    request: Callable[[RequestInfo], Any] | None = field(default=None, validator=_validate_function)
    response: Callable[[ResponseInfo], Any] | None = field(default=None, validator=_validate_function)
    retry: Callable[[RetryInfo], Any] | None = field(default=None, validator=_validate_function)
    rate_limit: Callable[[RateLimitInfo], Any] | None = field(default=None, validator=_validate_function)


def log_response(info: ResponseInfo) -> None:
    """Log a response at DEBUG."""
    request = info.request
    logger.debug(
        "%s %s: %d in %.0f ms (%s, attempt %d, request ID %s)",
        request.method,
        request.path,
        info.status,
        info.seconds * 1000,
        request.operation,
        request.attempt,
        info.request_id,
    )


def log_retry(info: RetryInfo) -> None:
    """Log a retry at INFO."""
    request = info.request
    logger.info(
        "%s %s: attempt %d failed (%s), retrying in %.2f s",
        request.method,
        request.path,
        request.attempt,
        type(info.error).__name__,
        info.delay,
    )


LONG_WAIT = 1.0
"""Seconds. A longer rate-limit wait is logged at INFO."""


def log_rate_limit(info: RateLimitInfo) -> None:
    """Log a rate-limit wait: at INFO if it is longer than a second, otherwise at DEBUG."""
    request = info.request
    logger.log(
        logging.INFO if info.delay > LONG_WAIT else logging.DEBUG,
        "%s %s: waiting %.2f s for the rate limit %s (per %s)",
        request.method,
        request.path,
        info.delay,
        info.limit,
        info.scope,
    )


def log_learned_limit(info: RateLimitInfo) -> None:
    """Log at WARNING that a limit was lowered."""
    requests, seconds = info.lowered_to or (0, 0.0)
    logger.warning(
        "%s %s: 429s recur, so the rate limit %s (per %s) is lowered to %d requests per %.3g s; it recovers after a pause of %.2f s",
        info.request.method,
        info.request.path,
        info.limit,
        info.scope,
        requests,
        seconds,
        info.delay,
    )
