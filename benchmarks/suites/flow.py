"""Long lists and many calls: the measurements of `benchmarks.pagination` and `benchmarks.rate_limits`, as rows of the table."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import pagination
from benchmarks.benchmark import OFFICIAL, Benchmark, Implementation, Run, Target
from benchmarks.rate_limits import burst, server
from benchmarks.rate_limits import clients as rate_limit_clients

MINIMUM = "theoretical minimum"


def start_server() -> str:
    """Start the server of the pagination benchmark, which ends with this process, and return its base URL."""
    process = subprocess.Popen(
        [sys.executable, str(Path(pagination.__file__)), "--serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    return f"http://127.0.0.1:{int(process.stdout.readline())}"


def time_to_read(read: Callable[[str, int], int]) -> Run:
    """Return a run that measures the seconds to read all items."""
    url = start_server()
    read(url, pagination.LIMIT)  # warms up: imports, and what is initialized once

    def run(_: int) -> float:
        started = time.perf_counter()
        count = read(url, pagination.ITEMS)
        seconds = time.perf_counter() - started
        if count != pagination.ITEMS:
            sys.exit(f"{count} items instead of {pagination.ITEMS}")
        return seconds

    return run


def time_to_call(prepare: Callable[[str], burst.Run]) -> Run:
    """Return a run that measures the seconds until all calls have succeeded."""
    run_calls, _ = _prepare_calls(prepare)

    def run(_: int) -> float:
        started = time.perf_counter()
        failed = run_calls(burst.CALLS)
        seconds = time.perf_counter() - started
        if failed:
            sys.exit(f"{failed} calls failed")
        return seconds

    return run


def rate_limited_requests(prepare: Callable[[str], burst.Run]) -> Run:
    """Return a run that counts the rate-limited requests until all calls have ended, successfully or not."""
    run_calls, count_rate_limited = _prepare_calls(prepare)

    def run(_: int) -> float:
        run_calls(burst.CALLS)
        return float(count_rate_limited())

    return run


def _prepare_calls(prepare: Callable[[str], burst.Run]) -> tuple[burst.Run, Callable[[], int]]:
    url = server.url_of(server.start("burst"))
    run = prepare(url)
    server.counts(url)  # resets the counts, which include the warm-up
    return run, lambda: server.counts(url)["rate_limited"]


CONCURRENT_CALLS = f"{burst.CALLS} concurrent calls, limit of {server.ALLOWED} per second"
CONFIGURED = "this SDK, configured with the limit"
DEFAULT = "this SDK, default client"
"""A client that assumes the documented limits, which are higher than that of the server."""
MOST_REJECTED = "5 % of the calls"

BENCHMARKS = {
    "items": Benchmark(
        "Read 10,000 items: 20 ms per response, 20 ms of work per page",
        "value",
        [
            Implementation(OFFICIAL, "official", lambda: time_to_read(pagination.official_async)),
            Implementation(
                "this SDK, limiter and prefetch on",
                "httpx",
                lambda: time_to_read(pagination.this_async),
                targets=[Target(1.1, MINIMUM)],
            ),
            Implementation(
                "this SDK, sync, limiter and prefetch on",
                "httpx",
                lambda: time_to_read(pagination.this_sync),
                targets=[Target(1.1, MINIMUM)],
            ),
            Implementation(MINIMUM, "bare", lambda: lambda _: pagination.MINIMUM_SECONDS),
        ],
        unit="s",
        rounds=3,
    ),
    # Without the official SDK: up to a fifth of its calls fail, and failed calls end early. One round each: a second one would find a client
    # that has learned the limit.
    "calls": Benchmark(
        CONCURRENT_CALLS,
        "value",
        [
            Implementation(
                CONFIGURED, "httpx", lambda: time_to_call(burst.this_async_known), targets=[Target(1.1, MINIMUM)]
            ),
            Implementation(
                f"{CONFIGURED}, sync",
                "httpx",
                lambda: time_to_call(burst.this_sync_known),
                targets=[Target(1.1, MINIMUM)],
            ),
            Implementation(DEFAULT, "httpx", lambda: time_to_call(burst.in_tasks(rate_limit_clients.this_async))),
            Implementation(MINIMUM, "bare", lambda: lambda _: burst.MINIMUM_SECONDS),
        ],
        unit="s",
        rounds=1,
    ),
    "rate_limited": Benchmark(
        CONCURRENT_CALLS,
        "value",
        [
            Implementation(OFFICIAL, "official", lambda: rate_limited_requests(burst.official_async)),
            Implementation(
                CONFIGURED, "httpx", lambda: rate_limited_requests(burst.this_async_known), targets=[Target(0.0)]
            ),
            Implementation(
                DEFAULT,
                "httpx",
                lambda: rate_limited_requests(burst.in_tasks(rate_limit_clients.this_async)),
                targets=[Target(1.0, MOST_REJECTED)],
            ),
            Implementation(MOST_REJECTED, "bare", lambda: lambda _: burst.CALLS * 0.05),
        ],
        unit="rate limited",
        rounds=1,
    ),
}
