"""Which forwarding headers count, and what they mean."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workos_core.auth import TrustedProxies, WebRequest
from workos_core.auth.identity.web_request import clean_root_path
from workos_core.errors import ConfigurationError

PROXY, CDN, USER = "10.0.0.1", "10.0.0.2", "203.0.113.9"


def received(headers: dict[str, str], address: str | None = PROXY, **fields: Any) -> WebRequest:
    return WebRequest("GET", "/a", headers={"host": "app:8000", **headers}, ip_address=address, **fields)


def applied(headers: dict[str, str], trusted: Any = (PROXY, CDN), **fields: Any) -> tuple[str, str, str, str | None]:
    """Return the scheme, host, root path and address of a request."""
    request = TrustedProxies(trusted).apply(received(headers, **fields))
    return request.scheme, request.host, request.root_path, request.ip_address


UNCHANGED = ("http", "app:8000", "", PROXY)


@pytest.mark.parametrize(
    ("headers", "result"),
    [
        ({}, UNCHANGED),
        ({"x-forwarded-host": "a.example"}, ("http", "a.example", "", PROXY)),
        ({"x-forwarded-host": "A.example:8443"}, ("http", "a.example:8443", "", PROXY)),
        ({"x-forwarded-host": "[::1]:8000"}, ("http", "[::1]:8000", "", PROXY)),
        ({"x-forwarded-host": "a.example/b"}, UNCHANGED),
        ({"x-forwarded-host": "user@a.example"}, UNCHANGED),
        ({"x-forwarded-host": ""}, UNCHANGED),
        ({"x-forwarded-proto": "HTTPS"}, ("https", "app:8000", "", PROXY)),
        ({"x-forwarded-proto": "javascript"}, UNCHANGED),
        ({"x-forwarded-prefix": "/shop"}, ("http", "app:8000", "/shop", PROXY)),
        ({"x-forwarded-prefix": "/shop/"}, ("http", "app:8000", "/shop", PROXY)),
        ({"x-forwarded-prefix": "/caf%C3%A9"}, ("http", "app:8000", "/café", PROXY)),
        ({"x-forwarded-prefix": "shop"}, UNCHANGED),
        ({"x-forwarded-prefix": "//evil.example"}, UNCHANGED),
        ({"x-forwarded-prefix": "/%5Cevil.example"}, UNCHANGED),
        ({"x-forwarded-for": USER}, ("http", "app:8000", "", USER)),
        ({"x-forwarded-for": f"192.0.2.1, {USER}, {CDN}"}, ("http", "app:8000", "", USER)),
        ({"x-forwarded-for": CDN}, ("http", "app:8000", "", CDN)),
        ({"x-forwarded-for": f"{USER}:4711"}, ("http", "app:8000", "", USER)),
        ({"x-forwarded-for": "[2001:db8::1]:4711"}, ("http", "app:8000", "", "2001:db8::1")),
        ({"forwarded": 'proto=https;host="a.example:8443"'}, ("https", "a.example:8443", "", PROXY)),
        ({"forwarded": "Proto=https; Host=a.example"}, ("https", "a.example", "", PROXY)),
        ({"forwarded": 'for="a,b";host=evil.example, for=c;host=a.example'}, ("http", "a.example", "", PROXY)),
        ({"forwarded": 'host="a.example'}, UNCHANGED),
        ({"forwarded": r'host="a\.exam\ple"'}, ("http", "a.example", "", PROXY)),
        # The last value is the one that the nearest proxy has added.
        ({"x-forwarded-host": "evil.example, a.example"}, ("http", "a.example", "", PROXY)),
        # Behind two trusted proxies, the value of the outer one counts.
        (
            {
                "x-forwarded-for": f"{USER}, {CDN}",
                "x-forwarded-proto": "ftp, https, http",
                "x-forwarded-host": "a.example",
            },
            ("https", "a.example", "", USER),
        ),
        # Two headers that contradict each other.
        ({"x-forwarded-proto": "https", "forwarded": "proto=http;host=a.example"}, ("http", "a.example", "", PROXY)),
        ({"x-forwarded-host": "a.example", "forwarded": "host=b.example"}, UNCHANGED),
        ({"x-forwarded-host": "a.example", "forwarded": "host=A.example"}, ("http", "a.example", "", PROXY)),
    ],
)
def test_headers_of_a_trusted_proxy(headers: dict[str, str], result: tuple[str, str, str, str]) -> None:
    assert applied(headers) == result
    untrusted = received(headers)
    assert TrustedProxies().apply(untrusted) is untrusted
    assert TrustedProxies(["192.0.2.0/24"]).apply(untrusted) is untrusted


@pytest.mark.parametrize(
    ("trusted", "address", "is_trusted"),
    [
        ("*", USER, True),
        ("*", None, True),
        (["10.0.0.0/8"], "10.255.255.255", True),
        (["10.0.0.0/8"], "11.0.0.1", False),
        (["10.0.0.1/8"], "10.9.9.9", True),  # the address of a host in the network
        (["10.0.0.1"], "::ffff:10.0.0.1", True),
        (["fd00::/8"], "fd12::1", True),
        (["unix"], None, True),
        (["unix"], "", True),
        (["unix"], PROXY, False),
        ([PROXY], None, False),
        ([PROXY], "testclient", False),
        ([], PROXY, False),
    ],
)
def test_addresses(trusted: Any, address: str | None, is_trusted: bool) -> None:
    _, host, _, _ = applied({"x-forwarded-host": "a.example"}, trusted, address=address)
    assert host == ("a.example" if is_trusted else "app:8000")


def test_every_address_is_trusted() -> None:
    """Only the value of the nearest proxy counts: the others may come from the client."""
    headers = {"x-forwarded-for": f"192.0.2.1, {USER}", "x-forwarded-proto": "http, https"}
    assert applied(headers, "*") == ("https", "app:8000", "", USER)


def test_server_that_has_replaced_the_address() -> None:
    headers = {"x-forwarded-for": USER, "x-forwarded-host": "a.example"}
    assert applied(headers, address=USER, is_forwarded=True) == ("http", "a.example", "", USER)
    assert applied(headers, trusted=(), address=USER, is_forwarded=True)[1] == "app:8000"
    assert applied({"x-forwarded-for": "192.0.2.1"}, address=USER, is_forwarded=True)[3] == USER


def test_proxy_that_received_http() -> None:
    assert applied({"x-forwarded-proto": "http"}, scheme="https")[0] == "http"


@pytest.mark.parametrize(
    ("prefix", "root_path", "result"),
    [
        ("/shop", "/shop", "/shop"),
        ("/shop", "/shop/admin", "/shop/admin"),
        ("/shop", "/admin", "/shop/admin"),
        ("/shop", "/shopping", "/shop/shopping"),
    ],
)
def test_prefix_and_root_path(prefix: str, root_path: str, result: str) -> None:
    request = TrustedProxies("*").apply(received({"x-forwarded-prefix": prefix}, root_path=root_path))
    assert request.root_path == result
    assert TrustedProxies("*").apply(request) == request


@pytest.mark.parametrize("selected", ["X-Forwarded-Proto", ["x-forwarded-proto"]])
def test_selected_headers(selected: Any) -> None:
    headers = {
        "x-forwarded-for": USER,
        "x-forwarded-host": "a.example",
        "x-forwarded-proto": "https",
        "x-forwarded-prefix": "/shop",
        "forwarded": "host=b.example",
    }
    request = TrustedProxies(PROXY, headers=selected).apply(received(headers))
    assert (request.scheme, request.host, request.root_path, request.ip_address) == ("https", "app:8000", "", PROXY)


@pytest.mark.parametrize("address", ["proxy.internal", "10.0.0.0/33", "", "10.0.0.1:80"])
def test_invalid_addresses(address: str) -> None:
    with pytest.raises(ConfigurationError, match=r"trusted_proxies contains .* 'unix' nor '\*'"):
        TrustedProxies([address])


def test_invalid_headers() -> None:
    with pytest.raises(ConfigurationError, match="'x-real-ip'; it may contain X-Forwarded-For, X-Forwarded-Host,"):
        TrustedProxies([PROXY], headers=["X-Real-IP"])


@given(
    st.dictionaries(
        st.sampled_from(
            ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-prefix", "host"]
        ),
        st.text(max_size=20) | st.from_regex(r'[\w.:/\\",;= \[\]%-]{0,30}', fullmatch=True),
    ),
    st.text(max_size=20),
    st.none() | st.text(max_size=20),
)
def test_any_headers(headers: dict[str, str], root_path: str, raw_path: str | None) -> None:
    request = TrustedProxies("*").apply(
        WebRequest(
            "POST",
            "/a",
            "",
            {**headers, "referer": headers.get("forwarded", "")},
            root_path=clean_root_path(root_path),
            raw_path=raw_path,
        )
    )
    assert request.root_path == "" or request.root_path.startswith("/")
    assert not request.url_path("/login").startswith(("//", "/\\"))
    assert request.external_path.isascii()
    assert request.page_path
