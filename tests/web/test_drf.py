"""Django REST framework: the authentication class and the permission classes."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

import pytest

from tests.web.apps._django_users import SERVERS, start_project
from tests.web.browser import ADA, Browser
from tests.web.kits import create_user, open_callback
from workos_emulator import Emulator
from workos_sync import WorkOS

pytestmark = pytest.mark.skipif(find_spec("rest_framework") is None, reason="nox -s web installs the frameworks")


@pytest.fixture(autouse=True)
def django_settings() -> None:
    import tests.web.apps._django_project  # noqa: F401  # models can be imported only with settings


@pytest.fixture
def emulator() -> Emulator:
    return Emulator()


@pytest.fixture
def workos(emulator: Emulator) -> Iterator[WorkOS]:
    with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as workos:
        yield workos


@contextmanager
def start_api(server: str, emulator: Emulator, backend: Any = None) -> Generator[Browser]:
    from django.http import HttpResponse
    from django.middleware.csrf import get_token
    from django.urls import path
    from rest_framework.permissions import BasePermission, IsAuthenticated
    from rest_framework.response import Response
    from rest_framework.views import APIView

    from workos_web.django.rest_framework import (
        WorkOSAuthentication,
        require_feature_flag,
        require_permission,
        require_role,
        require_user,
    )

    def view(*permissions: type[BasePermission]) -> Any:
        class View(APIView):
            authentication_classes = [WorkOSAuthentication]  # noqa: RUF012
            permission_classes = permissions

            def get(self, request: Any) -> Response:
                user = request.user
                name = getattr(user, "email", "") or str(user)
                return Response({"user": name, "kind": request.auth.kind if request.auth else None})

            post = get

        return View.as_view()

    patterns = [
        path("api/open", view()),
        path("api/me", view(IsAuthenticated)),
        path("api/user", view(require_user)),
        path("api/role", view(require_role("member"))),
        path("api/admin", view(require_role("admin"))),
        path("api/permission", view(require_permission("posts:read"))),
        path("api/flag", view(require_feature_flag("new"))),
        path("csrf", lambda request: HttpResponse(get_token(request))),
    ]
    with start_project(server, emulator, backend, patterns=patterns) as browser:
        yield browser


def get(browser: Browser, path: str, **headers: str) -> tuple[int, str]:
    page = browser.request("GET", f"/api/{path}", Accept="application/json", **headers)
    return page.status, page.text


def create_django_user() -> None:
    from django.contrib.auth.models import User

    User.objects.create(username="ada", email=ADA)


@pytest.mark.parametrize("server", SERVERS)
def test_session(server: str, emulator: Emulator) -> None:
    create_user(emulator)
    with start_api(server, emulator) as browser:
        create_django_user()
        assert get(browser, "me")[0] == 401
        page = browser.request("GET", "/api/me", Accept="application/json")
        assert page.header("www-authenticate") == "Bearer"
        assert '"user":"AnonymousUser"' in get(browser, "open")[1]
        open_callback(browser)
        assert get(browser, "me") == (200, f'{{"user":"{ADA}","kind":"session"}}')
        assert [get(browser, path)[0] for path in ("user", "role", "admin", "permission", "flag")] == [
            200,
            200,
            403,
            403,
            403,
        ]


@pytest.mark.parametrize("server", SERVERS)
def test_unsafe_requests_with_a_session_need_a_csrf_token(server: str, emulator: Emulator, workos: WorkOS) -> None:
    user_id = create_user(emulator)
    with start_api(server, emulator) as browser:
        create_django_user()
        open_callback(browser)
        page = browser.request("POST", "/api/me", Accept="application/json")
        assert page.status == 403
        assert "CSRF Failed" in page.text
        token = browser.request("GET", "/csrf").text
        assert browser.request("POST", "/api/me", Accept="application/json", X_CSRFToken=token).status == 200
        workos.user_management.update_user(user_id, password="correct horse 42")
        bearer = workos.user_management.authenticate_with_password(email=ADA, password="correct horse 42").access_token
        assert browser.request("POST", "/api/me", Authorization=f"Bearer {bearer}").status == 200


@pytest.mark.parametrize("server", SERVERS)
def test_bearer_credentials(server: str, emulator: Emulator, workos: WorkOS) -> None:
    user_id = create_user(emulator, password="correct horse 42")
    token = workos.user_management.authenticate_with_password(email=ADA, password="correct horse 42").access_token
    workos.authorization.create_permission(slug="posts:read", name="Read")
    organization = workos.organizations.list_organizations().collect()[0].id
    key = workos.api_keys.create_organization_api_key(organization, name="CI", permissions=["posts:read"]).value
    with start_api(server, emulator) as browser:
        create_django_user()
        assert get(browser, "me", Authorization=f"Bearer {token}") == (200, f'{{"user":"{ADA}","kind":"access_token"}}')
        assert get(browser, "permission", Authorization=f"Bearer {key}")[0] == 200
        assert get(browser, "me", Authorization=f"Bearer {key}")[0] == 403
        assert '"kind":"api_key"' in get(browser, "open", Authorization=f"Bearer {key}")[1]
        for path in ("me", "open"):
            assert get(browser, path, Authorization="Bearer sk_unknown")[0] == 401
        assert get(browser, "open", Authorization="Basic YTpi")[0] == 200  # of another authentication class, or a proxy
    assert user_id


@pytest.mark.parametrize("server", SERVERS)
def test_outage(server: str, emulator: Emulator, workos: WorkOS) -> None:
    create_user(emulator, password="correct horse 42")
    token = workos.user_management.authenticate_with_password(email=ADA, password="correct horse 42").access_token
    with start_api(server, emulator) as browser:
        create_django_user()
        emulator.faults.add(status=503, path="/user_management/users/*")
        assert get(browser, "me", Authorization=f"Bearer {token}")[0] == 503
        assert get(browser, "me", Authorization=f"Bearer {token}")[0] == 200
    with start_api(server, emulator) as browser:  # a new client, which has not fetched the keys
        emulator.faults.add(status=503, path="/sso/jwks/*")
        page = browser.request("GET", "/api/open", Authorization=f"Bearer {token}")
        assert page.status == 503
        assert int(page.header("retry-after") or 0) >= 1


@pytest.mark.parametrize("server", SERVERS)
def test_project_without_django_users(server: str, emulator: Emulator, workos: WorkOS) -> None:
    from django.contrib.auth.backends import ModelBackend

    user_id = create_user(emulator)
    organization = workos.organizations.list_organizations().collect()[0].id
    key = workos.api_keys.create_organization_api_key(organization, name="CI", permissions=[]).value
    with start_api(server, emulator, ModelBackend) as browser:
        open_callback(browser)
        assert get(browser, "me") == (200, f'{{"user":"{user_id}","kind":"session"}}')
        assert get(browser, "me", Authorization=f"Bearer {key}")[0] == 403
        assert get(browser, "user", Authorization=f"Bearer {key}")[0] == 403
        assert get(browser, "open", Authorization=f"Bearer {key}")[0] == 200
