"""A raw HTTP server on loopback that a fault can make do anything with its sockets."""

import contextlib
import socket
import ssl
import struct
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator

from attrs import define, field, frozen

OPERATION = "x-operation"
"""The header by which a caller says who it is."""


@frozen
class Received:
    """A request that arrived whole."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def operation(self) -> str:
        return self.headers.get(OPERATION, "")


@define
class Line:
    """A connection, as a fault sees it.

    Attributes:
        request: What arrived.
        attempt: The how manyth request of this operation it is, from 1.
        elsewhere: The URL of another server, that nobody should be sent to.
    """

    socket: socket.socket
    ending: threading.Event
    request: Received
    attempt: int
    elsewhere: str

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def answer(self, status: int, body: bytes, *headers: str) -> None:
        lines = [
            f"HTTP/1.1 {status} Status",
            f"Content-Length: {len(body)}",
            *headers,
        ]
        self.send("\r\n".join([*lines, "", ""]).encode() + body)

    def stall(self) -> None:
        """Do nothing until the client goes or the server ends."""
        self.socket.settimeout(0.02)
        while not self.ending.is_set():
            with contextlib.suppress(TimeoutError):
                if not self.socket.recv(1):
                    return

    def drip(self, data: bytes, seconds: float) -> None:
        """Send byte after byte until the client goes."""
        for index in range(len(data)):
            if self.ending.wait(seconds):
                return
            self.send(data[index : index + 1])

    def reset(self) -> None:
        """Close so that the client sees an error, not an end."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()


Behaviour = Callable[[Line], bool]
"""Answers a request; false when the connection ends with that."""


@define
class Server:
    """Runs as a context manager; each connection has a thread.

    Attributes:
        behave: What is done with requests. May be changed at any time.
        requests: Every request that arrived whole.
        greet: Whether requests are read at all; if not, `behave` is called as soon as a client connects.
        elsewhere: What lines are told.
        tls: What to encrypt with.
        connections: How many there were.
        closed: How many of them have ended.
    """

    behave: Behaviour
    greet: bool = True
    elsewhere: str = ""
    tls: ssl.SSLContext | None = None
    requests: list[Received] = field(factory=list)
    connections: int = 0
    closed: int = 0
    _open: set[int] = field(factory=set)
    _attempts: dict[str, int] = field(factory=lambda: defaultdict(int))
    _lock: threading.Condition = field(factory=threading.Condition)
    _ending: threading.Event = field(factory=threading.Event)
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
            self._ending.set()
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", self.port), 1).close()  # wakes the accepting thread
            accepting.join(10)
            self._listener.close()
            for thread in self._threads:
                thread.join(10)

    def all_closed(self, seconds: float) -> bool:
        """Wait until no connection is open on the client's side."""
        with self._lock:
            return self._lock.wait_for(lambda: not self._open, seconds)

    def wait_for(self, condition: Callable[[], bool], seconds: float) -> bool:
        """Wait until something is true of the requests."""
        with self._lock:
            return self._lock.wait_for(condition, seconds)

    def _accept(self) -> None:
        while not self._ending.is_set():
            connection, _ = self._listener.accept()
            if self._ending.is_set():
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
                self._talk(connection)
        finally:
            with self._lock:
                self._open.discard(number)
                self.closed += 1
                self._lock.notify_all()

    def _talk(self, connection: socket.socket) -> None:
        waiting = bytearray()
        go_on = True
        while go_on:
            request = self._read(connection, waiting) if self.greet else Received("", "", {}, b"")
            if request is None:
                return
            with self._lock:
                self._attempts[request.operation] += 1
                attempt = self._attempts[request.operation]
                if self.greet:
                    self.requests.append(request)
                self._lock.notify_all()
            go_on = self.behave(Line(connection, self._ending, request, attempt, self.elsewhere))

    def _read(self, connection: socket.socket, waiting: bytearray) -> Received | None:
        while b"\r\n\r\n" not in waiting:
            if not self._receive(connection, waiting):
                return None
        head, _, rest = bytes(waiting).partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        length = int(headers.get("content-length", "0"))
        waiting[:] = rest
        while len(waiting) < length:
            if not self._receive(connection, waiting):
                return None
        body = bytes(waiting[:length])
        del waiting[:length]
        return Received(method, target, headers, body)

    def _receive(self, connection: socket.socket, waiting: bytearray) -> bool:
        connection.settimeout(0.05)
        while not self._ending.is_set():
            with contextlib.suppress(TimeoutError):
                data = connection.recv(1 << 16)
                waiting += data
                return bool(data)
        return False


@contextlib.contextmanager
def unused_port() -> Iterator[int]:
    """A port that nobody listens on, and that nobody else takes meanwhile."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield int(taken.getsockname()[1])
