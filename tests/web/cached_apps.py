"""One small app per web framework with caches in every place, for tests that no user gets the page of another one.

Every app has the routes `/page` (the email address of the user, or `anonymous`), `/guarded` (the same, for users only) and `/fixed`
(no identity). All allow caches to store them for a minute.
"""

import sys
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from types import ModuleType
from typing import Annotated, Any, Literal, TypeAlias

import pytest

import workos_async
import workos_sync
from tests.web.browser import APP, CALLBACK, PASSWORD, Page, Send
from workos_core.auth.identity.identity import Identity
from workos_core.auth.identity.requirements import user
from workos_emulator import Emulator

KITS = ("asgi", "starlette", "fastapi", "litestar", "flask", "django_sync", "django_async")
Place: TypeAlias = Literal["none", "inside", "outside", "view_inside", "view_outside"]
"""Where the cache is: inside or outside of the middleware of the kit, or a decorator of the view, inside or outside of `require`."""

PUBLIC = {
    "Cache-Control": "public, max-age=60",
    "Expires": "Thu, 01 Jan 2099 00:00:00 GMT",
    "CDN-Cache-Control": "max-age=60",
}


def places(kit: str) -> tuple[Place, ...]:
    """Return the places where a kit can have a cache."""
    return (
        ("none", "inside", "outside", "view_inside", "view_outside")
        if "django" in kit or kit == "litestar"
        else ("none", "inside", "outside")
    )


CASES = [pytest.param(kit, place, id=f"{kit}-{place}") for kit in KITS for place in places(kit)]


class SharedCache:
    """A cache that several users share and that obeys the headers of RFC 9111: `Cache-Control` and `Vary`."""

    def __init__(self) -> None:
        self.stored: dict[str, list[tuple[dict[str, str | None], Any]]] = {}
        self.hits = 0

    def find(self, path: str, headers: Mapping[str, str]) -> Any:
        for selected, response in self.stored.get(path, []):
            if all(headers.get(name) == value for name, value in selected.items()):
                self.hits += 1
                return response
        return None

    def store(self, path: str, request: Mapping[str, str], headers: Iterable[tuple[str, str]], response: Any) -> None:
        values: dict[str, str] = {}
        for name, value in headers:
            values[name.lower()] = f"{values[name.lower()]}, {value}" if name.lower() in values else value
        directives = {each.strip().partition("=")[0] for each in values.get("cache-control", "").lower().split(",")}
        vary = [each.strip().lower() for each in values.get("vary", "").split(",") if each.strip()]
        if "max-age" in directives and not directives & {"private", "no-store"} and "*" not in vary:
            self.stored.setdefault(path, []).append(({name: request.get(name) for name in vary}, response))


class ASGICache:
    """A shared cache as an ASGI middleware.

    Args:
        app: The application to wrap.
        is_careless: Whether it also allows caches around it to store all responses.
    """

    def __init__(self, app: Any, is_careless: bool = True) -> None:
        self.app = app
        self.is_careless = is_careless
        self.cache = SharedCache()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {name.decode().lower(): value.decode() for name, value in scope["headers"]}
        found = self.cache.find(scope["path"], headers) if scope["method"] == "GET" else None
        messages: list[Any] = []

        async def record(message: Any) -> None:
            messages.append(message)

        if found is None:
            await self.app(scope, receive, record)
            response_headers = [(name.decode(), value.decode()) for name, value in messages[0]["headers"]]
            self.cache.store(scope["path"], headers, response_headers, messages)
            if self.is_careless:
                messages[0] = {**messages[0], "headers": _public(messages[0]["headers"])}
        for message in found or messages:
            await send(message)


def _public(headers: list[Any]) -> list[Any]:
    names = {name.lower().encode() for name in PUBLIC}
    kept = [(name, value) for name, value in headers if name.lower() not in names]
    return [*kept, *((name.lower().encode(), value.encode()) for name, value in PUBLIC.items())]


