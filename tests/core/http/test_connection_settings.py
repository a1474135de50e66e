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


def test_defaults() -> None:
    assert settings() == HTTPSettings()
    assert settings().limits == ConnectionLimits(
        max_connections=100, max_keepalive_connections=100, keepalive_expiry=5.0
    )


def test_limits_of_an_http_library_are_accepted() -> None:
    limits = SimpleNamespace(max_connections=None, max_keepalive_connections=0, keepalive_expiry=None)
    assert settings(limits=limits).limits == ConnectionLimits(
        max_connections=None, max_keepalive_connections=0, keepalive_expiry=None
    )


def test_forms_of_verify(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    assert settings(verify=context).verify is context
    assert settings(verify=tmp_path).verify == str(tmp_path)
    assert settings(verify=str(tmp_path)).verify == str(tmp_path)
    assert settings(verify=False).verify is False


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"limits": 5}, "limits must be ConnectionLimits, not int"),
        ({"http2": "yes"}, "http2 must be True or False, not str"),
        ({"proxy": 3128}, "proxy must be the URL of a proxy, not int"),
        ({"verify": 1.5}, "verify must be True, False, a path or an ssl.SSLContext, not float"),
        ({"verify": None}, "verify must be"),
    ],
)
def test_wrong_types(arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        settings(**arguments)


@pytest.mark.parametrize(
    "url", ["", "proxy", "proxy:3128", "ftp://proxy", "http://", "http://proxy:port", "http://[::1"]
)
def test_invalid_proxy_urls(url: str) -> None:
    with pytest.raises(ConfigurationError, match=r"^proxy "):
        settings(proxy=url)


def test_proxy_errors_do_not_show_the_password() -> None:
    for url in ("ftp://user:hunter2@proxy", "http://user:hunter2@proxy:port"):
        with pytest.raises(ConfigurationError) as caught:
            settings(proxy=url)
        assert "hunter2" not in str(caught.value)
    assert "hunter2" not in repr(settings(proxy="http://user:hunter2@proxy"))


def test_unknown_library() -> None:
    with pytest.raises(
        ConfigurationError, match=r"unknown HTTP library 'requests'; set http_library or WORKOS_HTTP_LIBRARY to httpx"
    ):
        settings(library="requests")


@pytest.mark.parametrize(
    "limits", [{"max_connections": 0}, {"max_keepalive_connections": -1}, {"keepalive_expiry": -1.0}]
)
def test_limits_out_of_range(limits: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError, match=next(iter(limits))):
        ConnectionLimits(**limits)


@pytest.mark.parametrize("limits", [{"max_connections": 1.5}, {"max_connections": True}, {"keepalive_expiry": "5"}])
def test_limits_of_wrong_types(limits: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=next(iter(limits))):
        ConnectionLimits(**limits)
