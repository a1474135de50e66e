"""Calls to an API with rate limits: how long do they take, how many are rate limited, how many fail?

`python -m benchmarks.rate_limits` measures every implementation against a loopback server (a process of its own). All modules are imported
before the measurement; the client is new. Exits with status 1 if this SDK misses a target.

First, 500 concurrent calls to an API that responds with 429 to the 101st request of any second, with `Retry-After` in whole seconds. The
theoretical minimum is 4 seconds. "Known limit" means that the client is configured with the limit; "unknown limit" means that it assumes
the documented 6000 per minute.

Then, calls at a steady rate to an API with the rules of a scenario: a single 429 that the client does not cause, 429s that recur whatever
the client does, and a limit below the demand. All implementations run at the same time, each against a server of its own.
"""

import argparse
import asyncio
import json
import logging
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from typing import Any

sys.path[:] = [str(Path(__file__).parent.parent), *[path for path in sys.path if path != str(Path(__file__).parent)]]

from benchmarks.data import encode, organization  # noqa: E402

CALLS, ALLOWED = 500, 100
MINIMUM_SECONDS = CALLS / ALLOWED - 1
LIMITS = {"general": (ALLOWED, 1.0)}
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
    # 429s that recur lower the limit, until lowering it turns out to be of no use. Each may delay the calls of the next ten seconds.
    "recurring": Scenario(
        "a 429 with Retry-After: 1 every 8 s, everything else is accepted", 3, 40, 2.0, 0.5, 2.0, 0.06, 50
    ),
    # 90 calls take at least 45 seconds.
    "below": Scenario("a limit of 2 per second", 3, 30, 20.0, 0.2, 15.0, 0.12, 50),
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


def this_sdk(package: Any, url: str, limiter: Callable[[], Any] | None, run: Callable[[Any, int], int]) -> Run:
    def client() -> Any:
        return package.WorkOS("sk_test", base_url=url, **({} if limiter is None else {"rate_limiter": limiter()}))

    return warmed_up(client, run)


def warmed_up(client: Callable[[], Any], run: Callable[[Any, int], int]) -> Run:
    """Return a run with a new client, after a call of another client has imported everything that a first call imports."""
    run(client(), 1)
    new_client = client()
    return lambda calls: run(new_client, calls)


def this_async_known(url: str) -> Run:
    import workos_async

    return this_sdk(workos_async, url, lambda: workos_async.RateLimiter(LIMITS), run_in_tasks)


def this_sync_known(url: str) -> Run:
    import workos_sync

    return this_sdk(workos_sync, url, lambda: workos_sync.RateLimiter(LIMITS), run_in_threads)


def this_async_unknown(url: str) -> Run:
    import workos_async

    return this_sdk(workos_async, url, None, run_in_tasks)


def this_sync_unknown(url: str) -> Run:
    import workos_sync

    return this_sdk(workos_sync, url, None, run_in_threads)


def this_async_shared(url: str) -> Run:
    import workos_async

    redis = os.environ["BENCHMARK_REDIS"]
    prefixes = iter(("warm-up:", "measured:"))
    return this_sdk(
        workos_async, url, lambda: workos_async.RedisRateLimiter(redis, LIMITS, prefix=next(prefixes)), run_in_tasks
    )


def this_sync_shared(url: str) -> Run:
    import workos_sync

    redis = os.environ["BENCHMARK_REDIS"]
    prefixes = iter(("warm-up:", "measured:"))
    return this_sdk(
        workos_sync, url, lambda: workos_sync.RedisRateLimiter(redis, LIMITS, prefix=next(prefixes)), run_in_threads
    )


def official_async(url: str) -> Run:
    from workos import AsyncWorkOSClient

    return warmed_up(lambda: AsyncWorkOSClient(api_key="sk_test", client_id="client_1", base_url=url), run_in_tasks)


def official_sync(url: str) -> Run:
    from workos import WorkOSClient

    return warmed_up(lambda: WorkOSClient(api_key="sk_test", client_id="client_1", base_url=url), run_in_threads)


