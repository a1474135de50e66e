# Generated from workos_async/_auth/ended_sessions.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The sessions that were signed out a moment ago, in this process and in the ones that share its refresh lock."""

import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from workos_core.clock import elapsed_time
from workos_core.errors import StoreUnavailableError
from workos_sync._concurrency.call_deadline import Deadline

if TYPE_CHECKING:
    from workos_sync._auth.refresh_lock import RefreshLock

LIFETIME = 180.0
"""How long a session counts as ended, in seconds: longer than a refresh that was in progress at sign-out, and than its result is kept."""


class EndedSessions:
    """Remembers ended sessions, so that no request that still carries an old cookie receives the tokens of an earlier refresh.

    Args:
        refresh_lock: The lock whose Redis server the processes share, or `None`.
        clock: A monotonic clock, in seconds.
    """

    def __init__(self, refresh_lock: "RefreshLock | None", clock: Callable[[], float] = elapsed_time) -> None:
        self._refresh_lock = refresh_lock
        self._clock = clock
        self._ended: dict[str, float] = {}

    def contains(self, session_id: str | None) -> bool:
        """Return whether a session was ended by this process."""
        ended_at = self._ended.get(session_id or "")
        return ended_at is not None and self._clock() - ended_at < LIFETIME

    def contains_shared(self, session_id: str | None, deadline: Deadline | None = None) -> bool:
        """Return whether a session was ended by this process or by another one. While Redis is unavailable, only this process counts."""
        if self.contains(session_id) or self._refresh_lock is None or session_id is None:
            return self.contains(session_id)
        try:
            return self._refresh_lock.is_marked(_digest(session_id), deadline)
        except StoreUnavailableError:
            return False

    def add(self, session_id: str, deadline: Deadline | None = None) -> None:
        """Remember a session that was ended."""
        now = self._clock()
        self._ended = {key: at for key, at in list(self._ended.items()) if now - at < LIFETIME} | {session_id: now}
        if self._refresh_lock is not None:
            self._refresh_lock.mark(_digest(session_id), LIFETIME, deadline)


def _digest(session_id: str) -> str:
    return hashlib.sha256(session_id.encode("utf-8", "surrogatepass")).hexdigest()
