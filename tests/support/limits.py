"""A Redis client with a test clock, and requests that count toward given limits, for tests of the Redis rate limiter."""

from collections.abc import Callable, Sequence
from typing import Any

import redis

from workos_core.http.hooks import RequestInfo
from workos_core.http.operation import Operation
from workos_core.http.requests import Request
from workos_core.rate_limits.scopes import ClientIdentity

INFO = RequestInfo("directory_sync.list_users", "GET", "/directory_users", 1)
IDENTITY = ClientIdentity.of("https://api.workos.com", "sk_test", None)


def request(*limits: str) -> Request:
    """Return a request for one directory that counts toward these limits and the general one."""
    operation: Operation[Any] = Operation(INFO.operation, INFO.method, INFO.path, limits=limits)
    return Request(operation, INFO.path, {}, None, {"directory": "directory_1"})


class Clock:
    """A clock that the test sets, in seconds."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class ClockedRedis:
    """A Redis client whose scripts read the time from a test clock.

    Attributes:
        scripts_run: The number of scripts that have run.
        is_available: Whether the server can be reached.
        loses_responses: Whether scripts run, but their results are lost.
    """

    def __init__(self, url: str, clock: Clock) -> None:
        self._client = redis.Redis.from_url(url)
        self._clock = clock
        self.scripts_run = 0
        self.is_available = True
        self.loses_responses = False

    def register_script(self, script: str) -> Callable[..., Any]:
        def run(keys: Sequence[str], args: Sequence[Any]) -> Any:
            if not self.is_available:
                raise redis.ConnectionError("the test has made the server unavailable")
            self.scripts_run += 1
            now = self._clock()
            seconds = int(now)
            microseconds = round((now - seconds) * 1000000)
            clocked_script = script.replace("redis.call('TIME')", f"{{'{seconds}', '{microseconds}'}}")
            result = self._client.eval(clocked_script, len(keys), *keys, *args)
            if self.loses_responses:
                raise redis.ConnectionError("the test has lost the response")
            return result

        return run

    def get(self, name: str) -> Any:
        return self._client.get(name)

    def set(self, name: str, value: Any, *, px: int | None = None, nx: bool = False) -> Any:
        return self._client.set(name, value, px=px, nx=nx)

    def members(self, part: str) -> dict[bytes, int]:
        """Return the number of members of the sorted set named `part` of each limit, by key. Empty sets are omitted."""
        return {key: int(self._client.zcard(key)) for key in self._client.keys(f"*:{part}")}

    def lose_everything(self) -> None:
        """Delete all keys, like a server that restarts within a millisecond."""
        self._client.flushall()
        self._clock.now += 0.001

    def close(self) -> None:
        self._client.close()
