# Generated from codegen/sync_overrides/_concurrency/network_streams.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Network streams of the HTTP library that obey `time_limit`, and that notice a response to a request that is not written yet and unread bytes."""

import select
import socket as sockets
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from socket import SHUT_RDWR
from threading import Lock
from typing import Any

from workos_core.http.closed_client import closed_client_error
from workos_core.http.early_response import rejects_request
from workos_sync._concurrency.background_task import current_background_task
from workos_sync._concurrency.deadlines import UNLIMITED, remaining_time


def network_backend(core: Any, is_closed: Callable[[], bool]) -> "_Backend":
    """Return a network backend whose connections are streams of this module, so that a slow response cannot arrive byte by byte indefinitely.

    The timeouts of a request start again with every byte.

    Args:
        core: The module of httpcore.
        is_closed: Returns whether the client is closed. httpcore doesn't close connections that are not completely open yet, and opens
            further ones for requests that wait for a connection.
    """
    return _Backend(core.SyncBackend(), core, is_closed)


def has_unread_bytes(stream: Any, tls: Any) -> bool:
    """Return whether an idle stream has received bytes that nobody has read, even if its socket is not readable.

    Args:
        stream: The stream of the library.
        tls: Its `ssl_object`; None without TLS.
    """
    if tls is None:
        return False
    import ssl

    if not isinstance(tls, ssl.SSLObject):  # of an `ssl.SSLSocket`
        return bool(tls.pending())
    try:
        tls.read(1)  # there is no other way to find out; the connection is not used again
    except ssl.SSLWantReadError:
        return False
    except (ssl.SSLError, OSError):
        return True
    return True


def uses_http2(tls: Any) -> bool:
    """Return whether a connection uses HTTP/2, whose requests share it: only one of them may read, and each has an end of its own."""
    return tls is not None and tls.selected_alpn_protocol() == "h2"


class _Backend:
    """A network backend whose connections are streams of this module.

    Args:
        backend: The network backend of the library.
        library: The library, for its exceptions.
        is_closed: Returns whether the client is closed.
    """

    def __init__(self, backend: Any, library: Any, is_closed: Callable[[], bool]) -> None:
        self._backend = backend
        self._is_closed = is_closed
        self.library = library

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, **options: Any) -> Any:
        """Connect to the first address of a host that accepts the connection.

        The backend of the library gives the whole timeout to each address. Here, they share it: an address gets its part of what is
        left, so that one that is unreachable, such as that of a broken IPv6 network, leaves time for the others.
        """
        timeout = remaining_time(timeout)
        ends_at = None if timeout is None else time.monotonic() + timeout
        addresses = self._addresses(host, port)
        error: Exception = self.library.ConnectTimeout("the addresses of the host were not resolved in time")
        for index, address in enumerate(addresses):
            if self._is_closed():
                raise closed_client_error()
            seconds = None
            if ends_at is not None:
                remaining = ends_at - time.monotonic()
                if remaining <= 0:
                    break
                seconds = min(remaining, max(remaining / (len(addresses) - index), _MIN_CONNECT_SECONDS))
            try:
                return self.open_stream(self._backend.connect_tcp(address, port, timeout=seconds, **options))
            except (self.library.ConnectError, self.library.ConnectTimeout) as failure:
                error = failure
        raise error

    def _addresses(self, host: str, port: int) -> list[str]:
        """Return the IP addresses of a host.

        Raises:
            ConnectError: (of the library) The host has none.
        """
        try:
            found = sockets.getaddrinfo(host, port, type=sockets.SOCK_STREAM)
        except OSError as error:
            raise self.library.ConnectError(str(error)) from error
        return list(dict.fromkeys(_text(address) for *_, address in found))

    def open_stream(self, stream: Any) -> "_Stream":
        """Return a connection that has just been opened. Close it if the client was closed meanwhile."""
        if self._is_closed():
            stream.close()
            raise closed_client_error()
        return _Stream(stream, self)

    def sleep(self, seconds: float) -> None:
        self._backend.sleep(seconds)


