"""Session cookies of other domains and paths, and of earlier settings."""

from typing import Any

import pytest
from attrs import evolve

from workos_core.auth.identity.cookie_header import read_cookies
from workos_core.auth.identity.cookie_settings import cookie_settings
from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.identity.sign_in_cookies import SignInCookies

URI = "https://shop.example.com/callback"


def create(host: str = "shop.example.com", **settings: Any) -> SignInCookies:
    return SignInCookies(cookie_settings(URI, environment={}, **settings), host)


def scopes(cookies: tuple[SetCookie, ...]) -> set[tuple[str, str | None, str]]:
    """Return what the cookies delete."""
    return {(cookie.name, cookie.domain, cookie.path) for cookie in cookies if cookie.max_age == 0}


def test_cookies_of_all_domains_are_deleted() -> None:
    deleted = create().replace_session(None, {"wos-session": "a", "other": "b"})
    assert scopes(deleted) == {("wos-session", domain, "/") for domain in (None, "shop.example.com", "example.com")}
    assert all(cookie.value == "" and cookie.secure and cookie.same_site == "lax" for cookie in deleted)
    assert create().replace_session(None, {}) == ()


@pytest.mark.parametrize("host", ["localhost", "192.0.2.1", "::1", "", "app.example:8000"])
def test_hosts_without_a_domain(host: str) -> None:
    assert scopes(create(host).replace_session(None, {"wos-session": "a"})) == {("wos-session", None, "/")}


def test_cookies_of_the_mount_path_and_the_root_are_deleted() -> None:
    mounted = create("localhost", path="/shop")
    names = {"wos-session": "a", "wos-session.0": "b"}
    paths = {(name, None, path) for name in names for path in ("/", "/shop")}
    assert scopes(mounted.replace_session(None, names)) == paths
    new = mounted.replace_session("sealed", names)
    assert scopes(new) == paths - {("wos-session", None, "/shop")}
    assert (new[-1].value, new[-1].path) == ("sealed", "/shop")


def test_new_cookie_comes_last_and_is_not_deleted() -> None:
    for domain in (None, "example.com", ".example.com"):
        cookies = create(domain=domain)
        *deleted, new = cookies.replace_session("sealed", read_cookies("wos-session=a; wos-session=b"))
        assert (new.value, new.domain) == ("sealed", domain)
        assert all(cookie.max_age == 0 for cookie in deleted)
        own = None if domain is None else "example.com"
        assert own not in {None if cookie.domain is None else cookie.domain.lstrip(".") for cookie in deleted}
        assert len(deleted) == 2


def test_cookies_of_earlier_settings_are_deleted() -> None:
    previous = (
        cookie_settings(URI, environment={}, name="old", domain="example.org"),
        cookie_settings(URI, environment={}, host_only=True),
        cookie_settings(URI, environment={}, path="/old"),
    )
    cookies = evolve(create("localhost"), previous=previous)
    deleted = scopes(cookies.replace_session(None, {"old.1": "a", "__Host-wos-session": "b", "wos-session": "c"}))
    assert deleted == {
        ("old.1", None, "/"),
        ("old.1", "example.org", "/"),
        ("__Host-wos-session", None, "/"),
        ("wos-session", None, "/"),
        ("wos-session", None, "/old"),
    }


def test_own_cookies() -> None:
    cookies = create(host_only=True)
    for name in ("wos-session", "wos-session.0", "wos-session.3", "wos-auth-verifier", "wos-auth-verifier-0123abcd"):
        assert cookies.is_own(f"__Host-{name}")
    for name in ("wos-session", "__Host-wos-session.4", "__Host-wos-session.", "__Host-wos-auth-verifier-x", "other"):
        assert not cookies.is_own(name)
