"""The faults, by the name of their row in the table."""

import gzip
import signal
import threading
from collections.abc import Callable
from typing import Any, Literal

from attrs import frozen

from tests.faults.modes import Mode
from tests.faults.server import Handler, ServerConnection

OK_BODY = (
    b'{"object": "thing", "id": "org_1", "success": true, "data": [], "list_metadata": {"before": null, "after": null}}'
)
"""A response body that every operation accepts."""

LIMIT = 1 << 18
"""Bytes that the client accepts as a response body in these tests, instead of 64 MiB."""

LONG_TIMEOUT = 20.0
"""Seconds. Only the timeout that a fault is about is short, so that a busy machine does not look like a fault."""

SHORT_TIMEOUT = 0.15

LARGE_BODY = 16 << 20
"""Bytes of a request body that the buffers of a connection can't hold."""

Target = Literal["plain", "tls", "untrusted", "kept_alive"]


class JobTimeout(Exception):  # named like those of job queues
    """Raised by a signal handler during a call."""


def respond_ok(connection: ServerConnection) -> bool:
    """Send a valid response."""
    connection.respond(200, OK_BODY)
    return True


@frozen
class Fault:
    """A way in which a server misbehaves.

    Attributes:
        name: The name of the row.
        handler: Handles a request; None if nothing listens on the port.
        target: What the client connects to: a plain server, one that expects TLS, one whose certificate is not trusted, or one to which
            a connection is already open.
        connect_timeout: The connect timeout of the client, in seconds.
        read_timeout: The read timeout of the client, in seconds.
        write_timeout: The write timeout of the client, in seconds.
        deadline: The deadline of the call, in seconds.
        closes_idle_connections: Whether the server closes the open connection before the call.
        has_large_body: Whether request bodies are large. The server does not read them.
        is_interrupted: Whether the server sends a signal to the client, whose handler raises `JobTimeout`.
    """

    name: str
    handler: Handler | None
    target: Target = "plain"
    connect_timeout: float = LONG_TIMEOUT
    read_timeout: float = LONG_TIMEOUT
    write_timeout: float = LONG_TIMEOUT
    deadline: float | None = None
    closes_idle_connections: bool = False
    has_large_body: bool = False
    is_interrupted: bool = False

    def supports(self, mode: Mode) -> bool:
        """Return whether the fault can occur in a mode: signal handlers interrupt synchronous code only."""
        return mode.flavor == "sync" or not self.is_interrupted


FAULTS: dict[str, Fault] = {}


def fault(
    name: str, target: Target = "plain", **settings: Any
) -> Callable[[Callable[[ServerConnection], bool | None]], None]:
    """Register the decorated function as a fault. `settings` are further attributes of `Fault`."""

    def register(handler: Callable[[ServerConnection], bool | None]) -> None:
        FAULTS[name] = Fault(name, lambda connection: bool(handler(connection)), target, **settings)

    return register


def first_only(handler: Callable[[ServerConnection], bool | None]) -> Callable[[ServerConnection], bool | None]:
    """Apply a fault to the first attempt, and respond normally to later ones."""
    return lambda connection: handler(connection) if connection.attempt == 1 else respond_ok(connection)


FAULTS["connection refused"] = Fault("connection refused", None)


@fault("TLS handshake stalls", target="tls", connect_timeout=SHORT_TIMEOUT)
def _(connection: ServerConnection) -> None:
    connection.stall()


