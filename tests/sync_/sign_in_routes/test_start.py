# Generated from tests/async_/sign_in_routes/test_start.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The sign-in route: it redirects to WorkOS, or shows the sign-in page of the application."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.support.session_api import COOKIE
from tests.support.sign_in_api import CALLBACK, HTMX, SCRIPT, SignInAPI, session_cookie, web_request
from tests.support.sign_in_hooks import assert_failed, deny, raise_error, return_text
from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.identity.sign_in_hooks import HookFailed, SignInPage
from workos_core.auth.identity.web_request import WebRequest
from workos_core.auth.identity.web_response import WebResponse, error_page, see_other
from workos_core.auth.sealing.iron import unseal
from workos_core.auth.sign_in.verifier_cookie import verifier_cookie_name
from workos_sync import ConfigurationError, SignInPaths, SignInRoutes

CreateRoutes = Callable[..., SignInRoutes]


def parameters(url: str) -> dict[str, str]:
    """Return the parameters of an authorization URL, without those that are random."""
    assert url.startswith("https://api.workos.com/user_management/authorize?")
    values = {name: value for name, (value,) in parse_qs(urlsplit(url).query).items()}
    return {name: value for name, value in values.items() if name not in ("state", "code_challenge")}


def return_path(response: WebResponse) -> str:
    """Return the path that a redirect to WorkOS returns to in the end."""
    path = unseal(response.cookies[0].value, COOKIE)["returnPathname"]
    assert isinstance(path, str)
    return path


ALWAYS = {
    "client_id": "client_1",
    "redirect_uri": CALLBACK,
    "response_type": "code",
    "code_challenge_method": "S256",
}


def test_redirect_to_workos(create_routes: CreateRoutes, api: SignInAPI) -> None:
    response = create_routes().handle(web_request("GET", "/login"))
    assert (response.status, response.body, response.page) == (303, "", None)
    assert parameters(response.headers["Location"]) == {**ALWAYS, "provider": "authkit"}
    (state,) = parse_qs(urlsplit(response.headers["Location"]).query)["state"]
    assert response.cookies == (SetCookie(verifier_cookie_name(state), state, 600, None, True, "lax"),)
    assert return_path(response) == "/"
    assert api.requests == []


def test_parameters_of_the_request(create_routes: CreateRoutes) -> None:
    query = (
        "return_to=/there%3Fa%3Db&screen_hint=sign-up&login_hint=ada%40example.com&organization_id=org_1&prompt=login"
    )
    response = create_routes().handle(web_request("GET", f"/login?{query}"))
    assert parameters(response.headers["Location"]) == {
        **ALWAYS,
        "screen_hint": "sign-up",
        "login_hint": "ada@example.com",
        "organization_id": "org_1",
    }
    assert return_path(response) == "/there?a=b"


def test_pending_sign_ins_of_the_browser(create_routes: CreateRoutes) -> None:
    """The sixth discards the others."""
    cookies = {f"wos-auth-verifier-0000000{number}": "x" for number in range(5)}
    response = create_routes().handle(web_request("GET", "/login", cookies=cookies))
    assert [cookie.name for cookie in response.cookies[1:]] == list(cookies)


@pytest.mark.parametrize(
    ("return_to", "path"),
    [
        ("/there", "/shop/there"),
        ("https://evil.example/", "/shop/"),
        ("//evil.example", "/shop/"),
        ("/shop/login", "/shop/"),
        ("/shop/LOGIN/?return_to=/shop/login", "/shop/"),
        ("/shop/callback", "/shop/"),
        ("/shop/logout", "/shop/"),
        ("/shop/switch-organization", "/shop/"),
        ("/back", "/shop/"),
        ("/login", "/login"),
        ("", "/shop/"),
    ],
)
def test_return_to(create_routes: CreateRoutes, return_to: str, path: str) -> None:
    """Only a path of the application, and no route that would start the sign-in again."""
    routes = create_routes(redirect_uri=["https://app.example/shop/callback", "https://other.example/back"])
    if return_to == "/there":
        return_to = path
    response = routes.handle(web_request("GET", f"/login?return_to={return_to}", root_path="/shop"))
    assert return_path(response) == path


def test_other_paths_of_the_routes_are_no_loops(create_routes: CreateRoutes) -> None:
    routes = create_routes(paths=SignInPaths(sign_in="/in"))
    for return_to, path in (("/login", "/login"), ("/in", "/")):
        assert return_path(routes.handle(web_request("GET", f"/in?return_to={return_to}"))) == path


