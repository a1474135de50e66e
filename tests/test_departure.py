"""A page is handed over when the request of the next one is on the wire, whatever sends it, and with no need for a time limit."""

import time
from collections.abc import Iterator
from typing import Any

import anyio
import httpx
import httpx2
import pytest

import workos_async
import workos_async._pagination.prefetcher
import workos_sync
import workos_sync._pagination.prefetcher
from tests.support.pages_server import PATIENCE, PagesServer, pages_server

WAYS: dict[str, dict[str, Any]] = {
    "httpx": {"http_library": "httpx"},
    "httpx2": {"http_library": "httpx2"},
    "a transport of httpx": {"transport": (httpx.AsyncHTTPTransport, httpx.HTTPTransport)},
    "a transport of httpx2": {"transport": (httpx2.AsyncHTTPTransport, httpx2.HTTPTransport)},
    "a client of httpx": {"http_client": (httpx.AsyncClient, httpx.Client)},
    "a client of httpx2": {"http_client": (httpx2.AsyncClient, httpx2.Client)},
}


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[PagesServer]:
    for module in (workos_async._pagination.prefetcher, workos_sync._pagination.prefetcher):
        monkeypatch.setattr(module, "DEPARTS_WITHIN", 2 * PATIENCE)
    with pages_server(count=10, size=2) as found:
        yield found


def settings(way: str, flavour: int) -> dict[str, Any]:
    return {name: value[flavour]() if isinstance(value, tuple) else value for name, value in WAYS[way].items()}


async def read_two_pages(server: PagesServer, passed: dict[str, Any]) -> None:
    server.hold(2)
    async with workos_async.WorkOS("sk_test", base_url=server.url, max_retries=0, **passed) as workos:
        pages = workos.organizations.list_organizations().pages()
        with anyio.fail_after(PATIENCE):
            first = await pages.__anext__()
            assert server.wait_for_requests(2)  # although nobody but this line runs
            server.release()
            second = await pages.__anext__()
        assert server.wait_for_requests(3)
        assert [item.id for item in [*first, *second]] == ["org_0", "org_1", "org_2", "org_3"]
        await pages.aclose()


@pytest.mark.parametrize("way", WAYS)
async def test_in_async_code(server: PagesServer, way: str) -> None:
    passed = settings(way, 0)
    await read_two_pages(server, passed)
    for given in passed.values():
        if not isinstance(given, str):
            await given.aclose()


@pytest.mark.asyncio
async def test_with_aiohttp(server: PagesServer) -> None:
    await read_two_pages(server, {"http_library": "aiohttp"})


@pytest.mark.parametrize("way", WAYS)
def test_in_synchronous_code(server: PagesServer, way: str) -> None:
    server.hold(2)
    passed = settings(way, 1)
    with workos_sync.WorkOS("sk_test", base_url=server.url, max_retries=0, **passed) as workos:
        pages = workos.organizations.list_organizations().pages()
        started = time.monotonic()
        first = next(pages)
        assert server.wait_for_requests(2)
        server.release()
        second = next(pages)
        assert time.monotonic() - started < PATIENCE
        assert server.wait_for_requests(3)
        assert [item.id for item in [*first, *second]] == ["org_0", "org_1", "org_2", "org_3"]
        pages.close()
    for given in passed.values():
        if not isinstance(given, str):
            given.close()
