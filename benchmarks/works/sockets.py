"""Calls to a server on loopback: 1, 16 and 128 at once."""

import asyncio
import os

from benchmarks.clients import KEY, at_once, official, ours
from benchmarks.data import organization
from benchmarks.work import Party, Run, Work

ID = str(organization(1)["id"])


def official_sdk(number: int) -> Run:
    client = official(base_url=os.environ["BENCHMARK_URL"])
    return at_once(lambda: client.organizations.get_organization(ID), number)


def this_sdk(number: int, library: str) -> Run:
    # More than a thousand calls a second: without its limiter, which would pace them.
    client = ours(base_url=os.environ["BENCHMARK_URL"], http_library=library, rate_limiter=None)
    return at_once(lambda: client.organizations.get_organization(ID), number)


def bare_client(number: int) -> Run:
    import httpx

    client = httpx.AsyncClient(headers={"Authorization": f"Bearer {KEY}"})
    url = f"{os.environ['BENCHMARK_URL']}/organizations/{ID}"

    async def step() -> object:
        return (await client.get(url)).json()

    return at_once(step, number)


def bare_aiohttp(number: int) -> Run:
    import aiohttp

    url = f"{os.environ['BENCHMARK_URL']}/organizations/{ID}"
    loop = asyncio.new_event_loop()

    async def calls(session: aiohttp.ClientSession, times: int) -> None:
        for _ in range(times):
            async with session.get(url) as answer:
                await answer.json()

    async def callers(times: int) -> None:
        connector = aiohttp.TCPConnector(limit=0)
        async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {KEY}"}, connector=connector) as session:
            share, rest = divmod(times, number)
            await asyncio.gather(*(calls(session, share + (index < rest)) for index in range(number)))

    return lambda times: loop.run_until_complete(callers(times))


def work(number: int, by_aiohttp: float) -> Work:
    return Work(
        f"loopback server, {number} at once" if number > 1 else "loopback server, one after the other",
        "rate",
        [
            Party("official", "official", lambda: official_sdk(number)),
            Party("ours on httpx", "httpx", lambda: this_sdk(number, "httpx"), target=0.9, beside="bare httpx client"),
            Party("ours on httpx2", "httpx2", lambda: this_sdk(number, "httpx2"), target=1.0),
            Party("ours on aiohttp", "aiohttp", lambda: this_sdk(number, "aiohttp"), target=by_aiohttp),
            Party("bare httpx client", "floor", lambda: bare_client(number)),
            Party("bare aiohttp", "floor", lambda: bare_aiohttp(number)),
        ],
    )


WORKS = {"one": work(1, 2.5), "sixteen": work(16, 4.0), "many": work(128, 4.5)}
