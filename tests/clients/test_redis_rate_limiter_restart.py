"""Processes that share a limit through Redis never exceed it together, while Redis is away and after it has lost its counts in the middle of a window."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.support.redis_server import RedisServer

PROCESSES, REQUESTS, SECONDS = 3, 15, 0.5
RETRY_INTERVAL = 0.2
WORKER = """
import asyncio, sys, threading
from importlib import import_module

from tests.support.limits import IDENTITY, INFO, request

package, url, requests, seconds, retry_interval, tasks = sys.argv[1:]
sdk = import_module(package)
import_module(f"{package}._rate_limiting.redis_rate_limiter").RETRY_INTERVAL = float(retry_interval)
limiter = sdk.RedisRateLimiter(url, {"general": (int(requests), float(seconds))})
is_stopped = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), is_stopped.set()), daemon=True).start()


lock = threading.Lock()


def record(permit):
    with lock:  # a line is written in two parts
        print(permit.sent_at, flush=True)  # the monotonic clock of the system


async def send():
    while not is_stopped.is_set():
        permit = await limiter.acquire(request(), IDENTITY, INFO, 60, None)
        record(permit)
        await permit.record_response(200, None)


async def send_all():
    await asyncio.gather(*(send() for _ in range(int(tasks))))


def send_in_thread():
    while not is_stopped.is_set():
        permit = limiter.acquire(request(), IDENTITY, INFO, 60, None)
        record(permit)
        permit.record_response(200, None)


print("ready", flush=True)
if package == "workos_async":
    asyncio.run(send_all())
else:
    threads = [threading.Thread(target=send_in_thread) for _ in range(int(tasks))]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
"""


class Senders:
    """Processes that send requests as fast as the limit allows, until they are stopped.

    Attributes:
        times: When the requests of each process were sent, on the clock of the system.
    """

    def __init__(self, processes: list["subprocess.Popen[str]"]) -> None:
        self._processes = processes
        self.times: list[list[float]] = [[] for _ in processes]
        self._condition = threading.Condition()
        for process in processes:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
        self._readers = [threading.Thread(target=self._read, args=(index,)) for index in range(len(processes))]
        for reader in self._readers:
            reader.start()

    def _read(self, index: int) -> None:
        stdout = self._processes[index].stdout
        assert stdout is not None
        for line in stdout:
            with self._condition:
                self.times[index].append(float(line))
                self._condition.notify_all()

    def wait_for(self, requests: int, *, each: int = 0) -> None:
        """Wait until this many more requests were sent, and this many more by each process."""
        with self._condition:
            before = [len(times) for times in self.times]

            def is_reached() -> bool:
                new = [len(times) - count for times, count in zip(self.times, before, strict=True)]
                return sum(new) >= requests and min(new) >= each

            assert self._condition.wait_for(is_reached, timeout=30)

    def stop(self) -> None:
        for process in self._processes:
            assert process.stdin is not None
            process.stdin.close()
        for reader in self._readers:
            reader.join()
        for process in self._processes:
            assert process.wait(timeout=30) == 0

    def check(self) -> None:
        """Check that in no window more requests were sent than the limit allows."""
        times = sorted(time for each in self.times for time in each)
        gaps = [later - earlier for earlier, later in zip(times, times[REQUESTS:], strict=False)]
        assert min(gaps) >= SECONDS - 0.001


@contextmanager
def senders(package: str, url: str, tasks: list[int]) -> Iterator[Senders]:
    command = [sys.executable, "-c", WORKER, package, url, str(REQUESTS), str(SECONDS), str(RETRY_INTERVAL)]
    pipe = subprocess.PIPE
    processes = [subprocess.Popen([*command, str(each)], stdin=pipe, stdout=pipe, text=True) for each in tasks]
    try:
        running = Senders(processes)
        yield running
        running.stop()
    finally:
        for process in processes:
            with process:  # closes its pipes
                process.kill()
    running.check()


@pytest.mark.parametrize("package", ["workos_async", "workos_sync"])
def test_restart(package: str, redis_server: RedisServer) -> None:
    with senders(package, redis_server.url, [12, 1, 1]) as running:
        running.wait_for(2 * REQUESTS, each=1)
        for _ in range(2):  # in the middle of a window, and without a break
            running.wait_for(REQUESTS // 2)
            redis_server.stop()
            redis_server.start()
            running.wait_for(2 * REQUESTS, each=1)


@pytest.mark.parametrize("package", ["workos_async", "workos_sync"])
def test_outage(package: str, redis_server: RedisServer) -> None:
    with senders(package, redis_server.url, [8, 8, 8]) as running:
        running.wait_for(2 * REQUESTS, each=1)
        redis_server.stop()
        running.wait_for(2 * REQUESTS, each=REQUESTS // PROCESSES)  # each goes on with its share
        redis_server.start()
        running.wait_for(3 * REQUESTS, each=1)
