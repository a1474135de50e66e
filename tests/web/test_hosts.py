"""Apps with several hosts, in every framework: the redirect URI of each request, and whose forwarding headers count."""

import json
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.web.browser import ADA, Page
from tests.web.deployed_apps import KITS, create_app, create_sign_in, is_wsgi
from tests.web.sites import PROXY, HTTPRequest, Server, Visitor, serve_asgi, serve_wsgi
from workos_core.auth import TrustedProxies, WebRequest
from workos_emulator import Emulator
from workos_sync import WorkOS

A, B = "https://a.example", "https://b.example"
CALLBACKS = [f"{A}/callback", f"{B}/callback"]
Site = Callable[[str, HTTPRequest], Page]


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    emulator = Emulator()
    with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as workos:
        workos.user_management.create_user(email=ADA, email_verified=True)
        yield emulator


def choose(request: WebRequest) -> str | None:
    return f"https://{request.host}/callback" if request.host.endswith(".example") else None


async def choose_async(request: WebRequest) -> str | None:
    return choose(request)


def direct(server: Server) -> Site:
    """The server receives the host that the browser requested, without the scheme."""
    return lambda _, request: server(request)


def forwarding(**templates: str) -> Callable[[Server], Site]:
    """A proxy replaces the host and reports the original one in headers."""

    def deploy(server: Server) -> Site:
        def send(url: str, request: HTTPRequest) -> Page:
            host = urlsplit(url).netloc
            added = {name.replace("_", "-"): value.format(host=host) for name, value in templates.items()}
            return server(replace(request, headers={**request.headers, "Host": "app:8000", **added}))

        return send

    return deploy


@contextmanager
def visit(
    emulator: Emulator,
    kit: str,
    origin: str,
    deploy: Any = direct,
    *,
    app_settings: Any = None,
    wrap: Any = None,
    **options: Any,
) -> Generator[Visitor]:
    sign_in = create_sign_in(kit, emulator, **{"redirect_uri": CALLBACKS, **options})
    with ExitStack() as stack:
        app = stack.enter_context(create_app(kit, sign_in, **(app_settings or {})))
        app = app if wrap is None else wrap(app)
        server = stack.enter_context(serve_wsgi(app) if is_wsgi(kit) else serve_asgi(app))
        yield Visitor(deploy(server), emulator, origin)


def redirect_uri(page: Page) -> str:
    return parse_qs(urlsplit(page.header("location") or "").query)["redirect_uri"][0]


CASES: list[tuple[str, tuple[str, ...], Any]] = [
    ("list", KITS, CALLBACKS),
    ("function", KITS, choose),
    ("coroutine function", tuple(kit for kit in KITS if not is_wsgi(kit)), choose_async),
    ("wildcard", KITS, ["https://*.app.example/callback", *CALLBACKS]),
]


@pytest.mark.parametrize("origin", [A, B])
@pytest.mark.parametrize(
    ("kit", "uris"), [pytest.param(kit, uris, id=f"{name}-{kit}") for name, kits, uris in CASES for kit in kits]
)
def test_sign_in_ends_at_the_host_where_it_began(emulator: Emulator, kit: str, uris: Any, origin: str) -> None:
    with visit(emulator, kit, origin, redirect_uri=uris, post_logout_redirect_uri=[f"{A}/bye", f"{B}/bye"]) as visitor:
        page = visitor.request("GET", "/login?return_to=/files/x")
        assert redirect_uri(page) == f"{origin}/callback"
        assert "; Secure" in (page.header("set-cookie") or "")
        assert visitor.sign_in("/files/x").status == 200
        page = visitor.request("POST", "/logout", form={})
        assert parse_qs(urlsplit(page.header("location") or "").query)["return_to"] == [f"{origin}/bye"]
        page = visitor.request("POST", "/logout", form={})
        assert page.header("location") == f"{origin}/bye"


