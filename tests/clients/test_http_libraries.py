"""httpx and httpx2: which one is used, and custom clients and transports of both."""

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import httpx
import httpx2
import pytest

import workos_async
import workos_sync
from workos_async._http import libraries
from workos_core.errors import APIConnectionError, APITimeoutError, ConfigurationError
from workos_emulator import Emulator

LIBRARIES = [httpx, httpx2]
ORGANIZATION = {"id": "org_1", "name": "Acme"}


def of(library: Any) -> Any:
    return pytest.param(library, id=library.__name__)


both = pytest.mark.parametrize("library", [of(library) for library in LIBRARIES])


def mock_transport(library: Any, requests: list[Any]) -> Any:
    def handler(request: Any) -> Any:
        requests.append(request)
        return library.Response(200, json=ORGANIZATION)

    return library.MockTransport(handler)


@both
async def test_transports(library: Any) -> None:
    requests: list[Any] = []
    async with workos_async.WorkOS("sk_1", transport=mock_transport(library, requests)) as workos:
        assert (await workos.organizations.get_organization("org_1")).name == "Acme"
        await workos.organizations.update_organization("org_1", name="Ä")
    with workos_sync.WorkOS("sk_1", transport=mock_transport(library, requests)) as workos_:
        assert workos_.organizations.get_organization("org_1").name == "Acme"
    assert [type(request) for request in requests] == [library.Request] * 3
    assert requests[1].headers["content-length"] == str(len(requests[1].content)) == "13"
    assert "content-length" not in requests[0].headers
    assert requests[0].headers["host"] == "api.workos.com"


@both
async def test_http_clients(library: Any) -> None:
    requests: list[Any] = []
    headers = {"X-Own": "1"}
    timeout = library.Timeout(3, read=11)
    async with library.AsyncClient(
        transport=mock_transport(library, requests), headers=headers, timeout=timeout
    ) as client:
        async with workos_async.WorkOS("sk_1", http_client=client) as workos:
            await workos.organizations.get_organization("org_1")
            await workos.organizations.get_organization("org_1", options={"timeout": workos_async.Timeout(pool=1)})
        assert not client.is_closed
    with library.Client(transport=mock_transport(library, requests), headers=headers, timeout=timeout) as client:
        with workos_sync.WorkOS("sk_1", http_client=client) as workos_:
            workos_.organizations.get_organization("org_1")
        assert not client.is_closed
    assert [request.headers["x-own"] for request in requests] == ["1"] * 3
    timeouts = [tuple(request.extensions["timeout"].values()) for request in requests]
    assert timeouts == [(3, 11, 3, 3), (3, 11, 3, 1), (3, 11, 3, 3)]


@both
@pytest.mark.parametrize(
    ("name", "cls", "sent"),
    [
        ("ConnectTimeout", APITimeoutError, False),
        ("PoolTimeout", APITimeoutError, False),
        ("ReadTimeout", APITimeoutError, True),
        ("WriteTimeout", APITimeoutError, True),
        ("ConnectError", APIConnectionError, False),
        ("ProxyError", APIConnectionError, False),
        ("ReadError", APIConnectionError, True),
        ("WriteError", APIConnectionError, True),
        ("CloseError", APIConnectionError, True),
        ("RemoteProtocolError", APIConnectionError, True),
        ("DecodingError", APIConnectionError, True),
    ],
)
async def test_exceptions(library: Any, name: str, cls: type[APIConnectionError], sent: bool) -> None:
    error = getattr(library, name)("broken")

    def handler(_: Any) -> Any:
        raise error

    async with workos_async.WorkOS("sk_1", transport=library.MockTransport(handler), max_retries=0) as workos:
        with pytest.raises(APIConnectionError, match=name) as caught:
            await workos.organizations.get_organization("org_1")
    assert (type(caught.value), caught.value.sent) == (cls, sent)
    assert caught.value.__cause__ is error


@both
def test_http_library_argument(library: Any) -> None:
    emulator = Emulator()
    settings: dict[str, Any] = {"http_library": library.__name__, "max_retries": 0}
    with emulator.serve() as url, workos_sync.WorkOS(emulator.api_key, base_url=url, **settings) as workos:
        created = workos.organizations.create_organization(name="Acme")
        assert workos.organizations.get_organization(created.id).name == "Acme"
        emulator.faults.add(delay=30)
        with pytest.raises(APITimeoutError) as caught:
            workos.organizations.get_organization(created.id, options={"timeout": 0.05})
    assert isinstance(caught.value.__cause__, library.ReadTimeout)


@both
def test_closed_http_client(library: Any) -> None:
    client = library.Client()
    client.close()
    with pytest.raises(ConfigurationError, match="closed"):
        workos_sync.WorkOS("sk_1", http_client=client).organizations.get_organization("org_1")


