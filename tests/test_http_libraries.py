"""httpx and httpx2: which is used, and that a client or transport of either can be passed in, in both flavours."""

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import httpx
import httpx2
import pytest

import workos_async
import workos_sync
from workos_async._http import libraries as library_module
from workos_core.errors import APIConnectionError, APITimeoutError, ConfigurationError
from workos_emulator import Emulator

LIBRARIES = [httpx, httpx2]
ORGANIZATION = {"id": "org_1", "name": "Acme"}


def of(library: Any) -> Any:
    return pytest.param(library, id=library.__name__)


both = pytest.mark.parametrize("library", [of(library) for library in LIBRARIES])


def answering(library: Any, requests: list[Any]) -> Any:
    def answer(request: Any) -> Any:
        requests.append(request)
        return library.Response(200, json=ORGANIZATION)

    return library.MockTransport(answer)


@both
async def test_a_transport_of_either(library: Any) -> None:
    requests: list[Any] = []
    async with workos_async.WorkOS("sk_1", transport=answering(library, requests)) as workos:
        assert (await workos.organizations.get_organization("org_1")).name == "Acme"
        await workos.organizations.update_organization("org_1", name="Ä")
    with workos_sync.WorkOS("sk_1", transport=answering(library, requests)) as workos_:
        assert workos_.organizations.get_organization("org_1").name == "Acme"
    assert [type(request) for request in requests] == [library.Request] * 3
    assert requests[1].headers["content-length"] == str(len(requests[1].content)) == "13"
    assert "content-length" not in requests[0].headers
    assert requests[0].headers["host"] == "api.workos.com"


@both
async def test_a_client_of_either(library: Any) -> None:
    requests: list[Any] = []
    headers = {"X-Own": "1"}
    timeout = library.Timeout(3, read=11)
    async with library.AsyncClient(transport=answering(library, requests), headers=headers, timeout=timeout) as client:
        async with workos_async.WorkOS("sk_1", http_client=client) as workos:
            await workos.organizations.get_organization("org_1")
            await workos.organizations.get_organization("org_1", options={"timeout": workos_async.Timeout(pool=1)})
        assert not client.is_closed
    with library.Client(transport=answering(library, requests), headers=headers, timeout=timeout) as client:
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
async def test_failures_of_either(library: Any, name: str, cls: type[APIConnectionError], sent: bool) -> None:
    translate_exception = getattr(library, name)("broken")

    def answer(_: Any) -> Any:
        raise translate_exception

    async with workos_async.WorkOS("sk_1", transport=library.MockTransport(answer), max_retries=0) as workos:
        with pytest.raises(APIConnectionError, match=name) as caught:
            await workos.organizations.get_organization("org_1")
    assert (type(caught.value), caught.value.sent) == (cls, sent)
    assert caught.value.__cause__ is translate_exception


@both
def test_connections_of_our_own_use_the_library_that_was_asked_for(library: Any) -> None:
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
def test_a_closed_client_of_the_users(library: Any) -> None:
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
def test_what_is_neither(make: Callable[..., object], settings: dict[str, Any]) -> None:
    (name,) = settings
    with pytest.raises(TypeError, match=f"{name} takes a {name.rpartition('_')[2]} of httpx or httpx2 .* not "):
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
def test_settings_that_the_users_own_transport_could_not_follow(settings: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError, match="settings of the transport"):
        workos_sync.WorkOS("sk_1", transport=answering(httpx, []), **settings)


def chosen(monkeypatch: pytest.MonkeyPatch, installed: set[str], variable: str | None, argument: str | None) -> str:
    monkeypatch.setattr(library_module, "find_spec", lambda name: object() if name in installed else None)

    def load(name: str) -> str:
        if name not in installed:
            raise ImportError(name)
        return name

    monkeypatch.setattr(library_module, "import_module", load)
    if variable is None:
        monkeypatch.delenv("WORKOS_HTTP_LIBRARY", raising=False)
    else:
        monkeypatch.setenv("WORKOS_HTTP_LIBRARY", variable)
    return str(library_module.load_library(argument))


def test_httpx2_is_used_where_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert chosen(monkeypatch, {"httpx", "httpx2"}, None, None) == "httpx2"
    assert chosen(monkeypatch, {"httpx"}, None, None) == "httpx"
    assert chosen(monkeypatch, {"httpx", "httpx2"}, "httpx", None) == "httpx"
    assert chosen(monkeypatch, {"httpx", "httpx2"}, "httpx", "httpx2") == "httpx2"
    assert chosen(monkeypatch, {"httpx", "httpx2"}, "", None) == "httpx2"
    with pytest.raises(ConfigurationError, match=r"httpx2 is not installed: pip install 'workos-async\[httpx2\]'"):
        chosen(monkeypatch, {"httpx"}, "httpx2", None)
    with pytest.raises(ConfigurationError, match="unknown HTTP library 'curl'"):
        chosen(monkeypatch, {"httpx"}, "curl", None)


@pytest.mark.parametrize("wanted", ["httpx", "httpx2"])
def test_only_one_library_is_loaded(wanted: str) -> None:
    code = f"""
import sys
from workos_sync import APIConnectionError, WorkOS
try:
    WorkOS("sk_1", base_url="http://127.0.0.1:9", http_library={wanted!r}, max_retries=0).organizations.get_organization("o")
except APIConnectionError as error:
    assert type(error.__cause__).__module__ == {wanted!r}
    print(*sorted({{"httpx", "httpx2"}} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [wanted]
