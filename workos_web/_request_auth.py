"""The authentication of one request, and the verification of webhooks, shared by all frameworks."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeAlias

from workos_core.auth.identity.identity import Authenticated, Authentication, Identity, NotAuthenticated
from workos_core.auth.identity.requirements import Requirement
from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.identity.sign_in_hooks import HookFailed
from workos_core.auth.identity.web_request import WebRequest
from workos_core.auth.identity.web_response import WebResponse, add_cookies, error_json
from workos_core.lazy_names import lazy_type
from workos_core.models.events import Event
from workos_core.webhooks.signatures import SignatureVerificationError, construct_event

if TYPE_CHECKING:
    from workos_async import SignInRoutes as AsyncSignInRoutes
    from workos_sync import SignInRoutes as SyncSignInRoutes
else:
    AsyncSignInRoutes = lazy_type("workos_async", "SignInRoutes")
    SyncSignInRoutes = lazy_type("workos_sync", "SignInRoutes")

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
    def __init__(self, request: WebRequest, on_read: Callable[[], object] | None = None) -> None:
        self.request = request
        self._on_read = on_read
        self._result: Authentication | None = None
        self.hook_failed: HookFailed | None = None
        self._denial_cookies: tuple[SetCookie, ...] = ()

    def fail(self, failed: HookFailed) -> Exception:
        """Return the exception of a failed hook, and keep the cookies that its response must set."""
        self.hook_failed = failed
        self._result = NotAuthenticated("hook_failed", cookies=failed.cookies, error=failed.error)
        self._notify()
        return failed.error

    def _accept(self, result: Authentication) -> Authentication:
        self._result = result
        self._notify()
        if result.response is not None:
            raise self._deny(add_cookies(result.response, result.cookies))
        return result

    def _deny(self, response: WebResponse) -> "RequestDenied":
        """Return the exception that denies the request. The cookies that only its response has are set on all responses."""
        self._denial_cookies = tuple(cookie for cookie in response.cookies if cookie not in self.cookies)
        return RequestDenied(response)

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
        return self._denial_cookies if self._result is None else (*self._denial_cookies, *self._result.cookies)


class AsyncRequestAuth(_RequestAuth):
    """The authentication of one request, for async code. It runs on first use and is kept for the rest of the request.

    Attributes:
        request: The request.
        hook_failed: The failure of a hook during this request, or None.
    """

    def __init__(
        self, routes: "AsyncSignInRoutes", request: WebRequest, on_read: Callable[[], object] | None = None
    ) -> None:
        super().__init__(request, on_read)
        self._routes = routes

    @property
    def routes(self) -> "AsyncSignInRoutes":
        """The sign-in routes of the application."""
        return self._routes

    async def authenticate(self) -> Authentication:
        """Return the result of authenticating the request. Only the first call does any work.

        Raises:
            RequestDenied: The hook `on_refreshed` chose a response.
        """
        if self._result is not None:
            self._notify()
            return self._result
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
            raise self._deny(response)
        raise error


class SyncRequestAuth(_RequestAuth):
    """The authentication of one request, for synchronous code. It runs on first use and is kept for the rest of the request.

    Attributes:
        request: The request.
        hook_failed: The failure of a hook during this request, or None.
    """

    def __init__(
        self, routes: "SyncSignInRoutes", request: WebRequest, on_read: Callable[[], object] | None = None
    ) -> None:
        super().__init__(request, on_read)
        self._routes = routes

    @property
    def routes(self) -> "SyncSignInRoutes":
        """The sign-in routes of the application."""
        return self._routes

    def authenticate(self) -> Authentication:
        """Return the result of authenticating the request. Only the first call does any work.

        Raises:
            RequestDenied: The hook `on_refreshed` chose a response.
        """
        if self._result is not None:
            self._notify()
            return self._result
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
            raise self._deny(response)
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
