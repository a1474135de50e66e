"""Requests of aiohttp that don't use a connection with unread bytes, and whose bodies have a write timeout."""

import io
import select
import sys
from contextlib import suppress
from typing import IO, Any
from weakref import WeakSet

from workos_async._concurrency.deadlines import time_limit
from workos_async._concurrency.network_streams import SocketRemainder, has_unread_bytes
from workos_async._concurrency.sleep import sleep
from workos_async._http.response_body import decompress_body
from workos_core.http.early_response import without_interim_responses
from workos_core.http.responses import Response

_CHUNK_SIZE = 1 << 16
"""Bytes of a request that never wait to be written: the buffers of a connection hold more."""


class RequestClasses:
    """The classes for requests of one backend.

    Args:
        aiohttp: The library.

    Attributes:
        ClientRequest: The `request_class` of a session.
        StaleConnectionError: Raised before a request is sent, if its connection has received bytes that belong to no response.
    """

    def __init__(self, aiohttp: Any) -> None:
        used: WeakSet[Any] = (
            WeakSet()
        )  # protocols of connections: the TLS transports of uvloop can't be weakly referenced
        base_request: Any = aiohttp.ClientRequest
        base_error: Any = aiohttp.ClientError
        base_timeout: Any = aiohttp.ServerTimeoutError
        base_payload: Any = aiohttp.Payload

        class StaleConnectionError(base_error):  # type: ignore[misc] # the classes are known at run time only
            pass

        class WriteTimeoutError(base_timeout):  # type: ignore[misc]
            pass

        class ClientRequest(base_request):  # type: ignore[misc]
            async def send(self, conn: Any) -> Any:
                protocol = conn.protocol
                if protocol in used:
                    if protocol.should_close or _has_received(conn.transport):
                        raise StaleConnectionError
                elif protocol is not None:
                    used.add(protocol)
                    with suppress(
                        AttributeError
                    ):  # aiohttp forgets the transport of a connection that it starts to close
                        protocol.workos_transport = conn.transport
                response: Any = await base_request.send(self, conn)
                return response

        class LargeBody(base_payload):  # type: ignore[misc]
            """A body that is written in chunks. aiohttp itself has no timeout for writing."""

            def __init__(self, content: bytes, timeout: float | None) -> None:
                base_payload.__init__(self, content, content_type="application/json")
                self._timeout = timeout
                self.received = b""
                """What the server had sent before the connection broke."""

            @property
            def size(self) -> int:
                return len(self._value)

            def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
                return str(self._value.decode(encoding, errors))

            async def write(self, writer: Any) -> None:
                transport = writer.transport
                tls = transport.get_extra_info("ssl_object")
                with SocketRemainder(transport.get_extra_info("socket")) as remainder:
                    try:
                        await self._write_chunks(writer)
                    except OSError as error:
                        if not isinstance(error, TimeoutError):
                            self.received = remainder.read(tls, _incoming_bytes_of(transport))
                        raise
                    finally:
                        if sys.exception() is not None:  # closing it would wait until the rest is written
                            transport.abort()

            async def _write_chunks(self, writer: Any) -> None:
                for start in range(0, len(self._value), _CHUNK_SIZE):
                    try:
                        with time_limit(self._timeout):
                            await writer.write(self._value[start : start + _CHUNK_SIZE])
                            await writer.drain()
                            await sleep(0)  # so that the event loop notices a response, or that the connection broke
                    except TimeoutError:
                        raise WriteTimeoutError from None

        self.ClientRequest = ClientRequest
        self.StaleConnectionError = StaleConnectionError
        self._write_timeout_error = WriteTimeoutError
        self._large_body = LargeBody
        self._used = used

    def body(self, content: bytes | None, timeout: float | None) -> Any:
        """Return the `data` of a request.

        Args:
            content: The body.
            timeout: Seconds for writing the next chunk of the body; None for no limit.
        """
        return content if content is None or len(content) <= _CHUNK_SIZE else self._large_body(content, timeout)

    async def abort_connections(self) -> None:
        """Abort the connections that are still open: closing one with TLS waits for the server, and ends after the event loop may have ended."""
        for protocol in list(self._used):
            transport = getattr(protocol, "workos_transport", protocol.transport)
            if transport is not None:
                transport.abort()  # does nothing if the connection is closed
        await sleep(0)  # the event loop closes their sockets

    def is_write_timeout(self, error: Exception) -> bool:
        """Return whether a timeout ended the writing of a body."""
        return isinstance(error, self._write_timeout_error)


def parse_response(received: bytes) -> Response:
    """Return the first response that is not interim. It has arrived to its end."""
    from http.client import HTTPResponse  # imported here because it is rarely needed

    socket: Any = _ReadOnlySocket(without_interim_responses(received))
    response = HTTPResponse(socket)
    response.begin()
    body = decompress_body(response.status, response.read(), response.getheader("content-encoding"))
    return Response(response.status, {name.lower(): value for name, value in response.getheaders()}, body)


class _ReadOnlySocket:
    """Bytes with the only method of a socket that `http.client` calls to read a response."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def makefile(self, _: str) -> IO[bytes]:
        return io.BytesIO(self._data)


def _incoming_bytes_of(transport: Any) -> Any:
    """Return the buffer of encrypted bytes of a TLS transport of asyncio, which is not public; None if there is none."""
    return getattr(getattr(transport, "_ssl_protocol", None), "_incoming", None)


def _has_received(transport: Any) -> bool:
    """Return whether a connection that is not in use has received something, which the event loop may not have noticed yet."""
    if transport is None or has_unread_bytes(None, transport.get_extra_info("ssl_object")):
        return True
    descriptor = transport.get_extra_info("socket").fileno()
    if descriptor < 0:
        return True
    if sys.platform == "win32":
        return bool(select.select([descriptor], [], [], 0)[0])
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(0))
