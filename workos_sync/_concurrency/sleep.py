# Generated from codegen/sync_overrides/_concurrency/sleep.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Sleeping."""

import time

from workos_sync._concurrency.background_task import current_background_task


def sleep(seconds: float) -> None:
    """Wait."""
    background = current_background_task.get()
    if background is None:
        time.sleep(seconds)
    else:
        background.sleep(seconds)
