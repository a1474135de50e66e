"""The Django project of both apps. Django can be configured only once per process, so each app brings its own URLs and middleware."""

import atexit
import shutil
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from functools import cache
from tempfile import mkdtemp
from types import ModuleType
from typing import Any

import django
from django.conf import settings
from django.test import Client, override_settings
from django.urls import path

from tests.web.browser import Page, Send

FOLDER = mkdtemp(prefix="workos-django-")
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)

if not settings.configured:
    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        DEBUG=False,
        MIDDLEWARE=[],
        SECRET_KEY="s" * 50,
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": f"{FOLDER}/database"}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        INSTALLED_APPS=[
            "workos_web.django.admin.SignInAdminConfig",
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "django.contrib.messages",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.auth.context_processors.auth",
                        "django.contrib.messages.context_processors.messages",
                    ]
                },
            }
        ],
        SILENCED_SYSTEM_CHECKS=[
            "admin.E408",
            "admin.E409",
            "admin.E410",
        ],  # only some tests have the middlewares of the admin site
        STATIC_URL="/static/",
        USE_TZ=True,
    )
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


@cache
def migrate() -> None:
    """Create the tables of the database, once per process."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


@contextmanager
def project_with_users(auth: Any, patterns: list[Any], backend: Any = None) -> Generator[None]:
    """Install an app with Django users, the admin site and sessions, and an empty database.

    Args:
        auth: The sign-in of the app.
        patterns: The URLs of the app.
        backend: The authentication backend. The default is `WorkOSBackend`.
    """
    from django.contrib import admin
    from django.contrib.auth.models import Group, User
    from django.contrib.sessions.models import Session
    from django.core.cache import cache
    from django.db import connections

    from workos_web.django.users import WorkOSBackend

    migrate()
    cache.clear()
    for model in (Session, Group, User):
        model.objects.all().delete()
    with project_settings(auth, [*patterns, path("admin/", admin.site.urls)]):
        module = sys.modules[settings.ROOT_URLCONF]
        module.__dict__["Backend"] = backend or WorkOSBackend
        middleware = [
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            f"{module.__name__}.middleware",
            "workos_web.django.middleware.UserMiddleware",
        ]
        backends = ["django.contrib.auth.backends.ModelBackend", f"{module.__name__}.Backend"]
        with override_settings(MIDDLEWARE=middleware, AUTHENTICATION_BACKENDS=backends, LOGIN_URL="workos_login"):
            yield
    connections.close_all()
