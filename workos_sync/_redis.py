# Generated from workos_async/_redis.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The Redis commands for state that processes and hosts share. Each is atomic, and ends within a timeout and the deadline of the call."""

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from importlib import import_module
from typing import Any, Protocol

from workos_core.errors import ConfigurationError, InvalidArgumentError, StoreUnavailableError
from workos_sync._concurrency.call_deadline import remaining_call_time
from workos_sync._concurrency.threads import run_in_thread

TIMEOUT_SECONDS = 1.0
"""The timeout for connecting and for a response, if the client is created from a URL."""

MIN_TIMEOUT_SECONDS = 0.05
"""The shortest timeout of a command. A server that is available responds in this time, however soon the deadline of the call is."""

_DELETE_IF_EQUAL = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0"


class RedisClient(Protocol):
    """The methods of `redis.Redis` and `redis.RedisCluster` that are used."""

    def get(self, name: str) -> Any:
        """Return the value of a key, or None if it does not exist."""

    def set(self, name: str, value: Any, *, px: int | None = None, nx: bool = False) -> Any:
        """Set a key for `px` milliseconds; with `nx` only if it does not exist."""

    def register_script(self, script: str) -> Any:
        """Return a Lua script that can be called with `keys` and `args`."""

    def close(self) -> None:
        """Close the connections."""


class Redis:
    """A Redis server, used through the synchronous client of redis-py, which works with and without any event loop.

    Every method raises StoreUnavailableError if the server is unreachable, does not respond in time or returns an error. A command
    takes at most half of the time that is left until the deadline of the current call, which leaves the other half to go on without it.

    Args:
        redis: The URL of a server (`redis://`, `rediss://` or `unix://`), or a `redis.Redis` with timeouts of its own, which the
            caller closes.
    """

    def __init__(self, redis: str | RedisClient) -> None:
        self._is_owned = isinstance(redis, str)
        self._client: Any = _connect(redis) if isinstance(redis, str) else _check_client(redis)
        self._scripts: dict[str, Any] = {}

    def __repr__(self) -> str:
        return f"{type(self).__name__}(<{'URL' if self._is_owned else 'client'}>)"

    def get(self, key: str, *, timeout: float | None = None) -> bytes | None:
        """Return the value of a key, or None if it does not exist.

        Args:
            key: The key.
            timeout: Seconds after which the command counts as failed; None for the default.
        """
        value = self._run(partial(self._client.get, key), timeout)
        return value.encode() if isinstance(value, str) else value

    def set(
        self,
        key: str,
        value: bytes | str,
        *,
        seconds: float | None = None,
        only_if_absent: bool = False,
        timeout: float | None = None,
    ) -> bool:
        """Set a key.

        Args:
            key: The key.
            value: Its value.
            seconds: The lifetime of the key; None for no limit.
            only_if_absent: Whether to keep the value of an existing key.
            timeout: Seconds after which the command counts as failed, although the server may still run it; None for the default.

        Returns:
            Whether the key was set.
        """
        milliseconds = None if seconds is None else max(1, round(seconds * 1000))
        command = partial(self._client.set, key, value, px=milliseconds, nx=only_if_absent)
        return bool(self._run(command, timeout))

    def delete_if_equal(self, key: str, value: bytes | str) -> bool:
        """Delete a key if it has this value, so that the value of another client is kept. Return whether it was deleted."""
        return bool(self.eval(_DELETE_IF_EQUAL, [key], [value]))

    def eval(
        self,
        script: str,
        keys: Sequence[str],
        arguments: Sequence[bytes | str | float] = (),
        *,
        timeout: float | None = None,
        is_unavailable: Callable[[], bool] | None = None,
    ) -> Any:
        """Run a Lua script.

        Args:
            script: Its source. Use a constant: the server caches every script.
            keys: `KEYS`; on a cluster, all in one hash slot (`{…}` in their names).
            arguments: `ARGV`.
            timeout: Seconds after which the script counts as failed, although the server may still run it; None for the default.
            is_unavailable: Returns whether another call has found out that the server is unavailable. The script fails then, if it has
                not started: it may have waited for a thread.
        """
        call = self._script_call(script, keys, arguments)
        return self._run(call if is_unavailable is None else partial(_run_if_available, call, is_unavailable), timeout)

    def eval_blocking(self, script: str, keys: Sequence[str], arguments: Sequence[bytes | str | float] = ()) -> Any:
        """Run a Lua script in the current thread, as `eval` does in a worker thread. Only the timeouts of the client apply."""
        with _translated_errors(None):
            return self._script_call(script, keys, arguments)()

    def _script_call(self, script: str, keys: Sequence[str], arguments: Sequence[bytes | str | float]) -> partial[Any]:
        registered = self._scripts.get(script)
        if registered is None:
            registered = self._scripts[script] = self._client.register_script(script)
        return partial(registered, keys=list(keys), args=list(arguments))

    def close(self) -> None:
        """Close the connections, unless the client was passed in."""
        if self._is_owned:
            with suppress(TimeoutError):  # all threads wait for a server that does not respond
                run_in_thread(self._client.close, TIMEOUT_SECONDS)

    def _run(self, command: partial[Any], timeout: float | None = None) -> Any:
        if timeout is None:
            timeout = self._default_timeout()
        with _translated_errors(timeout):
            return run_in_thread(command, timeout)

    def _default_timeout(self) -> float | None:
        """Return the timeout of a command in seconds; None if that of its connection is sufficient."""
        remaining = remaining_call_time()
        # Connecting and a response take a timeout each. Without a timeout here, synchronous code needs no thread for the command.
        if remaining is None or (self._is_owned and remaining >= 4 * TIMEOUT_SECONDS):
            return None
        return max(remaining / 2, MIN_TIMEOUT_SECONDS)


