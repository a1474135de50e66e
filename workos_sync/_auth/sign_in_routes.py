# Generated from workos_async/_auth/sign_in_routes.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The sign-in routes, independent of the web framework; `workos_web` connects them to frameworks."""

import re
from typing import Literal, TypeAlias
from urllib.parse import urlencode

from attrs import evolve, frozen

from workos_core.auth.identity.identity import Authentication, NotAuthenticated
from workos_core.auth.identity.request_uris import url_at_loopback_host
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
    htmx_redirect,
    redirect_location,
    see_other,
    with_return_to,
)
from workos_core.auth.sign_in.return_paths import is_same_path, safe_return_path
from workos_core.errors import ConfigurationError, RateLimitExceededError
from workos_sync._auth.hook_runner import HookRunner
from workos_sync._auth.sign_in import SignIn

Route: TypeAlias = Literal["sign_in", "callback", "sign_out", "switch_organization"]
"""The name of a sign-in route."""

_METHODS: dict[Route, str] = {"sign_in": "GET", "callback": "GET", "sign_out": "POST", "switch_organization": "POST"}

_START = "start=true"
"""The query parameter that starts a sign-in where the application has a page of its own at the path of the sign-in route."""


@frozen(kw_only=True)
class SignInPaths:
    """The URL paths of the sign-in routes, relative to the path below which the app is served.

    Attributes:
        sign_in: Starts a sign-in (GET, with the optional query parameters `return_to`, `screen_hint`, `login_hint` and
            `organization_id`), or shows the sign-in page of the application, which starts it with `start=true`.
        callback: Completes a sign-in: the path of the redirect URI (GET).
        sign_out: Ends the session (POST).
        switch_organization: Switches to another organization (POST, with the form fields `organization_id` and `return_to`).

    Raises:
        ConfigurationError: A path doesn't start with a slash, or two paths are equal.
    """

    sign_in: str = "/login"
    callback: str = "/callback"
    sign_out: str = "/logout"
    switch_organization: str = "/switch-organization"

    def __attrs_post_init__(self) -> None:
        names: dict[str, Route] = {}
        for name in _METHODS:
            path: str = getattr(self, name)
            if not path.startswith("/"):
                raise ConfigurationError(f"{name} of SignInPaths must start with a slash (got {path!r})")
            if path in names:
                raise ConfigurationError(
                    f"{names[path]} and {name} have the same path {path!r}: pass paths=SignInPaths({name}=…)"
                )
            names[path] = name

    @property
    def methods(self) -> dict[str, str]:
        """The HTTP method of each path."""
        return {self.sign_in: "GET", self.callback: "GET", self.sign_out: "POST", self.switch_organization: "POST"}


