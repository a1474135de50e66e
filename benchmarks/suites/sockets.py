"""Calls to a loopback server, with concurrency 1, 16 and 128."""

import asyncio
import os
from functools import partial

from benchmarks import clients
from benchmarks.benchmark import OFFICIAL, Benchmark, Implementation, Run, Target
from benchmarks.clients import KEY, concurrent
from benchmarks.data import organization

ID = str(organization(1)["id"])
SLOW_START = 1000
"""Calls after which slow start lets 128 calls be in flight."""
LEAST_OF_UNLIMITED = 0.77
"""A limiter adds at most 30 % to a call, so the rate is at least 1 / 1.3 of that without it."""


def official_sdk(number: int) -> Run:
    client = clients.official_sdk(base_url=os.environ["BENCHMARK_URL"])
    return concurrent(lambda: client.organizations.get_organization(ID), number)


def this_sdk(number: int, library: str, *, is_limited: bool = True, deadline: float | None = None) -> Run:
    limiter = clients.limiter() if is_limited else None
    client = clients.this_sdk(
        base_url=os.environ["BENCHMARK_URL"], http_library=library, rate_limiter=limiter, deadline=deadline
    )
    run = concurrent(lambda: client.organizations.get_organization(ID), number)
    if is_limited:
        run(SLOW_START)
    return run


def bare_client(number: int) -> Run:
    import httpx

    client = httpx.AsyncClient(headers={"Authorization": f"Bearer {KEY}"})
    url = f"{os.environ['BENCHMARK_URL']}/organizations/{ID}"

    async def step() -> object:
        return (await client.get(url)).json()

    return concurrent(step, number)


def bare_aiohttp(number: int) -> Run:
    import aiohttp

    url = f"{os.environ['BENCHMARK_URL']}/organizations/{ID}"
    runner = clients.new_runner()

    async def calls(session: aiohttp.ClientSession, times: int) -> None:
        for _ in range(times):
            async with session.get(url) as response:
                await response.json()

    async def callers(times: int) -> None:
        connector = aiohttp.TCPConnector(limit=0)
        async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {KEY}"}, connector=connector) as session:
            share, rest = divmod(times, number)
            await asyncio.gather(*(calls(session, share + (index < rest)) for index in range(number)))

    return lambda times: runner.run(callers(times))


def implementations(number: int, library: str, target: float) -> list[Implementation]:
    limited, unlimited = (f"this SDK on {library}, limiter {state}" for state in ("on", "off"))
    return [
        Implementation(
            limited,
            library,
            partial(this_sdk, number, library),
            targets=[Target(target), Target(LEAST_OF_UNLIMITED, unlimited)],
        ),
        Implementation(unlimited, library, partial(this_sdk, number, library, is_limited=False)),
    ]


def with_deadline(number: int) -> list[Implementation]:
    return [
        Implementation(
            "this SDK on httpx, limiter and deadline on",
            "httpx",
            partial(this_sdk, number, "httpx", deadline=30.0),
            targets=[Target(1.2)],
        )
    ]


def benchmark(number: int, httpx_target: float, httpx2_target: float, aiohttp_target: float) -> Benchmark:
    return Benchmark(
        f"Loopback server, {number} concurrent calls" if number > 1 else "Loopback server, sequential calls",
        "rate",
        [
            Implementation(OFFICIAL, "official", lambda: official_sdk(number)),
            *implementations(number, "httpx", httpx_target),
            *(with_deadline(number) if number == 16 else []),
            *implementations(number, "httpx2", httpx2_target),
            *implementations(number, "aiohttp", aiohttp_target),
            Implementation("bare httpx client", "bare", lambda: bare_client(number)),
            Implementation("bare aiohttp client", "bare", lambda: bare_aiohttp(number)),
        ],
    )


BENCHMARKS = {
    "one": benchmark(1, 1.1, 1.2, 2.4),
    "sixteen": benchmark(16, 1.3, 1.3, 3.6),
    "many": benchmark(128, 1.7, 1.7, 4.4),
}
