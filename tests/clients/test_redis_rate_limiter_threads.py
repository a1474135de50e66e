"""Calls that wait for a thread for their Redis command, while a server that does not respond occupies all threads."""

from collections.abc import Callable
from threading import Event, Lock
from typing import Any

import anyio
import anyio.to_thread
import redis

from tests.support.limits import IDENTITY, INFO, request
from workos_async import RedisRateLimiter
from workos_async._concurrency.threads import _MAX_THREADS


class HangingRedis:
    """A Redis client whose commands wait until `has_timed_out` is set, and then fail.

    Attributes:
        commands: The number of commands that were run.
        all_threads_wait: Is set when each thread runs a command.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self.commands = 0
        self.all_threads_wait = Event()
        self.has_timed_out = Event()

    def register_script(self, script: str) -> Callable[..., Any]:
        def run(keys: Any, args: Any) -> Any:
            with self._lock:
                self.commands += 1
            if self.commands == _MAX_THREADS:
                self.all_threads_wait.set()
            assert self.has_timed_out.wait(20)
            raise redis.TimeoutError("Timeout reading from socket")

        return run

    def get(self, name: str) -> Any:
        raise NotImplementedError

    def set(self, name: str, value: Any, *, px: int | None = None, nx: bool = False) -> Any:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError


async def test_calls_that_wait_for_a_thread_do_not_wait_for_redis_once_it_is_unavailable() -> None:
    server = HangingRedis()
    limiter = RedisRateLimiter(server)
    with anyio.fail_after(20):
        async with anyio.create_task_group() as group:
            for _ in range(3 * _MAX_THREADS):
                group.start_soon(limiter.acquire, request(), IDENTITY, INFO, None, None)
            await anyio.to_thread.run_sync(server.all_threads_wait.wait)
            server.has_timed_out.set()
    assert server.commands == _MAX_THREADS
