"""Django Ninja: authentication of sync and async operations."""

import json
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from typing import Any

import pytest

from tests.web.apps._django_users import SERVERS, start_project
from tests.web.browser import ADA, Browser
from tests.web.kits import create_user, open_callback
from workos_core.auth.identity import requirements
from workos_emulator import Emulator
from workos_sync import WorkOS

NUMBERS = count()
"""Old versions of Ninja reject a second API with the same namespace."""

pytestmark = pytest.mark.skipif(find_spec("ninja") is None, reason="nox -s web installs the frameworks")


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
    from ninja import NinjaAPI

    from workos_web.django.ninja import WorkOSAuth

    def describe(request: Any) -> dict[str, str]:
        return {"user": getattr(request.user, "email", "") or str(request.user), "kind": request.auth.kind}

    def sync_operation(request: Any) -> dict[str, str]:
        return describe(request)

    async def async_operation(request: Any) -> dict[str, str]:
        return describe(request)

    patterns = [path("csrf", lambda request: HttpResponse(get_token(request)))]
    for prefix, operation in (("sync", sync_operation), ("async", async_operation)):
        api = NinjaAPI(auth=WorkOSAuth(requirements.user()), urls_namespace=f"{prefix}-{next(NUMBERS)}")
        api.get("/me")(operation)
        api.post("/me")(operation)
        for name, requirement in (
            ("member", requirements.role("member")),
            ("admin", requirements.role("admin")),
            ("permission", requirements.permission("posts:read")),
        ):
            api.get(f"/{name}", auth=WorkOSAuth(requirement))(operation)
        api.post("/without-csrf", auth=WorkOSAuth(csrf=False))(operation)
        api.get("/anyone", auth=WorkOSAuth())(operation)
        patterns.append(path(f"{prefix}/", api.urls))
    with start_project(server, emulator, backend, patterns=patterns) as browser:
        yield browser


def create_django_user() -> None:
    from django.contrib.auth.models import User

    User.objects.create(username="ada", email=ADA)


@pytest.fixture(params=["sync", "async"])
def prefix(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("server", SERVERS)
def test_session(server: str, prefix: str, emulator: Emulator) -> None:
    create_user(emulator)
    with start_api(server, emulator) as browser:
        create_django_user()
        assert browser.request("GET", f"/{prefix}/me").status == 401
        open_callback(browser)
        page = browser.request("GET", f"/{prefix}/me")
        assert (page.status, json.loads(page.text)) == (200, {"user": ADA, "kind": "session"})
        statuses = [browser.request("GET", f"/{prefix}/{name}").status for name in ("member", "admin", "permission")]
        assert statuses == [200, 403, 403]


@pytest.mark.parametrize("server", SERVERS)
def test_unsafe_requests_with_a_session_need_a_csrf_token(server: str, prefix: str, emulator: Emulator) -> None:
    create_user(emulator)
    with start_api(server, emulator) as browser:
        create_django_user()
        open_callback(browser)
        assert browser.request("POST", f"/{prefix}/me").status == 403
        assert browser.request("POST", f"/{prefix}/without-csrf").status == 200
        token = browser.request("GET", "/csrf").text
        assert browser.request("POST", f"/{prefix}/me", X_CSRFToken=token).status == 200


@pytest.mark.parametrize("server", SERVERS)
def test_bearer_credentials(server: str, prefix: str, emulator: Emulator, workos: WorkOS) -> None:
    create_user(emulator, password="correct horse 42")
    token = workos.user_management.authenticate_with_password(email=ADA, password="correct horse 42").access_token
    workos.authorization.create_permission(slug="posts:read", name="Read")
    organization = workos.organizations.list_organizations().collect()[0].id
    key = workos.api_keys.create_organization_api_key(organization, name="CI", permissions=["posts:read"]).value
    with start_api(server, emulator) as browser:
        create_django_user()
        page = browser.request("POST", f"/{prefix}/me", Authorization=f"Bearer {token}")
        assert json.loads(page.text) == {"user": ADA, "kind": "access_token"}
        page = browser.request("GET", f"/{prefix}/permission", Authorization=f"Bearer {key}")
        assert json.loads(page.text) == {"user": "AnonymousUser", "kind": "api_key"}
        assert browser.request("GET", f"/{prefix}/anyone", Authorization=f"Bearer {key}").status == 200
        assert browser.request("GET", f"/{prefix}/me", Authorization=f"Bearer {key}").status == 403
        assert browser.request("GET", f"/{prefix}/me", Authorization="Bearer sk_unknown").status == 401


@pytest.mark.parametrize("server", SERVERS)
def test_outage(server: str, prefix: str, emulator: Emulator, workos: WorkOS) -> None:
    create_user(emulator, password="correct horse 42")
    token = workos.user_management.authenticate_with_password(email=ADA, password="correct horse 42").access_token
    with start_api(server, emulator) as browser:
        create_django_user()
        emulator.faults.add(status=503, path="/user_management/users/*")
        assert browser.request("GET", f"/{prefix}/me", Authorization=f"Bearer {token}").status == 503
        assert browser.request("GET", f"/{prefix}/me", Authorization=f"Bearer {token}").status == 200
    with start_api(server, emulator) as browser:  # a new client, which has not fetched the keys
        emulator.faults.add(status=503, path="/sso/jwks/*")
        assert browser.request("GET", f"/{prefix}/me", Authorization=f"Bearer {token}").status == 503


def test_project_without_django_users(prefix: str, emulator: Emulator) -> None:
    from django.contrib.auth.backends import ModelBackend

    user_id = create_user(emulator)
    with start_api("wsgi_sync", emulator, ModelBackend) as browser:
        open_callback(browser)
        assert json.loads(browser.request("GET", f"/{prefix}/me").text) == {"user": user_id, "kind": "session"}


def test_openapi(prefix: str, emulator: Emulator) -> None:
    with start_api("wsgi_sync", emulator) as browser:
        schema = json.loads(browser.request("GET", f"/{prefix}/openapi.json").text)
    assert {"type": "http", "scheme": "bearer"} in schema["components"]["securitySchemes"].values()
    assert schema["paths"][f"/{prefix}/me"]["get"]["security"]
