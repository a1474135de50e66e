"""A reentrant lock with a commit callback."""

from collections.abc import Callable
from threading import RLock
from types import TracebackType


class CommitLock:
    """A reentrant lock that calls `on_commit` when the outermost holder releases it, before the lock is released.

    Code that changes stored objects holds the lock, so that events and the database never see an incomplete change.

    Args:
        on_commit: Emits events for the changes and writes them to the database.
    """

    def __init__(self, on_commit: Callable[[], None]) -> None:
        self._on_commit = on_commit
        self._lock = RLock()
        self._depth = 0

    def __enter__(self) -> "CommitLock":
        self._lock.acquire()
        self._depth += 1
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if self._depth == 1:
                self._on_commit()
        finally:
            self._depth -= 1
            self._lock.release()
