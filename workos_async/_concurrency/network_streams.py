"""Network streams of the HTTP library that notice a response to a request that is not written yet, and bytes that nobody has read."""

import os
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from socket import socket as Socket  # noqa: N812
from typing import TYPE_CHECKING, Any, Self

import anyio

from workos_async._concurrency.deadlines import remaining_time
from workos_async._concurrency.event_loops import is_asyncio
from workos_async._concurrency.shielding import close_shielded
from workos_core.http.closed_client import closed_client_error
from workos_core.http.early_response import is_complete, rejects_request

if TYPE_CHECKING:
    import ssl


def network_backend(core: Any, is_closed: Callable[[], bool]) -> "_Backend":
    """Return the network backend of the running event loop, whose connections are streams of this module.

    Args:
        core: The module of httpcore.
        is_closed: Returns whether the client is closed. httpcore doesn't close connections that are not completely open yet, and opens
            further ones for requests that wait for a connection.
    """
    return _Backend(core.AnyIOBackend() if is_asyncio() else core.TrioBackend(), core.WriteError, is_closed)


def has_unread_bytes(stream: Any, tls: Any) -> bool:
    """Return whether an idle stream has received bytes that nobody has read, even if its socket is not readable.

    Args:
        stream: The stream of the library.
        tls: Its `ssl_object`; None without TLS.
    """
    import ssl

    if isinstance(tls, ssl.SSLObject):
        try:
            tls.read(1)  # there is no other way to find out; the connection is not used again
        except ssl.SSLWantReadError:
            pass
        except (ssl.SSLError, OSError):
            return True
        else:
            return True
    # The stream of anyio under asyncio: it keeps what exceeds the size of a read, and what arrives after a canceled read.
    innermost: Any = getattr(stream, "_stream", None)
    while hasattr(innermost, "transport_stream"):
        innermost = innermost.transport_stream
    return bool(getattr(getattr(innermost, "_protocol", None), "read_queue", None))


def uses_http2(tls: Any) -> bool:
    """Return whether a connection uses HTTP/2, whose requests share it: only one of them may read, and each has an end of its own."""
    return tls is not None and tls.selected_alpn_protocol() == "h2"


class _Backend:
    """A network backend whose connections are streams of this module.

    Args:
        backend: The network backend of the library.
        write_error: The exception after which the library stops writing, and reads the response.
        is_closed: Returns whether the client is closed.
    """

    def __init__(self, backend: Any, write_error: type[Exception], is_closed: Callable[[], bool]) -> None:
        self._backend = backend
        self._is_closed = is_closed
        self.write_error = write_error

    async def connect_tcp(self, host: str, port: int, timeout: float | None = None, **options: Any) -> Any:
        if self._is_closed():
            raise closed_client_error()
        timeout = remaining_time(timeout)
        return await self.open_stream(await self._backend.connect_tcp(host, port, timeout=timeout, **options))

    async def open_stream(self, stream: Any) -> "_Stream":
        """Return a connection that has just been opened. Close it if the client was closed meanwhile."""
        if self._is_closed():
            await close_shielded(stream.aclose())
            raise closed_client_error()
        return _Stream(stream, self)

    async def sleep(self, seconds: float) -> None:
        await self._backend.sleep(seconds)