@fault("plain text instead of TLS", target="tls")
def _(connection: ServerConnection) -> None:
    connection.send(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
    connection.stall()


@fault("untrusted certificate", target="untrusted")
def _(connection: ServerConnection) -> bool:
    return respond_ok(connection)


@fault("connection closed before the response")
def _(connection: ServerConnection) -> None:
    connection.socket.close()


@fault("connection reset before the response")
def _(connection: ServerConnection) -> None:
    connection.reset()


@fault("connection reset once, then OK")
@first_only
def _(connection: ServerConnection) -> None:
    connection.reset()


@fault("no response", read_timeout=SHORT_TIMEOUT)
def _(connection: ServerConnection) -> None:
    connection.stall()


@fault("response stalls in the headers", read_timeout=SHORT_TIMEOUT)
def _(connection: ServerConnection) -> None:
    connection.send(b"HTTP/1.1 200 OK\r\nContent-Len")
    connection.stall()


@fault("response stalls in the body", read_timeout=SHORT_TIMEOUT)
def _(connection: ServerConnection) -> None:
    connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n" + OK_BODY[:40])
    connection.stall()


@fault("response stalls in the body once, then OK", read_timeout=1.0)
@first_only
def _(connection: ServerConnection) -> None:
    connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n" + OK_BODY[:40])
    connection.stall()


@fault("connection reset in the body")
def _(connection: ServerConnection) -> None:
    connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n" + OK_BODY[:40])
    connection.reset()


@fault("connection closed in the body")
def _(connection: ServerConnection) -> None:
    connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + OK_BODY)
    connection.socket.close()


@fault("connection closed in a chunk")
def _(connection: ServerConnection) -> None:
    connection.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n" + OK_BODY[:10])
    connection.socket.close()


@fault("body longer than Content-Length")
def _(connection: ServerConnection) -> None:
    connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n" + OK_BODY)
    connection.stall()


@fault("two responses to one request", target="kept_alive")
def _(connection: ServerConnection) -> bool:
    head = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n"
    foreign = OK_BODY.replace(b"org_1", b"foreign")
    if connection.request.operation:
        return respond_ok(connection)
    connection.send(head % len(OK_BODY) + OK_BODY + head % len(foreign) + foreign)
    return True


@fault("response to another request")
def _(connection: ServerConnection) -> bool:
    connection.respond(200, OK_BODY.replace(b"org_1", b"foreign"))
    return True


@fault("null as a list item")
def _(connection: ServerConnection) -> bool:
    connection.respond(200, OK_BODY.replace(b"[]", b"[null]"))
    return True


@fault("invalid Content-Length")
def _(connection: ServerConnection) -> None:
    connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n" + OK_BODY)
    connection.stall()


