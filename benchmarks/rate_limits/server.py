"""The server: an API with the rate limits of a scenario, in a process of its own."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path

from benchmarks.data import encode, organization
from tests.core.rate_limits.servers import fixed_window, reject_every, reject_once, sliding_window, token_bucket

ROOT = Path(__file__).parents[2]
ALLOWED = 100
"""Requests per second that the server accepts in a burst."""


def rules_of(scenario: str) -> Callable[[float], float | bool | None]:
    """Return the rules of the server: True accepts a request at a time, a number is the `Retry-After` of a 429."""
    match scenario:
        case "one":
            return reject_once(8, 5)
        case "recurring":
            return reject_every(8, 1)
        case "fixed window":
            return fixed_window(2, 1)
        case "sliding window":
            return sliding_window(2, 1)
        case "token bucket":
            return token_bucket(2, 2)
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


def start(scenario: str) -> "subprocess.Popen[str]":
    """Start the server of a scenario. It ends when its standard input is closed."""
    command = [sys.executable, "-m", "benchmarks.rate_limits", "--serve", scenario]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def url_of(server: "subprocess.Popen[str]") -> str:
    """Return the base URL of a started server."""
    assert server.stdout is not None
    return f"http://127.0.0.1:{int(server.stdout.readline())}"


def counts(url: str) -> dict[str, int]:
    """Return the counts of the server since the last request for them, and reset them."""
    connection = HTTPConnection(url.removeprefix("http://"), timeout=30)
    connection.request("GET", "/counts")
    result: dict[str, int] = json.loads(connection.getresponse().read())
    connection.close()
    return result
