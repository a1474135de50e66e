"""URLs that clients enter or send."""

import pytest

from workos_emulator.http import urls


@pytest.mark.parametrize(
    "url", ["https://app.example.com", "http://app:3000/a?b#c", "HTTPS://[::1]:8443/", "http://localhost"]
)
def test_web_urls(url: str) -> None:
    assert urls.is_web_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "app",
        "/a",
        "//app",
        "ftp://app",
        "javascript:alert(1)",
        "https://",
        "http://:80",
        "http://a:b",
        "http://[a",
        "https://a b",
        "https://a\n",
        "https://a\x00",
        "https://a/\u2028",
    ],
)
def test_other_urls(url: str) -> None:
    assert not urls.is_web_url(url)
    assert not urls.is_secure(url)


def test_secure_urls() -> None:
    for url in ("https://idp.example.com/sso", "http://localhost:9000", "http://127.0.0.1", "http://[::1]:1/a"):
        assert urls.is_secure(url)
    for url in ("http://idp.example.com", "http://localhost.example.com", "http://10.0.0.1"):
        assert not urls.is_secure(url)
