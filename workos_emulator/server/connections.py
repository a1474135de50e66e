"""The open connections of a server, which faults and timeouts can end."""

import asyncio
import socket
import struct
from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any, cast

from uvicorn.protocols.http.auto import AutoHTTPProtocol

_NO_LINGER = struct.pack("ii", 1, 0)
_MAX_HEADER_SIZE = 64 * 1024
_HEADERS_TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


@dataclass(slots=True)
class _Expected:
    """The headers that a connection waits for: when they must be complete, how many bytes have arrived, and whether that is limited."""

    deadline: float
    received: int = 0
    is_counted: bool = True


class _Transport:
    """A transport that sends what is written in one step of the event loop at once.

    uvicorn writes the headers of a response and its body separately. Sending them together takes about a sixth of the CPU time of a small response less.
    """

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self._written: list[bytes] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Send data in the next step of the event loop."""
        if not self._written:
            asyncio.get_running_loop().call_soon(self._send)
        self._written.append(data)

    def close(self) -> None:
        """Close the connection after all data has been sent."""
        self._send()
        self._transport.close()

    def _send(self) -> None:
        if self._written:
            data = b"".join(self._written)
            self._written.clear()
            self._transport.write(data)


class Connections:
    """The open connections by client address. Pass `protocol` to uvicorn as `http`.

    Args:
        header_seconds: How long the headers of a request may take to arrive before the connection is closed. Idle connections are
            closed by uvicorn, but a slow client could otherwise keep one open by sending a byte now and then.
        response_seconds: How long a client may take to read a response before the connection is reset.
    """

    def __init__(self, header_seconds: float, response_seconds: float) -> None:
        self._header_seconds = header_seconds
        self._response_seconds = response_seconds
        self._open: dict[tuple[str, int], _Transport] = {}
        # In the order of their deadlines. One timer for all of them, instead of one per request, saves 5 µs per request.
        self._expected: dict[tuple[str, int], _Expected] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._unread: dict[tuple[str, int], asyncio.TimerHandle] = {}

    def request_received(self, scope: MutableMapping[str, Any]) -> None:
        """Stop waiting for the headers of a request, because they are complete."""
        self._expected.pop(tuple(scope["client"]), None)

    def request_completed(self, scope: MutableMapping[str, Any], is_read: bool) -> None:
        """Wait for the headers of the next request.

        Args:
            scope: The scope of the request.
            is_read: Whether the body has been read to its end. Otherwise, the rest of it arrives first, and counts as no header.
        """
        address = tuple(scope["client"])
        if address in self._open:
            self._expect_headers(address)
            self._expected[address].is_counted = is_read

    def end(self, scope: MutableMapping[str, Any], reset: bool) -> None:
        """Reset the connection of a request, or close it after the written data has been sent."""
        transport = self._open.get(tuple(scope["client"]))
        if transport is None:
            return
        if reset:
            _reset(transport)
        else:
            transport.close()

    def _expect_headers(self, address: tuple[str, int]) -> None:
        loop = asyncio.get_running_loop()
        self._expected.pop(address, None)  # to become the last one
        self._expected[address] = _Expected(loop.time() + self._header_seconds)
        if self._timer is None:
            self._timer = loop.call_later(self._header_seconds, self._close_overdue, loop)

    def _close_overdue(self, loop: asyncio.AbstractEventLoop) -> None:
        self._timer = None
        now = loop.time()
        while self._expected:
            address, expected = next(iter(self._expected.items()))
            if expected.deadline > now:
                self._timer = loop.call_at(expected.deadline, self._close_overdue, loop)
                return
            del self._expected[address]
            self._open[address].close()

    def _is_too_large(self, address: tuple[str, int], size: int) -> bool:
        """Return whether the headers that have arrived, without the last `size` bytes, exceed the maximum. httptools has none."""
        expected = self._expected.get(address)
        if expected is None or not expected.is_counted:
            return False
        is_too_large = expected.received > _MAX_HEADER_SIZE
        expected.received += size
        return is_too_large

    def _writing_paused(self, address: tuple[str, int]) -> None:
        """Limit the time that the client takes to read what the operating system does not accept from the server anymore."""
        loop = asyncio.get_running_loop()
        self._unread[address] = loop.call_later(self._response_seconds, _reset, self._open[address])

    def _writing_resumed(self, address: tuple[str, int]) -> None:
        if (timer := self._unread.pop(address, None)) is not None:
            timer.cancel()

    @property
    def protocol(self) -> type[asyncio.Protocol]:
        """A uvicorn protocol class that tracks its connections here."""
        connections, opened = self, self._open
        base: Any = AutoHTTPProtocol

        class Protocol(base):  # type: ignore[misc]
            def connection_made(self, transport: asyncio.Transport) -> None:
                self._address = transport.get_extra_info("peername")[:2]
                joined = opened[self._address] = _Transport(transport)
                transport.set_write_buffer_limits(high=0)  # pause as soon as the client does not keep up
                connections._expect_headers(self._address)
                base.connection_made(self, joined)

            def data_received(self, data: bytes) -> None:
                if connections._is_too_large(self._address, len(data)):
                    self.transport.write(_HEADERS_TOO_LARGE)
                    self.transport.close()
                else:
                    base.data_received(self, data)

            def pause_writing(self) -> None:
                connections._writing_paused(self._address)
                base.pause_writing(self)

            def resume_writing(self) -> None:
                connections._writing_resumed(self._address)
                base.resume_writing(self)

            def connection_lost(self, exc: Exception | None) -> None:
                connections._writing_resumed(self._address)
                opened.pop(self._address, None)
                connections._expected.pop(self._address, None)
                base.connection_lost(self, exc)

        return cast(type[asyncio.Protocol], Protocol)


def _reset(transport: _Transport) -> None:
    """Close a connection without sending what is buffered, not even by the operating system."""
    accepted = cast(socket.socket, transport.get_extra_info("socket"))
    accepted.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
    transport.abort()
