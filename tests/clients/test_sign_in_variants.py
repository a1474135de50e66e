"""`SignIn` accepts only clients and functions of its own variant."""

from typing import Any

import pytest

import workos_async
import workos_sync
from workos_core.auth import WebRequest
from workos_core.errors import ConfigurationError

PASSWORD = "a cookie password of more than thirty-two characters"
URI = "https://a.example/callback"


def create_sign_in(package: Any, **settings: Any) -> Any:
    workos = settings.pop("workos", None) or package.WorkOS("sk_1", client_id="client_1")
    return package.SignIn(workos, **{"redirect_uri": URI, "cookie_password": PASSWORD, **settings})


def test_client_of_the_other_variant() -> None:
    with pytest.raises(ConfigurationError, match=r"async client \(got workos_sync.*import WorkOS .* from workos_async"):
        create_sign_in(workos_async, workos=workos_sync.WorkOS("sk_1"))
    with pytest.raises(ConfigurationError, match=r"sync client \(got workos_async.*import WorkOS .* from workos_sync"):
        create_sign_in(workos_sync, workos=workos_async.WorkOS("sk_1"))


def test_sign_in_of_the_other_variant() -> None:
    with pytest.raises(ConfigurationError, match=r"workos_async\.SignIn \(got workos_sync"):
        workos_async.SignInRoutes(create_sign_in(workos_sync))
    with pytest.raises(ConfigurationError, match=r"workos_sync\.SignIn \(got workos_async"):
        workos_sync.SignInRoutes(create_sign_in(workos_async))


async def choose(request: WebRequest) -> str | None:
    return URI


class Chooser:
    async def __call__(self, request: WebRequest) -> str | None:
        return URI


@pytest.mark.parametrize("name", ["redirect_uri", "post_logout_redirect_uri"])
def test_coroutine_functions_of_the_sync_variant(name: str) -> None:
    for function in (choose, Chooser()):
        create_sign_in(workos_async, **{name: function})
        with pytest.raises(ConfigurationError, match=f"{name} must be a regular function"):
            create_sign_in(workos_sync, **{name: function})
    with pytest.raises(ConfigurationError, match="must not return an awaitable"):
        create_sign_in(workos_sync, **{name: lambda request: choose(request)}).for_request(WebRequest("GET", "/"))


def test_paths_of_routes() -> None:
    for package in (workos_async, workos_sync):
        with pytest.raises(ConfigurationError, match="must start with a slash"):
            package.SignInPaths(sign_in="login")
        with pytest.raises(ConfigurationError, match="same path '/login'"):
            package.SignInRoutes(create_sign_in(package, redirect_uri="https://a.example/login"))