@pytest.mark.parametrize("kit", KITS)
def test_a_callback_at_another_host_fails(emulator: Emulator, kit: str) -> None:
    with visit(emulator, kit, A) as visitor:
        page = visitor.request("GET", "/login")
        page = visitor.open_authkit(page.header("location") or "")
        query = urlsplit(page.header("location") or "").query
        visitor.origin = B
        visitor.jar = {("b.example", path, name): value for (_, path, name), value in visitor.jar.items()}
        page = visitor.request("GET", f"/callback?{query}")
        assert page.status == 400
        assert "redirect_uri_mismatch" in page.text
        assert visitor.jar == {}


@pytest.mark.parametrize("kit", KITS)
def test_a_sign_in_starts_at_the_host_name_of_the_redirect_uri(emulator: Emulator, kit: str) -> None:
    """Servers print http://127.0.0.1:8000, where a browser has no cookies of localhost."""
    with visit(emulator, kit, "http://127.0.0.1:8000", redirect_uri="http://localhost:8000/callback") as visitor:
        page = visitor.request("GET", "/login?return_to=/files/a%20b")
        assert (page.status, page.header("location")) == (
            303,
            "http://localhost:8000/login?return_to=/files/a%20b&at_host=1",
        )
        assert visitor.jar == {}
        visitor.origin = "http://localhost:8000"
        assert visitor.sign_in("/files/x").status == 200


@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize("uris", [CALLBACKS, choose])
def test_unknown_hosts(emulator: Emulator, kit: str, uris: Any) -> None:
    """Other pages work, so that a load balancer can check the health of the app at its IP address."""
    with visit(emulator, kit, "https://192.0.2.7", redirect_uri=uris) as visitor:
        assert visitor.request("GET", "/").status == 200
        assert visitor.request("GET", "/files/x").header("location") == "/login?return_to=/files/x"
        for path in ("/login", "/callback?code=c&state=s"):
            page = visitor.request("GET", path)
            assert (page.status, "Sign-in is not available at 192.0.2.7" in page.text) == (400, True)
        assert visitor.jar == {}


@pytest.mark.parametrize("kit", KITS)
def test_forms_belong_to_the_host_of_the_request(emulator: Emulator, kit: str) -> None:
    with visit(emulator, kit, B) as visitor:
        for origin, status in ((B, 303), (A, 403), ("https://evil.example", 403), ("null", 403)):
            assert visitor.request("POST", "/logout", {"Origin": origin}).status == status


def proxy_fix(app: Any) -> Any:
    from werkzeug.middleware.proxy_fix import ProxyFix

    return ProxyFix(app, x_host=1)


def uvicorn_proxy_headers(app: Any) -> Any:
    from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

    return ProxyHeadersMiddleware(app, trusted_hosts=PROXY)


ASGI = tuple(kit for kit in KITS if not is_wsgi(kit))
X_FORWARDED = {"X_Forwarded_Host": "{host}", "X_Forwarded_Proto": "https", "X_Forwarded_For": "203.0.113.9"}
FORWARDED = {"Forwarded": 'for=203.0.113.9;proto=https;host="{host}"'}
TRUSTED: list[tuple[str, tuple[str, ...], Any, dict[str, Any]]] = [
    ("X-Forwarded-Host", KITS, forwarding(**X_FORWARDED), {"trusted_proxies": ["10.0.0.0/8"]}),
    ("Forwarded", KITS, forwarding(**FORWARDED), {"trusted_proxies": [PROXY]}),
    ("every address", KITS, forwarding(**X_FORWARDED), {"trusted_proxies": "*"}),
    ("both headers", KITS, forwarding(**X_FORWARDED, **FORWARDED), {"trusted_proxies": [PROXY]}),
    ("ProxyFix", ("flask",), forwarding(**X_FORWARDED), {"wrap": proxy_fix}),
    ("ProxyFix and trusted_proxies", ("flask",), forwarding(**X_FORWARDED), {"wrap": proxy_fix, "trusted_proxies": [PROXY]}),
    ("uvicorn", ASGI, forwarding(**X_FORWARDED), {"wrap": uvicorn_proxy_headers, "trusted_proxies": [PROXY]}),
    (
        "settings of Django",
        ("django_sync", "django_async"),
        forwarding(**X_FORWARDED),
        {"app_settings": {"USE_X_FORWARDED_HOST": True, "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https")}},
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kit", "deploy", "options"),
    [pytest.param(kit, deploy, options, id=f"{name}-{kit}") for name, kits, deploy, options in TRUSTED for kit in kits],
)
def test_trusted_proxies(emulator: Emulator, kit: str, deploy: Any, options: dict[str, Any]) -> None:
    with visit(emulator, kit, B, deploy, **options) as visitor:
        assert redirect_uri(visitor.request("GET", "/login")) == f"{B}/callback"
        assert visitor.sign_in("/files/x").status == 200
        assert visitor.request("POST", "/logout", {"Origin": A}).status == 403
        assert visitor.request("POST", "/logout", form={}).status == 303


