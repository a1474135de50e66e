"""Many items, and many calls: what `benchmarks.pagination` and `benchmarks.rate_limits` measure, as rows of the table."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks import pagination, rate_limits
from benchmarks.work import Party, Run, Work


def serving(module: Any) -> str:
    """The base URL of a benchmark's server, which ends with this process."""
    server = subprocess.Popen(
        [sys.executable, str(Path(module.__file__)), "--serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert server.stdout is not None
    return f"http://127.0.0.1:{int(server.stdout.readline())}"


def reading(read: Callable[[str, int], int]) -> Run:
    """Seconds that it takes to read all items."""
    url = serving(pagination)
    read(url, pagination.LIMIT)  # imports, and what is made once

    def run(_: int) -> float:
        started = time.perf_counter()
        count = read(url, pagination.ITEMS)
        seconds = time.perf_counter() - started
        if count != pagination.ITEMS:
            sys.exit(f"{count} items instead of {pagination.ITEMS}")
        return seconds

    return run


def calling(prepare: Callable[[str], rate_limits.Run], *, may_fail: bool = False, refusals: bool = False) -> Run:
    """Seconds until all calls have ended, or how many requests were refused."""
    url = serving(rate_limits)
    run_calls = prepare(url)

    def run(_: int) -> float:
        rate_limits.counts(url)
        started = time.perf_counter()
        failed = run_calls(rate_limits.CALLS)
        seconds = time.perf_counter() - started
        if failed and not may_fail:
            sys.exit(f"{failed} calls failed")
        return float(rate_limits.counts(url)["refused"]) if refusals else seconds

    return run


def calls(*, refusals: bool) -> list[Party]:
    target = 0.0 if refusals else 1.1
    beside = "official" if refusals else "the limit"
    return [
        Party(
            "official",
            "official",
            lambda: calling(rate_limits.official_async, may_fail=True, refusals=refusals),
        ),
        Party(
            "ours",
            "httpx",
            lambda: calling(rate_limits.ours_async_known, refusals=refusals),
            target=target,
            beside=beside,
        ),
        Party(
            "ours, sync",
            "httpx",
            lambda: calling(rate_limits.ours_sync_known, refusals=refusals),
            target=target,
            beside=beside,
        ),
    ]


WORKS = {
    "items": Work(
        "10,000 items, 20 ms an answer, 20 ms of work a page",
        "value",
        [
            Party("official", "official", lambda: reading(pagination.official_async)),
            Party("ours", "httpx", lambda: reading(pagination.ours_async), target=1.1, beside="the limit"),
            Party("ours, sync", "httpx", lambda: reading(pagination.ours_sync), target=1.1, beside="the limit"),
            Party("the limit", "floor", lambda: lambda _: pagination.FLOOR),
        ],
        unit="s",
        rounds=3,
    ),
    "calls": Work(
        "500 calls at once where 100 a second are allowed",
        "value",
        [*calls(refusals=False), Party("the limit", "floor", lambda: lambda _: rate_limits.FLOOR)],
        unit="s",
        rounds=1,
    ),
    "refusals": Work(
        "500 calls at once where 100 a second are allowed", "value", calls(refusals=True), unit="refused", rounds=1
    ),
}
