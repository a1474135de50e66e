# Generated from tests/async_/test_sign_in_hosts.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""`SignIn` with settings that depend on the request: redirect URIs of several hosts, and functions of the request."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.support.browser import CookieJar
from workos_core.auth.identity.web_request import WebRequest
from workos_emulator import Emulator
from workos_sync import (
    Authenticated,
    ConfigurationError,
    InvalidArgumentError,
    SignedIn,
    SignIn,
    SignInFailed,
    WorkOS,
    cookie_settings,
)

PASSWORD = "a cookie password of more than thirty-two characters"
ADA = "ada@example.com"
A, B = "https://a.example/callback", "https://b.example/callback"


@pytest.fixture
def client(emulator: Emulator) -> Iterator[WorkOS]:
    with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport, max_retries=0) as workos:
        workos.user_management.create_user(email=ADA, email_verified=True)
        yield workos


def at_host(host: str, **fields: Any) -> WebRequest:
    return WebRequest("GET", "/login", headers={"host": host}, **fields)


def redirect_uri_of(url: str) -> str:
    return parse_qs(urlsplit(url).query)["redirect_uri"][0]


def choose_host(request: WebRequest) -> str | None:
    return f"https://{request.host}/callback" if request.host != "unknown.example" else None


@pytest.mark.parametrize(
    ("uris", "host", "uri"),
    [
        ([A, B], "a.example", A),
        ([A, B], "B.Example", B),
        ([A, B], "a.example:443", A),
        ([A, B], "a.example:8443", None),
        ([A, B], "evil.example", None),
        ([A, B], "a.example.evil.example", None),
        (["http://localhost:3000/cb", A], "localhost:3000", "http://localhost:3000/cb"),
        (["http://localhost/cb", "https://localhost/cb"], "localhost", "https://localhost/cb"),
        (["https://preview-*.app.example/cb"], "preview-12.app.example", "https://preview-12.app.example/cb"),
        (["https://preview-*.app.example/cb"], "preview-a.evil.app.example", None),
        ("https://*.app.example/cb", "x.app.example", "https://x.app.example/cb"),
        (["https://*.app.example/cb"], "app.example", None),
        (["https://*.app.example/cb"], "user@x.app.example", None),
    ],
)
def test_the_host_selects_the_redirect_uri(client: WorkOS, uris: str | list[str], host: str, uri: str | None) -> None:
    sign_in = SignIn(client, redirect_uri=uris, cookie_password=PASSWORD).for_request(at_host(host, scheme="https"))
    assert sign_in.has_redirect_uri is (uri is not None)
    if uri is None:
        with pytest.raises(ConfigurationError, match="redirect_uri"):
            sign_in.start({})
    else:
        assert redirect_uri_of(sign_in.start({}).url) == uri


def test_a_sign_in_ends_where_it_began(client: WorkOS, emulator: Emulator) -> None:
    """Even if both hosts receive the cookies, as subdomains of the cookie domain do."""
    sign_in = SignIn(client, redirect_uri=[A, B], cookie_password=PASSWORD, default_return_to="/home")
    at_a, at_b = [sign_in.for_request(at_host(host)) for host in ("a.example", "b.example")]
    for start, end, reason in ((at_a, at_b, "redirect_uri_mismatch"), (at_b, at_a, "redirect_uri_mismatch")):
        jar = CookieJar()
        redirect = start.start(jar, login_hint=ADA)
        jar.store(redirect.cookies)
        callback = jar.open_authorization_url(emulator, redirect.url)
        failed = end.complete(callback, jar)
        assert isinstance(failed, SignInFailed)
        assert failed.reason == reason
        assert failed.return_to == "/home"
        jar.store(failed.cookies)
        assert jar == {}
    jar = CookieJar()
    redirect = at_b.start(jar, login_hint=ADA)
    jar.store(redirect.cookies)
    assert isinstance(at_b.complete(jar.open_authorization_url(emulator, redirect.url), jar), SignedIn)


def test_a_sign_in_from_before_there_were_several_hosts(client: WorkOS, emulator: Emulator) -> None:
    jar = CookieJar()
    redirect = SignIn(client, redirect_uri=A, cookie_password=PASSWORD).start(jar, login_hint=ADA)
    jar.store(redirect.cookies)
    callback = jar.open_authorization_url(emulator, redirect.url)
    several = SignIn(client, redirect_uri=[A, B], cookie_password=PASSWORD).for_request(at_host("a.example"))
    failed = several.complete(callback, jar)
    assert isinstance(failed, SignInFailed)
    assert failed.reason == "redirect_uri_mismatch"


