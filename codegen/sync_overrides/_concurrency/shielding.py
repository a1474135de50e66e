"""Work that cancellation does not interrupt."""

from typing import TypeVar

from workos_sync._concurrency.callbacks import Call

T = TypeVar("T")


def close_shielded(closed: None) -> None:
    """Nothing interrupts synchronous code while it closes something."""


close_uninterrupted = close_shielded


def run_shielded(call: Call[T]) -> T:
    """Call what must not stop half-way: nothing stops synchronous code from outside."""
    return call()
