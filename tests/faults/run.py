"""Running faults: every operation against a server that does one thing wrong, at once, in one flavour and event loop."""

import contextlib
import threading
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import anyio
from attrs import define, field, frozen

import workos_async
import workos_async._http.response_body
import workos_sync
import workos_sync._http.response_body
from tests.faults.expected import RETRIES, Expected, expected
from tests.faults.faults import FAULTS, LIMIT, Fault, good
from tests.faults.operations import OPERATIONS, Operation
from tests.faults.server import Server, unused_port
from workos_core.errors import WorkOSError

PATIENCE = 30.0
"""Seconds after which a run is taken to hang. No fault takes a tenth of that."""


@frozen
class Observed:
    """What came of a call, on either side."""

    outcome: str
    attempts: int | None


@define
class Run:
    """One fault in one mode.

    Attributes:
        observed: What came of each operation.
        problems: What is wrong; empty if all is as expected.
    """

    fault: str
    mode: str
    observed: dict[str, Observed] = field(factory=dict)
    problems: list[str] = field(factory=list)

    def note(self, operation: str, error: BaseException | None) -> None:
        if error is None:
            self.observed[operation] = Observed("ok", None)
        elif isinstance(error, WorkOSError):
            self.observed[operation] = Observed(type(error).__name__, getattr(error, "attempts", None))
        else:
            self.observed[operation] = Observed(repr(error), None)

    def require(self, truth: bool, problem: str) -> None:
        if not truth:
            self.problems.append(problem)


def run(fault_name: str, mode: str) -> Run:
    """Let every operation meet a fault."""
    fault = FAULTS[fault_name]
    result = Run(fault_name, mode)
    threads = set(threading.enumerate())
    with Server(good).running() as elsewhere, _met(fault, elsewhere.url) as (server, base_url), _small_limit():
        clients = {name: _client(mode, fault, base_url) for name in OPERATIONS}
        if mode == "sync":
            _all_in_threads(result, fault, server, clients)
        else:
            backend = "trio" if mode == "trio" else "asyncio"
            anyio.run(_all_in_tasks, result, fault, server, clients, backend=backend)
        _compare(result, server)
        result.require(elsewhere.connections == 0, "a redirect was followed")
    left = [thread.name for thread in threading.enumerate() if thread not in threads and "Trio" not in thread.name]
    result.require(not left, f"threads are left: {left}")
    return result


@contextlib.contextmanager
def _met(fault: Fault, elsewhere: str) -> Iterator[tuple[Server | None, str]]:
    if fault.behave is None:
        with unused_port() as port:
            yield None, f"http://127.0.0.1:{port}"
        return
    encrypted = fault.meet == "tls"
    with Server(fault.behave, greet=not encrypted, elsewhere=elsewhere).running() as server:
        yield server, server.url.replace("http:", "https:") if encrypted else server.url


@contextlib.contextmanager
def _small_limit() -> Iterator[None]:
    modules = (workos_async._http.response_body, workos_sync._http.response_body)
    before = [module.MAX_BODY for module in modules]
    for module in modules:
        module.MAX_BODY = LIMIT
    try:
        yield
    finally:
        for module, value in zip(modules, before, strict=True):
            module.MAX_BODY = value


def _client(mode: str, fault: Fault, base_url: str) -> Any:
    # Only what the fault is about may be short: elsewhere a busy machine must not look like a fault.
    settings: dict[str, Any] = {"timeout": workos_async.Timeout(connect=20, read=20, write=20, pool=20)}
    if fault.limit == "deadline":
        settings["deadline"] = 0.6
    elif fault.meet == "tls" and "stalls" in fault.name:
        settings["timeout"] = workos_async.Timeout(connect=0.15, read=20, write=20, pool=20)
    elif "well" in fault.name and "stalls" in fault.name:
        settings["timeout"] = workos_async.Timeout(connect=20, read=1, write=20, pool=20)
    elif "stalls" in fault.name or fault.name == "no answer":
        settings["timeout"] = workos_async.Timeout(connect=20, read=0.15, write=20, pool=20)
    policy = workos_async.RetryPolicy(max_retries=RETRIES, initial_delay=0.001, max_delay=0.002, max_retry_after=1)
    if mode == "aiohttp":
        settings["http_library"] = "aiohttp"
    package = workos_sync if mode == "sync" else workos_async
    settings["rate_limiter"] = package.RateLimiter(max_pause=0.002)  # as long as the longest wait for a retry
    return package.WorkOS("sk_1", client_id="client_1", base_url=base_url, retry=policy, **settings)