@pytest.mark.parametrize("kit", KITS)
def test_the_address_of_the_user_is_sent_to_workos(emulator: Emulator, kit: str) -> None:
    """Radar and the list of sessions use it."""
    for trusted, address in (([PROXY], "203.0.113.9"), ((), PROXY)):
        uri = f"{B}/callback"
        with visit(emulator, kit, B, forwarding(**X_FORWARDED), redirect_uri=uri, trusted_proxies=trusted) as visitor:
            emulator.requests.clear()
            visitor.sign_in("/files/x")
            (body,) = [entry.request.body for entry in emulator.requests if entry.request.method == "POST"]
            assert json.loads(body)["ip_address"] == address


@pytest.mark.parametrize("kit", KITS)
def test_hosts_with_different_paths(emulator: Emulator, kit: str) -> None:
    uris = [f"{A}/callback", f"{B}/auth/done"]
    for origin in (A, B):
        with visit(emulator, kit, origin, redirect_uri=uris) as visitor:
            assert visitor.sign_in("/files/x").status == 200


def from_unix_socket(server: Server) -> Site:
    return forwarding(**X_FORWARDED)(lambda request: server(replace(request, address="")))


@pytest.mark.parametrize("kit", KITS)
def test_proxies_at_a_unix_socket(emulator: Emulator, kit: str) -> None:
    with visit(emulator, kit, B, from_unix_socket, trusted_proxies=["unix"]) as visitor:
        assert visitor.sign_in("/files/x").status == 200
    with visit(emulator, kit, B, from_unix_socket, trusted_proxies=[PROXY]) as visitor:
        assert visitor.request("GET", "/login").status == 400


UNTRUSTED: list[tuple[str, Any, Any]] = [
    ("no proxy is trusted", X_FORWARDED, ()),
    ("another proxy is trusted", X_FORWARDED, ["192.0.2.1", "fd00::/8"]),
    ("another header is trusted", X_FORWARDED, TrustedProxies([PROXY], headers=["Forwarded", "X-Forwarded-For"])),
    ("Forwarded is not trusted", FORWARDED, TrustedProxies([PROXY], headers=["X-Forwarded-Host"])),
    (
        "a client contradicts the proxy",
        {**X_FORWARDED, "Forwarded": "host=a.example"},
        TrustedProxies([PROXY]),
    ),
]


@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize(
    ("headers", "trusted"), [pytest.param(headers, trusted, id=name) for name, headers, trusted in UNTRUSTED]
)
def test_untrusted_headers(emulator: Emulator, kit: str, headers: dict[str, str], trusted: Any) -> None:
    with visit(emulator, kit, B, forwarding(**headers), trusted_proxies=trusted) as visitor:
        page = visitor.request("GET", "/login")
        assert (page.status, "not available at app:8000" in page.text) == (400, True)


@pytest.mark.parametrize("kit", KITS)
def test_single_redirect_uri_at_any_host(emulator: Emulator, kit: str) -> None:
    """Behind a proxy that replaces the host and reports nothing."""
    with visit(emulator, kit, B, forwarding(), redirect_uri=f"{B}/callback") as visitor:
        assert visitor.sign_in("/files/x").status == 200
        assert visitor.request("POST", "/logout", {"Origin": A}).status == 403
        assert visitor.request("POST", "/logout", form={}).status == 303
