"""The sign-in routes, independent of the web framework; `workos_web` connects them to frameworks."""

import re
from urllib.parse import quote, urlencode, urlsplit

from attrs import frozen

from workos_async._auth.hook_runner import HookRunner
from workos_async._auth.sign_in import SignIn
from workos_core.auth.identity.identity import Authentication, NotAuthenticated
from workos_core.auth.identity.requirements import Requirement
from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.identity.sign_in_hooks import SignInDenied, SignInHooks, SignInPage
from workos_core.auth.identity.sign_in_results import OrganizationSwitched, SignedIn, SignInFailed
from workos_core.auth.identity.web_request import WebRequest
from workos_core.auth.identity.web_response import (
    WebResponse,
    add_cookies,
    error_json,
    error_page,
    see_other,
    with_return_to,
)
from workos_core.auth.sign_in.return_paths import safe_return_path

_START = "start=true"
"""The query parameter that starts a sign-in where the application has a page of its own at the path of the sign-in route."""


@frozen(kw_only=True)
class SignInPaths:
    """The URL paths of the sign-in routes.

    Attributes:
        sign_in: Starts a sign-in (GET, with the optional query parameters `return_to`, `screen_hint`, `login_hint` and
            `organization_id`), or shows the sign-in page of the application, which starts it with `start=true`.
        callback: Completes a sign-in: the path of the redirect URI (GET).
        sign_out: Ends the session (POST).
        switch_organization: Switches to another organization (POST, with the form fields `organization_id` and `return_to`).
    """

    sign_in: str = "/login"
    callback: str = "/callback"
    sign_out: str = "/logout"
    switch_organization: str = "/switch-organization"

    @property
    def methods(self) -> dict[str, str]:
        """The HTTP method of each path."""
        return {self.sign_in: "GET", self.callback: "GET", self.sign_out: "POST", self.switch_organization: "POST"}


