"""Errors of connections: what they say, and that an untrusted certificate is final with every HTTP library."""

import asyncio
import os
import re
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

import anyio
import httpx
import httpx2
import pytest
import trio
import trustme

import workos_async
import workos_sync
from tests.faults.faults import respond_ok
from tests.faults.server import Server, ServerConnection
from tests.support.http_clients import each_client
from workos_async._http.error_causes import root_cause
from workos_async._http.errors import Attempt
from workos_core.errors import APIConnectionError, APITimeoutError
from workos_core.http.timeouts import DEFAULT_PHASES

TwoCalls = Callable[[str, Callable[[], bool], Callable[[], None]], Exception | None]
"""Makes a call that takes the only connection, and another one with a deadline, whose exception it returns. Then the first one ends."""


def _async(library: str, backend: Any, http2: bool = False) -> Callable[..., None]:
    def call(**settings: Any) -> None:
        settings |= {"max_retries": 0, "http_library": library, "http2": http2}

        async def main() -> None:
            async with workos_async.WorkOS("sk_1", **settings) as workos:
                await workos.organizations.get_organization("org_1")

        backend.run(main() if backend is asyncio else main)

    return call


def _sync(library: str, http2: bool = False) -> Callable[..., None]:
    def call(**settings: Any) -> None:
        settings |= {"max_retries": 0, "http_library": library, "http2": http2}
        with workos_sync.WorkOS("sk_1", **settings) as workos:
            workos.organizations.get_organization("org_1")

    return call


def _async_client(library: Any) -> Callable[..., None]:
    def call(*, base_url: str, verify: Any = True) -> None:
        async def main() -> None:
            async with library.AsyncClient(verify=verify) as client:
                workos = workos_async.WorkOS("sk_1", base_url=base_url, http_client=client, max_retries=0)
                await workos.organizations.get_organization("org_1")

        asyncio.run(main())

    return call


def _sync_client(library: Any) -> Callable[..., None]:
    def call(*, base_url: str, verify: Any = True) -> None:
        with library.Client(verify=verify) as client:
            workos = workos_sync.WorkOS("sk_1", base_url=base_url, http_client=client, max_retries=0)
            workos.organizations.get_organization("org_1")

    return call


CLIENTS = {
    **each_client(_async, _sync),
    # The connection pool of the library.
    "httpx-asyncio-http2": _async("httpx", asyncio, http2=True),
    "httpx-trio-http2": _async("httpx", trio, http2=True),
    "httpx-sync-http2": _sync("httpx", http2=True),
    "httpx2-asyncio-http2": _async("httpx2", asyncio, http2=True),
    "httpx2-trio-http2": _async("httpx2", trio, http2=True),
    "httpx2-sync-http2": _sync("httpx2", http2=True),
}
CLIENTS_OF_THE_APPLICATION = {
    "httpx-client-async": _async_client(httpx),
    "httpx-client-sync": _sync_client(httpx),
    "httpx2-client-async": _async_client(httpx2),
    "httpx2-client-sync": _sync_client(httpx2),
}
every_client = pytest.mark.parametrize("call", CLIENTS.values(), ids=CLIENTS)
every_client_or_own = pytest.mark.parametrize(
    "call", [*CLIENTS.values(), *CLIENTS_OF_THE_APPLICATION.values()], ids=[*CLIENTS, *CLIENTS_OF_THE_APPLICATION]
)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def _tls_server(authority: trustme.CA, **options: Any) -> Server:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1", **options).configure_cert(context)
    return Server(respond_ok, tls=context)


@every_client_or_own
def test_an_untrusted_certificate(call: Callable[..., None], authority: trustme.CA) -> None:
    with _tls_server(authority).running() as server, pytest.raises(APIConnectionError) as caught:
        call(base_url=server.url)
    assert (caught.value.sent, caught.value.final, caught.value.attempts) == (False, True, 1)
    assert "the certificate of the server is not trusted: unable to get local issuer certificate" in str(caught.value)


@every_client_or_own
def test_an_expired_certificate(call: Callable[..., None], authority: trustme.CA) -> None:
    verify = ssl.create_default_context()
    authority.configure_trust(verify)
    expired = _tls_server(authority, not_after=datetime(2020, 1, 1, tzinfo=UTC))
    with expired.running() as server, pytest.raises(APIConnectionError) as caught:
        call(base_url=server.url, verify=verify)
    assert (caught.value.sent, caught.value.final) == (False, True)
    assert "the certificate of the server is not trusted: certificate has expired" in str(caught.value)


