"""Run the blocks of a page in one Django project, and print what its pages respond: `python -m tests.docs.django_page PAGE`."""

import django
from django.conf import settings

settings.configure(
    ALLOWED_HOSTS=["testserver"],
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "rest_framework"],
    MIDDLEWARE=["shop.middleware"],
    ROOT_URLCONF="shop",
    SECRET_KEY="s" * 50,
)
django.setup()

import re  # noqa: E402
import sys  # noqa: E402
from types import ModuleType, SimpleNamespace  # noqa: E402

from django.http import HttpResponse  # noqa: E402
from django.test import Client, RequestFactory  # noqa: E402
from django.urls import path  # noqa: E402
from django.utils.decorators import method_decorator  # noqa: E402
from django.views import View  # noqa: E402
from ninja import NinjaAPI  # noqa: E402
from rest_framework.views import APIView  # noqa: E402

from tests.docs.runner import ORGANIZATION, USER, Environment, environment, run_page  # noqa: E402
from workos_testing import SessionFactory  # noqa: E402


def main(page: str) -> None:
    """Run the page. For docs/django.md, print the statuses for an anonymous user and without the permission, and the user of an API."""
    with environment() as env:
        if page == "models.md":
            env.checks = {
                3: lambda: _print_names(env),
                4: lambda: _print_names(env),
            }  # the blocks of Django and of its REST framework
            run_page(page, env)
            return
        env.names |= {
            "APIView": APIView,
            "HttpResponse": HttpResponse,
            "NinjaAPI": NinjaAPI,
            "ReportView": View,
            "View": View,
            "handle_event": lambda event: None,
            "method_decorator": method_decorator,
            "path": path,
            "views": SimpleNamespace(reports=lambda request: HttpResponse("reports")),
        }
        env.checks[0] = lambda: _request_pages(env)
        run_page(page, env)


def _print_names(env: Environment) -> None:
    """Print the names of the organizations in the responses of both views."""
    request = RequestFactory().get("/")
    for response in (env.names["organization"](request, ORGANIZATION), env.names["organizations"](request)):
        response.render() if hasattr(response, "render") else None
        print(*re.findall(r'"name": ?"([^"]+)"', response.content.decode()))


def _request_pages(env: Environment) -> None:
    auth, shop = env.names["auth"], ModuleType("shop")
    shop.middleware = env.names["middleware"]
    shop.urlpatterns = [
        *auth.urls,
        path("reports", env.names["reports"]),
        path("me", auth.require_user(lambda request: HttpResponse(request.workos.identity().user_id))),
    ]
    sys.modules["shop"] = shop
    token = SessionFactory(env.emulator).headers(USER, ORGANIZATION)
    client = Client()
    print(client.get("/reports", headers={"Accept": "text/html"}).status_code)
    print(client.get("/reports", headers=token).status_code)
    print(client.get("/me", headers=token).content.decode())


if __name__ == "__main__":
    main(sys.argv[1])
