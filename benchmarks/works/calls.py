"""Calls without a network: what a call costs beside it."""

from collections.abc import Awaitable, Callable
from typing import Any

from benchmarks.clients import KEY, null_transport, official, ours, repeat
from benchmarks.data import encode, organization, page, user
from benchmarks.work import Party, Run, Work

ONE = encode(organization(1))
MANY = page([user(number) for number in range(100)])
ID = str(organization(1)["id"])


def official_sdk(content: bytes, call: Callable[[Any], Awaitable[object]]) -> Run:
    import httpx2

    client = official(httpx2.AsyncClient(transport=null_transport(httpx2, content)))
    return repeat(lambda: call(client))


def this_sdk(content: bytes, call: Callable[[Any], Awaitable[object]]) -> Run:
    import httpx

    from workos_async import RateLimiter

    # With its limiter, which counts every call, and a limit that never makes one wait.
    limiter = RateLimiter({"general": (1_000_000_000, 1.0)})
    client = ours(transport=null_transport(httpx, content), rate_limiter=limiter)
    return repeat(lambda: call(client))


def bare_client() -> Run:
    import httpx

    client = httpx.AsyncClient(transport=null_transport(httpx, ONE), headers={"Authorization": f"Bearer {KEY}"})

    async def step() -> object:
        return (await client.get(f"https://api.workos.com/organizations/{ID}")).json()

    return repeat(step)


def _one(client: Any) -> Any:
    return client.organizations.get_organization(ID)


def _many(client: Any) -> Any:
    return client.user_management.list_users(limit=100)


def _many_of_ours(client: Any) -> Any:
    return client.user_management.list_users(limit=100).page()


WORKS = {
    "get_organization": Work(
        "`get_organization`, no network",
        "cpu",
        [
            Party("official", "official", lambda: official_sdk(ONE, _one)),
            Party("ours", "httpx", lambda: this_sdk(ONE, _one), target=0.75),
            Party("bare httpx client", "floor", bare_client),
        ],
    ),
    "list_users": Work(
        "`list_users`, page of 100, no network",
        "cpu",
        [
            Party("official", "official", lambda: official_sdk(MANY, _many)),
            Party("ours", "httpx", lambda: this_sdk(MANY, _many_of_ours), target=0.6),
            Party("ours, extra speed", "speed", lambda: this_sdk(MANY, _many_of_ours), target=0.4),
        ],
    ),
}
