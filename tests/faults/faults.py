"""What goes wrong: each fault by the name of its row in the table."""

import gzip
from collections.abc import Callable
from typing import Literal

from attrs import frozen

from tests.faults.server import Behaviour, Line

GOOD = b'{"object": "thing", "id": "thing_1", "success": true, "data": [], "list_metadata": {"before": null, "after": null}}'
"""An answer that every operation is content with."""

LIMIT = 1 << 18
"""Bytes: what the runs allow as an answer, in place of 64 MiB."""


def good(line: Line) -> bool:
    line.answer(200, GOOD)
    return True


@frozen
class Fault:
    """What a server does wrong.

    Attributes:
        name: The row of the table.
        behave: What it does with a request; None where nobody listens.
        meet: What the client is led to: a server, one that talks TLS, or one it is connected to already.
        limit: What ends the call where nothing else does: the timeout of a phase, or the deadline of the whole call.
    """

    name: str
    behave: Behaviour | None
    meet: Literal["server", "tls", "kept"] = "server"
    limit: Literal["timeout", "deadline"] = "timeout"


FAULTS: dict[str, Fault] = {}


def fault(
    name: str,
    meet: Literal["server", "tls", "kept"] = "server",
    limit: Literal["timeout", "deadline"] = "timeout",
) -> Callable[[Callable[[Line], bool | None]], None]:
    def register(behave: Callable[[Line], bool | None]) -> None:
        FAULTS[name] = Fault(name, lambda line: bool(behave(line)), meet, limit)

    return register


def first_only(behave: Callable[[Line], bool | None]) -> Callable[[Line], bool | None]:
    return lambda line: behave(line) if line.attempt == 1 else good(line)


FAULTS["nobody listens"] = Fault("nobody listens", None)


@fault("the TLS handshake stalls", meet="tls")
def _(line: Line) -> None:
    line.stall()


@fault("plain text where TLS is due", meet="tls")
def _(line: Line) -> None:
    line.send(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
    line.stall()


@fault("closed before the answer")
def _(line: Line) -> None:
    line.socket.close()


@fault("reset before the answer")
def _(line: Line) -> None:
    line.reset()


@fault("reset before the first answer, then well")
@first_only
def _(line: Line) -> None:
    line.reset()


@fault("no answer")
def _(line: Line) -> None:
    line.stall()


@fault("stalls in the headers")
def _(line: Line) -> None:
    line.send(b"HTTP/1.1 200 OK\r\nContent-Len")
    line.stall()


@fault("stalls in the body")
def _(line: Line) -> None:
    line.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n" + GOOD[:40])
    line.stall()


@fault("stalls once in the body, then well")
@first_only
def _(line: Line) -> None:
    line.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n" + GOOD[:40])
    line.stall()


@fault("reset in the body")
def _(line: Line) -> None:
    line.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n" + GOOD[:40])
    line.reset()


@fault("closed in the body")
def _(line: Line) -> None:
    line.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + GOOD)
    line.socket.close()


@fault("closed in a chunk")
def _(line: Line) -> None:
    line.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n" + GOOD[:10])
    line.socket.close()