class WSGICache:
    """A shared cache as a WSGI middleware; see `ASGICache`."""

    def __init__(self, app: Any, is_careless: bool) -> None:
        self.app = app
        self.is_careless = is_careless
        self.cache = SharedCache()

    def __call__(self, environ: Any, start_response: Any) -> Any:
        headers = {"cookie": environ.get("HTTP_COOKIE"), "authorization": environ.get("HTTP_AUTHORIZATION")}
        path = environ["PATH_INFO"]
        found = self.cache.find(path, headers) if environ["REQUEST_METHOD"] == "GET" else None
        if found is None:
            started: list[Any] = []
            body = list(self.app(environ, lambda *arguments: started.append(arguments)))
            status, response_headers = started[0][:2]
            self.cache.store(path, headers, response_headers, (status, response_headers, body))
            if self.is_careless:
                kept = [(name, value) for name, value in response_headers if name not in PUBLIC]
                response_headers = [*kept, *PUBLIC.items()]
            found = status, response_headers, body
        start_response(found[0], found[1])
        return found[2]


def name_of(identity: Identity | None) -> str:
    return "anonymous" if identity is None or identity.user is None else identity.user.email


def create_sign_in(kit: str, emulator: Emulator, **settings: Any) -> Any:
    """Return a sign-in flow with the client that the framework needs."""
    package: Any = workos_sync if kit in ("flask", "django_sync") else workos_async
    workos = package.WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport, max_retries=0)
    return package.SignIn(workos, **{"redirect_uri": CALLBACK, "cookie_password": PASSWORD, **settings})


@contextmanager
def start_app(kit: str, emulator: Emulator, place: Place = "none", **settings: Any) -> Generator[Send]:
    """Start the app of a kit, and yield a function that sends requests to it."""
    framework = kit.partition("_")[0]
    if framework != "asgi":
        pytest.importorskip(framework, reason="nox -s web installs the frameworks")
    start: Callable[..., Any] = globals()[f"_{kit}"]
    with start(create_sign_in(kit, emulator, **settings), place) as send:
        yield send


def _asgi(sign_in: Any, place: Place) -> Any:
    from tests.web.apps._clients import asgi_client
    from workos_web.asgi import SignInMiddleware, VaryOnIdentity, get_request_auth

    async def app(scope: Any, receive: Any, send: Any) -> None:
        text = "fixed"
        if scope["path"] == "/page":
            text = name_of(await get_request_auth(scope).identity())
        elif scope["path"] == "/guarded":
            text = name_of(await get_request_auth(scope).require(user()))
        await send({"type": "http.response.start", "status": 200, "headers": _public([])})
        await send({"type": "http.response.body", "body": text.encode()})

    if place == "inside":
        return asgi_client(SignInMiddleware(ASGICache(VaryOnIdentity(app)), sign_in=sign_in))
    wrapped: Any = SignInMiddleware(app, sign_in=sign_in)
    return asgi_client(wrapped if place == "none" else ASGICache(wrapped, is_careless=False))


def _starlette(sign_in: Any, place: Place) -> Any:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import PlainTextResponse
    from starlette.routing import Route

    from workos_web.starlette import current_identity, require_user

    async def page(request: Request) -> PlainTextResponse:
        return PlainTextResponse(name_of(await current_identity(request)), headers=PUBLIC)

    async def guarded(request: Request) -> PlainTextResponse:
        return PlainTextResponse(name_of(await require_user(request)), headers=PUBLIC)

    async def fixed(_: Request) -> PlainTextResponse:
        return PlainTextResponse("fixed", headers=PUBLIC)

    routes = [Route("/page", page), Route("/guarded", guarded), Route("/fixed", fixed)]
    return _install(Starlette(routes=routes), sign_in, place)


