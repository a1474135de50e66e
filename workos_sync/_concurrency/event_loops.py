# Generated from codegen/sync_overrides/_concurrency/event_loops.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The process, in place of an event loop."""

import os
from collections.abc import Hashable


def execution_context() -> Hashable:
    """Return the process that owns the connections opened now: connections don't work in a forked process."""
    return os.getpid()


def has_ended(context: Hashable) -> bool:
    """Return whether an execution context has ended. Always False: a context lives as long as its process."""
    return False
