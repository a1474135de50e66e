"""A burst: 500 concurrent calls to an API that responds with 429 to the 101st request of any second, with `Retry-After` in whole seconds.

The theoretical minimum is 4 seconds. "Known limit" means that the client is configured with the limit; "unknown limit" means that it
assumes the documented 6000 per minute.
"""

import asyncio
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from benchmarks.rate_limits import clients, server
from benchmarks.rate_limits.clients import Client
from benchmarks.rate_limits.server import ALLOWED, ROOT, counts

CALLS = 500
MINIMUM_SECONDS = CALLS / ALLOWED - 1
LIMITS = {"general": (ALLOWED, 1.0)}
PREFIXES = ("warm-up:", "measured:")
"""The prefixes of the keys in Redis: the limit of the measured client is not used up by its warm-up."""
Run = Callable[[int], int]
"""Makes the given number of concurrent calls and returns how many failed."""


def run_in_tasks(client: Any, calls: int) -> int:
    """Make the calls with an async client, each in a task, and return how many failed."""

    async def run() -> int:
        async def call() -> object:
            return await client.organizations.get_organization("org_1")

        results = await asyncio.gather(*(call() for _ in range(calls)), return_exceptions=True)
        return sum(isinstance(result, BaseException) for result in results)

    return asyncio.run(run())


