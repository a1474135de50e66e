"""The middleware that fills `request.user` with the Django user of an identity; see `WorkOSBackend`."""

# Django ships no type annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownMemberType=false

from collections.abc import Awaitable, Callable
from typing import Any

from asgiref.sync import markcoroutinefunction, sync_to_async
from django.core.exceptions import SynchronousOnlyOperation
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from workos_core.auth.identity.identity import Authenticated
from workos_web.django._callbacks import is_async_view, is_event_loop_running
from workos_web.django._http import authenticate, get_request_auth

__all__ = ["UserMiddleware"]


class UserMiddleware:
    """A middleware that sets `request.user`, and `request.auser` for async views, to the Django user of the request's identity.

    Put it below `AuthenticationMiddleware`, if you have that, and below the middleware of `DjangoSignIn`. The user is looked up on first
    use. A request with an identity of WorkOS that has no Django user is anonymous; one without such an identity keeps the user that
    `AuthenticationMiddleware` has set.

    Args:
        get_response: The next middleware or the view.
    """

    sync_capable = True
    async_capable = True

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse | Awaitable[HttpResponse]]) -> None:
        self.get_response = get_response
        if is_async_view(get_response):
            markcoroutinefunction(self)

    def __call__(self, request: Any) -> HttpResponse | Awaitable[HttpResponse]:
        """Set the attributes of a request."""
        get_request_auth(request)  # the middleware of DjangoSignIn must be above this one
        earlier = getattr(request, "user", None)
        loaded: list[Any] = []

        def load() -> Any:
            if not loaded:
                loaded.append(_load_user(request, earlier))
            return loaded[0]

        def get_user() -> Any:
            if not loaded and is_event_loop_running():
                raise SynchronousOnlyOperation(
                    "request.user needs the database: use `await request.auser()` in async code"
                )
            return load()

        async def auser() -> Any:
            return loaded[0] if loaded else await sync_to_async(load)()

        request.user = SimpleLazyObject(get_user)
        request.auser = auser
        return self.get_response(request)


def _load_user(request: HttpRequest, earlier: Any = None) -> Any:
    """Return the Django user of a request: of its identity, or else the earlier one, or `AnonymousUser`."""
    from django.contrib.auth.models import AnonymousUser

    from workos_web.django.users import find_user

    result = authenticate(get_request_auth(request))
    if isinstance(result, Authenticated):
        return find_user(request, result.identity) or AnonymousUser()
    if earlier is None:
        return AnonymousUser()
    earlier.is_authenticated  # noqa: B018  # loads a lazy user in this thread
    return earlier
