"""While a test mocks httpx, no request reaches a real host by another HTTP library, although httpx2 and aiohttp are installed."""

import sys
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import httpx
import httpx2
import pytest

import workos_async
import workos_sync
from tests.faults.faults import respond_ok
from tests.faults.server import Server
from workos_async._http.libraries import load_library

respx = pytest.importorskip("respx", reason="nox -s mocks runs this")
vcr = pytest.importorskip("vcr", reason="nox -s mocks runs this")
pytest_httpx = pytest.importorskip("pytest_httpx", reason="nox -s mocks runs this")
pytest.importorskip("aiohttp")

URL = "https://workos.invalid/organizations/org_1"  # a name that no DNS server resolves
ACME = {"object": "organization", "id": "org_1", "name": "Acme"}
SETTINGS: dict[str, Any] = {"api_key": "sk_1", "base_url": "https://workos.invalid", "max_retries": 0}


@pytest.fixture(autouse=True)
def _default_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WORKOS_HTTP_LIBRARY", raising=False)


@contextmanager
def mock_with_respx() -> Generator[None]:
    with respx.mock:
        respx.get(URL).mock(return_value=httpx.Response(200, json=ACME))
        yield


@contextmanager
def mock_with_pytest_httpx() -> Generator[None]:
    """Do what the fixture `httpx_mock` does, for a part of the test."""
    with pytest.MonkeyPatch.context() as patch:
        mock = pytest_httpx.HTTPXMock(pytest_httpx._options._HTTPXMockOptions())
        mock.add_response(url=URL, json=ACME, is_reusable=True)

        async def handle_async(transport: httpx.AsyncHTTPTransport, request: httpx.Request) -> httpx.Response:
            return await mock._handle_async_request(transport, request)

        def handle(transport: httpx.HTTPTransport, request: httpx.Request) -> httpx.Response:
            return mock._handle_request(transport, request)

        patch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", handle_async)
        patch.setattr(httpx.HTTPTransport, "handle_request", handle)
        yield


Mock = Callable[[], AbstractContextManager[None]]
both_mocks = pytest.mark.parametrize("mock", [mock_with_respx, mock_with_pytest_httpx])


async def get_async(client: workos_async.WorkOS) -> str:
    return (await client.organizations.get_organization("org_1")).id


@pytest.mark.asyncio
@both_mocks
async def test_mocked_httpx_is_used_although_httpx2_is_installed(mock: Mock) -> None:
    with mock():
        async with workos_async.WorkOS(**SETTINGS) as client:
            assert await get_async(client) == "org_1"
        with workos_sync.WorkOS(**SETTINGS) as sync_client:
            assert sync_client.organizations.get_organization("org_1").id == "org_1"


@pytest.mark.asyncio
async def test_fixture_of_pytest_httpx(httpx_mock: Any) -> None:
    httpx_mock.add_response(url=URL, json=ACME, is_reusable=True)
    async with workos_async.WorkOS(**SETTINGS) as client:
        assert await get_async(client) == "org_1"
    with workos_sync.WorkOS(**SETTINGS) as sync_client:
        assert sync_client.organizations.get_organization("org_1").id == "org_1"


@pytest.mark.asyncio
@pytest.mark.parametrize("library", ["httpx2", "aiohttp"])
@both_mocks
async def test_another_library_is_rejected(mock: Mock, library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with mock():
        async with workos_async.WorkOS(**SETTINGS, http_library=library) as client:
            with pytest.raises(workos_async.ConfigurationError, match=f"mocks httpx, but the client uses {library}"):
                await get_async(client)
        monkeypatch.setenv("WORKOS_HTTP_LIBRARY", library)
        async with workos_async.WorkOS(**SETTINGS) as client:
            with pytest.raises(workos_async.ConfigurationError, match="http_library='httpx'"):
                await get_async(client)


@both_mocks
def test_another_library_is_rejected_by_the_sync_client(mock: Mock) -> None:
    error = pytest.raises(workos_sync.ConfigurationError, match="mocks httpx, but the client uses httpx2")
    with mock(), workos_sync.WorkOS(**SETTINGS, http_library="httpx2") as client, error:
        client.organizations.get_organization("org_1")


@pytest.mark.asyncio
@both_mocks
async def test_client_that_already_uses_httpx2_is_rejected(mock: Mock, monkeypatch: pytest.MonkeyPatch) -> None:
    async with workos_async.WorkOS(**SETTINGS) as client:
        with monkeypatch.context() as patch:
            for name in ("respx", "vcr", "pytest_httpx"):
                patch.delitem(sys.modules, name)
            with pytest.raises(workos_async.APIConnectionError):  # opens a backend of httpx2
                await get_async(client)
        with mock(), pytest.raises(workos_async.ConfigurationError, match="before the first request"):
            await get_async(client)


def test_cassette_of_vcr_is_replayed(tmp_path: Path) -> None:
    with Server(respond_ok).running() as server:
        for _ in range(2):
            with (
                vcr.use_cassette(str(tmp_path / "cassette.yaml")),
                workos_sync.WorkOS(**{**SETTINGS, "base_url": server.url}) as client,
            ):
                client.organizations.get_organization("org_1")
        assert len(server.requests) == 1


@both_mocks
def test_servers_on_this_machine_are_reached_by_any_library(mock: Mock) -> None:
    with Server(respond_ok).running() as server, mock():
        settings = {**SETTINGS, "base_url": server.url, "http_library": "httpx2"}
        with workos_sync.WorkOS(**settings) as client:
            client.organizations.get_organization("org_1")
        assert len(server.requests) == 1


def test_mocked_httpx2_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    def handle(transport: object, request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, json=ACME)

    monkeypatch.setattr(httpx2.HTTPTransport, "handle_request", handle)
    with workos_sync.WorkOS(**SETTINGS) as client:
        assert client.organizations.get_organization("org_1").id == "org_1"


def test_default_without_a_mocking_library(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_library(None) is httpx
    for name in ("respx", "vcr", "pytest_httpx"):
        monkeypatch.delitem(sys.modules, name)
    assert load_library(None) is httpx2
