"""The lock that lets only one of several processes refresh a session, and shares the result with the others through Redis."""

import logging
import secrets
import time
from collections.abc import Callable
from typing import TypeVar

from workos_async._concurrency.callbacks import Call
from workos_async._concurrency.sleep import sleep
from workos_async._redis import Redis, RedisClient
from workos_core.errors import StoreUnavailableError

T = TypeVar("T")

LOCK_TTL = 30.0
"""Seconds after which the lock of a process that died expires; longer than REFRESH_TIMEOUT."""
REFRESH_TIMEOUT = 25.0
"""Seconds after which the process that holds the lock gives up its refresh."""
MIN_POLL_INTERVAL, MAX_POLL_INTERVAL = 0.02, 0.25
_PREFIX = "workos:refresh:"

logger = logging.getLogger("workos")


class RefreshLock:
    """A lock per refresh token in Redis, for several processes and hosts; `SingleFlight` does the same within a process.

    The result is stored under a hash of the old refresh token and sealed with the cookie password: Redis sees neither tokens nor
    users, and a client of Redis without the password can't substitute another session.

    While Redis is unavailable, each process refreshes on its own, as it does without the lock, and a warning is logged.

    Args:
        redis: The URL of a Redis server, or a `redis.Redis`.
        clock: A monotonic clock, in seconds.
    """

    def __init__(self, redis: str | RedisClient, clock: Callable[[], float] = time.monotonic) -> None:
        self._redis = Redis(redis)
        self._clock = clock

    async def run(
        self, key: str, call: Call[T], seal: Callable[[T], str | None], unseal: Callable[[str], T | None], ttl: float
    ) -> T:
        """Return the result for `key`: that of another process, or that of `call` while holding the lock.

        Args:
            key: The key of the lock and of the result.
            call: The refresh. It must take less than LOCK_TTL.
            seal: Returns a result as sealed text, or `None` if it must not be shared.
            unseal: Returns the result in a sealed text, or `None` if the text is not genuine.
            ttl: Seconds for which other processes receive the result.
        """
        lock, result = f"{_PREFIX}{key}:lock", f"{_PREFIX}{key}:result"
        token = secrets.token_hex(16)
        try:
            shared = await self._wait(lock, result, token, unseal)
        except StoreUnavailableError as error:
            _log_unavailable(error)
            return await call()
        if shared is not None:
            return shared
        try:
            value = await call()
            text = seal(value)
            if text is not None:
                await self._try(lambda: self._redis.set(result, text, seconds=ttl))
            return value
        finally:
            await self._try(lambda: self._redis.delete_if_equal(lock, token))

    async def _wait(self, lock: str, result: str, token: str, unseal: Callable[[str], T | None]) -> T | None:
        """Return the result of another process, or `None` after acquiring the lock."""
        started, interval = self._clock(), MIN_POLL_INTERVAL
        while True:
            shared = await self._read(result, unseal)
            if shared is not None:
                return shared
            if await self._redis.set(lock, token, seconds=LOCK_TTL, only_if_absent=True):
                # Another process may have stored its result and released the lock since we read the result.
                shared = await self._read(result, unseal)
                if shared is not None:
                    await self._redis.delete_if_equal(lock, token)
                return shared
            if self._clock() - started > 2 * LOCK_TTL:  # several processes in a row had the lock and got no result
                return None
            await sleep(interval)
            interval = min(2 * interval, MAX_POLL_INTERVAL)

    async def _read(self, result: str, unseal: Callable[[str], T | None]) -> T | None:
        sealed = await self._redis.get(result)
        return None if sealed is None else unseal(sealed.decode("utf-8", "replace"))

    async def _try(self, step: Call[bool]) -> None:
        """Run a step that may fail without affecting the result."""
        try:
            await step()
        except StoreUnavailableError as error:
            _log_unavailable(error)

    async def aclose(self) -> None:
        """Close the connections to Redis, unless the client was passed in."""
        await self._redis.aclose()


def _log_unavailable(error: StoreUnavailableError) -> None:
    logger.warning(
        "refreshing sessions without the lock shared between processes, since Redis is unavailable: %s", error
    )
