"""Locks of tasks."""

from workos_sync._concurrency.locks import ForkSafeLock

TaskLock = ForkSafeLock
