"""The paths of a request below a root path, and the kinds of clients."""

import pytest

from workos_core.auth.identity.web_request import WebRequest, clean_root_path


@pytest.mark.parametrize(
    ("root_path", "path", "raw_path", "external"),
    [
        ("", "/a/b", None, "/a/b"),
        ("", "/a/b", "/a%2Fb", "/a%2Fb"),
        ("", "/a/b", "/something/else", "/a/b"),
        ("", "/a b", None, "/a%20b"),
        ("", "/é", "/é", "/%C3%A9"),
        ("", "/é", "/%c3%a9", "/%c3%a9"),
        ("", "/\ufffd", "/%FF", "/%FF"),
        ("", "/\udcff", "/\udcff", "/%3F"),
        ("/shop", "/a/b", "/a%2Fb", "/shop/a%2Fb"),
        ("/shop", "/a/b", "/shop/a%2Fb", "/shop/a%2Fb"),
        ("/shop", "/shop/b", "/shop/shop%2Fb", "/shop/shop%2Fb"),
        ("/café", "/a/b", "/a%2Fb", "/caf%C3%A9/a%2Fb"),
        ("/shop", "/", "/shop", "/shop/"),
        ("", "/a", "http://app.example/a", "/a"),
    ],
)
def test_external_path(root_path: str, path: str, raw_path: str | None, external: str) -> None:
    assert WebRequest("GET", path, root_path=root_path, raw_path=raw_path).external_path == external


@pytest.mark.parametrize(
    ("root_path", "clean"),
    [
        ("", ""),
        ("/", ""),
        ("/shop", "/shop"),
        ("/shop/", "/shop"),
        ("/a b/é", "/a b/é"),
        ("/X", "/X"),
        ("/\udcff", ""),
        ("//evil.example", ""),
        ("/\\evil.example", ""),
        ("/\t/evil.example", ""),
        ("evil.example", ""),
        ("https://evil.example", ""),
    ],
)
def test_clean_root_path(root_path: str, clean: str) -> None:
    assert clean_root_path(root_path) == clean


@pytest.mark.parametrize(
    ("scheme", "host", "result"),
    [
        ("http", "App.Example", "app.example"),
        ("http", "app.example:80", "app.example"),
        ("https", "app.example:443", "app.example"),
        ("https", "app.example:80", "app.example:80"),
    ],
)
def test_host(scheme: str, host: str, result: str) -> None:
    assert WebRequest("GET", "/", headers={"host": host}, scheme=scheme).host == result


@pytest.mark.parametrize("authorization", ["Bearer x", "bearer x", " BEARER  x", "Bearer"])
def test_bearer_tokens_are_of_programs(authorization: str) -> None:
    for headers in ({"accept": "text/html"}, {"sec-fetch-mode": "navigate"}, {"hx-request": "true"}):
        request = WebRequest("GET", "/", headers={**headers, "authorization": authorization})
        assert (request.accepts_page, request.is_htmx) == (False, False)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH"])
def test_methods_that_no_navigation_has(method: str) -> None:
    assert not WebRequest(method, "/", headers={"accept": "text/html", "sec-fetch-mode": "navigate"}).accepts_page


@pytest.mark.parametrize(
    ("method", "headers", "path"),
    [
        ("GET", {}, "/shop/a?b=c"),
        ("HEAD", {"referer": "https://app.example/d"}, "/shop/a?b=c"),
        ("POST", {"referer": "https://app.example/d?e=f#g"}, "/d?e=f"),
        ("POST", {"referer": "https://App.Example/d"}, "/d"),
        ("POST", {"referer": "https://app.example"}, "/shop/"),
        ("POST", {"referer": "https://other.example/d"}, "/shop/"),
        ("POST", {"referer": "https://other.example/d", "sec-fetch-site": "same-origin"}, "/d"),
        ("POST", {"referer": "https://other.example/d", "sec-fetch-site": "same-site"}, "/shop/"),
        ("POST", {"referer": "https://[app.example/d"}, "/shop/"),
        ("POST", {}, "/shop/"),
        ("POST", {"sec-fetch-site": "same-origin"}, "/shop/"),
        ("GET", {"hx-request": "true", "hx-current-url": "https://app.example/d?e"}, "/d?e"),
        ("GET", {"hx-request": "true", "referer": "https://app.example/d"}, "/shop/"),
        ("GET", {"hx-request": "true", "hx-boosted": "true", "hx-current-url": "https://app.example/d"}, "/shop/a?b=c"),
        ("POST", {"hx-request": "true", "hx-boosted": "true", "hx-current-url": "https://app.example/d"}, "/d"),
    ],
)
def test_path_of_the_page(method: str, headers: dict[str, str], path: str) -> None:
    all_headers = {"host": "app.example", **headers}
    request = WebRequest(method, "/a", "b=c", all_headers, root_path="/shop", scheme="https")
    assert request.page_path == path


def test_path_of_the_page_without_a_query() -> None:
    assert WebRequest("GET", "/a").page_path == "/a"