async def _all_in_tasks(result: Run, fault: Fault, server: Server | None, clients: dict[str, Any]) -> None:
    tasks = _tasks()

    async def before(operation: Operation) -> None:
        if fault.meet == "kept":
            await clients[operation.name].request("GET", "/before")

    async def one(operation: Operation) -> None:
        try:
            await operation.call(clients[operation.name])
        except Exception as error:
            result.note(operation.name, error)
        else:
            result.note(operation.name, None)

    async def together(action: Callable[[Operation], Awaitable[None]]) -> None:
        async with anyio.create_task_group() as group:
            for operation in OPERATIONS.values():
                group.start_soon(action, operation)

    async def after(operation: Operation) -> None:
        client = clients[operation.name]
        if server is not None and server.greet:
            server.behave = good
            answer = await client.request("GET", "/after", options={"deadline": None, "timeout": 20})
            result.require(answer["id"] == "thing_1", f"after {operation.name} the client is broken")
        await client.aclose()

    with anyio.move_on_after(PATIENCE) as scope:
        await together(before)
        _wait_until_closed(fault, server)  # blocks the loop, in which nothing goes on meanwhile
        if result.mode == "aiohttp":  # which does not ask the socket, as httpx does, but hears of it from the loop
            for _ in range(_TURNS):
                await anyio.lowlevel.checkpoint()
        await together(one)
        await together(after)
    result.require(not scope.cancelled_caught, "it hangs")
    await anyio.lowlevel.checkpoint()
    result.require(_tasks() <= tasks, "tasks are left")


_TURNS = 5
"""Of the loop, until it has told a transport that its connection is closed."""


def _tasks() -> int:
    return len(anyio.get_running_tasks())


def _all_in_threads(result: Run, fault: Fault, server: Server | None, clients: dict[str, Any]) -> None:
    def before(operation: Operation) -> None:
        if fault.meet == "kept":
            clients[operation.name].request("GET", "/before")

    def one(operation: Operation) -> None:
        try:
            operation.call(clients[operation.name])
        except Exception as error:
            result.note(operation.name, error)
        else:
            result.note(operation.name, None)

    def after(operation: Operation) -> None:
        client = clients[operation.name]
        if server is not None and server.greet:
            server.behave = good
            answer = client.request("GET", "/after", options={"deadline": None, "timeout": 20})
            result.require(answer["id"] == "thing_1", f"after {operation.name} the client is broken")
        client.close()

    for action in (before, one, after):
        if action is one:
            _wait_until_closed(fault, server)
        threads = [threading.Thread(target=action, args=(operation,), daemon=True) for operation in OPERATIONS.values()]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(PATIENCE)
            result.require(not thread.is_alive(), "it hangs")


def _wait_until_closed(fault: Fault, server: Server | None) -> None:
    if server is not None and "meanwhile" in fault.name:
        server.wait_for(lambda: server.closed >= len(OPERATIONS), PATIENCE)


def _compare(result: Run, server: Server | None) -> None:
    if server is not None:
        result.require(server.all_closed(PATIENCE), "connections are left open")
    for operation in OPERATIONS.values():
        wanted = expected(result.fault, operation, result.mode)
        seen = result.observed.get(operation.name)
        received = [request for request in (server.requests if server else []) if request.operation == operation.name]
        if seen is None:
            result.require(False, f"{operation.name}: no outcome")
            continue
        _compare_call(result, operation, wanted, seen, len(received))
        keys = {request.headers.get("idempotency-key") for request in received}
        result.require(len({request.body for request in received}) <= 1, f"{operation.name}: the body changed")
        result.require(len(keys) <= 1, f"{operation.name}: the idempotency key changed")
        result.require(None in keys or not keys or operation.name == "POST with key", f"{operation.name}: has a key")


def _compare_call(result: Run, operation: Operation, wanted: Expected, seen: Observed, arrived: int) -> None:
    attempts = wanted.attempts if seen.attempts is None else seen.attempts
    found = Expected(seen.outcome, attempts, arrived)
    result.require(
        found == wanted, f"{operation.name}: {found} with {arrived} arrived, not {wanted} with {wanted.arrived} arrived"
    )
