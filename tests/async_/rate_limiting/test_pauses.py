"""What a 429 pauses. A call that would have to wait has a deadline, so that it fails instead."""

from collections.abc import Callable

import httpx
import pytest

from workos_async import Hooks, RateLimiter, RateLimitExceededError, RateLimitTimeoutError, WorkOS
from workos_core.http.hooks import RateLimitInfo

Against = Callable[..., WorkOS]
EMPTY_LIST = {"object": "list", "data": [], "list_metadata": {"before": None, "after": None}}
ORGANIZATION = "GET /organizations/{organization_id}"


class Api:
    """Accepts everything but requests to given paths.

    Attributes:
        rejected: The paths of requests that are rejected, with the value of `Retry-After`.
        waits: The waits of the clients.
    """

    def __init__(self) -> None:
        self.rejected: dict[str, float] = {}
        self.waits: list[RateLimitInfo] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        retry_after = self.rejected.get(request.url.path)
        if retry_after is not None:
            return httpx.Response(429, headers={"Retry-After": str(retry_after)})
        return httpx.Response(200, json={**EMPTY_LIST, "id": request.url.path.rpartition("/")[2], "name": "Acme"})


async def organization(client: WorkOS, organization_id: str = "org_1") -> None:
    await client.organizations.get_organization(organization_id, options={"deadline": 5})


async def user(client: WorkOS) -> None:
    await client.user_management.get_user("user_1", options={"deadline": 5})


async def connection(client: WorkOS) -> None:
    await client.sso.get_connection("conn_1", options={"deadline": 5})


async def directory(client: WorkOS, directory_id: str) -> None:
    await client.directory_sync.list_users(directory=directory_id, options={"deadline": 5}).page()


async def magic_auth(client: WorkOS, email: str) -> None:
    await client.user_management.create_magic_auth(email=email, options={"deadline": 5})


async def test_endpoint_without_a_limit_is_paused_alone(against: Against) -> None:
    api = Api()
    api.rejected["/organizations/org_1"] = 60
    async with against(api, hooks=Hooks(rate_limit=api.waits.append), max_retries=0) as client:
        await organization(client, "org_2")
        with pytest.raises(RateLimitExceededError):
            await organization(client)
        with pytest.raises(RateLimitTimeoutError) as caught:
            await organization(client, "org_2")
        await connection(client)
        await directory(client, "directory_1")
        await client.organizations.list_organizations(options={"deadline": 5}).page()
    assert (caught.value.limit, caught.value.scope) == (ORGANIZATION, "endpoint")
    assert caught.value.delay == pytest.approx(60, abs=5)
    assert api.waits == []


async def test_several_429s_of_one_endpoint_do_not_pause_others(against: Against) -> None:
    api = Api()
    api.rejected["/organizations/org_1"] = 0
    async with against(api, hooks=Hooks(rate_limit=api.waits.append), max_retries=0) as client:
        for retry_after in (0, 0, 60):
            api.rejected["/organizations/org_1"] = retry_after
            with pytest.raises(RateLimitExceededError):
                await organization(client)
        await connection(client)
        await directory(client, "directory_1")
    assert api.waits == []


async def test_429s_from_different_endpoints_pause_the_general_limit(against: Against) -> None:
    api = Api()
    api.rejected = {"/organizations/org_1": 60, "/connections/conn_1": 40}
    async with against(api, max_retries=0) as client:
        for call in (organization, connection):
            with pytest.raises(RateLimitExceededError):
                await call(client)
        with pytest.raises(RateLimitTimeoutError) as caught:
            await directory(client, "directory_1")
    assert (caught.value.limit, caught.value.scope) == ("general", "ip")
    assert caught.value.delay == pytest.approx(40, abs=5)


