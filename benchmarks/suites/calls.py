"""Calls without a network: the overhead of the SDK."""

from collections.abc import Awaitable, Callable
from typing import Any

from benchmarks import clients
from benchmarks.benchmark import OFFICIAL, Benchmark, Implementation, Run
from benchmarks.clients import KEY, null_transport, repeat
from benchmarks.data import encode, organization, page, user

ONE = encode(organization(1))
MANY = page([user(number) for number in range(100)])
ID = str(organization(1)["id"])


def official_sdk(content: bytes, call: Callable[[Any], Awaitable[object]]) -> Run:
    import httpx2

    client = clients.official_sdk(httpx2.AsyncClient(transport=null_transport(httpx2, content)))
    return repeat(lambda: call(client))


def this_sdk(content: bytes, call: Callable[[Any], Awaitable[object]]) -> Run:
    import httpx

    from workos_async import RateLimiter

    # With a rate limiter, which counts every call, and a limit that is never reached.
    limiter = RateLimiter({"general": (1_000_000_000, 1.0)})
    client = clients.this_sdk(transport=null_transport(httpx, content), rate_limiter=limiter)
    return repeat(lambda: call(client))


def bare_client() -> Run:
    import httpx

    client = httpx.AsyncClient(transport=null_transport(httpx, ONE), headers={"Authorization": f"Bearer {KEY}"})

    async def step() -> object:
        return (await client.get(f"https://api.workos.com/organizations/{ID}")).json()

    return repeat(step)


def _get_organization(client: Any) -> Any:
    return client.organizations.get_organization(ID)


def _list_users(client: Any) -> Any:
    return client.user_management.list_users(limit=100)


def _list_users_page(client: Any) -> Any:
    return client.user_management.list_users(limit=100).page()


BENCHMARKS = {
    "get_organization": Benchmark(
        "`get_organization`, no network",
        "cpu",
        [
            Implementation(OFFICIAL, "official", lambda: official_sdk(ONE, _get_organization)),
            Implementation("this SDK", "httpx", lambda: this_sdk(ONE, _get_organization), target=0.75),
            Implementation("bare httpx client", "bare", bare_client),
        ],
    ),
    "list_users": Benchmark(
        "`list_users`, page of 100, no network",
        "cpu",
        [
            Implementation(OFFICIAL, "official", lambda: official_sdk(MANY, _list_users)),
            Implementation("this SDK", "httpx", lambda: this_sdk(MANY, _list_users_page), target=0.6),
            Implementation("this SDK, speed extra", "speed", lambda: this_sdk(MANY, _list_users_page), target=0.4),
        ],
    ),
}