def _fastapi(sign_in: Any, place: Place) -> Any:
    from fastapi import Depends, FastAPI
    from starlette.responses import PlainTextResponse

    from workos_web.starlette import current_identity, require_user

    app = FastAPI()

    @app.get("/page")
    async def page(identity: Annotated[Any, Depends(current_identity)]) -> PlainTextResponse:
        return PlainTextResponse(name_of(identity), headers=PUBLIC)

    @app.get("/guarded")
    async def guarded(identity: Annotated[Any, Depends(require_user)]) -> PlainTextResponse:
        return PlainTextResponse(name_of(identity), headers=PUBLIC)

    @app.get("/fixed")
    async def fixed() -> PlainTextResponse:
        return PlainTextResponse("fixed", headers=PUBLIC)

    return _install(app, sign_in, place)


def _install(app: Any, sign_in: Any, place: Place) -> Any:
    from tests.web.apps._clients import asgi_client
    from workos_web.starlette import install

    if place == "inside":
        app.add_middleware(ASGICache)
    install(app, sign_in)
    if place == "outside":
        app.add_middleware(ASGICache)
    return asgi_client(app)


def _litestar(sign_in: Any, place: Place) -> Any:
    from litestar import Litestar, MediaType, Request, Response, get

    from tests.web.apps._clients import asgi_client
    from workos_web.litestar import SignInPlugin, current_identity, require_user

    cached: Any = {"cache": 60} if place.startswith("view") else {}

    @get("/page", media_type=MediaType.TEXT, **cached)
    async def page(request: Request[Any, Any, Any]) -> Response[str]:
        return Response(name_of(await current_identity(request)), headers=PUBLIC)

    @get("/guarded", guards=[require_user], media_type=MediaType.TEXT, **cached)
    async def guarded(request: Request[Any, Any, Any]) -> Response[str]:
        return Response(name_of(await current_identity(request)), headers=PUBLIC)

    @get("/fixed", media_type=MediaType.TEXT, **cached)
    async def fixed() -> Response[str]:
        return Response("fixed", headers=PUBLIC)

    middleware: Any = [ASGICache] if place == "inside" else []

    async def allow_caching(message: Any, scope: Any) -> None:
        if message["type"] == "http.response.start" and place == "outside":
            message["headers"] = _public(message["headers"])

    handlers: Any = [page, guarded, fixed]
    app = Litestar(
        route_handlers=handlers,
        plugins=[SignInPlugin(sign_in)],
        middleware=middleware,
        before_send=[allow_caching],
    )
    return asgi_client(app)


@contextmanager
def _flask(sign_in: Any, place: Place) -> Generator[Send]:
    from flask import Flask, Response

    from workos_web.flask import FlaskSignIn

    app = Flask(__name__)
    auth = FlaskSignIn(sign_in)
    cache = SharedCache()

    @app.get("/page")
    def page() -> Response:
        return Response(name_of(auth.current_identity), headers=PUBLIC)

    @app.get("/guarded")
    @auth.require_user
    def guarded() -> Response:
        return Response(name_of(auth.current_identity), headers=PUBLIC)

    @app.get("/fixed")
    def fixed() -> Response:
        return Response("fixed", headers=PUBLIC)

    def allow_caching(response: Response) -> Response:
        response.headers.update(PUBLIC)
        return response

    def add_cache() -> None:
        from flask import request

        def find() -> Any:
            headers = {name.lower(): value for name, value in request.headers.items()}
            return cache.find(request.path, headers)

        def store(response: Response) -> Response:
            headers = {name.lower(): value for name, value in request.headers.items()}
            if request.method == "GET":
                cache.store(request.path, headers, list(response.headers.items()), response)
            return response

        app.before_request(find)
        app.after_request(store)
        app.after_request(allow_caching)
        wrapped: Any = WSGICache(app.wsgi_app, is_careless=place == "inside")
        app.wsgi_app = wrapped

    if place == "inside":
        add_cache()
    auth.init_app(app)
    if place == "outside":
        add_cache()

    def send(method: str, path: str, headers: Mapping[str, str], body: bytes) -> Page:
        test_client = app.test_client(use_cookies=False)
        response = test_client.open(path, base_url=APP, method=method, headers=dict(headers), data=body)
        return Page(response.status_code, response.text, list(response.headers.items()))

    yield send


