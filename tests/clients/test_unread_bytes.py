"""Connections on which a server, or a broken proxy, has sent more than the response to the request: they are not used again."""

import asyncio
import json
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import httpx2
import pytest
import trio
import trustme

import workos_async
import workos_sync
from tests.faults.server import Server, ServerConnection
from workos_core.errors import DecodeError

PADDING = 65_536


def user(number: str, padding: int = 0) -> bytes:
    return json.dumps({"id": f"user_{number}", "email": "a@b.c", "first_name": "x" * padding}).encode()


def respond_to(connection: ServerConnection, padding: int = 0) -> None:
    connection.respond(200, user(connection.request.target.rpartition("_")[2], padding))


def foreign_response() -> bytes:
    body = user("666")
    return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)


def response_with_another_behind(connection: ServerConnection, padding: int = 0) -> bool:
    body = user(connection.request.target.rpartition("_")[2], padding)
    connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body) + foreign_response())
    return True


class Later:
    """A server that sends another response behind the first one when `send` is called."""

    def __init__(self) -> None:
        self._connections: list[ServerConnection] = []

    def __call__(self, connection: ServerConnection) -> bool:
        self._connections.append(connection)
        respond_to(connection)
        return True

    def send(self) -> None:
        for connection in self._connections[:1]:
            connection.send(foreign_response())


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(params=[False, True], ids=["plain", "tls"])
def server(request: pytest.FixtureRequest, authority: trustme.CA) -> Iterator[Server]:
    context = None
    if request.param:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("127.0.0.1").configure_cert(context)
    with Server(lambda _: False, tls=context).running() as running:
        yield running


Get = Callable[[Server, Callable[[], None]], list[str]]


def _settings(server: Server, library: str) -> dict[str, Any]:
    return {"base_url": server.url, "http_library": library, "verify": False, "max_retries": 0}


def _async(library: str, run: Callable[[Any], list[str]]) -> Get:
    def get(server: Server, between: Callable[[], None]) -> list[str]:
        async def main() -> list[str]:
            async with workos_async.WorkOS("sk_1", **_settings(server, library)) as workos:
                ids = [(await workos.user_management.get_user("user_1")).id]
                between()
                return [*ids, *[(await workos.user_management.get_user(f"user_{n}")).id for n in (2, 3)]]

        return run(main)

    return get


async def _read_body(response: Any) -> None:
    await response.aread()


def _async_client(library: Any, *hooks: Callable[[Any], Any]) -> Get:
    def get(server: Server, between: Callable[[], None]) -> list[str]:
        async def main() -> list[str]:
            async with library.AsyncClient(verify=False, event_hooks={"response": list(hooks)}) as client:
                workos = workos_async.WorkOS("sk_1", base_url=server.url, http_client=client, max_retries=0)
                ids = [(await workos.user_management.get_user("user_1")).id]
                between()
                return [*ids, *[(await workos.user_management.get_user(f"user_{n}")).id for n in (2, 3)]]

        return asyncio.run(main())

    return get


def _sync(library: str) -> Get:
    def get(server: Server, between: Callable[[], None]) -> list[str]:
        with workos_sync.WorkOS("sk_1", **_settings(server, library)) as workos:
            ids = [workos.user_management.get_user("user_1").id]
            between()
            return [*ids, *[workos.user_management.get_user(f"user_{n}").id for n in (2, 3)]]

    return get


def _sync_client(library: Any, *hooks: Callable[[Any], Any]) -> Get:
    def get(server: Server, between: Callable[[], None]) -> list[str]:
        with library.Client(verify=False, event_hooks={"response": list(hooks)}) as client:
            workos = workos_sync.WorkOS("sk_1", base_url=server.url, http_client=client, max_retries=0)
            ids = [workos.user_management.get_user("user_1").id]
            between()
            return [*ids, *[workos.user_management.get_user(f"user_{n}").id for n in (2, 3)]]

    return get


def _asyncio(main: Any) -> Any:
    return asyncio.run(main())


CLIENTS: dict[str, Get] = {
    "httpx-asyncio": _async("httpx", _asyncio),
    "httpx-trio": _async("httpx", trio.run),
    "httpx2-asyncio": _async("httpx2", _asyncio),
    "httpx2-trio": _async("httpx2", trio.run),
    "aiohttp": _async("aiohttp", _asyncio),
    "httpx-sync": _sync("httpx"),
    "httpx2-sync": _sync("httpx2"),
    "httpx-client-async": _async_client(httpx),
    "httpx2-client-async": _async_client(httpx2),
    "httpx-client-sync": _sync_client(httpx),
    "httpx2-client-sync": _sync_client(httpx2),
    # Hooks that read the body, usually to log it, give the connection back to the pool.
    "httpx-client-async-hook": _async_client(httpx, _read_body),
    "httpx2-client-async-hook": _async_client(httpx2, _read_body),
    "httpx-client-sync-hook": _sync_client(httpx, lambda response: response.read()),
    "httpx2-client-sync-hook": _sync_client(httpx2, lambda response: response.read()),
}
every_client = pytest.mark.parametrize("name", CLIENTS)


