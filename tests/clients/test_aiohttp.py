"""aiohttp as the HTTP library of the async client."""

import asyncio
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import trio
import trustme

import workos_async
import workos_sync
from tests.faults.faults import OK_BODY, respond_ok
from tests.faults.server import Server
from workos_async._http.backends.aiohttp_requests import RequestClasses
from workos_core.errors import APIConnectionError, ConfigurationError
from workos_emulator import Emulator

pytestmark = pytest.mark.asyncio
NOWHERE = "http://127.0.0.1:9"


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(respond_ok).running() as running:
        yield running


async def get(**settings: Any) -> None:
    async with workos_async.WorkOS("sk_1", http_library="aiohttp", max_retries=0, **settings) as workos:
        assert (await workos.organizations.get_organization("org_1")).id == "org_1"


async def test_calls() -> None:
    emulator = Emulator()
    with emulator.serve() as url:
        async with workos_async.WorkOS(emulator.api_key, base_url=url, http_library="aiohttp") as workos:
            created = [await workos.organizations.create_organization(name=f"é {index}") for index in range(3)]
            listed = [item.id async for item in workos.organizations.list_organizations(limit=2, order="asc")]
            assert sorted(listed) == sorted(item.id for item in created)
            await workos.organizations.delete_organization(created[0].id)
            with pytest.raises(workos_async.NotFoundError):
                await workos.organizations.get_organization(created[0].id)


async def test_requests(server: Server) -> None:
    server.handler = lambda connection: (
        connection.respond(200, OK_BODY.replace(b"org_1", b"org/1") if connection.request.body else OK_BODY) is None
    )
    async with workos_async.WorkOS("sk_1", base_url=server.url, http_library="aiohttp") as workos:
        await workos.organizations.update_organization("org/1", name="Ü", options={"headers": {"X-Call": "7"}})
        await workos.organizations.list_organizations(search="a b&c").page()
    first, second = server.requests
    assert (first.method, first.target, first.body) == ("PUT", "/organizations/org%2F1", '{"name":"Ü"}'.encode())
    assert second.target == "/organizations?search=a%20b%26c"
    assert first.headers["authorization"] == "Bearer sk_1"
    assert first.headers["content-type"] == "application/json"
    assert first.headers["user-agent"].startswith("workos-async/")
    assert (first.headers["accept-encoding"], first.headers["x-call"]) == ("gzip", "7")
    assert "content-type" not in second.headers
    assert server.connections == 1


async def test_connections_are_not_kept_alive(server: Server) -> None:
    limits = workos_async.ConnectionLimits(max_keepalive_connections=0)
    async with workos_async.WorkOS("sk_1", base_url=server.url, http_library="aiohttp", limits=limits) as workos:
        for _ in range(3):
            await workos.organizations.get_organization("org_1")
    assert server.connections == 3


async def test_proxies(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    await get(base_url=NOWHERE, proxy=server.url.replace("//", "//user:hunter2@"))
    assert server.requests[0].target == f"{NOWHERE}/organizations/org_1"
    assert server.requests[0].headers["proxy-authorization"] == "Basic dXNlcjpodW50ZXIy"
    monkeypatch.setenv("HTTP_PROXY", server.url)
    await get(base_url="http://api.workos.test", allow_insecure_http=True)
    monkeypatch.setenv("HTTP_PROXY", NOWHERE)
    await get(base_url=server.url, proxy=None)
    with pytest.raises(APIConnectionError) as caught:
        await get(base_url=server.url, proxy="http://user:hunter2@127.0.0.1:9")
    assert caught.value.sent is False
    assert "hunter2" not in f"{caught.value} {caught.value!r}"


async def test_certificates(tmp_path: Path) -> None:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    bundle = tmp_path / "company.pem"
    authority.cert_pem.write_to_path(bundle)
    with Server(respond_ok, tls=context).running() as server:
        await get(base_url=server.url, verify=bundle)
        await get(base_url=server.url, verify=False)
        with pytest.raises(APIConnectionError, match="certificate of the server is not trusted") as caught:
            await get(base_url=server.url)
    assert (caught.value.sent, caught.value.final) == (False, True)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"http2": True}, "HTTP/2"),
        ({"proxy": "socks5://127.0.0.1:9"}, "SOCKS"),
    ],
)
async def test_unsupported_settings(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        await get(base_url=NOWHERE, **settings)


async def test_unsupported_event_loops() -> None:
    with pytest.raises(ConfigurationError, match="no synchronous API"):
        workos_sync.WorkOS("sk_1", http_library="aiohttp").organizations.get_organization("org_1")

    raised: list[BaseException] = []

    def run() -> None:
        try:
            trio.run(lambda: get(base_url=NOWHERE))
        except ConfigurationError as error:
            raised.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(20)
    assert "requires asyncio" in str(raised[0])


async def test_a_transport_that_cannot_be_weakly_referenced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Such as those of uvloop with TLS."""

    class Transport:
        __slots__ = ()

    class Connection:
        transport = Transport()
        protocol = aiohttp.client_proto.ResponseHandler(asyncio.get_running_loop())

    async def send(_: object, connection: Connection) -> object:
        return connection.transport

    monkeypatch.setattr(aiohttp.ClientRequest, "send", send)
    request_class = RequestClasses(aiohttp).ClientRequest
    assert await request_class.send(object.__new__(request_class), Connection()) is Connection.transport