# Name → environment, processes, runs, the most rate-limited requests, the most seconds.
IMPLEMENTATIONS: dict[str, tuple[str, int, Callable[[str], Run], float, float]] = {
    "this SDK, async, known limit": ("redis", 1, this_async_known, 0, MINIMUM_SECONDS * 1.1),
    "this SDK, sync, known limit": ("redis", 1, this_sync_known, 0, MINIMUM_SECONDS * 1.1),
    "this SDK on httpx2, async, known limit": ("httpx2", 1, this_async_known, 0, MINIMUM_SECONDS * 1.1),
    "this SDK, async, unknown limit": ("redis", 1, this_async_unknown, CALLS * 0.05, float("inf")),
    "this SDK, sync, unknown limit": ("redis", 1, this_sync_unknown, CALLS * 0.05, float("inf")),
    "this SDK, async, 4 processes, Redis": ("redis", 4, this_async_shared, 0, MINIMUM_SECONDS * 1.1),
    "this SDK, sync, 4 processes, Redis": ("redis", 4, this_sync_shared, 0, MINIMUM_SECONDS * 1.1),
    "official SDK, async": ("official", 1, official_async, float("inf"), float("inf")),
    "official SDK, sync": ("official", 1, official_sync, float("inf"), float("inf")),
}


def this_async_client(url: str, **settings: Any) -> Any:
    import workos_async

    return workos_async.WorkOS("sk_test", base_url=url, **settings)


def this_sync_client(url: str, **settings: Any) -> Any:
    import workos_sync

    return workos_sync.WorkOS("sk_test", base_url=url, **settings)


def official_sync_client(url: str) -> Any:
    from workos import WorkOSClient

    return WorkOSClient(api_key="sk_test", client_id="client_1", base_url=url)


Steady = Callable[[Any, Scenario], tuple[list[float], int]]
# Name → environment, client, how calls are made at a steady rate.
STEADY: dict[str, tuple[str, Callable[[str], Any], Steady]] = {
    "this SDK, async": ("redis", this_async_client, steady_in_tasks),
    "this SDK, sync": ("redis", this_sync_client, steady_in_threads),
    "rate_limiter=None, sync": ("redis", lambda url: this_sync_client(url, rate_limiter=None), steady_in_threads),
    "official SDK, sync": ("official", official_sync_client, steady_in_threads),
}


def rules_of(scenario: str) -> Callable[[float], float | bool | None]:
    """Return the rules of the server: True accepts a request at a time, a number is the `Retry-After` of a 429."""
    from tests.support.rate_limit_rules import reject_every, reject_once, sliding_window

    match scenario:
        case "one":
            return reject_once(8, 5)
        case "recurring":
            return reject_every(8, 1)
        case "below":
            return sliding_window(2, 1)
        case _:
            return sliding_window(ALLOWED, 1)


async def serve(scenario: str) -> None:
    """Apply the rules of a scenario, and print the port; ends when standard input is closed. `/counts` returns and resets the counts."""
    loop = asyncio.get_running_loop()
    counts = {"requests": 0, "rate_limited": 0}
    body = encode({**organization(1), "id": "org_1"})
    rules, started = rules_of(scenario), loop.time()

    def respond(target: str) -> tuple[str, bytes]:
        nonlocal rules, started
        if target == "/counts":
            body_of_counts = json.dumps(counts).encode()
            counts.update(requests=0, rate_limited=0)
            rules, started = rules_of(scenario), loop.time()
            return "200 OK", body_of_counts
        counts["requests"] += 1
        verdict = rules(loop.time() - started)
        if verdict is not True:
            counts["rate_limited"] += 1
            return f"429 Too Many Requests\r\nretry-after: {verdict:g}", b"{}"
        return "200 OK", body

    class Protocol(asyncio.Protocol):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            assert isinstance(transport, asyncio.Transport)
            self._transport = transport
            self._rest = b""

        def data_received(self, data: bytes) -> None:
            *requests, self._rest = (self._rest + data).split(b"\r\n\r\n")
            for request in requests:
                status, content = respond(request.split(b" ", 2)[1].decode())
                head = f"HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {len(content)}\r\n\r\n"
                self._transport.write(head.encode() + content)

    server = await loop.create_server(Protocol, "127.0.0.1", 0, backlog=1000)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


