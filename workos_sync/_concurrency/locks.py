# Generated from workos_async/_concurrency/locks.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Locks of threads."""

import os
from threading import RLock
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

if TYPE_CHECKING:

    class _Lock:
        def __enter__(self) -> bool: ...

        def __exit__(self, *_: object) -> None: ...
else:
    _Lock = type(RLock())


class ForkSafeLock(_Lock):
    """A reentrant lock for threads that is released in a forked process if another thread held it in the parent.

    Only the thread that forks exists in the child: a lock that another thread held would never be released there.

    It is reentrant because a signal handler or `__del__` may run while its thread holds the lock, and may call the SDK. And `with` calls
    its methods, which are written in C, without a Python frame in between: an exception raised by a signal handler there would leave
    the lock held.
    """

    def __init__(self) -> None:
        super().__init__()
        _locks.add(self)


_locks: WeakSet[ForkSafeLock] = WeakSet()


def _release_locks_of_other_threads() -> None:
    for lock in list(_locks):
        reentrant: Any = lock
        if not reentrant._is_owned():
            reentrant._at_fork_reinit()


if hasattr(os, "register_at_fork") and hasattr(ForkSafeLock, "_at_fork_reinit") and hasattr(ForkSafeLock, "_is_owned"):
    os.register_at_fork(after_in_child=_release_locks_of_other_threads)
