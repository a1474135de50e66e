# Generated from workos_async/_departure.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Telling that a request is on the wire."""

from contextvars import ContextVar
from typing import Any

from workos_sync._io import Signal, tracer

_signal: ContextVar[Signal | None] = ContextVar("workos_departure", default=None)


def tell_departure(signal: Signal) -> None:
    """From now on, in this context, set a signal whenever a request was written to its connection.

    Transports that don't trace their steps, as those of httpx do, never set it.
    """
    _signal.set(signal)


def watch() -> dict[str, Any]:
    """The extensions of a request that somebody waits for to depart."""
    signal = _signal.get()
    if signal is None:
        return {}

    def tell(step: str) -> None:
        if step.endswith(".send_request_body.complete"):
            signal.set()

    return {"trace": tracer(tell)}
