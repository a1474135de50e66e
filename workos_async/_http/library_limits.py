"""What aiohttp does not support."""

from workos_core.errors import ConfigurationError
from workos_core.http.connection_settings import HTTPSettings


def check_aiohttp_settings(settings: HTTPSettings) -> None:
    """Check that aiohttp supports the settings.

    Raises:
        ConfigurationError: It does not support one of them.
    """
    if settings.http2:
        raise ConfigurationError("aiohttp does not support HTTP/2; use httpx or httpx2")
    if isinstance(settings.proxy, str) and settings.proxy.startswith("socks"):
        raise ConfigurationError("aiohttp does not support SOCKS proxies; use httpx or httpx2")
