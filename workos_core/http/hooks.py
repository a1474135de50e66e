"""What an application can watch: each attempt, each answer, each wait before another try. Nothing here holds a secret."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from attrs import field, frozen

logger = logging.getLogger("workos")
"""Answers and waits for a rate limit are logged at DEBUG, retries at INFO. Paths are logged as templates, without ids; headers and bodies are not logged."""


@frozen
class RequestInfo:
    """An attempt that is about to be sent.

    Attributes:
        operation: The method, such as `organizations.get_organization`.
        method: The HTTP method.
        path: The path as a template, such as `/organizations/{organization_id}`.
        attempt: 1 for the first try.
    """

    operation: str
    method: str
    path: str
    attempt: int


@frozen
class ResponseInfo:
    """An answer that arrived, successful or not.

    Attributes:
        request: The attempt it answers.
        status: The HTTP status.
        request_id: The `X-Request-ID` header, for WorkOS support.
        headers: All headers, with lower-case names. Not shown in `repr`.
        seconds: How long the attempt took.
    """

    request: RequestInfo
    status: int
    request_id: str | None
    headers: Mapping[str, str] = field(repr=False)
    seconds: float


@frozen
class RetryInfo:
    """A failed attempt that will be followed by another.

    Attributes:
        request: The attempt that failed.
        error: Why.
        delay: Seconds until the next attempt.
    """

    request: RequestInfo
    error: Exception
    delay: float


@frozen
class RateLimitInfo:
    """An attempt that waits, so as not to exceed a rate limit.

    Attributes:
        request: The attempt.
        limit: The name of the limit, such as `directory_users`.
        delay: Seconds it is going to wait, as far as is known.
    """

    request: RequestInfo
    limit: str
    delay: float


Hook = Callable[[Any], Any]


@frozen
class Hooks:
    """Functions to call; those of async code may be coroutine functions. An exception they raise ends the call.

    Attributes:
        request: Called with a RequestInfo before every attempt.
        response: Called with a ResponseInfo after every answer.
        retry: Called with a RetryInfo before every wait for another attempt.
        rate_limit: Called with a RateLimitInfo before an attempt waits, so as not to exceed a rate limit.
    """

    request: Callable[[RequestInfo], Any] | None = None
    response: Callable[[ResponseInfo], Any] | None = None
    retry: Callable[[RetryInfo], Any] | None = None
    rate_limit: Callable[[RateLimitInfo], Any] | None = None


def log_response(info: ResponseInfo) -> None:
    """Write an answer to the log."""
    request = info.request
    logger.debug(
        "%s %s: %d in %.0f ms (%s, attempt %d, request id %s)",
        request.method,
        request.path,
        info.status,
        info.seconds * 1000,
        request.operation,
        request.attempt,
        info.request_id,
    )


def log_retry(info: RetryInfo) -> None:
    """Write a retry to the log."""
    request = info.request
    logger.info(
        "%s %s: attempt %d failed (%s), again in %.2f s",
        request.method,
        request.path,
        request.attempt,
        type(info.error).__name__,
        info.delay,
    )


def log_rate_limit(info: RateLimitInfo) -> None:
    """Write a wait to the log."""
    request = info.request
    logger.debug("%s %s: waits %.2f s for the rate limit %s", request.method, request.path, info.delay, info.limit)
