"""Apps below a path, in every framework: by the server, by a mount, and behind proxies that remove the path."""

from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.web.browser import ADA, Page
from tests.web.deployed_apps import CORS_ORIGIN, KITS, create_app, create_paths, create_sign_in, is_wsgi
from tests.web.sites import PROXY, HTTPRequest, Server, Visitor, serve_asgi, serve_wsgi
from workos_emulator import Emulator
from workos_sync import WorkOS

ORIGIN = "https://app.example"
CALLBACK = f"{ORIGIN}/shop/callback"
Site = Callable[[str, HTTPRequest], Page]


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    emulator = Emulator()
    with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as workos:
        workos.user_management.create_user(email=ADA, email_verified=True)
        yield emulator


def serve(kit: str, app: Any, **options: Any) -> Any:
    return serve_wsgi(app, **options) if is_wsgi(kit) else serve_asgi(app)


def without_prefix(request: HTTPRequest, **changes: Any) -> HTTPRequest:
    """Return a request after a proxy has removed the path that the app is served below."""
    assert request.target.startswith("/shop")
    return replace(request, target=request.target.removeprefix("/shop") or "/", **changes)


def server_root_path(server: Server) -> Site:
    """The server knows the root path, and the path starts with it."""
    return lambda _, request: server(replace(request, root_path="/shop"))


def stripping_proxy(server: Server) -> Site:
    """A proxy removes the prefix, and the server is configured with it."""
    return lambda _, request: server(without_prefix(request, root_path="/shop", path_has_root_path=False))


def forwarded_prefix(server: Server) -> Site:
    """A trusted proxy removes the prefix and reports it. The server doesn't know it."""

    def send(url: str, request: HTTPRequest) -> Page:
        headers = {**request.headers, "X-Forwarded-Prefix": "/shop", "X-Forwarded-Proto": "https"}
        return server(without_prefix(request, headers=headers))

    return send


def root_path_and_forwarded_prefix(server: Server) -> Site:
    """The server knows the root path, and the proxy reports it as well."""

    def send(url: str, request: HTTPRequest) -> Page:
        headers = {**request.headers, "X-Forwarded-Prefix": "/shop"}
        return server(without_prefix(request, headers=headers, root_path="/shop", path_has_root_path=False))

    return send


def direct(server: Server) -> Site:
    """The app itself handles the whole path."""
    return lambda _, request: server(request)


def stripped_without_notice(server: Server) -> Site:
    """A proxy removes the prefix. Only the settings of the framework contain it."""
    return lambda _, request: server(without_prefix(request))


def starlette_mount(app: Any) -> Any:
    from starlette.applications import Starlette
    from starlette.routing import Mount

    return Starlette(routes=[Mount("/shop", app)])


def fastapi_mount(app: Any) -> Any:
    from fastapi import FastAPI

    parent = FastAPI()
    parent.mount("/shop", app)
    return parent


def litestar_mount(app: Any) -> Any:
    from litestar import Litestar, asgi

    return Litestar(route_handlers=[asgi("/shop", is_mount=True, copy_scope=True)(app)])


def dispatcher(app: Any) -> Any:
    from werkzeug.middleware.dispatcher import DispatcherMiddleware

    return DispatcherMiddleware(lambda *_: [], {"/shop": app})


def proxy_fix(app: Any) -> Any:
    from werkzeug.middleware.proxy_fix import ProxyFix

    return ProxyFix(app, x_prefix=1)


def unchanged(app: Any) -> Any:
    return app