@fault("response is not HTTP")
def _(connection: ServerConnection) -> None:
    connection.send(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")
    connection.stall()


@fault("endless headers")
def _(connection: ServerConnection) -> None:
    connection.send(b"HTTP/1.1 200 OK\r\n")
    while True:
        connection.send(b"X-More: " + b"x" * 8000 + b"\r\n")


@fault("invalid gzip")
def _(connection: ServerConnection) -> bool:
    connection.respond(200, b"not gzip data", "Content-Encoding: gzip")
    return True


@fault("truncated JSON")
def _(connection: ServerConnection) -> bool:
    connection.respond(200, OK_BODY[:-30])
    return True


@fault("HTML with status 200")
def _(connection: ServerConnection) -> bool:
    connection.respond(200, b"<html><body>Welcome to the hotel</body></html>", "Content-Type: text/html")
    return True


@fault("empty body with status 200")
def _(connection: ServerConnection) -> bool:
    connection.respond(200, b"")
    return True


@fault("unexpected JSON structure")
def _(connection: ServerConnection) -> bool:
    connection.respond(200, b"[1, 2]")
    return True


@fault("1 GiB body")
def _(connection: ServerConnection) -> None:
    connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n")
    while True:
        connection.send(b" " * (1 << 15))


@fault("endless chunks")
def _(connection: ServerConnection) -> None:
    connection.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        connection.send(b"8000\r\n" + b" " * 0x8000 + b"\r\n")


BOMB = gzip.compress(bytes(LIMIT * 16))


@fault("gzip bomb")
def _(connection: ServerConnection) -> bool:
    connection.respond(200, BOMB, "Content-Encoding: gzip")
    return True


@fault("headers arrive byte by byte", deadline=0.6)
def _(connection: ServerConnection) -> None:
    connection.drip(b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 10_000, 0.03)


@fault("body arrives byte by byte", deadline=0.6)
def _(connection: ServerConnection) -> None:
    connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n")
    connection.drip(b" " * 10_000, 0.03)


@fault("103 Early Hints, then OK")
def _(connection: ServerConnection) -> bool:
    connection.send(b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n")
    return respond_ok(connection)


@fault("idle connection closed by the server", target="kept_alive", closes_idle_connections=True)
def _(connection: ServerConnection) -> bool:
    return respond_ok(connection) and bool(
        connection.request.operation
    )  # the request that opens the connection has none


@fault("reused connection closed during the request", target="kept_alive")
def _(connection: ServerConnection) -> bool:
    if connection.request.operation and connection.attempt == 1:
        connection.socket.close()
        return False
    return respond_ok(connection)


def _status(status: int, *headers: str, body: bytes = b'{"message": "no"}') -> Callable[[ServerConnection], bool]:
    def handler(connection: ServerConnection) -> bool:
        connection.respond(status, body, *headers)
        return True

    return handler


def _redirect(status: int) -> Callable[[ServerConnection], bool]:
    def handler(connection: ServerConnection) -> bool:
        connection.respond(status, b"", f"Location: {connection.other_server_url}/")
        return True

    return handler


def _has_body(connection: ServerConnection) -> bool:
    return connection.request.headers.get("content-length", "0") != "0"


def _reject_early(status: int) -> Callable[[ServerConnection], bool]:
    def handler(connection: ServerConnection) -> bool:
        connection.respond(status, b'{"message": "no"}')
        if _has_body(connection):  # and it is not read before the client has noticed the response
            connection.stopping.wait(0.1)
            connection.stall()
        return not _has_body(connection)

    return handler


fault("413 while the body is being written", has_large_body=True)(_reject_early(413))
fault("429 while the body is being written", has_large_body=True)(_reject_early(429))


@fault("body is not read", has_large_body=True, write_timeout=SHORT_TIMEOUT)
def _(connection: ServerConnection) -> bool:
    if not _has_body(connection):
        return respond_ok(connection)
    connection.stopping.wait(SHORT_TIMEOUT * 4)
    connection.stall()
    return False


@fault("signal handler raises an exception (sync)", is_interrupted=True)
def _(connection: ServerConnection) -> None:
    signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGALRM)
    connection.stall()


for status in (400, 401, 403, 404, 409, 422):
    fault(f"{status}")(_status(status))
for status in (301, 302, 303, 307, 308):
    fault(f"{status} to another host")(_redirect(status))

RETRY_AFTER = {
    "absent": (),
    "0": ("0",),
    "0.01": ("0.01",),
    "-5": ("-5",),
    "a word": ("soon",),
    "1e999": ("1e999",),
    "two values": ("1", "2"),
    "a past date": ("Thu, 01 Jan 2015 00:00:00 GMT",),
    "an obsolete date format": ("Thu Jan  1 00:00:00 2015",),
    "a nonexistent date": ("Thu, 99 Jan 2015 00:00:00 GMT",),
    "one hour": ("3600",),
    "3000 years": ("99999999999",),
    "the year 9999": ("Fri, 31 Dec 9999 23:59:59 GMT",),
}
for description, values in RETRY_AFTER.items():
    fault(f"429, Retry-After: {description}")(_status(429, *(f"Retry-After: {value}" for value in values)))
fault("429 once, then OK")(first_only(_status(429, "Retry-After: 0")))

for status in (408, 421, 425, 500, 501, 503, 504, 520, 521, 522, 523, 524, 529):
    fault(f"{status}")(_status(status))
fault("502 with an HTML page of a proxy")(_status(502, body=b"<html><h1>502 Bad Gateway</h1></html>"))
fault("500 once, then OK")(first_only(_status(500)))
fault("503, Retry-After: 0")(_status(503, "Retry-After: 0"))
fault("503, Retry-After: -5")(_status(503, "Retry-After: -5"))
fault("503, Retry-After: one hour")(_status(503, "Retry-After: 3600"))
fault("503 once with Retry-After: 0, then OK")(first_only(_status(503, "Retry-After: 0")))
