# Generated from tests/async_/rate_limiting/test_pauses.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""What a 429 pauses. A call that would have to wait has a deadline, so that it fails instead."""

from collections.abc import Callable

import httpx
import pytest

from workos_core.http.hooks import RateLimitInfo
from workos_sync import Hooks, RateLimiter, RateLimitExceededError, RateLimitTimeoutError, WorkOS

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


def organization(client: WorkOS, organization_id: str = "org_1") -> None:
    client.organizations.get_organization(organization_id, options={"deadline": 5})


def user(client: WorkOS) -> None:
    client.user_management.get_user("user_1", options={"deadline": 5})


def connection(client: WorkOS) -> None:
    client.sso.get_connection("conn_1", options={"deadline": 5})


def directory(client: WorkOS, directory_id: str) -> None:
    client.directory_sync.list_users(directory=directory_id, options={"deadline": 5}).page()


def magic_auth(client: WorkOS, email: str) -> None:
    client.user_management.create_magic_auth(email=email, options={"deadline": 5})


def test_endpoint_without_a_limit_is_paused_alone(against: Against) -> None:
    api = Api()
    api.rejected["/organizations/org_1"] = 60
    with against(api, hooks=Hooks(rate_limit=api.waits.append), max_retries=0) as client:
        organization(client, "org_2")
        with pytest.raises(RateLimitExceededError):
            organization(client)
        with pytest.raises(RateLimitTimeoutError) as caught:
            organization(client, "org_2")
        connection(client)
        directory(client, "directory_1")
        client.organizations.list_organizations(options={"deadline": 5}).page()
    assert (caught.value.limit, caught.value.scope) == (ORGANIZATION, "endpoint")
    assert caught.value.delay == pytest.approx(60, abs=5)
    assert api.waits == []


def test_several_429s_of_one_endpoint_do_not_pause_others(against: Against) -> None:
    api = Api()
    api.rejected["/organizations/org_1"] = 0
    with against(api, hooks=Hooks(rate_limit=api.waits.append), max_retries=0) as client:
        for retry_after in (0, 0, 60):
            api.rejected["/organizations/org_1"] = retry_after
            with pytest.raises(RateLimitExceededError):
                organization(client)
        connection(client)
        directory(client, "directory_1")
    assert api.waits == []


def test_429s_from_different_endpoints_pause_the_general_limit(against: Against) -> None:
    api = Api()
    api.rejected = {"/organizations/org_1": 60, "/connections/conn_1": 40}
    with against(api, max_retries=0) as client:
        for call in (organization, connection):
            with pytest.raises(RateLimitExceededError):
                call(client)
        with pytest.raises(RateLimitTimeoutError) as caught:
            directory(client, "directory_1")
    assert (caught.value.limit, caught.value.scope) == ("general", "ip")
    assert caught.value.delay == pytest.approx(40, abs=5)


def test_429s_from_different_endpoints_one_after_the_other_do_not_pause_the_general_limit(
    against: Against,
) -> None:
    now = [0.0]
    api = Api()
    api.rejected = {"/organizations/org_1": 60, "/connections/conn_1": 40}
    limiter = RateLimiter(clock=lambda: now[0])
    with against(api, rate_limiter=limiter, max_retries=0) as client:
        with pytest.raises(RateLimitExceededError):
            organization(client)
        now[0] += 61
        with pytest.raises(RateLimitExceededError):
            connection(client)
        organization(client, "org_2")


def test_429s_from_different_hosts_do_not_pause_the_general_limit(against: Against) -> None:
    api = Api()
    api.rejected = {"/organizations/org_1": 60, "/connections/conn_1": 60}
    limiter = RateLimiter()
    client = against(api, rate_limiter=limiter, max_retries=0)
    other = against(api, rate_limiter=limiter, max_retries=0, base_url="https://other.example.com")
    with client, other:
        with pytest.raises(RateLimitExceededError):
            organization(client)
        with pytest.raises(RateLimitExceededError):
            connection(other)
        for each in (client, other):
            directory(each, "directory_1")


def test_429_of_a_directory_pauses_that_directory_alone(against: Against) -> None:
    rejects = [True]

    def api(request: httpx.Request) -> httpx.Response:
        if request.url.params.get("directory") == "directory_1" and rejects:
            rejects.clear()
            return httpx.Response(429, headers={"Retry-After": "60"})
        return httpx.Response(200, json={**EMPTY_LIST, "id": "org_1", "name": "Acme"})

    waits: list[RateLimitInfo] = []
    with against(api, hooks=Hooks(rate_limit=waits.append), max_retries=0) as client:
        with pytest.raises(RateLimitExceededError):
            directory(client, "directory_1")
        directory(client, "directory_2")
        organization(client)
        with pytest.raises(RateLimitTimeoutError) as caught:
            directory(client, "directory_1")
    assert (caught.value.limit, caught.value.scope, waits) == ("directory_users", "directory", [])


def test_429s_of_different_directories_do_not_pause_the_general_limit(against: Against) -> None:
    api = Api()
    api.rejected["/directory_users"] = 60
    with against(api, max_retries=0) as client:
        for number in range(3):
            with pytest.raises(RateLimitExceededError):
                directory(client, f"directory_{number}")
        organization(client)


def test_429_of_an_email_address_pauses_that_address_alone(against: Against) -> None:
    api = Api()
    api.rejected["/user_management/magic_auth"] = 60
    with against(api, max_retries=0) as client:
        with pytest.raises(RateLimitExceededError):
            magic_auth(client, "bob@example.com")
        api.rejected.clear()
        magic_auth(client, "alice@example.com")
        user(client)
        with pytest.raises(RateLimitTimeoutError, match="'magic_auth'"):
            magic_auth(client, "Bob@example.com")


def test_429s_of_limits_of_people_do_not_pause_the_general_limit(against: Against) -> None:
    api = Api()
    api.rejected = {"/user_management/magic_auth": 60, "/user_management/password_reset": 60, "/connections/conn_1": 60}
    with against(api, max_retries=0) as client:
        with pytest.raises(RateLimitExceededError):
            magic_auth(client, "bob@example.com")
        with pytest.raises(RateLimitExceededError):
            client.user_management.create_password_reset(email="alice@example.com")
        with pytest.raises(RateLimitExceededError):
            connection(client)
        organization(client)


def test_late_429_releases_the_slots_of_the_other_limits(against: Against) -> None:
    now = [0.0]

    def api(request: httpx.Request) -> httpx.Response:
        now[0] += 2  # the API took that long
        return httpx.Response(429, headers={"Retry-After": "0"})

    limiter = RateLimiter({"general": (1, 3600)}, clock=lambda: now[0])
    with against(api, rate_limiter=limiter, max_retries=0) as client:
        for call in (organization, connection):
            with pytest.raises(RateLimitExceededError):
                call(client)
