"""`require_connect_token` of all frameworks: challenges, claims, outages and metadata."""

import json
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any, NamedTuple

import httpx
import pytest

import workos_async
import workos_sync
from tests.support.access_tokens import public_key, sign_token
from workos_core.errors import ConfigurationError

AUTHKIT = "https://example.authkit.app"
RESOURCE = "https://api.example.com/v1"
METADATA_URL = "https://api.example.com/.well-known/oauth-protected-resource/v1"
PERMISSION = "reports:read"


def token(**changes: Any) -> str:
    now = time.time()
    claims = {
        "iss": AUTHKIT,
        "aud": RESOURCE,
        "sub": "user_1",
        "sid": "app_consent_1",
        "org_id": "org_1",
        "permissions": [PERMISSION],
        "exp": now + 300,
        "iat": now,
    }
    return sign_token({name: value for name, value in (claims | changes).items() if value is not None})


class Response(NamedTuple):
    status: int
    headers: dict[str, str]
    text: str


Send = Callable[..., Response]
OPTIONS: Any = {"scopes": ["openid"], "permissions": [PERMISSION], "organization_required": True}


def asgi_send(app: Any) -> Send:
    import anyio

    async def send(path: str, method: str, headers: Any) -> Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="https://api.example.com") as client:
            response = await client.request(method, path, headers=headers)
            return Response(response.status_code, dict(response.headers), response.text)

    def call(path: str, headers: Any = (), method: str = "GET") -> Response:
        return anyio.run(send, path, method, headers)

    return call


def starlette_app(workos: Any, settings: Any) -> Send:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import PlainTextResponse
    from starlette.routing import Route

    from workos_web.starlette import require_connect_token

    guard = require_connect_token(workos, **settings)

    async def reports(request: Request) -> PlainTextResponse:
        return PlainTextResponse((await guard(request)).sub)

    return asgi_send(Starlette(routes=[Route("/reports", reports), *guard.metadata_routes()]))


def fastapi_app(workos: Any, settings: Any) -> Send:
    from fastapi import Depends, FastAPI
    from fastapi.responses import PlainTextResponse

    from workos_web.fastapi import require_connect_token

    guard = require_connect_token(workos, **settings)
    app = FastAPI(routes=guard.metadata_routes())

    dependency = Depends(guard)

    def reports(claims: Any = dependency) -> PlainTextResponse:
        return PlainTextResponse(claims.sub)

    app.get("/reports")(reports)
    assert app.openapi()["paths"]["/reports"]["get"]["security"] == [{"WorkOSConnect": []}]
    return asgi_send(app)


def litestar_app(workos: Any, settings: Any) -> Send:
    from litestar import Litestar, Request, get

    from workos_web.litestar import require_connect_token

    guard = require_connect_token(workos, **settings)

    async def reports(request: Request[Any, Any, Any]) -> str:
        return guard.claims(request).sub

    handler: Any = get("/reports", guards=[guard], media_type="text/plain")(reports)
    return asgi_send(Litestar([handler, *guard.metadata_routes()]))


def flask_app(workos: Any, settings: Any, *, is_async: bool = False) -> Send:
    from flask import Flask

    from workos_web.flask import require_connect_token

    guard = require_connect_token(workos, **settings)
    app = Flask(__name__)

    def reports() -> str:
        return guard.claims.sub

    async def async_reports() -> str:
        return guard.claims.sub

    view: Any = guard(async_reports) if is_async else guard(reports)
    app.add_url_rule("/reports", "reports", view)
    app.register_blueprint(guard.metadata_blueprint())

    def send(path: str, headers: Any = (), method: str = "GET") -> Response:
        response = app.test_client().open(path, method=method, headers=list(dict(headers).items()))
        return Response(response.status_code, {k.lower(): v for k, v in response.headers.items()}, response.text)

    return send


def django_app(workos: Any, settings: Any, *, is_async: bool = False) -> Send:
    import_module("tests.web.apps._django_project")
    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    from workos_web.django import require_connect_token

    guard = require_connect_token(workos, **settings)

    def reports(request: HttpRequest) -> HttpResponse:
        return HttpResponse(guard.claims(request).sub)

    async def async_reports(request: HttpRequest) -> HttpResponse:
        return HttpResponse(guard.claims(request).sub)

    view = guard(async_reports if is_async else reports)
    return _django_send([path("reports", view), *guard.metadata_urls()], is_async=is_async)


