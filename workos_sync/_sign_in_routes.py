# Generated from workos_async/_sign_in_routes.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The routes of sign-in for any framework: requests as values in, answers as values out. `workos_web` carries them."""

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from attrs import frozen

from workos_core.identity import Authentication, NotAuthenticated
from workos_core.requirements import Requirement
from workos_core.return_paths import safe_return_path
from workos_core.sign_in_results import OrganizationSwitched, SignInFailed
from workos_core.web import WebAnswer, WebRequest, error_json, error_page, see_other, with_return_to

if TYPE_CHECKING:
    from workos_sync._sign_in import SignIn


@frozen(kw_only=True)
class Paths:
    """Where the routes of sign-in are.

    Attributes:
        login: Begins a sign-in (GET); `return_to`, `screen_hint`, `login_hint` and `organization_id` may stand in the query.
        callback: The path of the redirect URI (GET).
        logout: Ends the session (POST).
        switch: Goes over to another organization (POST, with the fields `organization_id` and `return_to`).
    """

    login: str = "/login"
    callback: str = "/callback"
    logout: str = "/logout"
    switch: str = "/switch-organization"

    @property
    def methods(self) -> dict[str, str]:
        """The method of each path."""
        return {self.login: "GET", self.callback: "GET", self.logout: "POST", self.switch: "POST"}


class SignInRoutes:
    """Answers the requests to the routes of sign-in, and refuses those to other routes that lack something.

    Args:
        sign_in: What does the work.
        paths: Where the routes are; None is the default, with the callback where the redirect URI says.
    """

    def __init__(self, sign_in: "SignIn", paths: Paths | None = None) -> None:
        uri = urlsplit(sign_in.redirect_uri)
        self._sign_in = sign_in
        self._paths = paths or Paths(callback=uri.path or "/")
        self._origin = f"{uri.scheme}://{uri.netloc}"

    @property
    def paths(self) -> Paths:
        """Where the routes are."""
        return self._paths

    def answer(self, request: WebRequest) -> WebAnswer:
        """Answer a request to one of the routes."""
        method = self._paths.methods.get(request.path)
        if method is None:
            return error_json(404, "not_found")
        if request.method != method and (method, request.method) != ("GET", "HEAD"):
            return WebAnswer(405, "", {"Allow": method})
        if method == "POST" and not request.comes_from(self._origin):
            return error_page(403, "Not from here", "This form was sent by another site, so nothing was done.")
        if request.path == self._paths.login:
            return self._login(request)
        if request.path == self._paths.callback:
            return self._callback(request)
        if request.path == self._paths.logout:
            out = self._sign_in.log_out(request.cookies)
            return see_other(out.url, out.cookies)
        return self._switch(request)

    def authenticate(self, request: WebRequest) -> Authentication:
        """Say who makes a request."""
        return self._sign_in.authenticate(request.cookies, authorization=request.authorization)

    def refuse(self, request: WebRequest, found: Authentication, requirement: Requirement) -> WebAnswer | None:
        """The answer for a request that may not go on; None if it may.

        Who navigates a browser is sent to sign in; programs get 401, 403 or 503 as JSON.
        """
        if isinstance(found, NotAuthenticated):
            return self._nobody(request, found)
        if requirement.met_by(found.identity):
            return None
        if request.wants_page:
            return error_page(403, "Not allowed", f"This page needs the {requirement}.", cookies=found.cookies)
        denied = error_json(403, "forbidden", required=str(requirement))
        return WebAnswer(denied.status, denied.body, denied.headers, found.cookies)

    def _nobody(self, request: WebRequest, found: NotAuthenticated) -> WebAnswer:
        if not request.wants_page:
            if found.retryable:
                refused = error_json(503, found.reason, found.retry_after or 1.0)
            else:
                refused = error_json(401, "unauthorized", reason=found.reason)
            return WebAnswer(refused.status, refused.body, refused.headers, found.cookies)
        if found.retryable:
            text = (
                "Signing in can't be checked at the moment. You are still signed in; load this page again in a moment."
            )
            return error_page(503, "One moment", text, cookies=found.cookies, retry_after=found.retry_after or 1.0)
        path = quote(request.path)  # as the browser sent it
        wanted = f"{path}?{request.query}" if request.query else path
        return see_other(with_return_to(self._paths.login, wanted), found.cookies)

    def _login(self, request: WebRequest) -> WebAnswer:
        begun = self._sign_in.begin(
            request.cookies,
            return_to=self._way_back(request.argument("return_to")),
            screen_hint=request.argument("screen_hint"),
            login_hint=request.argument("login_hint"),
            organization_id=request.argument("organization_id"),
        )
        return see_other(begun.url, begun.cookies)

    def _callback(self, request: WebRequest) -> WebAnswer:
        done = self._sign_in.finish(
            request.query,
            request.cookies,
            ip_address=request.ip_address,
            user_agent=request.headers.get("user-agent"),
        )
        if isinstance(done, SignInFailed):
            return self._failed(done)
        return see_other(done.return_to, done.cookies)

    def _failed(self, failed: SignInFailed) -> WebAnswer:
        again = with_return_to(self._paths.login, failed.return_to)
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

    def _switch(self, request: WebRequest) -> WebAnswer:
        wanted = request.field("organization_id")
        back = safe_return_path(self._way_back(request.field("return_to")))
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
