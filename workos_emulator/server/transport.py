"""The httpx transport of the emulator."""

import sys
import time
from collections.abc import Callable
from typing import Any, cast

import anyio
import anyio.to_thread
import httpx

from workos_emulator.http.messages import Request, Response


class EmulatorTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """An in-process transport for `httpx.Client` and `httpx.AsyncClient`, under asyncio and trio, that serves any host.

    Faults behave as on a network. A delay does not block other tasks of an async client; if it exceeds the read timeout of the
    request, `httpx.ReadTimeout` is raised after the timeout. A connection that a fault resets raises `httpx.ReadError`, a truncated
    body `httpx.RemoteProtocolError`.

    Args:
        handle: Handles a request.
        may_block: Returns whether handling a request may wait for the network, so that an async client needs a thread.
    """

    def __init__(
        self, handle: Callable[[Request], Response], may_block: Callable[[Request], bool] = lambda request: False
    ) -> None:
        self._handle = handle
        self._may_block = may_block

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Handle a request of a sync client."""
        response = self._handle(_to_request(request, request.read()))
        wait, timed_out = _delay_of(request, response)
        if wait:
            time.sleep(wait)
        return _to_response(request, response, timed_out)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Handle a request of an async client."""
        converted = _to_request(request, await request.aread())
        if self._may_block(converted):
            response = await anyio.to_thread.run_sync(self._handle, converted)
        else:
            response = self._handle(converted)
        wait, timed_out = _delay_of(request, response)
        await anyio.sleep(wait)
        return _to_response(request, response, timed_out)


def _to_request(request: httpx.Request, body: bytes) -> Request:
    url = request.url
    return Request.from_raw(request.method, url.raw_path.decode("ascii"), request.headers.raw, body, url.scheme)


def _delay_of(request: httpx.Request, response: Response) -> tuple[float, bool]:
    """Return the number of seconds to wait, and whether the request times out then."""
    timeout = request.extensions.get("timeout", {}).get("read")
    if timeout is not None and response.delay > timeout:
        return timeout, True
    return response.delay, False


def _to_response(request: httpx.Request, response: Response, timed_out: bool) -> httpx.Response:
    # httpx2 has the same classes under another name and accepts only its own, so use the library of the request.
    library: Any = sys.modules[type(request).__module__.partition(".")[0]]
    if timed_out:
        raise library.ReadTimeout("the emulator's response is delayed beyond the read timeout", request=request)
    if response.connection == "reset":
        raise library.ReadError("the emulator reset the connection", request=request)
    if response.connection == "truncate":
        raise library.RemoteProtocolError(
            "peer closed connection without sending complete message body "
            f"(received {len(response.body) // 2} bytes, expected {len(response.body)})",
            request=request,
        )
    converted = library.Response(response.status, headers=response.header_list, content=response.body, request=request)
    return cast(httpx.Response, converted)
