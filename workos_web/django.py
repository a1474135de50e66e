"""Sign-in for Django, under WSGI and ASGI: URLs, a middleware and decorators for views of both kinds.

# shop/auth.py
kit = DjangoKit(SignIn(workos, redirect_uri=…))        # of workos_sync, or of workos_async for an app under ASGI
middleware = kit.middleware                            # settings.MIDDLEWARE += ["shop.auth.middleware"]

# shop/urls.py
urlpatterns = [*kit.urls, path("reports", reports)]

# shop/views.py
@kit.require_permission("reports:read")
def reports(request): return HttpResponse(f"Hello, {request.workos.identity().user['email']}")
"""

# Django has no types of its own.
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownMemberType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false, reportArgumentType=false
# pyright: reportFunctionMemberAccess=false, reportAttributeAccessIssue=false, reportUnnecessaryComparison=false

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

import workos_async
import workos_sync
from workos_core.auth.identity import requirements
from workos_core.auth.identity.requirements import Requirement
from workos_web._common import AsyncVisitor, SyncVisitor
from workos_web._django import fields, finish, read_request, refusal, to_response
from workos_web._django_views import View, guard, identity_of, webhook_view

__all__ = ["DjangoKit", "identity_of", "webhook_view"]


class DjangoKit:
    """Sign-in of a Django project. Views may be of the other kind than the client; it is called across the border then.

    Args:
        sign_in: What does the work.
        paths: Where the routes are; None is `/login`, `/logout`, `/switch-organization` and the path of the redirect URI.
    """

    def __init__(
        self,
        sign_in: workos_sync.SignIn | workos_async.SignIn,
        paths: workos_sync.SignInPaths | workos_async.SignInPaths | None = None,
    ) -> None:
        if isinstance(sign_in, workos_async.SignIn):
            here = None if paths is None else workos_async.SignInPaths(**fields(paths))
            self._async: workos_async.SignInRoutes | None = workos_async.SignInRoutes(sign_in, here)
            self._sync: workos_sync.SignInRoutes | None = None
            where: Any = self._async.paths
        else:
            there = None if paths is None else workos_sync.SignInPaths(**fields(paths))
            self._async, self._sync = None, workos_sync.SignInRoutes(sign_in, there)
            where = self._sync.paths
        names = {"workos_login": where.sign_in, "workos_callback": where.callback, "workos_logout": where.sign_out}
        view = csrf_exempt(self._view())  # the routes look at the origin of forms themselves
        self.urls = [
            path(each.lstrip("/"), view, name=name)
            for name, each in {**names, "workos_switch_organization": where.switch_organization}.items()
        ]
        """The routes, for `urlpatterns`."""

    @property
    def middleware(self) -> Callable[[View], View]:
        """The middleware: gives each request `request.workos`, sets the cookies of refreshed sessions, answers refusals."""

        def factory(get_response: View) -> View:
            if self._async is not None:

                async def async_middleware(request: HttpRequest) -> HttpResponse:
                    self._attach(request)
                    return finish(request, await get_response(request))

                async_middleware.process_exception = refusal  # type: ignore[attr-defined]
                return async_middleware

            def middleware(request: HttpRequest) -> HttpResponse:
                self._attach(request)
                return finish(request, get_response(request))

            middleware.process_exception = refusal  # type: ignore[attr-defined]
            return middleware

        factory.async_capable = self._async is not None  # type: ignore[attr-defined]
        factory.sync_capable = self._async is None  # type: ignore[attr-defined]
        return factory

    def require(self, requirement: Requirement) -> Callable[[View], View]:
        """Let a view be called only by who has what is required: browsers are sent to sign in, others get 401 or 403."""
        return lambda view: guard(view, requirement)

    def require_user(self, view: View) -> View:
        """A user must be signed in."""
        return self.require(requirements.user())(view)

    def require_role(self, slug: str) -> Callable[[View], View]:
        """The user must have a role in the present organization."""
        return self.require(requirements.role(slug))

    def require_permission(self, slug: str) -> Callable[[View], View]:
        """The user, or the API key, must have a permission."""
        return self.require(requirements.permission(slug))

    def require_feature_flag(self, slug: str) -> Callable[[View], View]:
        """A feature flag must be on for the user."""
        return self.require(requirements.feature_flag(slug))

    def _attach(self, request: Any) -> None:
        if self._async is not None:
            request.workos = AsyncVisitor(self._async, read_request(request))
        elif self._sync is not None:
            request.workos = SyncVisitor(self._sync, read_request(request))

    def _view(self) -> View:
        async def async_answer(request: HttpRequest) -> HttpResponse:
            assert self._async is not None
            return to_response(await self._async.handle(read_request(request, form=True)))

        def answer(request: HttpRequest) -> HttpResponse:
            assert self._sync is not None
            return to_response(self._sync.handle(read_request(request, form=True)))

        return answer if self._async is None else async_answer