def test_function_of_the_request(client: WorkOS) -> None:
    def choose(request: WebRequest) -> str | None:
        return f"http://{request.host}/callback"

    sign_in = SignIn(client, redirect_uri=choose, cookie_password=PASSWORD)
    redirect = (sign_in.for_request(at_host("127.0.0.1:3000"))).start({})
    assert redirect_uri_of(redirect.url) == "http://127.0.0.1:3000/callback"
    assert [cookie.secure for cookie in redirect.cookies] == [False]
    with pytest.raises(InvalidArgumentError, match="redirect URI"):
        sign_in.for_request(at_host("a b"))
    with pytest.raises(ConfigurationError, match="for_request"):
        sign_in.start({})


def test_cookies_are_secure_if_the_redirect_uri_of_the_host_is_https(client: WorkOS) -> None:
    uris = ["http://localhost:3000/callback", A]
    sign_in = SignIn(client, redirect_uri=uris, cookie_password=PASSWORD)
    for host, secure in (("localhost:3000", False), ("a.example", True)):
        redirect = (sign_in.for_request(at_host(host))).start({})
        assert [cookie.secure for cookie in redirect.cookies] == [secure]
    cookies = cookie_settings(A, secure=True)
    sign_in = SignIn(client, redirect_uri=uris, cookie_password=PASSWORD, cookies=cookies)
    redirect = (sign_in.for_request(at_host("localhost:3000"))).start({})
    assert [cookie.secure for cookie in redirect.cookies] == [True]


def test_sign_out_returns_to_the_host(client: WorkOS) -> None:
    urls = ["https://a.example/bye", "https://b.example/bye"]
    sign_in = SignIn(client, redirect_uri=[A, B], cookie_password=PASSWORD, post_logout_redirect_uri=urls)
    for host, url in (("a.example", urls[0]), ("b.example", urls[1]), ("c.example", "/")):
        flow = sign_in.for_request(at_host(host))
        assert (flow.sign_out({})).url == url


def test_sign_out_without_a_session(client: WorkOS) -> None:
    sign_in = SignIn(client, redirect_uri=A, cookie_password=PASSWORD, post_logout_redirect_uri="https://a.example/bye")
    assert (sign_in.sign_out({})).url == "https://a.example/bye"
    assert (sign_in.sign_out({}, return_to="https://a.example/other")).url == "https://a.example/other"
    sign_in = SignIn(client, redirect_uri=A, cookie_password=PASSWORD)
    assert (sign_in.sign_out({})).url == "/"


def test_hosts_share_sessions_and_clients(client: WorkOS, emulator: Emulator) -> None:
    sign_in = SignIn(client, redirect_uri=[A, B], cookie_password=PASSWORD).for_request(at_host("a.example"))
    jar = CookieJar()
    redirect = sign_in.start(jar, login_hint=ADA)
    jar.store(redirect.cookies)
    result = sign_in.complete(jar.open_authorization_url(emulator, redirect.url), jar)
    jar.store(result.cookies)
    assert isinstance(sign_in.authenticate(jar), Authenticated)


@pytest.mark.parametrize("password", ["short", ["x" * 32, "short"], {"1": "short"}, {"a": "x" * 32}, {"é": "x" * 32}])
def test_invalid_cookie_passwords(client: WorkOS, password: Any) -> None:
    with pytest.raises(ConfigurationError, match="cookie_password"):
        SignIn(client, redirect_uri=A, cookie_password=password)


@pytest.mark.parametrize(
    "uri", ["/callback", ["https://a.example/callback", "b.example"], "https://*.com/cb", "https://a b"]
)
def test_invalid_redirect_uris(client: WorkOS, uri: Any) -> None:
    with pytest.raises(InvalidArgumentError, match="redirect URI"):
        SignIn(client, redirect_uri=uri, cookie_password=PASSWORD)


@pytest.mark.parametrize("uri", ["/bye", ["https://a.example/", "a.example"], "https://a b"])
def test_invalid_post_logout_redirect_uris(client: WorkOS, uri: Any) -> None:
    with pytest.raises(InvalidArgumentError, match="post_logout_redirect_uri"):
        SignIn(client, redirect_uri=A, cookie_password=PASSWORD, post_logout_redirect_uri=uri)


def test_default_return_to_at_another_origin(client: WorkOS) -> None:
    """The frontend may be another application."""
    default = "https://frontend.example/home"
    sign_in = SignIn(client, redirect_uri=A, cookie_password=PASSWORD, default_return_to=default)
    flow = sign_in.for_request(at_host("a.example", root_path="/shop"))
    assert (flow.sign_out({})).url == default


def test_invalid_proxies(client: WorkOS) -> None:
    with pytest.raises(ConfigurationError, match=r"'proxy\.internal'"):
        SignIn(client, redirect_uri=A, cookie_password=PASSWORD, trusted_proxies=["proxy.internal"])
