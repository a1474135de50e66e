"""A row of the table: a mistake, and the error that it must raise."""

import re
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Any, Literal

import httpx
from attrs import field, frozen

COOKIE_PASSWORD = "a cookie password with 32 characters"
SECRET = "whsec_secret"


class NoRequests(httpx.AsyncBaseTransport, httpx.BaseTransport):
    """A transport that fails the test: a mistake is reported before a request is sent."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        raise AssertionError(f"a request was sent: {request.method} {request.url}")

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        raise AssertionError(f"a request was sent: {request.method} {request.url}")


@frozen
class Variant:
    """The async or the sync SDK."""

    package: ModuleType

    def new(self, *arguments: Any, **settings: Any) -> Any:
        """Create a client with these settings only."""
        return self.package.WorkOS(*arguments, **settings)

    @property
    def client(self) -> Any:
        """A client with an API key, a client ID, and a transport that sends nothing."""
        return self.new("sk_test_1", client_id="client_1", transport=NoRequests())

    @property
    def keyless(self) -> Any:
        """A client without an API key and client ID."""
        return self.new(transport=NoRequests())

    @property
    def users(self) -> Any:
        """The resource client `user_management`."""
        return self.client.user_management

    def sign_in(self, **settings: Any) -> Any:
        """Create a sign-in flow."""
        defaults = {"redirect_uri": "https://app.example.com/callback", "cookie_password": COOKIE_PASSWORD}
        return self.package.SignIn(self.client, **{**defaults, **settings})


@frozen
class Mistake:
    """A mistake.

    Attributes:
        name: What is wrong.
        act: Makes the mistake. An awaitable result is awaited.
        error: The class of the exception.
        text: The full text of the exception, or a pattern that matches it completely.
        only: The only variant in which it is a mistake, or None for both.
        environment: The environment variables.
    """

    name: str
    act: Callable[[Variant], Any] = field(repr=False)
    error: type[Exception]
    text: str | re.Pattern[str] = field(repr=False)
    only: Literal["workos_async", "workos_sync"] | None = field(default=None, kw_only=True)
    environment: Mapping[str, str] = field(factory=dict[str, str], kw_only=True, repr=False)
