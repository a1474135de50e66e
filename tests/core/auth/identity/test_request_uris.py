"""URIs that depend on the request."""

import pytest

from workos_core.auth.identity.request_uris import RequestURI, RequestURIs, url_at_loopback_host
from workos_core.auth.identity.web_request import WebRequest

A, B = "https://a.example/callback", "https://b.example/callback"


def at_host(host: str, scheme: str = "https", root_path: str = "") -> WebRequest:
    return WebRequest("GET", "/login", headers={"host": host}, scheme=scheme, root_path=root_path)


def choose(request: WebRequest) -> str:
    return f"https://{request.host}/callback"


@pytest.mark.parametrize(
    ("value", "uris"),
    [
        (None, RequestURIs()),
        ("", RequestURIs()),
        (A, RequestURIs((A,))),
        ("https://*.a.example/cb", RequestURIs(("https://*.a.example/cb",), is_fixed=False)),
        ([A], RequestURIs((A,), is_fixed=False)),
        ((A, B), RequestURIs((A, B), is_fixed=False)),
        (choose, RequestURIs(function=choose, is_fixed=False)),
    ],
)
def test_values_of_the_argument(value: RequestURI | None, uris: RequestURIs) -> None:
    assert RequestURIs.of(value) == uris


def test_fixed_uri_is_the_same_for_every_host() -> None:
    assert RequestURIs.of(A).select(at_host("other.example")) == A
    assert RequestURIs.of(None).select(at_host("other.example")) is None
    assert RequestURIs.of(choose).select(at_host("a.example")) is None


def test_first_uri_and_paths() -> None:
    uris = RequestURIs.of([A, B, "https://a.example", "https://a.example/caf%C3%A9"])
    assert uris.first == A
    assert uris.paths == ("/callback", "/", "/café")
    assert (RequestURIs.of(None).first, RequestURIs.of(choose).paths) == (None, ())


@pytest.mark.parametrize(
    ("uris", "host", "uri"),
    [
        ([A, B], "a.example", A),
        ([A, B], "B.Example", B),
        ([A, B], "b.example:443", B),
        ([A, B], "b.example:8443", None),
        ([A, B], "c.example", None),
        (["https://B.Example:443/callback"], "b.example", "https://B.Example:443/callback"),
        (["http://b.example:80/callback"], "b.example", "http://b.example:80/callback"),
        (["http://b.example/callback"], "b.example:80", "http://b.example/callback"),
        (["http://b.example:443/callback"], "b.example", None),
        (["https://b.example:80/callback"], "b.example", None),
        (["myapp://b.example/callback"], "b.example", "myapp://b.example/callback"),
        (["https://pr-*.app.example/cb?x=1"], "pr-7.app.example", "https://pr-7.app.example/cb?x=1"),
        (["https://pr-*.app.example/cb"], "x.app.example", None),
        (["https://pr-*.app.example/cb"], "pr-a.b.app.example", None),
        (["https://app.example/*"], "app.example", "https://app.example/*"),
    ],
)
def test_uri_of_the_host(uris: list[str], host: str, uri: str | None) -> None:
    assert RequestURIs.of(uris).select(at_host(host)) == uri
    scheme = "http" if host.endswith(":80") else "https"
    assert RequestURIs.of(uris).select(at_host(host, scheme)) == uri


@pytest.mark.parametrize(
    ("scheme", "root_path", "uri"),
    [
        ("http", "/shop", "http://a.example/shop/callback"),
        ("https", "/shop", "https://a.example/shop/callback"),
        ("https", "/shopping", "https://a.example/shopping/callback"),
        ("http", "/shopping", "https://a.example/shopping/callback"),  # behind a proxy with https
        ("https", "/café", "https://a.example/caf%C3%A9/callback"),
    ],
)
def test_several_uris_of_the_host(scheme: str, root_path: str, uri: str) -> None:
    uris = [
        "http://a.example/shop/callback",
        "https://a.example/shop/callback",
        "https://a.example/shopping/callback",
        "https://a.example/caf%C3%A9/callback",
        "https://b.example/shop/callback",
    ]
    for order in (uris, uris[::-1]):
        assert RequestURIs.of(order).select(at_host("a.example", scheme, root_path)) == uri


@pytest.mark.parametrize(
    ("host", "redirect_uri", "url"),
    [
        ("127.0.0.1:8000", "http://localhost:8000/callback", "http://localhost:8000/login?at_host=1"),
        ("[::1]:8000", "http://localhost:8000/callback", "http://localhost:8000/login?at_host=1"),
        ("localhost:8000", "http://127.0.0.1:8000/callback", "http://127.0.0.1:8000/login?at_host=1"),
        ("localhost", "http://[::1]/callback", "http://[::1]/login?at_host=1"),
        ("localhost:8000", "http://localhost:8000/callback", None),
        ("127.0.0.1:8001", "http://localhost:8000/callback", None),  # another port: a proxy of the frontend
        ("tenant.localhost:8000", "http://localhost:8000/callback", None),
        ("127.0.0.1:8000", "https://app.example/callback", None),  # behind a reverse proxy
        ("app.example", "http://localhost/callback", None),
        ("127.0.0.1:port", "http://localhost:8000/callback", None),
        ("[::1", "http://localhost/callback", None),
        ("", "http://localhost/callback", None),
    ],
)
def test_url_at_the_loopback_host_of_the_redirect_uri(host: str, redirect_uri: str, url: str | None) -> None:
    assert url_at_loopback_host(at_host(host, scheme="http"), redirect_uri) == url


def test_url_at_a_loopback_host_keeps_path_and_query() -> None:
    headers = {"host": "127.0.0.1:8000"}
    request = WebRequest("GET", "/login", query="return_to=/a%2Fb", headers=headers, root_path="/my shop")
    url = url_at_loopback_host(request, "http://localhost:8000/my%20shop/callback")
    assert url == "http://localhost:8000/my%20shop/login?return_to=/a%2Fb&at_host=1"


def test_proxy_that_replaces_the_host_causes_no_redirect_loop() -> None:
    request = WebRequest("GET", "/login", query="at_host=1", headers={"host": "127.0.0.1:8000"})
    assert url_at_loopback_host(request, "http://localhost:8000/callback") is None
