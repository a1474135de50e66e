"""The Django project of both apps. Django can be configured only once per process, so each app brings its own URLs and middleware."""

import sys
from collections.abc import Mapping
from types import ModuleType
from typing import Any

import django
from django.conf import settings
from django.test import Client, override_settings

from tests.web.browser import Page, Send

if not settings.configured:
    settings.configure(ALLOWED_HOSTS=["testserver"], DEBUG=False, MIDDLEWARE=[], SECRET_KEY="s" * 50)
    django.setup()


def wsgi_client() -> Send:
    """Return a function that sends requests to the project through Django's test client. Exceptions of views become 500 responses."""

    def send(method: str, target: str, headers: Mapping[str, str], body: bytes) -> Page:
        content_type = headers.get("Content-Type", "application/octet-stream")
        test_client = Client(enforce_csrf_checks=True, raise_request_exception=False)
        response = test_client.generic(method, target, body, content_type=content_type, headers=dict(headers))
        cookies = [("Set-Cookie", morsel.OutputString()) for morsel in response.cookies.values()]
        return Page(response.status_code, response.content.decode(), [*response.headers.items(), *cookies])

    return send


def project_settings(auth: Any, patterns: list[Any]) -> Any:
    """Return a context manager that installs the URLs and the middleware of an app."""
    module = ModuleType("tests.web.apps.current_django_project")
    module.__dict__.update(urlpatterns=[*auth.urls, *patterns], middleware=auth.middleware)
    sys.modules[module.__name__] = module
    return override_settings(
        ALLOWED_HOSTS=["testserver"],
        ROOT_URLCONF=module.__name__,
        MIDDLEWARE=["django.middleware.csrf.CsrfViewMiddleware", f"{module.__name__}.middleware"],
    )
