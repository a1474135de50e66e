"""Sign-in for Django, under WSGI and ASGI: URLs, a middleware, and decorators for sync and async views.

# shop/auth.py
auth = DjangoSignIn(SignIn(workos, redirect_uri=…))    # from workos_sync, or from workos_async under ASGI
middleware = auth.middleware                           # settings.MIDDLEWARE += ["shop.auth.middleware"]

# shop/urls.py
urlpatterns = [*auth.urls, path("reports", reports)]

# shop/views.py
@auth.require_permission("reports:read")
def reports(request): return HttpResponse(f"Hello, {request.workos.identity().user.email}")
"""

# Django ships no type annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownMemberType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false, reportArgumentType=false
# pyright: reportFunctionMemberAccess=false, reportAttributeAccessIssue=false, reportUnnecessaryComparison=false

from collections.abc import Callable
from functools import partial
from typing import Any, ParamSpec, TypeVar
from urllib.parse import urlencode

from attrs import asdict, evolve

from workos_web._missing_framework import missing_framework

try:
    from django.contrib.auth import REDIRECT_FIELD_NAME
    from django.core.handlers.exception import convert_exception_to_response
    from django.http import HttpRequest, HttpResponse
    from django.urls import URLPattern, path
    from django.views.decorators.csrf import csrf_exempt
except ModuleNotFoundError as _error:
    raise missing_framework("django", _error) from _error

import workos_async
import workos_sync
from workos_core.auth.identity import requirements
from workos_core.auth.identity.requirements import Requirement, check_requirement
from workos_core.auth.identity.sign_in_hooks import HookFailed, SignInHooks
from workos_core.auth.identity.web_request import WebRequest
from workos_web._request_auth import AsyncRequestAuth, RequestDenied, SyncRequestAuth
from workos_web.django._caching import mark_identity_read
from workos_web.django._callbacks import to_async, to_sync
from workos_web.django._http import (
    denied_response,
    get_request_auth,
    read_request,
    set_session_cookies,
    to_django_response,
)
from workos_web.django._user_hooks import with_django_users
from workos_web.django._views import View, current_identity, protect_view, webhook_view

__all__ = ["AsyncRequestAuth", "DjangoSignIn", "RequestDenied", "SyncRequestAuth", "current_identity", "webhook_view"]

P = ParamSpec("P")
R = TypeVar("R")


