import pytest

from workos_core.auth.identity.cookie_header import read_cookies
from workos_core.auth.identity.cookie_settings import cookie_settings
from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.errors import ConfigurationError

HTTPS, HTTP = "https://app.example/callback", "http://localhost:3000/callback"


def test_defaults_of_the_sdks_for_node() -> None:
    settings = cookie_settings(HTTPS, environment={})
    assert (settings.name, settings.max_age, settings.domain) == ("wos-session", 34_560_000, None)
    assert (settings.same_site, settings.secure, settings.prefix) == ("lax", True, "")
    assert not cookie_settings(HTTP, environment={}).secure


def test_settings_from_environment_variables() -> None:
    environment = {
        "WORKOS_COOKIE_NAME": "s",
        "WORKOS_COOKIE_MAX_AGE": "60",
        "WORKOS_COOKIE_DOMAIN": "example.com",
        "WORKOS_COOKIE_SAMESITE": "None",
    }
    settings = cookie_settings(HTTP, environment=environment)
    assert (settings.name, settings.max_age, settings.domain) == ("s", 60, "example.com")
    assert (settings.same_site, settings.secure) == ("none", True)
    assert cookie_settings(HTTP, name="t", same_site="strict", environment=environment).same_site == "strict"


@pytest.mark.parametrize(
    ("invalid", "message"),
    [
        ({"name": "a b"}, "not a valid cookie name"),
        ({"max_age": 0}, "at least 1 second"),
        ({"domain": "a; Path=/b"}, "must be a domain"),
        ({"same_site": "maybe"}, "must be 'lax', 'strict' or 'none'"),
        ({"same_site": "none", "secure": False}, "requires secure cookies"),
        ({"host_only": True, "domain": "example.com"}, "__Host-"),
        ({"host_only": True, "secure": False}, "__Host-"),
        ({"environment": {"WORKOS_COOKIE_MAX_AGE": "a year"}}, "WORKOS_COOKIE_MAX_AGE"),
    ],
)
def test_invalid_settings(invalid: dict[str, object], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        cookie_settings(HTTPS, **{"environment": {}, **invalid})  # type: ignore[arg-type]


def test_set_cookie_header() -> None:
    cookie = SetCookie("wos-session", "Fe26.2*1", 60, None, True, "lax")
    assert cookie.header == "wos-session=Fe26.2*1; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax"
    deleted = SetCookie("a", "", 0, "example.com", False, "strict")
    assert deleted.header == (
        "a=; Max-Age=0; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Domain=example.com; HttpOnly; SameSite=Strict"
    )
    assert "Fe26" not in repr(cookie)


@pytest.mark.parametrize(
    ("header", "cookies"),
    [
        (None, {}),
        ("", {}),
        ("a=1; b=2=3;c", {"a": "1", "b": "2=3"}),
        ('a="1"; =x', {"a": "1"}),
        ("a=1; a=1", {"a": "1"}),
        ("a=1; b=2; a=3", {"b": "2"}),
        ("a=1; a=3; a=1", {}),
        ("a=; a=1", {"a": "1"}),
        ("a=; a=", {"a": ""}),
        (" a=1;\tb = 2 ;c", {"a": "1", "b ": " 2"}),
        (
            "\x85__Host-a=1; \xa0b=2; \x1fc=3;\u2003d=4",
            {"\x85__Host-a": "1", "\xa0b": "2", "\x1fc": "3", "\u2003d": "4"},
        ),
    ],
)
def test_read_cookies(header: str | None, cookies: dict[str, str]) -> None:
    assert read_cookies(header) == cookies


def test_duplicate_cookies() -> None:
    cookies = read_cookies("a=1; b=2; a=3; c=4; c=; a=1")
    assert cookies == {"b": "2", "c": "4"}
    assert cookies.duplicates == {"a": ("1", "3")}
    assert "1" not in repr(cookies)


@pytest.mark.parametrize("path", ["shop", "", "/a b", "/a;b", "/é"])
def test_invalid_paths(path: str) -> None:
    with pytest.raises(ConfigurationError, match=rf"path of a cookie must start with a slash.*\(got '{path}'\)"):
        cookie_settings(HTTPS, path=path, environment={})


def test_paths() -> None:
    assert cookie_settings(HTTPS, environment={}).path is None
    assert cookie_settings(HTTPS, path="/caf%C3%A9", environment={}).path == "/caf%C3%A9"
    assert cookie_settings(HTTPS, path="/", host_only=True, environment={}).path == "/"
    with pytest.raises(ConfigurationError, match="host_only=True requires the path '/'"):
        cookie_settings(HTTPS, path="/shop", host_only=True, environment={})