class SignInRoutes:
    """Handles requests to the sign-in routes, and checks the requirements of other routes.

    If the app is served below a path such as `/shop`, pass that path as `root_path` of each request.

    Args:
        sign_in: The sign-in that the routes use.
        paths: The paths of the routes; defaults to `SignInPaths()` with the path of the redirect URI as `callback`. If a function
            returns the redirect URI, its path must be `callback`.
        hooks: Functions of your application that run before cookies are set, and pages of your own.

    Raises:
        TypeError: `hooks` is not a `SignInHooks`.
        ConfigurationError: `sign_in` is not a `SignIn` of this package, or two routes have the same path.
    """

    def __init__(self, sign_in: SignIn, paths: SignInPaths | None = None, *, hooks: SignInHooks | None = None) -> None:
        if not isinstance(sign_in, SignIn):  # pyright: ignore[reportUnnecessaryIsInstance] - not everybody checks types
            kind = f"{type(sign_in).__module__}.{type(sign_in).__qualname__}"
            raise ConfigurationError(f"sign_in must be a {SignIn.__module__.partition('.')[0]}.SignIn (got {kind})")
        self._sign_in = sign_in
        is_default = paths is None or paths.callback in sign_in.callback_paths
        self._callback_paths = sign_in.callback_paths if is_default else ()
        self._paths = paths or SignInPaths(callback=next(iter(self._callback_paths), "/callback"))
        self._hooks = SignInHooks.check(hooks)

    @property
    def sign_in(self) -> SignIn:
        """The sign-in that the routes use."""
        return self._sign_in

    @property
    def paths(self) -> SignInPaths:
        """The paths of the routes."""
        return self._paths

    @property
    def callback_paths(self) -> list[str]:
        """Every path, relative to the root of the app, that may be the callback: the app may be served below a path.

        The callback of `https://app.example/shop/callback` is `/callback` if the app is served below `/shop`.
        """
        paths = [self._paths.callback]
        for path in self._callback_paths:
            parts = path.split("/")
            paths += ["/" + "/".join(parts[start:]) for start in range(1, len(parts))]
        return list(dict.fromkeys(paths))

    def find_route(self, request: WebRequest) -> Route | None:
        """Return the route that a request is for, or `None`."""
        return self._find_route(self._sign_in.prepare(request))

    def _find_route(self, request: WebRequest) -> Route | None:
        callback_paths = (self._paths.callback, *self._callback_paths)
        if request.path in callback_paths or request.root_path + request.path in self._callback_paths:
            return "callback"
        return next((name for name in _METHODS if request.path == getattr(self._paths, name)), None)

    def handle(self, request: WebRequest) -> WebResponse:
        """Return the response to a request for one of the routes.

        Raises:
            HookFailed: A hook has failed. Set its cookies.
        """
        request = self._sign_in.prepare(request)
        route = self._find_route(request)
        if route is None:
            return error_json(404, "not_found")
        method = _METHODS[route]
        if request.method != method and (method, request.method) != ("GET", "HEAD"):
            return WebResponse(405, "", {"Allow": "GET, HEAD" if method == "GET" else method})
        sign_in = self._sign_in.for_request(request)
        response = self._respond(route, request, sign_in)
        return _for_htmx(request, HookRunner(sign_in, self._hooks).error_page(request, response))

    def render(self, request: WebRequest, response: WebResponse) -> WebResponse:
        """Return the application's own error page if a response of `check` is an error page, and any other response unchanged.

        Raises:
            HookFailed: The function that returns the page has failed.
        """
        return HookRunner(self._sign_in, self._hooks).error_page(self._sign_in.prepare(request), response)

    def _respond(self, route: Route, request: WebRequest, sign_in: SignIn) -> WebResponse:
        if _METHODS[route] == "POST" and not request.is_same_origin(sign_in.allowed_origins):
            return error_page(
                403,
                "Request blocked",
                "This form was submitted from another site. Nothing was changed.",
                reason="cross_site",
            )
        if route == "sign_out":
            return HookRunner(sign_in, self._hooks).sign_out(request)
        if not sign_in.has_redirect_uri:
            text = f"Sign-in is not available at {request.host or 'this host'}."
            return error_page(400, "Unknown host", text, reason="unknown_host")
        if route == "sign_in":
            return self._start(request, sign_in)
        if route == "callback":
            return self._complete(request, sign_in)
        return self._switch_organization(request, sign_in)

    def authenticate(self, request: WebRequest) -> Authentication:
        """Authenticate a request; see `SignIn.authenticate`. If the result has a `response`, send it instead of handling the request.

        Cookies don't count for a request that a page of another origin makes, such as a form or a WebSocket handshake.

        Raises:
            HookFailed: The hook `on_refreshed` has failed. Set its cookies.
        """
        request = self._sign_in.prepare(request)
        sign_in = self._sign_in.for_request(request)
        if not request.has_foreign_origin(sign_in.allowed_origins):
            result = sign_in.authenticate(request.cookies, authorization=request.authorization)
            result = HookRunner(sign_in, self._hooks).authenticated(request, result)
            return result if result.response is None else evolve(result, response=_for_htmx(request, result.response))
        result = sign_in.authenticate({}, authorization=request.authorization)
        has_cookie = any(sign_in.is_own_cookie(name) for name in request.cookies)
        is_ignored = has_cookie and result == NotAuthenticated("no_session_cookie_provided")
        return NotAuthenticated("foreign_origin") if is_ignored else result

    def check(
        self, request: WebRequest, authentication: Authentication, requirement: Requirement
    ) -> WebResponse | None:
        """Return `None` if a request satisfies a requirement, else the response that rejects it.

        A browser that navigates is redirected to sign in, or gets a page with a link if it submitted a form. htmx gets `HX-Redirect`.
        API clients and scripts get 401, 403 or 503 as JSON.
        """
        request = self._sign_in.prepare(request)
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
        sign_in = self._sign_in_url(request, request.page_path)
        if request.is_htmx and not failed.retryable:
            return htmx_redirect(sign_in, 401, failed.cookies)
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
        if request.method == "POST":  # a redirect would lose the form without a word
            text = "You are no longer signed in, so your form was not processed. Sign in, then submit it again."
            return error_page(
                401, "Sign in again", text, link=("Sign in", sign_in), cookies=failed.cookies, reason=failed.reason
            )
        return see_other(sign_in, failed.cookies)

    def _sign_in_url(self, request: WebRequest, return_to: str, *, start: bool = False) -> str:
        """Return the URL that a user signs in at: a page of the application, or with `start` the route that redirects to WorkOS."""
        page = self._hooks.sign_in_page
        # A sign-in page that is denied itself would redirect to itself again and again.
        if isinstance(page, str) and not start and not is_same_path(page, request.path):
            return f"{request.url_path(page)}{'&' if '?' in page else '?'}{urlencode({'return_to': return_to})}"
        url = with_return_to(request.url_path(self._paths.sign_in), return_to)
        return f"{url}&{_START}" if start and callable(page) else url

    def _start(self, request: WebRequest, sign_in: SignIn) -> WebResponse:
        if not request.query_value("start"):
            query = f"{request.query}&{_START}" if request.query else _START
            start_url = f"{request.url_path(self._paths.sign_in)}?{query}"
            page = SignInPage(start_url=start_url, return_to=request.query_value("return_to"))
            response = HookRunner(sign_in, self._hooks).sign_in_page(request, page)
            if response is not None:
                return response
        url = url_at_loopback_host(request, sign_in.redirect_uri)
        if url is not None:
            return see_other(url)
        redirect = sign_in.start(
            request.cookies,
            return_to=self._without_loops(request, request.query_value("return_to")),
            screen_hint=request.query_value("screen_hint"),
            login_hint=request.query_value("login_hint"),
            organization_id=request.query_value("organization_id"),
        )
        return see_other(redirect.url, redirect.cookies)

    def _complete(self, request: WebRequest, sign_in: SignIn) -> WebResponse:
        result = sign_in.complete(
            request.query,
            request.cookies,
            ip_address=request.ip_address,
            user_agent=request.headers.get("user-agent"),
        )
        runner = HookRunner(sign_in, self._hooks)
        if isinstance(result, SignedIn):
            outcome = runner.signed_in(request, result)
            if isinstance(outcome, WebResponse):
                return outcome
            result = outcome
        response = runner.failed(request, result)
        return self._show_failure(request, result) if response is None else response

    def _show_failure(self, request: WebRequest, failed: SignInFailed) -> WebResponse:
        if isinstance(failed.error, SignInDenied):
            return self._show_denial(request, failed.error, failed.return_to, failed.cookies)
        if failed.reason == "missing_state":  # started at the identity provider: start again, bound to this browser
            return see_other(self._sign_in_url(request, failed.return_to, start=True), failed.cookies)
        return error_page(
            503 if failed.retryable else 400,
            "Sign-in failed",
            "Sign-in is temporarily unavailable. Try again in a moment."
            if failed.retryable
            else f"We couldn't complete your sign-in ({_printable(failed.reason)}).",
            link=("Sign in again", self._sign_in_url(request, failed.return_to)),
            cookies=failed.cookies,
            retry_after=_retry_after(failed.error) if failed.retryable else None,
            reason=_printable(failed.reason),
        )

    def _show_denial(
        self, request: WebRequest, denied: SignInDenied, return_to: str, cookies: tuple[SetCookie, ...]
    ) -> WebResponse:
        text = denied.message or "You can't sign in to this application."
        link = ("Sign in again", self._sign_in_url(request, return_to))
        return error_page(403, "Sign-in denied", text, link=link, cookies=cookies, reason=denied.reason)

    def _switch_organization(self, request: WebRequest, sign_in: SignIn) -> WebResponse:
        organization_id = request.form_value("organization_id")
        wanted = self._without_loops(request, request.form_value("return_to"))
        return_to = safe_return_path(wanted, sign_in.default_return_to)
        if not organization_id:
            text = "Select an organization and try again (organization_id is missing)."
            return error_page(
                400, "No organization selected", text, link=("Back", return_to), reason="missing_organization"
            )
        result = sign_in.switch_organization(request.cookies, organization_id, return_to=return_to)
        if isinstance(result, OrganizationSwitched):
            try:
                response = HookRunner(sign_in, self._hooks).refreshed(request, result.session)
            except SignInDenied as denied:
                cookies = sign_in.expire_session(request.cookies)
                if denied.response is not None:
                    return add_cookies(denied.response, cookies)
                return self._show_denial(request, denied, return_to, cookies)
            return add_cookies(see_other(return_to) if response is None else response, result.cookies)
        if result.sign_in is not None:
            return see_other(result.sign_in.url, result.sign_in.cookies)
        return error_page(
            503 if result.retryable else 403,
            "Organization not switched",
            f"You are still in the same organization ({_printable(result.reason)}).",
            link=("Back", return_to),
            cookies=result.cookies,
            retry_after=_retry_after(result.error) if result.retryable else None,
            reason=_printable(result.reason),
        )

    def _without_loops(self, request: WebRequest, return_to: str | None) -> str | None:
        """Return the path unless it is one of these routes: returning to the sign-in route would sign in again and again."""
        own = [*(request.url_path(path) for path in self._paths.methods), *self._callback_paths]
        return None if return_to and any(is_same_path(return_to, path) for path in own) else return_to


_OF_A_REDIRECT = ("location", "cache-control", "content-type", "content-length")
"""Headers that the redirect of htmx replaces."""


def _for_htmx(request: WebRequest, response: WebResponse) -> WebResponse:
    """Return a redirect in the form that htmx follows if it sent the request, and any other response unchanged."""
    location = redirect_location(response) if request.is_htmx else None
    if location is None:
        return response
    redirect = htmx_redirect(location, 204, response.cookies)
    others = {name: value for name, value in response.headers.items() if name.lower() not in _OF_A_REDIRECT}
    return evolve(redirect, headers={**others, **redirect.headers})


def _retry_after(error: Exception | None) -> float:
    """Return the seconds after which the browser may try again: those of the API, or one."""
    return (error.retry_after if isinstance(error, RateLimitExceededError) else None) or 1.0


def _printable(reason: str) -> str:
    """Return a reason that is safe to show. The reason of a callback passes through the browser, so it is untrusted."""
    return reason if re.fullmatch(r"[A-Za-z_]{1,60}", reason) else "unknown"
