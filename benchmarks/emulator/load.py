"""Send requests over concurrent connections, each with one request at a time, and print the latencies as a JSON object.

Run as `python load.py PORT SCENARIO REQUESTS CLIENTS`, in a process of its own: it uses another core than the server.
"""

import asyncio
import gc
import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count, cycle
from statistics import quantiles

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_HEAD = "{} {} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer sk_test_emulator\r\nuser-agent: benchmark\r\naccept: */*\r\n{}\r\n"
_USERS = 1000


class Client(asyncio.Protocol):
    """A connection that sends the next request as soon as the response to the previous one is complete."""

    def __init__(self, requests: Iterator[bytes], record: Callable[[float, bytes], None]) -> None:
        self._requests = requests
        self._record = record
        self._received = b""
        self.closed: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._send()

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, end, body = self._received.partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if end and length is not None and len(body) >= int(length[1]):
            if not head.startswith(b"HTTP/1.1 2"):
                raise RuntimeError(self._received.decode(errors="replace"))
            self._received = b""
            self._record(time.perf_counter() - self._started, body)
            self._send()

    def connection_lost(self, exc: Exception | None) -> None:
        self.closed.set_result(None)

    def _send(self) -> None:
        request = next(self._requests, None)
        if request is None:
            self._transport.close()
            return
        self._started = time.perf_counter()
        self._transport.write(request)


def get(path: str) -> bytes:
    return _HEAD.format("GET", path, "").encode()


def create_user(email: str) -> bytes:
    body = json.dumps({"email": email, "first_name": "Ada", "last_name": "Lovelace"})
    head = f"content-type: application/json\r\ncontent-length: {len(body)}\r\n"
    return (_HEAD.format("POST", "/user_management/users", head) + body).encode()


def scenario(name: str, ids: list[str]) -> Iterator[bytes]:
    """Yield the requests of a scenario without end."""
    reads = cycle([get(f"/user_management/users/{id}") for id in ids])
    lists = cycle([get(f"/user_management/users?limit=10&after={id}") for id in ids])
    creates = (create_user(f"{name}{number}@{os.getpid()}.example.com") for number in count())
    turns = {"get": (reads,), "list": (lists,), "create": (creates,), "mixed": (reads, reads, reads, lists, creates)}
    for requests in cycle(turns[name]):
        yield next(requests)


async def send(port: int, requests: Iterator[bytes], clients: int) -> tuple[list[float], list[bytes], float]:
    """Send all requests, and return the seconds of each, the bodies of the responses, and the seconds of all."""
    latencies: list[float] = []
    bodies: list[bytes] = []

    def record(seconds: float, body: bytes) -> None:
        latencies.append(seconds)
        bodies.append(body)

    loop = asyncio.get_running_loop()
    started = time.perf_counter()
    connected = [
        await loop.create_connection(lambda: Client(requests, record), "127.0.0.1", port) for _ in range(clients)
    ]
    await asyncio.gather(*(client.closed for _, client in connected))
    return latencies, bodies, time.perf_counter() - started


def limited(requests: Iterator[bytes], number: int) -> Iterator[bytes]:
    # `islice` would do, but the client that comes too late must get None again.
    for _, request in zip(range(number), requests, strict=False):
        yield request


async def main(port: int, name: str, number: int, clients: int) -> None:
    creates = (create_user(f"user{index}@{name}{os.getpid()}.example.com") for index in range(_USERS))
    _, bodies, _ = await send(port, creates, 8)
    requests = scenario(name, [json.loads(body)["id"] for body in bodies])
    await send(port, limited(requests, 20 * clients), clients)  # warm up
    gc.collect()
    gc.disable()  # a collection here would count as latency of the server
    latencies, _, seconds = await send(port, limited(requests, number), clients)
    cuts = quantiles(latencies, n=1000)
    print(json.dumps({"p50": cuts[499], "p99": cuts[989], "max": max(latencies), "rate": len(latencies) / seconds}))


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))
