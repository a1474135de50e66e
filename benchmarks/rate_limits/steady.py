"""Calls at a steady rate to an API with the rules of a scenario: a single 429 that the client does not cause, 429s that recur whatever the
client does, and limits below the demand. All implementations run at the same time, each against a server of its own.
"""

import asyncio
import json
import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from statistics import median
from typing import Any

from benchmarks.rate_limits import clients, server
from benchmarks.rate_limits.clients import Client
from benchmarks.rate_limits.server import ROOT, counts


@dataclass(frozen=True)
class Scenario:
    """Calls at a steady rate, and the targets of this SDK.

    Attributes:
        title: What the server does.
        rate: Calls per second.
        seconds: Seconds during which calls are made.
        late: Seconds after which a response is late.
        max_late: The target for the share of calls with a late response.
        max_median: The target for the median in seconds.
        max_rate_limited: The target for the share of requests that are rate limited.
        max_seconds: The target for the seconds until the last response.
    """

    title: str
    rate: float
    seconds: float
    late: float
    max_late: float
    max_median: float
    max_rate_limited: float
    max_seconds: float


SCENARIOS = {
    # Those that are made during the pause are late; a call that is made a moment before it, too.
    "one": Scenario("one 429 with Retry-After: 5, everything else is accepted", 3, 25, 1.0, 0.2, 0.05, 0.02, 26),
    # Each 429 delays the calls of the pause. A limit that is lowered meanwhile delays few others.
    "recurring": Scenario(
        "a 429 with Retry-After: 1 every 8 s, everything else is accepted", 3, 40, 2.0, 0.1, 0.2, 0.06, 45
    ),
    # 90 calls take at least 45 seconds, or 44 with a token bucket that is full at first.
    # A fixed window accepts up to twice as many requests in a second, so it takes a few more 429s to find the limit.
    "fixed window": Scenario("a limit of 2 in each second", 3, 30, 20.0, 0.2, 15.0, 0.16, 50),
    "sliding window": Scenario("a limit of 2 in any second", 3, 30, 20.0, 0.2, 15.0, 0.12, 50),
    "token bucket": Scenario("a token bucket of 2 that gains 2 per second", 3, 30, 20.0, 0.2, 15.0, 0.12, 50),
}


def steady_in_tasks(client: Any, scenario: Scenario) -> tuple[list[float], int]:
    """Make the calls of a scenario with an async client. Return the seconds until each response, and how many calls failed."""

    async def run() -> tuple[list[float], int]:
        delays: list[float] = []

        async def call() -> None:
            started = time.perf_counter()
            await client.organizations.get_organization("org_1")
            delays.append(time.perf_counter() - started)

        calls: list[asyncio.Task[None]] = []
        started = time.perf_counter()
        for number in range(int(scenario.rate * scenario.seconds)):
            await asyncio.sleep(max(0.0, started + number / scenario.rate - time.perf_counter()))
            calls.append(asyncio.create_task(call()))
        results = await asyncio.gather(*calls, return_exceptions=True)
        return delays, sum(isinstance(result, BaseException) for result in results)

    return asyncio.run(run())


def steady_in_threads(client: Any, scenario: Scenario) -> tuple[list[float], int]:
    """Make the calls of a scenario with a sync client. Return the seconds until each response, and how many calls failed."""
    delays: list[float] = []
    failed: list[Exception] = []

    def call() -> None:
        started = time.perf_counter()
        try:
            client.organizations.get_organization("org_1")
        except Exception as error:
            failed.append(error)
        else:
            delays.append(time.perf_counter() - started)

    threads: list[threading.Thread] = []
    started = time.perf_counter()
    for number in range(int(scenario.rate * scenario.seconds)):
        time.sleep(max(0.0, started + number / scenario.rate - time.perf_counter()))
        threads.append(threading.Thread(target=call))
        threads[-1].start()
    for thread in threads:
        thread.join()
    return delays, len(failed)


Steady = Callable[[Any, Scenario], tuple[list[float], int]]
# Name → environment, client, how calls are made at a steady rate.
IMPLEMENTATIONS: dict[str, tuple[str, Client, Steady]] = {
    "this SDK, async": ("redis", clients.this_async, steady_in_tasks),
    "this SDK, sync": ("redis", clients.this_sync, steady_in_threads),
    "this SDK, async, Redis": ("redis", clients.this_async_shared, steady_in_tasks),
    "this SDK, sync, Redis": ("redis", clients.this_sync_shared, steady_in_threads),
    "rate_limiter=None, sync": ("redis", clients.this_sync_unlimited, steady_in_threads),
    "official SDK, sync": ("official", clients.official_sync, steady_in_threads),
}


