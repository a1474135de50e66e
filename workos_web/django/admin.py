"""The admin site with sign-in by WorkOS instead of a password: replace `"django.contrib.admin"` in `INSTALLED_APPS`.

INSTALLED_APPS = ["workos_web.django.admin.SignInAdminConfig", …]

It needs `WorkOSBackend`, whose attribute `staff_roles` says who may use the site, and `UserMiddleware`.
"""

# Django ships no type annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownMemberType=false
# pyright: reportUnknownArgumentType=false, reportUntypedBaseClass=false, reportUnnecessaryComparison=false

from typing import Any
from urllib.parse import urlencode

from attrs import evolve
from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache

from workos_core.auth.identity.identity import Authenticated
from workos_core.auth.identity.requirements import user
from workos_core.auth.identity.web_response import error_page
from workos_web.django._http import authenticate, get_request_auth, handle, read_request, show

__all__ = ["SignInAdminConfig", "SignInAdminSite"]


class SignInAdminSite(AdminSite):
    """An admin site whose sign-in page redirects to the sign-in route, and whose logout ends the session at WorkOS.

    A user who is signed in but not staff gets an error page with the status 403.
    """

    @method_decorator(never_cache)
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Redirect to the sign-in route, or for users who may use the site, to the page that they wanted to open."""
        index = reverse("admin:index", current_app=self.name)
        following = request.GET.get(REDIRECT_FIELD_NAME) or index
        if not url_has_allowed_host_and_scheme(following, {request.get_host()}, request.is_secure()):
            following = index
        if self.has_permission(request):
            return HttpResponseRedirect(following)
        auth = get_request_auth(request)
        result = authenticate(auth)
        if isinstance(result, Authenticated):
            text = "You are signed in, but your account is not authorized to use this site."
            return show(auth, error_page(403, "Access denied", text, link=("Back", "/"), reason="not_staff"))
        if result.retryable:
            denial = auth.routes.check(auth.request, result, user())
            if denial is not None:
                return show(auth, denial)
        return HttpResponseRedirect(f"{reverse('workos_login')}?{urlencode({'return_to': following})}")

    @method_decorator(never_cache)
    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """End the session, as the sign-out route does."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        auth = get_request_auth(request)
        return handle(auth, evolve(read_request(request, form=True), path=auth.routes.paths.sign_out))


class SignInAdminConfig(AdminConfig):
    """The configuration of the admin app with `SignInAdminSite` as the default site."""

    default_site = "workos_web.django.admin.SignInAdminSite"
