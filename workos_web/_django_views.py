"""Protected Django views and the webhook view. Views and clients may each be sync or async."""

# Django ships no type annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownMemberType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false, reportArgumentType=false
# pyright: reportFunctionMemberAccess=false, reportAttributeAccessIssue=false, reportUnnecessaryComparison=false

from collections.abc import Callable
from functools import wraps
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Any

from asgiref.sync import async_to_sync, sync_to_async
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from workos_core.auth.identity.identity import Identity
from workos_core.auth.identity.requirements import Requirement
from workos_core.webhooks.signatures import SIGNATURE_HEADER
from workos_web._django_http import get_request_auth, to_django_response
from workos_web._request_auth import AsyncRequestAuth, RequestDenied, verify_webhook

if TYPE_CHECKING:
    from workos_core.models.events import Event

__all__ = ["View", "current_identity", "protect_view", "webhook_view"]

View = Callable[..., Any]


def protect_view(view: View, requirement: Requirement) -> View:
    """Return a view that runs only for requests that satisfy a requirement, and raises `RequestDenied` for all others.

    The returned view is async if `view` is.
    """
    if iscoroutinefunction(view):

        @wraps(view)
        async def async_protected_view(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            auth = get_request_auth(request)
            require = auth.require if isinstance(auth, AsyncRequestAuth) else sync_to_async(auth.require)
            await require(requirement)
            return await view(request, *args, **kwargs)

        return async_protected_view

    @wraps(view)
    def protected_view(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        auth = get_request_auth(request)
        require = async_to_sync(auth.require) if isinstance(auth, AsyncRequestAuth) else auth.require
        require(requirement)
        return view(request, *args, **kwargs)

    return protected_view


def current_identity(request: HttpRequest) -> Identity | None:
    """Return the identity of a request in a synchronous view, or None if the request is not authenticated.

    In an async view, use `await request.workos.identity()`.
    """
    auth = get_request_auth(request)
    return async_to_sync(auth.identity)() if isinstance(auth, AsyncRequestAuth) else auth.identity()


def webhook_view(secret: str, handler: "Callable[[Event], Any]") -> View:
    """Return a view that receives webhooks from WorkOS. Requests with an invalid signature get a 400 response.

    WorkOS may deliver an event more than once: store the IDs of the events that you have handled.

    Args:
        secret: The signing secret of the webhook endpoint.
        handler: Called with each event. If it raises, the view fails and WorkOS delivers the event again.
    """

    def view(request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return HttpResponse(status=405, headers={"Allow": "POST"})
        try:
            event = verify_webhook(request.body, request.headers.get(SIGNATURE_HEADER), secret)
        except RequestDenied as denied:
            return to_django_response(denied.response)
        handler(event)
        return HttpResponse(status=204)

    exempt_view: View = csrf_exempt(view)
    return exempt_view
