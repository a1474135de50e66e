# Generated from codegen/sync_overrides/_concurrency/task_lock.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Locks of tasks."""

from workos_sync._concurrency.locks import ForkSafeLock

TaskLock = ForkSafeLock
