from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workos_core.auth.sign_in.redirect_uris import check_redirect_uri, redirect_uri_matches
from workos_core.errors import InvalidArgumentError


@pytest.mark.parametrize(
    "uri",
    [
        "https://app.example.com",
        "https://app.example.com:8443/callback?next=/a#b",
        "https://münchen.example/cb",
        "https://[2001:db8::1]/cb",
        "http://127.0.0.1/cb",
        "HTTP://127.0.0.1:53682/cb",
        "https://*.example.com/cb",
        "https://prefix-*-suffix.example.com",
        "https://*.example.co.uk",
        "https://*.my-tunnel.ngrok-free.app",
    ],
)
def test_valid_in_production(uri: str) -> None:
    check_redirect_uri(uri)
    check_redirect_uri(uri, environment="staging")


@pytest.mark.parametrize(
    ("uri", "problem"),
    [
        ("http://app.example.com/cb", "must use https in production"),
        ("http://127.0.0.1.example.com/cb", "must use https in production"),
        ("http://127.0.0.2/cb", "must use https in production"),
        ("http://localhost:3000/cb", "localhost"),
        ("https://LOCALHOST/cb", "localhost"),
    ],
)
def test_valid_in_staging_only(uri: str, problem: str) -> None:
    check_redirect_uri(uri, environment="staging")
    with pytest.raises(InvalidArgumentError, match=problem):
        check_redirect_uri(uri, environment="production")


@pytest.mark.parametrize(
    ("uri", "problem"),
    [
        ("", "not an absolute URL"),
        ("/callback", "not an absolute URL"),
        ("app.example.com/callback", "not an absolute URL"),
        ("https:/app.example.com", "not an absolute URL"),
        ("https://app.example.com:port/", "not an absolute URL"),
        ("https://app.example.com:123456/", "not an absolute URL"),
        ("https://a@b@app.example.com/", "not an absolute URL"),
        ("https://[::1", "not an absolute URL"),
        ("com.example.app://callback", "must use https or http"),
        ("javascript://x/%0aalert(1)", "must use https or http"),
        ("https://", "no valid host"),
        ("https:///callback", "no valid host"),
        ("https://a..example.com", "no valid host"),
        ("https://app.example.com/a b", "a space"),
        ("https://app.exam\tple.com/", "control character"),
        ("https://app.example.com/\n", "control character"),
        ("https://evil.example\\@app.example.com/", "backslash"),
        ("https://*.*.example.com", "more than one wildcard"),
        ("https://a*b*.example.com", "more than one wildcard"),
        ("https://*.example.com/*", "more than one wildcard"),
        ("https://app.example.com/*", "outside of the host"),
        ("https://u*@app.example.com/", "outside of the host"),
        ("https://sub.*.example.com", "not in the first label"),
        ("https://app.*", "not in the first label"),
        ("https://*", "no domain after it"),
        ("https://*.com", "directly below the public suffix 'com'"),
        ("https://prefix-*.com", "directly below the public suffix 'com'"),
        ("https://*.co.uk", "directly below the public suffix 'co.uk'"),
        ("https://*.ngrok-free.app", "directly below the public suffix 'ngrok-free.app'"),
        ("https://*.GitHub.io", "directly below the public suffix 'github.io'"),
        ("https://*.0.0.1", "not a domain name"),
        ("https://app.example.com:*/cb", "has a wildcard port"),
        ("http://localhost:*/*", "outside of the host"),
        ("https://*.ex%61mple.com", "not a domain name"),
    ],
)
def test_invalid_in_every_environment(uri: str, problem: str) -> None:
    for environment in ("production", "staging"):
        with pytest.raises(ValueError, match=problem):
            check_redirect_uri(uri, environment=environment)  # type: ignore[arg-type]
    assert not redirect_uri_matches(uri, uri)


HOSTING_SUFFIXES = [
    "amplifyapp.com",
    "appspot.com",
    "azurestaticapps.net",
    "azurewebsites.net",
    "cloudfront.net",
    "deno.dev",
    "firebaseapp.com",
    "fly.dev",
    "github.io",
    "gitlab.io",
    "herokuapp.com",
    "loca.lt",
    "netlify.app",
    "ngrok-free.app",
    "ngrok-free.dev",
    "ngrok.app",
    "ngrok.dev",
    "ngrok.io",
    "onrender.com",
    "pages.dev",
    "repl.co",
    "replit.app",
    "run.app",
    "trycloudflare.com",
    "up.railway.app",
    "vercel.app",
    "web.app",
    "workers.dev",
]
COUNTRY_SUFFIXES = [
    "ac.uk",
    "co.jp",
    "com.au",
    "edu.mx",
    "gob.es",
    "gov.uk",
    "mil.br",
    "ne.jp",
    "net.nz",
    "or.at",
    "org.za",
]


