"""Conversion between Django's requests and responses and the framework-neutral ones."""

# Django ships no type annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownMemberType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false, reportArgumentType=false, reportAttributeAccessIssue=false, reportUnnecessaryComparison=false

from contextlib import suppress
from http.cookies import SimpleCookie
from typing import Any

from asgiref.sync import async_to_sync
from attrs import evolve
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse

from workos_core.auth.identity.identity import Authentication
from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.identity.sign_in_hooks import HookFailed
from workos_core.auth.identity.web_request import WebRequest
from workos_core.auth.identity.web_response import WebResponse
from workos_web._request_auth import AsyncRequestAuth, RequestDenied, SyncRequestAuth
from workos_web.django._caching import make_private, protect_response

__all__ = [
    "authenticate",
    "denied_response",
    "get_request_auth",
    "handle",
    "read_request",
    "set_session_cookies",
    "show",
    "to_django_response",
]


def get_request_auth(request: Any) -> SyncRequestAuth | AsyncRequestAuth:
    """Return the authentication that the middleware has attached to a request.

    Raises:
        RuntimeError: The middleware is not installed.
    """
    request_auth: SyncRequestAuth | AsyncRequestAuth | None = getattr(request, "workos", None)
    if request_auth is None:
        raise RuntimeError(
            "request.workos is missing: add the middleware of DjangoSignIn to settings.MIDDLEWARE (see docs/django.md)"
        )
    return request_auth


def authenticate(auth: SyncRequestAuth | AsyncRequestAuth) -> Authentication:
    """Return the result of authenticating a request, in sync code."""
    return async_to_sync(auth.authenticate)() if isinstance(auth, AsyncRequestAuth) else auth.authenticate()


def handle(auth: SyncRequestAuth | AsyncRequestAuth, request: WebRequest) -> HttpResponse:
    """Return the response of a sign-in route, in sync code."""
    try:
        if isinstance(auth, AsyncRequestAuth):
            response = async_to_sync(auth.routes.handle)(request)
        else:
            response = auth.routes.handle(request)
    except HookFailed as failed:
        error = auth.fail(failed)
    else:
        return to_django_response(response)
    raise error


def show(auth: SyncRequestAuth | AsyncRequestAuth, response: WebResponse) -> HttpResponse:
    """Return a response, or the application's own page if it is an error page, in sync code."""
    try:
        if isinstance(auth, AsyncRequestAuth):
            shown = async_to_sync(auth.routes.render)(auth.request, response)
        else:
            shown = auth.routes.render(auth.request, response)
    except HookFailed as failed:
        error = auth.fail(failed)
    else:
        return to_django_response(shown)
    raise error


def read_request(request: HttpRequest, *, form: bool = False) -> WebRequest:
    """Return a Django request as a `WebRequest`. Its body is read only for a POST with `form=True`."""
    headers = {name.lower(): value for name, value in request.headers.items()}
    with suppress(DisallowedHost):  # Django itself rejects the host when it is used
        headers["host"] = request.get_host()
    meta, scope = request.META, getattr(request, "scope", {})
    raw_path = scope.get("raw_path", b"").decode("latin-1") or meta.get("REQUEST_URI", meta.get("RAW_URI", ""))
    return WebRequest(
        request.method or "GET",
        request.path_info,
        meta.get("QUERY_STRING", ""),
        headers,
        request.body if form and request.method == "POST" else b"",
        meta.get("REMOTE_ADDR"),
        meta.get("SCRIPT_NAME", "").rstrip("/"),
        raw_path.partition("?")[0],
        request.scheme or "http",
        scope.get("client") is not None
        and scope["client"][1] == 0,  # set by servers with an address from X-Forwarded-For
        native=request,
    )


def to_django_response(web_response: WebResponse) -> HttpResponse:
    """Return a `WebResponse` as a Django response."""
    response = HttpResponse(web_response.body, status=web_response.status, headers=dict(web_response.headers))
    return _with_cookies(response, web_response.cookies)


def _with_cookies(response: HttpResponse, cookies: Any) -> HttpResponse:
    if cookies:
        make_private(response)
    for cookie in cookies:
        _set_cookie(response.cookies, cookie)
    return response


def _set_cookie(cookies: Any, cookie: SetCookie) -> None:
    """Set a cookie. Django keeps one cookie per key, but a response can expire several of the same name, for other domains and paths."""
    parsed: Any = SimpleCookie()
    parsed[cookie.name] = cookie.value
    morsel = parsed[cookie.name]
    morsel.update(_attributes(cookie))
    other = cookies.pop(cookie.name, None)
    if other is not None and (other["domain"], other["path"]) != (morsel["domain"], morsel["path"]):
        cookies[f"{cookie.name};{other['domain']};{other['path']}"] = other
    cookies[cookie.name] = morsel


def _attributes(cookie: SetCookie) -> dict[str, Any]:
    return {
        "max-age": cookie.max_age,
        "expires": "Thu, 01 Jan 1970 00:00:00 GMT" if cookie.max_age <= 0 else "",
        "path": cookie.path,
        "domain": cookie.domain or "",
        "secure": cookie.secure,
        "httponly": cookie.http_only,
        "samesite": cookie.same_site.capitalize(),
    }


def set_session_cookies(request: Any, response: HttpResponse) -> HttpResponse:
    """Set the cookies of a refreshed session on a response, and keep caches from sending it to other users."""
    protect_response(request, response)
    return _with_cookies(response, request.workos.cookies)


def denied_response(request: HttpRequest, exception: Exception) -> HttpResponse | None:
    """Return the response to a request that a decorator denied, without the cookies of all responses; None for other exceptions."""
    if not isinstance(exception, RequestDenied):
        return None
    return to_django_response(evolve(exception.response, cookies=()))
