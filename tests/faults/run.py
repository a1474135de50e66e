"""Run a fault: call every operation concurrently against a misbehaving server, in one mode."""

import contextlib
import signal
import ssl
import threading
from collections.abc import Awaitable, Callable, Iterator
from functools import cache
from typing import Any

import anyio
import trustme
from attrs import define, field, frozen

import workos_async
import workos_async._http.response_body
import workos_sync
import workos_sync._http.response_body
from tests.faults.expected import RETRIES, Expected, expected
from tests.faults.faults import FAULTS, LARGE_BODY, LIMIT, LONG_TIMEOUT, Fault, JobTimeout, respond_ok
from tests.faults.modes import Mode
from tests.faults.operations import OPERATIONS, Operation
from tests.faults.server import Server, unused_port
from workos_core.errors import WorkOSError

PATIENCE = 30.0
"""Seconds after which a run counts as hanging. No fault takes a tenth of that."""


@frozen
class Observed:
    """The observed outcome of a call."""

    outcome: str
    attempts: int | None


@define
class Run:
    """One fault in one mode.

    Attributes:
        observed: The outcome of each operation.
        problems: The deviations from the expected outcomes; empty if there are none.
    """

    fault: str
    mode: Mode
    observed: dict[str, Observed] = field(factory=dict)
    problems: list[str] = field(factory=list)

    def record(self, operation: str, error: BaseException | None) -> None:
        if error is None:
            self.observed[operation] = Observed("ok", None)
        elif isinstance(error, WorkOSError):
            self.observed[operation] = Observed(type(error).__name__, getattr(error, "attempts", None))
        elif isinstance(error, JobTimeout):
            self.observed[operation] = Observed("its exception", None)
        else:
            self.observed[operation] = Observed(repr(error), None)

    def require(self, condition: bool, problem: str) -> None:
        if not condition:
            self.problems.append(problem)


def run(fault_name: str, mode: Mode) -> Run:
    """Call every operation with a fault."""
    fault = FAULTS[fault_name]
    result = Run(fault_name, mode)
    threads = set(threading.enumerate())
    with (
        Server(respond_ok).running() as other_server,
        _server(fault, other_server.url) as (server, base_url),
        _small_body_limit(),
    ):
        clients = {name: _client(mode, fault, base_url) for name in OPERATIONS}
        if mode.flavor == "sync":
            _run_in_threads(result, fault, server, clients)
        else:
            anyio.run(_run_in_tasks, result, fault, server, clients, backend=mode.flavor)
        _compare(result, server)
        result.require(other_server.connections == 0, "a redirect was followed")
    remaining = [thread.name for thread in threading.enumerate() if thread not in threads and "Trio" not in thread.name]
    result.require(not remaining, f"threads are still running: {remaining}")
    return result


@contextlib.contextmanager
def _server(fault: Fault, other_server_url: str) -> Iterator[tuple[Server | None, str]]:
    if fault.handler is None:
        with unused_port() as port:
            yield None, f"http://127.0.0.1:{port}"
        return
    expects_tls = fault.target == "tls"
    server = Server(
        fault.handler,
        reads_requests=not expects_tls,
        reads_bodies=not fault.has_large_body,
        other_server_url=other_server_url,
        tls=_untrusted_certificate() if fault.target == "untrusted" else None,
    )
    with server.running():
        yield server, server.url.replace("http:", "https:") if expects_tls else server.url


@cache
def _untrusted_certificate() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    return context


@contextlib.contextmanager
def _small_body_limit() -> Iterator[None]:
    modules = (workos_async._http.response_body, workos_sync._http.response_body)
    originals = [module.MAX_BODY for module in modules]
    for module in modules:
        module.MAX_BODY = LIMIT
    try:
        yield
    finally:
        for module, value in zip(modules, originals, strict=True):
            module.MAX_BODY = value


def _client(mode: Mode, fault: Fault, base_url: str) -> Any:
    timeout = workos_async.Timeout(
        connect=fault.connect_timeout, read=fault.read_timeout, write=fault.write_timeout, pool=LONG_TIMEOUT
    )
    settings: dict[str, Any] = {"timeout": timeout, "http_library": mode.library}
    if fault.deadline is not None:
        settings["deadline"] = fault.deadline
    policy = workos_async.RetryPolicy(max_retries=RETRIES, initial_delay=0.001, max_delay=0.002, max_retry_after=1)
    package = workos_sync if mode.flavor == "sync" else workos_async
    settings["rate_limiter"] = package.RateLimiter(max_pause=0.002)  # the longest delay before a retry
    return package.WorkOS("sk_1", client_id="client_1", base_url=base_url, retry=policy, **settings)


