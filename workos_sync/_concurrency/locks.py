# Generated from codegen/sync_overrides/_concurrency/locks.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Locks."""

import os
from threading import Lock as _Lock


class ForkSafeLock:
    """Lets one thread at a time through; in a forked process it is open, whoever held it in the parent.

    The child of a fork has only the thread that forked: what another one held there would be held for ever.
    """

    def __init__(self) -> None:
        self._lock = _Lock()
        self._process = os.getpid()

    def __enter__(self) -> None:
        if self._process != os.getpid():  # nobody else runs in the child yet, or they all came through here
            self._lock, self._process = _Lock(), os.getpid()
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()


TaskLock = ForkSafeLock
