# Generated from workos_async/_auth/auth_state.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The authentication state that all sessions of one client share."""

from typing import TYPE_CHECKING, Any

from workos_sync._auth.ended_sessions import EndedSessions
from workos_sync._auth.key_sets import KeySets
from workos_sync._concurrency.single_flight import SingleFlight

if TYPE_CHECKING:
    from workos_sync._api_requestor import APIRequestor
    from workos_sync._auth.refresh_lock import RefreshLock
    from workos_sync._redis import RedisClient

RESULT_TTL = 60.0
"""How long requests that still carry the old refresh token receive the new tokens, in seconds."""


class AuthState:
    """The token verifier, the `SingleFlight` of session refreshes and the refresh lock of one client.

    Args:
        requestor: The requestor that fetches the keys.
        redis: The URL or client of the Redis server that several processes share, or `None`.

    Attributes:
        tokens: Verifies access tokens with cached keys.
        single_flight_refresh: Runs one refresh at a time per session, and returns its result to concurrent and recent callers.
        refresh_lock: The lock that several processes share, or `None`.
        ended_sessions: The sessions that were signed out a moment ago.
    """

    def __init__(self, requestor: "APIRequestor", redis: "str | RedisClient | None") -> None:
        self.tokens: KeySets = KeySets(requestor)
        self.single_flight_refresh: SingleFlight[Any] = SingleFlight(RESULT_TTL)
        self.refresh_lock: RefreshLock | None = None if redis is None else _create_refresh_lock(redis)
        self.ended_sessions: EndedSessions = EndedSessions(self.refresh_lock)

    def close(self) -> None:
        """Close the connections to Redis, unless the client was passed in."""
        if self.refresh_lock is not None:
            self.refresh_lock.close()


def _create_refresh_lock(redis: "str | RedisClient") -> "RefreshLock":
    from workos_sync._auth.refresh_lock import RefreshLock  # imported lazily, since most clients have no lock

    return RefreshLock(redis)