def run_in_threads(client: Any, calls: int) -> int:
    """Make the calls with a sync client, each in a thread, and return how many failed."""
    failed: list[Exception] = []

    def call() -> None:
        try:
            client.organizations.get_organization("org_1")
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=call) for _ in range(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(failed)


def warmed_up(client: Callable[[], Any], run: Callable[[Any, int], int]) -> Run:
    """Return a run with a new client, after a call of another client has imported everything that a first call imports."""
    run(client(), 1)
    new_client = client()
    return lambda calls: run(new_client, calls)


def this_async_known(url: str) -> Run:
    """Return a run of the async client with the limit."""
    from workos_async import RateLimiter

    return warmed_up(lambda: clients.this_async(url, rate_limiter=RateLimiter(LIMITS)), run_in_tasks)


def this_sync_known(url: str) -> Run:
    """Return a run of the sync client with the limit."""
    from workos_sync import RateLimiter

    return warmed_up(lambda: clients.this_sync(url, rate_limiter=RateLimiter(LIMITS)), run_in_threads)


def this_async_shared(url: str) -> Run:
    """Return a run of the async client with the limit, shared through Redis."""
    from workos_async import RedisRateLimiter

    prefixes = iter(PREFIXES)

    def client() -> Any:
        limiter = RedisRateLimiter(os.environ["BENCHMARK_REDIS"], LIMITS, prefix=next(prefixes))
        return clients.this_async(url, rate_limiter=limiter)

    return warmed_up(client, run_in_tasks)


def this_sync_shared(url: str) -> Run:
    """Return a run of the sync client with the limit, shared through Redis."""
    from workos_sync import RedisRateLimiter

    prefixes = iter(PREFIXES)

    def client() -> Any:
        limiter = RedisRateLimiter(os.environ["BENCHMARK_REDIS"], LIMITS, prefix=next(prefixes))
        return clients.this_sync(url, rate_limiter=limiter)

    return warmed_up(client, run_in_threads)


def in_tasks(client: Client) -> Callable[[str], Run]:
    """Return a run of an async client as it is."""
    return lambda url: warmed_up(lambda: client(url), run_in_tasks)


official_async = in_tasks(clients.official_async)


def in_threads(client: Client) -> Callable[[str], Run]:
    """Return a run of a sync client as it is."""
    return lambda url: warmed_up(lambda: client(url), run_in_threads)


# Name → environment, processes, runs, the most rate-limited requests, the most seconds.
IMPLEMENTATIONS: dict[str, tuple[str, int, Callable[[str], Run], float, float]] = {
    "this SDK, async, known limit": ("redis", 1, this_async_known, 0, MINIMUM_SECONDS * 1.1),
    "this SDK, sync, known limit": ("redis", 1, this_sync_known, 0, MINIMUM_SECONDS * 1.1),
    "this SDK on httpx2, async, known limit": ("httpx2", 1, this_async_known, 0, MINIMUM_SECONDS * 1.1),
    "this SDK, async, unknown limit": ("redis", 1, in_tasks(clients.this_async), CALLS * 0.05, float("inf")),
    "this SDK, sync, unknown limit": ("redis", 1, in_threads(clients.this_sync), CALLS * 0.05, float("inf")),
    "this SDK, async, 4 processes, Redis": ("redis", 4, this_async_shared, 0, MINIMUM_SECONDS * 1.1),
    "this SDK, sync, 4 processes, Redis": ("redis", 4, this_sync_shared, 0, MINIMUM_SECONDS * 1.1),
    "rate_limiter=None, async": ("redis", 1, in_tasks(clients.this_async_unlimited), float("inf"), float("inf")),
    "rate_limiter=None, sync": ("redis", 1, in_threads(clients.this_sync_unlimited), float("inf"), float("inf")),
    "official SDK, async": ("official", 1, official_async, float("inf"), float("inf")),
    "official SDK, sync": ("official", 1, in_threads(clients.official_sync), float("inf"), float("inf")),
}


def run_implementation(name: str) -> None:
    """Prepare, wait for a line, make the calls of one process, and print how many failed."""
    _, processes, prepare, *_ = IMPLEMENTATIONS[name]
    run = prepare(os.environ["BENCHMARK_URL"])
    print("ready", flush=True)
    sys.stdin.readline()
    print(run(CALLS // processes))


def measure(python: str, implementation: str, url: str, redis: str) -> tuple[float, int, int]:
    """Return the seconds, rate-limited requests and failed calls of an implementation."""
    environment = {**os.environ, "BENCHMARK_URL": url, "BENCHMARK_REDIS": redis}
    command = [python, "-m", "benchmarks.rate_limits", "--implementation", implementation]
    with ExitStack() as stack:
        processes = [
            stack.enter_context(
                subprocess.Popen(
                    command,
                    cwd=ROOT,
                    env=environment,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                )
            )
            for _ in range(IMPLEMENTATIONS[implementation][1])
        ]
        for process in processes:
            assert process.stdout is not None
            if process.stdout.readline() != b"ready\n":
                sys.exit(f"{implementation} did not start; run it yourself to see why: {' '.join(command)}")
        counts(url)
        started = time.perf_counter()
        failed = 0
        for process in processes:
            assert process.stdin is not None
            process.stdin.write(b"go\n")
            process.stdin.flush()
        for process in processes:
            assert process.stdout is not None
            failed += int(process.stdout.readline() or CALLS)
        return time.perf_counter() - started, counts(url)["rate_limited"], failed


def compare(environments: Any, only: str, redis: str | None) -> list[str]:
    """Print a table, and return the missed targets. The arguments are those of `steady.compare`."""
    chosen = [name for name in IMPLEMENTATIONS if only in f"burst {name}" and (redis or "Redis" not in name)]
    if not chosen:
        return []
    pythons = {name: str(environments.python(IMPLEMENTATIONS[name][0])) for name in chosen}
    print(f"{CALLS} concurrent calls, limit of {ALLOWED} per second; theoretical minimum {MINIMUM_SECONDS:.0f} s\n")
    print("| Implementation | Seconds | Rate-limited requests | Failed calls |\n| --- | --- | --- | --- |", flush=True)
    missed = []
    with ExitStack() as stack:
        process = server.start("burst")
        stack.callback(process.communicate)  # closes its standard input
        url = server.url_of(process)
        for name in chosen:
            seconds, rate_limited, failed = measure(pythons[name], name, url, redis or "")
            print(f"| {name} | {seconds:.2f} | {rate_limited} | {failed} |", flush=True)
            _, _, _, max_rate_limited, max_seconds = IMPLEMENTATIONS[name]
            if name.startswith("this SDK") and (rate_limited > max_rate_limited or seconds > max_seconds or failed):
                missed.append(
                    f"{name}: at most {max_rate_limited:.0f} rate limited, {max_seconds:.1f} s, no failed calls"
                )
    return missed
