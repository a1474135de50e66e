"""Telling that a request is on the wire, to one who waits for that in another task or thread."""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from workos_async._concurrency.tracing_callback import tracer

_call: ContextVar[Callable[[], None] | None] = ContextVar("workos_departure", default=None)


def on_request_sent(call: Callable[[], None]) -> None:
    """From now on, in this context, call something whenever a request was written to its connection, or has to wait for a rate limit.

    OriginPools of the user's that don't trace their steps, as those of httpx do, never tell.
    """
    _call.set(call)


def get_request_sent_callback() -> Callable[[], None] | None:
    """What to call when a request of this context is on the wire; None where nobody waits for that."""
    return _call.get()


def notify_rate_limit_wait() -> None:
    """The request of this context has to wait for a rate limit."""
    call = _call.get()
    if call is not None:
        call()


def trace_extension(departed: Callable[[], None] | None) -> dict[str, Any]:
    """Extensions of a request by which a transport of httpx calls something when it is on the wire."""
    if departed is None:
        return {}

    def tell(step: str) -> None:
        if step.endswith(".send_request_body.complete"):
            departed()

    return {"trace": tracer(tell)}
