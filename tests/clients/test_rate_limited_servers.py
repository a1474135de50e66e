"""Servers whose limit is below the demand, over sockets: with each HTTP library, and with a limiter in Redis."""

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any

import pytest

import workos_async
import workos_sync
from tests.core.rate_limits.servers import Server as Rules
from tests.core.rate_limits.servers import fixed_window, sliding_window, token_bucket
from tests.faults.faults import OK_BODY
from tests.faults.server import Server, ServerConnection

ALLOWED = 10
"""Requests per second that the server accepts."""
DEMAND = 15
"""Calls per second."""
CALLS = 60
MIN_SECONDS = CALLS / ALLOWED - 2
"""The first window and the last one may be shorter than a second."""
MAX_SECONDS = 2 * CALLS / ALLOWED
MAX_REJECTED = 12
"""Usually there are about five. Without a limiter, there are 20 with a token bucket, and 60 with windows."""

FIRST = "org_first"
"""The organization of the first call of each client, which imports what it needs. No limit applies to it."""

KINDS: dict[str, Callable[[], Rules]] = {
    "fixed window": lambda: fixed_window(ALLOWED, 1),
    "sliding window": lambda: sliding_window(ALLOWED, 1),
    "token bucket": lambda: token_bucket(ALLOWED, ALLOWED),
}


class Api:
    """The handler of a server with rate limits."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._lock = threading.Lock()
        self._started: float | None = None
        self.accepted = 0
        self.rejected = 0

    def __call__(self, connection: ServerConnection) -> bool:
        if connection.request.target.endswith(FIRST):
            connection.respond(200, OK_BODY.replace(b"org_1", FIRST.encode()))
            return True
        with self._lock:
            now = time.monotonic()
            self._started = now if self._started is None else self._started
            verdict = self._rules(now - self._started)
            if verdict is True:
                self.accepted += 1
            else:
                self.rejected += 1
        if verdict is True:
            connection.respond(200, OK_BODY)
        else:
            connection.respond(429, b"{}", f"Retry-After: {verdict:g}")
        return True


Run = Callable[[str, str, threading.Barrier], float]
"""Makes the calls to a base URL, with the Redis at the other URL, once all clients are ready. Returns the seconds until the last response."""


def _async(library: str, *, shared: bool = False) -> Run:
    def run(url: str, redis: str, ready: threading.Barrier) -> float:
        async def main() -> float:
            settings: dict[str, Any] = {"base_url": url, "http_library": library}
            if shared:
                settings["rate_limiter"] = workos_async.RedisRateLimiter(redis, prefix=f"{url}:")
            async with workos_async.WorkOS("sk_1", **settings) as workos:
                await workos.organizations.get_organization(FIRST)
                await asyncio.to_thread(ready.wait, 30)
                started = time.monotonic()
                async with asyncio.TaskGroup() as calls:
                    for number in range(CALLS):
                        await asyncio.sleep(max(0.0, started + number / DEMAND - time.monotonic()))
                        calls.create_task(workos.organizations.get_organization("org_1"))
                return time.monotonic() - started

        return asyncio.run(main())

    return run


def _sync(library: str, *, shared: bool = False) -> Run:
    def run(url: str, redis: str, ready: threading.Barrier) -> float:
        settings: dict[str, Any] = {"base_url": url, "http_library": library}
        if shared:
            settings["rate_limiter"] = workos_sync.RedisRateLimiter(redis, prefix=f"{url}:")
        with workos_sync.WorkOS("sk_1", **settings) as workos, ThreadPoolExecutor(CALLS) as threads:
            workos.organizations.get_organization(FIRST)
            ready.wait(30)
            calls = []
            started = time.monotonic()
            for number in range(CALLS):
                time.sleep(max(0.0, started + number / DEMAND - time.monotonic()))
                calls.append(threads.submit(workos.organizations.get_organization, "org_1"))
            for call in calls:
                call.result()
            return time.monotonic() - started

    return run


CLIENTS = {
    "httpx": _async("httpx"),
    "httpx2": _async("httpx2"),
    "aiohttp": _async("aiohttp"),
    "httpx sync": _sync("httpx"),
    "httpx2 sync": _sync("httpx2"),
    "Redis": _async("httpx2", shared=True),
    "Redis sync": _sync("httpx2", shared=True),
}


@pytest.fixture
def warnings_are_expected() -> Iterator[None]:
    """The clients log that they lower a limit."""
    logging.getLogger("workos").setLevel(logging.ERROR)
    yield
    logging.getLogger("workos").setLevel(logging.NOTSET)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.usefixtures("warnings_are_expected")
def test_a_limit_below_the_demand_is_used_with_few_rejections(kind: str, redis_url: str) -> None:
    """The clients run at the same time, each against a server of its own."""
    apis = {name: Api(KINDS[kind]()) for name in CLIENTS}
    ready = threading.Barrier(len(CLIENTS))
    with ExitStack() as stack, ThreadPoolExecutor(len(CLIENTS)) as threads:
        running = {
            name: threads.submit(run, stack.enter_context(Server(apis[name]).running()).url, redis_url, ready)
            for name, run in CLIENTS.items()
        }
        seconds = {name: run.result() for name, run in running.items()}
    assert {name: api.accepted for name, api in apis.items()} == dict.fromkeys(CLIENTS, CALLS)
    assert {name: api.rejected for name, api in apis.items() if not 0 < api.rejected <= MAX_REJECTED} == {}
    assert {name: each for name, each in seconds.items() if not MIN_SECONDS < each < MAX_SECONDS} == {}


@pytest.mark.usefixtures("warnings_are_expected")
def test_a_burst_above_an_unknown_limit_has_few_rejections() -> None:
    """The calls that wait for the endpoint after the first 429 are not sent together after the pause."""
    calls = 200
    api = Api(sliding_window(50, 1))
    with Server(api).running() as server:

        async def main() -> None:
            async with workos_async.WorkOS("sk_1", base_url=server.url) as workos, asyncio.TaskGroup() as tasks:
                await workos.organizations.get_organization(FIRST)
                for _ in range(calls):
                    tasks.create_task(workos.organizations.get_organization("org_1"))

        asyncio.run(main())
    assert api.accepted == calls
    assert 0 < api.rejected <= 0.2 * calls
