"""The authentication of one request, and the verification of webhooks, shared by all frameworks."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeAlias

from workos_core.auth.identity.identity import Authenticated, Authentication, Identity, NotAuthenticated
from workos_core.auth.identity.requirements import Requirement
from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.identity.sign_in_hooks import HookFailed
from workos_core.auth.identity.web_request import WebRequest
from workos_core.auth.identity.web_response import WebResponse, add_cookies, error_json
from workos_core.models.events import Event
from workos_core.webhooks.signatures import SignatureVerificationError, construct_event

if TYPE_CHECKING:
    import workos_async
    import workos_sync

__all__ = ["AsyncRequestAuth", "RequestDenied", "SyncRequestAuth", "WebhookHandler", "verify_webhook"]

WebhookHandler: TypeAlias = Callable[[Event], Awaitable[object] | object]
"""A function that handles an event, sync or async. Its result is ignored."""


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
        self.hook_failed: HookFailed | None = None

    def fail(self, failed: HookFailed) -> Exception:
        """Return the exception of a failed hook, and keep the cookies that its response must set."""
        self.hook_failed = failed
        self.result = NotAuthenticated("hook_failed", cookies=failed.cookies, error=failed.error)
        return failed.error

    def _accept(self, result: Authentication) -> Authentication:
        self.result = result
        if result.response is not None:
            raise RequestDenied(add_cookies(result.response, result.cookies))
        return result

    @property
    def cookies(self) -> tuple[SetCookie, ...]:
        """The cookies to set on the response: those of a refreshed session, or the removal of an ended one."""
        return () if self.result is None else self.result.cookies


class AsyncRequestAuth(_RequestAuth):
    """The authentication of one request, for async code. It runs on first use and is kept for the rest of the request.

    Attributes:
        request: The request.
        result: The result of `authenticate`, or None before the first use.
        hook_failed: The failure of a hook during this request, or None.
    """

    def __init__(self, routes: "workos_async.SignInRoutes", request: WebRequest) -> None:
        super().__init__(request)
        self._routes = routes

    @property
    def routes(self) -> "workos_async.SignInRoutes":
        """The sign-in routes of the application."""
        return self._routes

    async def authenticate(self) -> Authentication:
        """Return the result of authenticating the request. Only the first call does any work.

        Raises:
            RequestDenied: The hook `on_refreshed` chose a response.
        """
        if self.result is not None:
            return self.result
        try:
            result = await self._routes.authenticate(self.request)
        except HookFailed as failed:
            error = self.fail(failed)
        else:
            return self._accept(result)
        raise error

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
        if denial is None and isinstance(result, Authenticated):
            return result.identity
        try:
            response = await self._routes.render(self.request, denial or error_json(401, "unauthorized"))
        except HookFailed as failed:
            error = self.fail(failed)
        else:
            raise RequestDenied(response)
        raise error


class SyncRequestAuth(_RequestAuth):
    """The authentication of one request, for synchronous code. It runs on first use and is kept for the rest of the request.

    Attributes:
        request: The request.
        result: The result of `authenticate`, or None before the first use.
        hook_failed: The failure of a hook during this request, or None.
    """

    def __init__(self, routes: "workos_sync.SignInRoutes", request: WebRequest) -> None:
        super().__init__(request)
        self._routes = routes

    @property
    def routes(self) -> "workos_sync.SignInRoutes":
        """The sign-in routes of the application."""
        return self._routes

    def authenticate(self) -> Authentication:
        """Return the result of authenticating the request. Only the first call does any work.

        Raises:
            RequestDenied: The hook `on_refreshed` chose a response.
        """
        if self.result is not None:
            return self.result
        try:
            result = self._routes.authenticate(self.request)
        except HookFailed as failed:
            error = self.fail(failed)
        else:
            return self._accept(result)
        raise error

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
        if denial is None and isinstance(result, Authenticated):
            return result.identity
        try:
            response = self._routes.render(self.request, denial or error_json(401, "unauthorized"))
        except HookFailed as failed:
            error = self.fail(failed)
        else:
            raise RequestDenied(response)
        raise error


def verify_webhook(body: bytes, header: str | None, secret: str) -> Event:
    """Return the event of a webhook after verifying its signature.

    Raises:
        RequestDenied: The signature is missing, invalid or too old, or the body is not an event. The response has the status 400.
    """
    try:
        return construct_event(body, header, secret)
    except SignatureVerificationError as error:
        raise RequestDenied(error_json(400, "invalid_webhook", reason=error.reason)) from None
