"""Connections that the clients open: proxies, certificates, HTTP/2, limits, event loops and forks, over sockets."""

import asyncio
import gzip
import json
import os
import ssl
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
import trio
import trustme

import workos_async
import workos_sync
from tests.faults.faults import OK_BODY, respond_ok
from tests.faults.http2_server import HTTP2Server
from tests.faults.server import Handler, Server, ServerConnection
from workos_async._http import tls
from workos_async._http.connections import origin_pools
from workos_core.errors import APIConnectionError, APITimeoutError, ConfigurationError, NotFoundError
from workos_emulator import Emulator
from workos_sync._concurrency.call_deadline import Deadline

NOWHERE = "http://127.0.0.1:9"
ELSEWHERE = "http://api.workos.test"
Get = Callable[..., None]


def get_async(**settings: Any) -> None:
    async def main() -> None:
        async with workos_async.WorkOS("sk_1", max_retries=0, **settings) as workos:
            assert (await workos.organizations.get_organization("org_1")).id == "org_1"

    asyncio.run(main())


def get_sync(**settings: Any) -> None:
    with workos_sync.WorkOS("sk_1", max_retries=0, **settings) as workos:
        assert workos.organizations.get_organization("org_1").id == "org_1"


both = pytest.mark.parametrize("get", [get_async, get_sync])


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(respond_ok).running() as running:
        yield running


@pytest.fixture(autouse=True)
def _no_proxy_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


# Proxies


@both
def test_proxy(get: Get, server: Server) -> None:
    get(base_url=NOWHERE, proxy=server.url.replace("//", "//user:hunter2@"))
    (request,) = server.requests
    assert request.target == f"{NOWHERE}/organizations/org_1"
    assert request.headers["proxy-authorization"] == "Basic dXNlcjpodW50ZXIy"


@both
@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
def test_proxy_of_the_environment(get: Get, server: Server, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, server.url.removeprefix("http://"))
    get(base_url=ELSEWHERE, allow_insecure_http=True)
    assert server.requests[0].target == f"{ELSEWHERE}/organizations/org_1"


