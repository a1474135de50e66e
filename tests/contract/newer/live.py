"""Calls of the async or the sync client to an emulator, with a record of the requests."""

import inspect
from collections.abc import Callable
from typing import Any

import anyio
import httpx
import pytest

from workos_emulator import Emulator

from ...emulator.pages.browsing import Browser
from ..sdk import SDK


class LiveClient:
    """A client of the emulator.

    Attributes:
        sdk: The SDK.
        emulator: The emulator.
        requests: The requests so far.
    """

    def __init__(self, sdk: SDK, emulator: Emulator) -> None:
        self.sdk = sdk
        self.emulator = emulator
        self.requests: list[httpx.Request] = []
        self._settings: dict[str, Any] = {
            "api_key": emulator.api_key,
            "client_id": emulator.client_id,
            "transport": _Recorder(emulator.transport, self.requests),
        }

    def __call__(self, method: str | Callable[[Any], Any], /, *args: Any, **arguments: Any) -> Any:
        """Call a method (`resource.method`), or pass the client to a function, and return the result. See `SDK.call`."""
        return self.sdk.call(method, *args, settings=self._settings, **arguments).result

    def error(
        self, kind: type[BaseException], method: str | Callable[[Any], Any], /, *args: Any, **arguments: Any
    ) -> Any:
        """Return the exception that a call raises. Its class must be exactly `kind`, not a subclass."""
        with pytest.raises(kind) as caught:
            self(method, *args, **arguments)
        assert type(caught.value) is kind
        return caught.value

    def run(self, result: Any) -> Any:
        """Return the result of a method of either variant."""

        async def wait() -> Any:
            return await result

        return anyio.run(wait) if inspect.isawaitable(result) else result

    def client(self) -> Any:
        """Return a client, for methods that send no request."""
        return self.sdk.client(**self._settings)


def open_url(emulator: Emulator, url: str) -> httpx.Response:
    """Open a URL of the API without following redirects."""
    with httpx.Client(transport=emulator.transport) as client:
        return client.get(url)


def open_page(emulator: Emulator, url: str) -> Browser:
    """Open a URL of the API in a new browser."""
    return Browser(httpx.Client(transport=emulator.transport)).open(url)


class _Recorder(httpx.BaseTransport, httpx.AsyncBaseTransport):
    def __init__(self, inner: Any, requests: list[httpx.Request]) -> None:
        self._inner = inner
        self._requests = requests

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self._requests.append(request)
        response: httpx.Response = self._inner.handle_request(request)
        return response

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self._requests.append(request)
        response: httpx.Response = await self._inner.handle_async_request(request)
        return response
