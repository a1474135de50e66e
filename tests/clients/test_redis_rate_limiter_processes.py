"""Processes that share a limit through Redis never exceed it together, also after a restart of Redis."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.support.redis_server import RedisServer

PROCESSES, REQUESTS, SECONDS = 3, 10, 0.5
EACH = 20
"""Requests of each process in one round."""
WORKER = """
import asyncio, sys
from importlib import import_module

from tests.support.limits import IDENTITY, INFO, request

package, url, requests, seconds, number = sys.argv[1:]
sdk = import_module(package)
limiter = sdk.RedisRateLimiter(url, {"general": (int(requests), float(seconds))})


async def one(times):
    permit = await limiter.acquire(request(), IDENTITY, INFO, 60, None)
    times.append(permit.sent_at)  # the monotonic clock of the system
    await permit.record_response(200, None)


async def all_at_once():
    times = []
    await asyncio.gather(*(one(times) for _ in range(int(number))))
    return times


def one_by_one():
    times = []
    for _ in range(int(number)):
        permit = limiter.acquire(request(), IDENTITY, INFO, 60, None)
        times.append(permit.sent_at)
        permit.record_response(200, None)
    return times


for _ in sys.stdin:
    times = asyncio.run(all_at_once()) if package == "workos_async" else one_by_one()
    print(*times, flush=True)
"""


class Processes:
    """Processes that each acquire a number of permits per round."""

    def __init__(self, package: str, url: str, stack: ExitStack) -> None:
        command = [sys.executable, "-c", WORKER, package, url, str(REQUESTS), str(SECONDS), str(EACH)]
        pipe = subprocess.PIPE
        self._processes = [
            stack.enter_context(subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)) for _ in range(PROCESSES)
        ]

    def round(self) -> list[float]:
        """Run a round. Return when the requests were sent, on the clock of the system."""
        for process in self._processes:
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        return sorted(
            float(sent)
            for process in self._processes
            if process.stdout is not None
            for sent in process.stdout.readline().split()
        )


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


@pytest.mark.parametrize("package", ["workos_async", "workos_sync"])
def test_processes(package: str, redis_server: RedisServer, stack: ExitStack) -> None:
    processes = Processes(package, redis_server.url, stack)
    check(processes.round())
    redis_server.stop()
    redis_server.start()
    check(processes.round())


def check(times: list[float]) -> None:
    """Check that all requests were sent, in no window more than the limit allows."""
    assert len(times) == PROCESSES * EACH
    gaps = [later - earlier for earlier, later in zip(times, times[REQUESTS:], strict=False)]
    assert min(gaps) >= SECONDS - 0.001
