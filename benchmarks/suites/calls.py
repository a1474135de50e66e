"""Calls through a custom `transport` without a network: the overhead of the SDK, without its connections."""

from collections.abc import Awaitable, Callable
from typing import Any

from benchmarks import clients
from benchmarks.benchmark import OFFICIAL, Benchmark, Implementation, Run, Target
from benchmarks.clients import KEY, null_transport, repeat
from benchmarks.data import encode, organization, page, user

ONE = encode(organization(1))
MANY = page([user(number) for number in range(100)])
ID = str(organization(1)["id"])
LIMITED = "this SDK, limiter on"
UNLIMITED = "this SDK, limiter off"


def official_sdk(content: bytes, call: Callable[[Any], Awaitable[object]]) -> Run:
    import httpx2

    client = clients.official_sdk(httpx2.AsyncClient(transport=null_transport(httpx2, content)))
    return repeat(lambda: call(client))


def this_sdk(
    content: bytes, call: Callable[[Any], Awaitable[object]], *, is_limited: bool = True, deadline: float | None = None
) -> Run:
    import httpx

    limiter = clients.limiter() if is_limited else None
    client = clients.this_sdk(transport=null_transport(httpx, content), rate_limiter=limiter, deadline=deadline)
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
            Implementation(
                LIMITED,
                "httpx",
                lambda: this_sdk(ONE, _get_organization),
                targets=[Target(0.65), Target(1.3, UNLIMITED)],
            ),
            Implementation(
                "this SDK, limiter and deadline on",
                "httpx",
                lambda: this_sdk(ONE, _get_organization, deadline=30.0),
                targets=[Target(0.7)],
            ),
            Implementation(
                UNLIMITED,
                "httpx",
                lambda: this_sdk(ONE, _get_organization, is_limited=False),
                targets=[Target(0.55)],
            ),
            Implementation("bare httpx client", "bare", bare_client),
        ],
    ),
    "list_users": Benchmark(
        "`list_users`, page of 100, no network",
        "cpu",
        [
            Implementation(OFFICIAL, "official", lambda: official_sdk(MANY, _list_users)),
            Implementation(
                LIMITED,
                "httpx",
                lambda: this_sdk(MANY, _list_users_page),
                targets=[Target(0.65), Target(1.3, UNLIMITED)],
            ),
            Implementation(
                f"{LIMITED}, speed extra", "speed", lambda: this_sdk(MANY, _list_users_page), targets=[Target(0.5)]
            ),
            Implementation(UNLIMITED, "httpx", lambda: this_sdk(MANY, _list_users_page, is_limited=False)),
        ],
    ),
}
