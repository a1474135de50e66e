"""Telling that a request is on the wire, to one who waits for that in another task or thread."""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from workos_async._io import tracer

_call: ContextVar[Callable[[], None] | None] = ContextVar("workos_departure", default=None)


def tell_departure(call: Callable[[], None]) -> None:
    """From now on, in this context, call something whenever a request was written to its connection, or has to wait for a rate limit.

    Transports of the user's that don't trace their steps, as those of httpx do, never tell.
    """
    _call.set(call)


def departure() -> Callable[[], None] | None:
    """What to call when a request of this context is on the wire; None where nobody waits for that."""
    return _call.get()


def held_up() -> None:
    """The request of this context has to wait for a rate limit."""
    call = _call.get()
    if call is not None:
        call()


def traced(departed: Callable[[], None] | None) -> dict[str, Any]:
    """Extensions of a request by which a transport of httpx calls something when it is on the wire."""
    if departed is None:
        return {}

    def tell(step: str) -> None:
        if step.endswith(".send_request_body.complete"):
            departed()

    return {"trace": tracer(tell)}
