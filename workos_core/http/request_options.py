"""The options of a single call."""

from collections.abc import Callable, Mapping
from typing import Any, TypedDict

from workos_core.http.hooks import ResponseInfo
from workos_core.http.retry_policy import RetryPolicy
from workos_core.http.timeouts import TimeoutLike


class RequestOptions(TypedDict, total=False):
    """Settings of a single call, over those of the client.

    Attributes:
        timeout: Seconds for each phase (connect, read, write, wait for a connection), a `Timeout` that tells them apart, or None for
            no limit.
        max_retries: How many times to try again.
        retry: How often and how long to wait between tries.
        deadline: Seconds for the whole call, retries included; None for no limit.
        headers: Further headers; they win over those of the SDK.
        idempotent: Whether the request may be sent again although the first may have been processed: True where you know that this does
            no harm, False to stop the repeats of a GET, PUT or DELETE. Left out, the method and the retry policy decide.
        on_response: Called with a `ResponseInfo` (status, headers, request id) for every answer of this call.
    """

    timeout: TimeoutLike
    max_retries: int
    retry: RetryPolicy
    deadline: float | None
    headers: Mapping[str, str]
    idempotent: bool
    on_response: Callable[[ResponseInfo], Any]


def check_options(options: RequestOptions) -> None:
    """Refuse options that don't exist, as Python refuses unknown keyword arguments."""
    unknown = set(options) - set(RequestOptions.__annotations__)
    if unknown:
        known = ", ".join(RequestOptions.__annotations__)
        raise TypeError(f"there is no option {', '.join(sorted(unknown))}; options of a call are {known}")
