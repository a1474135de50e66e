"""Cookie headers and settings at their limits."""

import pytest

from workos_core.auth.identity.cookie_header import read_cookies
from workos_core.auth.identity.cookie_settings import cookie_settings
from workos_core.errors import ConfigurationError

HTTPS = "https://app.example/callback"


@pytest.mark.parametrize(
    ("header", "cookies"),
    [
        ("no-equals-sign; a=1", {"a": "1"}),
        ("; a=1;", {"a": "1"}),
        ("=x; a=1", {"a": "1"}),
        ('a=1"', {"a": '1"'}),
        ('a="1"', {"a": "1"}),
        ("a=", {"a": ""}),
        ("X=1; a=2X", {"X": "1", "a": "2X"}),
    ],
)
def test_unusual_headers(header: str, cookies: dict[str, str]) -> None:
    assert read_cookies(header) == cookies


def test_shortest_max_age() -> None:
    assert cookie_settings(HTTPS, max_age=1, environment={}).max_age == 1
    with pytest.raises(ConfigurationError, match=r"at least 1 second \(got 0\)"):
        cookie_settings(HTTPS, max_age=0, environment={})
    with pytest.raises(ConfigurationError, match="must be a number of seconds"):
        cookie_settings(HTTPS, environment={"WORKOS_COOKIE_MAX_AGE": "1" * 11})
    assert cookie_settings(HTTPS, environment={"WORKOS_COOKIE_MAX_AGE": "1" * 10}).max_age == 1_111_111_111


@pytest.mark.parametrize("host_only", [True, False])
def test_prefix_of_the_host(host_only: bool) -> None:
    settings = cookie_settings(HTTPS, host_only=host_only, environment={})
    assert (settings.host_only, settings.prefix) == (host_only, "__Host-" if host_only else "")
