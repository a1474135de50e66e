"""The authentication of one request, and the verification of webhooks, shared by all frameworks."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from workos_core.auth.identity.identity import Authenticated, Authentication, Identity
from workos_core.auth.identity.requirements import Requirement
from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.identity.web_request import WebRequest
from workos_core.auth.identity.web_response import WebResponse, error_json
from workos_core.webhooks.signatures import SignatureVerificationError, construct_event

if TYPE_CHECKING:
    import workos_async
    import workos_sync
    from workos_core.models.events import Event

__all__ = ["AsyncRequestAuth", "RequestDenied", "SyncRequestAuth", "verify_webhook"]


class RequestDenied(Exception):
    """A request that does not meet a requirement, or a webhook whose signature is invalid.

    Attributes:
        response: The response to send instead of running the handler.
    """

    def __init__(self, response: WebResponse) -> None:
        super().__init__(f"request denied with status {response.status}")
        self.response = response


class _RequestAuth:
    def __init__(self, request: WebRequest, on_read: Callable[[], object] | None = None) -> None:
        self.request = request
        self._on_read = on_read
        self._result: Authentication | None = None

    @property
    def result(self) -> Authentication | None:
        """The result of `authenticate`, or None before the first use."""
        if self._result is not None:
            self._notify()
        return self._result

    def _notify(self) -> None:
        if self._on_read is not None:
            self._on_read()

    @property
    def is_used(self) -> bool:
        """Whether the response depends on the identity of the request, so that it has `Vary: Cookie, Authorization`."""
        return self._result is not None

    @property
    def cookies(self) -> tuple[SetCookie, ...]:
        """The cookies to set on the response: those of a refreshed session, or the removal of an ended one."""
        return () if self._result is None else self._result.cookies


class AsyncRequestAuth(_RequestAuth):
    """The authentication of one request, for async code. It runs on first use and is kept for the rest of the request.

    Attributes:
        request: The request.
    """

    def __init__(
        self, routes: "workos_async.SignInRoutes", request: WebRequest, on_read: Callable[[], object] | None = None
    ) -> None:
        super().__init__(request, on_read)
        self._routes = routes

    async def authenticate(self) -> Authentication:
        """Return the result of authenticating the request. Only the first call does any work."""
        if self._result is None:
            self._result = await self._routes.authenticate(self.request)
        self._notify()
        return self._result

    async def identity(self) -> Identity | None:
        """Return the identity of the request, or None if the request is not authenticated."""
        result = await self.authenticate()
        return result.identity if isinstance(result, Authenticated) else None

    async def require(self, requirement: Requirement) -> Identity:
        """Return the identity of the request if it satisfies a requirement.

        Raises:
            RequestDenied: The request is not authenticated, or its identity does not satisfy the requirement.
        """
        result = await self.authenticate()
        denial = self._routes.check(self.request, result, requirement)
        if denial is not None or not isinstance(result, Authenticated):
            raise RequestDenied(denial or error_json(401, "unauthorized"))
        return result.identity


class SyncRequestAuth(_RequestAuth):
    """The authentication of one request, for synchronous code. It runs on first use and is kept for the rest of the request.

    Attributes:
        request: The request.
    """

    def __init__(
        self, routes: "workos_sync.SignInRoutes", request: WebRequest, on_read: Callable[[], object] | None = None
    ) -> None:
        super().__init__(request, on_read)
        self._routes = routes

    def authenticate(self) -> Authentication:
        """Return the result of authenticating the request. Only the first call does any work."""
        if self._result is None:
            self._result = self._routes.authenticate(self.request)
        self._notify()
        return self._result

    def identity(self) -> Identity | None:
        """Return the identity of the request, or None if the request is not authenticated."""
        result = self.authenticate()
        return result.identity if isinstance(result, Authenticated) else None

    def require(self, requirement: Requirement) -> Identity:
        """Return the identity of the request if it satisfies a requirement.

        Raises:
            RequestDenied: The request is not authenticated, or its identity does not satisfy the requirement.
        """
        result = self.authenticate()
        denial = self._routes.check(self.request, result, requirement)
        if denial is not None or not isinstance(result, Authenticated):
            raise RequestDenied(denial or error_json(401, "unauthorized"))
        return result.identity


def verify_webhook(body: bytes, header: str | None, secret: str) -> "Event":
    """Return the event of a webhook after verifying its signature.

    Raises:
        RequestDenied: The signature is missing, invalid or too old, or the body is not an event. The response has the status 400.
    """
    try:
        return construct_event(body, header, secret)
    except SignatureVerificationError as error:
        raise RequestDenied(error_json(400, "invalid_webhook", reason=error.reason)) from None
