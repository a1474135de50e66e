"""A page is returned when the request for the next one has been sent, with any HTTP library and without the timeout."""

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

LIBRARIES: dict[str, dict[str, Any]] = {
    "httpx": {"http_library": "httpx"},
    "httpx2": {"http_library": "httpx2"},
    "httpx transport": {"transport": (httpx.AsyncHTTPTransport, httpx.HTTPTransport)},
    "httpx2 transport": {"transport": (httpx2.AsyncHTTPTransport, httpx2.HTTPTransport)},
    "httpx client": {"http_client": (httpx.AsyncClient, httpx.Client)},
    "httpx2 client": {"http_client": (httpx2.AsyncClient, httpx2.Client)},
}


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[PagesServer]:
    for module in (workos_async._pagination.prefetcher, workos_sync._pagination.prefetcher):
        monkeypatch.setattr(module, "MAX_SEND_WAIT", 2 * PATIENCE)
    with pages_server(count=10, size=2) as running:
        yield running


def settings_of(library: str, client: int) -> dict[str, Any]:
    return {name: value[client]() if isinstance(value, tuple) else value for name, value in LIBRARIES[library].items()}


async def read_two_pages(server: PagesServer, settings: dict[str, Any]) -> None:
    server.hold(2)
    async with workos_async.WorkOS("sk_test", base_url=server.url, max_retries=0, **settings) as workos:
        pages = workos.organizations.list_organizations().pages()
        with anyio.fail_after(PATIENCE):
            first = await pages.__anext__()
            assert server.wait_for_requests(2)  # this call blocks, so the request must have been sent before
            server.release()
            second = await pages.__anext__()
        assert server.wait_for_requests(3)
        assert [item.id for item in [*first, *second]] == ["org_0", "org_1", "org_2", "org_3"]
        await pages.aclose()


@pytest.mark.parametrize("library", LIBRARIES)
async def test_async_client(server: PagesServer, library: str) -> None:
    settings = settings_of(library, 0)
    await read_two_pages(server, settings)
    for value in settings.values():
        if not isinstance(value, str):
            await value.aclose()


@pytest.mark.asyncio
async def test_aiohttp(server: PagesServer) -> None:
    await read_two_pages(server, {"http_library": "aiohttp"})


@pytest.mark.parametrize("library", LIBRARIES)
def test_sync_client(server: PagesServer, library: str) -> None:
    server.hold(2)
    settings = settings_of(library, 1)
    with workos_sync.WorkOS("sk_test", base_url=server.url, max_retries=0, **settings) as workos:
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
    for value in settings.values():
        if not isinstance(value, str):
            value.close()
