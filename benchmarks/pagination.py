"""Reading 10,000 items while working on them: does the work happen while the next page travels?

`python -m benchmarks.pagination` measures every party against a server on loopback that takes 20 ms for an answer; the reader works 20 ms on
each page of 100 (CPU time of its thread). No way of reading can be faster than the first answer and then the longer of the two, page
after page; the table compares with that. Ends with status 1 when this SDK is not within the target.
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
ANSWER_SECONDS = WORK_SECONDS = 0.020
PAGES = ITEMS // LIMIT
FLOOR = ANSWER_SECONDS + PAGES * max(ANSWER_SECONDS, WORK_SECONDS)
TARGET = 1.10


def work() -> None:
    """Twenty milliseconds of computing."""
    ends = time.thread_time() + WORK_SECONDS
    while time.thread_time() < ends:
        pass


def ours_async(url: str, items: int) -> int:
    """This SDK in async code."""
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


def ours_sync(url: str, items: int) -> int:
    """This SDK in synchronous code."""
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
    """The official SDK in async code."""
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
    """The official SDK in synchronous code."""
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


PARTIES: dict[str, tuple[str, Callable[[str, int], int]]] = {
    "ours, async": ("httpx", ours_async),
    "ours, sync": ("httpx", ours_sync),
    "ours on httpx2, async": ("httpx2", ours_async),
    "ours on httpx2, sync": ("httpx2", ours_sync),
    "official, async": ("official", official_async),
    "official, sync": ("official", official_sync),
}


def answers() -> dict[str, bytes]:
    """Every page by the cursor that leads to it."""
    pages: dict[str, bytes] = {}
    for start in range(0, ITEMS, LIMIT):
        data = [organization(number) for number in range(start, start + LIMIT)]
        after = data[-1]["id"] if start + LIMIT < ITEMS else None
        body = json.dumps({"object": "list", "data": data, "list_metadata": {"before": None, "after": after}}).encode()
        head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(body)
        pages[str(organization(start - 1)["id"]) if start else ""] = head + body
    return pages


def serve() -> None:
    """Answer each request after a while; a thread that sleeps keeps time better than an event loop. Prints the port; ends with standard input."""
    pages = answers()

    class Answering(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            received = b""
            while data := self.request.recv(65536):
                received += data
                while b"\r\n\r\n" in received:
                    request, _, received = received.partition(b"\r\n\r\n")
                    query = urlsplit(request.split(b" ", 2)[1].decode()).query
                    answer = pages[parse_qs(query).get("after", [""])[0]]
                    time.sleep(ANSWER_SECONDS)
                    self.request.sendall(answer)

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            pass  # a client that hangs up in the middle

    with Server(("127.0.0.1", 0), Answering) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(server.server_address[1], flush=True)
        sys.stdin.read()
        server.shutdown()


def measure(python: str, party: str, url: str) -> float:
    """Seconds that a party takes in a process of its own, after a page to warm up."""
    command = [python, str(Path(__file__)), "--party", party]
    done = subprocess.run(
        command, env={**os.environ, "BENCHMARK_URL": url}, capture_output=True, text=True, timeout=120
    )
    if done.returncode:
        sys.exit(f"{party} failed:\n{done.stderr}")
    return float(done.stdout)


def run_party(name: str) -> None:
    read, url = PARTIES[name][1], os.environ["BENCHMARK_URL"]
    read(url, LIMIT)  # imports, and what is made once
    started = time.perf_counter()
    count = read(url, ITEMS)
    seconds = time.perf_counter() - started
    if count != ITEMS:
        sys.exit(f"{name} read {count} items instead of {ITEMS}")
    print(seconds)


def main() -> None:
    from benchmarks.environments import Environments

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--party", choices=PARTIES)
    parser.add_argument("--serve", action="store_true")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--environments", type=Path, default=Path(tempfile.gettempdir()) / "workos-benchmarks")
    arguments = parser.parse_args()
    if arguments.party:
        return run_party(arguments.party)
    if arguments.serve:
        return serve()
    environments = Environments(arguments.environments)
    pythons = {party: str(environments.python(environment)) for party, (environment, _) in PARTIES.items()}
    server = subprocess.Popen(
        [sys.executable, str(Path(__file__)), "--serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert server.stdin is not None
    assert server.stdout is not None
    seconds: dict[str, list[float]] = {party: [] for party in PARTIES}
    try:
        url = f"http://127.0.0.1:{int(server.stdout.readline())}"
        for _ in range(arguments.rounds):
            for party in PARTIES:
                seconds[party].append(measure(pythons[party], party, url))
    finally:
        server.stdin.close()
        server.wait()
    print(f"{ITEMS:,} items, {LIMIT} a page, 20 ms an answer, 20 ms of work on each page; no less than {FLOOR:.2f} s\n")
    print("| party | seconds (median) | over the limit | best |\n| --- | --- | --- | --- |")
    missed = []
    for party, found in seconds.items():
        over = median(found) / FLOOR
        print(f"| {party} | {median(found):.2f} | {over - 1:+.0%} | {min(found):.2f} |")
        if party.startswith("ours") and over > TARGET:
            missed.append(f"{party}: {over:.2f} times the limit; the target is {TARGET:.2f}")
    if missed:
        sys.exit("\n".join(missed))
    return None


if __name__ == "__main__":
    main()
