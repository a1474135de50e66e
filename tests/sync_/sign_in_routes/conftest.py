# Generated from tests/async_/sign_in_routes/conftest.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Sign-in routes that talk to an API of the tests."""

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from tests.support.session_api import COOKIE
from tests.support.sign_in_api import CALLBACK, SignInAPI
from workos_core.auth.identity.sign_in_hooks import SignInHooks
from workos_sync import SignIn, SignInRoutes, WorkOS


@pytest.fixture
def api() -> SignInAPI:
    return SignInAPI()


@pytest.fixture
def create_routes(api: SignInAPI) -> Iterator[Callable[..., SignInRoutes]]:
    """A function that creates routes with the hooks in `hooks`, the paths in `paths`, and other settings of `SignIn`."""
    with WorkOS("sk_1", client_id="client_1", transport=httpx.MockTransport(api), max_retries=0) as workos:

        def create(*, paths: Any = None, hooks: dict[str, Any] | None = None, **settings: Any) -> SignInRoutes:
            arguments = {"redirect_uri": CALLBACK, "cookie_password": COOKIE, **settings}
            return SignInRoutes(SignIn(workos, **arguments), paths, hooks=SignInHooks(**(hooks or {})))

        yield create