async def test_429s_from_different_endpoints_one_after_the_other_do_not_pause_the_general_limit(
    against: Against,
) -> None:
    now = [0.0]
    api = Api()
    api.rejected = {"/organizations/org_1": 60, "/connections/conn_1": 40}
    limiter = RateLimiter(clock=lambda: now[0])
    async with against(api, rate_limiter=limiter, max_retries=0) as client:
        with pytest.raises(RateLimitExceededError):
            await organization(client)
        now[0] += 61
        with pytest.raises(RateLimitExceededError):
            await connection(client)
        await organization(client, "org_2")


async def test_429s_from_different_hosts_do_not_pause_the_general_limit(against: Against) -> None:
    api = Api()
    api.rejected = {"/organizations/org_1": 60, "/connections/conn_1": 60}
    limiter = RateLimiter()
    client = against(api, rate_limiter=limiter, max_retries=0)
    other = against(api, rate_limiter=limiter, max_retries=0, base_url="https://other.example.com")
    async with client, other:
        with pytest.raises(RateLimitExceededError):
            await organization(client)
        with pytest.raises(RateLimitExceededError):
            await connection(other)
        for each in (client, other):
            await directory(each, "directory_1")


async def test_429_of_a_directory_pauses_that_directory_alone(against: Against) -> None:
    rejects = [True]

    def api(request: httpx.Request) -> httpx.Response:
        if request.url.params.get("directory") == "directory_1" and rejects:
            rejects.clear()
            return httpx.Response(429, headers={"Retry-After": "60"})
        return httpx.Response(200, json={**EMPTY_LIST, "id": "org_1", "name": "Acme"})

    waits: list[RateLimitInfo] = []
    async with against(api, hooks=Hooks(rate_limit=waits.append), max_retries=0) as client:
        with pytest.raises(RateLimitExceededError):
            await directory(client, "directory_1")
        await directory(client, "directory_2")
        await organization(client)
        with pytest.raises(RateLimitTimeoutError) as caught:
            await directory(client, "directory_1")
    assert (caught.value.limit, caught.value.scope, waits) == ("directory_users", "directory", [])


async def test_429s_of_different_directories_do_not_pause_the_general_limit(against: Against) -> None:
    api = Api()
    api.rejected["/directory_users"] = 60
    async with against(api, max_retries=0) as client:
        for number in range(3):
            with pytest.raises(RateLimitExceededError):
                await directory(client, f"directory_{number}")
        await organization(client)


async def test_429_of_an_email_address_pauses_that_address_alone(against: Against) -> None:
    api = Api()
    api.rejected["/user_management/magic_auth"] = 60
    async with against(api, max_retries=0) as client:
        with pytest.raises(RateLimitExceededError):
            await magic_auth(client, "bob@example.com")
        api.rejected.clear()
        await magic_auth(client, "alice@example.com")
        await user(client)
        with pytest.raises(RateLimitTimeoutError, match="'magic_auth'"):
            await magic_auth(client, "Bob@example.com")


async def test_429s_of_limits_of_people_do_not_pause_the_general_limit(against: Against) -> None:
    api = Api()
    api.rejected = {"/user_management/magic_auth": 60, "/user_management/password_reset": 60, "/connections/conn_1": 60}
    async with against(api, max_retries=0) as client:
        with pytest.raises(RateLimitExceededError):
            await magic_auth(client, "bob@example.com")
        with pytest.raises(RateLimitExceededError):
            await client.user_management.create_password_reset(email="alice@example.com")
        with pytest.raises(RateLimitExceededError):
            await connection(client)
        await organization(client)


async def test_late_429_releases_the_slots_of_the_other_limits(against: Against) -> None:
    now = [0.0]

    def api(request: httpx.Request) -> httpx.Response:
        now[0] += 2  # the API took that long
        return httpx.Response(429, headers={"Retry-After": "0"})

    limiter = RateLimiter({"general": (1, 3600)}, clock=lambda: now[0])
    async with against(api, rate_limiter=limiter, max_retries=0) as client:
        for call in (organization, connection):
            with pytest.raises(RateLimitExceededError):
                await call(client)