class DjangoSignIn:
    """Sign-in for a Django project.

    Async views work with a sync client and sync views with an async client; Django's adapters (`asgiref.sync`) bridge the two.

    Args:
        sign_in: The sign-in flow, of `workos_sync` or `workos_async`.
        paths: The paths of the routes. The default is `/login`, `/logout`, `/switch-organization` and the path of the redirect URI.
        hooks: Functions of your application that run before cookies are set, and pages of your own. Sync ones run in Django's thread for
            sync code, so that they can use the database; async ones run in the event loop of the server, if it has one.

    Attributes:
        urls: The URL patterns of the routes, for `urlpatterns`.
    """

    def __init__(
        self,
        sign_in: workos_sync.SignIn | workos_async.SignIn,
        paths: workos_sync.SignInPaths | workos_async.SignInPaths | None = None,
        *,
        hooks: SignInHooks | None = None,
    ) -> None:
        hooks = with_django_users(SignInHooks.check(hooks))
        if isinstance(sign_in, workos_async.SignIn):
            async_paths = None if paths is None else workos_async.SignInPaths(**asdict(paths))
            self._async: workos_async.SignInRoutes | None = workos_async.SignInRoutes(
                sign_in, async_paths, hooks=hooks.map(to_async)
            )
            self._sync: workos_sync.SignInRoutes | None = None
            route_paths: Any = self._async.paths
        else:
            sync_paths = None if paths is None else workos_sync.SignInPaths(**asdict(paths))
            self._async, self._sync = None, workos_sync.SignInRoutes(sign_in, sync_paths, hooks=hooks.map(to_sync))
            route_paths = self._sync.paths
        self._view = self._create_view()
        self._callback: View = convert_exception_to_response(self._view)
        self._callback_path: str = route_paths.callback
        view = csrf_exempt(self._view)  # the routes check the origin of forms themselves
        self.urls: list[URLPattern] = [
            path(route_path.lstrip("/"), view, name=name)
            for name, route_path in (
                ("workos_login", route_paths.sign_in),
                ("workos_callback", route_paths.callback),
                ("workos_logout", route_paths.sign_out),
                ("workos_switch_organization", route_paths.switch_organization),
            )
        ]

    @property
    def middleware(self) -> Callable[[View], View]:
        """The middleware. It attaches `request.workos`, sets the cookies of refreshed sessions, and responds to denied requests."""

        def factory(get_response: View) -> View:
            if self._async is not None:

                async def async_middleware(request: HttpRequest) -> HttpResponse:
                    self._attach(request)
                    handle = self._callback if self._is_callback_below_a_path(request) else get_response
                    return set_session_cookies(request, await handle(request))

                async_middleware.process_exception = denied_response  # type: ignore[attr-defined]
                return async_middleware

            def middleware(request: HttpRequest) -> HttpResponse:
                self._attach(request)
                handle = self._callback if self._is_callback_below_a_path(request) else get_response
                return set_session_cookies(request, handle(request))

            middleware.process_exception = denied_response  # type: ignore[attr-defined]
            return middleware

        factory.async_capable = self._async is not None  # type: ignore[attr-defined]
        factory.sync_capable = self._async is None  # type: ignore[attr-defined]
        return factory

    def require(self, requirement: Requirement) -> Callable[[Callable[P, R]], Callable[P, R]]:
        """Return a decorator that runs a view only for requests that satisfy a requirement.

        Browsers that open a page without the required identity are redirected to sign in, or get 403 if the user is not allowed.
        API requests get 401 or 403.

        Raises:
            InvalidArgumentError: The argument is not a requirement.
        """
        check_requirement(requirement)

        def decorator(view: Callable[P, R]) -> Callable[P, R]:
            return protect_view(view, requirement)

        return decorator

    def require_user(self, view: Callable[P, R]) -> Callable[P, R]:
        """Require a signed-in user, or an API key that belongs to a user."""
        return self.require(requirements.user())(view)

    def require_role(self, slug: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
        """Require a role in the current organization. API keys have no roles."""
        return self.require(requirements.role(slug))

    def require_permission(self, slug: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
        """Require a permission, granted by the user's roles or by the API key."""
        return self.require(requirements.permission(slug))

    def require_feature_flag(self, slug: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
        """Require a feature flag that is enabled for the user. API keys have none."""
        return self.require(requirements.feature_flag(slug))

    def _is_callback_below_a_path(self, request: Any) -> bool:
        """Return whether a request is for the redirect URI below `SCRIPT_NAME` or `FORCE_SCRIPT_NAME`.

        Its URL pattern contains the whole path of the redirect URI, which is not below the script name.
        """
        routes = self._async or self._sync
        is_other_path = request.method in ("GET", "HEAD") and request.path_info != self._callback_path
        return is_other_path and routes is not None and routes.find_route(request.workos.request) == "callback"

    def _attach(self, request: Any) -> None:
        if self._async is not None:
            request.workos = AsyncRequestAuth(self._async, read_request(request), partial(mark_identity_read, request))
        elif self._sync is not None:
            request.workos = SyncRequestAuth(self._sync, read_request(request), partial(mark_identity_read, request))

    def _create_view(self) -> View:
        async def async_view(request: HttpRequest) -> HttpResponse:
            assert self._async is not None
            try:
                response = await self._async.handle(_read_route_request(request))
            except HookFailed as failed:
                error = get_request_auth(request).fail(failed)
            else:
                return to_django_response(response)
            raise error

        def view(request: HttpRequest) -> HttpResponse:
            assert self._sync is not None
            try:
                response = self._sync.handle(_read_route_request(request))
            except HookFailed as failed:
                error = get_request_auth(request).fail(failed)
            else:
                return to_django_response(response)
            raise error

        return view if self._async is None else async_view


def _read_route_request(request: HttpRequest) -> WebRequest:
    """Return a request for a route. The parameter `next`, which `login_required` adds to `LOGIN_URL`, is read as `return_to`."""
    web_request = read_request(request, form=True)
    following = web_request.query_value(REDIRECT_FIELD_NAME)
    if following is None or web_request.query_value("return_to") is not None:
        return web_request
    return evolve(web_request, query=f"{web_request.query}&{urlencode({'return_to': following})}")
