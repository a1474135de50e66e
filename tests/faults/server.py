"""A raw HTTP server on loopback whose handlers control the socket."""

import contextlib
import socket
import ssl
import struct
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator

from attrs import define, field, frozen

OPERATION = "x-operation"
"""The header that names the operation of a request."""


@frozen
class ReceivedRequest:
    """A request that was received completely."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def operation(self) -> str:
        return self.headers.get(OPERATION, "")


@define
class ServerConnection:
    """The server's end of a connection, with the request to handle.

    Attributes:
        socket: The socket.
        stopping: Set when the server stops.
        request: The received request.
        attempt: The number of requests of this operation so far, this one included.
        other_server_url: The URL of a server to which no client may be redirected.
    """

    socket: socket.socket
    stopping: threading.Event
    request: ReceivedRequest
    attempt: int
    other_server_url: str

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def respond(self, status: int, body: bytes, *headers: str) -> None:
        lines = [
            f"HTTP/1.1 {status} Status",
            f"Content-Length: {len(body)}",
            *headers,
        ]
        self.send("\r\n".join([*lines, "", ""]).encode() + body)

    def stall(self) -> None:
        """Do nothing until the client disconnects or the server stops."""
        self.socket.settimeout(0.02)
        while not self.stopping.is_set():
            with contextlib.suppress(TimeoutError):
                if not self.socket.recv(1 << 16):
                    return

    def drip(self, data: bytes, seconds: float) -> None:
        """Send one byte every `seconds` until the client disconnects."""
        for index in range(len(data)):
            if self.stopping.wait(seconds):
                return
            self.send(data[index : index + 1])

    def reset(self) -> None:
        """Close the connection with a TCP reset."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()


Handler = Callable[[ServerConnection], bool]
"""Handles a request, and returns whether the connection stays open."""


@define
class Server:
    """The server, with one thread per connection. It runs within `with server.running()`.

    Attributes:
        handler: Handles the requests. Can be replaced at any time.
        reads_requests: Whether requests are read; if not, the handler is called as soon as a client connects.
        reads_bodies: Whether the bodies of requests are read; if not, the handler is called after the headers.
        other_server_url: Passed to the handlers.
        tls: The TLS context, if connections are encrypted.
        requests: Every request that was received completely.
        connections: The number of connections so far.
        closed: The number of connections that are closed.
    """

    handler: Handler
    reads_requests: bool = True
    reads_bodies: bool = True
    other_server_url: str = ""
    tls: ssl.SSLContext | None = None
    requests: list[ReceivedRequest] = field(factory=list)
    connections: int = 0
    closed: int = 0
    _open: set[int] = field(factory=set)
    _attempts: dict[str, int] = field(factory=lambda: defaultdict(int))
    _lock: threading.Condition = field(factory=threading.Condition)
    _stopping: threading.Event = field(factory=threading.Event)
    _threads: list[threading.Thread] = field(factory=list)
    _listener: socket.socket = field(factory=lambda: socket.create_server(("127.0.0.1", 0), backlog=128))

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    @property
    def url(self) -> str:
        return f"{'http' if self.tls is None else 'https'}://127.0.0.1:{self.port}"

    @contextlib.contextmanager
    def running(self) -> Iterator["Server"]:
        accepting = threading.Thread(target=self._accept, name="fault server")
        accepting.start()
        try:
            yield self
        finally:
            self._stopping.set()
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", self.port), 1).close()  # wakes the accepting thread
            accepting.join(10)
            self._listener.close()
            for thread in self._threads:
                thread.join(10)

    def all_closed(self, seconds: float) -> bool:
        """Wait until the clients have closed every connection. Return whether that happened within `seconds`."""
        with self._lock:
            return self._lock.wait_for(lambda: not self._open, seconds)

    def wait_for(self, condition: Callable[[], bool], seconds: float) -> bool:
        """Wait for a condition that depends on requests and connections. Return whether it became true within `seconds`."""
        with self._lock:
            return self._lock.wait_for(condition, seconds)

    def _accept(self) -> None:
        while not self._stopping.is_set():
            connection, _ = self._listener.accept()
            if self._stopping.is_set():
                connection.close()
                return
            with self._lock:
                self.connections += 1
                number = self.connections
                self._open.add(number)
            thread = threading.Thread(target=self._serve, args=(connection, number), name="fault server")
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket, number: int) -> None:
        try:
            with contextlib.ExitStack() as stack:
                stack.enter_context(contextlib.suppress(OSError))
                stack.enter_context(connection)
                if self.tls is not None:
                    connection.settimeout(10)
                    connection = stack.enter_context(self.tls.wrap_socket(connection, server_side=True))
                self._handle_requests(connection)
        finally:
            with self._lock:
                self._open.discard(number)
                self.closed += 1
                self._lock.notify_all()

    def _handle_requests(self, connection: socket.socket) -> None:
        buffer = bytearray()
        is_open = True
        while is_open:
            request = self._read(connection, buffer) if self.reads_requests else ReceivedRequest("", "", {}, b"")
            if request is None:
                return
            with self._lock:
                self._attempts[request.operation] += 1
                attempt = self._attempts[request.operation]
                if self.reads_requests:
                    self.requests.append(request)
                self._lock.notify_all()
            is_open = self.handler(
                ServerConnection(connection, self._stopping, request, attempt, self.other_server_url)
            )

    def _read(self, connection: socket.socket, buffer: bytearray) -> ReceivedRequest | None:
        while b"\r\n\r\n" not in buffer:
            if not self._receive(connection, buffer):
                return None
        head, _, rest = bytes(buffer).partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        length = int(headers.get("content-length", "0")) if self.reads_bodies else 0
        buffer[:] = rest
        while len(buffer) < length:
            if not self._receive(connection, buffer):
                return None
        body = bytes(buffer[:length])
        del buffer[:length]
        return ReceivedRequest(method, target, headers, body)

    def _receive(self, connection: socket.socket, buffer: bytearray) -> bool:
        connection.settimeout(0.05)
        while not self._stopping.is_set():
            with contextlib.suppress(TimeoutError):
                data = connection.recv(1 << 16)
                buffer += data
                return bool(data)
        return False


@contextlib.contextmanager
def unused_port() -> Iterator[int]:
    """Reserve a port on which nothing listens, and yield its number."""
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        yield int(reserved.getsockname()[1])