@fault("more body than Content-Length says")
def _(line: Line) -> None:
    line.send(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n" + GOOD)
    line.stall()


@fault("Content-Length is no number")
def _(line: Line) -> None:
    line.send(b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n" + GOOD)
    line.stall()


@fault("not HTTP at all")
def _(line: Line) -> None:
    line.send(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")
    line.stall()


@fault("headers without end")
def _(line: Line) -> None:
    line.send(b"HTTP/1.1 200 OK\r\n")
    while True:
        line.send(b"X-More: " + b"x" * 8000 + b"\r\n")


@fault("gzip that is none")
def _(line: Line) -> bool:
    line.answer(200, b"this is no gzip", "Content-Encoding: gzip")
    return True


@fault("JSON that breaks off")
def _(line: Line) -> bool:
    line.answer(200, GOOD[:-30])
    return True


@fault("HTML with status 200")
def _(line: Line) -> bool:
    line.answer(200, b"<html><body>Welcome to the hotel</body></html>", "Content-Type: text/html")
    return True


@fault("an empty body with status 200")
def _(line: Line) -> bool:
    line.answer(200, b"")
    return True


@fault("JSON of another shape")
def _(line: Line) -> bool:
    line.answer(200, b"[1, 2]")
    return True


@fault("1 GiB of body")
def _(line: Line) -> None:
    line.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n")
    while True:
        line.send(b" " * (1 << 15))


@fault("chunks without end")
def _(line: Line) -> None:
    line.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        line.send(b"8000\r\n" + b" " * 0x8000 + b"\r\n")


BOMB = gzip.compress(bytes(LIMIT * 16))


@fault("a gzip bomb")
def _(line: Line) -> bool:
    line.answer(200, BOMB, "Content-Encoding: gzip")
    return True


@fault("headers drip", limit="deadline")
def _(line: Line) -> None:
    line.drip(b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 10_000, 0.03)


@fault("the body drips", limit="deadline")
def _(line: Line) -> None:
    line.send(b"HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n")
    line.drip(b" " * 10_000, 0.03)


@fault("early hints, then well")
def _(line: Line) -> bool:
    line.send(b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n")
    return good(line)


@fault("a kept connection was closed meanwhile", meet="kept")
def _(line: Line) -> bool:
    return good(line) and bool(line.request.operation)  # what goes before the operation has none


@fault("a kept connection is closed under the request", meet="kept")
def _(line: Line) -> bool:
    if line.request.operation and line.attempt == 1:
        line.socket.close()
        return False
    return good(line)


def _status(status: int, *headers: str, body: bytes = b'{"message": "no"}') -> Callable[[Line], bool]:
    def behave(line: Line) -> bool:
        line.answer(status, body, *headers)
        return True

    return behave


def _redirect(status: int) -> Callable[[Line], bool]:
    def behave(line: Line) -> bool:
        line.answer(status, b"", f"Location: {line.elsewhere}/")
        return True

    return behave


for status in (400, 401, 403, 404, 409, 422):
    fault(f"{status}")(_status(status))
for status in (301, 302, 303, 307, 308):
    fault(f"{status} to another host")(_redirect(status))

RETRY_AFTER = {
    "none": (),
    "0": ("0",),
    "0.01": ("0.01",),
    "-5": ("-5",),
    "a word": ("soon",),
    "1e999": ("1e999",),
    "two values": ("1", "2"),
    "a date that has passed": ("Thu, 01 Jan 2015 00:00:00 GMT",),
    "an old date form": ("Thu Jan  1 00:00:00 2015",),
    "a date that does not exist": ("Thu, 99 Jan 2015 00:00:00 GMT",),
    "an hour": ("3600",),
    "3000 years": ("99999999999",),
    "the year 9999": ("Fri, 31 Dec 9999 23:59:59 GMT",),
}
for form, values in RETRY_AFTER.items():
    fault(f"429, Retry-After: {form}")(_status(429, *(f"Retry-After: {value}" for value in values)))
fault("429 once, then well")(first_only(_status(429, "Retry-After: 0")))

for status in (408, 500, 501, 503, 504):
    fault(f"{status}")(_status(status))
fault("502 with a page of a proxy")(_status(502, body=b"<html><h1>502 Bad Gateway</h1></html>"))
fault("500 once, then well")(first_only(_status(500)))
fault("503, Retry-After: 0")(_status(503, "Retry-After: 0"))
fault("503, Retry-After: -5")(_status(503, "Retry-After: -5"))
fault("503, Retry-After: an hour")(_status(503, "Retry-After: 3600"))
fault("503 once with Retry-After: 0, then well")(first_only(_status(503, "Retry-After: 0")))
