# Generated from codegen/sync_overrides/_concurrency/threads.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Blocking calls."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def run_in_thread(call: Callable[[], T]) -> T:
    """Run a blocking function, in the current thread."""
    return call()
