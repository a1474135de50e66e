"""Refreshes that several processes share: one uses the refresh token, which works once, and the others get what it got."""

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

LOCK_SECONDS = 30.0
"""How long a process that died can hold up the others; a refresh that takes longer is given up before."""
CALL_SECONDS = 25.0
"""Seconds for a refresh that others wait for."""
FIRST_WAIT, LONGEST_WAIT = 0.02, 0.25
_PREFIX = "workos:refresh:"

logger = logging.getLogger("workos")


class RefreshLock:
    """What processes and hosts tell each other through Redis, beside the flights of each process.

    For a short while the new session stands there under a hash of the old refresh token, sealed with the cookie password: Redis
    learns neither tokens nor users, and who can write to it but not seal can't slip somebody another session.

    While Redis is out of reach, each process refreshes on its own, as without it: a warning is logged, nobody is turned away.

    Args:
        redis: The URL of a server, or a `redis.Redis`.
        clock: Seconds on a clock that never jumps.
    """

    def __init__(self, redis: str | RedisClient, clock: Callable[[], float] = time.monotonic) -> None:
        self._redis = Redis(redis)
        self._clock = clock

    async def run(
        self, key: str, call: Call[T], write: Callable[[T], str | None], read: Callable[[str], T | None], seconds: float
    ) -> T:
        """The answer for `key`: of another process, or made by `call`.

        Args:
            key: What must not be done twice.
            call: Does it, within CALL_SECONDS.
            write: The answer as sealed text; None when it is not to be shared.
            read: The answer of such a text; None when it is not genuine.
            seconds: How long an answer serves the others.
        """
        lock, result = f"{_PREFIX}{key}:lock", f"{_PREFIX}{key}:result"
        mine = secrets.token_hex(16)
        try:
            found = await self._wait(lock, result, mine, read)
        except StoreUnavailableError as error:
            _warn(error)
            return await call()
        if found is not None:
            return found
        try:
            answer = await call()
            text = write(answer)
            if text is not None:
                await self._quietly(lambda: self._redis.set(result, text, seconds=seconds))
            return answer
        finally:
            await self._quietly(lambda: self._redis.delete_if_equal(lock, mine))

    async def _wait(self, lock: str, result: str, mine: str, read: Callable[[str], T | None]) -> T | None:
        """What another process got; None once it is this one's turn."""
        started, pause = self._clock(), FIRST_WAIT
        while True:
            sealed = await self._redis.get(result)
            found = None if sealed is None else read(sealed.decode("utf-8", "replace"))
            if found is not None:
                return found
            if await self._redis.set(lock, mine, seconds=LOCK_SECONDS, only_if_absent=True):
                # Between the two steps another process may have come to its end.
                sealed = await self._redis.get(result)
                found = None if sealed is None else read(sealed.decode("utf-8", "replace"))
                if found is not None:
                    await self._redis.delete_if_equal(lock, mine)
                return found
            if self._clock() - started > 2 * LOCK_SECONDS:  # one after the other has taken the lock and got nothing
                return None
            await sleep(pause)
            pause = min(2 * pause, LONGEST_WAIT)

    async def _quietly(self, step: Call[bool]) -> None:
        """Do what the answer does not depend on."""
        try:
            await step()
        except StoreUnavailableError as error:
            _warn(error)

    async def aclose(self) -> None:
        """Close the connections, if they are not the user's."""
        await self._redis.aclose()


def _warn(error: StoreUnavailableError) -> None:
    logger.warning("refreshing sessions without the lock that processes share: %s", error)
