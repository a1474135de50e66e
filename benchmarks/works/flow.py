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


def calling(prepare: Callable[[str], rate_limits.Run]) -> Run:
    """Seconds until all calls are answered, none of them refused."""
    run_calls, refused = _calls(prepare)

    def run(_: int) -> float:
        started = time.perf_counter()
        failed = run_calls(rate_limits.CALLS)
        seconds = time.perf_counter() - started
        if failed or (count := refused()):
            sys.exit(f"{failed or count} calls {'failed' if failed else 'were refused'}")
        return seconds

    return run


def refusals(prepare: Callable[[str], rate_limits.Run]) -> Run:
    """How many requests are refused until all calls have ended, in whatever way."""
    run_calls, refused = _calls(prepare)

    def run(_: int) -> float:
        run_calls(rate_limits.CALLS)
        return float(refused())

    return run


def _calls(prepare: Callable[[str], rate_limits.Run]) -> tuple[rate_limits.Run, Callable[[], int]]:
    url = serving(rate_limits)
    run = prepare(url)
    rate_limits.counts(url)  # forgets what was asked to get ready
    return run, lambda: rate_limits.counts(url)["refused"]


AT_ONCE = "500 calls at once where 100 a second are allowed"

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
    "calls": Work(  # not by the official SDK: a fifth of its calls fails, and what fails is soon over
        AT_ONCE,
        "value",
        [
            Party("ours", "httpx", lambda: calling(rate_limits.ours_async_known), target=1.1, beside="the limit"),
            Party("ours, sync", "httpx", lambda: calling(rate_limits.ours_sync_known), target=1.1, beside="the limit"),
            Party("the limit", "floor", lambda: lambda _: rate_limits.FLOOR),
        ],
        unit="s",
        rounds=1,
    ),
    "refusals": Work(
        AT_ONCE,
        "value",
        [
            Party("official", "official", lambda: refusals(rate_limits.official_async)),
            Party("ours", "httpx", lambda: refusals(rate_limits.ours_async_known), target=0.0),
        ],
        unit="refused",
        rounds=1,
    ),
}