ASGI = tuple(kit for kit in KITS if not is_wsgi(kit))
WSGI = tuple(kit for kit in KITS if is_wsgi(kit))
DJANGO = ("django_sync", "django_async")
CASES: list[tuple[str, tuple[str, ...], Any, Any, dict[str, Any]]] = [
    # name, kits, wrapper of the app, what happens to requests, settings of the framework
    ("root path of the server", KITS, unchanged, server_root_path, {}),
    ("proxy and root path of the server", KITS, unchanged, stripping_proxy, {}),
    ("proxy with X-Forwarded-Prefix", KITS, unchanged, forwarded_prefix, {}),
    ("root path and X-Forwarded-Prefix", KITS, unchanged, root_path_and_forwarded_prefix, {}),
    ("Mount of Starlette", ASGI, starlette_mount, direct, {}),
    ("mount of FastAPI", ASGI, fastapi_mount, direct, {}),
    ("mount of Litestar", ("asgi", "starlette", "litestar"), litestar_mount, direct, {}),
    ("root_path of FastAPI", ("fastapi",), unchanged, stripped_without_notice, {"root_path": "/shop"}),
    ("path of Litestar", ("litestar",), unchanged, direct, {"path": "/shop"}),
    ("DispatcherMiddleware", WSGI, dispatcher, direct, {}),
    ("ProxyFix", WSGI, proxy_fix, forwarded_prefix, {}),
    ("FORCE_SCRIPT_NAME", DJANGO, unchanged, stripped_without_notice, {"FORCE_SCRIPT_NAME": "/shop"}),
    ("FORCE_SCRIPT_NAME, whole path", ("django_async",), unchanged, direct, {"FORCE_SCRIPT_NAME": "/shop"}),
]
PARAMETERS = [pytest.param(kit, *case[2:], id=f"{case[0]}-{kit}") for case in CASES for kit in case[1]]
each_deployment = pytest.mark.parametrize(("kit", "wrap", "deploy", "settings"), PARAMETERS)


@contextmanager
def visit(
    emulator: Emulator, kit: str, wrap: Any, deploy: Any, settings: dict[str, Any], **options: Any
) -> Generator[Visitor]:
    paths = options.pop("paths", None)
    server_options = options.pop("server_options", {})
    sign_in = create_sign_in(kit, emulator, **{"redirect_uri": CALLBACK, "trusted_proxies": [PROXY], **options})
    with ExitStack() as stack:
        app = stack.enter_context(create_app(kit, sign_in, paths=paths, **settings))
        server = stack.enter_context(serve(kit, wrap(app), **(server_options if is_wsgi(kit) else {})))
        yield Visitor(deploy(server), emulator, ORIGIN)


@each_deployment
def test_sign_in_and_sign_out(emulator: Emulator, kit: str, wrap: Any, deploy: Any, settings: dict[str, Any]) -> None:
    with visit(emulator, kit, wrap, deploy, settings) as visitor:
        page = visitor.request("GET", "/shop/files/a%2Fb?c=d%2Fe")
        return_to = "/shop/files/a%252Fb%3Fc%3Dd%252Fe"
        assert (page.status, page.header("location")) == (303, f"/shop/login?return_to={return_to}")
        page = visitor.request("GET", page.header("location") or "")
        authorization_url = page.header("location") or ""
        assert parse_qs(urlsplit(authorization_url).query)["redirect_uri"] == [CALLBACK]
        assert {path for _, path, _ in visitor.jar} == {"/shop"}
        page = visitor.follow(authorization_url)
        assert (page.header("location") or "").startswith(CALLBACK)
        page = visitor.follow(page.header("location") or "")
        assert (page.status, page.header("location")) == (303, "/shop/files/a%2Fb?c=d%2Fe")
        assert set(visitor.jar) == {("app.example", "/shop", "wos-session")}
        assert visitor.follow(page.header("location") or "").status == 200
        page = visitor.request("POST", "/shop/logout", form={})
        assert page.status == 303
        assert visitor.jar == {}