@pytest.mark.parametrize(
    ("make", "settings"),
    [
        (workos_async.WorkOS, {"http_client": httpx.Client()}),
        (workos_sync.WorkOS, {"http_client": httpx.AsyncClient()}),
        (workos_sync.WorkOS, {"http_client": object()}),
        (workos_async.WorkOS, {"transport": httpx2.HTTPTransport()}),
        (workos_sync.WorkOS, {"transport": "http://proxy"}),
    ],
)
def test_invalid_clients_and_transports(make: Callable[..., object], settings: dict[str, Any]) -> None:
    (name,) = settings
    with pytest.raises(TypeError, match=f"{name} must be a {name.rpartition('_')[2]} of httpx or httpx2 .*got "):
        make("sk_1", **settings)


@pytest.mark.parametrize(
    "settings",
    [
        {"http2": True},
        {"proxy": None},
        {"verify": False},
        {"http_library": "httpx"},
        {"limits": workos_sync.ConnectionLimits(max_connections=1)},
    ],
)
def test_connection_settings_with_a_custom_transport(settings: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError, match="cannot be combined with transport"):
        workos_sync.WorkOS("sk_1", transport=mock_transport(httpx, []), **settings)


def load(monkeypatch: pytest.MonkeyPatch, installed: set[str], variable: str | None, argument: str | None) -> str:
    monkeypatch.setattr(libraries, "find_spec", lambda name: object() if name in installed else None)

    def import_module(name: str) -> str:
        if name not in installed:
            raise ImportError(name)
        return name

    monkeypatch.setattr(libraries, "import_module", import_module)
    monkeypatch.setattr(libraries, "mocks_are_loaded", lambda: False)
    if variable is None:
        monkeypatch.delenv("WORKOS_HTTP_LIBRARY", raising=False)
    else:
        monkeypatch.setenv("WORKOS_HTTP_LIBRARY", variable)
    return str(libraries.load_library(argument))


def test_choice_of_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load(monkeypatch, {"httpx", "httpx2"}, None, None) == "httpx2"
    assert load(monkeypatch, {"httpx"}, None, None) == "httpx"
    assert load(monkeypatch, {"httpx", "httpx2"}, "httpx", None) == "httpx"
    assert load(monkeypatch, {"httpx", "httpx2"}, "httpx", "httpx2") == "httpx2"
    assert load(monkeypatch, {"httpx", "httpx2"}, "", None) == "httpx2"
    with pytest.raises(ConfigurationError, match=r"httpx2 is not installed: pip install 'workos-async\[httpx2\]'"):
        load(monkeypatch, {"httpx"}, "httpx2", None)
    with pytest.raises(ConfigurationError, match="unknown HTTP library 'curl'"):
        load(monkeypatch, {"httpx"}, "curl", None)


@pytest.mark.parametrize("library", ["httpx", "httpx2"])
def test_only_one_library_is_loaded(library: str) -> None:
    code = f"""
import sys
from workos_sync import APIConnectionError, WorkOS
try:
    WorkOS("sk_1", base_url="http://127.0.0.1:9", http_library={library!r}, max_retries=0).organizations.get_organization("o")
except APIConnectionError as error:
    assert type(error.__cause__).__module__ == {library!r}
    print(*sorted({{"httpx", "httpx2"}} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [library]


class Tracing:
    """A wrapper with all attributes of the original function, as those of the package wrapt are."""

    def __init__(self, original: Any, calls: list[str]) -> None:
        self._original = original
        self._calls = calls
        self.__globals__ = original.__globals__
        self.__module__ = original.__module__

    def __get__(self, instance: object, _: type) -> Any:
        return self if instance is None else self.__class__(self._original.__get__(instance), self._calls)

    def __call__(self, *args: Any) -> Any:
        self._calls.append(self._original.__name__)
        return self._original(*args)


@both
async def test_instrumented_libraries(library: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    emulator = Emulator()
    calls: list[str] = []
    for transport, name in (
        (library.HTTPTransport, "handle_request"),
        (library.AsyncHTTPTransport, "handle_async_request"),
    ):
        monkeypatch.setattr(transport, name, Tracing(getattr(transport, name), calls))
    settings: dict[str, Any] = {"http_library": library.__name__, "max_retries": 0}
    with emulator.serve() as url:
        async with workos_async.WorkOS(emulator.api_key, base_url=url, **settings) as workos:
            created = await workos.organizations.create_organization(name="Acme")
        with workos_sync.WorkOS(emulator.api_key, base_url=url, **settings) as workos_:
            assert workos_.organizations.get_organization(created.id).name == "Acme"
    assert calls == ["handle_async_request", "handle_request"]
