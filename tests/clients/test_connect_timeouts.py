"""The time limits of connecting to a host with several IP addresses, of which some are unreachable."""

import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

import workos_sync
from tests.clients.test_connection_errors import CLIENTS, every_client
from tests.faults.faults import respond_ok
from tests.faults.server import Server, ServerConnection
from workos_async._http.backends import aiohttp_backend
from workos_async._http.connections import origin_pools as async_origin_pools
from workos_core.errors import APIConnectionError, APITimeoutError
from workos_sync._concurrency import network_streams
from workos_sync._http.connections import origin_pools as sync_origin_pools

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs several loopback addresses, and a full backlog")

HOST = "several-addresses.example"
sync_clients = pytest.mark.parametrize("call", [CLIENTS["httpx-sync"], CLIENTS["httpx2-sync"]], ids=["httpx", "httpx2"])


@pytest.fixture
def resolve(monkeypatch: pytest.MonkeyPatch) -> Callable[[list[str]], None]:
    """Set the IP addresses of the host."""
    original = socket.getaddrinfo

    def resolve_to(addresses: list[str]) -> None:
        def getaddrinfo(host: Any, port: Any, *arguments: Any, **options: Any) -> Any:
            if host not in (HOST, HOST.encode()):
                return original(host, port, *arguments, **options)
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, int(port))) for address in addresses]

        monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)

    return resolve_to


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(respond_ok).running() as server:
        yield server


@pytest.fixture
def unreachable(server: Server) -> Iterator[list[str]]:
    """Addresses that do not respond to connections to the port of the server, because their backlog is full."""
    addresses = [f"127.0.0.{number}" for number in range(2, 10)]
    with ExitStack() as stack:
        for address in addresses:
            listener = stack.enter_context(socket.socket())
            listener.bind((address, server.port))
            listener.listen(0)
            for _ in range(4):
                waiting = stack.enter_context(socket.socket())
                waiting.setblocking(False)
                waiting.connect_ex((address, server.port))
        yield addresses


def url(server: Server) -> str:
    return f"http://{HOST}:{server.port}"


@every_client
def test_deadline_includes_all_addresses(
    call: Callable[..., None], server: Server, unreachable: list[str], resolve: Callable[[list[str]], None]
) -> None:
    resolve(unreachable)
    started = time.monotonic()
    with pytest.raises(APITimeoutError, match=r"deadline of 1 s") as caught:
        call(base_url=url(server), allow_insecure_http=True, deadline=1)
    assert time.monotonic() - started < 5  # 8 if each address had the whole time
    assert not caught.value.sent


@every_client
def test_deadline_includes_the_loading_of_certificates(
    call: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (async_origin_pools, sync_origin_pools, aiohttp_backend):
        monkeypatch.setattr(module, "tls_context", slowly(module.tls_context))
    with (
        Server(stall).running() as server,
        pytest.raises(APITimeoutError, match=r"deadline of 0\.4 s") as caught,
    ):
        call(base_url=f"https://127.0.0.1:{server.port}", deadline=0.4)
    assert not caught.value.sent


def stall(connection: ServerConnection) -> bool:
    connection.stall()
    return False


def slowly(load: Callable[..., object]) -> Callable[..., object]:
    """Return a function that does the same, but takes longer than the first request in a process usually does."""

    def load_slowly(*arguments: object) -> object:
        time.sleep(0.2)
        return load(*arguments)

    return load_slowly


@sync_clients
def test_connect_timeout_includes_all_addresses(
    call: Callable[..., None], server: Server, unreachable: list[str], resolve: Callable[[list[str]], None]
) -> None:
    resolve(unreachable)
    started = time.monotonic()
    with pytest.raises(APITimeoutError, match="within the timeout of 1 s") as caught:
        call(base_url=url(server), allow_insecure_http=True, timeout=workos_sync.Timeout(connect=1))
    assert time.monotonic() - started < 5
    assert not caught.value.sent


@every_client
def test_unreachable_address_leaves_time_for_the_others(
    call: Callable[..., None], server: Server, unreachable: list[str], resolve: Callable[[list[str]], None]
) -> None:
    resolve([unreachable[0], "127.0.0.1"])
    call(base_url=url(server), allow_insecure_http=True, deadline=4)


@sync_clients
def test_address_that_refuses_connections_is_skipped(
    call: Callable[..., None], server: Server, resolve: Callable[[list[str]], None]
) -> None:
    resolve(["127.0.0.2", "127.0.0.1"])
    call(base_url=url(server), allow_insecure_http=True)
    resolve(["127.0.0.1", "127.0.0.2"])
    call(base_url=url(server), allow_insecure_http=True, timeout=None)
    resolve(["127.0.0.3", "127.0.0.2"])
    with pytest.raises(APIConnectionError, match="refused") as caught:
        call(base_url=url(server), allow_insecure_http=True)
    assert not caught.value.sent


@sync_clients
def test_host_without_addresses(call: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    def getaddrinfo(*_: object, **__: object) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    with pytest.raises(APIConnectionError, match="Name or service not known") as caught:
        call(base_url=f"http://{HOST}", allow_insecure_http=True)
    assert not caught.value.sent


def test_link_local_address_keeps_its_interface() -> None:
    assert network_streams._text(("fe80::1", 443, 0, 3)) == "fe80::1%3"
    assert network_streams._text(("2001:db8::1", 443, 0, 0)) == "2001:db8::1"
    assert network_streams._text(("192.0.2.1", 443)) == "192.0.2.1"
