"""A client works as before after a call is canceled, at any point where the call waits."""

import asyncio
import itertools
import json
import types
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Generator
from contextlib import suppress
from typing import Any

import anyio
import httpx
import pytest
from attrs import define, evolve

from tests.faults.faults import OK_BODY
from tests.faults.server import Server, ServerConnection
from workos_async import NOT_GIVEN, ConnectionLimits, RetryPolicy, WorkOS
from workos_core.auth.sessions.session_cookie import seal_session, unseal_session
from workos_core.auth.sessions.session_data import SessionData
from workos_core.serialization.unstructure import to_dict
from workos_emulator import Emulator
from workos_sync import WorkOS as SyncWorkOS

PASSWORD = "correct horse battery 1"
COOKIE = "a cookie password of more than thirty-two characters"
Call = Callable[[WorkOS], Awaitable[Any]]


@define
class Stepper:
    """Runs a coroutine, under any event loop, and cancels it where it waits for the nth time.

    Attributes:
        waits: How often the coroutine has waited.
    """

    waits: int = 0

    @types.coroutine
    def run(self, call: Coroutine[Any, Any, Any], nth: int, cancel: Callable[[], object]) -> Generator[Any, Any, Any]:
        step: Callable[[], Any] = lambda: call.send(None)  # noqa: E731
        while True:
            try:
                awaited = step()
            except StopIteration as end:
                return end.value
            self.waits += 1
            if self.waits == nth:
                cancel()
            try:
                value = yield awaited
            except BaseException as error:
                step = lambda error=error: call.throw(error)  # noqa: E731
            else:
                step = lambda value=value: call.send(value)  # noqa: E731


async def as_coroutine(awaitable: Awaitable[Any]) -> Any:
    return await awaitable


async def cancelled_at(call: Awaitable[Any], nth: int) -> bool:
    """Run a call and cancel it where it waits for the nth time. Return False if it waits less often."""
    stepper = Stepper()
    with anyio.CancelScope() as scope:
        await stepper.run(as_coroutine(call), nth, scope.cancel)
    return stepper.waits >= nth


async def cancel_everywhere(workos: WorkOS, call: Call) -> int:
    """Cancel a call at every point, and verify that the next call works. Return the number of points."""
    nth = 1
    while True:
        if not await cancelled_at(call(workos), nth):
            return nth - 1
        with anyio.fail_after(20):
            await call(workos)
        nth += 1


class Flaky:
    """Rejects the first request of each call, so that each call makes two attempts. No two calls send the same request."""

    def __init__(self) -> None:
        self.seen: set[object] = set()

    def __call__(self, connection: ServerConnection) -> bool:
        call = connection.request.method, connection.request.target, connection.request.body
        if call in self.seen:
            connection.respond(200, OK_BODY.replace(b"org_1", connection.request.target.rpartition("/")[2].encode()))
        else:
            self.seen.add(call)
            connection.respond(503, b"", "Retry-After: 0.001")
        return True


NUMBERS = itertools.count()
CALLS: dict[str, Call] = {
    "get": lambda workos: workos.organizations.get_organization(f"org_{next(NUMBERS)}"),
    "delete": lambda workos: workos.organizations.delete_organization(f"org_{next(NUMBERS)}"),
    "post": lambda workos: workos.organizations.create_organization(name=f"x{next(NUMBERS)}"),
    "list": lambda workos: workos.organizations.list_organizations(search=f"x{next(NUMBERS)}").collect(),
    "with a deadline": lambda workos: workos.organizations.get_organization(
        f"org_{next(NUMBERS)}", options={"deadline": 20}
    ),
}


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("keep_alive", [True, False])
async def test_every_call(name: str, keep_alive: bool) -> None:
    # With a single connection, a canceled call that did not release it would block every later call.
    limits = ConnectionLimits(max_connections=1, max_keepalive_connections=1 if keep_alive else 0)
    policy = RetryPolicy(initial_delay=0.001, max_delay=0.001)
    with Server(Flaky()).running() as server:
        # The documented limit of deletions is lower than the number of calls here.
        limiter = None if name == "delete" else NOT_GIVEN
        settings: dict[str, Any] = {"limits": limits, "retry": policy, "rate_limiter": limiter, "timeout": 15}
        async with WorkOS("sk_1", base_url=server.url, **settings) as workos:
            waits = await cancel_everywhere(workos, CALLS[name])
            # Two responses and the wait between the attempts, and two connections if they are not kept alive.
            assert waits >= (3 if keep_alive else 5)
        assert server.all_closed(20)


def sign_in(emulator: Emulator) -> tuple[str, str]:
    """Return an access token and a session cookie."""
    with SyncWorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as workos:
        workos.user_management.create_user(email="a@b.co", password=PASSWORD, email_verified=True)
        response = workos.user_management.authenticate_with_password(email="a@b.co", password=PASSWORD)
    data = SessionData.from_response(to_dict(response))
    return response.access_token, seal_session(data, COOKIE)


async def test_verify_access_token() -> None:
    emulator = Emulator()
    token, _ = sign_in(emulator)
    keys = json.dumps(emulator.jwks).encode()
    with Server(lambda connection: connection.respond(200, keys) or True).running() as server:
        nth = 0
        cancelled = True
        while cancelled:
            nth += 1
            async with WorkOS("sk_1", client_id=emulator.client_id, base_url=server.url) as workos:
                cancelled = await cancelled_at(workos.verify_access_token(token), nth)
                with anyio.fail_after(20):
                    assert (await workos.verify_access_token(token)).sid
        assert nth > 4


