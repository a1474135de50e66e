"""The Django project of both apps. Django can be configured only once per process, so each app brings its own URLs and middleware."""

import sys
from types import ModuleType
from typing import Any

import django
from django.conf import settings
from django.test import override_settings

if not settings.configured:
    settings.configure(ALLOWED_HOSTS=["testserver"], DEBUG=False, MIDDLEWARE=[], SECRET_KEY="s" * 50)
    django.setup()


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