@each_deployment
def test_default_paths_and_error_pages(
    emulator: Emulator, kit: str, wrap: Any, deploy: Any, settings: dict[str, Any]
) -> None:
    with visit(emulator, kit, wrap, deploy, settings) as visitor:
        page = visitor.request("GET", "/shop/callback?code=c&state=forged")
        assert page.status == 400
        assert 'href="/shop/login?return_to=/shop/"' in page.text
        page = visitor.request("GET", "/shop/callback?code=c")
        assert (page.status, page.header("location")) == (303, "/shop/login?return_to=/shop/")
        for path in ("/shop/login", "/shop/login?return_to=/shop/login", "/shop/login?return_to=//evil.example"):
            page = visitor.sign_in(path)
            assert page.status == 200
            visitor.jar.clear()
        visitor.sign_in("/shop/files/x")
        page = visitor.request("POST", "/shop/switch-organization", form={"organization_id": "org_none"})
        assert (page.status, 'href="/shop/"' in page.text) == (403, True)


@pytest.mark.parametrize("kit", WSGI)
@pytest.mark.parametrize("variable", ["REQUEST_URI", "RAW_URI", None])
@pytest.mark.parametrize("deploy", [server_root_path, stripping_proxy, forwarded_prefix])
def test_encoded_slashes_of_wsgi_servers(emulator: Emulator, kit: str, variable: str | None, deploy: Any) -> None:
    """Without the URI as it was sent, the server has lost the difference between `/` and `%2F`."""
    with visit(emulator, kit, unchanged, deploy, {}, server_options={"uri_variable": variable}) as visitor:
        page = visitor.request("GET", "/shop/files/a%2Fb")
        slash = "%252F" if variable else "/"
        assert page.header("location") == f"/login?return_to=/shop/files/a{slash}b".replace("/login", "/shop/login")


@pytest.mark.parametrize("kit", KITS)
def test_explicit_paths_are_relative_to_the_root_path(emulator: Emulator, kit: str) -> None:
    paths = create_paths(kit, sign_in="/auth/in", callback="/auth/done", sign_out="/auth/out")
    uri = f"{ORIGIN}/shop/auth/done"
    with visit(emulator, kit, unchanged, server_root_path, {}, paths=paths, redirect_uri=uri) as visitor:
        page = visitor.request("GET", "/shop/files/x")
        assert page.header("location") == "/shop/auth/in?return_to=/shop/files/x"
        assert visitor.sign_in("/shop/files/x").status == 200


@pytest.mark.parametrize("kit", KITS)
def test_default_return_to(emulator: Emulator, kit: str) -> None:
    for default in ("/files/default", "/shop/files/default"):
        with visit(emulator, kit, unchanged, server_root_path, {}, default_return_to=default) as visitor:
            page = visitor.sign_in("/shop/login")
            assert page.status == 200
            assert page.text.endswith("/files/default")


@pytest.mark.parametrize("kit", KITS)
def test_host_only_cookies_have_the_root_path(emulator: Emulator, kit: str) -> None:
    """Browsers reject `__Host-` cookies with another path."""
    from workos_core.auth import cookie_settings

    cookies = cookie_settings(CALLBACK, host_only=True)
    with visit(emulator, kit, unchanged, server_root_path, {}, cookies=cookies) as visitor:
        assert visitor.sign_in("/shop/files/x").status == 200
        assert set(visitor.jar) == {("app.example", "/", "__Host-wos-session")}


@pytest.mark.parametrize("kit", KITS)
def test_explicit_cookie_path(emulator: Emulator, kit: str) -> None:
    from workos_core.auth import cookie_settings

    cookies = cookie_settings(CALLBACK, path="/")
    with visit(emulator, kit, unchanged, server_root_path, {}, cookies=cookies) as visitor:
        assert visitor.sign_in("/shop/files/x").status == 200
        assert set(visitor.jar) == {("app.example", "/", "wos-session")}


@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize("prefix", ["//evil.example", "/\\evil.example", "https://evil.example", "/%2Fevil.example"])
def test_a_prefix_never_leads_to_another_host(emulator: Emulator, kit: str, prefix: str) -> None:
    def deploy(server: Server) -> Site:
        return lambda _, request: server(replace(request, headers={**request.headers, "X-Forwarded-Prefix": prefix}))

    with visit(emulator, kit, unchanged, deploy, {}) as visitor:
        page = visitor.request("GET", "/files/x")
        assert page.header("location") == "/login?return_to=/files/x"


