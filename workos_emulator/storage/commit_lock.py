"""The lock of an emulator."""

from collections.abc import Callable
from threading import RLock
from types import TracebackType


class CommitLock:
    """A lock that its holder may take again; when the last hold ends, `at_end` is called, still under the lock.

    Whoever changes stored objects holds it, so that changes become events, and are written to disk, when they are complete.

    Args:
        at_end: What is to be done after a change.
    """

    def __init__(self, at_end: Callable[[], None]) -> None:
        self._at_end = at_end
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
                self._at_end()
        finally:
            self._depth -= 1
            self._lock.release()
