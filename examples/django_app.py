"""A Django project in one file, with sign-in and a choice of organizations.

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

from examples.web_parts import home_page, run
from workos_sync import SignIn, WorkOS
from workos_web.django import DjangoKit, identity_of


def make_app(base: str = "http://localhost:8000", workos: WorkOS | None = None) -> Any:
    """The WSGI app, with the settings of the environment variables. A process has one Django project.

    Args:
        base: Where it is served.
        workos: The client; None makes one.
    """
    client = workos or WorkOS()
    kit = DjangoKit(SignIn(client, redirect_uri=f"{base}/callback", post_logout_redirect_uri=f"{base}/"))

    def home(request: HttpRequest) -> HttpResponse:
        identity = identity_of(request)
        if identity is None:
            return HttpResponse(home_page(None))
        memberships = client.user_management.list_organization_memberships(user_id=identity.user_id or "")
        organizations = [(each.organization_id, each.organization_name or each.organization_id) for each in memberships]
        return HttpResponse(home_page(identity, organizations))

    @kit.require_user
    def me(request: HttpRequest) -> HttpResponse:
        identity = identity_of(request)
        assert identity
        return JsonResponse({"user": identity.user_id, "organization": identity.organization_id})

    # What is a module in a real project; see docs/django.md.
    urls = ModuleType("example_project")
    urls.__dict__.update(urlpatterns=[*kit.urls, path("", home), path("api/me", me)], middleware=kit.middleware)
    sys.modules[urls.__name__] = urls
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
    run(lambda base, port: make_server("127.0.0.1", port, make_app(base)).serve_forever())