@pytest.mark.parametrize("suffix", [*HOSTING_SUFFIXES, *COUNTRY_SUFFIXES, "dev", "uk"])
def test_wildcard_below_a_public_suffix(suffix: str) -> None:
    for uri in (f"https://*.{suffix}/cb", f"https://app-*.{suffix.upper()}/cb"):
        with pytest.raises(InvalidArgumentError, match=f"directly below the public suffix '{suffix}'"):
            check_redirect_uri(uri)
        assert not redirect_uri_matches(uri, f"https://app-1.{suffix}/cb")
    check_redirect_uri(f"https://*.mine.{suffix}/cb")
    assert redirect_uri_matches(f"https://*.mine.{suffix}/cb", f"https://app.mine.{suffix}/cb")


@pytest.mark.parametrize(
    "domain",
    ["co.example", "shop.uk", "example.uk", "railway.app", "co.uk.example", "com.au.com", "x.github.io", "mygithub.io"],
)
def test_wildcard_below_a_domain_that_resembles_a_public_suffix(domain: str) -> None:
    check_redirect_uri(f"https://*.{domain}/cb")
    assert redirect_uri_matches(f"https://*.{domain}/cb", f"https://app.{domain}/cb")


@pytest.mark.parametrize("environment", ["Production", "", None, "sandbox"])
def test_unknown_environments(environment: Any) -> None:
    with pytest.raises(InvalidArgumentError, match="'production' or 'staging'"):
        check_redirect_uri("https://app.example.com", environment=environment)


@pytest.mark.parametrize(
    ("pattern", "uri"),
    [
        ("https://app.example.com/cb?a=1", "https://app.example.com/cb?a=1"),
        ("https://App.Example.com/cb", "HTTPS://app.example.COM/cb"),
        ("https://*.example.com", "https://foo.example.com"),
        ("https://*.example.com/cb", "https://Foo_1-x.example.com/cb"),
        ("https://preview-*-app.example.com:8443", "https://preview-12-app.example.com:8443"),
        ("http://*.example.test", "http://a.example.test"),
        ("http://localhost:*/cb", "http://localhost:5173/cb"),
        ("http://LOCALHOST:*/cb", "http://localhost/cb"),
        ("http://127.0.0.1:*/cb", "http://127.0.0.1:80/cb"),
        ("http://[::1]:*/cb", "http://[::1]:8000/cb"),
    ],
)
def test_matches(pattern: str, uri: str) -> None:
    assert redirect_uri_matches(pattern, uri)


@pytest.mark.parametrize(
    ("pattern", "uri"),
    [
        ("https://app.example.com/cb", "https://app.example.com/cb/"),
        ("https://app.example.com/cb", "https://app.example.com/CB"),
        ("https://app.example.com/cb", "https://app.example.com/cb?a=1"),
        ("https://app.example.com/cb?", "https://app.example.com/cb"),
        ("https://app.example.com/cb", "https://app.example.com:443/cb"),
        ("https://app.example.com/cb", "http://app.example.com/cb"),
        ("https://app.example.com/cb", "https://app_example.com/cb"),
        ("https://app.example.com/cb", "malformed"),
        ("https://*.example.com", "https://sub1.sub2.example.com"),
        ("https://*.example.com", "https://user:secret@foo.example.com"),
        ("https://*.example.com", "https://foo.example.com:8443"),
        ("https://*.example.com", "https://foo.example.com.evil.example"),
        ("https://*.example.com", "https://evil.example/.example.com"),
        ("https://*.example.com", "https://evil.example#.example.com"),
        ("https://*.example.com", "https://evil.example\\.example.com"),
        ("https://*.example.com", "https://foo%2e.example.com"),
        ("https://*.example.com", "https://fö.example.com"),
        ("https://*.example.com", "https://example.com"),
        ("https://*.example.com", "https://.example.com"),
        ("https://*.example.com", "https://*.example.com"),
        ("https://*.example.com", "https://fooXexample.com"),
        ("https://pre-*.example.com", "https://pre-.example.com"),
        ("https://*.com", "https://example.com"),
        ("https://*.ngrok-free.app", "https://mine.ngrok-free.app"),
        ("https://sub.*.example.com", "https://sub.a.example.com"),
        ("http://localhost:*/cb", "http://localhost:*/cb"),
        ("http://localhost:*/cb", "http://localhost:5173/other"),
        ("http://localhost:*/cb", "http://127.0.0.1:5173/cb"),
        ("https://app.example.com:*/cb", "https://app.example.com:8443/cb"),
    ],
)
def test_does_not_match(pattern: str, uri: str) -> None:
    assert not redirect_uri_matches(pattern, uri)


@given(st.text())
def test_any_text_is_accepted_or_rejected(text: str) -> None:
    try:
        check_redirect_uri(text)
    except InvalidArgumentError:
        return
    assert text.lower().startswith(("https://", "http://127.0.0.1"))


@given(st.text(min_size=1, max_size=20))
def test_wildcard_matches_within_one_label(text: str) -> None:
    if redirect_uri_matches("https://*.example.com/cb", f"https://{text}.example.com/cb"):
        assert text.isascii()
        assert text.replace("-", "a").replace("_", "a").isalnum()