async def test_refresh_of_a_session() -> None:
    emulator = Emulator()
    token, cookie = sign_in(emulator)
    response = {"access_token": token, "refresh_token": "new", "user": {"id": "user_1", "email": "a@b.co"}}
    body = json.dumps(response).encode()
    with Server(lambda connection: connection.respond(200, body) or True).running() as server:
        async with WorkOS("sk_1", client_id=emulator.client_id, base_url=server.url) as workos:
            nth = 0
            cancelled = True
            while cancelled:
                nth += 1
                # Each iteration has its own refresh token: the result for an exchanged one is kept, without another request.
                data = unseal_session(cookie, COOKIE).session
                sealed = seal_session(evolve(data, refresh_token=f"token_{nth}"), COOKIE)
                load = workos.user_management.load_sealed_session
                cancelled = await cancelled_at(load(session_data=sealed, cookie_password=COOKIE).refresh(), nth)
                with anyio.fail_after(20):
                    assert (await load(session_data=sealed, cookie_password=COOKIE).refresh()).authenticated
            assert nth > 1  # the exchange continues in a task of its own, because the token is single-use


@pytest.mark.asyncio
async def test_task_cancel() -> None:
    """Cancel with `Task.cancel` instead of an anyio scope."""
    with Server(Flaky()).running() as server:
        limits = ConnectionLimits(max_connections=1)
        async with WorkOS("sk_1", base_url=server.url, limits=limits, timeout=15) as workos:
            nth = 1
            while True:
                stepper = Stepper()
                task: asyncio.Task[Any] | None = None

                async def call(stepper: Stepper = stepper, nth: int = nth) -> None:
                    running = asyncio.current_task()
                    assert running is not None
                    await stepper.run(as_coroutine(CALLS["get"](workos)), nth, running.cancel)

                task = asyncio.create_task(call())
                await asyncio.wait([task])
                if stepper.waits < nth:
                    break
                assert task.cancelled()
                await workos.organizations.get_organization("org_1", options={"deadline": 15})
                nth += 1
            assert nth > 5
        assert server.all_closed(20)


class ClosingStream(httpx.AsyncByteStream):
    """A response of an application's transport that takes a while to close."""

    def __init__(self, close: Callable[[], Awaitable[None]]) -> None:
        self.close = close
        self.started = asyncio.Event()
        self.closed = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield OK_BODY

    async def aclose(self) -> None:
        if not self.closed:
            self.started.set()
            await self.close()
            self.closed = True


class ClosingTransport(httpx.AsyncBaseTransport):
    def __init__(self, stream: ClosingStream) -> None:
        self.stream = stream

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, stream=self.stream)


def client_with(stream: ClosingStream, kind: str) -> WorkOS:
    transport = ClosingTransport(stream)
    return WorkOS("sk_1", **{kind: transport if kind == "transport" else httpx.AsyncClient(transport=transport)})


@pytest.mark.asyncio
@pytest.mark.parametrize("kind", ["transport", "http_client"])
async def test_transport_of_the_application_closes_slowly(kind: str) -> None:
    """`Task.cancel` does not interrupt it, and is raised afterwards."""

    async def close() -> None:
        for _ in range(10):
            await asyncio.sleep(0)

    stream = ClosingStream(close)
    async with client_with(stream, kind) as workos:
        task = asyncio.ensure_future(CALLS["get"](workos))
        await stream.started.wait()
        task.cancel()
        await asyncio.wait([task])
        assert stream.closed
        assert task.cancelled()


@pytest.mark.asyncio
@pytest.mark.parametrize("kind", ["transport", "http_client"])
@pytest.mark.parametrize("cancel", ["scope", "task"])
async def test_transport_of_the_application_never_closes(kind: str, cancel: str) -> None:
    """A cancellation interrupts a transport that waits for something that never happens."""
    never = asyncio.Event()

    async def close() -> None:
        await never.wait()

    stream, scope = ClosingStream(close), anyio.CancelScope()

    async def call() -> None:
        with scope:
            await CALLS["get"](workos)

    async with client_with(stream, kind) as workos:
        task = asyncio.ensure_future(call())
        await stream.started.wait()
        (scope if cancel == "scope" else task).cancel()
        await asyncio.wait([task], timeout=5)
        was_interrupted = task.done()
        never.set()
        await asyncio.wait([task])
    assert was_interrupted
    assert scope.cancelled_caught if cancel == "scope" else task.cancelled()


@pytest.mark.asyncio
async def test_transport_of_the_application_that_ignores_a_cancellation() -> None:
    never = asyncio.Event()

    async def close() -> None:
        with suppress(asyncio.CancelledError):
            await never.wait()
        await asyncio.sleep(0)

    stream = ClosingStream(close)
    async with client_with(stream, "transport") as workos:
        task = asyncio.ensure_future(CALLS["get"](workos))
        await stream.started.wait()
        task.cancel()
        await asyncio.wait([task])
        assert stream.closed
        assert task.cancelled()
