# Generated from workos_async/_auth/sign_in_routes.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The routes of sign-in for any framework: requests as values in, answers as values out. `workos_web` carries them."""

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from attrs import frozen

from workos_core.auth.identity.identity import Authentication, NotAuthenticated
from workos_core.auth.identity.requirements import Requirement
from workos_core.auth.identity.sign_in_results import OrganizationSwitched, SignInFailed
from workos_core.auth.identity.web_request import WebRequest
from workos_core.auth.identity.web_response import WebResponse, error_json, error_page, see_other, with_return_to
from workos_core.auth.sign_in.return_paths import safe_return_path

if TYPE_CHECKING:
    from workos_sync._auth.sign_in import SignIn


@frozen(kw_only=True)
class SignInPaths:
    """Where the routes of sign-in are.

    Attributes:
        sign_in: Starts a sign-in (GET); `return_to`, `screen_hint`, `login_hint` and `organization_id` may stand in the query.
        callback: The path of the redirect URI (GET).
        sign_out: Ends the session (POST).
        switch_organization: Goes over to another organization (POST, with the fields `organization_id` and `return_to`).
    """

    sign_in: str = "/login"
    callback: str = "/callback"
    sign_out: str = "/logout"
    switch_organization: str = "/switch-organization"

    @property
    def methods(self) -> dict[str, str]:
        """The method of each path."""
        return {self.sign_in: "GET", self.callback: "GET", self.sign_out: "POST", self.switch_organization: "POST"}


class SignInRoutes:
    """Answers the requests to the routes of sign-in, and refuses those to other routes that lack something.

    Args:
        sign_in: What does the work.
        paths: Where the routes are; None is the default, with the callback where the redirect URI says.
    """

    def __init__(self, sign_in: "SignIn", paths: SignInPaths | None = None) -> None:
        uri = urlsplit(sign_in.redirect_uri)
        self._sign_in = sign_in
        self._paths = paths or SignInPaths(callback=uri.path or "/")
        self._origin = f"{uri.scheme}://{uri.netloc}"

    @property
    def paths(self) -> SignInPaths:
        """Where the routes are."""
        return self._paths

    def handle(self, request: WebRequest) -> WebResponse:
        """Answer a request to one of the routes."""
        method = self._paths.methods.get(request.path)
        if method is None:
            return error_json(404, "not_found")
        if request.method != method and (method, request.method) != ("GET", "HEAD"):
            return WebResponse(405, "", {"Allow": method})
        if method == "POST" and not request.is_same_origin(self._origin):
            return error_page(403, "Not from here", "This form was sent by another site, so nothing was done.")
        if request.path == self._paths.sign_in:
            return self._login(request)
        if request.path == self._paths.callback:
            return self._callback(request)
        if request.path == self._paths.sign_out:
            out = self._sign_in.sign_out(request.cookies)
            return see_other(out.url, out.cookies)
        return self._switch(request)

    def authenticate(self, request: WebRequest) -> Authentication:
        """Say who makes a request."""
        return self._sign_in.authenticate(request.cookies, authorization=request.authorization)

    def check(self, request: WebRequest, found: Authentication, requirement: Requirement) -> WebResponse | None:
        """The answer for a request that may not go on; None if it may.

        Who navigates a browser is sent to sign in; programs get 401, 403 or 503 as JSON.
        """
        if isinstance(found, NotAuthenticated):
            return self._nobody(request, found)
        if requirement.is_satisfied_by(found.identity):
            return None
        if request.accepts_page:
            return error_page(403, "Not allowed", f"This page needs the {requirement}.", cookies=found.cookies)
        denied = error_json(403, "forbidden", required=str(requirement))
        return WebResponse(denied.status, denied.body, denied.headers, found.cookies)

    def _nobody(self, request: WebRequest, found: NotAuthenticated) -> WebResponse:
        if not request.accepts_page:
            if found.retryable:
                refused = error_json(503, found.reason, found.retry_after or 1.0)
            else:
                refused = error_json(401, "unauthorized", reason=found.reason)
            return WebResponse(refused.status, refused.body, refused.headers, found.cookies)
        if found.retryable:
            text = (
                "Signing in can't be checked at the moment. You are still signed in; load this page again in a moment."
            )
            return error_page(503, "One moment", text, cookies=found.cookies, retry_after=found.retry_after or 1.0)
        path = quote(request.path)  # as the browser sent it
        wanted = f"{path}?{request.query}" if request.query else path
        return see_other(with_return_to(self._paths.sign_in, wanted), found.cookies)

    def _login(self, request: WebRequest) -> WebResponse:
        begun = self._sign_in.start(
            request.cookies,
            return_to=self._way_back(request.query_value("return_to")),
            screen_hint=request.query_value("screen_hint"),
            login_hint=request.query_value("login_hint"),
            organization_id=request.query_value("organization_id"),
        )
        return see_other(begun.url, begun.cookies)

    def _callback(self, request: WebRequest) -> WebResponse:
        done = self._sign_in.complete(
            request.query,
            request.cookies,
            ip_address=request.ip_address,
            user_agent=request.headers.get("user-agent"),
        )
        if isinstance(done, SignInFailed):
            return self._failed(done)
        return see_other(done.return_to, done.cookies)

    def _failed(self, failed: SignInFailed) -> WebResponse:
        again = with_return_to(self._paths.sign_in, failed.return_to)
        if failed.reason == "missing_state":  # begun at an identity provider: now once more, bound to this browser
            return see_other(again, failed.cookies)
        return error_page(
            503 if failed.retryable else 400,
            "You are not signed in",
            "Signing in can't be finished at the moment."
            if failed.retryable
            else f"Signing in was not finished ({_word(failed.reason)}).",
            link=("Sign in again", again),
            cookies=failed.cookies,
        )

    def _switch(self, request: WebRequest) -> WebResponse:
        wanted = request.form_value("organization_id")
        back = safe_return_path(self._way_back(request.form_value("return_to")))
        if not wanted:
            return error_page(400, "Which organization?", "The form has no organization_id.", link=("Back", back))
        switched = self._sign_in.switch_organization(request.cookies, wanted, return_to=back)
        if isinstance(switched, OrganizationSwitched):
            return see_other(back, switched.cookies)
        if switched.sign_in is not None:
            return see_other(switched.sign_in.url, switched.sign_in.cookies)
        return error_page(
            503 if switched.retryable else 403,
            "Still in the same organization",
            f"Changing the organization was not possible ({_word(switched.reason)}).",
            link=("Back", back),
            cookies=switched.cookies,
        )

    def _way_back(self, wanted: str | None) -> str | None:
        """Where to go afterwards, but never to these routes: signing in again and again would have no end."""
        path = (wanted or "").partition("?")[0].partition("#")[0].rstrip("/")
        return None if path in {each.rstrip("/") for each in self._paths.methods} else wanted


def _word(reason: str) -> str:
    """A reason to show. That of a callback comes through the browser, so anyone may have written it."""
    return reason if re.fullmatch(r"[A-Za-z_]{1,60}", reason) else "unknown"
