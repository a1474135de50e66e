"""500 concurrent calls to an API that allows 100 per second: how long do they take, how many are rate limited, how many fail?

`python -m benchmarks.rate_limits` measures every implementation against a loopback server (a process of its own) that responds with 429 to
the 101st request of any second, with `Retry-After` in whole seconds. The theoretical minimum is 4 seconds. "Known limit" means that the
client is configured with the limit; "unknown limit" means that it assumes the documented 6000 per minute. All modules are imported before
the measurement; the client is new. Exits with status 1 if this SDK misses a target.
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import ExitStack
from http.client import HTTPConnection
from math import ceil
from pathlib import Path
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
    "this SDK, async, unknown limit": ("redis", 1, this_async_unknown, CALLS * 0.1, float("inf")),
    "this SDK, sync, unknown limit": ("redis", 1, this_sync_unknown, CALLS * 0.1, float("inf")),
    "this SDK, async, 4 processes, Redis": ("redis", 4, this_async_shared, 0, MINIMUM_SECONDS * 1.1),
    "this SDK, sync, 4 processes, Redis": ("redis", 4, this_sync_shared, 0, MINIMUM_SECONDS * 1.1),
    "official SDK, async": ("official", 1, official_async, float("inf"), float("inf")),
    "official SDK, sync": ("official", 1, official_sync, float("inf"), float("inf")),
}


async def serve() -> None:
    """Enforce the limit, and print the port; ends when standard input is closed. `/counts` returns the counts since its last request."""
    loop = asyncio.get_running_loop()
    accepted: deque[float] = deque()
    counts = {"requests": 0, "rate_limited": 0}
    body = encode(organization(1))

    def respond(target: str) -> tuple[str, bytes]:
        if target == "/counts":
            body_of_counts = json.dumps(counts).encode()
            counts.update(requests=0, rate_limited=0)
            accepted.clear()
            return "200 OK", body_of_counts
        now = loop.time()
        while accepted and accepted[0] <= now - 1:
            accepted.popleft()
        counts["requests"] += 1
        if len(accepted) >= ALLOWED:
            counts["rate_limited"] += 1
            return f"429 Too Many Requests\r\nretry-after: {ceil(accepted[0] + 1 - now)}", b"{}"
        accepted.append(now)
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
    parser.add_argument("--implementation", choices=IMPLEMENTATIONS)
    parser.add_argument("--serve", action="store_true")
    parser.add_argument("--only", default="", help="run only the implementations whose name contains this")
    parser.add_argument("--environments", type=Path, default=Path(tempfile.gettempdir()) / "workos-benchmarks")
    arguments = parser.parse_args()
    if arguments.implementation:
        return run_implementation(arguments.implementation)
    if arguments.serve:
        return asyncio.run(serve())
    program = find_or_install()
    redis = RedisServer(program) if program else None
    chosen = [name for name in IMPLEMENTATIONS if arguments.only in name and (redis or "Redis" not in name)]
    if redis is None:
        print("skipped the implementations with Redis: redis-server is missing and can't be installed", file=sys.stderr)
    environments = Environments(arguments.environments)
    pythons = {name: str(environments.python(IMPLEMENTATIONS[name][0])) for name in chosen}
    server = subprocess.Popen(
        [sys.executable, str(Path(__file__)), "--serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert server.stdin is not None
    assert server.stdout is not None
    missed = []
    print(f"{CALLS} concurrent calls, limit of {ALLOWED} per second; theoretical minimum {MINIMUM_SECONDS:.0f} s\n")
    print("| Implementation | Seconds | Rate-limited requests | Failed calls |\n| --- | --- | --- | --- |", flush=True)
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
    if missed:
        sys.exit("\nMissed targets:\n" + "\n".join(missed))
    return None


if __name__ == "__main__":
    main()
