"""What the sessions of one client share."""

from typing import TYPE_CHECKING, Any

from workos_async._auth.jwks_cache import JWKSCache
from workos_async._concurrency.single_flight import SingleFlight

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor
    from workos_async._auth.refresh_lock import RefreshLock
    from workos_async._redis import RedisClient

RESULT_TTL = 60.0
"""Seconds for which requests that still carry the old refresh token receive the new tokens."""


class AuthState:
    """The JWKS cache, the refreshes in progress and the refresh lock of one client.

    Args:
        requestor: Fetches the keys.
        redis: The Redis server that processes share, or None.

    Attributes:
        jwks: The public keys of the client's environment.
        refreshes: Refreshes in progress and their recent results, by a hash of the refresh token.
        refresh_lock: The lock that processes share, or None.
    """

    def __init__(self, requestor: "APIRequestor", redis: "str | RedisClient | None") -> None:
        self.jwks = JWKSCache(requestor)
        self.refreshes: SingleFlight[Any] = SingleFlight(RESULT_TTL)
        self.refresh_lock = None if redis is None else _refresh_lock(redis)

    async def aclose(self) -> None:
        """Close the connections to Redis, unless the requestor passed in a client."""
        if self.refresh_lock is not None:
            await self.refresh_lock.aclose()


def _refresh_lock(redis: "str | RedisClient") -> "RefreshLock":
    from workos_async._auth.refresh_lock import RefreshLock  # most clients have none

    return RefreshLock(redis)