def _run_if_available(call: Callable[[], object], is_unavailable: Callable[[], bool]) -> object:
    if is_unavailable():
        raise StoreUnavailableError("Redis: it is unavailable, as another call has found out")
    return call()


@contextmanager
def _translated_errors(timeout: float | None) -> Generator[None]:
    try:
        yield
    except TimeoutError as error:
        limit = "in time" if timeout is None else f"within {timeout:.3g} s"
        raise StoreUnavailableError(f"Redis: no response {limit}") from error
    except Exception as error:
        if not isinstance(error, OSError) and not _is_of_library(error):
            raise
        raise StoreUnavailableError(f"Redis: {str(error) or type(error).__name__}") from error


def _is_of_library(error: Exception) -> bool:
    """Return whether an exception is one of redis-py. Those of an unavailable cluster have no base class in common with the others."""
    return any(kind.__module__.partition(".")[0] == "redis" for kind in type(error).__mro__)


def _library() -> Any:
    try:
        return import_module("redis")
    except ImportError as error:
        raise ConfigurationError("Redis requires redis-py: pip install 'workos-async[redis]'") from error


def _connect(url: str) -> Any:
    redis = _library()
    retries = import_module("redis.retry")
    backoff = import_module("redis.backoff")
    try:
        # One immediate retry, because an idle connection may have been closed; none after a timeout, which would take twice as long.
        retry = retries.Retry(backoff.NoBackoff(), 1, supported_errors=(redis.exceptions.ConnectionError,))
        return redis.Redis.from_url(
            url, socket_timeout=TIMEOUT_SECONDS, socket_connect_timeout=TIMEOUT_SECONDS, retry=retry
        )
    except ValueError:
        raise InvalidArgumentError("the Redis URL must start with redis://, rediss:// or unix://") from None


def _check_client(client: Any) -> Any:
    _library()
    if hasattr(client, "__await__"):
        raise ConfigurationError(
            f"redis must be a synchronous redis.Redis (got {type(client).__module__}.{type(client).__name__}): "
            "it is called in worker threads, under any event loop"
        )
    if not callable(getattr(client, "register_script", None)):
        raise ConfigurationError(f"redis must be a URL or a redis.Redis (got {type(client).__name__})")
    return client
