"""Protected Django views and the webhook view. Views and clients may each be sync or async."""

# Django ships no type annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownMemberType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false, reportArgumentType=false
# pyright: reportFunctionMemberAccess=false, reportAttributeAccessIssue=false, reportUnnecessaryComparison=false

from collections.abc import Callable
from functools import wraps
from inspect import isawaitable
from typing import Any

from asgiref.sync import async_to_sync, sync_to_async
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from workos_core.auth.identity.identity import Identity
from workos_core.auth.identity.requirements import Requirement
from workos_core.callbacks import check_callback
from workos_core.webhooks.signatures import SIGNATURE_HEADER
from workos_web._request_auth import AsyncRequestAuth, RequestDenied, WebhookHandler, verify_webhook
from workos_web.django._callbacks import is_async_view, is_event_loop_running, to_sync
from workos_web.django._http import get_request_auth, to_django_response

__all__ = ["View", "current_identity", "protect_view", "webhook_view"]

View = Callable[..., Any]


def protect_view(view: View, requirement: Requirement) -> View:
    """Return a view that runs only for requests that satisfy a requirement, and raises `RequestDenied` for all others.

    The returned view is async if `view` is: an async function, or the view of an async class (`View.as_view()`). It can also be used on
    `dispatch` with `method_decorator`.
    """

    async def async_protected_view(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        auth = get_request_auth(request)
        require = auth.require if isinstance(auth, AsyncRequestAuth) else sync_to_async(auth.require)
        await require(requirement)
        response = view(request, *args, **kwargs)
        return await response if isawaitable(response) else response

    if is_async_view(view):
        return wraps(view)(async_protected_view)

    @wraps(view)
    def protected_view(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if is_event_loop_running():  # the method `dispatch` of an async class, which Django calls in the event loop
            return async_protected_view(request, *args, **kwargs)
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


def webhook_view(secret: str, handler: WebhookHandler) -> View:
    """Return a view that receives webhooks from WorkOS. Requests with an invalid signature get a 400 response.

    WorkOS may deliver an event more than once: store the IDs of the events that you have handled.

    Args:
        secret: The signing secret of the webhook endpoint.
        handler: Called with each event; may be async. If it raises, the view fails and WorkOS delivers the event again.

    Raises:
        TypeError: The handler is not a function of one argument.
    """
    check_callback("handler", handler, "event")
    handle = to_sync(handler)

    def view(request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return HttpResponse(status=405, headers={"Allow": "POST"})
        try:
            event = verify_webhook(request.body, request.headers.get(SIGNATURE_HEADER), secret)
        except RequestDenied as denied:
            return to_django_response(denied.response)
        handle(event)
        return HttpResponse(status=204)

    exempt_view: View = csrf_exempt(view)
    return exempt_view
