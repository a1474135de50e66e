# Generated from tests/async_/test_sign_in_requests.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The settings of a sign-in that depend on the request: root path, host, scheme and proxies."""

from typing import Any

import pytest

from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.identity.trusted_proxies import TrustedProxies
from workos_core.auth.identity.web_request import WebRequest
from workos_sync import ConfigurationError, InvalidArgumentError, SignIn, WorkOS, cookie_settings

PASSWORD = "a cookie password of more than thirty-two characters"
CALLBACK = "https://app.example/shop/callback"
HOSTS = ["https://a.example/callback", "http://b.example/callback"]


def sign_in_with(workos: WorkOS, **settings: Any) -> SignIn:
    return SignIn(workos, **{"redirect_uri": CALLBACK, "cookie_password": PASSWORD, **settings})


def request_at(host: str = "app.example", *, root_path: str = "", scheme: str = "https", **headers: str) -> WebRequest:
    fields = {name.replace("_", "-"): value for name, value in headers.items()}
    return WebRequest(
        "GET", "/login", headers={"host": host, **fields}, root_path=root_path, scheme=scheme, ip_address="10.0.0.1"
    )


def verifier_of(sign_in: SignIn) -> SetCookie:
    """Return the cookie of a new sign-in, which has the settings of all cookies."""
    (cookie,) = sign_in.start({}).cookies
    return cookie


def session_of(sign_in: SignIn) -> SetCookie:
    """Return the cookie that deletes the session on this host."""
    return next(each for each in sign_in.expire_session({"wos-session": "x"}) if each.domain is None)


def test_sign_in_that_does_not_depend_on_the_request(workos: WorkOS) -> None:
    sign_in = sign_in_with(workos, post_logout_redirect_uri="https://app.example")
    assert sign_in.for_request(request_at()) is sign_in
    for settings in ({"redirect_uri": HOSTS}, {"post_logout_redirect_uri": HOSTS}):
        sign_in = sign_in_with(workos, **settings)
        assert sign_in.for_request(request_at("a.example")) is not sign_in


@pytest.mark.parametrize(
    ("root_path", "expected"),
    [("", ""), ("/", ""), ("/shop", "/shop"), ("/shop/", "/shop"), ("/a b", "/a b"), ("//evil.example", "")],
)
def test_root_path_is_cleaned(workos: WorkOS, root_path: str, expected: str) -> None:
    request = request_at(root_path=root_path)
    prepared = sign_in_with(workos).prepare(request)
    assert prepared.root_path == expected
    assert (prepared.method, prepared.path, prepared.host) == ("GET", "/login", "app.example")
    assert (prepared == request) is (root_path == expected)


def test_settings_without_a_request(workos: WorkOS) -> None:
    previous = cookie_settings(CALLBACK, name="old", domain="example.org")
    sign_in = sign_in_with(workos, previous_cookies=[previous])
    expired = sign_in.expire_session({"wos-session": "x", "old": "y"})
    domains = {(each.name, each.domain) for each in expired if each.path == "/"}
    assert domains == {
        ("wos-session", None),
        ("wos-session", "app.example"),
        ("old", None),
        ("old", "example.org"),
        ("old", "app.example"),
    }
    sign_in = sign_in_with(workos, redirect_uri=choose, post_logout_redirect_uri=HOSTS)
    assert [(each.secure, each.domain) for each in sign_in.expire_session({"wos-session": "x"})] == [(True, None)]
    assert (sign_in.sign_out({})).url == "/"


def test_trusted_proxies_replace_the_address_and_the_host(workos: WorkOS) -> None:
    sign_in = sign_in_with(workos, trusted_proxies=["10.0.0.1"], redirect_uri=HOSTS)
    request = request_at(
        "internal", scheme="http", x_forwarded_for="192.0.2.1", x_forwarded_host="a.example", x_forwarded_proto="https"
    )
    prepared = sign_in.prepare(request)
    assert (prepared.ip_address, prepared.host, prepared.scheme) == ("192.0.2.1", "a.example", "https")
    assert (sign_in.for_request(request)).redirect_uri == HOSTS[0]
    assert not (sign_in_with(workos, redirect_uri=HOSTS).for_request(request)).has_redirect_uri
    proxies = TrustedProxies(["10.0.0.1"])
    assert sign_in_with(workos, trusted_proxies=proxies).prepare(request) == prepared


@pytest.mark.parametrize(
    ("root_path", "default", "return_to"),
    [
        ("/shop", "/", "/shop/"),
        ("/shop", "/home", "/shop/home"),
        ("/shop", "/shop", "/shop"),
        ("/shop", "/shop/home", "/shop/home"),
        ("/shop", "/shopping", "/shop/shopping"),
        ("/a b", "/home", "/a%20b/home"),
        ("/shop", "https://other.example/home", "https://other.example/home"),
    ],
)
def test_default_path_is_relative_to_the_root_path(
    workos: WorkOS, root_path: str, default: str, return_to: str
) -> None:
    sign_in = sign_in_with(workos, default_return_to=default).for_request(request_at(root_path=root_path))
    assert (sign_in.sign_out({})).url == return_to
    assert (sign_in_with(workos, default_return_to=default).sign_out({})).url == default


