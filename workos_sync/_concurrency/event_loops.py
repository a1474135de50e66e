# Generated from codegen/sync_overrides/_concurrency/event_loops.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The running event loop, and what belongs to it."""

import os
from collections.abc import Hashable


def execution_context() -> Hashable:
    """What open connections belong to: they don't work in a forked process."""
    return os.getpid()


def has_ended(context: Hashable) -> bool:
    """Whether a context has ended: none does before the process."""
    return False
