"""Redis, for what several processes or hosts share: a few atomic steps, each of which ends soon, be it in an error."""

from collections.abc import Sequence
from functools import partial
from importlib import import_module
from typing import Any, Protocol

from workos_async._concurrency.threads import run_in_thread
from workos_core.errors import ConfigurationError, InvalidArgumentError, StoreUnavailableError

SECONDS = 1.0
"""How long connecting, and then an answer, may take with a client that is made from a URL."""

_DELETE_IF_EQUAL = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0"


class RedisClient(Protocol):
    """What is used of `redis.Redis` or `redis.RedisCluster`."""

    def get(self, name: str) -> Any:
        """The value of a key; None where there is none."""

    def set(self, name: str, value: Any, *, px: int | None = None, nx: bool = False) -> Any:
        """Set a key, for `px` milliseconds; with `nx` only where there is none."""

    def register_script(self, script: str) -> Any:
        """A Lua script that can be called with `keys` and `args`."""

    def close(self) -> None:
        """Close the connections."""


class Redis:
    """A Redis server, used through the synchronous client of redis-py: that works in every event loop and in none.

    Every method raises StoreUnavailableError where the server can't be reached or refuses; callers that can do without it catch that.

    Args:
        redis: The URL of a server (`redis://`, `rediss://` or `unix://`), or a `redis.Redis` of yours, which you close and whose
            timeouts are yours.
    """

    def __init__(self, redis: str | RedisClient) -> None:
        self._owned = isinstance(redis, str)
        self._client: Any = _connect(redis) if isinstance(redis, str) else _checked(redis)
        self._scripts: dict[str, Any] = {}

    def __repr__(self) -> str:
        return f"{type(self).__name__}(<{'URL' if self._owned else 'client'}>)"

    async def get(self, key: str) -> bytes | None:
        """The value of a key, or None."""
        value = await self._run(partial(self._client.get, key))
        return value.encode() if isinstance(value, str) else value

    async def set(
        self, key: str, value: bytes | str, *, seconds: float | None = None, only_if_absent: bool = False
    ) -> bool:
        """Set a key.

        Args:
            key: The key.
            value: Its value.
            seconds: How long the key lives; None for ever.
            only_if_absent: Leave a key that exists as it is.

        Returns:
            Whether it was set.
        """
        milliseconds = None if seconds is None else max(1, round(seconds * 1000))
        return bool(await self._run(partial(self._client.set, key, value, px=milliseconds, nx=only_if_absent)))

    async def delete_if_equal(self, key: str, value: bytes | str) -> bool:
        """Delete a key if it has this value, in one step: nobody else's value is deleted. Whether it was."""
        return bool(await self.eval(_DELETE_IF_EQUAL, [key], [value]))

    async def eval(self, script: str, keys: Sequence[str], arguments: Sequence[bytes | str | float] = ()) -> Any:
        """Run a Lua script, which is atomic.

        Args:
            script: Its text, always the same: the server keeps it.
            keys: `KEYS`; in a cluster, all in one slot (`{…}` in their names).
            arguments: `ARGV`.
        """
        registered = self._scripts.get(script)
        if registered is None:
            registered = self._scripts[script] = self._client.register_script(script)
        return await self._run(partial(registered, keys=list(keys), args=list(arguments)))

    async def aclose(self) -> None:
        """Close the connections, if they are not yours."""
        if self._owned:
            await run_in_thread(self._client.close)

    async def _run(self, command: partial[Any]) -> Any:
        errors = import_module("redis.exceptions")
        try:
            return await run_in_thread(command)
        except (errors.RedisError, OSError) as error:
            raise StoreUnavailableError(f"Redis: {error or type(error).__name__}") from error


def _library() -> Any:
    try:
        return import_module("redis")
    except ImportError as error:
        raise ConfigurationError("Redis needs redis-py: pip install 'workos-async[redis]'") from error


def _connect(url: str) -> Any:
    redis = _library()
    retries = import_module("redis.retry")
    backoff = import_module("redis.backoff")
    try:
        # Once more at once, since a connection that was idle may have been closed; not after a timeout, which would last twice as long.
        retry = retries.Retry(backoff.NoBackoff(), 1, supported_errors=(redis.exceptions.ConnectionError,))
        return redis.Redis.from_url(url, socket_timeout=SECONDS, socket_connect_timeout=SECONDS, retry=retry)
    except ValueError:
        raise InvalidArgumentError("the URL of Redis must begin with redis://, rediss:// or unix://") from None


def _checked(client: Any) -> Any:
    _library()
    if hasattr(client, "__await__"):
        raise ConfigurationError(
            "pass a redis.Redis instead of a client that has to be awaited: it is used in worker threads, under any event loop"
        )
    if not callable(getattr(client, "register_script", None)):
        raise ConfigurationError(f"redis must be a URL or a redis.Redis, not {type(client).__name__}")
    return client
