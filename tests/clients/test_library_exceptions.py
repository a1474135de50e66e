"""Every exception class of every HTTP library becomes one of the SDK, with the original as its cause."""

import asyncio
import inspect
from collections.abc import Callable, Iterator
from typing import Any
from unittest.mock import Mock

import aiohttp
import httpcore
import httpcore2
import httpx
import httpx2
import pytest

import workos_async
import workos_sync
from tests.faults.faults import respond_ok
from tests.faults.server import Server
from workos_core.errors import APIConnectionError, APITimeoutError, ConfigurationError, WorkOSError

UNSENT = {
    "ConnectError",
    "ConnectTimeout",
    "ConnectionNotAvailable",
    "ConnectionTimeoutError",
    "PoolTimeout",
    "ProxyError",
    "UnsupportedProtocol",
    "ClientConnectorError",
    "ClientConnectorDNSError",
    "ClientConnectorSSLError",
    "ClientConnectorCertificateError",
    "ClientHttpProxyError",
    "ClientProxyConnectionError",
    "ClientSSLError",
    "UnixClientConnectorError",
}


def exceptions_of(library: Any) -> list[type[Exception]]:
    return [
        value
        for _, value in sorted(vars(library).items())
        if inspect.isclass(value) and issubclass(value, Exception) and not issubclass(value, Warning)
    ]


def create(kind: type[Exception]) -> Exception:
    """Return an exception; some take arguments other than a message."""
    if kind.__name__ == "WebSocketError":
        return kind(1, "broken")
    request = Mock()
    for arguments in (
        ("broken",),
        (request, OSError(111, "refused")),
        ("/socket", request, OSError(111, "refused")),
        (b"", b"", "host", 1),
        (),
    ):
        try:
            return kind(*arguments)
        except TypeError:
            pass
    return kind("broken", request=httpx.Request("GET", "https://a.b"), response=httpx.Response(500))  # type: ignore[call-arg]


def is_expected(error: WorkOSError, kind: type[Exception]) -> bool:
    name = kind.__name__
    if "InvalidURL" in (each.__name__ for each in kind.__mro__):
        return isinstance(error, ConfigurationError)
    assert isinstance(error, APIConnectionError)
    is_timeout = any(each.__name__ in ("TimeoutException", "ServerTimeoutError") for each in kind.__mro__)
    return isinstance(error, APITimeoutError) == is_timeout and error.sent == (name not in UNSENT)


def call_sync(**settings: Any) -> None:
    workos_sync.WorkOS("sk_1", max_retries=0, **settings).organizations.get_organization("org_1")


def call_async(**settings: Any) -> None:
    async def main() -> None:
        async with workos_async.WorkOS("sk_1", max_retries=0, **settings) as workos:
            await workos.organizations.get_organization("org_1")

    asyncio.run(main())


def raising(error: Exception, is_async: bool) -> Callable[..., Any]:
    def fail(*_: Any, **__: Any) -> Any:
        raise error

    async def fail_async(*_: Any, **__: Any) -> Any:
        raise error

    return fail_async if is_async else fail


both = pytest.mark.parametrize("call", [call_sync, call_async])
OF_HTTPX = [(library, kind) for library in (httpx, httpx2) for kind in exceptions_of(library)]
OF_CORE = [
    (library, core, kind) for library, core in ((httpx, httpcore), (httpx2, httpcore2)) for kind in exceptions_of(core)
]


def names(cases: list[Any]) -> list[str]:
    return [f"{case[-1].__module__.partition('.')[0]}-{case[-1].__name__}" for case in cases]


@both
@pytest.mark.parametrize(("library", "kind"), OF_HTTPX, ids=names(OF_HTTPX))
def test_exceptions_of_custom_transports(call: Callable[..., None], library: Any, kind: type[Exception]) -> None:
    error = create(kind)
    with pytest.raises(WorkOSError) as caught:
        call(transport=library.MockTransport(raising(error, is_async=False)))
    assert caught.value.__cause__ is error
    assert is_expected(caught.value, kind)


@both
@pytest.mark.parametrize(("library", "core", "kind"), OF_CORE, ids=names(OF_CORE))
def test_exceptions_of_httpcore(
    call: Callable[..., None], library: Any, core: Any, kind: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    error = create(kind)
    for package in (
        "workos_async",
        "workos_sync",
    ):  # with a mocked library, its own pool would be used, which repeats requests
        monkeypatch.setattr(f"{package}._http.connections.origin_pools.mocks_are_loaded", lambda: False)
    monkeypatch.setattr(core.HTTPConnection, "handle_request", raising(error, is_async=False))
    monkeypatch.setattr(core.AsyncHTTPConnection, "handle_async_request", raising(error, is_async=True))
    with pytest.raises(WorkOSError) as caught:
        call(base_url="http://127.0.0.1:9", http_library=library.__name__)
    assert is_expected(caught.value, kind)
    cause = caught.value.__cause__
    assert isinstance(cause, library.TransportError)
    assert cause.__cause__ is error


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(respond_ok).running() as running:
        yield running


OF_AIOHTTP = [kind for kind in exceptions_of(aiohttp) if kind is not aiohttp.ClientConnectorCertificateError]


@pytest.mark.parametrize("kind", OF_AIOHTTP, ids=[kind.__name__ for kind in OF_AIOHTTP])
def test_exceptions_of_aiohttp(kind: type[Exception], server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    error = create(kind)
    monkeypatch.setattr(aiohttp.ClientSession, "_request", raising(error, is_async=True))
    with pytest.raises(WorkOSError) as caught:
        call_async(base_url=server.url, http_library="aiohttp")
    shows_api_key = issubclass(kind, aiohttp.ClientResponseError)  # in the headers of the request
    assert caught.value.__cause__ is (None if shows_api_key else error)
    assert is_expected(caught.value, kind)


def test_exceptions_of_a_hook_of_the_application_are_its_own(server: Server) -> None:
    class OwnError(Exception):
        pass

    def fail(_: object) -> None:
        raise OwnError

    with httpx.Client(event_hooks={"response": [fail]}) as client, pytest.raises(OwnError):
        call_sync(base_url=server.url, http_client=client)
