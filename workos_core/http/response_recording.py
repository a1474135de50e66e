"""Recording of the responses that a call receives, for `WorkOS.with_response`."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Generic, TypeVar

from attrs import field, frozen

from workos_core.http.hooks import ResponseInfo

T = TypeVar("T")


@frozen
class APIResponse(Generic[T]):
    """The result of a method together with its response.

    Attributes:
        data: What the method returns.
        status: The HTTP status code.
        headers: The headers by lower-case name.
        request_id: The `X-Request-ID` header, for WorkOS support.
        attempts: The number of attempts, including the one with this response.
    """

    data: T = field(hash=False)
    status: int
    headers: Mapping[str, str] = field(repr=False, hash=False)
    request_id: str | None
    attempts: int


recorded_responses: ContextVar[list[ResponseInfo] | None] = ContextVar("workos_responses", default=None)
"""The list that successful responses are appended to; None if they are not recorded."""


@contextmanager
def record_responses() -> Generator[list[ResponseInfo]]:
    """Record the successful responses of the calls in the body of a `with` statement."""
    responses: list[ResponseInfo] = []
    token = recorded_responses.set(responses)
    try:
        yield responses
    finally:
        recorded_responses.reset(token)
