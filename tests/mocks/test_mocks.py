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
    async with workos_async.WorkOS(**SETTINGS, **settings) as workos:
        return (await workos.organizations.get_organization("org_1")).id


def get(**settings: Any) -> str:
    with workos_sync.WorkOS(**SETTINGS, **settings) as workos:
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
async def test_vcr_replays_the_requests_of_both_clients(server: Server, tmp_path: Path) -> None:
    for _ in range(2):
        with vcr.use_cassette(str(tmp_path / "cassette.yaml"), allow_playback_repeats=True):
            assert await get_async(base_url=server.url) == get(base_url=server.url)
    assert len(server.requests) == 1