@every_client_or_own
def test_a_reset_connection(call: Callable[..., None]) -> None:
    with Server(lambda connection: connection.reset() is not None).running() as server:
        url = server.url
        with pytest.raises(APIConnectionError) as caught:
            call(base_url=url)
    assert f"the connection to {url} broke: " in str(caught.value)
    assert "Connection reset by peer" in str(caught.value)


@every_client_or_own
def test_no_server(call: Callable[..., None]) -> None:
    with pytest.raises(APIConnectionError) as caught:
        call(base_url="http://127.0.0.1:9")
    assert "the connection to http://127.0.0.1:9 could not be established: " in str(caught.value)
    assert "refused" in str(caught.value) or "Connect call failed" in str(caught.value)


@every_client
def test_the_proxy_is_named_without_its_password(call: Callable[..., None]) -> None:
    with pytest.raises(APIConnectionError) as caught:
        call(base_url="http://127.0.0.1:9", proxy="http://user:hunter2@127.0.0.1:10")
    assert "http://127.0.0.1:9 through the proxy http://127.0.0.1:10 " in str(caught.value)
    assert "hunter2" not in repr(caught.value)


def _stall(connection: ServerConnection) -> bool:
    connection.stall()
    return False


@every_client
def test_a_read_timeout_names_the_timeout(call: Callable[..., None]) -> None:
    with Server(_stall).running() as server:
        url = server.url
        with pytest.raises(APITimeoutError) as caught:
            call(base_url=url, timeout=workos_async.Timeout(read=0.2))
    assert f"no response came from {url} within the timeout of 0.2 s (" in str(caught.value)


@every_client
def test_a_deadline_is_named_as_configured(call: Callable[..., None]) -> None:
    with Server(_stall).running() as server:
        url = server.url
        with pytest.raises(APITimeoutError, match=r"the deadline of 0\.3 s passed: ") as caught:
            call(base_url=url, deadline=0.3)
    assert url in str(caught.value)


def _two_calls_async(library: str, backend: Any) -> TwoCalls:
    def call(url: str, is_first_sent: Callable[[], bool], finish: Callable[[], None]) -> Exception | None:
        async def main() -> Exception | None:
            async with workos_async.WorkOS("sk_1", http_library=library, **_one_connection(url)) as workos:
                async with anyio.create_task_group() as group:
                    group.start_soon(workos.organizations.get_organization, "org_1")
                    assert await anyio.to_thread.run_sync(is_first_sent)
                    try:
                        await workos.organizations.create_organization(name="x", options={"deadline": 0.3})
                    except Exception as error:
                        return error
                    finally:
                        finish()
                return None

        result: Exception | None = backend.run(main() if backend is asyncio else main)
        return result

    return call


def _two_calls_sync(library: str) -> TwoCalls:
    def call(url: str, is_first_sent: Callable[[], bool], finish: Callable[[], None]) -> Exception | None:
        settings = _one_connection(url)
        with workos_sync.WorkOS("sk_1", http_library=library, **settings) as workos, ThreadPoolExecutor(1) as threads:
            first = threads.submit(workos.organizations.get_organization, "org_1")
            assert is_first_sent()
            try:
                workos.organizations.create_organization(name="x", options={"deadline": 0.3})
            except Exception as error:
                return error
            finally:
                finish()
                first.result()
            return None

    return call


def _one_connection(url: str) -> dict[str, Any]:
    limits = workos_async.ConnectionLimits(max_connections=1)
    return {"base_url": url, "max_retries": 0, "timeout": 20, "limits": limits}


TWO_CALLS = {
    "httpx-asyncio": _two_calls_async("httpx", asyncio),
    "httpx-trio": _two_calls_async("httpx", trio),
    "httpx2-asyncio": _two_calls_async("httpx2", asyncio),
    "httpx2-trio": _two_calls_async("httpx2", trio),
    "aiohttp": _two_calls_async("aiohttp", asyncio),
    "httpx-sync": _two_calls_sync("httpx"),
    "httpx2-sync": _two_calls_sync("httpx2"),
}


