"""Runs the hooks of the sign-in routes."""

from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlencode

from attrs import evolve

from workos_async._auth.sign_in import SignIn
from workos_async._concurrency.callbacks import run_callback
from workos_core.auth.identity.identity import Authentication, NotAuthenticated
from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.identity.sign_in_hooks import HookFailed, SignedOut, SignInDenied, SignInHooks, SignInPage
from workos_core.auth.identity.sign_in_results import SignedIn, SignInFailed
from workos_core.auth.identity.web_request import WebRequest
from workos_core.auth.identity.web_response import WebResponse, add_cookies, redirect_location, see_other
from workos_core.auth.sessions.results import SessionRefreshed
from workos_core.auth.sign_in.return_paths import is_same_path
from workos_core.auth.tokens.claims import text_claim
from workos_core.auth.tokens.signed_token import unverified_claims


class HookRunner:
    """Calls the hooks of an application, and ends the sessions that they deny.

    All methods raise `HookFailed` if a hook raises an exception or returns a wrong value.

    Args:
        sign_in: The sign-in whose sessions are ended.
        hooks: The hooks.
    """

    def __init__(self, sign_in: SignIn, hooks: SignInHooks) -> None:
        self._sign_in = sign_in
        self._hooks = hooks

    async def signed_in(self, request: WebRequest, result: SignedIn) -> WebResponse | SignInFailed:
        """Return the response to a completed sign-in, or the failure if the hook denied it."""
        response = None
        if self._hooks.on_signed_in is not None:
            session_id = text_claim(unverified_claims(result.response.access_token), "sid")
            deletions = (cookie for cookie in result.cookies if cookie.max_age <= 0)
            expired = tuple(dict.fromkeys((*self._expired(request), *deletions)))
            try:
                response = await self._run("on_signed_in", request, result, expired, session_id)
            except SignInDenied as denied:
                return SignInFailed(denied.reason, cookies=expired, return_to=result.return_to, error=denied)
        return add_cookies(see_other(result.return_to) if response is None else response, result.cookies)

    async def failed(self, request: WebRequest, result: SignInFailed) -> WebResponse | None:
        """Return the response to a failed sign-in that a hook chose, or `None`."""
        response = None
        if self._hooks.on_failed is not None:
            expired = tuple(dict.fromkeys((*self._expired(request), *result.cookies)))
            response = await self._run("on_failed", request, result, expired)
        if isinstance(result.error, SignInDenied) and result.error.response is not None:
            response = result.error.response
        return None if response is None else add_cookies(response, result.cookies)

    async def refreshed(self, request: WebRequest, session: SessionRefreshed[Any]) -> WebResponse | None:
        """Return the response to a request that refreshed the session, or `None`.

        Raises:
            SignInDenied: The hook denied the session, which has been ended.
        """
        if self._hooks.on_refreshed is None:
            return None
        return await self._run("on_refreshed", request, session, self._expired(request), session.session_id)

    async def authenticated(self, request: WebRequest, result: Authentication) -> Authentication:
        """Return the result of authenticating a request, after the hook has seen a refreshed session."""
        if result.session is None:
            return result
        try:
            response = await self.refreshed(request, result.session)
        except SignInDenied as denied:
            expired = self._expired(request)
            return NotAuthenticated(denied.reason, cookies=expired, error=denied, response=denied.response)
        return evolve(result, response=response)

    async def sign_out(self, request: WebRequest) -> WebResponse:
        """End the session and return the response to a sign-out."""
        response = None
        session = self._sign_in.read_session(request.cookies)
        redirect = await self._sign_in.sign_out(request.cookies)
        if self._hooks.on_signed_out is not None:
            session_id = text_claim(unverified_claims(session.access_token), "sid") if session else None
            signed_out = SignedOut(
                url=redirect.url,
                session_id=session_id,
                user=session.user if session else None,
                organization_id=session.organization_id if session else None,
            )
            response = await self._run("on_signed_out", request, signed_out, redirect.cookies, session_id)
            if response is not None and redirect_location(response) != redirect.url:
                await self._sign_in.revoke_session(session_id)
        return add_cookies(see_other(redirect.url) if response is None else response, redirect.cookies)

    async def sign_in_page(self, request: WebRequest, page: SignInPage) -> WebResponse | None:
        """Return the application's own page before the hosted ones, or `None`."""
        if self._hooks.sign_in_page is None or isinstance(self._hooks.sign_in_page, str):
            return None
        return await self._run("sign_in_page", request, page)

    async def error_page(self, request: WebRequest, response: WebResponse) -> WebResponse:
        """Return the application's own page instead of an error page of this SDK, and any other response unchanged."""
        target = self._hooks.error_page
        if response.page is None or target is None:
            return response
        if not isinstance(target, str):
            custom = await self._run("error_page", request, response.page, response.cookies)
            return response if custom is None else add_cookies(custom, response.cookies)
        if is_same_path(target, request.path):  # the page itself is denied
            return response
        query = urlencode({"reason": response.page.reason, "status": response.page.status})
        return see_other(f"{request.url_path(target)}{'&' if '?' in target else '?'}{query}", response.cookies)

    async def _run(
        self,
        name: str,
        request: WebRequest,
        value: Any,
        expired: tuple[SetCookie, ...] = (),
        session_id: str | None = None,
    ) -> WebResponse | None:
        """Call a hook. If it denies the session or fails, the session is ended.

        Args:
            name: The name of the hook.
            request: Its first argument.
            value: Its second argument.
            expired: The cookies to set if the hook fails.
            session_id: The ID of the session to end.
        """
        hook: Callable[[WebRequest, Any], Awaitable[object] | object] = getattr(self._hooks, name)
        denied: SignInDenied | None = None
        try:
            response = await run_callback(hook, request, value)
            if response is None or isinstance(response, WebResponse):
                return response
            error: Exception = TypeError(f"{name} must return a WebResponse or None (got {type(response).__name__})")
        except SignInDenied as exception:
            denied = error = exception
        except Exception as exception:
            error = exception
        await self._sign_in.revoke_session(session_id)
        if denied is not None and name in ("on_signed_in", "on_refreshed"):
            raise denied
        raise HookFailed(name, error, expired)

    def _expired(self, request: WebRequest) -> tuple[SetCookie, ...]:
        return self._sign_in.expire_session(request.cookies)