def run_implementation(name: str, scenario: str) -> None:
    """Prepare, wait for a line, make the calls of a scenario, and print the delays and how many failed as JSON."""
    logging.getLogger("workos").addHandler(logging.NullHandler())  # warnings about lowered limits are expected
    _, client, run = IMPLEMENTATIONS[name]
    url = os.environ["BENCHMARK_URL"]
    run(client(url), Scenario("", 1, 1, 0, 0, 0, 0, 0))  # imports everything that a first call imports
    new_client = client(url)
    print("ready", flush=True)
    sys.stdin.readline()
    print(json.dumps(run(new_client, SCENARIOS[scenario])))


@dataclass(frozen=True)
class SteadyResult:
    """The results of an implementation in a scenario."""

    name: str
    delays: list[float]
    failed: int
    counts: dict[str, int]
    seconds: float

    def late(self, scenario: Scenario) -> float:
        """Return the share of the calls that failed or whose response was late."""
        late = sum(delay > scenario.late for delay in self.delays)
        return (late + self.failed) / (len(self.delays) + self.failed)

    def meets(self, scenario: Scenario) -> bool:
        """Return whether the targets are met."""
        return (
            not self.failed
            and self.late(scenario) <= scenario.max_late
            and median(self.delays) <= scenario.max_median
            and self.counts["rate_limited"] <= scenario.max_rate_limited * self.counts["requests"]
            and self.seconds <= scenario.max_seconds
        )


def measure(pythons: dict[str, str], key: str, redis: str) -> list[SteadyResult]:
    """Measure the implementations in a scenario, all at the same time.

    Args:
        pythons: The interpreter of each implementation.
        key: The scenario.
        redis: The URL of a Redis server.
    """
    with ExitStack() as stack:
        urls: dict[str, str] = {}
        workers: dict[str, Any] = {}
        for name, python in pythons.items():
            api = server.start(key)
            stack.callback(api.communicate)  # closes its standard input, which ends it
            urls[name] = server.url_of(api)
            workers[name] = subprocess.Popen(
                [python, "-m", "benchmarks.rate_limits", "--implementation", name, "--scenario", key],
                cwd=ROOT,
                env={**os.environ, "BENCHMARK_URL": urls[name], "BENCHMARK_REDIS": redis},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            stack.callback(workers[name].communicate)
        for name, worker in workers.items():
            if worker.stdout.readline() != "ready\n":
                sys.exit(f"{name} did not start")
            counts(urls[name])
        started = time.perf_counter()
        for worker in workers.values():
            worker.stdin.write("go\n")
            worker.stdin.flush()
        results: dict[str, SteadyResult] = {}

        def collect(name: str) -> None:
            delays, failed = json.loads(workers[name].stdout.readline())
            seconds = time.perf_counter() - started
            results[name] = SteadyResult(name, delays, failed, counts(urls[name]), seconds)

        threads = [threading.Thread(target=collect, args=(name,)) for name in workers]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return [results[name] for name in workers]


def compare(environments: Any, only: str, redis: str | None) -> list[str]:
    """Print a table for each scenario, and return the missed targets.

    Args:
        environments: The environments of the implementations.
        only: A part of the names of the implementations to run, after that of the scenario.
        redis: The URL of a Redis server; None to skip the implementations that need one.
    """
    missed = []
    for key, scenario in SCENARIOS.items():
        pythons = {
            name: str(environments.python(IMPLEMENTATIONS[name][0]))
            for name in IMPLEMENTATIONS
            if only in f"{key} {name}" and (redis or "Redis" not in name)
        }
        if not pythons:
            continue
        print(f"\n{scenario.rate:g} calls per second for {scenario.seconds:g} s; {scenario.title}\n")
        print(
            f"| Implementation | Median | Later than {scenario.late:g} s | Longest | Rate-limited requests | Failed calls |"
        )
        print("| --- | --- | --- | --- | --- | --- |", flush=True)
        for result in measure(pythons, key, redis or ""):
            cells = (
                result.name,
                f"{median(result.delays):.2f} s",
                f"{result.late(scenario):.0%}",
                f"{max(result.delays):.1f} s",
                f"{result.counts['rate_limited']} of {result.counts['requests']}",
                f"{result.failed}",
            )
            print(f"| {' | '.join(cells)} |", flush=True)
            if result.name.startswith("this SDK") and not result.meets(scenario):
                missed.append(
                    f"{result.name}, {scenario.title}: a median of at most {scenario.max_median:g} s, at most {scenario.max_late:.0%} "
                    f"later than {scenario.late:g} s, at most {scenario.max_rate_limited:.0%} rate limited, {scenario.max_seconds:g} s, "
                    "no failed calls"
                )
    return missed
