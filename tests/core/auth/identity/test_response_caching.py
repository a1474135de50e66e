"""The headers that keep caches from mixing up the responses of users."""

import pytest

from workos_core.auth.identity.response_caching import is_cache_header, protect_headers, vary_on_identity


@pytest.mark.parametrize(
    ("name", "controls_caches"),
    [
        ("Cache-Control", True),
        ("cache-control", True),
        ("CDN-Cache-Control", True),
        ("cloudflare-cdn-cache-control", True),
        ("Expires", True),
        ("Surrogate-Control", True),
        ("X-Accel-Expires", True),
        ("Vary", False),
        ("X-Cache-Control-Policy", False),
        ("Content-Type", False),
    ],
)
def test_cache_headers(name: str, controls_caches: bool) -> None:
    assert is_cache_header(name) is controls_caches


@pytest.mark.parametrize(
    ("present", "vary"),
    [
        ([], "Cookie, Authorization"),
        ([""], "Cookie, Authorization"),
        (["Accept-Encoding"], "Accept-Encoding, Cookie, Authorization"),
        (["Accept , cookie", "Origin"], "Accept, cookie, Origin, Authorization"),
        (["AUTHORIZATION"], "AUTHORIZATION, Cookie"),
        (["Cookie,,Authorization,"], "Cookie, Authorization"),
        (["Accept, *"], "*"),
    ],
)
def test_vary(present: list[str], vary: str) -> None:
    assert vary_on_identity(present) == vary


HEADERS = [
    ("Content-Type", "text/html"),
    ("vary", "Accept"),
    ("Cache-Control", "public, max-age=60"),
    ("CDN-Cache-Control", "max-age=60"),
    ("Vary", "Origin"),
]


def test_response_that_is_not_protected() -> None:
    assert protect_headers(HEADERS, vary=False, private=False) == HEADERS


def test_private_response() -> None:
    assert protect_headers(HEADERS, vary=False, private=True) == [
        ("Content-Type", "text/html"),
        ("vary", "Accept"),
        ("Vary", "Origin"),
        ("Cache-Control", "private, no-store"),
    ]


def test_response_that_varies() -> None:
    assert protect_headers(HEADERS, vary=True, private=False) == [
        ("Content-Type", "text/html"),
        ("Cache-Control", "public, max-age=60"),
        ("CDN-Cache-Control", "max-age=60"),
        ("Vary", "Accept, Origin, Cookie, Authorization"),
    ]


def test_private_response_that_varies() -> None:
    assert protect_headers([("X-A", "1")], vary=True, private=True) == [
        ("X-A", "1"),
        ("Cache-Control", "private, no-store"),
        ("Vary", "Cookie, Authorization"),
    ]
