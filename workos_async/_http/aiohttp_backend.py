"""Requests by aiohttp, which costs a fraction of httpx on sockets. Under asyncio only; the synchronous twin of this module has nothing."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from workos_async._concurrency.event_loops import runs_asyncio
from workos_async._http.backend import COMPRESSION
from workos_async._http.proxies import environment_proxy
from workos_async._http.request_sent import get_request_sent_callback
from workos_async._http.response_body import MAX_BODY, decompress, too_large_error
from workos_async._http.tls import tls_context
from workos_core.errors import APIConnectionError, APITimeoutError, ConfigurationError
from workos_core.http.connection_settings import HTTPSettings
from workos_core.http.responses import Response
from workos_core.http.timeouts import PhaseTimeouts
from workos_core.not_given import NOT_GIVEN


def aiohttp_backend(aiohttp: Any, settings: HTTPSettings) -> "AiohttpBackend | None":
    """An exchange by aiohttp; None in synchronous code.

    Raises:
        ConfigurationError: The event loop is not asyncio's, or the settings ask for what aiohttp can't do.
    """
    return AiohttpBackend(aiohttp, settings)


class AiohttpBackend:
    """Sends requests through an `aiohttp.ClientSession` of its own: no cookies, no redirects.

    Args:
        aiohttp: The library.
        settings: How to connect.

    Raises:
        ConfigurationError: The event loop is not asyncio's, or the settings ask for what aiohttp can't do.
    """

    def __init__(self, aiohttp: Any, settings: HTTPSettings) -> None:
        if not runs_asyncio():
            raise ConfigurationError("aiohttp runs under asyncio only; under trio use httpx or httpx2")
        if settings.http2:
            raise ConfigurationError("aiohttp does not speak HTTP/2; use httpx or httpx2 for that")
        if isinstance(settings.proxy, str) and settings.proxy.startswith("socks"):
            raise ConfigurationError("aiohttp speaks to no SOCKS proxy; use httpx or httpx2 for that")
        from yarl import URL

        self._aiohttp = aiohttp
        self._url: Any = URL
        self._settings = settings
        self._proxies: dict[str, str | None] = {}
        self._timeout: tuple[PhaseTimeouts, Any] | None = (
            None  # the one of the latest request; most requests have the same
        )
        limits = settings.limits
        keeps = limits.max_keepalive_connections != 0 and limits.keepalive_expiry != 0
        self._connector = aiohttp.TCPConnector(
            limit=limits.max_connections or 0,
            force_close=not keeps,
            **({"keepalive_timeout": limits.keepalive_expiry or 3600.0} if keeps else {}),
        )
        self._session = self._new_session()
        # Over the same connections; what aiohttp traces takes longer, so that only requests somebody waits for go through it.
        self._telling = self._new_session(trace_configs=[_telling(aiohttp)])

    def explain(self, error: Exception) -> Exception:
        """`send` raises errors of ours itself."""
        return error

    async def send(
        self,
        method: str,
        base: str,
        target: str,
        headers: Mapping[str, str],
        content: bytes | None,
        limits: PhaseTimeouts,
        ends: float | None,
    ) -> Response:
        """As in HTTPBackend. aiohttp has one limit for waiting for a connection and making it, and none for writing."""
        aiohttp = self._aiohttp
        departed = get_request_sent_callback()
        session, context = (self._session, {}) if departed is None else (self._telling, {"trace_request_ctx": departed})
        try:
            async with session.request(
                method,
                self._url(base + target, encoded=True),
                headers={**COMPRESSION, **headers},
                data=content,
                allow_redirects=False,
                proxy=self._proxy(base),
                ssl=self._ssl(base),
                timeout=self._timeout_of(limits),
                **context,
            ) as answer:
                body = await _read(answer)
                found: dict[str, str] = {}
                for raw_name, raw_value in answer.raw_headers:
                    name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
                    found[name] = f"{found[name]}, {value}" if name in found else value
                return Response(answer.status, found, decompress(body, found.get("content-encoding")))
        except aiohttp.ClientConnectorCertificateError as error:
            raise APIConnectionError(
                f"the certificate of the server is not trusted: {error}", sent=False, final=True
            ) from error
        except aiohttp.ServerTimeoutError as error:
            unsent = isinstance(error, aiohttp.ConnectionTimeoutError)
            raise APITimeoutError(f"no answer in time ({type(error).__name__})", sent=not unsent) from error
        except aiohttp.ClientError as error:
            unsent = isinstance(error, (aiohttp.ClientConnectorError, aiohttp.ClientHttpProxyError))
            detail = type(error.os_error).__name__ if isinstance(error, aiohttp.ClientConnectorError) else "broken"
            raise APIConnectionError(f"{type(error).__name__}: {detail}", sent=not unsent) from error
        except (ConnectionError, ValueError) as error:
            raise APIConnectionError(f"{type(error).__name__}: the connection broke") from error

    async def aclose(self) -> None:
        """Close all connections."""
        await self._telling.close()
        await self._session.close()
        await self._connector.close()

    def _new_session(self, **options: Any) -> Any:
        session = self._aiohttp.ClientSession(
            connector=self._connector,
            connector_owner=False,
            cookie_jar=self._aiohttp.DummyCookieJar(),
            auto_decompress=False,
            skip_auto_headers=("User-Agent", "Content-Type", "Accept-Encoding"),
            **options,
        )
        # Its own second attempt would escape the retry policy, the hooks and the count of attempts. There is no public switch.
        setattr(session, "_retry_connection", False)  # noqa: B010
        return session

    def _timeout_of(self, limits: PhaseTimeouts) -> Any:
        latest = self._timeout
        if latest is None or latest[0] is not limits:
            timeout = self._aiohttp.ClientTimeout(
                total=None, connect=_sum(limits), sock_connect=limits["connect"], sock_read=limits["read"]
            )
            latest = self._timeout = limits, timeout
        return latest[1]

    def _ssl(self, base: str) -> Any:
        settings = self._settings
        proxied = (self._proxy(base) or "").startswith("https:")
        if not base.startswith("https:") and not proxied:
            return True
        return False if settings.verify is False else tls_context(self._aiohttp, settings.verify, False)

    def _proxy(self, base: str) -> str | None:
        if self._settings.proxy is not NOT_GIVEN:
            return self._settings.proxy
        if base not in self._proxies:
            url = urlsplit(base)
            self._proxies[base] = environment_proxy(url.scheme, url.netloc)
        return self._proxies[base]


def _telling(aiohttp: Any) -> Any:
    """What makes aiohttp call the context of each request when that is sent."""

    async def sent(_: Any, context: Any, __: Any) -> None:
        context.trace_request_ctx()  # the headers are written within the same step; a page has no body

    trace = aiohttp.TraceConfig()
    trace.on_request_headers_sent.append(sent)
    return trace


async def _read(answer: Any) -> bytes:
    chunks: list[bytes] = []
    size = 0
    while chunk := await answer.content.readany():
        size += len(chunk)
        if size > MAX_BODY:
            answer.close()
            raise too_large_error()
        chunks.append(chunk)
    return b"".join(chunks)


def _sum(limits: PhaseTimeouts) -> float | None:
    connect, pool = limits["connect"], limits["pool"]
    return None if connect is None or pool is None else connect + pool