class SignInRoutes:
    """Handles requests to the sign-in routes, and checks the requirements of other routes.

    Args:
        sign_in: The sign-in that the routes use.
        paths: The paths of the routes; defaults to `SignInPaths()` with the path of the redirect URI as `callback`.
        hooks: Functions of your application that run before cookies are set, and pages of your own.
    """

    def __init__(self, sign_in: SignIn, paths: SignInPaths | None = None, *, hooks: SignInHooks | None = None) -> None:
        uri = urlsplit(sign_in.redirect_uri)
        self._sign_in = sign_in
        self._paths = paths or SignInPaths(callback=uri.path or "/")
        self._origin = f"{uri.scheme}://{uri.netloc}"
        self._hooks = SignInHooks.check(hooks)
        self._runner = HookRunner(sign_in, self._hooks)

    @property
    def sign_in(self) -> SignIn:
        """The sign-in that the routes use."""
        return self._sign_in

    @property
    def paths(self) -> SignInPaths:
        """The paths of the routes."""
        return self._paths

    async def handle(self, request: WebRequest) -> WebResponse:
        """Return the response to a request for one of the routes.

        Raises:
            HookFailed: A hook has failed. Set its cookies.
        """
        return await self.render(request, await self._dispatch(request))

    async def render(self, request: WebRequest, response: WebResponse) -> WebResponse:
        """Return the application's own error page if a response of `check` is an error page, and any other response unchanged.

        Raises:
            HookFailed: The function that returns the page has failed.
        """
        return await self._runner.error_page(request, response)

    async def _dispatch(self, request: WebRequest) -> WebResponse:
        method = self._paths.methods.get(request.path)
        if method is None:
            return error_json(404, "not_found")
        if request.method != method and (method, request.method) != ("GET", "HEAD"):
            return WebResponse(405, "", {"Allow": method})
        if method == "POST" and not request.is_same_origin(self._origin):
            return error_page(
                403,
                "Request blocked",
                "This form was submitted from another site. Nothing was changed.",
                reason="cross_site",
            )
        if request.path == self._paths.sign_in:
            return await self._start(request)
        if request.path == self._paths.callback:
            return await self._complete(request)
        if request.path == self._paths.sign_out:
            return await self._runner.signed_out(request, self._sign_in.sign_out(request.cookies))
        return await self._switch_organization(request)

    async def authenticate(self, request: WebRequest) -> Authentication:
        """Authenticate a request; see `SignIn.authenticate`. If the result has a `response`, send it instead of handling the request.

        Raises:
            HookFailed: The hook `on_refreshed` has failed. Set its cookies.
        """
        result = await self._sign_in.authenticate(request.cookies, authorization=request.authorization)
        return await self._runner.authenticated(request, result)

    def check(
        self, request: WebRequest, authentication: Authentication, requirement: Requirement
    ) -> WebResponse | None:
        """Return `None` if a request satisfies a requirement, else the response that rejects it.

        A browser that navigates is redirected to sign in; API clients and scripts get 401, 403 or 503 as JSON.
        """
        if isinstance(authentication, NotAuthenticated):
            return self._reject(request, authentication)
        if requirement.is_satisfied_by(authentication.identity):
            return None
        cookies = authentication.cookies
        if request.accepts_page:
            text = f"You don't have permission to view this page. Required: {requirement}."
            return error_page(403, "Access denied", text, cookies=cookies, reason="forbidden")
        return error_json(403, "forbidden", cookies=cookies, required=str(requirement))

    def _reject(self, request: WebRequest, failed: NotAuthenticated) -> WebResponse:
        if not request.accepts_page:
            if failed.retryable:
                return error_json(503, failed.reason, failed.retry_after or 1.0, failed.cookies)
            return error_json(401, "unauthorized", cookies=failed.cookies, reason=failed.reason)
        if failed.retryable:
            text = "We can't verify your session right now. You are still signed in. Reload this page in a moment."
            return error_page(
                503,
                "Temporarily unavailable",
                text,
                cookies=failed.cookies,
                retry_after=failed.retry_after or 1.0,
                reason=failed.reason,
            )
        path = quote(request.path)  # frameworks decode the path
        return_to = f"{path}?{request.query}" if request.query else path
        return see_other(self._sign_in_url(return_to), failed.cookies)

    def _sign_in_url(self, return_to: str, *, start: bool = False) -> str:
        """Return the URL that a user signs in at: a page of the application, or with `start` the route that redirects to WorkOS."""
        page = self._hooks.sign_in_page
        if isinstance(page, str) and not start:
            return f"{page}{'&' if '?' in page else '?'}{urlencode({'return_to': return_to})}"
        url = with_return_to(self._paths.sign_in, return_to)
        return f"{url}&{_START}" if start and callable(page) else url

    async def _start(self, request: WebRequest) -> WebResponse:
        if not request.query_value("start"):
            start_url = (
                f"{self._paths.sign_in}?{request.query}&{_START}"
                if request.query
                else f"{self._paths.sign_in}?{_START}"
            )
            page = SignInPage(start_url=start_url, return_to=request.query_value("return_to"))
            response = await self._runner.sign_in_page(request, page)
            if response is not None:
                return response
        redirect = self._sign_in.start(
            request.cookies,
            return_to=self._without_loops(request.query_value("return_to")),
            screen_hint=request.query_value("screen_hint"),
            login_hint=request.query_value("login_hint"),
            organization_id=request.query_value("organization_id"),
        )
        return see_other(redirect.url, redirect.cookies)

    async def _complete(self, request: WebRequest) -> WebResponse:
        result = await self._sign_in.complete(
            request.query,
            request.cookies,
            ip_address=request.ip_address,
            user_agent=request.headers.get("user-agent"),
        )
        if isinstance(result, SignedIn):
            outcome = await self._runner.signed_in(request, result)
            if isinstance(outcome, WebResponse):
                return outcome
            result = outcome
        response = await self._runner.failed(request, result)
        return self._show_failure(result) if response is None else response

    def _show_failure(self, failed: SignInFailed) -> WebResponse:
        if failed.reason == "missing_state":  # started at the identity provider: start again, bound to this browser
            return see_other(self._sign_in_url(failed.return_to, start=True), failed.cookies)
        sign_in = self._sign_in_url(failed.return_to)
        if isinstance(failed.error, SignInDenied):
            return self._show_denial(failed.error, failed.return_to, failed.cookies)
        return error_page(
            503 if failed.retryable else 400,
            "Sign-in failed",
            "Sign-in is temporarily unavailable. Try again in a moment."
            if failed.retryable
            else f"We couldn't complete your sign-in ({_printable(failed.reason)}).",
            link=("Sign in again", sign_in),
            cookies=failed.cookies,
            reason=_printable(failed.reason),
        )

    def _show_denial(self, denied: SignInDenied, return_to: str, cookies: tuple[SetCookie, ...]) -> WebResponse:
        text = denied.message or "You can't sign in to this application."
        link = ("Sign in again", self._sign_in_url(return_to))
        return error_page(403, "Sign-in denied", text, link=link, cookies=cookies, reason=denied.reason)

    async def _switch_organization(self, request: WebRequest) -> WebResponse:
        organization_id = request.form_value("organization_id")
        return_to = safe_return_path(self._without_loops(request.form_value("return_to")))
        if not organization_id:
            text = "Select an organization and try again (organization_id is missing)."
            return error_page(
                400, "No organization selected", text, link=("Back", return_to), reason="missing_organization"
            )
        result = await self._sign_in.switch_organization(request.cookies, organization_id, return_to=return_to)
        if isinstance(result, OrganizationSwitched):
            try:
                response = await self._runner.refreshed(request, result.session)
            except SignInDenied as denied:
                cookies = self._sign_in.expire_session(request.cookies)
                if denied.response is not None:
                    return add_cookies(denied.response, cookies)
                return self._show_denial(denied, return_to, cookies)
            return add_cookies(see_other(return_to) if response is None else response, result.cookies)
        if result.sign_in is not None:
            return see_other(result.sign_in.url, result.sign_in.cookies)
        return error_page(
            503 if result.retryable else 403,
            "Organization not switched",
            f"You are still in the same organization ({_printable(result.reason)}).",
            link=("Back", return_to),
            cookies=result.cookies,
            reason=_printable(result.reason),
        )

    def _without_loops(self, return_to: str | None) -> str | None:
        """Return the path unless it is one of these routes: returning to the sign-in route would sign in again and again."""
        path = (return_to or "").partition("?")[0].partition("#")[0].rstrip("/")
        return None if path in {each.rstrip("/") for each in self._paths.methods} else return_to


def _printable(reason: str) -> str:
    """Return a reason that is safe to show. The reason of a callback passes through the browser, so it is untrusted."""
    return reason if re.fullmatch(r"[A-Za-z_]{1,60}", reason) else "unknown"