@pytest.mark.parametrize("two_calls", TWO_CALLS.values(), ids=TWO_CALLS)
def test_a_deadline_that_passes_before_a_connection_is_free(two_calls: TwoCalls) -> None:
    finished = threading.Event()

    def respond_when_finished(connection: ServerConnection) -> bool:
        assert finished.wait(20)
        return respond_ok(connection)

    with Server(respond_when_finished).running() as server:
        error = two_calls(server.url, lambda: server.wait_for(lambda: bool(server.requests), 20), finished.set)
        assert isinstance(error, APITimeoutError)
        assert re.search(r"the deadline of 0\.3 s passed: ", str(error))
        assert error.sent is False
        assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (httpx.ReadError(""), "ReadError"),
        (httpx.ReadError("x"), "ReadError: x"),
        (ExceptionGroup("several", [OSError(5, "one"), OSError(6, "two")]), "OSError: [Errno 5] one"),
    ],
)
def test_the_root_cause_is_never_empty(error: Exception, text: str) -> None:
    assert root_cause(error) == text
    attempt = Attempt("https://a.b", None, DEFAULT_PHASES, None)
    assert str(attempt.connection_error(error, sent=True)).endswith(text)


@every_client_or_own
def test_an_error_that_the_application_handles_is_not_the_cause(call: Callable[..., None]) -> None:
    try:
        raise ssl.SSLCertVerificationError("of something else")
    except ssl.SSLError:
        with pytest.raises(APIConnectionError) as caught:
            call(base_url="http://127.0.0.1:9")
    assert caught.value.final is False


def _send_broken_record(connection: ServerConnection) -> bool:
    os.write(connection.socket.fileno(), b"\x17\x03\x03\x00\x20" + b"x" * 32)  # past the encryption
    return False


@every_client_or_own
def test_a_broken_tls_record(call: Callable[..., None], authority: trustme.CA) -> None:
    server = _tls_server(authority)
    server.handler = _send_broken_record
    with server.running(), pytest.raises(APIConnectionError, match=r"SSLError: .*bad record mac") as caught:
        call(base_url=server.url, verify=False)
    assert (caught.value.sent, caught.value.final) == (True, False)


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(respond_ok).running() as running:
        yield running


@pytest.mark.parametrize("library", ["httpx", "httpx2", "aiohttp"])
def test_aclose_closes_the_connections_of_one_event_loop(server: Server, library: str) -> None:
    workos = workos_async.WorkOS("sk_1", base_url=server.url, http_library=library)
    loops = [asyncio.new_event_loop() for _ in range(3)]

    def call(loop: asyncio.AbstractEventLoop) -> str:
        return loop.run_until_complete(workos.organizations.get_organization("org_1")).id

    try:
        assert [call(loop) for loop in loops] == ["org_1"] * 3
        loops[0].run_until_complete(workos.aclose())
        assert server.wait_for(lambda: server.closed == 1, 20)
        assert [call(loop) for loop in loops[1:]] == ["org_1"] * 2
        assert server.connections == 3
        with pytest.raises(workos_async.ConfigurationError, match="this client is closed"):
            call(loops[0])
        for loop in loops[1:]:
            loop.run_until_complete(workos.aclose())
        assert server.all_closed(20)
    finally:
        for loop in loops:
            loop.run_until_complete(asyncio.sleep(0))
            loop.close()


@pytest.mark.parametrize("library", ["httpx", "httpx2"])
def test_aclose_under_trio_closes_the_connections_of_that_run_only(server: Server, library: str) -> None:
    workos = workos_async.WorkOS("sk_1", base_url=server.url, http_library=library)

    async def call() -> str:
        return (await workos.organizations.get_organization("org_1")).id

    async def call_and_close() -> str:
        result = await call()
        await workos.aclose()
        with pytest.raises(workos_async.ConfigurationError, match="this client is closed"):
            await call()
        return result

    async def main() -> None:
        assert await call() == "org_1"
        # Another run, in another thread, while this one continues.
        assert await trio.to_thread.run_sync(trio.run, call_and_close) == "org_1"
        assert await trio.to_thread.run_sync(server.wait_for, lambda: server.closed == 1, 20)
        assert await trio.to_thread.run_sync(asyncio.run, call_and_close()) == "org_1"
        assert await trio.to_thread.run_sync(server.wait_for, lambda: server.closed == 2, 20)
        assert await call() == "org_1"
        assert server.connections == 3
        await workos.aclose()

    trio.run(main)
    assert server.all_closed(20)


def test_a_socket_that_is_gone_has_no_remainder() -> None:
    from workos_async._concurrency.network_streams import SocketRemainder

    gone = socket.socket()
    gone.close()
    with SocketRemainder(gone) as remainder:
        assert remainder.read(None, None) == b""
