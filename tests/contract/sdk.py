"""The SDK under test: call a method of the async or sync client against stubbed responses, and record the requests it sends."""

import inspect
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import anyio
import httpx
import pytest

import workos_async
import workos_sync

KEY = "sk_test_0123456789"
CLIENT_ID = "client_123456789"


@dataclass(frozen=True)
class StubResponse:
    """A response of the API. `body` is a JSON value, or a string that is sent unchanged, or None for no body."""

    body: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    def to_httpx(self) -> httpx.Response:
        if self.body is None:
            return httpx.Response(self.status, headers=self.headers)
        if isinstance(self.body, str):
            return httpx.Response(self.status, headers=self.headers, text=self.body)
        return httpx.Response(self.status, headers=self.headers, json=self.body)


@dataclass(frozen=True)
class RecordedCall:
    """The result of a call, and the requests that it sent."""

    result: Any
    requests: list[httpx.Request]

    @property
    def request(self) -> httpx.Request:
        assert len(self.requests) == 1, f"{len(self.requests)} requests were sent"
        return self.requests[0]

    @property
    def request_body(self) -> Any:
        return json.loads(self.request.content)


class SDK:
    """The async or the sync package.

    `call` calls a method (`resource.method`, or a method of the client), or passes the client to a function, and returns the result. For a
    pager, that is its first page, or every item with `every_page=True`. `settings` are arguments of the client.
    """

    def __init__(self, variant: str) -> None:
        self.variant = variant
        self.package: Any = workos_async if variant == "async" else workos_sync

    def __repr__(self) -> str:
        return f"<{self.variant} SDK>"

    def client(self, handler: Callable[[httpx.Request], httpx.Response] | None = None, **settings: Any) -> Any:
        """Return a client. Without a handler, every request is an error."""
        transport = httpx.MockTransport(handler or _reject_request)
        defaults = {"api_key": KEY, "client_id": CLIENT_ID, "max_retries": 0, "transport": transport}
        return self.package.WorkOS(**{**defaults, **settings})

    def method(self, name: str) -> Any:
        """Return the function of `resource.method`, to read its documentation."""
        return _method(self.client(), name)

    def call(
        self,
        method: str | Callable[[Any], Any],
        /,
        *args: Any,
        responses: Sequence[Any] = (),
        settings: dict[str, Any] | None = None,
        every_page: bool = False,
        **arguments: Any,
    ) -> RecordedCall:
        requests: list[httpx.Request] = []
        remaining = list(responses)

        def handler(request: httpx.Request) -> httpx.Response:
            requests.append(request)
            assert remaining, f"no stubbed response is left for {request.method} {request.url}"
            response = remaining.pop(0)
            return (response if isinstance(response, StubResponse) else StubResponse(response)).to_httpx()

        client = self.client(handler, **(settings or {}))

        def start() -> Any:
            return _method(client, method)(*args, **arguments) if isinstance(method, str) else method(client)

        if self.variant == "async":
            result = anyio.run(self._finish_async, client, start, every_page)
        else:
            result = start()
            if isinstance(result, workos_sync.Pager):
                result = result.collect() if every_page else result.page()
            client.close()
        assert not remaining, f"{len(remaining)} stubbed responses were not requested"
        return RecordedCall(result, requests)

    async def _finish_async(self, client: Any, start: Callable[[], Any], every_page: bool) -> Any:
        async with client:
            result = start()
            if isinstance(result, workos_async.Pager):
                return await (result.collect() if every_page else result.page())
            return await result if inspect.isawaitable(result) else result

    def expect_error(
        self, error: type[BaseException], method: str | Callable[[Any], Any], /, *args: Any, **arguments: Any
    ) -> Any:
        """Return the exception that a call raises. Its class must be exactly `error`, not a subclass."""
        with pytest.raises(error) as caught:
            self.call(method, *args, **arguments)
        assert type(caught.value) is error
        return caught.value


def _method(client: Any, name: str) -> Any:
    resource, _, method = name.rpartition(".")
    return getattr(getattr(client, resource) if resource else client, method)


def _reject_request(request: httpx.Request) -> httpx.Response:
    raise AssertionError(f"unexpected request: {request.method} {request.url}")


SDKS = (SDK("async"), SDK("sync"))
