"""The options of a single call."""

from collections.abc import Callable, Mapping
from typing import Any, Literal, TypedDict, cast

from workos_core.argument_checks import check_function, check_type
from workos_core.errors import InvalidArgumentError, InvalidArgumentTypeError
from workos_core.http.headers import merge_headers
from workos_core.http.hooks import ResponseInfo
from workos_core.http.retry_policy import RetryPolicy
from workos_core.http.timeouts import TimeoutLike, phase_timeouts


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


def merge_options(defaults: RequestOptions, options: RequestOptions) -> RequestOptions:
    """Return the options of a call over those of its client. Headers are joined; `max_retries` replaces an earlier `retry`."""
    merged: RequestOptions = {**defaults, **options}
    if "headers" in defaults and "headers" in options:
        merged["headers"] = merge_headers(defaults["headers"], options["headers"])
    if "max_retries" in defaults and "retry" in options and "max_retries" not in options:
        del merged["max_retries"]
    return merged


def check_options(options: RequestOptions) -> None:
    """Check the options of a call.

    Raises:
        InvalidArgumentTypeError: The options are not a dict, or there is an unknown option.
        InvalidArgumentError: The priority is invalid.
    """
    if not isinstance(cast("object", options), Mapping):
        raise InvalidArgumentTypeError(f"options must be a dict such as {{'timeout': 5}}, not {type(options).__name__}")
    unknown = set(options) - set(RequestOptions.__annotations__)
    if unknown:
        known = ", ".join(RequestOptions.__annotations__)
        raise InvalidArgumentTypeError(
            f"unknown option {', '.join(sorted(unknown))}; the options of a call are {known}"
        )
    priority = options.get("priority", "interactive")
    if priority not in ("interactive", "background"):
        raise InvalidArgumentError(f"priority must be 'interactive' or 'background' (got {priority!r})")
    if "timeout" in options:
        phase_timeouts(options["timeout"])
    if "max_retries" in options:
        RetryPolicy(max_retries=options["max_retries"])
    if (retry := options.get("retry")) is not None:
        check_type("retry", retry, RetryPolicy, "a RetryPolicy")
    if "headers" in options:
        merge_headers(options["headers"])
    if "idempotent" in options:
        check_type("idempotent", options["idempotent"], bool, "True or False")
    check_function("on_response", options.get("on_response"))
