"""The open connections of a server, which faults and timeouts can end."""

import asyncio
import socket
import struct
from collections.abc import MutableMapping
from typing import Any, cast

from uvicorn.protocols.http.auto import AutoHTTPProtocol

_NO_LINGER = struct.pack("ii", 1, 0)


class Connections:
    """The open connections by client address. Pass `protocol` to uvicorn as `http`.

    Args:
        header_seconds: How long the headers of a request may take to arrive before the connection is closed. Idle connections are
            closed by uvicorn, but a slow client could otherwise keep one open by sending a byte now and then.
    """

    def __init__(self, header_seconds: float) -> None:
        self._header_seconds = header_seconds
        self._open: dict[tuple[str, int], asyncio.Transport] = {}
        self._timers: dict[tuple[str, int], asyncio.TimerHandle] = {}

    def request_received(self, scope: MutableMapping[str, Any]) -> None:
        """Stop waiting for the headers of a request, because they are complete."""
        self._stop_timer(tuple(scope["client"]))

    def request_completed(self, scope: MutableMapping[str, Any]) -> None:
        """Wait for the headers of the next request."""
        address = tuple(scope["client"])
        if address in self._open:
            self._start_timer(address)

    def end(self, scope: MutableMapping[str, Any], reset: bool) -> None:
        """Reset the connection of a request, or close it after the written data has been sent."""
        transport = self._open.get(tuple(scope["client"]))
        if transport is None:
            return
        if reset:
            accepted = cast(socket.socket, transport.get_extra_info("socket"))
            accepted.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
            transport.abort()
        else:
            transport.close()

    def _start_timer(self, address: tuple[str, int]) -> None:
        self._stop_timer(address)
        loop = asyncio.get_running_loop()
        self._timers[address] = loop.call_later(self._header_seconds, self._open[address].close)

    def _stop_timer(self, address: tuple[str, int]) -> None:
        if timer := self._timers.pop(address, None):
            timer.cancel()

    @property
    def protocol(self) -> type[asyncio.Protocol]:
        """A uvicorn protocol class that tracks its connections here."""
        connections, opened = self, self._open
        base: Any = AutoHTTPProtocol

        class Protocol(base):  # type: ignore[misc]
            def connection_made(self, transport: asyncio.Transport) -> None:
                self._address = transport.get_extra_info("peername")[:2]
                opened[self._address] = transport
                connections._start_timer(self._address)
                base.connection_made(self, transport)

            def connection_lost(self, exc: Exception | None) -> None:
                opened.pop(self._address, None)
                connections._stop_timer(self._address)
                base.connection_lost(self, exc)

        return cast(type[asyncio.Protocol], Protocol)
