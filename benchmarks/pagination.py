"""Read 10,000 items and work on each page: does the work overlap with fetching the next page?

`python -m benchmarks.pagination` measures every implementation against a loopback server that takes 20 ms per response; the reader works
for 20 ms on each page of 100 items (CPU time of its thread). The theoretical minimum is the time of the first response, plus the longer
of response and work for every page; the table compares with it. Exits with status 1 if this SDK misses the target.
"""

import argparse
import asyncio
import json
import os
import socket
import socketserver
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from urllib.parse import parse_qs, urlsplit

sys.path[:] = [str(Path(__file__).parent.parent), *[path for path in sys.path if path != str(Path(__file__).parent)]]

from benchmarks.data import organization  # noqa: E402

ITEMS, LIMIT = 10_000, 100
RESPONSE_SECONDS = WORK_SECONDS = 0.020
PAGES = ITEMS // LIMIT
MINIMUM_SECONDS = RESPONSE_SECONDS + PAGES * max(RESPONSE_SECONDS, WORK_SECONDS)
TARGET = 1.10


def work() -> None:
    """Compute for 20 milliseconds."""
    deadline = time.thread_time() + WORK_SECONDS
    while time.thread_time() < deadline:
        pass


def this_async(url: str, items: int) -> int:
    """Read with the async client of this SDK, and return the number of items."""
    from workos_async import WorkOS

    async def read() -> int:
        count = 0
        async with WorkOS("sk_test", base_url=url) as workos:
            async for page in workos.organizations.list_organizations(limit=LIMIT).pages():
                count += len(page)
                work()
                if count == items:
                    break
        return count

    return asyncio.run(read())


def this_sync(url: str, items: int) -> int:
    """Read with the sync client of this SDK, and return the number of items."""
    from workos_sync import WorkOS

    count = 0
    with WorkOS("sk_test", base_url=url) as workos:
        for page in workos.organizations.list_organizations(limit=LIMIT).pages():
            count += len(page)
            work()
            if count == items:
                break
    return count


def official_async(url: str, items: int) -> int:
    """Read with the async client of the official SDK, and return the number of items."""
    from workos import AsyncWorkOSClient

    async def read() -> int:
        count = 0
        client = AsyncWorkOSClient(api_key="sk_test", client_id="client_1", base_url=url)
        page = await client.organizations.list_organizations(limit=LIMIT)
        async for _ in page.auto_paging_iter():
            count += 1
            if count % LIMIT == 0:
                work()
                if count == items:
                    break
        return count

    return asyncio.run(read())


def official_sync(url: str, items: int) -> int:
    """Read with the sync client of the official SDK, and return the number of items."""
    from workos import WorkOSClient

    count = 0
    client = WorkOSClient(api_key="sk_test", client_id="client_1", base_url=url)
    for _ in client.organizations.list_organizations(limit=LIMIT).auto_paging_iter():
        count += 1
        if count % LIMIT == 0:
            work()
            if count == items:
                break
    return count


IMPLEMENTATIONS: dict[str, tuple[str, Callable[[str, int], int]]] = {
    "this SDK, async": ("httpx", this_async),
    "this SDK, sync": ("httpx", this_sync),
    "this SDK on httpx2, async": ("httpx2", this_async),
    "this SDK on httpx2, sync": ("httpx2", this_sync),
    "official SDK, async": ("official", official_async),
    "official SDK, sync": ("official", official_sync),
}


def responses() -> dict[str, bytes]:
    """Return the response of every page, by its `after` cursor."""
    pages: dict[str, bytes] = {}
    for start in range(0, ITEMS, LIMIT):
        data = [organization(number) for number in range(start, start + LIMIT)]
        after = data[-1]["id"] if start + LIMIT < ITEMS else None
        body = json.dumps({"object": "list", "data": data, "list_metadata": {"before": None, "after": after}}).encode()
        head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(body)
        pages[str(organization(start - 1)["id"]) if start else ""] = head + body
    return pages


def serve() -> None:
    """Respond to each request after a delay, and print the port; ends when standard input is closed.

    Each connection has a thread: a sleeping thread keeps time better than an event loop.
    """
    pages = responses()

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            received = b""
            while data := self.request.recv(65536):
                received += data
                while b"\r\n\r\n" in received:
                    request, _, received = received.partition(b"\r\n\r\n")
                    query = urlsplit(request.split(b" ", 2)[1].decode()).query
                    response = pages[parse_qs(query).get("after", [""])[0]]
                    time.sleep(RESPONSE_SECONDS)
                    self.request.sendall(response)

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            pass  # a client that disconnects early

    with Server(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(server.server_address[1], flush=True)
        sys.stdin.read()
        server.shutdown()


def measure(python: str, implementation: str, url: str) -> float:
    """Return the seconds that an implementation takes in a process of its own, after a warm-up page."""
    command = [python, str(Path(__file__)), "--implementation", implementation]
    done = subprocess.run(
        command, env={**os.environ, "BENCHMARK_URL": url}, capture_output=True, text=True, timeout=120
    )
    if done.returncode:
        sys.exit(f"{implementation} failed:\n{done.stderr}")
    return float(done.stdout)


def run_implementation(name: str) -> None:
    read, url = IMPLEMENTATIONS[name][1], os.environ["BENCHMARK_URL"]
    read(url, LIMIT)  # warms up: imports, and what is initialized once
    started = time.perf_counter()
    count = read(url, ITEMS)
    seconds = time.perf_counter() - started
    if count != ITEMS:
        sys.exit(f"{name} read {count} items instead of {ITEMS}")
    print(seconds)


def main() -> None:
    from benchmarks.environments import Environments

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--implementation", choices=IMPLEMENTATIONS)
    parser.add_argument("--serve", action="store_true")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--environments", type=Path, default=Path(tempfile.gettempdir()) / "workos-benchmarks")
    arguments = parser.parse_args()
    if arguments.implementation:
        return run_implementation(arguments.implementation)
    if arguments.serve:
        return serve()
    environments = Environments(arguments.environments)
    pythons = {name: str(environments.python(environment)) for name, (environment, _) in IMPLEMENTATIONS.items()}
    server = subprocess.Popen(
        [sys.executable, str(Path(__file__)), "--serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert server.stdin is not None
    assert server.stdout is not None
    seconds: dict[str, list[float]] = {name: [] for name in IMPLEMENTATIONS}
    try:
        url = f"http://127.0.0.1:{int(server.stdout.readline())}"
        for _ in range(arguments.rounds):
            for name in IMPLEMENTATIONS:
                seconds[name].append(measure(pythons[name], name, url))
    finally:
        server.stdin.close()
        server.wait()
    print(
        f"{ITEMS:,} items, {LIMIT} per page, 20 ms per response, 20 ms of work per page; theoretical minimum {MINIMUM_SECONDS:.2f} s\n"
    )
    print("| Implementation | Seconds (median) | Above the minimum | Best |\n| --- | --- | --- | --- |")
    missed = []
    for name, times in seconds.items():
        ratio = median(times) / MINIMUM_SECONDS
        print(f"| {name} | {median(times):.2f} | {ratio - 1:+.0%} | {min(times):.2f} |")
        if name.startswith("this SDK") and ratio > TARGET:
            missed.append(f"{name}: {ratio:.2f} times the minimum; the target is {TARGET:.2f}")
    if missed:
        sys.exit("\n".join(missed))
    return None


if __name__ == "__main__":
    main()
