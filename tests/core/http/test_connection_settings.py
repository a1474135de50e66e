import ssl
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from workos_core.errors import ConfigurationError
from workos_core.http.connection_settings import ConnectionLimits, HTTPSettings, http_settings
from workos_core.not_given import NOT_GIVEN


def settings(
    limits: Any = None, http2: Any = False, proxy: Any = NOT_GIVEN, verify: Any = True, library: Any = None
) -> HTTPSettings:
    return http_settings(limits, http2, proxy, verify, library)


def test_what_is_not_given_has_defaults() -> None:
    assert settings() == HTTPSettings()
    assert settings().limits == ConnectionLimits(
        max_connections=100, max_keepalive_connections=100, keepalive_expiry=5.0
    )


def test_limits_of_an_http_library_are_taken() -> None:
    theirs = SimpleNamespace(max_connections=None, max_keepalive_connections=0, keepalive_expiry=None)
    assert settings(limits=theirs).limits == ConnectionLimits(
        max_connections=None, max_keepalive_connections=0, keepalive_expiry=None
    )


def test_what_may_be_trusted() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    assert settings(verify=context).verify is context
    assert settings(verify=Path("/a/b.pem")).verify == str(Path("/a/b.pem"))
    assert settings(verify=False).verify is False


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"limits": 5}, "limits takes ConnectionLimits, not int"),
        ({"http2": "yes"}, "http2 takes True or False, not str"),
        ({"proxy": 3128}, "proxy takes the URL of a proxy, not int"),
        ({"verify": 1.5}, "verify takes True, False, a path or an ssl.SSLContext, not float"),
        ({"verify": None}, "verify takes"),
    ],
)
def test_wrong_types(wrong: dict[str, Any], named: str) -> None:
    with pytest.raises(TypeError, match=named):
        settings(**wrong)


@pytest.mark.parametrize(
    "url", ["", "proxy", "proxy:3128", "ftp://proxy", "http://", "http://proxy:port", "http://[::1"]
)
def test_what_is_no_proxy(url: str) -> None:
    with pytest.raises(ConfigurationError, match="the proxy"):
        settings(proxy=url)


def test_an_error_about_a_proxy_does_not_tell_its_password() -> None:
    for url in ("ftp://user:hunter2@proxy", "http://user:hunter2@proxy:port"):
        with pytest.raises(ConfigurationError) as caught:
            settings(proxy=url)
        assert "hunter2" not in str(caught.value)
    assert "hunter2" not in repr(settings(proxy="http://user:hunter2@proxy"))


def test_an_unknown_library() -> None:
    with pytest.raises(ConfigurationError, match=r"'requests' is not known; choose from httpx"):
        settings(library="requests")


@pytest.mark.parametrize(
    "wrong", [{"max_connections": 0}, {"max_keepalive_connections": -1}, {"keepalive_expiry": -1.0}]
)
def test_limits_that_make_no_sense(wrong: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError, match=next(iter(wrong))):
        ConnectionLimits(**wrong)


@pytest.mark.parametrize("wrong", [{"max_connections": 1.5}, {"max_connections": True}, {"keepalive_expiry": "5"}])
def test_limits_of_wrong_types(wrong: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=next(iter(wrong))):
        ConnectionLimits(**wrong)
