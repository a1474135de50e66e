# Generated from codegen/sync_overrides/_concurrency/shielding.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Calls that cancellation does not interrupt."""

from typing import TypeVar

from workos_sync._concurrency.callbacks import Call

T = TypeVar("T")


def close_shielded(closed: None) -> None:
    """Do nothing: the argument was evaluated, and no cancellation interrupts synchronous code."""


close_uninterrupted = close_shielded


def run_shielded(call: Call[T]) -> T:
    """Run a call that must not stop halfway: no cancellation interrupts synchronous code."""
    return call()
