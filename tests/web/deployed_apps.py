"""One small app per web framework, for tests of deployments: behind proxies, below a path, and at several hosts."""

import sys
import warnings
from collections.abc import Callable, Generator
from contextlib import contextmanager
from types import ModuleType
from typing import Annotated, Any, Literal, TypeAlias, cast

import pytest

import workos_async
import workos_sync
from tests.web.browser import PASSWORD
from workos_emulator import Emulator

KITS = ("asgi", "starlette", "fastapi", "litestar", "flask", "django_sync", "django_async")
CORS_ORIGIN = "https://frontend.example"
Cors: TypeAlias = Literal["inside", "outside"]
"""Whether the CORS middleware is added before the sign-in, and is thus inside of its middleware, or after it."""


def is_wsgi(kit: str) -> bool:
    """Return whether the app of a framework is a WSGI app; others are ASGI apps."""
    return kit in ("flask", "django_sync")


def create_sign_in(kit: str, emulator: Emulator, **settings: Any) -> Any:
    """Return a sign-in flow with the client that the framework needs."""
    package: Any = workos_sync if is_wsgi(kit) else workos_async
    workos = package.WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport, max_retries=0)
    return package.SignIn(workos, **{"cookie_password": PASSWORD, **settings})


def create_paths(kit: str, **paths: str) -> Any:
    """Return the paths of sign-in routes."""
    return (workos_sync if is_wsgi(kit) else workos_async).SignInPaths(**paths)


@contextmanager
def create_app(
    kit: str, sign_in: Any, *, paths: Any = None, cors: Cors | None = None, **settings: Any
) -> Generator[Any]:
    """Create an app with the routes `/` and `/files/<path>`, of which the second requires a user.

    Args:
        kit: The framework.
        sign_in: The sign-in flow.
        paths: The paths of the sign-in routes.
        cors: Where to add a CORS middleware.
        settings: Settings of the framework.
    """
    pytest.importorskip(kit.partition("_")[0] if kit != "asgi" else "starlette", reason="nox -s web installs it")
    if kit.startswith("django"):
        with _django_app(kit, sign_in, paths, cors, settings) as app:
            yield app
        return
    create: Callable[..., Any] = globals()[f"_{kit}_app"]
    yield create(sign_in, paths, cors, **settings)


def _asgi_app(sign_in: Any, paths: Any, cors: Cors | None) -> Any:
    from starlette.middleware.cors import CORSMiddleware

    from workos_core.auth import user
    from workos_web.asgi import RequestDeniedMiddleware, SignInMiddleware, get_request_auth

    async def app(scope: Any, receive: Any, send: Any) -> None:
        if "/files/" in scope["path"]:
            await get_request_auth(scope).require(user())
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": scope["path"].encode()})

    if cors == "inside":
        return SignInMiddleware(
            CORSMiddleware(RequestDeniedMiddleware(app), allow_origins=[CORS_ORIGIN]), sign_in=sign_in, paths=paths
        )
    wrapped: Any = SignInMiddleware(app, sign_in=sign_in, paths=paths)
    return wrapped if cors is None else CORSMiddleware(wrapped, allow_origins=[CORS_ORIGIN])


def _starlette_app(sign_in: Any, paths: Any, cors: Cors | None) -> Any:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import PlainTextResponse
    from starlette.routing import Route

    from workos_web.starlette import require_user

    async def home(request: Request) -> PlainTextResponse:
        return PlainTextResponse(request.url.path)

    async def files(request: Request) -> PlainTextResponse:
        await require_user(request)
        return PlainTextResponse(request.url.path)

    methods = ["GET", "POST"]
    app = Starlette(routes=[Route("/", home), Route("/files/{name:path}", files, methods=methods)])
    return _install(app, sign_in, paths, cors)


def _fastapi_app(sign_in: Any, paths: Any, cors: Cors | None, **settings: Any) -> Any:
    from fastapi import Depends, FastAPI, Request
    from starlette.responses import PlainTextResponse

    from workos_core.auth import Identity
    from workos_web.starlette import require_user

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # root_path is deprecated, but used
        app = FastAPI(default_response_class=PlainTextResponse, **settings)

    @app.get("/")
    async def home(request: Request) -> str:
        return request.url.path

    @app.api_route("/files/{name:path}", methods=["GET", "POST"])
    async def files(request: Request, name: str, identity: Annotated[Identity, Depends(require_user)]) -> str:
        return request.url.path

    return _install(app, sign_in, paths, cors)