@contextmanager
def _django_sync(sign_in: Any, place: Place) -> Generator[Send]:
    from django.http import HttpRequest, HttpResponse
    from django.test import Client

    from tests.web.apps import _django_project  # noqa: F401 # configures Django
    from workos_web.django import DjangoSignIn, current_identity

    auth = DjangoSignIn(sign_in)

    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse(name_of(current_identity(request)))

    def guarded(request: Any) -> HttpResponse:
        return HttpResponse(name_of(request.workos.result.identity))

    def fixed(request: HttpRequest) -> HttpResponse:
        return HttpResponse("fixed")

    def send(method: str, target: str, headers: Mapping[str, str], body: bytes) -> Page:
        content_type = headers.get("Content-Type", "application/octet-stream")
        response = Client().generic(method, target, body, content_type=content_type, headers=dict(headers))
        cookies = [("Set-Cookie", morsel.OutputString()) for morsel in response.cookies.values()]
        return Page(response.status_code, response.content.decode(), [*response.headers.items(), *cookies])

    with _django_settings(auth, page, guarded, fixed, place):
        yield send


@contextmanager
def _django_async(sign_in: Any, place: Place) -> Generator[Send]:
    from django.core.asgi import get_asgi_application
    from django.http import HttpRequest, HttpResponse

    from tests.web.apps import _django_project  # noqa: F401 # configures Django
    from tests.web.apps._clients import asgi_client
    from workos_web.django import DjangoSignIn

    auth = DjangoSignIn(sign_in)

    async def page(request: Any) -> HttpResponse:
        return HttpResponse(name_of(await request.workos.identity()))

    async def guarded(request: Any) -> HttpResponse:
        return HttpResponse(name_of(request.workos.result.identity))

    async def fixed(request: HttpRequest) -> HttpResponse:
        return HttpResponse("fixed")

    with _django_settings(auth, page, guarded, fixed, place), asgi_client(get_asgi_application()) as send:
        yield send


@contextmanager
def _django_settings(auth: Any, page: Any, guarded: Any, fixed: Any, place: Place) -> Generator[None]:
    from asgiref.sync import async_to_sync, iscoroutinefunction
    from django.core.cache import cache
    from django.test import override_settings
    from django.urls import path
    from django.views.decorators.cache import cache_control, cache_page

    def cached(view: Any) -> Any:
        # `cache_page` supports async views from Django 5 on
        return cache_page(60)(async_to_sync(view) if iscoroutinefunction(view) else view)

    public = cache_control(public=True, max_age=60)
    guarded_view = auth.require_user(public(guarded))
    page_view = public(page)
    if place == "view_outside":
        guarded_view, page_view = cached(guarded_view), cached(page_view)
    elif place == "view_inside":
        guarded_view, page_view = auth.require_user(cached(public(guarded))), cached(page_view)
    module = ModuleType("tests.web.apps.current_django_project")
    patterns = [path("page", page_view), path("guarded", guarded_view), path("fixed", public(fixed))]

    def allow_caching(get_response: Any) -> Any:
        def set_headers(response: Any) -> Any:
            for name, value in PUBLIC.items():
                response[name] = value
            return response

        if iscoroutinefunction(get_response):

            async def async_middleware(request: Any) -> Any:
                return set_headers(await get_response(request))

            return async_middleware
        return lambda request: set_headers(get_response(request))

    allow_caching.async_capable = True  # type: ignore[attr-defined]
    module.__dict__.update(urlpatterns=[*auth.urls, *patterns], middleware=auth.middleware, allow_caching=allow_caching)
    sys.modules[module.__name__] = module
    own = f"{module.__name__}.middleware"
    update, fetch = (f"django.middleware.cache.{name}CacheMiddleware" for name in ("Update", "FetchFrom"))
    careless = f"{module.__name__}.allow_caching"
    chain = {"outside": [careless, update, own, fetch], "inside": [own, update, fetch]}.get(place, [own])
    cache.clear()
    with override_settings(
        ALLOWED_HOSTS=["testserver"],
        ROOT_URLCONF=module.__name__,
        MIDDLEWARE=chain,
        CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
    ):
        yield