def test_unknown_host(create_routes: CreateRoutes) -> None:
    routes = create_routes(redirect_uri=[CALLBACK])
    for path in ("/login", "/callback"):
        response = routes.handle(web_request("GET", path, {"host": "Other.example:8443"}))
        assert response == error_page(
            400, "Unknown host", "Sign-in is not available at other.example:8443.", reason="unknown_host"
        )
    response = routes.handle(web_request("GET", "/login", {"host": ""}))
    assert response == error_page(400, "Unknown host", "Sign-in is not available at this host.", reason="unknown_host")
    response = routes.handle(web_request("POST", "/switch-organization", {"host": "other.example"}))
    assert response.page is not None
    assert response.page.reason == "unknown_host"
    assert (routes.handle(web_request("GET", "/login"))).status == 303


def test_missing_redirect_uri(create_routes: CreateRoutes) -> None:
    with pytest.raises(ConfigurationError, match="WORKOS_REDIRECT_URI"):
        create_routes(redirect_uri=None).handle(web_request("GET", "/login"))


def test_loopback_host(create_routes: CreateRoutes) -> None:
    """The browser sends the cookie of the sign-in to one name of the local machine only."""
    routes = create_routes(redirect_uri="http://localhost:3000/callback")
    headers = {"host": "127.0.0.1:3000"}
    response = routes.handle(web_request("GET", "/login?return_to=/there", headers))
    assert response == see_other("http://localhost:3000/login?return_to=/there&at_host=1")
    response = routes.handle(web_request("GET", "/login?at_host=1", headers))
    assert response.headers["Location"].startswith("https://api.workos.com/")


def test_htmx(create_routes: CreateRoutes) -> None:
    """It opens the page that the header names, instead of following the redirect in the background."""
    response = create_routes().handle(web_request("GET", "/login?return_to=/there", HTMX))
    assert (response.status, response.body) == (204, "")
    assert set(response.headers) == {"HX-Redirect", "Cache-Control"}
    assert parameters(response.headers["HX-Redirect"]) == {**ALWAYS, "provider": "authkit"}
    assert return_path(response) == "/there"


def test_scripts_are_redirected(create_routes: CreateRoutes) -> None:
    response = create_routes().handle(web_request("GET", "/login", SCRIPT))
    assert (response.status, "Location" in response.headers) == (303, True)


def test_sign_in_page(create_routes: CreateRoutes) -> None:
    calls: list[tuple[WebRequest, SignInPage]] = []
    chosen = WebResponse(200, "welcome", {"Content-Type": "text/plain"})

    def sign_in_page(request: WebRequest, page: SignInPage) -> WebResponse:
        calls.append((request, page))
        return chosen

    routes = create_routes(hooks={"sign_in_page": sign_in_page})
    for query, start_url, return_to in (
        ("", "/login?start=true", None),
        ("?return_to=/there&login_hint=a", "/login?return_to=/there&login_hint=a&start=true", "/there"),
        ("?start=", "/login?start=&start=true", None),
    ):
        request = web_request("GET", f"/login{query}")
        assert routes.handle(request) == chosen
        assert calls.pop() == (request, SignInPage(start_url=start_url, return_to=return_to))
    for query in ("start=true", "start=1", "return_to=/there&start=true"):
        response = routes.handle(web_request("GET", f"/login?{query}"))
        assert response.headers["Location"].startswith("https://api.workos.com/")
    assert calls == []


def test_start_url_of_other_paths(create_routes: CreateRoutes) -> None:
    urls: list[str] = []

    def sign_in_page(request: WebRequest, page: SignInPage) -> WebResponse:
        urls.append(page.start_url)
        return WebResponse(200)

    routes = create_routes(
        redirect_uri="https://app.example/shop%20a/callback",
        paths=SignInPaths(sign_in="/in", callback="/shop a/callback"),
        hooks={"sign_in_page": sign_in_page},
    )
    routes.handle(web_request("GET", "/in?a=b", root_path="/shop a"))
    assert urls == ["/shop%20a/in?a=b&start=true"]


def test_sign_in_page_without_a_response(create_routes: CreateRoutes) -> None:
    """The function may show the page to some users only."""
    routes = create_routes(hooks={"sign_in_page": lambda request, page: None})
    response = routes.handle(web_request("GET", "/login"))
    assert parameters(response.headers["Location"]) == {**ALWAYS, "provider": "authkit"}


def test_path_of_a_sign_in_page(create_routes: CreateRoutes) -> None:
    """Its link leads to the route, which redirects to WorkOS."""
    response = create_routes(hooks={"sign_in_page": "/welcome"}).handle(web_request("GET", "/login"))
    assert parameters(response.headers["Location"]) == {**ALWAYS, "provider": "authkit"}


@pytest.mark.parametrize("hook", [deny, raise_error, return_text])
def test_a_sign_in_page_that_fails(create_routes: CreateRoutes, api: SignInAPI, hook: Any) -> None:
    """The browser keeps its session."""
    with pytest.raises(HookFailed) as raised:
        create_routes(hooks={"sign_in_page": hook}).handle(web_request("GET", "/login", cookies=session_cookie()))
    assert_failed(raised.value, "sign_in_page", hook, ())
    assert api.requests == []