class _Stream:
    """A connection. Small reads and writes, which are all but those of large request bodies, go straight to the stream of the library."""

    def __init__(self, stream: Any, backend: _Backend) -> None:
        self._stream = stream
        self._backend = backend
        self._tls = stream.get_extra_info("ssl_object")
        self._write_error = backend.write_error
        self._received = b""  # while a request was being written
        self._has_ended = False

    def read(self, max_bytes: int, timeout: float | None = None) -> Awaitable[bytes]:
        if self._received or self._has_ended:
            return self._read_received(max_bytes)
        response: Awaitable[bytes] = self._stream.read(max_bytes, timeout)
        return response

    async def _read_received(self, max_bytes: int) -> bytes:
        data, self._received = self._received[:max_bytes], self._received[max_bytes:]
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> Awaitable[None]:
        if len(buffer) <= _CHUNK_SIZE or uses_http2(self._tls):
            writing: Awaitable[None] = self._stream.write(buffer, timeout)
            return writing
        return self._write_large(buffer, timeout)

    async def _write_large(self, buffer: bytes, timeout: float | None) -> None:
        """Write a request body, and stop when the server rejects the request meanwhile: it may not read the rest."""
        failure: Exception | None = None
        is_rejected = False
        has_read = anyio.Event()

        async def read() -> None:
            nonlocal is_rejected
            with suppress(Exception):  # of the connection; writing or the next read fails as well
                is_rejected = await self._read_rejection()
            has_read.set()
            if is_rejected:
                group.cancel_scope.cancel()

        with SocketRemainder(self._stream.get_extra_info("socket")) as remainder:
            async with anyio.create_task_group() as group:
                group.start_soon(read)
                try:
                    for start in range(0, len(buffer), _CHUNK_SIZE):
                        await self._stream.write(buffer[start : start + _CHUNK_SIZE], timeout)
                except Exception as error:
                    failure = error
                    if isinstance(
                        error, self._write_error
                    ):  # the response may have arrived before the connection broke
                        with anyio.move_on_after(_REJECTION_SECONDS):
                            await has_read.wait()
                group.cancel_scope.cancel()
            if isinstance(failure, self._write_error) and not is_rejected:
                self._received += remainder.read(self._tls, _incoming_bytes_of(self._stream))
                is_rejected = rejects_request(self._received)
                self._has_ended = self._has_ended or is_rejected
        if is_rejected:
            raise self._write_error("the server rejected the request before it was complete") from failure
        if failure is not None:
            raise failure

    async def _read_rejection(self) -> bool:
        """Read until the server has rejected the request, and return whether it did."""
        while not rejects_request(self._received):
            if not await self._read_more():
                return False
        # To its end, because a canceled write may break the connection for reads, too.
        with anyio.move_on_after(_REJECTION_SECONDS):
            while not is_complete(self._received) and await self._read_more():
                pass
        return True

    async def _read_more(self) -> bool:
        data = await self._stream.read(_CHUNK_SIZE, None)
        self._received += data
        self._has_ended = not data
        return bool(data)

    async def aclose(self) -> None:
        await self._stream.aclose()

    async def start_tls(
        self, ssl_context: "ssl.SSLContext", server_hostname: str | None = None, timeout: float | None = None
    ) -> "_Stream":
        stream = await self._stream.start_tls(ssl_context, server_hostname, remaining_time(timeout))
        return await self._backend.open_stream(stream)

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable" and (self._received or self._has_ended or has_unread_bytes(self._stream, self._tls)):
            return True
        return self._stream.get_extra_info(info)


class SocketRemainder:
    """What a socket has received when the event loop closes it because a write failed: the event loop drops that, also a response.

    Args:
        socket: A socket that is about to be written to.
    """

    def __init__(self, socket: Any) -> None:
        self._socket: Socket | None = None
        if sys.platform != "win32":
            with suppress(OSError, AttributeError):
                self._socket = Socket(fileno=os.dup(socket.fileno()))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._socket is not None:
            self._socket.close()

    def read(self, tls: Any, incoming: Any) -> bytes:
        """Return what the socket has received.

        Args:
            tls: The `ssl.SSLObject` of the connection; None without TLS.
            incoming: The `ssl.MemoryBIO` that the object reads from; None if it is not known, or without TLS.
        """
        received = b""
        if self._socket is not None:
            with suppress(OSError):
                self._socket.setblocking(False)
                while data := self._socket.recv(_CHUNK_SIZE):
                    received += data
        if tls is None:
            return received
        import ssl

        decrypted = b""
        if incoming is not None:
            with suppress(ssl.SSLError):
                incoming.write(received)
                while data := tls.read(_CHUNK_SIZE):
                    decrypted += data
        return decrypted


def _incoming_bytes_of(stream: Any) -> Any:
    """Return the buffer of encrypted bytes of a TLS stream of anyio or trio, which is not public; None if there is none."""
    inner = getattr(stream, "_stream", None)
    return getattr(inner, "_read_bio", None) or getattr(inner, "_incoming", None)


_CHUNK_SIZE = 1 << 16
_REJECTION_SECONDS = 2.0
"""Seconds for the rest of an error response after its beginning."""
