"""Libraries that mock httpx (pytest-httpx, respx, VCR.py) also mock the connections that the SDK opens itself."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

import workos_async
import workos_sync
from tests.faults.faults import respond_ok
from tests.faults.server import Server

respx = pytest.importorskip("respx", reason="nox -s mocks runs this")
vcr = pytest.importorskip("vcr", reason="nox -s mocks runs this")
pytest.importorskip("pytest_httpx", reason="nox -s mocks runs this")

URL = "https://api.workos.com/organizations/org_1"
ACME = {"object": "organization", "id": "org_1", "name": "Acme"}
SETTINGS: dict[str, Any] = {"api_key": "sk_1", "http_library": "httpx", "max_retries": 0}


async def get_async(**settings: Any) -> str:
    async with workos_async.WorkOS(**{**SETTINGS, **settings}) as workos:
        return (await workos.organizations.get_organization("org_1")).id


def get(**settings: Any) -> str:
    with workos_sync.WorkOS(**{**SETTINGS, **settings}) as workos:
        return workos.organizations.get_organization("org_1").id


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(respond_ok).running() as running:
        yield running


@pytest.mark.asyncio
async def test_pytest_httpx_mocks_both_clients(httpx_mock: Any) -> None:
    httpx_mock.add_response(url=URL, json=ACME, is_reusable=True)
    assert await get_async() == get() == "org_1"
    assert len(httpx_mock.get_requests()) == 2


@pytest.mark.asyncio
async def test_respx_mocks_both_clients() -> None:
    with respx.mock:
        route = respx.get(URL).mock(return_value=httpx.Response(200, json=ACME))
        assert await get_async() == get() == "org_1"
    assert route.call_count == 2


@pytest.mark.asyncio
@pytest.mark.parametrize("library", ["httpx", "httpx2"])
async def test_vcr_replays_the_requests_of_both_clients(server: Server, tmp_path: Path, library: str) -> None:
    settings = {"base_url": server.url, "http_library": library}
    for _ in range(2):
        with vcr.use_cassette(str(tmp_path / "cassette.yaml"), allow_playback_repeats=True):
            assert await get_async(**settings) == get(**settings)
    assert len(server.requests) == 1


PROXY = "http://127.0.0.1:9"  # nothing listens there


@pytest.fixture(params=["environment", "argument"])
def proxy(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A proxy that can't be reached. Return the arguments of clients that use it."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    if request.param == "argument":
        return {"proxy": PROXY}
    monkeypatch.setenv("HTTP_PROXY", PROXY)
    monkeypatch.setenv("HTTPS_PROXY", PROXY)
    return {}


@pytest.mark.asyncio
@pytest.mark.parametrize("base_url", ["http://workos.invalid", "https://workos.invalid"])
async def test_respx_mocks_requests_through_a_proxy(proxy: dict[str, Any], base_url: str) -> None:
    settings = {"base_url": base_url, "allow_insecure_http": True, **proxy}
    with respx.mock:
        route = respx.get(f"{base_url}/organizations/org_1").mock(return_value=httpx.Response(200, json=ACME))
        assert await get_async(**settings) == get(**settings) == "org_1"
    assert route.call_count == 2


@pytest.mark.asyncio
async def test_pytest_httpx_mocks_requests_through_a_proxy(httpx_mock: Any, proxy: dict[str, Any]) -> None:
    httpx_mock.add_response(url=URL, json=ACME, is_reusable=True)
    assert await get_async(**proxy) == get(**proxy) == "org_1"


@pytest.mark.asyncio
@pytest.mark.parametrize("library", ["httpx", "httpx2"])
async def test_vcr_replays_requests_through_a_proxy(
    server: Server, tmp_path: Path, proxy: dict[str, Any], library: str
) -> None:
    cassette = tmp_path / "cassette.yaml"
    with vcr.use_cassette(str(cassette)):
        get(base_url=server.url, proxy=None)
    cassette.write_text(cassette.read_text().replace(server.url, "https://workos.invalid"))
    settings = {"base_url": "https://workos.invalid", "http_library": library, **proxy}
    with vcr.use_cassette(str(cassette), allow_playback_repeats=True, record_mode="none"):
        assert await get_async(**settings) == get(**settings) == "org_1"


@pytest.mark.asyncio
async def test_respx_mocks_clients_that_have_sent_requests_before(proxy: dict[str, Any]) -> None:
    async with workos_async.WorkOS(**SETTINGS, **proxy) as workos:
        with pytest.raises(workos_async.APIConnectionError):
            await workos.organizations.get_organization("org_1")
        with respx.mock:
            respx.get(URL).mock(return_value=httpx.Response(200, json=ACME))
            assert (await workos.organizations.get_organization("org_1")).id == "org_1"
        with pytest.raises(workos_async.APIConnectionError):
            await workos.organizations.get_organization("org_1")
