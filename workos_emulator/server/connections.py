"""The open connections of a server, which faults can end."""

import asyncio
import socket
import struct
from collections.abc import MutableMapping
from typing import Any, cast

from uvicorn.protocols.http.auto import AutoHTTPProtocol

_NO_LINGER = struct.pack("ii", 1, 0)


class Connections:
    """The open connections by client address. Pass `protocol` to uvicorn as `http`."""

    def __init__(self) -> None:
        self._open: dict[tuple[str, int], asyncio.Transport] = {}

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

    @property
    def protocol(self) -> type[asyncio.Protocol]:
        """A uvicorn protocol class that tracks its connections here."""
        opened = self._open
        base: Any = AutoHTTPProtocol

        class Protocol(base):  # type: ignore[misc]
            def connection_made(self, transport: asyncio.Transport) -> None:
                self._address = transport.get_extra_info("peername")[:2]
                opened[self._address] = transport
                base.connection_made(self, transport)

            def connection_lost(self, exc: Exception | None) -> None:
                opened.pop(self._address, None)
                base.connection_lost(self, exc)

        return cast(type[asyncio.Protocol], Protocol)
