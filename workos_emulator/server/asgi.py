"""The ASGI application of the emulator."""

import math
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import replace
from typing import Any, Protocol

import anyio
import anyio.to_thread

from workos_emulator.http import errors
from workos_emulator.http.messages import Request, Response
from workos_emulator.server import request_handler
from workos_emulator.server.host_check import HostCheck

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

_BODY_HEADERS = (b"content-length", b"transfer-encoding")
_POLL_SECONDS = 0.05  # how often a delayed response checks `stopping`


class Connections(Protocol):
    """What a server can do with the connections of requests."""

    def request_received(self, scope: Message) -> None:
        """Stop waiting for the headers of a request, because they are complete."""

    def request_completed(self, scope: Message, is_read: bool) -> None:
        """Wait for the headers of the next request, after the rest of the body unless it has been read to its end."""

    def end(self, scope: Message, reset: bool) -> None:
        """Reset the connection of a request, or close it after flushing the sent data."""


class Application:
    """An ASGI 3 application that serves an emulator, for any ASGI server or test client.

    Attributes:
        stopping: Set it to send delayed responses immediately, so that the server can stop.
        connections: The connections of the server. By default, a fault that ends a connection raises a `ConnectionError`, and the
            server decides what the client sees.
        bound_host: The host that the server is bound to.
        body_seconds: How long the body of a request may take to arrive.

    Args:
        handle: Handles a request.
        max_body_size: Returns the maximum size of the body of a request to a path, in bytes.
        host_check: Rejects requests for other hosts.
        may_block: Returns whether handling a request may wait for the network, so that it needs a thread.
    """

    def __init__(
        self,
        handle: Callable[[Request], Response],
        max_body_size: Callable[[str], int],
        host_check: HostCheck,
        may_block: Callable[[Request], bool] = lambda request: False,
    ) -> None:
        self.stopping = False
        self.connections: Connections | None = None
        self.bound_host: str | None = None
        self.body_seconds: float = math.inf
        self._handle = handle
        self._max_body_size = max_body_size
        self._host_check = host_check
        self._may_block = may_block

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Handle one HTTP request, or the lifespan protocol."""
        if scope["type"] == "lifespan":
            await _lifespan(receive, send)
        elif scope["type"] == "http":
            if self.connections is not None:
                self.connections.request_received(scope)
            is_read = await self._respond(scope, receive, send)
            if self.connections is not None:
                self.connections.request_completed(scope, is_read)

    async def _respond(self, scope: Message, receive: Receive, send: Send) -> bool:
        """Respond to a request, and return whether its body has been read to its end."""
        max_size = self._max_body_size(scope["path"])
        try:
            self._check_host(scope)
            body = await self._read_body(scope, receive, max_size)
        except errors.ApiError as error:
            await _send_response(request_handler.error_page(_to_request(scope, b""), error.response()), send)
            return not _has_body(scope)
        except TimeoutError:
            message = f"The body did not arrive within {self.body_seconds:g} seconds."
            await _send_response(Response.json(408, {"message": message}, {"connection": "close"}), send)
            return False
        if body is None:
            return False
        request = _to_request(scope, body)
        if self._may_block(request):
            response = await anyio.to_thread.run_sync(self._handle, request)
        else:
            response = self._handle(request)
        if response.delay:
            await self._wait(response.delay)
        if response.connection is None:
            await _send_response(response, send)
        else:
            await self._break(response, scope, send)
            await receive()  # returns when the server has noticed that the connection is closed
        return len(body) <= max_size

    async def _read_body(self, scope: Message, receive: Receive, max_size: int) -> bytes | None:
        if self.body_seconds == math.inf or not _has_body(scope):
            return await _body(receive, max_size)  # without a timeout, which takes 8 µs
        with anyio.fail_after(self.body_seconds):
            return await _body(receive, max_size)

    def _check_host(self, scope: Message) -> None:
        # A client in process has no server: the test clients of httpx and Starlette give the host of the URL.
        server = scope.get("server")
        names = (b"host", b"x-forwarded-host")
        hosts = [_first(value.decode("latin-1")) for name, value in scope["headers"] if name.lower() in names]
        self._host_check.check(hosts, (self.bound_host, server[0] if server else None))

    async def _break(self, response: Response, scope: Message, send: Send) -> None:
        """End the connection before the response, or in the middle of its body."""
        if response.connection == "truncate":
            await _send_headers(response, send)
            half = response.body[: len(response.body) // 2]
            await send({"type": "http.response.body", "body": half, "more_body": True})
        if self.connections is None:
            raise ConnectionError("an injected fault ended this connection")
        self.connections.end(scope, response.connection == "reset")

    async def _wait(self, seconds: float) -> None:
        deadline = anyio.current_time() + seconds
        # Polls, since `stopping` is set from another thread.
        while not self.stopping and (remaining := deadline - anyio.current_time()) > 0:  # noqa: ASYNC110
            await anyio.sleep(min(remaining, _POLL_SECONDS))


def _has_body(scope: Message) -> bool:
    return any(name in _BODY_HEADERS for name, _ in scope["headers"])


async def _body(receive: Receive, max_size: int) -> bytes | None:
    """Return the body, or None if the client has disconnected. Reading stops once the body exceeds `max_size` bytes."""
    parts: list[bytes] = []
    size = 0
    while size <= max_size:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if not message.get("more_body", False):
            break
    return b"".join(parts)


def _to_request(scope: Message, body: bytes) -> Request:
    # raw_path is optional in ASGI; path is percent-decoded.
    path = scope.get("raw_path") or scope["path"].encode("utf-8")
    target = path.partition(b"?")[0] + b"?" + scope.get("query_string", b"")
    request = Request.from_raw(
        scope["method"], target.decode("latin-1"), scope["headers"], body, scope.get("scheme", "http")
    )
    return _as_sent_by_the_client(request)


def _as_sent_by_the_client(request: Request) -> Request:
    """Return a request that a reverse proxy has forwarded with the scheme and host that the client used."""
    scheme = _first(request.headers.get("x-forwarded-proto", "")).lower()
    host = _first(request.headers.get("x-forwarded-host", ""))
    if scheme not in ("http", "https"):
        scheme = request.scheme
    headers = {**request.headers, "host": host} if host else request.headers
    return replace(request, scheme=scheme, headers=headers, base_url="")


def _first(value: str) -> str:
    """Return the first item of a header: what the client sent, if several proxies have added to it."""
    return value.partition(",")[0].strip()


async def _send_headers(response: Response, send: Send) -> None:
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in response.header_list]
    await send({"type": "http.response.start", "status": response.status, "headers": headers})


async def _send_response(response: Response, send: Send) -> None:
    await _send_headers(response, send)
    await send({"type": "http.response.body", "body": response.body})


async def _lifespan(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
