"""A Django project in one file, with sign-in and organization switching.

python -m examples.django_app                               with an emulator; open http://localhost:8000
WORKOS_API_KEY=… WORKOS_CLIENT_ID=… WORKOS_COOKIE_PASSWORD=… python -m examples.django_app
"""

import sys
from os import environ
from types import ModuleType
from typing import Any
from wsgiref.simple_server import make_server

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path

from examples.shared import home_page, run
from workos_sync import SignIn, WorkOS
from workos_web.django import DjangoSignIn, current_identity


def make_app(base_url: str = "http://localhost:8000", workos: WorkOS | None = None) -> Any:
    """Create the WSGI application from environment variables. A process can have only one Django project.

    Args:
        base_url: The URL that the app is served at.
        workos: The client. The default is a new one.
    """
    client = workos or WorkOS()
    auth = DjangoSignIn(SignIn(client, redirect_uri=f"{base_url}/callback", post_logout_redirect_uri=f"{base_url}/"))

    def home(request: HttpRequest) -> HttpResponse:
        identity = current_identity(request)
        if identity is None:
            return HttpResponse(home_page(None))
        memberships = client.user_management.list_organization_memberships(user_id=identity.user_id or "")
        organizations = [(item.organization_id, item.organization_name or item.organization_id) for item in memberships]
        return HttpResponse(home_page(identity, organizations))

    @auth.require_user
    def me(request: HttpRequest) -> HttpResponse:
        identity = current_identity(request)
        assert identity
        return JsonResponse({"user": identity.user_id, "organization": identity.organization_id})

    # A real project has a module for each of these; see docs/django.md.
    project = ModuleType("example_project")
    project.__dict__.update(urlpatterns=[*auth.urls, path("", home), path("api/me", me)], middleware=auth.middleware)
    sys.modules[project.__name__] = project
    if not settings.configured:
        settings.configure(
            ALLOWED_HOSTS=["localhost", "127.0.0.1"],
            SECRET_KEY=environ["WORKOS_COOKIE_PASSWORD"],
            ROOT_URLCONF="example_project",
            MIDDLEWARE=["django.middleware.csrf.CsrfViewMiddleware", "example_project.middleware"],
        )
        django.setup()
    return get_wsgi_application()


if __name__ == "__main__":
    run(lambda base_url, port: make_server("127.0.0.1", port, make_app(base_url)).serve_forever())
