"""The clients of the implementations. Each function imports what it needs, since no environment has every library."""

import asyncio
import atexit
from collections.abc import Awaitable, Callable
from typing import Any

from benchmarks.benchmark import Run

KEY = "sk_test_benchmark"


def new_runner() -> asyncio.Runner:
    """Return a new event loop, which is closed at the end of the process: the SDK closes its connections then."""
    runner = asyncio.Runner()
    atexit.register(runner.close)
    return runner


def repeat(step: Callable[[], Awaitable[object]]) -> Run:
    """Return a run that makes one call after the other, all in the same event loop."""
    runner = new_runner()

    async def steps(times: int) -> None:
        for _ in range(times):
            await step()

    return lambda times: runner.run(steps(times))


def concurrent(step: Callable[[], Awaitable[object]], number: int) -> Run:
    """Return a run with `number` concurrent tasks, each of which makes one call after the other."""
    runner = new_runner()

    async def steps(times: int) -> None:
        for _ in range(times):
            await step()

    async def callers(times: int) -> None:
        share, rest = divmod(times, number)
        await asyncio.gather(*(steps(share + (index < rest)) for index in range(number)))

    return lambda times: runner.run(callers(times))


def null_transport(library: Any, content: bytes) -> Any:
    """Return an httpx or httpx2 transport that returns the content without a network.

    It yields to the event loop once, as a network would, so that the loop can remove the timers of earlier calls.
    """

    class NullTransport(library.AsyncBaseTransport):  # type: ignore[misc] # the base class is known only at run time
        async def handle_async_request(self, request: Any) -> Any:
            await asyncio.sleep(0)
            return library.Response(200, headers={"content-type": "application/json"}, content=content)

    return NullTransport()


def this_sdk(**arguments: Any) -> Any:
    """Return a client of this SDK."""
    from workos_async import WorkOS

    return WorkOS(api_key=KEY, client_id="client_1", **arguments)


def limiter() -> Any:
    """Return the rate limiter that a client has by default, with documented limits that are too high for a benchmark to reach.

    Limits that are passed to `RateLimiter` would be trusted: without slow start, a call is cheaper.
    """
    from attrs import evolve

    from workos_async import RateLimiter

    limiter = RateLimiter()
    limiter.limits = {name: evolve(limit, requests=1_000_000_000) for name, limit in limiter.limits.items()}
    return limiter


def official_sdk(http_client: Any = None, **arguments: Any) -> Any:
    """Return a client of the official SDK."""
    from workos import AsyncWorkOSClient

    return AsyncWorkOSClient(api_key=KEY, client_id="client_1", http_client=http_client, **arguments)
