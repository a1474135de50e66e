# Generated from workos_async/_concurrency/locks.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Locks of threads."""

import os
from threading import Lock


class ForkSafeLock:
    """A lock for threads that is released in a forked process, even if another thread held it in the parent.

    Only the thread that forks exists in the child: a lock that another thread held would never be released there.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._process = os.getpid()

    def __enter__(self) -> None:
        if self._process != os.getpid():  # any other thread of the child has passed here, or does not run yet
            self._lock, self._process = Lock(), os.getpid()
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()