def _django_send(urlpatterns: list[Any], *, is_async: bool) -> Send:
    from django.test import AsyncClient, Client, override_settings

    urls = ModuleType("urls")
    vars(urls)["urlpatterns"] = urlpatterns

    def send(target: str, headers: Any = (), method: str = "GET") -> Response:
        with override_settings(
            ROOT_URLCONF=urls, MIDDLEWARE=["django.middleware.csrf.CsrfViewMiddleware"], ALLOWED_HOSTS=["*"]
        ):
            response: Any
            if is_async:
                import anyio

                async def call() -> Any:
                    return await AsyncClient(enforce_csrf_checks=True).generic(method, target, headers=dict(headers))

                response = anyio.run(call)
            else:
                response = Client(enforce_csrf_checks=True).generic(method, target, headers=dict(headers))
        return Response(response.status_code, {k.lower(): v for k, v in response.items()}, response.content.decode())

    return send


def rest_framework_app(workos: Any, settings: Any, *, is_async: bool = False) -> Send:
    import_module("tests.web.apps._django_project")
    from django.http import HttpResponse
    from django.urls import path
    from rest_framework.views import APIView

    from workos_web.django.rest_framework import require_connect_token

    authentication = require_connect_token(workos, **settings)

    class View(APIView):
        authentication_classes = [authentication]  # noqa: RUF012

        def get(self, request: Any) -> HttpResponse:
            assert request.user.is_authenticated
            assert (request.user.pk, str(request.user)) == (request.auth.sub, request.auth.sub)
            return HttpResponse(request.auth.sub)

    return _django_send([path("reports", View.as_view()), *authentication.metadata_urls()], is_async=is_async)


def ninja_app(workos: Any, settings: Any, *, is_async: bool = False) -> Send:
    import_module("tests.web.apps._django_project")
    from django.http import HttpResponse
    from django.urls import path
    from ninja import NinjaAPI

    from workos_web.django.ninja import require_connect_token

    auth = require_connect_token(workos, **settings)
    api = NinjaAPI(auth=auth, urls_namespace=f"connect-{id(auth)}")
    auth.register(api)

    def reports(request: Any) -> Any:
        return HttpResponse(request.auth.sub)

    async def async_reports(request: Any) -> Any:
        return HttpResponse(request.auth.sub)

    api.get("/reports")(async_reports if is_async else reports)
    schema: Any = api.get_openapi_schema(path_prefix="")
    (scheme,) = schema["components"]["securitySchemes"].values()
    assert (scheme["type"], scheme["scheme"]) == ("http", "bearer")
    return _django_send([path("", api.urls), *auth.metadata_urls()], is_async=is_async)


APPS: dict[str, tuple[str, Any, Any, dict[str, Any]]] = {
    "starlette": ("starlette", starlette_app, workos_async.WorkOS, {}),
    "fastapi": ("fastapi", fastapi_app, workos_async.WorkOS, {}),
    "litestar": ("litestar", litestar_app, workos_async.WorkOS, {}),
    "flask": ("flask", flask_app, workos_sync.WorkOS, {}),
    "flask, async view": ("flask", flask_app, workos_sync.WorkOS, {"is_async": True}),
    "django": ("django", django_app, workos_sync.WorkOS, {}),
    "django, async view": ("django", django_app, workos_async.WorkOS, {"is_async": True}),
    "django, async view and sync client": ("django", django_app, workos_sync.WorkOS, {"is_async": True}),
    "django, sync view and async client": ("django", django_app, workos_async.WorkOS, {}),
    "rest framework": ("rest_framework", rest_framework_app, workos_sync.WorkOS, {}),
    "rest framework, async server": ("rest_framework", rest_framework_app, workos_sync.WorkOS, {"is_async": True}),
    "rest framework, async client": ("rest_framework", rest_framework_app, workos_async.WorkOS, {}),
    "ninja": ("ninja", ninja_app, workos_sync.WorkOS, {}),
    "ninja, async operation": ("ninja", ninja_app, workos_sync.WorkOS, {"is_async": True}),
    "ninja, async client": ("ninja", ninja_app, workos_async.WorkOS, {}),
    "ninja, async operation and client": ("ninja", ninja_app, workos_async.WorkOS, {"is_async": True}),
}


