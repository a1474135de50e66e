"""The options of a single call."""

from collections.abc import Callable, Mapping
from typing import Any, Literal, TypedDict

from workos_core.errors import InvalidArgumentError
from workos_core.http.hooks import ResponseInfo
from workos_core.http.retry_policy import RetryPolicy
from workos_core.http.timeouts import TimeoutLike


class RequestOptions(TypedDict, total=False):
    """Settings of a single call, which override those of the client.

    Attributes:
        timeout: The timeout of each phase (connect, read, write, waiting for a connection) in seconds, a `Timeout` with a value per
            phase, or None for no timeout.
        max_retries: The maximum number of retries after the first attempt.
        retry: The retry policy.
        deadline: The time limit for the whole call in seconds, including retries; None for no limit.
        headers: Additional headers; they override those of the SDK.
        idempotent: Whether the request may be retried after the API may have processed it. Pass True if repeating the request is safe,
            False to prevent such retries of a GET, PUT or DELETE. By default, the HTTP method and the retry policy decide.
        priority: `interactive` (the default) or `background`. While requests wait for a rate limit, interactive ones are sent first;
            every fifth is a background one, so that those make progress too.
        on_response: Called with a `ResponseInfo` (status, headers, request ID) for each response of this call.
    """

    timeout: TimeoutLike
    max_retries: int
    retry: RetryPolicy
    deadline: float | None
    headers: Mapping[str, str]
    idempotent: bool
    priority: Literal["interactive", "background"]
    on_response: Callable[[ResponseInfo], Any]


def check_options(options: RequestOptions) -> None:
    """Check the options of a call.

    Raises:
        TypeError: There is an unknown option. Python raises it for unknown keyword arguments, too.
        InvalidArgumentError: The priority is invalid.
    """
    unknown = set(options) - set(RequestOptions.__annotations__)
    if unknown:
        known = ", ".join(RequestOptions.__annotations__)
        raise TypeError(f"unknown option {', '.join(sorted(unknown))}; the options of a call are {known}")
    priority = options.get("priority", "interactive")
    if priority not in ("interactive", "background"):
        raise InvalidArgumentError(f"priority must be 'interactive' or 'background' (got {priority!r})")