def do_nothing() -> None:
    pass


@every_client
@pytest.mark.parametrize("padding", [0, PADDING], ids=["small", "large"])
def test_two_responses_to_one_request(server: Server, name: str, padding: int) -> None:
    server.handler = lambda connection: response_with_another_behind(connection, padding)
    assert CLIENTS[name](server, do_nothing) == ["user_1", "user_2", "user_3"]
    assert server.connections == 3


@every_client
def test_a_second_response_that_arrives_later(server: Server, name: str) -> None:
    later = Later()
    server.handler = later
    assert CLIENTS[name](server, later.send) == ["user_1", "user_2", "user_3"]
    assert server.connections == 2


@every_client
def test_connections_without_unread_bytes_are_used_again(server: Server, name: str) -> None:
    server.handler = lambda connection: respond_to(connection) is None
    assert CLIENTS[name](server, do_nothing) == ["user_1", "user_2", "user_3"]
    assert server.connections == 1


class InParts:
    """A server that responds to the second request in two parts, the second of which it sends when `resume` is called."""

    def __init__(self) -> None:
        self._has_begun, self._resumed = threading.Event(), threading.Event()
        self._requests = 0

    def __call__(self, connection: ServerConnection) -> bool:
        self._requests += 1
        if self._requests == 1:
            respond_to(connection)
        else:
            body = user("2")
            response = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)
            connection.send(response[:20])
            self._has_begun.set()
            assert self._resumed.wait(10)
            connection.send(response[20:])
        return True

    def wait_until_begun(self) -> None:
        assert self._has_begun.wait(10)
        time.sleep(0.1)  # until the client has received the first part

    def resume(self) -> None:
        self._resumed.set()


@pytest.mark.parametrize("library", [httpx, httpx2], ids=["httpx", "httpx2"])
def test_a_connection_that_another_request_uses_already_is_left_alone(server: Server, library: Any) -> None:
    parts = server.handler = InParts()

    async def read_and_wait(response: Any) -> None:
        await response.aread()
        if response.url.path.endswith("1"):
            await asyncio.to_thread(parts.wait_until_begun)

    async def main() -> list[str]:
        limits, hooks = library.Limits(max_connections=1), {"response": [read_and_wait]}
        async with library.AsyncClient(verify=False, limits=limits, event_hooks=hooks) as client:
            workos = workos_async.WorkOS("sk_1", base_url=server.url, http_client=client, max_retries=0)
            first, second = (asyncio.create_task(workos.user_management.get_user(f"user_{n}")) for n in (1, 2))
            ids = [(await first).id]
            parts.resume()
            return [*ids, (await second).id]

    assert asyncio.run(main()) == ["user_1", "user_2"]
    assert server.connections == 1


@pytest.mark.parametrize("library", [httpx, httpx2], ids=["httpx", "httpx2"])
def test_a_connection_that_another_thread_uses_already_is_left_alone(server: Server, library: Any) -> None:
    parts = server.handler = InParts()

    def read_and_wait(response: Any) -> None:
        response.read()
        if response.url.path.endswith("1"):
            parts.wait_until_begun()

    limits, hooks = library.Limits(max_connections=1), {"response": [read_and_wait]}
    with library.Client(verify=False, limits=limits, event_hooks=hooks) as client, ThreadPoolExecutor() as threads:
        workos = workos_sync.WorkOS("sk_1", base_url=server.url, http_client=client, max_retries=0)
        first = threads.submit(workos.user_management.get_user, "user_1")
        assert server.wait_for(lambda: len(server.requests) == 1, 10)
        second = threads.submit(workos.user_management.get_user, "user_2")
        ids = [first.result().id]
        parts.resume()
        assert [*ids, second.result().id] == ["user_1", "user_2"]
    assert server.connections == 1


@every_client
def test_the_response_to_another_request_is_an_error(server: Server, name: str) -> None:
    """A server behind the client may confuse responses, too."""
    server.handler = lambda connection: connection.respond(200, user("666")) is None
    with pytest.raises(DecodeError, match="expected the requested id 'user_1' instead of 'user_666'"):
        CLIENTS[name](server, do_nothing)


def test_the_library_may_store_its_parser_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workos_sync._http.connections.unread_bytes._HOLDERS", ())
    with Server(lambda connection: respond_to(connection) is None).running() as server:
        assert CLIENTS["httpx-sync"](server, do_nothing) == ["user_1", "user_2", "user_3"]
        assert server.connections == 3
