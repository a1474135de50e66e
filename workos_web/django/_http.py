"""Conversion between Django's requests and responses and the framework-neutral ones."""

# Django ships no type annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownMemberType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false, reportArgumentType=false, reportAttributeAccessIssue=false, reportUnnecessaryComparison=false

from typing import Any

from asgiref.sync import async_to_sync
from django.http import HttpRequest, HttpResponse

from workos_core.auth.identity.identity import Authentication
from workos_core.auth.identity.sign_in_hooks import HookFailed
from workos_core.auth.identity.web_request import WebRequest
from workos_core.auth.identity.web_response import WebResponse
from workos_web._request_auth import AsyncRequestAuth, RequestDenied, SyncRequestAuth

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
    body = request.body if form and request.method == "POST" else b""
    query, ip_address = request.META.get("QUERY_STRING", ""), request.META.get("REMOTE_ADDR")
    return WebRequest(request.method or "GET", request.path_info, query, headers, body, ip_address, native=request)


def to_django_response(web_response: WebResponse) -> HttpResponse:
    """Return a `WebResponse` as a Django response."""
    response = HttpResponse(web_response.body, status=web_response.status, headers=dict(web_response.headers))
    return _with_cookies(response, web_response.cookies)


def _with_cookies(response: HttpResponse, cookies: Any) -> HttpResponse:
    for cookie in cookies:
        response.set_cookie(
            cookie.name,
            cookie.value,
            max_age=cookie.max_age,
            path=cookie.path,
            domain=cookie.domain,
            secure=cookie.secure,
            httponly=cookie.http_only,
            samesite=cookie.same_site.capitalize(),
        )
    return response


def set_session_cookies(request: Any, response: HttpResponse) -> HttpResponse:
    """Set the cookies of a refreshed session on a response, and keep caches from storing it."""
    cookies = request.workos.cookies
    if cookies and not response.has_header("Cache-Control"):
        response["Cache-Control"] = "no-store"
    return _with_cookies(response, cookies)


def denied_response(request: HttpRequest, exception: Exception) -> HttpResponse | None:
    """Return the response to a request that a decorator denied; None for any other exception."""
    return to_django_response(exception.response) if isinstance(exception, RequestDenied) else None