async def _run_in_tasks(result: Run, fault: Fault, server: Server | None, clients: dict[str, Any]) -> None:
    tasks = _count_tasks()
    padding = LARGE_BODY if fault.has_large_body else 0

    async def prepare(operation: Operation) -> None:
        if fault.target == "kept_alive":
            await clients[operation.name].request("GET", "/before")

    async def call(operation: Operation) -> None:
        try:
            await operation.call(clients[operation.name], padding)
        except Exception as error:
            result.record(operation.name, error)
        else:
            result.record(operation.name, None)

    async def run_concurrently(action: Callable[[Operation], Awaitable[None]]) -> None:
        async with anyio.create_task_group() as group:
            for operation in OPERATIONS.values():
                group.start_soon(action, operation)

    async def check_client(operation: Operation) -> None:
        client = clients[operation.name]
        if server is not None and server.reads_requests and server.tls is None:
            server.handler = respond_ok
            response = await client.request("GET", "/after", options={"deadline": None, "timeout": 20})
            result.require(response["id"] == "org_1", f"{operation.name}: the next call of the client failed")
        await client.aclose()

    with anyio.move_on_after(PATIENCE) as scope:
        await run_concurrently(prepare)
        _wait_until_closed(fault, server)  # blocks the event loop, so that no client notices yet
        if (
            result.mode.library == "aiohttp"
        ):  # learns of a closed connection from the event loop; httpx checks the socket
            for _ in range(_LOOP_ITERATIONS):
                await anyio.lowlevel.checkpoint()
        await run_concurrently(call)
        await run_concurrently(check_client)
    result.require(not scope.cancelled_caught, "the run hangs")
    await anyio.lowlevel.checkpoint()
    result.require(_count_tasks() <= tasks, "tasks are still running")


_LOOP_ITERATIONS = 5
"""Iterations of the event loop until it has notified a transport of its closed connection."""


def _count_tasks() -> int:
    return len(anyio.get_running_tasks())


def _run_in_threads(result: Run, fault: Fault, server: Server | None, clients: dict[str, Any]) -> None:
    padding = LARGE_BODY if fault.has_large_body else 0

    def prepare(operation: Operation) -> None:
        if fault.target == "kept_alive":
            clients[operation.name].request("GET", "/before")

    def call(operation: Operation) -> None:
        try:
            operation.call(clients[operation.name], padding)
        except Exception as error:
            result.record(operation.name, error)
        else:
            result.record(operation.name, None)

    def check_client(operation: Operation) -> None:
        client = clients[operation.name]
        if server is not None and server.reads_requests and server.tls is None:
            server.handler = respond_ok
            response = client.request("GET", "/after", options={"deadline": None, "timeout": 20})
            result.require(response["id"] == "org_1", f"{operation.name}: the next call of the client failed")
        client.close()

    for action in (prepare, call, check_client):
        if action is call:
            _wait_until_closed(fault, server)
            if fault.is_interrupted:  # signals interrupt the main thread only
                with _job_timeouts():
                    for operation in OPERATIONS.values():
                        call(operation)
                continue
        threads = [threading.Thread(target=action, args=(operation,), daemon=True) for operation in OPERATIONS.values()]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(PATIENCE)
            result.require(not thread.is_alive(), "the run hangs")


@contextlib.contextmanager
def _job_timeouts() -> Iterator[None]:
    def handle(*_: object) -> None:
        raise JobTimeout

    previous = signal.signal(signal.SIGALRM, handle)
    try:
        yield
    finally:
        signal.signal(signal.SIGALRM, previous)


def _wait_until_closed(fault: Fault, server: Server | None) -> None:
    if server is not None and fault.closes_idle_connections:
        server.wait_for(lambda: server.closed >= len(OPERATIONS), PATIENCE)


def _compare(result: Run, server: Server | None) -> None:
    if server is not None:
        result.require(server.all_closed(PATIENCE), "connections are still open")
    for operation in OPERATIONS.values():
        expected_result = expected(result.fault, operation, result.mode.library)
        observed = result.observed.get(operation.name)
        received = [request for request in (server.requests if server else []) if request.operation == operation.name]
        if observed is None:
            result.require(False, f"{operation.name}: no outcome")
            continue
        _compare_call(result, operation, expected_result, observed, len(received))
        keys = {request.headers.get("idempotency-key") for request in received}
        result.require(len({request.body for request in received}) <= 1, f"{operation.name}: the body changed")
        result.require(len(keys) <= 1, f"{operation.name}: the idempotency key changed")
        result.require(
            None in keys or not keys or operation.name == "POST with key", f"{operation.name}: has an idempotency key"
        )


def _compare_call(
    result: Run, operation: Operation, expected_result: Expected, observed: Observed, received: int
) -> None:
    attempts = expected_result.attempts if observed.attempts is None else observed.attempts
    actual = Expected(observed.outcome, attempts, received)
    result.require(
        actual == expected_result,
        f"{operation.name}: {actual}, {received} requests received; expected {expected_result}, {expected_result.received} received",
    )
