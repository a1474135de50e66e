"""Views of Django that ask who calls them, whichever kind the view and the client are, and the view of webhooks."""

# Django has no types of its own.
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
from workos_web._common import AsyncVisitor, Refused, genuine_event
from workos_web._django import to_response, visitor_of

if TYPE_CHECKING:
    from workos_core.models.events import Event

View = Callable[..., Any]


def guard(view: View, requirement: Requirement) -> View:
    """The view for those who have what is required; for others it raises `Refused`. It is of the same kind, sync or async."""
    if iscoroutinefunction(view):

        @wraps(view)
        async def async_guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            who = visitor_of(request)
            ask = who.require if isinstance(who, AsyncVisitor) else sync_to_async(who.require)
            await ask(requirement)
            return await view(request, *args, **kwargs)

        return async_guarded

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        who = visitor_of(request)
        ask = async_to_sync(who.require) if isinstance(who, AsyncVisitor) else who.require
        ask(requirement)
        return view(request, *args, **kwargs)

    return guarded


def identity_of(request: HttpRequest) -> Identity | None:
    """Who makes a request, in an ordinary view; None for nobody. In an async view: `await request.workos.identity()`."""
    who = visitor_of(request)
    return async_to_sync(who.identity)() if isinstance(who, AsyncVisitor) else who.identity()


def webhook_view(secret: str, handle: "Callable[[Event], Any]") -> View:
    """A view that takes webhooks of WorkOS and refuses others with 400.

    Args:
        secret: The signing secret of the webhook endpoint.
        handle: What to do with an event, which may come more than once. If it raises, WorkOS sends the event again.
    """

    def view(request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return HttpResponse(status=405, headers={"Allow": "POST"})
        try:
            event = genuine_event(request.body, request.headers.get(SIGNATURE_HEADER), secret)
        except Refused as refused:
            return to_response(refused.answer)
        handle(event)
        return HttpResponse(status=204)

    exempt: View = csrf_exempt(view)
    return exempt
