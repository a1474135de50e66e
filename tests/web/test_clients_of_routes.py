"""What browsers, forms, htmx and scripts of other origins receive, in every framework."""

from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, get_args

import pytest

from tests.web.browser import ADA
from tests.web.deployed_apps import CORS_ORIGIN, KITS, Cors, create_app, create_sign_in, is_wsgi
from tests.web.sites import Visitor, serve_asgi, serve_wsgi
from workos_emulator import Emulator
from workos_sync import WorkOS

ORIGIN = "https://app.example"
HTMX = {"HX-Request": "true", "Accept": "*/*", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Site": "same-origin"}
BASIC = {"Authorization": "Basic YWRhOnBhc3N3b3Jk"}
HTML = {"Accept": "text/html,application/xhtml+xml"}
NAVIGATION = {**HTML, "Sec-Fetch-Mode": "navigate"}
FORM = {**NAVIGATION, "Referer": f"{ORIGIN}/files/form?a=b", "Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    emulator = Emulator()
    with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as workos:
        workos.user_management.create_user(email=ADA, email_verified=True)
        yield emulator


@contextmanager
def visit(emulator: Emulator, kit: str, *, cors: Cors | None = None, **options: Any) -> Generator[Visitor]:
    settings = {"redirect_uri": f"{ORIGIN}/callback", "post_logout_redirect_uri": "https://site.example/bye", **options}
    with ExitStack() as stack:
        app = stack.enter_context(create_app(kit, create_sign_in(kit, emulator, **settings), cors=cors))
        server = stack.enter_context(serve_wsgi(app) if is_wsgi(kit) else serve_asgi(app))
        yield Visitor(lambda _, request: server(request), emulator, ORIGIN)


each_kit = pytest.mark.parametrize("kit", KITS)


@each_kit
@pytest.mark.parametrize("headers", [NAVIGATION, HTML, {**NAVIGATION, **BASIC}, {**HTML, **BASIC}])
def test_browsers_are_redirected(emulator: Emulator, kit: str, headers: dict[str, str]) -> None:
    """Also behind a proxy with Basic authentication, for which the browser sends credentials with each request."""
    with visit(emulator, kit) as visitor:
        page = visitor.request("GET", "/files/x", headers)
        assert (page.status, page.header("location")) == (303, "/login?return_to=/files/x")
        visitor.sign_in("/files/x")
        assert visitor.request("GET", "/files/x", headers).status == 200


@each_kit
@pytest.mark.parametrize(
    "headers",
    [
        {"Accept": "application/json"},
        {**HTML, "Sec-Fetch-Mode": "cors"},
        {**NAVIGATION, "Authorization": "Bearer sk_unknown"},
        {**HTMX, "Authorization": "bearer sk_unknown"},
        {**BASIC, "Accept": "*/*"},
    ],
)
def test_programs_receive_json(emulator: Emulator, kit: str, headers: dict[str, str]) -> None:
    with visit(emulator, kit) as visitor:
        for method in ("GET", "POST"):
            page = visitor.request(method, "/files/x", headers)
            assert page.status == 401
            assert (page.header("content-type") or "").startswith("application/json")
            assert page.header("www-authenticate") == "Bearer"


@each_kit
@pytest.mark.parametrize(
    ("headers", "return_to"),
    [
        (FORM, "/files/form%3Fa%3Db"),
        ({**FORM, **BASIC}, "/files/form%3Fa%3Db"),
        (HTML, "/"),
        ({**NAVIGATION, "Referer": "https://evil.example/files/form"}, "/"),
        ({**NAVIGATION, "Referer": "http://["}, "/"),
    ],
)
def test_form_after_the_session_has_ended(
    emulator: Emulator, kit: str, headers: dict[str, str], return_to: str
) -> None:
    with visit(emulator, kit) as visitor:
        page = visitor.request("POST", "/files/form", headers, form={"text": "a long text"})
        assert page.status == 401
        assert (page.header("content-type") or "").startswith("text/html")
        assert "your form was not processed" in page.text
        assert f'href="/login?return_to={return_to}"' in page.text


@each_kit
@pytest.mark.parametrize(
    ("method", "headers", "return_to"),
    [
        ("GET", {**HTMX, "HX-Current-URL": f"{ORIGIN}/files/page?a=b"}, "/files/page%3Fa%3Db"),
        ("POST", {**HTMX, "HX-Current-URL": f"{ORIGIN}/files/page"}, "/files/page"),
        ("GET", {**HTMX, "HX-Boosted": "true", "HX-Current-URL": f"{ORIGIN}/"}, "/files/fragment"),
        ("POST", {**HTMX, "HX-Boosted": "true", "HX-Current-URL": f"{ORIGIN}/files/form"}, "/files/form"),
        ("GET", HTMX, "/"),
        ("GET", {**HTMX, **BASIC, "HX-Current-URL": f"{ORIGIN}/files/page"}, "/files/page"),
        ("GET", {"HX-Request": "true", "HX-Current-URL": "https://evil.example/files/page"}, "/"),
        ("GET", {**HTMX, "HX-Current-URL": "http://["}, "/"),
    ],
)
def test_htmx_opens_the_sign_in_page(
    emulator: Emulator, kit: str, method: str, headers: dict[str, str], return_to: str
) -> None:
    with visit(emulator, kit) as visitor:
        page = visitor.request(method, "/files/fragment", headers)
        assert (page.status, page.header("hx-redirect")) == (401, f"/login?return_to={return_to}")
        assert (page.text, page.header("location"), page.header("cache-control")) == ("", None, "no-store")


@each_kit
def test_htmx_opens_the_pages_after_an_action(emulator: Emulator, kit: str) -> None:
    """A redirect would be followed by the browser, which then blocks the page of another origin."""
    with visit(emulator, kit) as visitor:
        page = visitor.request("GET", "/login", HTMX)
        assert (page.status, page.header("location")) == (204, None)
        assert "/user_management/authorize?" in (page.header("hx-redirect") or "")
        visitor.sign_in("/files/x")
        page = visitor.request("POST", "/logout", HTMX, form={})
        assert (page.status, page.header("location")) == (204, None)
        assert "/sessions/logout?" in (page.header("hx-redirect") or "")
        assert ("app.example", "/", "wos-session") not in visitor.jar


@each_kit
def test_sign_out_without_a_session(emulator: Emulator, kit: str) -> None:
    with visit(emulator, kit) as visitor:
        page = visitor.request("POST", "/logout", form={})
        assert (page.status, page.header("location")) == (303, "https://site.example/bye")


@each_kit
@pytest.mark.parametrize("cors", get_args(Cors))
@pytest.mark.parametrize("origin", [CORS_ORIGIN, "https://other.example"])
def test_cors_headers_of_denied_requests(emulator: Emulator, kit: str, cors: Cors, origin: str) -> None:
    """Without them, a script of another origin can't read the status."""
    with visit(emulator, kit, cors=cors) as visitor:
        page = visitor.request("GET", "/files/x", {"Accept": "application/json", "Origin": origin})
        assert page.status == 401
        allowed = page.header("access-control-allow-origin")
        assert allowed == (CORS_ORIGIN if origin == CORS_ORIGIN else None)


@each_kit
@pytest.mark.parametrize("cors", [None, *get_args(Cors)])
def test_cookies_of_denied_requests_are_set_once(emulator: Emulator, kit: str, cors: Cors | None) -> None:
    with visit(emulator, kit, cors=cors) as visitor:
        visitor.jar["app.example", "/", "wos-session"] = "invalid"
        page = visitor.request("GET", "/files/x", {"Accept": "application/json"})
        assert page.status == 401
        cookies = [value.strip() for name, value in page.headers if name.lower() == "set-cookie"]
        assert any(cookie.startswith("wos-session=") for cookie in cookies)
        assert len(set(cookies)) == len(cookies)
        assert visitor.jar == {}