@pytest.mark.parametrize(
    ("redirect_uri", "settings", "root_path", "path"),
    [
        (CALLBACK, {}, "", "/"),
        (CALLBACK, {}, "/shop", "/shop"),
        (CALLBACK, {}, "/sho", "/"),
        (CALLBACK, {"path": "/own"}, "/shop", "/own"),
        (CALLBACK, {"path": "/"}, "/shop", "/"),
        (CALLBACK, {"host_only": True}, "/shop", "/"),
        ("https://app.example/callback", {}, "/shop", "/"),  # the callback would not receive a cookie of the path
        ("https://app.example/a%20b/callback", {}, "/a b", "/a%20b"),
        (["https://other.example/shop/callback"], {}, "/shop", "/shop"),  # no redirect URI for this host
        (lambda _: None, {}, "/shop", "/shop"),
    ],
)
def test_path_of_the_cookies(
    workos: WorkOS, redirect_uri: Any, settings: dict[str, Any], root_path: str, path: str
) -> None:
    cookies = cookie_settings(CALLBACK, **settings) if settings else None
    sign_in = sign_in_with(workos, redirect_uri=redirect_uri, cookies=cookies)
    bound = sign_in.for_request(request_at(root_path=root_path))
    paths = {each.path for each in bound.expire_session({bound.session_cookie_name: "x"}) if each.domain is None}
    assert path in paths
    assert paths <= {path, "/", root_path}
    if bound.has_redirect_uri:
        assert verifier_of(bound).path == path


@pytest.mark.parametrize(
    ("cookies", "host", "secure"),
    [
        (None, "a.example", True),
        (None, "b.example", False),
        (None, "c.example", True),  # no redirect URI: that of the first one
        (cookie_settings("https://a.example"), "b.example", True),
        (cookie_settings("http://a.example"), "a.example", False),
    ],
)
def test_secure_cookies(workos: WorkOS, cookies: Any, host: str, secure: bool) -> None:
    sign_in = sign_in_with(workos, redirect_uri=HOSTS, cookies=cookies).for_request(request_at(host))
    assert session_of(sign_in).secure is secure


def test_cookies_for_other_sites_are_always_secure(workos: WorkOS, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKOS_COOKIE_SAMESITE", "none")
    sign_in = sign_in_with(workos, redirect_uri=HOSTS).for_request(request_at("b.example", scheme="http"))
    assert (session_of(sign_in).secure, session_of(sign_in).same_site) == (True, "none")


@pytest.mark.parametrize(
    ("host", "scheme", "origin"),
    [
        ("a.example", "https", "https://a.example"),
        ("b.example", "https", "http://b.example"),
        ("c.example:8000", "http", "http://c.example:8000"),
    ],
)
def test_own_origin(workos: WorkOS, host: str, scheme: str, origin: str) -> None:
    sign_in = sign_in_with(workos, redirect_uri=HOSTS, allowed_origins=["https://web.example"])
    assert sign_in.allowed_origins == ("https://a.example", "http://b.example", "https://web.example")
    bound = sign_in.for_request(request_at(host, scheme=scheme))
    assert bound.allowed_origins == (origin, "https://web.example")
    # Session cookies that a parent domain has set are deleted, too.
    domains = {each.domain for each in bound.expire_session({"wos-session": "x"})}
    assert host.partition(":")[0] in domains


def test_repr_names_the_redirect_uris(workos: WorkOS) -> None:
    assert repr(sign_in_with(workos, redirect_uri=HOSTS)) == f"SignIn(redirect_uri={tuple(HOSTS)!r})"
    sign_in = sign_in_with(workos, redirect_uri=choose)
    assert repr(sign_in) == f"SignIn(redirect_uri={choose!r})"
    assert repr(sign_in.for_request(request_at())) == "SignIn(redirect_uri='https://app.example/chosen')"


def choose(request: WebRequest) -> str | None:
    return {
        "app.example": "https://app.example/chosen",
        "local": "http://localhost/callback",
        "ftp": "ftp://app.example/callback",
    }.get(request.host)


def test_function_that_returns_the_redirect_uri(workos: WorkOS) -> None:
    sign_in = sign_in_with(workos, redirect_uri=choose, post_logout_redirect_uri=choose)
    assert sign_in.callback_paths == ()
    with pytest.raises(ConfigurationError, match="call for_request first"):
        sign_in.start({})
    bound = sign_in.for_request(request_at())
    assert (bound.redirect_uri, bound.has_redirect_uri) == ("https://app.example/chosen", True)
    assert (bound.sign_out({})).url == "https://app.example/chosen"
    assert (sign_in.for_request(request_at("local"))).redirect_uri == "http://localhost/callback"
    other = sign_in.for_request(request_at("other"))
    assert not other.has_redirect_uri
    assert (other.sign_out({})).url == "/"
    with pytest.raises(InvalidArgumentError):
        sign_in.for_request(request_at("ftp"))
