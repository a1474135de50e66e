"""A server on loopback that costs as little as Python can: it gives each request the same answer.

Prints its port. Ends when its standard input does.
"""

import asyncio
import sys

from benchmarks.data import encode, organization

CONTENT = encode(organization(1))
ANSWER = (
    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-request-id: req_1\r\ncontent-length: %d\r\n\r\n"
    % len(CONTENT)
) + CONTENT


class Answering(asyncio.Protocol):
    """Counts the ends of requests without a body; nothing here sends one."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._rest = b""

    def data_received(self, data: bytes) -> None:
        *requests, self._rest = (self._rest + data).split(b"\r\n\r\n")
        if requests:
            self._transport.write(ANSWER * len(requests))


async def main() -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Answering, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
