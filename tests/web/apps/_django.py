"""The Django project: its settings can be made once in a process, so both apps share them and bring their URLs and middleware."""

import sys
from types import ModuleType
from typing import Any

import django
from django.conf import settings
from django.test import override_settings

if not settings.configured:
    settings.configure(ALLOWED_HOSTS=["testserver"], DEBUG=False, MIDDLEWARE=[], SECRET_KEY="s" * 50)
    django.setup()


def project(kit: Any, patterns: list[Any]) -> Any:
    """The settings of a project with a kit, as a context."""
    module = ModuleType("tests.web.apps.current_django_project")
    module.__dict__.update(urlpatterns=[*kit.urls, *patterns], middleware=kit.middleware)
    sys.modules[module.__name__] = module
    return override_settings(
        ALLOWED_HOSTS=["testserver"],
        ROOT_URLCONF=module.__name__,
        MIDDLEWARE=["django.middleware.csrf.CsrfViewMiddleware", f"{module.__name__}.middleware"],
    )
