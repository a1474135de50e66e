"""The clients that parties use. Each function imports what it needs: no environment has everything."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from benchmarks.work import Run

KEY = "sk_test_benchmark"


def repeat(step: Callable[[], Awaitable[object]]) -> Run:
    """One call after the other, in one event loop that stays."""
    loop = asyncio.new_event_loop()

    async def steps(times: int) -> None:
        for _ in range(times):
            await step()

    return lambda times: loop.run_until_complete(steps(times))


def at_once(step: Callable[[], Awaitable[object]], number: int) -> Run:
    """Several callers at once, each one call after the other."""
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(lambda *_: None)  # the client is left open, and aiohttp complains of that

    async def steps(times: int) -> None:
        for _ in range(times):
            await step()

    async def callers(times: int) -> None:
        share, rest = divmod(times, number)
        await asyncio.gather(*(steps(share + (index < rest)) for index in range(number)))

    return lambda times: loop.run_until_complete(callers(times))


def null_transport(library: Any, content: bytes) -> Any:
    """A transport of httpx or httpx2 that answers without a network."""

    class NullTransport(library.AsyncBaseTransport):  # type: ignore[misc] # the base is known at run time only
        async def handle_async_request(self, request: Any) -> Any:
            return library.Response(200, headers={"content-type": "application/json"}, content=content)

    return NullTransport()


def ours(**arguments: Any) -> Any:
    """This SDK."""
    from workos_async import WorkOS

    return WorkOS(api_key=KEY, client_id="client_1", **arguments)


def official(http_client: Any = None, **arguments: Any) -> Any:
    """The official SDK."""
    from workos import AsyncWorkOSClient

    return AsyncWorkOSClient(api_key=KEY, client_id="client_1", http_client=http_client, **arguments)
