"""A single 429 over sockets, with each HTTP library: no call fails, and only the calls to that endpoint wait."""

import asyncio
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

import workos_async
import workos_sync
from tests.faults.faults import OK_BODY
from tests.faults.server import Server, ServerConnection
from workos_core.http.hooks import RateLimitInfo, ResponseInfo

RETRY_AFTER = 2
REJECTED = 4
"""The request for an organization that is rejected. All others are accepted."""
BEFORE, DURING, AFTER = 8, 5, 5
"""Calls for an organization that are made before the client has received the 429, during the pause, and after it."""
INTERVAL = 0.02
"""Seconds between calls."""


class Api:
    """The handler of the server."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.organizations = 0
        self.users = 0

    def __call__(self, connection: ServerConnection) -> bool:
        with self._lock:
            if connection.request.target.startswith("/user_management"):
                self.users += 1
                is_rejected = False
            else:
                self.organizations += 1
                is_rejected = self.organizations == REJECTED
        if is_rejected:
            connection.respond(429, b"{}", f"Retry-After: {RETRY_AFTER}")
        else:
            connection.respond(200, OK_BODY.replace(b"org_1", connection.request.target.rpartition("/")[2].encode()))
        return True


@pytest.fixture
def api() -> Api:
    return Api()


@pytest.fixture
def server(api: Api) -> Iterator[Server]:
    with Server(api).running() as running:
        yield running


def check(api: Api, waits: list[RateLimitInfo], log: pytest.LogCaptureFixture) -> None:
    """Check that each call was sent once and one was retried, and that the calls during the pause waited, but no others."""
    assert (api.organizations, api.users) == (BEFORE + DURING + AFTER + 1, DURING)
    assert len(waits) >= DURING
    assert {(wait.limit, wait.scope) for wait in waits} == {("GET /organizations/{organization_id}", "endpoint")}
    assert all(0 < wait.delay <= RETRY_AFTER for wait in waits)
    assert not [record for record in log.records if record.levelname == "WARNING"]


@pytest.mark.asyncio
@pytest.mark.parametrize("library", ["httpx", "httpx2", "aiohttp"])
async def test_async(server: Server, api: Api, library: Any, caplog: pytest.LogCaptureFixture) -> None:
    waits: list[RateLimitInfo] = []
    is_rejected = asyncio.Event()

    def on_response(info: ResponseInfo) -> None:
        if info.status == 429:
            is_rejected.set()

    hooks = workos_async.Hooks(response=on_response, rate_limit=waits.append)
    settings: dict[str, Any] = {"base_url": server.url, "http_library": library, "hooks": hooks}
    calls: list[asyncio.Task[Any]] = []
    async with asyncio.timeout(30), workos_async.WorkOS("sk_1", **settings) as workos:

        async def start(number: int) -> None:
            for _ in range(number):
                calls.append(asyncio.create_task(workos.organizations.get_organization("org_1")))
                await asyncio.sleep(INTERVAL)

        await start(BEFORE)
        await is_rejected.wait()
        await start(DURING)
        for _ in range(DURING):
            await workos.user_management.get_user("user_1")
        await asyncio.gather(*calls)
        await start(AFTER)
        await asyncio.gather(*calls)
    check(api, waits, caplog)


@pytest.mark.parametrize("library", ["httpx", "httpx2"])
def test_sync(server: Server, api: Api, library: Any, caplog: pytest.LogCaptureFixture) -> None:
    waits: list[RateLimitInfo] = []
    is_rejected = threading.Event()
    failures: list[Exception] = []

    def on_response(info: ResponseInfo) -> None:
        if info.status == 429:
            is_rejected.set()

    hooks = workos_sync.Hooks(response=on_response, rate_limit=waits.append)
    settings: dict[str, Any] = {"base_url": server.url, "http_library": library, "hooks": hooks}
    calls: list[threading.Thread] = []
    with workos_sync.WorkOS("sk_1", **settings) as workos:

        def call() -> None:
            try:
                workos.organizations.get_organization("org_1")
            except Exception as error:
                failures.append(error)

        def start(number: int) -> None:
            for _ in range(number):
                calls.append(threading.Thread(target=call))
                calls[-1].start()
                time.sleep(INTERVAL)

        start(BEFORE)
        assert is_rejected.wait(10)
        start(DURING)
        for _ in range(DURING):
            workos.user_management.get_user("user_1")
        for thread in calls:
            thread.join(20)
        start(AFTER)
        for thread in calls:
            thread.join(20)
    assert failures == []
    check(api, waits, caplog)