class _Stream:
    """A connection that obeys the deadline of the current call."""

    def __init__(self, stream: Any, backend: _Backend) -> None:
        self._is_replaced = False
        self._stream = stream
        self._backend = backend
        self._tls = stream.get_extra_info("ssl_object")
        self._library = backend.library
        self._read_lock = Lock()
        self._received = b""  # while a request was being written
        self._has_ended = False
        self._is_rejected = False

    def read(self, max_bytes: int, timeout: float | None = None) -> Any:
        if self._received or self._has_ended:
            data, self._received = self._received[:max_bytes], self._received[max_bytes:]
            return data
        try:
            return self._read(max_bytes, timeout)
        except self._library.ReadError:
            if self._is_rejected:  # a server that has not read the rest of the request ends the connection with a reset
                return b""
            raise

    def _read(self, max_bytes: int, timeout: float | None) -> Any:
        task = current_background_task.get()
        with self._read_lock, UNLIMITED if task is None else task.interruptible(self.shut_down):
            return self._stream.read(max_bytes, timeout=remaining_time(timeout))

    def shut_down(self) -> None:
        """Shut down the socket, which ends a read in another thread."""
        socket = self._stream.get_extra_info("socket")
        with suppress(OSError, AttributeError):
            socket.shutdown(SHUT_RDWR)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if len(buffer) <= _CHUNK_SIZE:
            self._stream.write(buffer, timeout=remaining_time(timeout))
        elif uses_http2(self._tls):
            for start in range(0, len(buffer), _CHUNK_SIZE):
                self._stream.write(buffer[start : start + _CHUNK_SIZE], timeout=remaining_time(timeout))
        else:
            self._write_large(buffer, timeout)

    def _write_large(self, buffer: bytes, timeout: float | None) -> None:
        """Write a request body, and stop when the server rejects the request meanwhile: it may not read the rest."""
        try:
            for start in range(0, len(buffer), _PIECE_SIZE):
                self._wait_until_writable(timeout)
                self._stream.write(buffer[start : start + _PIECE_SIZE], timeout=remaining_time(timeout))
        except self._library.WriteTimeout:
            self._receive(0)
            if rejects_request(self._received):
                raise self._rejection() from None
            raise

    def _wait_until_writable(self, timeout: float | None) -> None:
        """Wait until a chunk can be written.

        Raises:
            WriteError: (of the library) The server has rejected the request, or closed the connection.
            WriteTimeout: (of the library) The timeout has passed.
        """
        socket = self._stream.get_extra_info("socket")
        ends_at = None if timeout is None else time.monotonic() + timeout
        while not self._has_ended:
            wait = remaining_time(None if ends_at is None else max(0.0, ends_at - time.monotonic()))
            is_readable, is_writable = _wait(socket, wait)
            if is_readable:
                self._receive(_TLS_SECONDS)
                if rejects_request(self._received):
                    raise self._rejection()
            if is_writable:
                return
            if not is_readable:
                raise self._library.WriteTimeout("the server does not read the request")
        raise self._library.WriteError("the server closed the connection before the request was complete")

    def _receive(self, timeout: float) -> None:
        """Receive what has arrived. Readable bytes of TLS may be no part of a response."""
        try:
            data = self._read(_CHUNK_SIZE, timeout)
        except (self._library.ReadTimeout, self._library.ReadError):
            return
        self._received += data
        self._has_ended = not data

    def _rejection(self) -> Exception:
        self._is_rejected = True
        error: Exception = self._library.WriteError("the server rejected the request before it was complete")
        return error

    def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None) -> Any:
        stream = self._stream.start_tls(ssl_context, server_hostname=server_hostname, timeout=remaining_time(timeout))
        self._is_replaced = True
        return self._backend.open_stream(stream)

    def close(self) -> None:
        # A reader has to return first: the file descriptor of a closed socket may belong to another socket before it reads again.
        has_lock = self._read_lock.acquire(blocking=False)
        if not has_lock:
            self.shut_down()
            has_lock = self._read_lock.acquire(timeout=_SHUTDOWN_TIMEOUT)
        try:
            self._stream.close()
        finally:
            if has_lock:
                self._read_lock.release()

    def __del__(self) -> None:  # a connection that an exception of a signal handler has dropped
        stream = getattr(self, "_stream", None)
        if stream is not None and not self._is_replaced:
            stream.close()

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable" and (self._received or self._has_ended or has_unread_bytes(self._stream, self._tls)):
            return True
        return self._stream.get_extra_info(info)


def _text(address: tuple[Any, ...]) -> str:
    """Return the IP address of a socket address, with the interface of one that is valid on a single network only."""
    return f"{address[0]}%{address[3]}" if len(address) == 4 and address[3] else str(address[0])


def _wait(socket: Any, timeout: float | None) -> tuple[bool, bool]:
    """Wait until a socket is readable or writable, and return whether it is readable and whether it is writable."""
    if sys.platform == "win32":
        readable, writable, _ = select.select([socket], [socket], [], timeout)
        return bool(readable), bool(writable)
    poll = select.poll()
    poll.register(socket, select.POLLIN | select.POLLOUT)
    events = sum(event for _, event in poll.poll(None if timeout is None else timeout * 1000))
    return bool(events & ~select.POLLOUT), bool(events & select.POLLOUT)


_MIN_CONNECT_SECONDS = 0.5
"""Seconds that an address gets in any case, unless less is left of the timeout."""
_CHUNK_SIZE = 1 << 16
_PIECE_SIZE = 1 << 14
"""Bytes that a writable socket accepts at once, so that no write has to wait: only between two writes is a response noticed."""
_TLS_SECONDS = 0.001
"""Seconds to wait for the rest of a TLS record."""
_SHUTDOWN_TIMEOUT = 1.0
