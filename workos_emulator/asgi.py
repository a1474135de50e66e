"""The emulator as an ASGI application."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import TYPE_CHECKING, Any

import anyio

from workos_emulator import payload
from workos_emulator.messages import Request, Response

if TYPE_CHECKING:
    from workos_emulator.emulator import Emulator

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

_STEP = 0.05  # seconds between two looks at `stopping`


class Application:
    """An ASGI 3 application around an emulator, for any ASGI server or test client.

    Attributes:
        stopping: Set it to let delayed answers go at once, so that a server can stop.
    """

    def __init__(self, emulator: "Emulator") -> None:
        self.stopping = False
        self._emulator = emulator

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one HTTP request, or take part in the lifespan protocol."""
        if scope["type"] == "lifespan":
            await _lifespan(receive, send)
        elif scope["type"] == "http":
            body = await _body(receive)
            if body is not None:
                response = self._emulator.handle(_received(scope, body))
                await self._wait(response.delay)
                await _answer(response, send)

    async def _wait(self, seconds: float) -> None:
        end = anyio.current_time() + seconds
        # No event to wait for: `stopping` is set from another thread.
        while not self.stopping and (rest := end - anyio.current_time()) > 0:  # noqa: ASYNC110
            await anyio.sleep(min(rest, _STEP))


async def _body(receive: Receive) -> bytes | None:
    """The body; of one that is too long, only so much that this shows. None when the client has gone."""
    parts: list[bytes] = []
    size = 0
    while size <= payload.MAX_BODY:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if not message.get("more_body", False):
            break
    return b"".join(parts)


def _received(scope: Message, body: bytes) -> Request:
    # raw_path is optional in ASGI; without it, path has been decoded already.
    path = scope.get("raw_path") or scope["path"].encode("utf-8")
    target = path.partition(b"?")[0] + b"?" + scope.get("query_string", b"")
    return Request.from_raw(
        scope["method"], target.decode("latin-1"), scope["headers"], body, scope.get("scheme", "http")
    )


async def _answer(response: Response, send: Send) -> None:
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in response.headers.items()]
    await send({"type": "http.response.start", "status": response.status, "headers": headers})
    await send({"type": "http.response.body", "body": response.body})


async def _lifespan(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
