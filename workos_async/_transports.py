"""The transports that the SDK opens itself: with proxies, limits, HTTP/2 and certificates as the settings say."""

from importlib.util import find_spec
from typing import Any
from urllib.parse import urlsplit

from workos_async._io import ThreadLock, bounded_by_deadline
from workos_async._one_connection import opens_connections
from workos_async._pool import Lender, Pool, Shared
from workos_async._tls import tls_context
from workos_core.errors import ConfigurationError
from workos_core.http_settings import HTTPSettings
from workos_core.not_given import NOT_GIVEN


class Transports:
    """Transports of one event loop or process: a pool for each origin, made when the first request goes there.

    Args:
        library: The HTTP library.
        settings: How to connect.
    """

    def __init__(self, library: Any, settings: HTTPSettings) -> None:
        self._library = library
        self._settings = settings
        self._made: dict[str, Lender] = {}
        self._making = ThreadLock()

    def to(self, base: str) -> Lender:
        """What lends transports for URLs that begin with `base`."""
        found = self._made.get(base)
        if found is None:
            with self._making:
                found = self._made.get(base) or self._made.setdefault(base, self._lender(base))
        return found

    def _lender(self, base: str) -> Lender:
        library, settings = self._library, self._settings
        if settings.http2 and find_spec("h2") is None:
            raise ConfigurationError(f"HTTP/2 needs a further package: pip install '{library.__name__}[http2]'")
        url = urlsplit(base)
        proxy = environment_proxy(url.scheme, url.netloc) if settings.proxy is NOT_GIVEN else settings.proxy
        encrypted = url.scheme == "https" or (proxy or "").startswith("https:")
        tls = tls_context(library, settings.verify, settings.http2) if encrypted else _no_tls()
        transport = self._transport(proxy, tls)
        if settings.http2:  # requests share connections
            return Shared(transport)
        return Pool(opens_connections(library, transport, base), settings.limits)

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
        while self._made:
            await self._made.popitem()[1].aclose()


def environment_proxy(scheme: str, netloc: str) -> str | None:
    """The proxy that HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY or the settings of the system name for a host.

    Args:
        scheme: Of the URL.
        netloc: Host and port of the URL.
    """
    from urllib.request import getproxies, proxy_bypass

    proxies = getproxies()
    proxy = proxies.get(scheme) or proxies.get("all")
    if not proxy or proxy_bypass(netloc):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


def _no_tls() -> Any:
    """A context that holds no certificate, for transports that never encrypt: without one they would read all certificates."""
    import ssl

    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