class AuthKit:
    """The key endpoint of an AuthKit domain."""

    def __init__(self) -> None:
        self.is_available = True

    def handle(self, request: httpx.Request) -> httpx.Response:
        assert str(request.url) == f"{AUTHKIT}/oauth2/jwks"
        return httpx.Response(200, json={"keys": [public_key()]}) if self.is_available else httpx.Response(500)


@pytest.fixture
def authkit() -> AuthKit:
    return AuthKit()


@pytest.fixture(params=APPS)
def send(request: pytest.FixtureRequest, authkit: AuthKit) -> Send:
    framework, make, client, options = APPS[request.param]
    if find_spec(framework) is None:  # not imported: Ninja can be imported only with the settings of Django
        pytest.skip("nox -s web installs the frameworks")
    workos = client(transport=httpx.MockTransport(authkit.handle), max_retries=0)
    send: Send = make(workos, {"authkit_domain": AUTHKIT, "resource": RESOURCE, **OPTIONS}, **options)
    return send


def bearer(**changes: Any) -> dict[str, str]:
    return {"Authorization": f"Bearer {token(**changes)}"}


def test_a_valid_token_gives_its_claims(send: Send) -> None:
    assert send("/reports", bearer())[::2] == (200, "user_1")


def test_a_request_without_a_token_gets_a_challenge(send: Send) -> None:
    for headers in ({}, {"Authorization": "Basic abc"}):
        response = send("/reports", headers)
        assert response.status == 401
        assert response.headers["www-authenticate"] == f'Bearer scope="openid", resource_metadata="{METADATA_URL}"'
        # Django REST framework has no way to add other headers to an error.
        assert response.headers.get("cache-control", "no-store") == "no-store"


@pytest.mark.parametrize(
    "changes",
    [
        {"aud": "https://api.example.com/other"},
        {"aud": None},
        {"iss": "https://other.authkit.app"},
        {"exp": time.time() - 3600},
        {"sid": "session_1"},
        {"sub": "agent_instance_1", "sub_profile": "ai_agent"},
        {"sub": "client_1", "sid": None, "aud": None},
    ],
)
def test_an_invalid_token_gets_401_with_the_error(send: Send, changes: Any) -> None:
    response = send("/reports", bearer(**changes))
    assert response.status == 401
    assert 'error="invalid_token", error_description="' in response.headers["www-authenticate"]
    assert f'resource_metadata="{METADATA_URL}"' in response.headers["www-authenticate"]


def test_missing_access_gets_403(send: Send) -> None:
    cases: list[tuple[dict[str, Any], str]] = [
        ({"permissions": ["other"]}, "access_denied"),
        ({"org_id": None}, "access_denied"),
        ({"scope": "email"}, "insufficient_scope"),
    ]
    for changes, error in cases:
        response = send("/reports", bearer(**changes))
        assert response.status == 403
        assert f'error="{error}"' in response.headers["www-authenticate"]


def test_a_key_outage_is_503_without_a_challenge(send: Send, authkit: AuthKit) -> None:
    authkit.is_available = False
    response = send("/reports", bearer())
    assert response.status == 503
    assert response.headers["retry-after"] == "5"
    assert "www-authenticate" not in response.headers


def test_metadata_is_served_at_both_paths(send: Send) -> None:
    for path in ("/.well-known/oauth-protected-resource", "/.well-known/oauth-protected-resource/v1"):
        response = send(path)
        assert response.status == 200
        assert json.loads(response.text) == {
            "resource": RESOURCE,
            "authorization_servers": [AUTHKIT],
            "bearer_methods_supported": ["header"],
            "scopes_supported": ["openid"],
        }
        assert response.headers["access-control-allow-origin"] == "*"
        assert response.headers["content-type"].startswith("application/json")
        preflight = send(path, method="OPTIONS")
        assert (preflight.status, preflight.headers["access-control-allow-methods"]) == (204, "GET")


@pytest.mark.parametrize("kit", ["fastapi", "starlette", "litestar", "flask"])
def test_a_client_of_the_wrong_variant_is_rejected(kit: str) -> None:
    pytest.importorskip(kit, reason="nox -s web installs the frameworks")
    module = import_module(f"workos_web.{kit}")
    client: Any = workos_async.WorkOS if kit == "flask" else workos_sync.WorkOS
    with pytest.raises(ConfigurationError, match="workos_sync" if kit == "flask" else "workos_async"):
        module.require_connect_token(client(), authkit_domain=AUTHKIT, resource=RESOURCE)