@both
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_proxy_of_the_environment_does_not_apply_to_this_machine(
    get: Get, server: Server, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", NOWHERE)
    monkeypatch.setenv("ALL_PROXY", NOWHERE)
    get(base_url=server.url.replace("127.0.0.1", host))
    assert server.requests[0].target == "/organizations/org_1"


@both
@pytest.mark.parametrize("hosts", ["127.0.0.1", "example.com, 127.0.0.1", "*"])
def test_no_proxy(get: Get, server: Server, hosts: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", NOWHERE)
    monkeypatch.setenv("NO_PROXY", hosts)
    get(base_url=server.url)
    assert server.requests[0].target == "/organizations/org_1"


@both
def test_proxy_none_ignores_the_environment(get: Get, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", NOWHERE)
    get(base_url=server.url, proxy=None)


@both
def test_unreachable_proxy(get: Get) -> None:
    with pytest.raises(APIConnectionError) as caught:
        get(base_url=NOWHERE, proxy="http://user:hunter2@127.0.0.1:9")
    assert caught.value.sent is False
    assert "hunter2" not in f"{caught.value} {caught.value!r}"


@both
@pytest.mark.parametrize("library", ["httpx", "httpx2"])
def test_proxy_with_an_untrusted_certificate(get: Get, library: str, authority: trustme.CA, bundle: Path) -> None:
    """`verify` applies to the proxy, too."""
    with _tls_server(authority, lambda connection: connection.respond(407, b"") or True).running() as server:
        settings = {"base_url": "https://api.workos.com", "proxy": server.url, "http_library": library}
        with pytest.raises(APIConnectionError, match="not trusted"):
            get(**settings)
        for verify in (False, bundle, ssl.create_default_context(cafile=bundle)):
            with pytest.raises(APIConnectionError, match="407"):
                get(**settings, verify=verify)


@both
def test_proxy_that_rejects_connect(get: Get) -> None:
    with Server(lambda connection: connection.respond(407, b"") or True).running() as server:
        with pytest.raises(APIConnectionError) as caught:
            get(base_url="https://api.workos.com", proxy=server.url)
        assert caught.value.sent is False
        assert [(request.method, request.target) for request in server.requests] == [("CONNECT", "api.workos.com:443")]
        assert "authorization" not in server.requests[0].headers


@both
def test_invalid_proxy_of_the_environment(get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "ftp://user:hunter2@proxy")
    with pytest.raises(ConfigurationError, match="HTTP_PROXY") as caught:
        get(base_url=ELSEWHERE, allow_insecure_http=True)
    assert "hunter2" not in str(caught.value)


@both
def test_missing_socks_package(get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "socksio", None)
    with pytest.raises(ConfigurationError, match="socksio"):
        get(base_url=NOWHERE, proxy="socks5://127.0.0.1:9")


# Certificates


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def _tls_server(authority: trustme.CA, handler: Handler) -> Server:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    return Server(handler, tls=context)


@pytest.fixture
def secure(authority: trustme.CA) -> Iterator[Server]:
    with _tls_server(authority, respond_ok).running() as running:
        yield running


@pytest.fixture
def bundle(authority: trustme.CA, tmp_path: Path) -> Path:
    path = tmp_path / "company.pem"
    authority.cert_pem.write_to_path(path)
    return path


@both
def test_untrusted_certificate(get: Get, secure: Server) -> None:
    with pytest.raises(APIConnectionError, match="certificate of the server is not trusted") as caught:
        get(base_url=secure.url)
    assert (caught.value.sent, caught.value.final, caught.value.attempts) == (False, True, 1)
    assert secure.requests == []


@both
def test_custom_certificates(get: Get, secure: Server, bundle: Path) -> None:
    get(base_url=secure.url, verify=bundle)
    get(base_url=secure.url, verify=str(bundle))
    get(base_url=secure.url, verify=ssl.create_default_context(cafile=str(bundle)))
    get(base_url=secure.url, verify=False)
    assert len(secure.requests) == 4


@both
def test_certificates_of_the_environment(
    get: Get, secure: Server, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(bundle))
    get(base_url=secure.url)


@both
@pytest.mark.parametrize("content", ["", "no certificate"])
def test_invalid_certificates(get: Get, content: str, tmp_path: Path) -> None:
    path = tmp_path / "some.pem"
    path.write_text(content)
    with pytest.raises(ConfigurationError, match=r"certificates of verify=.*some\.pem.* cannot be read"):
        get(base_url="https://127.0.0.1:9", verify=path)


def test_certificates_are_read_once_per_process(secure: Server, bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    created: list[str] = []
    create = ssl.create_default_context

    def counting(**arguments: Any) -> ssl.SSLContext:
        created.append(arguments["cafile"])
        return create(**arguments)

    monkeypatch.setattr(ssl, "create_default_context", counting)
    for _ in range(3):
        get_async(base_url=secure.url, verify=bundle)
    assert created == [str(bundle)]


def test_certificates_are_read_on_demand(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise AssertionError

    monkeypatch.setattr(tls, "_create_context", fail)
    workos_async.WorkOS("sk_1")
    get_async(base_url=server.url)


# HTTP/2


@both
def test_http2(get: Get, authority: trustme.CA) -> None:
    with HTTP2Server(authority, OK_BODY).running() as server:
        get(base_url=server.url, http2=True, verify=False)
        assert server.protocols == ["h2"]
        assert server.paths == ["/organizations/org_1"]


def test_large_requests_share_an_http2_connection_with_others(
    authority: trustme.CA, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server may accept larger frames than the default of 16 KiB. While they are written, only one request may read."""

    def write_and_read(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("workos_async._concurrency.network_streams._Stream._write_large", write_and_read)
    monkeypatch.setattr("workos_sync._concurrency.network_streams._Stream._write_large", write_and_read)
    window = 1 << 23
    settings: dict[str, Any] = {"http2": True, "verify": False, "max_retries": 0, "rate_limiter": None, "timeout": 20}

    async def call_in_tasks(url: str) -> list[Any]:
        async with workos_async.WorkOS("sk_1", base_url=url, **settings) as workos:
            await workos.organizations.get_organization("org_1")  # receives the settings of the server
            large = [workos.organizations.create_organization(name="x" * 300_000) for _ in range(6)]
            small = [workos.organizations.get_organization("org_1") for _ in range(20)]
            return await asyncio.gather(*large, *small)

    def call_in_threads(url: str) -> list[Any]:
        with workos_sync.WorkOS("sk_1", base_url=url, **settings) as workos, ThreadPoolExecutor(26) as threads:
            workos.organizations.get_organization("org_1")
            large = [threads.submit(workos.organizations.create_organization, name="x" * 300_000) for _ in range(6)]
            small = [threads.submit(workos.organizations.get_organization, "org_1") for _ in range(20)]
            return [each.result() for each in [*large, *small]]

    for call in (lambda url: asyncio.run(call_in_tasks(url)), call_in_threads):
        with HTTP2Server(authority, OK_BODY, window).running() as server:
            assert [each.id for each in call(server.url)] == ["org_1"] * 26
            assert server.protocols == ["h2"]


@both
def test_missing_http2_package(get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(origin_pools, "find_spec", lambda _: None)
    monkeypatch.setattr(workos_sync._http.connections.origin_pools, "find_spec", lambda _: None)  # type: ignore[attr-defined]
    with pytest.raises(ConfigurationError, match=r"pip install '\w+\[http2\]'"):
        get(base_url=NOWHERE, http2=True)


# Limits


def test_connections_are_kept_alive(server: Server) -> None:
    with workos_sync.WorkOS("sk_1", base_url=server.url) as workos:
        for _ in range(3):
            workos.organizations.get_organization("org_1")
    assert server.connections == 1


def test_connections_are_not_kept_alive(server: Server) -> None:
    limits = workos_sync.ConnectionLimits(max_keepalive_connections=0)
    with workos_sync.WorkOS("sk_1", base_url=server.url, limits=limits) as workos:
        for _ in range(3):
            workos.organizations.get_organization("org_1")
    assert server.connections == 3


async def test_max_connections(server: Server) -> None:
    started, proceed = threading.Event(), threading.Event()

    def wait(connection: ServerConnection) -> bool:
        started.set()
        proceed.wait(20)
        return respond_ok(connection)

    server.handler = wait
    limits = workos_async.ConnectionLimits(max_connections=1)
    async with workos_async.WorkOS("sk_1", base_url=server.url, limits=limits, max_retries=0) as workos:

        async def first() -> None:
            await workos.organizations.get_organization("org_1")

        async with anyio.create_task_group() as group:
            group.start_soon(first)
            while not started.is_set():  # noqa: ASYNC110  (it is set by a thread)
                await anyio.sleep(0.005)
            with pytest.raises(APITimeoutError, match="PoolTimeout") as caught:
                await workos.organizations.get_organization(
                    "org_1", options={"timeout": workos_async.Timeout(pool=0.05)}
                )
            assert caught.value.sent is False
            proceed.set()
    assert server.connections == 1


# Custom transports


def test_custom_transport_is_not_closed() -> None:
    class CustomTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
        closed = 0

        def handle_request(self, _: httpx.Request) -> httpx.Response:
            return httpx.Response(200, content=OK_BODY)

        async def handle_async_request(self, _: httpx.Request) -> httpx.Response:
            return httpx.Response(200, content=OK_BODY)

        def close(self) -> None:
            self.closed += 1

        async def aclose(self) -> None:
            self.closed += 1

    transport = CustomTransport()
    get_async(transport=transport)
    get_sync(transport=transport)
    assert transport.closed == 0


# Compression


@both
def test_compressed_response(get: Get) -> None:
    with Server(
        lambda connection: connection.respond(200, gzip.compress(OK_BODY), "Content-Encoding: gzip") or True
    ).running() as server:
        get(base_url=server.url)
        assert server.requests[0].headers["accept-encoding"] == "gzip"
        with httpx.Client() as client:
            get_sync(base_url=server.url, http_client=client)
        server.handler = lambda connection: (
            connection.respond(200, gzip.compress(OK_BODY), "Content-Encoding: x-gzip") or True
        )
        get(base_url=server.url)


@both
@pytest.mark.parametrize(
    ("encoding", "body", "message"),
    [("br", OK_BODY, "'br', which was not requested"), ("gzip", gzip.compress(OK_BODY)[:-9], "truncated gzip")],
    ids=["br", "gzip"],
)
def test_invalid_compression(get: Get, encoding: str, body: bytes, message: str) -> None:
    server = Server(lambda connection: connection.respond(200, body, f"Content-Encoding: {encoding}") or True)
    with server.running(), pytest.raises(APIConnectionError, match=message):
        get(base_url=server.url)


@pytest.mark.parametrize("library", ["httpx", "httpx2", "aiohttp"])
@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_error_response_with_invalid_compression(library: str, encoding: str) -> None:
    server = Server(lambda connection: connection.respond(404, b"?", f"Content-Encoding: {encoding}") or True)
    with server.running():
        for get in (get_async, get_sync) if library != "aiohttp" else (get_async,):
            with pytest.raises(NotFoundError, match="404: the response has no error message"):
                get(base_url=server.url, http_library=library)


# Event loops and processes


def test_concurrent_event_loops(server: Server) -> None:
    workos = workos_async.WorkOS("sk_1", base_url=server.url, headers={"Connection": "close"})
    barrier = threading.Barrier(4)
    done: list[str] = []

    async def main() -> None:
        for _ in range(5):
            organization = await workos.organizations.get_organization("org_1")
            done.append(organization.id)

    def run(backend: Any) -> None:
        barrier.wait(20)
        backend.run(main()) if backend is asyncio else backend.run(main)

    threads = [threading.Thread(target=run, args=(backend,)) for backend in (asyncio, trio, asyncio, trio)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(done) == 20


@pytest.mark.parametrize("backend", [asyncio, trio])
def test_connections_of_ended_event_loops_are_dropped(server: Server, backend: Any) -> None:
    workos = workos_async.WorkOS("sk_1", base_url=server.url, headers={"Connection": "close"})

    async def main() -> None:
        await workos.organizations.get_organization("org_1")

    for _ in range(10):
        backend.run(main() if backend is asyncio else main)
    assert len(workos._connection._backends) == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # Python warns of forks in a process with threads
def test_fork_during_a_call_of_another_thread(server: Server) -> None:
    """The child inherits the state of the locks, but not the threads that would release them."""
    entered, proceed = threading.Event(), threading.Event()
    keys = json.dumps(Emulator().jwks).encode()

    def wait_once(connection: ServerConnection) -> bool:
        if not connection.request.target.startswith("/sso/jwks"):
            return respond_ok(connection)
        if not entered.is_set():
            entered.set()
            proceed.wait(20)
        connection.respond(200, keys)
        return True

    server.handler = wait_once
    with workos_sync.WorkOS("sk_1", client_id="client_1", base_url=server.url) as workos:
        workos.organizations.get_organization("org_1")
        get_keys = partial(workos._requestor.auth.tokens.jwks._get_keys, Deadline.start(20))
        thread = threading.Thread(target=get_keys)
        thread.start()
        assert entered.wait(20)
        child = os.fork()
        if child == 0:
            try:
                timer = threading.Timer(15, os._exit, (2,))
                timer.daemon = True
                timer.start()
                workos.organizations.get_organization("org_1")
                get_keys()
                os._exit(0)
            except BaseException:
                os._exit(1)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        proceed.set()
        thread.join(20)
        assert status == 0
        workos.organizations.get_organization("org_1")
