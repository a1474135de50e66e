"""The comparison of audiences and issuers as URLs, and the checks of those that an application configures."""

from typing import Any

import pytest

from workos_core.auth.tokens.audiences import (
    audiences_of,
    authkit_origin,
    check_ascii_host,
    check_audience,
    normalized_url,
    required_values,
)
from workos_core.errors import ConfigurationError, InvalidTokenError


@pytest.mark.parametrize(
    ("text", "normalized"),
    [
        ("https://Example.COM", "https://example.com"),
        ("HTTPS://example.com/", "https://example.com"),
        ("https://example.com/Path/", "https://example.com/Path/"),
        ("https://example.com?q=1", "https://example.com?q=1"),
        ("https://example.com//x", "https://example.com//x"),
        ("https://example.com", "https://example.com"),
        ("https://example.com:443", "https://example.com"),
        ("https://example.com:80/x", "https://example.com:80/x"),
        ("http://example.com:80/x", "http://example.com/x"),
        ("https://[2001:DB8::1]/x", "https://[2001:db8::1]/x"),
        ("https://[::1]:8443", "https://[::1]:8443"),
        ("https://user@example.com/x", "https://user@example.com/x"),
        ("https://example.com:port", "https://example.com:port"),
        ("https://[::1", "https://[::1"),
        ("https://exa mple.com/", "https://exa mple.com/"),
        ("https://example.com/\t", "https://example.com/\t"),
        ("https:///x", "https:///x"),
        ("ftp://Example.com/", "ftp://Example.com/"),
        ("client_1", "client_1"),
    ],
)
def test_normalized_urls(text: str, normalized: str) -> None:
    assert normalized_url(text) == normalized


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ("https://A.example/", ("https://a.example",)),
        (["client_1", "https://b.example:443"], ("client_1", "https://b.example")),
        (("x",), ("x",)),
    ],
)
def test_required_values(values: Any, expected: tuple[str, ...]) -> None:
    assert required_values("audience", values) == expected


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        (None, "resource must be a str or a list of them, not NoneType"),
        (b"x", "resource must be a str or a list of them, not bytes"),
        (bytearray(b"x"), "resource must be a str or a list of them, not bytearray"),
        ({"x"}, "resource must be a str or a list of them, not set"),
        (["x", 5], "resource must be a str or a list of them, not a list with int"),
        *(
            (empty, "resource must not be empty; pass the URL of your resource server as registered with WorkOS")
            for empty in ("", "  ", [], ["x", ""])
        ),
    ],
)
def test_values_that_are_missing(values: Any, problem: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        required_values("resource", values)
    assert str(caught.value) == problem


@pytest.mark.parametrize(
    ("claims", "audiences"),
    [({}, ()), ({"aud": "a"}, ("a",)), ({"aud": ["a", "b"]}, ("a", "b")), ({"aud": 5}, ()), ({"aud": {}}, ())],
)
def test_audiences_of_a_token(claims: dict[str, Any], audiences: tuple[str, ...]) -> None:
    assert audiences_of(claims) == audiences


def test_token_must_have_one_of_the_audiences() -> None:
    accepted = required_values("audience", ["https://a.example", "b"])
    for audience in ("https://A.example/", ["x", "b"]):
        assert check_audience({"aud": audience}, accepted) == ((audience,) if isinstance(audience, str) else ("x", "b"))
    rejected: list[dict[str, Any]] = [{}, {"aud": "https://a.example/x"}, {"aud": []}]
    for claims in rejected:
        with pytest.raises(InvalidTokenError, match=r"^the token was issued for another audience \(aud\)$") as caught:
            check_audience(claims, accepted)
        assert caught.value.reason == "wrong_audience"


def test_hosts_must_be_in_their_ascii_form() -> None:
    check_ascii_host("resource", "x", None)
    check_ascii_host("resource", "https://mcp.example", "mcp.example")
    check_ascii_host("resource", "https://-ü-.example", "x" * 64 + "ü")  # has no ASCII form
    with pytest.raises(ConfigurationError) as caught:
        check_ascii_host("resource", "https://bücher.example/mcp", "bücher.example")
    assert str(caught.value) == (
        "the host of resource 'https://bücher.example/mcp' must be in its ASCII form, xn--bcher-kva.example"
    )


@pytest.mark.parametrize(
    ("domain", "origin"),
    [
        ("example.authkit.app", "https://example.authkit.app"),
        (" example.authkit.app\n", "https://example.authkit.app"),
        ("https://Example.authkit.app/", "https://example.authkit.app"),
        ("https://example.authkit.app:443", "https://example.authkit.app"),
        ("https://example.authkit.app:8443", "https://example.authkit.app:8443"),
        ("http://localhost:4100", "http://localhost:4100"),
        ("http://127.0.0.1:4100/", "http://127.0.0.1:4100"),
        ("https://authX.example", "https://authx.example"),
        ("https://a.app//", "https://a.app"),
    ],
)
def test_origin_of_an_authkit_domain(domain: str, origin: str) -> None:
    assert authkit_origin(domain) == origin


@pytest.mark.parametrize(
    ("domain", "problem"),
    [
        (None, "authkit_domain must not be empty; pass the AuthKit domain, such as example.authkit.app"),
        (" ", "authkit_domain must not be empty; pass the AuthKit domain, such as example.authkit.app"),
        (
            "https://a.app:x",
            "authkit_domain 'https://a.app:x' is malformed (Port could not be cast to integer value as 'x')",
        ),
        (
            "bücher.example",
            "the host of authkit_domain 'bücher.example' must be in its ASCII form, xn--bcher-kva.example",
        ),
        *(
            (domain, f"authkit_domain {domain!r} must look like example.authkit.app or https://example.authkit.app")
            for domain in ("ftp://a.app", "https://", "https://ada@a.app", "https://a.app/ü", "https://a b.app")
        ),
        *(
            (domain, f"authkit_domain {domain!r} must have no path, query or fragment")
            for domain in (
                "https://a.app/oauth2",
                "https://a.app/X",
                "https://a.app?x=1",
                "https://a.app#x",
                "https://a.app?",
                "https://a.app#",
            )
        ),
        ("http://a.app", "authkit_domain 'http://a.app' must be https; plain http is allowed only for this machine"),
    ],
)
def test_malformed_authkit_domains(domain: Any, problem: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        authkit_origin(domain)
    assert str(caught.value) == problem


def test_plain_http_can_be_allowed() -> None:
    assert authkit_origin("http://a.app", allow_insecure_http=True) == "http://a.app"