def run_implementation(name: str) -> None:
    """Prepare, wait for a line, make the calls of one process, and print how many failed."""
    _, processes, prepare, *_ = IMPLEMENTATIONS[name]
    run = prepare(os.environ["BENCHMARK_URL"])
    print("ready", flush=True)
    sys.stdin.readline()
    print(run(CALLS // processes))


def run_steady(name: str, scenario: str) -> None:
    """Prepare, wait for a line, make the calls of a scenario, and print the delays and how many failed as JSON."""
    logging.getLogger("workos").addHandler(logging.NullHandler())  # warnings about lowered limits are expected
    _, client, run = STEADY[name]
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


def measure_steady(pythons: dict[str, str], key: str) -> list[SteadyResult]:
    """Measure the implementations in a scenario, all at the same time."""
    with ExitStack() as stack:

        def start(*command: str, **environment: str) -> Any:
            process = subprocess.Popen(
                command, env={**os.environ, **environment}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
            stack.callback(process.communicate)  # closes its standard input, which ends a server
            return process

        urls, workers = {}, {}
        for name, python in pythons.items():
            server = start(sys.executable, str(Path(__file__)), "--serve", key)
            urls[name] = f"http://127.0.0.1:{int(server.stdout.readline())}"
            command = [python, str(Path(__file__)), "--implementation", name, "--scenario", key]
            workers[name] = start(*command, BENCHMARK_URL=urls[name])
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


def compare_steady(environments: Any, only: str) -> list[str]:
    """Print a table for each scenario, and return the missed targets."""
    missed = []
    for key, scenario in SCENARIOS.items():
        pythons = {name: str(environments.python(STEADY[name][0])) for name in STEADY if only in f"{key} {name}"}
        if not pythons:
            continue
        print(f"\n{scenario.rate:g} calls per second for {scenario.seconds:g} s; {scenario.title}\n")
        print(
            f"| Implementation | Median | Later than {scenario.late:g} s | Longest | Rate-limited requests | Failed calls |"
        )
        print("| --- | --- | --- | --- | --- | --- |", flush=True)
        for result in measure_steady(pythons, key):
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


def measure(python: str, implementation: str, url: str, redis: str) -> tuple[float, int, int]:
    """Return the seconds, rate-limited requests and failed calls of an implementation."""
    environment = {**os.environ, "BENCHMARK_URL": url, "BENCHMARK_REDIS": redis}
    command = [python, str(Path(__file__)), "--implementation", implementation]
    with ExitStack() as stack:
        processes = [
            stack.enter_context(
                subprocess.Popen(
                    command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
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


def counts(url: str) -> dict[str, int]:
    """Return the counts of the server since the last request for them, and reset them."""
    connection = HTTPConnection(url.removeprefix("http://"), timeout=30)
    connection.request("GET", "/counts")
    result: dict[str, int] = json.loads(connection.getresponse().read())
    connection.close()
    return result


def main() -> None:
    from benchmarks.environments import Environments
    from tests.support.redis_server import RedisServer, find_or_install

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--implementation", choices=[*IMPLEMENTATIONS, *STEADY])
    parser.add_argument("--scenario", choices=SCENARIOS)
    parser.add_argument("--serve", metavar="SCENARIO")
    parser.add_argument(
        "--only", default="", help="run only the implementations whose name, after that of the scenario, contains this"
    )
    parser.add_argument("--environments", type=Path, default=Path(tempfile.gettempdir()) / "workos-benchmarks")
    arguments = parser.parse_args()
    if arguments.scenario:
        return run_steady(arguments.implementation, arguments.scenario)
    if arguments.implementation:
        return run_implementation(arguments.implementation)
    if arguments.serve:
        return asyncio.run(serve(arguments.serve))
    program = find_or_install()
    redis = RedisServer(program) if program else None
    chosen = [name for name in IMPLEMENTATIONS if arguments.only in f"burst {name}" and (redis or "Redis" not in name)]
    if redis is None:
        print("skipped the implementations with Redis: redis-server is missing and can't be installed", file=sys.stderr)
    environments = Environments(arguments.environments)
    pythons = {name: str(environments.python(IMPLEMENTATIONS[name][0])) for name in chosen}
    server = subprocess.Popen(
        [sys.executable, str(Path(__file__)), "--serve", "burst"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert server.stdin is not None
    assert server.stdout is not None
    missed = []
    if chosen:
        print(f"{CALLS} concurrent calls, limit of {ALLOWED} per second; theoretical minimum {MINIMUM_SECONDS:.0f} s\n")
        print(
            "| Implementation | Seconds | Rate-limited requests | Failed calls |\n| --- | --- | --- | --- |", flush=True
        )
    try:
        url = f"http://127.0.0.1:{int(server.stdout.readline())}"
        for name in chosen:
            seconds, rate_limited, failed = measure(pythons[name], name, url, redis.url if redis else "")
            print(f"| {name} | {seconds:.2f} | {rate_limited} | {failed} |", flush=True)
            _, _, _, max_rate_limited, max_seconds = IMPLEMENTATIONS[name]
            if name.startswith("this SDK") and (rate_limited > max_rate_limited or seconds > max_seconds or failed):
                missed.append(
                    f"{name}: at most {max_rate_limited:.0f} rate limited, {max_seconds:.1f} s, no failed calls"
                )
    finally:
        server.stdin.close()
        server.wait()
        if redis:
            redis.close()
    missed += compare_steady(environments, arguments.only)
    if missed:
        sys.exit("\nMissed targets:\n" + "\n".join(missed))
    return None


if __name__ == "__main__":
    main()
