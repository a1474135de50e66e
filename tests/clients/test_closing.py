"""Calls in progress while the client is closed: none is sent afterwards, and no connection stays open."""

import ssl
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from typing import Any

import anyio
import pytest
import trustme

import workos_async
import workos_sync
from tests.faults.faults import respond_ok
from tests.faults.server import Server, ServerConnection
from workos_core.errors import APIConnectionError, ConfigurationError

CORES = ("httpcore", "httpcore2")
SECONDS = 20
Close = Callable[[int, dict[str, Any]], list[Exception | str]]


class Stage:
    """A point that calls reach, and at which they wait until the client is closed."""

    def __init__(self) -> None:
        self.is_reached = threading.Event()
        self.is_over = threading.Event()

    def wait(self) -> None:
        self.is_reached.set()
        assert self.is_over.wait(SECONDS)

    def close_threads(self, calls: int, settings: dict[str, Any]) -> list[Exception | str]:
        """Close a client during its calls in threads, when the first one has reached this point. Return the results of the calls."""
        client = workos_sync.WorkOS("sk_1", max_retries=0, **settings)
        started = threading.Semaphore(0)

        def call() -> Exception | str:
            started.release()
            try:
                return client.organizations.get_organization("org_1").id
            except Exception as error:
                return error

        with ThreadPoolExecutor(calls) as executor:
            results = [executor.submit(call)]
            assert self.is_reached.wait(SECONDS)
            results += [executor.submit(call) for _ in range(1, calls)]
            for _ in range(calls):
                assert started.acquire(timeout=SECONDS)
            time.sleep(0.1 * (calls - 1))  # a call that is not queued yet fails in the same way
            client.close()
            self.is_over.set()
            return [result.result(SECONDS) for result in results]

    async def close_tasks(self, calls: int, settings: dict[str, Any]) -> list[Exception | str]:
        """Close a client during its calls in tasks, when the first one has reached this point. Return the results of the calls."""
        client = workos_async.WorkOS("sk_1", max_retries=0, **settings)
        results: list[Exception | str] = [""] * calls

        async def call(index: int) -> None:
            try:
                results[index] = (await client.organizations.get_organization("org_1")).id
            except Exception as error:
                results[index] = error

        with anyio.fail_after(SECONDS):
            async with anyio.create_task_group() as group:
                group.start_soon(call, 0)
                while not self.is_reached.is_set():  # noqa: ASYNC110  (a thread may set it)
                    await anyio.sleep(0.005)
                for index in range(1, calls):
                    group.start_soon(call, index)
                await anyio.wait_all_tasks_blocked()
                await client.aclose()
                self.is_over.set()
        return results


@pytest.fixture
def stage() -> Iterator[Stage]:
    stage = Stage()
    yield stage
    stage.is_over.set()


@pytest.fixture(params=["asyncio", "trio", "threads"])
def close(request: pytest.FixtureRequest, stage: Stage) -> Close:
    """Closes a client during calls, and returns their results."""
    if request.param == "threads":
        return stage.close_threads
    return _close_in_event_loop(stage, request.param)


def _close_in_event_loop(stage: Stage, backend: str) -> Close:
    return lambda calls, settings: anyio.run(stage.close_tasks, calls, settings, backend=backend)


@pytest.fixture(params=["httpx", "httpx2"])
def library(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=[False, True], ids=["http1", "http2"])
def http2(request: pytest.FixtureRequest) -> bool:
    """Whether the pool is one of the HTTP library, which multiplexes requests. The server speaks HTTP/1.1 only."""
    return bool(request.param)


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(respond_ok).running() as running:
        yield running


def is_closed_error(result: object) -> bool:
    return isinstance(result, ConfigurationError) and "this client is closed" in str(result)


def test_tcp_connection_that_is_being_opened(
    server: Server, stage: Stage, close: Close, library: str, http2: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wait_async(connect: Callable[..., Any]) -> Callable[..., Any]:
        async def connect_and_wait(*args: Any, **options: Any) -> Any:
            stream = await connect(*args, **options)
            stage.is_reached.set()
            while not stage.is_over.is_set():  # noqa: ASYNC110
                await anyio.sleep(0.005)
            return stream

        return connect_and_wait

    def wait(connect: Callable[..., Any]) -> Callable[..., Any]:
        def connect_and_wait(*args: Any, **options: Any) -> Any:
            stream = connect(*args, **options)
            stage.wait()
            return stream

        return connect_and_wait

    for core in map(import_module, CORES):
        for backend in (core.AnyIOBackend, core.TrioBackend):
            monkeypatch.setattr(backend, "connect_tcp", wait_async(backend.connect_tcp))
        monkeypatch.setattr(core.SyncBackend, "connect_tcp", wait(core.SyncBackend.connect_tcp))
    [result] = close(1, {"base_url": server.url, "http_library": library, "http2": http2})
    assert is_closed_error(result), result
    assert server.all_closed(SECONDS)
    assert server.requests == []


def test_tls_handshake_in_progress(stage: Stage, close: Close, library: str, http2: bool) -> None:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    verify = ssl.create_default_context()
    authority.configure_trust(verify)

    class WaitingContext:
        def wrap_socket(self, *args: Any, **options: Any) -> ssl.SSLSocket:
            stage.wait()
            return context.wrap_socket(*args, **options)

    waiting: Any = WaitingContext()
    with Server(respond_ok, tls=waiting).running() as server:
        settings = {"base_url": server.url, "http_library": library, "http2": http2, "verify": verify}
        [result] = close(1, settings)
        assert is_closed_error(result), result
        assert server.all_closed(SECONDS)
        assert server.requests == []


def test_call_that_waits_for_a_connection(
    server: Server, stage: Stage, close: Close, library: str, http2: bool
) -> None:
    results = _close_with_one_connection(server, stage, close, {"http_library": library, "http2": http2})
    assert isinstance(results[0], APIConnectionError), results
    assert is_closed_error(results[1]), results


def _close_with_one_connection(
    server: Server, stage: Stage, close: Close, settings: dict[str, Any]
) -> list[Exception | str]:
    """Close a client while one call waits for its response, and another one for its connection."""

    def respond(connection: ServerConnection) -> bool:
        stage.wait()
        return respond_ok(connection)

    server.handler = respond
    limits = workos_async.ConnectionLimits(max_connections=1)
    results = close(2, {"base_url": server.url, "limits": limits, **settings})
    assert server.all_closed(SECONDS)
    assert (server.connections, len(server.requests)) == (1, 1)
    return results


def test_call_that_waits_for_a_connection_of_aiohttp(server: Server, stage: Stage) -> None:
    pytest.importorskip("aiohttp")
    close = _close_in_event_loop(stage, "asyncio")
    results = _close_with_one_connection(server, stage, close, {"http_library": "aiohttp"})
    assert isinstance(results[0], APIConnectionError), results
    assert is_closed_error(results[1]), results
