"""Requests and answers between Django and plain values."""

# Django has no types of its own.
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownMemberType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false, reportArgumentType=false, reportAttributeAccessIssue=false, reportUnnecessaryComparison=false

from typing import Any

from django.http import HttpRequest, HttpResponse

from workos_core.auth.identity.web_request import WebRequest
from workos_core.auth.identity.web_response import WebResponse
from workos_web._common import AsyncVisitor, Refused, SyncVisitor


def fields(paths: Any) -> dict[str, str]:
    """The paths by name."""
    return {name: getattr(paths, name) for name in ("login", "callback", "logout", "switch")}


def visitor_of(request: Any) -> SyncVisitor | AsyncVisitor:
    """Who makes a request.

    Raises:
        RuntimeError: The middleware is missing.
    """
    found: SyncVisitor | AsyncVisitor | None = getattr(request, "workos", None)
    if found is None:
        raise RuntimeError("the middleware of DjangoKit is missing: add it to settings.MIDDLEWARE")
    return found


def read_request(request: HttpRequest, *, form: bool = False) -> WebRequest:
    """The request as plain values."""
    headers = {name.lower(): value for name, value in request.headers.items()}
    body = request.body if form and request.method == "POST" else b""
    query, address = request.META.get("QUERY_STRING", ""), request.META.get("REMOTE_ADDR")
    return WebRequest(request.method or "GET", request.path_info, query, headers, body, address)


def to_response(answer: WebResponse) -> HttpResponse:
    """The answer as Django has it."""
    response = HttpResponse(answer.body, status=answer.status, headers=dict(answer.headers))
    return _with_cookies(response, answer.cookies)


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


def finish(request: Any, response: HttpResponse) -> HttpResponse:
    """Set the cookies of a refreshed session. No cache may keep such an answer."""
    cookies = request.workos.cookies
    if cookies and not response.has_header("Cache-Control"):
        response["Cache-Control"] = "no-store"
    return _with_cookies(response, cookies)


def refusal(request: HttpRequest, exception: Exception) -> HttpResponse | None:
    """The answer to a request that a decorator refused."""
    return to_response(exception.answer) if isinstance(exception, Refused) else None
