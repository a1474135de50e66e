"""The authentication of one request, and the verification of webhooks, shared by all frameworks."""

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
    def __init__(self, request: WebRequest) -> None:
        self.request = request
        self.result: Authentication | None = None

    @property
    def cookies(self) -> tuple[SetCookie, ...]:
        """The cookies to set on the response: those of a refreshed session, or the removal of an ended one."""
        return () if self.result is None else self.result.cookies


class AsyncRequestAuth(_RequestAuth):
    """The authentication of one request, for async code. It runs on first use and is kept for the rest of the request.

    Attributes:
        request: The request.
        result: The result of `authenticate`, or None before the first use.
    """

    def __init__(self, routes: "workos_async.SignInRoutes", request: WebRequest) -> None:
        super().__init__(request)
        self._routes = routes

    async def authenticate(self) -> Authentication:
        """Return the result of authenticating the request. Only the first call does any work."""
        if self.result is None:
            self.result = await self._routes.authenticate(self.request)
        return self.result

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
        result: The result of `authenticate`, or None before the first use.
    """

    def __init__(self, routes: "workos_sync.SignInRoutes", request: WebRequest) -> None:
        super().__init__(request)
        self._routes = routes

    def authenticate(self) -> Authentication:
        """Return the result of authenticating the request. Only the first call does any work."""
        if self.result is None:
            self.result = self._routes.authenticate(self.request)
        return self.result

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
