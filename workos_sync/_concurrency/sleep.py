# Generated from codegen/sync_overrides/_concurrency/sleep.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Sleeping."""

import time

from workos_sync._concurrency.background_task import current_background_task


def sleep(seconds: float) -> None:
    """Sleep for a number of seconds."""
    task = current_background_task.get()
    if task is None:
        time.sleep(seconds)
    else:
        task.sleep(seconds)