@pytest.mark.parametrize("kit", ["fastapi", "starlette", "litestar", "flask", "django"])
def test_invalid_settings_are_rejected(kit: str) -> None:
    pytest.importorskip(kit, reason="nox -s web installs the frameworks")
    module = import_module(f"workos_web.{kit}")
    client: Any = workos_sync.WorkOS if kit == "flask" else workos_async.WorkOS
    settings: dict[str, Any] = {"authkit_domain": AUTHKIT, "resource": RESOURCE}
    invalid: list[dict[str, Any]] = [
        {"resource": ""},
        {"authkit_domain": ""},
        {"kinds": ["robot"]},
        {"scopes": "openid"},
    ]
    for changes in invalid:
        with pytest.raises(ConfigurationError):
            module.require_connect_token(client(), **(settings | changes))


@pytest.mark.parametrize("kit", ["starlette", "fastapi", "litestar"])
@pytest.mark.parametrize("extensions", [{}, {"websocket.http.response": {}}], ids=["close", "response"])
def test_websocket_connections_need_a_token(authkit: AuthKit, kit: str, extensions: Any) -> None:
    pytest.importorskip(kit, reason="nox -s web installs the frameworks")
    workos = workos_async.WorkOS(transport=httpx.MockTransport(authkit.handle), max_retries=0)
    settings: Any = {"authkit_domain": AUTHKIT, "resource": RESOURCE, **OPTIONS}
    make = {"starlette": starlette_socket, "fastapi": fastapi_socket, "litestar": litestar_socket}[kit]
    app = make(workos, settings)

    def connect(headers: dict[str, str]) -> list[Any]:
        import anyio

        scope = {
            "type": "websocket",
            "path": "/socket",
            "raw_path": b"/socket",
            "root_path": "",
            "query_string": b"",
            "scheme": "wss",
            "subprotocols": [],
            "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
            "extensions": extensions,
            "client": ("127.0.0.1", 1),
            "server": ("api.example.com", 443),
        }
        sent: list[Any] = []

        async def receive() -> Any:
            return {"type": "websocket.connect"}

        async def send(message: Any) -> None:
            sent.append(message)

        anyio.run(app, scope, receive, send)
        return sent

    assert [message["type"] for message in connect(bearer())] == ["websocket.accept", "websocket.close"]
    denied = connect({})[0]
    authkit.is_available = False
    workos = workos_async.WorkOS(transport=httpx.MockTransport(authkit.handle), max_retries=0)
    app = make(workos, settings)
    outage = connect(bearer())[0]
    assert [message["type"] for message in (denied, outage)] == ["websocket.close"] * 2
    if kit != "litestar":  # it derives the code from the status
        assert [message["code"] for message in (denied, outage)] == [1008, 1013]


def starlette_socket(workos: Any, settings: Any) -> Any:
    from starlette.applications import Starlette
    from starlette.routing import WebSocketRoute

    from workos_web.starlette import require_connect_token

    guard = require_connect_token(workos, **settings)

    async def endpoint(websocket: Any) -> None:
        await guard(websocket)
        await websocket.accept()
        await websocket.close()

    return Starlette(routes=[WebSocketRoute("/socket", endpoint)])


def fastapi_socket(workos: Any, settings: Any) -> Any:
    from fastapi import Depends, FastAPI, WebSocket

    from workos_web.fastapi import require_connect_token

    app, dependency = FastAPI(), Depends(require_connect_token(workos, **settings))

    async def endpoint(websocket: WebSocket, claims: Any = dependency) -> None:
        await websocket.accept()
        await websocket.close()

    endpoint.__annotations__["websocket"] = WebSocket
    app.websocket("/socket")(endpoint)
    return app


def litestar_socket(workos: Any, settings: Any) -> Any:
    from litestar import Litestar, WebSocket, websocket

    from workos_web.litestar import require_connect_token

    async def endpoint(socket: WebSocket[Any, Any, Any]) -> None:
        await socket.accept()
        await socket.close()

    endpoint.__annotations__["socket"] = WebSocket
    handler: Any = websocket("/socket", guards=[require_connect_token(workos, **settings)])(endpoint)
    return Litestar([handler])
