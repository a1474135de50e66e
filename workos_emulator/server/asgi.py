"""The ASGI application of the emulator."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import anyio
import anyio.to_thread

from workos_emulator.http.messages import Request, Response

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

_POLL_SECONDS = 0.05  # how often a delayed response checks `stopping`


class Application:
    """An ASGI 3 application that serves an emulator, for any ASGI server or test client.

    Attributes:
        stopping: Set it to send delayed responses immediately, so that the server can stop.
        end_connection: A function `(scope, reset)` that resets the connection of a request, or closes it after flushing the sent
            data. Set it if your server can do so. By default, the request fails with a `ConnectionError`, and the server decides
            what the client sees.

    Args:
        handle: Handles a request.
        max_body_size: Returns the maximum size of the body of a request to a path, in bytes.
        may_block: Returns whether handling a request may wait for the network, so that it needs a thread.
    """

    def __init__(
        self,
        handle: Callable[[Request], Response],
        max_body_size: Callable[[str], int],
        may_block: Callable[[Request], bool] = lambda request: False,
    ) -> None:
        self.stopping = False
        self.end_connection: Callable[[Message, bool], None] = _fail
        self._handle = handle
        self._max_body_size = max_body_size
        self._may_block = may_block

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Handle one HTTP request, or the lifespan protocol."""
        if scope["type"] == "lifespan":
            await _lifespan(receive, send)
        elif scope["type"] == "http":
            body = await _body(receive, self._max_body_size(scope["path"]))
            if body is not None:
                response = await self._respond(_to_request(scope, body))
                await self._wait(response.delay)
                if response.connection is None:
                    await _send_response(response, send)
                else:
                    await self._break(response, scope, send)
                    await receive()  # returns when the server has noticed that the connection is closed

    async def _respond(self, request: Request) -> Response:
        if self._may_block(request):
            return await anyio.to_thread.run_sync(self._handle, request)
        return self._handle(request)

    async def _break(self, response: Response, scope: Message, send: Send) -> None:
        """End the connection before the response, or in the middle of its body."""
        if response.connection == "truncate":
            await _send_headers(response, send)
            half = response.body[: len(response.body) // 2]
            await send({"type": "http.response.body", "body": half, "more_body": True})
        self.end_connection(scope, response.connection == "reset")

    async def _wait(self, seconds: float) -> None:
        deadline = anyio.current_time() + seconds
        # Polls, since `stopping` is set from another thread.
        while not self.stopping and (remaining := deadline - anyio.current_time()) > 0:  # noqa: ASYNC110
            await anyio.sleep(min(remaining, _POLL_SECONDS))


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
    return Request.from_raw(
        scope["method"], target.decode("latin-1"), scope["headers"], body, scope.get("scheme", "http")
    )


def _fail(scope: Message, reset: bool) -> None:
    raise ConnectionError("an injected fault ended this connection")


async def _send_headers(response: Response, send: Send) -> None:
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in response.headers.items()]
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
