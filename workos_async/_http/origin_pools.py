"""The transports that the SDK opens itself, with the proxy, limits, HTTP/2 and certificates of the connection settings."""

from importlib.util import find_spec
from typing import Any
from urllib.parse import urlsplit

from workos_async._concurrency.locks import ForkSafeLock
from workos_async._concurrency.network_streams import wrap_network_streams
from workos_async._http.connection_pool import ConnectionPool, SharedTransport, TransportPool
from workos_async._http.proxies import environment_proxy
from workos_async._http.single_connection import connection_factory
from workos_async._http.tls import tls_context
from workos_core.errors import ConfigurationError
from workos_core.http.connection_settings import HTTPSettings
from workos_core.not_given import NOT_GIVEN


class OriginPools:
    """The pools of one execution context: one for each origin, created for the first request to it.

    Args:
        library: The HTTP library.
        settings: The connection settings.
    """

    def __init__(self, library: Any, settings: HTTPSettings) -> None:
        self._library = library
        self._settings = settings
        self._pools: dict[str, TransportPool] = {}
        self._lock = ForkSafeLock()

    def pool_for(self, base_url: str) -> TransportPool:
        """Return the pool for URLs that start with `base_url`."""
        pool = self._pools.get(base_url)
        if pool is None:
            with self._lock:
                pool = self._pools.get(base_url) or self._pools.setdefault(base_url, self._new_pool(base_url))
        return pool

    def proxy_for(self, base_url: str) -> str | None:
        """Return the URL of the proxy for URLs that start with `base_url`; None without one."""
        if self._settings.proxy is not NOT_GIVEN:
            return self._settings.proxy
        url = urlsplit(base_url)
        return environment_proxy(url.scheme, url.netloc)

    def _new_pool(self, base_url: str) -> TransportPool:
        library, settings = self._library, self._settings
        if settings.http2 and find_spec("h2") is None:
            raise ConfigurationError(f"http2=True requires the package h2: pip install '{library.__name__}[http2]'")
        proxy = self.proxy_for(base_url)
        uses_tls = urlsplit(base_url).scheme == "https" or (proxy or "").startswith("https:")
        tls = tls_context(library, settings.verify, settings.http2) if uses_tls else _unused_tls_context()
        transport = self._transport(proxy, tls)
        if settings.http2:  # requests share connections
            return SharedTransport(transport)
        return ConnectionPool(connection_factory(library, transport, base_url), settings.limits)

    def _transport(self, proxy: str | None, tls: Any) -> Any:
        library, settings = self._library, self._settings
        limits = settings.limits
        try:
            return wrap_network_streams(
                library.AsyncHTTPTransport(
                    verify=tls,
                    http2=settings.http2,
                    proxy=proxy,
                    limits=library.Limits(
                        max_connections=limits.max_connections,
                        max_keepalive_connections=limits.max_keepalive_connections,
                        keepalive_expiry=limits.keepalive_expiry,
                    ),
                )
            )
        except ImportError as error:
            if proxy is not None and proxy.startswith("socks"):
                raise ConfigurationError(
                    f"a SOCKS proxy requires the package socksio: pip install '{library.__name__}[socks]'"
                ) from None
            raise ConfigurationError(str(error)) from None
        except (library.InvalidURL, ValueError):
            raise ConfigurationError(
                "the proxy URL of the environment variable HTTP_PROXY, HTTPS_PROXY or ALL_PROXY is invalid; "
                "set it to a URL such as http://host:3128, or pass WorkOS(proxy=None)"
            ) from None

    async def aclose(self) -> None:
        """Close all pools."""
        while self._pools:
            await self._pools.popitem()[1].aclose()


def _unused_tls_context() -> Any:
    """Return a context without certificates for transports that never use TLS: without one they would read all certificates."""
    import ssl

    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
