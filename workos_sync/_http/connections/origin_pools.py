# Generated from workos_async/_http/connections/origin_pools.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The connections that the SDK opens itself, with the proxy, limits, HTTP/2 and certificates of the connection settings."""

from collections.abc import Callable
from importlib.util import find_spec
from typing import Any
from urllib.parse import urlsplit

from workos_core.errors import ConfigurationError
from workos_core.http.connection_settings import HTTPSettings
from workos_core.http.mocked_libraries import is_mocked, mocks_are_loaded
from workos_core.not_given import NOT_GIVEN
from workos_sync._concurrency.locks import ForkSafeLock
from workos_sync._concurrency.network_streams import network_backend
from workos_sync._http.connections.connection_pool import ConnectionPool, SharedTransport, TransportPool
from workos_sync._http.connections.core_transport import (
    holds_pool,
    transport_class,
    unused_tls_context,
)
from workos_sync._http.connections.unread_bytes import finds_parsers
from workos_sync._http.libraries import core_of
from workos_sync._http.private_names import warn_of_missing_name
from workos_sync._http.proxies import environment_proxy
from workos_sync._http.tls import tls_context


class OriginPools:
    """The pools of one execution context: one for each origin, created for the first request to it.

    Args:
        library: The HTTP library.
        settings: The connection settings.
        is_closed: Returns whether the client is closed. No connection is opened then.
    """

    def __init__(self, library: Any, settings: HTTPSettings, is_closed: Callable[[], bool]) -> None:
        self._library = library
        self._core = core_of(library)
        self._settings = settings
        self._is_closed = is_closed
        self._limits = {
            "max_connections": settings.limits.max_connections,
            "max_keepalive_connections": settings.limits.max_keepalive_connections,
            "keepalive_expiry": settings.limits.keepalive_expiry,
        }
        self._pools: dict[str, TransportPool] = {}
        self._mocked_pools: dict[str, TransportPool] = {}
        self._library_pools: dict[str, TransportPool] = {}
        self._lock = ForkSafeLock()

    def pool_for(self, base_url: str) -> TransportPool:
        """Return the pool for URLs that start with `base_url`.

        While a test mocks the library, it is one of the library: respx mocks that, but no connections to a proxy.
        """
        has_mocks = mocks_are_loaded() and is_mocked(self._library.__name__)
        pools = self._mocked_pools if has_mocks else self._pools
        pool = pools.get(base_url)
        if pool is None:
            with self._lock:
                pool = pools.get(base_url) or pools.setdefault(base_url, self._new_pool(base_url, has_mocks))
        return pool

    def proxy_for(self, base_url: str) -> str | None:
        """Return the URL of the proxy for URLs that start with `base_url`; None without one."""
        if self._settings.proxy is not NOT_GIVEN:
            return self._settings.proxy
        url = urlsplit(base_url)
        return environment_proxy(url.scheme, url.netloc)

    def library_pool_for(self, base_url: str) -> TransportPool:
        """Return the pool for requests that are sent by the method of the HTTP library, because another library has replaced it."""
        library = self._library
        if holds_pool(library):
            return self.pool_for(base_url)
        warn_of_missing_name(
            library.__name__,
            library.HTTPTransport.__name__ + "._pool",
            f"while another library instruments {library.__name__}, its own connection pool is used, which is slower",
        )
        with self._lock:
            pool = self._library_pools.get(base_url)
            if pool is None:
                tls, proxy = self._tls_and_proxy(base_url)
                limits = library.Limits(**self._limits)
                options = {"verify": tls, "proxy": proxy, "http2": self._settings.http2, "limits": limits}
                pool = SharedTransport(library.HTTPTransport(**options))
                self._library_pools[base_url] = pool
        return pool

    def _new_pool(self, base_url: str, has_mocks: bool) -> TransportPool:
        library, core, settings = self._library, self._core, self._settings
        if settings.http2 and find_spec("h2") is None:
            raise ConfigurationError(f"http2=True requires the package h2: pip install '{library.__name__}[http2]'")
        tls, proxy = self._tls_and_proxy(base_url)
        connections = core.ConnectionPool(
            ssl_context=tls,
            proxy=None if proxy is None else self._core_proxy(proxy),
            http2=settings.http2,
            network_backend=network_backend(core, self._is_closed),
            **self._limits,
        )
        transport = transport_class(library)
        if settings.http2 or has_mocks:  # with HTTP/2, requests share connections
            return SharedTransport(transport(connections))
        url = library.URL(base_url)
        origin = core.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=b"/").origin
        if not finds_parsers(core, connections.create_connection(origin)):
            warn_of_missing_name(
                core.__name__,
                "_connection._h11_state",
                "its own connection pool is used, which is slower, and which does not notice bytes behind a response",
            )
            return SharedTransport(transport(connections))
        return ConnectionPool(lambda: transport(connections.create_connection(origin)), settings.limits)

    def _tls_and_proxy(self, base_url: str) -> tuple[Any, Any]:
        settings = self._settings
        proxy = self.proxy_for(base_url)
        uses_tls = urlsplit(base_url).scheme == "https" or (proxy or "").startswith("https:")
        tls = tls_context(self._library, settings.verify, settings.http2) if uses_tls else unused_tls_context()
        return tls, None if proxy is None else self._parse_proxy(proxy)

    def _parse_proxy(self, url: str) -> Any:
        if url.startswith("socks") and find_spec("socksio") is None:
            raise ConfigurationError(
                f"a SOCKS proxy requires the package socksio: pip install '{self._library.__name__}[socks]'"
            )
        tls = tls_context(self._library, self._settings.verify, False) if url.startswith("https:") else None
        try:
            return self._library.Proxy(url, ssl_context=tls)
        except (self._library.InvalidURL, ValueError):
            raise ConfigurationError(
                "the proxy URL of the environment variable HTTP_PROXY, HTTPS_PROXY or ALL_PROXY is invalid; "
                "set it to a URL such as http://host:3128, or pass WorkOS(proxy=None)"
            ) from None

    def _core_proxy(self, proxy: Any) -> Any:
        core, url = self._core, proxy.url
        return core.Proxy(
            core.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            auth=proxy.raw_auth,
            headers=proxy.headers.raw,
            ssl_context=proxy.ssl_context,
        )

    def close(self) -> None:
        """Close all pools."""
        for pools in (self._pools, self._mocked_pools, self._library_pools):
            while pools:
                pools.popitem()[1].close()
