"""The transports that the SDK opens itself: with proxies, limits, HTTP/2 and certificates as the settings say."""

from importlib.util import find_spec
from typing import Any
from urllib.parse import urlsplit

from workos_async._concurrency.deadlines import bounded_by_deadline
from workos_async._concurrency.locks import ForkSafeLock
from workos_async._http.connection_pool import ConnectionPool, SharedTransport, TransportPool
from workos_async._http.proxies import environment_proxy
from workos_async._http.single_connection import connection_factory
from workos_async._http.tls import tls_context
from workos_core.errors import ConfigurationError
from workos_core.http.connection_settings import HTTPSettings
from workos_core.not_given import NOT_GIVEN


class OriginPools:
    """OriginPools of one event loop or process: a pool for each origin, made when the first request goes there.

    Args:
        library: The HTTP library.
        settings: How to connect.
    """

    def __init__(self, library: Any, settings: HTTPSettings) -> None:
        self._library = library
        self._settings = settings
        self._pools: dict[str, TransportPool] = {}
        self._lock = ForkSafeLock()

    def pool_for(self, base: str) -> TransportPool:
        """What lends transports for URLs that begin with `base`."""
        found = self._pools.get(base)
        if found is None:
            with self._lock:
                found = self._pools.get(base) or self._pools.setdefault(base, self._make_pool(base))
        return found

    def _make_pool(self, base: str) -> TransportPool:
        library, settings = self._library, self._settings
        if settings.http2 and find_spec("h2") is None:
            raise ConfigurationError(f"HTTP/2 needs a further package: pip install '{library.__name__}[http2]'")
        url = urlsplit(base)
        proxy = environment_proxy(url.scheme, url.netloc) if settings.proxy is NOT_GIVEN else settings.proxy
        encrypted = url.scheme == "https" or (proxy or "").startswith("https:")
        tls = tls_context(library, settings.verify, settings.http2) if encrypted else _no_tls()
        transport = self._transport(proxy, tls)
        if settings.http2:  # requests share connections
            return SharedTransport(transport)
        return ConnectionPool(connection_factory(library, transport, base), settings.limits)

    def _transport(self, proxy: str | None, tls: Any) -> Any:
        library, settings = self._library, self._settings
        limits = settings.limits
        try:
            return bounded_by_deadline(
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
            raise ConfigurationError(str(error)) from None
        except (library.InvalidURL, ValueError):
            raise ConfigurationError(
                "the environment (HTTP_PROXY, HTTPS_PROXY or ALL_PROXY) names a proxy that can't be used; "
                "set it to a URL like http://host:3128, or pass WorkOS(proxy=None)"
            ) from None

    async def aclose(self) -> None:
        """Close all."""
        while self._pools:
            await self._pools.popitem()[1].aclose()


def _no_tls() -> Any:
    """A context that holds no certificate, for transports that never encrypt: without one they would read all certificates."""
    import ssl

    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
