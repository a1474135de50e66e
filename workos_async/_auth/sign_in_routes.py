"""The sign-in routes, independent of the web framework; `workos_web` connects them to frameworks."""

import re
from urllib.parse import quote, urlsplit

from attrs import frozen

from workos_async._auth.sign_in import SignIn
from workos_core.auth.identity.identity import Authentication, NotAuthenticated
from workos_core.auth.identity.requirements import Requirement
from workos_core.auth.identity.sign_in_results import OrganizationSwitched, SignInFailed
from workos_core.auth.identity.web_request import WebRequest
from workos_core.auth.identity.web_response import WebResponse, error_json, error_page, see_other, with_return_to
from workos_core.auth.sign_in.return_paths import is_same_path, safe_return_path


@frozen(kw_only=True)
class SignInPaths:
    """The URL paths of the sign-in routes.

    Attributes:
        sign_in: Starts a sign-in (GET, with the optional query parameters `return_to`, `screen_hint`, `login_hint` and
            `organization_id`).
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
    """

    def __init__(self, sign_in: SignIn, paths: SignInPaths | None = None) -> None:
        uri = urlsplit(sign_in.redirect_uri)
        self._sign_in = sign_in
        self._paths = paths or SignInPaths(callback=uri.path or "/")

    @property
    def paths(self) -> SignInPaths:
        """The paths of the routes."""
        return self._paths

    async def handle(self, request: WebRequest) -> WebResponse:
        """Return the response to a request for one of the routes."""
        method = self._paths.methods.get(request.path)
        if method is None:
            return error_json(404, "not_found")
        if request.method != method and (method, request.method) != ("GET", "HEAD"):
            return WebResponse(405, "", {"Allow": method})
        if method == "POST" and not request.is_same_origin(self._sign_in.allowed_origins):
            return error_page(403, "Request blocked", "This form was submitted from another site. Nothing was changed.")
        if request.path == self._paths.sign_in:
            return self._start(request)
        if request.path == self._paths.callback:
            return await self._complete(request)
        if request.path == self._paths.sign_out:
            redirect = await self._sign_in.sign_out(request.cookies)
            return see_other(redirect.url, redirect.cookies)
        return await self._switch_organization(request)

    async def authenticate(self, request: WebRequest) -> Authentication:
        """Authenticate a request; see `SignIn.authenticate`.

        Cookies don't count for a request that a page of another origin makes, such as a form or a WebSocket handshake.
        """
        if not request.has_foreign_origin(self._sign_in.allowed_origins):
            return await self._sign_in.authenticate(request.cookies, authorization=request.authorization)
        result = await self._sign_in.authenticate({}, authorization=request.authorization)
        has_cookie = any(self._sign_in.is_own_cookie(name) for name in request.cookies)
        is_ignored = has_cookie and result == NotAuthenticated("no_session_cookie_provided")
        return NotAuthenticated("foreign_origin") if is_ignored else result

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
            return error_page(403, "Access denied", text, cookies=cookies)
        return error_json(403, "forbidden", cookies=cookies, required=str(requirement))

    def _reject(self, request: WebRequest, failed: NotAuthenticated) -> WebResponse:
        if not request.accepts_page:
            if failed.retryable:
                return error_json(503, failed.reason, failed.retry_after or 1.0, failed.cookies)
            return error_json(401, "unauthorized", cookies=failed.cookies, reason=failed.reason)
        if failed.retryable:
            text = "We can't verify your session right now. You are still signed in. Reload this page in a moment."
            return error_page(
                503, "Temporarily unavailable", text, cookies=failed.cookies, retry_after=failed.retry_after or 1.0
            )
        path = quote(request.path)  # frameworks decode the path
        return_to = f"{path}?{request.query}" if request.query else path
        return see_other(with_return_to(self._paths.sign_in, return_to), failed.cookies)

    def _start(self, request: WebRequest) -> WebResponse:
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
        if isinstance(result, SignInFailed):
            return self._show_failure(result)
        return see_other(result.return_to, result.cookies)

    def _show_failure(self, failed: SignInFailed) -> WebResponse:
        sign_in = with_return_to(self._paths.sign_in, failed.return_to)
        if failed.reason == "missing_state":  # started at the identity provider: start again, bound to this browser
            return see_other(sign_in, failed.cookies)
        return error_page(
            503 if failed.retryable else 400,
            "Sign-in failed",
            "Sign-in is temporarily unavailable. Try again in a moment."
            if failed.retryable
            else f"We couldn't complete your sign-in ({_printable(failed.reason)}).",
            link=("Sign in again", sign_in),
            cookies=failed.cookies,
        )

    async def _switch_organization(self, request: WebRequest) -> WebResponse:
        organization_id = request.form_value("organization_id")
        return_to = safe_return_path(self._without_loops(request.form_value("return_to")))
        if not organization_id:
            text = "Select an organization and try again (organization_id is missing)."
            return error_page(400, "No organization selected", text, link=("Back", return_to))
        result = await self._sign_in.switch_organization(request.cookies, organization_id, return_to=return_to)
        if isinstance(result, OrganizationSwitched):
            return see_other(return_to, result.cookies)
        if result.sign_in is not None:
            return see_other(result.sign_in.url, result.sign_in.cookies)
        return error_page(
            503 if result.retryable else 403,
            "Organization not switched",
            f"You are still in the same organization ({_printable(result.reason)}).",
            link=("Back", return_to),
            cookies=result.cookies,
        )

    def _without_loops(self, return_to: str | None) -> str | None:
        """Return the path unless it is one of these routes: returning to the sign-in route would sign in again and again."""
        is_loop = any(is_same_path(return_to or "", path) for path in self._paths.methods)
        return None if is_loop else return_to


def _printable(reason: str) -> str:
    """Return a reason that is safe to show. The reason of a callback passes through the browser, so it is untrusted."""
    return reason if re.fullmatch(r"[A-Za-z_]{1,60}", reason) else "unknown"