def _install(app: Any, sign_in: Any, paths: Any, cors: Cors | None) -> Any:
    from starlette.middleware.cors import CORSMiddleware

    from workos_web.starlette import install

    if cors == "inside":
        app.add_middleware(CORSMiddleware, allow_origins=[CORS_ORIGIN])
    install(app, sign_in, paths=paths)
    if cors == "outside":
        app.add_middleware(CORSMiddleware, allow_origins=[CORS_ORIGIN])
    return app


def _litestar_app(sign_in: Any, paths: Any, cors: Cors | None, **settings: Any) -> Any:
    from litestar import HttpMethod, Litestar, MediaType, Request, get, route
    from litestar.config.cors import CORSConfig
    from litestar.middleware import DefineMiddleware
    from starlette.middleware.cors import CORSMiddleware

    from workos_web.litestar import SignInPlugin, require_user

    @get("/", media_type=MediaType.TEXT)
    async def home(request: Request[Any, Any, Any]) -> str:
        return request.url.path

    @route(
        "/files/{name:path}",
        http_method=[HttpMethod.GET, HttpMethod.POST],
        guards=[require_user],
        media_type=MediaType.TEXT,
        status_code=200,
    )
    async def files(request: Request[Any, Any, Any]) -> str:
        return request.url.path

    if cors == "inside":
        settings["middleware"] = [DefineMiddleware(cast(Any, CORSMiddleware), allow_origins=[CORS_ORIGIN])]
    elif cors == "outside":
        settings["cors_config"] = CORSConfig(allow_origins=[CORS_ORIGIN])
    handlers: Any = [home, files, *settings.pop("route_handlers", [])]
    return Litestar(route_handlers=handlers, plugins=[SignInPlugin(sign_in, paths)], **settings)


def _flask_app(sign_in: Any, paths: Any, cors: Cors | None, **settings: Any) -> Any:
    from flask import Flask, request

    from workos_web.flask import FlaskSignIn

    app = Flask(__name__)
    app.config.update(settings)
    auth = FlaskSignIn(sign_in, paths)
    if cors == "inside":
        _add_flask_cors(app)
    auth.init_app(app)
    if cors == "outside":
        _add_flask_cors(app)

    @app.get("/")
    def home() -> str:
        return request.root_path + request.path

    @app.route("/files/<path:name>", methods=["GET", "POST"])
    @auth.require_user
    def files(name: str) -> str:
        return request.root_path + request.path

    return app.wsgi_app


def _add_flask_cors(app: Any) -> None:
    import flask_cors

    flask_cors.CORS(app, origins=[CORS_ORIGIN])


@contextmanager
def _django_app(kit: str, sign_in: Any, paths: Any, cors: Cors | None, settings: dict[str, Any]) -> Generator[Any]:
    from django.core.asgi import get_asgi_application
    from django.core.wsgi import get_wsgi_application
    from django.http import HttpRequest, HttpResponse
    from django.test import override_settings
    from django.urls import path

    from tests.web.apps import _django_project  # noqa: F401 - configures Django
    from workos_web.django import DjangoSignIn

    auth = DjangoSignIn(sign_in, paths)

    def home(request: HttpRequest) -> HttpResponse:
        return HttpResponse(request.path)

    def files(request: HttpRequest, name: str) -> HttpResponse:
        return HttpResponse(request.path)

    module = ModuleType("tests.web.current_django_app")
    module.__dict__.update(
        urlpatterns=[*auth.urls, path("", home), path("files/<path:name>", auth.require_user(files))],
        middleware=auth.middleware,
    )
    sys.modules[module.__name__] = module
    middleware = [f"{module.__name__}.middleware"]
    if cors is not None:
        middleware.insert(1 if cors == "inside" else 0, "corsheaders.middleware.CorsMiddleware")
        settings["CORS_ALLOWED_ORIGINS"] = [CORS_ORIGIN]
    with override_settings(
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF=module.__name__,
        MIDDLEWARE=[*settings.pop("MIDDLEWARE", []), *middleware],
        **settings,
    ):
        yield get_wsgi_application() if kit == "django_sync" else get_asgi_application()
