# Generated from tests/async_/sign_in_routes/test_routing.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Which requests the routes handle, and the paths that they have."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.sign_in_api import CALLBACK, ORIGIN, web_request
from workos_core.auth.identity.sign_in_hooks import SignInPage
from workos_core.auth.identity.web_request import WebRequest
from workos_core.auth.identity.web_response import WebResponse, error_json
from workos_sync import ConfigurationError, SignInPaths, SignInRoutes

CreateRoutes = Callable[..., SignInRoutes]

DEFAULT_PATHS = {
    "sign_in": "/login",
    "callback": "/callback",
    "sign_out": "/logout",
    "switch_organization": "/switch-organization",
}


def test_default_paths() -> None:
    paths = SignInPaths()
    assert {name: getattr(paths, name) for name in DEFAULT_PATHS} == DEFAULT_PATHS
    assert paths.methods == {"/login": "GET", "/callback": "GET", "/logout": "POST", "/switch-organization": "POST"}


def test_methods_of_other_paths() -> None:
    paths = SignInPaths(sign_in="/in", callback="/back", sign_out="/out", switch_organization="/switch")
    assert paths.methods == {"/in": "GET", "/back": "GET", "/out": "POST", "/switch": "POST"}


@pytest.mark.parametrize("name", DEFAULT_PATHS)
def test_paths_start_with_a_slash(name: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        SignInPaths(**{name: "there"})
    assert str(raised.value) == f"{name} of SignInPaths must start with a slash (got 'there')"


@pytest.mark.parametrize(
    ("first", "second"),
    [("sign_in", "callback"), ("callback", "sign_out"), ("sign_in", "sign_out"), ("sign_out", "switch_organization")],
)
def test_paths_differ(first: str, second: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        SignInPaths(**{second: DEFAULT_PATHS[first]})
    assert str(raised.value) == (
        f"{first} and {second} have the same path {DEFAULT_PATHS[first]!r}: pass paths=SignInPaths({second}=…)"
    )


def test_the_redirect_uri_has_the_callback(create_routes: CreateRoutes) -> None:
    routes = create_routes(redirect_uri=f"{ORIGIN}/shop/back%20here")
    assert routes.paths == SignInPaths(callback="/shop/back here")
    assert routes.callback_paths == ["/shop/back here", "/back here"]
    assert routes.sign_in.redirect_uri == f"{ORIGIN}/shop/back%20here"


def test_the_first_of_several_redirect_uris_has_the_callback(create_routes: CreateRoutes) -> None:
    uris = [f"{ORIGIN}/a/back", "https://b.example/b/c/back", "https://c.example/a/back"]
    routes = create_routes(redirect_uri=uris)
    assert routes.paths.callback == "/a/back"
    assert routes.callback_paths == ["/a/back", "/back", "/b/c/back", "/c/back"]


def test_callback_of_a_function(create_routes: CreateRoutes) -> None:
    routes = create_routes(redirect_uri=lambda request: CALLBACK)
    assert routes.paths == SignInPaths()
    assert routes.callback_paths == ["/callback"]


def test_paths_with_the_callback_of_the_redirect_uri(create_routes: CreateRoutes) -> None:
    paths = SignInPaths(callback="/shop/callback", sign_in="/in")
    routes = create_routes(redirect_uri=f"{ORIGIN}/shop/callback", paths=paths)
    assert routes.paths is paths
    assert routes.callback_paths == ["/shop/callback", "/callback"]


def test_paths_with_another_callback(create_routes: CreateRoutes) -> None:
    """The application may rewrite the path that WorkOS redirects to."""
    routes = create_routes(redirect_uri=f"{ORIGIN}/shop/callback", paths=SignInPaths(callback="/back"))
    assert routes.callback_paths == ["/back"]
    assert routes.find_route(web_request("GET", "/back")) == "callback"
    assert routes.find_route(web_request("GET", "/shop/callback")) is None


def test_the_sign_in_must_be_of_this_package() -> None:
    for value, kind in ((WebResponse(200), "workos_core.auth.identity.web_response.WebResponse"), (3, "builtins.int")):
        sign_in: Any = value
        with pytest.raises(ConfigurationError) as raised:
            SignInRoutes(sign_in)
        package = SignInRoutes.__module__.partition(".")[0]
        assert str(raised.value) == f"sign_in must be a {package}.SignIn (got {kind})"


@pytest.mark.parametrize(
    ("path", "root_path", "route"),
    [
        ("/login", "", "sign_in"),
        ("/callback", "", None),
        ("/shop/callback", "", "callback"),
        ("/callback", "/shop", "callback"),
        ("/callback", "/shop/", "callback"),
        ("/shop/callback", "/shop", "callback"),
        ("/logout", "", "sign_out"),
        ("/switch-organization", "", "switch_organization"),
        ("/login", "/shop", "sign_in"),
        ("/callback", "/other", None),
        ("/shop/login", "", None),
        ("/login/", "", None),
        ("/", "", None),
        ("", "", None),
    ],
)
def test_find_route(create_routes: CreateRoutes, path: str, root_path: str, route: str | None) -> None:
    routes = create_routes(redirect_uri=f"{ORIGIN}/shop/callback")
    for method in ("GET", "POST", "DELETE"):
        assert routes.find_route(web_request(method, path, root_path=root_path)) == route


def test_prefix_of_a_trusted_proxy(create_routes: CreateRoutes) -> None:
    headers = {"x-forwarded-prefix": "/shop"}
    request = web_request("GET", "/callback", headers, ip_address="10.0.0.1")
    redirect_uri = f"{ORIGIN}/shop/callback"
    assert create_routes(redirect_uri=redirect_uri).find_route(request) is None
    assert create_routes(redirect_uri=redirect_uri, trusted_proxies=["10.0.0.1"]).find_route(request) == "callback"


def test_requests_for_other_paths(create_routes: CreateRoutes) -> None:
    response = create_routes().handle(web_request("GET", "/other"))
    assert response == error_json(404, "not_found")


@pytest.mark.parametrize(
    ("path", "allowed"),
    [("/login", "GET, HEAD"), ("/callback", "GET, HEAD"), ("/logout", "POST"), ("/switch-organization", "POST")],
)
def test_other_methods(create_routes: CreateRoutes, path: str, allowed: str) -> None:
    routes = create_routes()
    for method in {"GET", "POST", "HEAD", "PUT", "DELETE"} - set(allowed.split(", ")):
        assert routes.handle(web_request(method, path)) == WebResponse(405, "", {"Allow": allowed})


@pytest.mark.parametrize("path", ["/login", "/callback"])
def test_head_is_handled_like_get(create_routes: CreateRoutes, path: str) -> None:
    routes = create_routes()
    responses = [routes.handle(web_request(method, path)) for method in ("HEAD", "GET")]
    assert [response.status for response in responses] == [303, 303]


def test_prefix_of_a_trusted_proxy_in_responses(create_routes: CreateRoutes) -> None:
    """Routes, pages and cookies are at the path that the browser requests."""

    def sign_in_page(request: WebRequest, page: SignInPage) -> WebResponse:
        return WebResponse(200, f"{request.root_path} {request.host} {page.start_url}")

    headers = {"x-forwarded-prefix": "/shop", "x-forwarded-host": "app.example", "host": "internal"}
    routes = create_routes(
        redirect_uri=f"{ORIGIN}/shop/callback", trusted_proxies="*", hooks={"sign_in_page": sign_in_page}
    )
    response = routes.handle(web_request("GET", "/login", headers, ip_address="10.0.0.1"))
    assert response.body == "/shop app.example /shop/login?start=true"
    response = routes.handle(web_request("GET", "/login?start=true", headers, ip_address="10.0.0.1"))
    assert [cookie.path for cookie in response.cookies] == ["/shop"]