@pytest.mark.parametrize("kit", KITS)
def test_an_untrusted_prefix_is_ignored(emulator: Emulator, kit: str) -> None:
    for trusted in ((), ["192.0.2.1"]):
        with visit(emulator, kit, unchanged, forwarded_prefix, {}, trusted_proxies=trusted) as visitor:
            page = visitor.request("GET", "/shop/files/x")
            assert page.header("location") == "/login?return_to=/files/x"


@pytest.mark.parametrize("kit", KITS)
def test_redirect_uri_outside_of_the_root_path(emulator: Emulator, kit: str) -> None:
    """A proxy maps another path to the callback. The browser must send the cookies of the sign-in there."""

    def deploy(server: Server) -> Site:
        def send(url: str, request: HTTPRequest) -> Page:
            is_callback = request.target.startswith("/callback")
            target = f"/shop{request.target}" if is_callback else request.target
            return server(replace(request, target=target, root_path="/shop"))

        return send

    with visit(emulator, kit, unchanged, deploy, {}, redirect_uri=f"{ORIGIN}/callback") as visitor:
        page = visitor.sign_in("/shop/files/x")
        assert (page.status, page.text.endswith("/files/x")) == (200, True)
        assert set(visitor.jar) == {("app.example", "/", "wos-session")}


@pytest.mark.parametrize("kit", ["starlette", "fastapi"])
@pytest.mark.parametrize("child", ["starlette", "fastapi"])
def test_guards_in_a_mounted_app_use_the_routes_of_its_parent(emulator: Emulator, kit: str, child: str) -> None:
    sign_in = create_sign_in(kit, emulator, redirect_uri=f"{ORIGIN}/callback")
    other = create_sign_in(kit, emulator, redirect_uri=f"{ORIGIN}/other/callback")
    with create_app(kit, sign_in, cors="inside") as parent, create_app(child, other) as installed:
        installed.user_middleware.clear()
        installed.exception_handlers.clear()
        parent.mount("/sub", installed)
        with serve_asgi(parent) as server:
            visitor = Visitor(direct(server), emulator, ORIGIN)
            page = visitor.request("GET", "/sub/files/a%2Fb")
            assert (page.status, page.header("location")) == (303, "/login?return_to=/sub/files/a%252Fb")
            page = visitor.request("POST", "/sub/files/x")
            assert (page.status, "Sign in again" in page.text) == (401, True)
            page = visitor.request("GET", "/sub/files/x", {"Accept": "application/json", "Origin": CORS_ORIGIN})
            assert (page.status, page.header("access-control-allow-origin")) == (401, CORS_ORIGIN)
            assert visitor.sign_in("/sub/files/x").status == 200
            assert {path for _, path, _ in visitor.jar} == {"/"}


def test_routes_of_litestar_keep_their_paths(emulator: Emulator) -> None:
    """A path that ends like the redirect URI may belong to the app."""
    pytest.importorskip("litestar", reason="nox -s web installs the frameworks")
    from litestar import get

    @get("/callback")
    async def own_callback() -> str:
        return "own"

    with visit(emulator, "litestar", unchanged, direct, {"route_handlers": [own_callback]}) as visitor:
        assert visitor.request("GET", "/callback").text == "own"
        assert "Sign in again" in visitor.request("GET", "/shop/callback?code=c&state=forged").text


@pytest.mark.parametrize("kit", KITS)
def test_the_end_of_the_redirect_uri_is_no_route(emulator: Emulator, kit: str) -> None:
    """Without a root path, `/callback` is not the callback of `/shop/callback`."""
    with visit(emulator, kit, unchanged, direct, {}) as visitor:
        page = visitor.request("GET", "/callback?code=c&state=forged")
        assert "Sign in again" not in page.text
        assert "Sign in again" in visitor.request("GET", "/shop/callback?code=c&state=forged").text
