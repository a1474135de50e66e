"""Calling one method of one flavour against answers that the test wrote, and what was sent meanwhile."""

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
class Answer:
    """What the API answers. `body` is JSON, or text that is sent as it is, or None for no body."""

    body: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    def response(self) -> httpx.Response:
        if self.body is None:
            return httpx.Response(self.status, headers=self.headers)
        if isinstance(self.body, str):
            return httpx.Response(self.status, headers=self.headers, text=self.body)
        return httpx.Response(self.status, headers=self.headers, json=self.body)


@dataclass(frozen=True)
class HTTPBackend:
    """What a call returned, and the requests it sent."""

    result: Any
    requests: list[httpx.Request]

    @property
    def request(self) -> httpx.Request:
        assert len(self.requests) == 1, f"{len(self.requests)} requests were sent"
        return self.requests[0]

    @property
    def body(self) -> Any:
        return json.loads(self.request.content)


class Api:
    """One flavour of the SDK.

    `call` calls a method (`resource.method`, or a method of the client), or a function with the client, and gives back the result. A pager
    gives its first page, or every item with `every_page=True`. `settings` are those of the client.
    """

    def __init__(self, flavour: str) -> None:
        self.flavour = flavour
        self.package: Any = workos_async if flavour == "async" else workos_sync

    def __repr__(self) -> str:
        return f"<{self.flavour} flavour>"

    def client(self, handler: Callable[[httpx.Request], httpx.Response] | None = None, **settings: Any) -> Any:
        """A client, by default one that may send nothing."""
        transport = httpx.MockTransport(handler or _send_nothing)
        defaults = {"api_key": KEY, "client_id": CLIENT_ID, "max_retries": 0, "transport": transport}
        return self.package.WorkOS(**{**defaults, **settings})

    def method(self, name: str) -> Any:
        """The function behind `resource.method`, for its documentation."""
        return _method(self.client(), name)

    def call(
        self,
        what: str | Callable[[Any], Any],
        /,
        *args: Any,
        answers: Sequence[Any] = (),
        settings: dict[str, Any] | None = None,
        every_page: bool = False,
        **given: Any,
    ) -> HTTPBackend:
        requests: list[httpx.Request] = []
        left = list(answers)

        def handler(request: httpx.Request) -> httpx.Response:
            requests.append(request)
            assert left, f"one request more than answers: {request.method} {request.url}"
            answer = left.pop(0)
            return (answer if isinstance(answer, Answer) else Answer(answer)).response()

        client = self.client(handler, **(settings or {}))

        def start() -> Any:
            return _method(client, what)(*args, **given) if isinstance(what, str) else what(client)

        if self.flavour == "async":
            result = anyio.run(self._finish_async, client, start, every_page)
        else:
            result = start()
            if isinstance(result, workos_sync.Pager):
                result = result.collect() if every_page else result.page()
            client.close()
        assert not left, f"{len(left)} answers were not asked for"
        return HTTPBackend(result, requests)

    async def _finish_async(self, client: Any, start: Callable[[], Any], every_page: bool) -> Any:
        async with client:
            result = start()
            if isinstance(result, workos_async.Pager):
                return await (result.collect() if every_page else result.page())
            return await result if inspect.isawaitable(result) else result

    def refusal(self, kind: type[BaseException], what: str | Callable[[Any], Any], /, *args: Any, **given: Any) -> Any:
        """The exception that a call raises. It must be of just this class."""
        with pytest.raises(kind) as caught:
            self.call(what, *args, **given)
        assert type(caught.value) is kind
        return caught.value


def _method(client: Any, name: str) -> Any:
    resource, _, method = name.rpartition(".")
    return getattr(getattr(client, resource) if resource else client, method)


def _send_nothing(request: httpx.Request) -> httpx.Response:
    raise AssertionError(f"nothing may be sent: {request.method} {request.url}")


BOTH = (Api("async"), Api("sync"))
