"""500 calls at once against an API that allows 100 in a second: how long, how many refused, how many failed?

`python -m benchmarks.rate_limits` measures every party against a server on loopback (a process of its own) that refuses what would be the
101st request of any second, and then asks to wait for whole seconds. Nothing can be done with it in less than 4 seconds. "Known" has been
told the limit, "unknown" believes in the documented 6000 in a minute. All modules are loaded before, the client is new. Ends with status 1
when this SDK misses a target.
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
FLOOR = CALLS / ALLOWED - 1
KNOWN = {"general": (ALLOWED, 1.0)}
Run = Callable[[int], int]
"""Makes so many calls at once and says how many failed."""


def at_once(client: Any, calls: int) -> int:
    """Calls of an asynchronous client."""

    async def run() -> int:
        async def call() -> object:
            return await client.organizations.get_organization("org_1")

        results = await asyncio.gather(*(call() for _ in range(calls)), return_exceptions=True)
        return sum(isinstance(result, BaseException) for result in results)

    return asyncio.run(run())


def in_threads(client: Any, calls: int) -> int:
    """Calls of a synchronous client, each in a thread."""
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


def ours(package: Any, url: str, limiter: Callable[[], Any] | None, run: Callable[[Any, int], int]) -> Run:
    def client() -> Any:
        return package.WorkOS("sk_test", base_url=url, **({} if limiter is None else {"rate_limiter": limiter()}))

    return warmed_up(client, run)


def warmed_up(client: Callable[[], Any], run: Callable[[Any, int], int]) -> Run:
    """Calls of a new client, in a process that has loaded all that the first call of a process loads."""
    run(client(), 1)
    fresh = client()
    return lambda calls: run(fresh, calls)


def ours_async_known(url: str) -> Run:
    import workos_async

    return ours(workos_async, url, lambda: workos_async.RateLimiter(KNOWN), at_once)


def ours_sync_known(url: str) -> Run:
    import workos_sync

    return ours(workos_sync, url, lambda: workos_sync.RateLimiter(KNOWN), in_threads)


def ours_async_unknown(url: str) -> Run:
    import workos_async

    return ours(workos_async, url, None, at_once)


def ours_sync_unknown(url: str) -> Run:
    import workos_sync

    return ours(workos_sync, url, None, in_threads)


def ours_async_shared(url: str) -> Run:
    import workos_async

    redis = os.environ["BENCHMARK_REDIS"]
    prefixes = iter(("warming up:", "measured:"))
    return ours(workos_async, url, lambda: workos_async.RedisRateLimiter(redis, KNOWN, prefix=next(prefixes)), at_once)


def ours_sync_shared(url: str) -> Run:
    import workos_sync

    redis = os.environ["BENCHMARK_REDIS"]
    prefixes = iter(("warming up:", "measured:"))
    return ours(workos_sync, url, lambda: workos_sync.RedisRateLimiter(redis, KNOWN, prefix=next(prefixes)), in_threads)


def official_async(url: str) -> Run:
    from workos import AsyncWorkOSClient

    return warmed_up(lambda: AsyncWorkOSClient(api_key="sk_test", client_id="client_1", base_url=url), at_once)


def official_sync(url: str) -> Run:
    from workos import WorkOSClient

    return warmed_up(lambda: WorkOSClient(api_key="sk_test", client_id="client_1", base_url=url), in_threads)


# Name → environment, processes, what it runs, most that may be refused, most seconds.
PARTIES: dict[str, tuple[str, int, Callable[[str], Run], float, float]] = {
    "ours, async, known": ("redis", 1, ours_async_known, 0, FLOOR * 1.1),
    "ours, sync, known": ("redis", 1, ours_sync_known, 0, FLOOR * 1.1),
    "ours on httpx2, async, known": ("httpx2", 1, ours_async_known, 0, FLOOR * 1.1),
    "ours, async, unknown": ("redis", 1, ours_async_unknown, CALLS * 0.1, float("inf")),
    "ours, sync, unknown": ("redis", 1, ours_sync_unknown, CALLS * 0.1, float("inf")),
    "ours, async, 4 processes, Redis": ("redis", 4, ours_async_shared, 0, FLOOR * 1.1),
    "ours, sync, 4 processes, Redis": ("redis", 4, ours_sync_shared, 0, FLOOR * 1.1),
    "official, async": ("official", 1, official_async, float("inf"), float("inf")),
    "official, sync": ("official", 1, official_sync, float("inf"), float("inf")),
}


async def serve() -> None:
    """Enforce the limit. `/counts` tells what happened since it was last asked. Prints the port; ends when standard input does."""
    loop = asyncio.get_running_loop()
    accepted: deque[float] = deque()
    counts = {"requests": 0, "refused": 0}
    body = encode(organization(1))

    def answer(target: str) -> tuple[str, bytes]:
        if target == "/counts":
            told = json.dumps(counts).encode()
            counts.update(requests=0, refused=0)
            accepted.clear()
            return "200 OK", told
        now = loop.time()
        while accepted and accepted[0] <= now - 1:
            accepted.popleft()
        counts["requests"] += 1
        if len(accepted) >= ALLOWED:
            counts["refused"] += 1
            return f"429 Too Many Requests\r\nretry-after: {ceil(accepted[0] + 1 - now)}", b"{}"
        accepted.append(now)
        return "200 OK", body

    class Answering(asyncio.Protocol):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            assert isinstance(transport, asyncio.Transport)
            self._transport = transport
            self._rest = b""

        def data_received(self, data: bytes) -> None:
            *requests, self._rest = (self._rest + data).split(b"\r\n\r\n")
            for request in requests:
                status, content = answer(request.split(b" ", 2)[1].decode())
                head = f"HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {len(content)}\r\n\r\n"
                self._transport.write(head.encode() + content)

    server = await loop.create_server(Answering, "127.0.0.1", 0, backlog=1000)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


def run_party(name: str) -> None:
    """Get ready, wait for a line, make the calls of one process, print how many failed."""
    _, processes, prepare, *_ = PARTIES[name]
    run = prepare(os.environ["BENCHMARK_URL"])
    print("ready", flush=True)
    sys.stdin.readline()
    print(run(CALLS // processes))


def measure(python: str, party: str, url: str, redis: str) -> tuple[float, int, int]:
    """Seconds, refused requests and failed calls of a party."""
    environment = {**os.environ, "BENCHMARK_URL": url, "BENCHMARK_REDIS": redis}
    command = [python, str(Path(__file__)), "--party", party]
    with ExitStack() as stack:
        processes = [
            stack.enter_context(
                subprocess.Popen(
                    command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
                )
            )
            for _ in range(PARTIES[party][1])
        ]
        for process in processes:
            assert process.stdout is not None
            if process.stdout.readline() != b"ready\n":
                sys.exit(f"{party} does not start; see for yourself: {' '.join(command)}")
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
        return time.perf_counter() - started, counts(url)["refused"], failed


def counts(url: str) -> dict[str, int]:
    """What the server counted since it was last asked."""
    connection = HTTPConnection(url.removeprefix("http://"), timeout=30)
    connection.request("GET", "/counts")
    found: dict[str, int] = json.loads(connection.getresponse().read())
    connection.close()
    return found


def main() -> None:
    from benchmarks.environments import Environments
    from tests.support.redis_server import RedisServer, find_or_install

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--party", choices=PARTIES)
    parser.add_argument("--serve", action="store_true")
    parser.add_argument("--only", default="", help="parties whose name holds this")
    parser.add_argument("--environments", type=Path, default=Path(tempfile.gettempdir()) / "workos-benchmarks")
    arguments = parser.parse_args()
    if arguments.party:
        return run_party(arguments.party)
    if arguments.serve:
        return asyncio.run(serve())
    program = find_or_install()
    redis = RedisServer(program) if program else None
    chosen = [name for name in PARTIES if arguments.only in name and (redis or "Redis" not in name)]
    if redis is None:
        print("left out: redis-server is missing and can't be installed", file=sys.stderr)
    environments = Environments(arguments.environments)
    pythons = {party: str(environments.python(PARTIES[party][0])) for party in chosen}
    server = subprocess.Popen(
        [sys.executable, str(Path(__file__)), "--serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert server.stdin is not None
    assert server.stdout is not None
    missed = []
    print(f"{CALLS} calls at once, {ALLOWED} allowed in a second; no less than {FLOOR:.0f} s\n")
    print("| party | seconds | refused requests | failed calls |\n| --- | --- | --- | --- |", flush=True)
    try:
        url = f"http://127.0.0.1:{int(server.stdout.readline())}"
        for party in chosen:
            seconds, refused, failed = measure(pythons[party], party, url, redis.url if redis else "")
            print(f"| {party} | {seconds:.2f} | {refused} | {failed} |", flush=True)
            _, _, _, most_refused, most_seconds = PARTIES[party]
            if party.startswith("ours") and (refused > most_refused or seconds > most_seconds or failed):
                missed.append(f"{party}: at most {most_refused:.0f} refused, {most_seconds:.1f} s, none failed")
    finally:
        server.stdin.close()
        server.wait()
        if redis:
            redis.close()
    if missed:
        sys.exit("\nNot reached:\n" + "\n".join(missed))
    return None


if __name__ == "__main__":
    main()
