"""Requests through aiohttp, which takes a fraction of the time of httpx over sockets. It needs asyncio."""

import math
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit
from weakref import finalize

from workos_async._concurrency.event_loops import current_loop, is_asyncio, is_canceled_future, schedule
from workos_async._http.backend import COMPRESSION
from workos_async._http.backends.aiohttp_requests import RequestClasses, parse_response
from workos_async._http.errors import Attempt, is_of_library
from workos_async._http.library_limits import check_aiohttp_settings
from workos_async._http.private_names import warn_of_missing_name
from workos_async._http.proxies import environment_proxy, split_credentials
from workos_async._http.request_sent import get_request_sent_callback
from workos_async._http.response_body import decompress_body, is_too_large, join_headers, too_large_error
from workos_async._http.tls import tls_context
from workos_core.errors import ConfigurationError
from workos_core.http.closed_client import closed_client_error
from workos_core.http.connection_settings import HTTPSettings
from workos_core.http.early_response import is_complete, rejects_request
from workos_core.http.requests import Request
from workos_core.http.responses import Response
from workos_core.http.timeouts import PhaseTimeouts
from workos_core.not_given import NOT_GIVEN


def aiohttp_backend(aiohttp: Any, settings: HTTPSettings, is_closed: Callable[[], bool]) -> "AiohttpBackend":
    """Return a backend that uses aiohttp.

    Raises:
        ConfigurationError: The event loop is not asyncio's, or aiohttp does not support a setting.
    """
    return AiohttpBackend(aiohttp, settings, is_closed)


class AiohttpBackend:
    """An HTTP backend with an `aiohttp.ClientSession` of its own, which stores no cookies and follows no redirects.

    Args:
        aiohttp: The library.
        settings: The connection settings.
        is_closed: Returns whether the client is closed.

    Raises:
        ConfigurationError: The event loop is not asyncio's, or aiohttp does not support a setting.
    """

    def __init__(self, aiohttp: Any, settings: HTTPSettings, is_closed: Callable[[], bool]) -> None:
        if not is_asyncio():
            raise ConfigurationError("aiohttp requires asyncio; under trio use httpx or httpx2")
        check_aiohttp_settings(settings)
        from yarl import URL

        self._aiohttp = aiohttp
        self._requests = RequestClasses(aiohttp)
        self._url: Any = URL
        self._settings = settings
        self._is_closed = is_closed
        self._proxies: dict[str, tuple[str | None, str | None]] = {}
        self._timeout: tuple[PhaseTimeouts, Any] | None = None  # of the latest request: most requests have the same
        limits = settings.limits
        keep_alive = limits.max_keepalive_connections != 0 and limits.keepalive_expiry != 0
        self._connector = aiohttp.TCPConnector(
            limit=limits.max_connections or 0,
            force_close=not keep_alive,
            **({"keepalive_timeout": limits.keepalive_expiry or 3600.0} if keep_alive else {}),
        )
        self._session = self._new_session()
        # Uses the same connections. Tracing slows requests down, so only those with a callback go through this session.
        self._traced_session = self._new_session(trace_configs=[_trace_config(aiohttp)])
        finalize(self, _abandon, current_loop(), (self._session, self._traced_session), self._connector)

    def translate_error(self, error: Exception, attempt: Attempt) -> Exception:
        """See `HTTPBackend`."""
        aiohttp, name = self._aiohttp, type(error).__name__
        if isinstance(error, aiohttp.ServerTimeoutError):
            if isinstance(error, aiohttp.ConnectionTimeoutError):
                return attempt.timeout_error("connect", name, sent=False)
            return attempt.timeout_error("write" if self._requests.is_write_timeout(error) else "read", name, sent=True)
        if isinstance(error, aiohttp.InvalidURL):
            return ConfigurationError(f"the request URL is invalid: {error}; check base_url or WORKOS_BASE_URL")
        if isinstance(error, aiohttp.ClientError):
            unsent = (
                aiohttp.ClientConnectorError,
                aiohttp.ClientHttpProxyError,
                aiohttp.ClientConnectorCertificateError,
            )
            return attempt.connection_error(error, sent=not isinstance(error, unsent))
        if isinstance(error, (ConnectionError, ValueError)):
            return attempt.connection_error(error, sent=True)
        if is_of_library(error, "aiohttp"):
            return attempt.connection_error(error, sent=True, final=True)
        return error

    def proxy_for(self, base_url: str) -> str | None:
        """See `HTTPBackend`."""
        return self._proxy(base_url)[0]

    async def send(
        self,
        request: Request,
        base_url: str,
        headers: Mapping[str, str],
        timeouts: PhaseTimeouts,
        deadline_at: float | None,
    ) -> Response:
        """See `HTTPBackend`. aiohttp has one timeout for the pool and connect phases together."""
        while True:
            body = self._requests.body(request.content, timeouts["write"])
            tls = self._ssl(base_url)  # before the timeout: the first request loads the certificates
            timeout = self._client_timeout(timeouts, deadline_at)
            try:
                return await self._send(request, body, base_url, headers, tls, timeout)
            except self._requests.StaleConnectionError:  # nothing was sent, and the connection is closed
                continue
            except self._aiohttp.ClientError:
                received = getattr(body, "received", b"")
                if rejects_request(received) and is_complete(received, has_ended=True):
                    return parse_response(received)
                raise
            except BaseException as error:
                if is_canceled_future(error) and self._is_closed():  # it stood for the wait for a connection
                    raise closed_client_error() from None
                raise

    async def _send(
        self, request: Request, data: Any, base_url: str, headers: Mapping[str, str], tls: Any, timeout: Any
    ) -> Response:
        on_sent = get_request_sent_callback()
        session, context = (
            (self._session, {}) if on_sent is None else (self._traced_session, {"trace_request_ctx": on_sent})
        )
        proxy, authorization = self._proxy(base_url)
        options: dict[str, Any] = {}
        if authorization is not None and base_url.startswith("https:"):
            options["proxy_headers"] = {"Proxy-Authorization": authorization}  # of the request for a tunnel
        elif authorization is not None:
            headers = {**headers, "proxy-authorization": authorization}
        async with session.request(
            request.operation.method,
            self._url(base_url + request.target, encoded=True),
            headers={**COMPRESSION, **headers},
            data=data,
            allow_redirects=False,
            proxy=proxy,
            ssl=tls,
            timeout=timeout,
            **context,
            **options,
        ) as response:
            body = await _read(response)
            response_headers = join_headers(response.raw_headers)
            body = decompress_body(response.status, body, response_headers.get("content-encoding"))
            return Response(response.status, response_headers, body)

    async def aclose(self) -> None:
        """Close all connections."""
        await self._traced_session.close()
        await self._session.close()
        await self._connector.close()
        await self._requests.abort_connections()

    def _new_session(self, **options: Any) -> Any:
        session = self._aiohttp.ClientSession(
            connector=self._connector,
            request_class=self._requests.ClientRequest,
            connector_owner=False,
            cookie_jar=self._aiohttp.DummyCookieJar(),
            auto_decompress=False,
            skip_auto_headers=("User-Agent", "Content-Type", "Accept-Encoding"),
            **options,
        )
        # aiohttp's own retry would bypass the retry policy, the hooks and the count of attempts. There is no public switch.
        if hasattr(session, "_retry_connection"):
            setattr(session, "_retry_connection", False)  # noqa: B010
        else:
            warn_of_missing_name(
                "aiohttp",
                "ClientSession._retry_connection",
                "aiohttp retries GET, PUT and DELETE requests itself when a connection breaks, in addition to the retry policy",
            )
        return session

    def _client_timeout(self, timeouts: PhaseTimeouts, deadline_at: float | None) -> Any:
        latest = self._timeout
        if latest is None or latest[0] is not timeouts:
            connect, pool = timeouts["connect"], timeouts["pool"]
            unsent = [] if connect is None or pool is None else [connect + pool]
            if deadline_at is not None:  # so that a request that gets no connection in time is known not to be sent
                unsent.append(max(_SHORTEST_TIMEOUT, deadline_at - time.monotonic()))
            client_timeout = self._aiohttp.ClientTimeout(
                total=None,
                connect=min(unsent, default=None),
                sock_connect=connect,
                sock_read=timeouts["read"],
                ceil_threshold=math.inf,  # aiohttp would prolong timeouts above 5 seconds to the next full second
            )
            latest = self._timeout = timeouts, client_timeout
        return latest[1]

    def _ssl(self, base_url: str) -> Any:
        settings = self._settings
        has_tls_proxy = (self._proxy(base_url)[0] or "").startswith("https:")
        if not base_url.startswith("https:") and not has_tls_proxy:
            return True
        return False if settings.verify is False else tls_context(self._aiohttp, settings.verify, False)

    def _proxy(self, base_url: str) -> tuple[str | None, str | None]:
        """Return the proxy and its `Proxy-Authorization` header. With user and password in the URL, aiohttp shows them in its exceptions."""
        if base_url not in self._proxies:
            url = urlsplit(base_url)
            proxy = self._settings.proxy
            if proxy is NOT_GIVEN:
                proxy = environment_proxy(url.scheme, url.netloc)
            self._proxies[base_url] = (None, None) if proxy is None else split_credentials(proxy)
        return self._proxies[base_url]


def _abandon(loop: Any, sessions: Iterable[Any], connector: Any) -> None:
    """Close what nobody has closed, when a backend is collected as garbage or the program ends: aiohttp would report it as an error."""
    for session in sessions:
        session.detach()
    if connector.closed:
        return
    if loop.is_running():
        schedule(loop, lambda: _close(connector))  # the garbage may be collected in another thread
    else:
        _close(connector)


def _close(connector: Any) -> None:
    with suppress(StopIteration):  # it closes its connections at once; what it returns waits until they are closed
        next(connector.close().__await__())


def _trace_config(aiohttp: Any) -> Any:
    """Return a trace configuration that calls the context of each request when the request has been sent."""

    async def on_headers_sent(_: Any, context: Any, __: Any) -> None:
        context.trace_request_ctx()  # the headers are written in the same step; the request for a page has no body

    trace = aiohttp.TraceConfig()
    trace.on_request_headers_sent.append(on_headers_sent)
    return trace


async def _read(response: Any) -> bytes:
    chunks: list[bytes] = []
    size = 0
    while chunk := await response.content.readany():
        size += len(chunk)
        if is_too_large(size):
            response.close()
            raise too_large_error()
        chunks.append(chunk)
    return b"".join(chunks)


_SHORTEST_TIMEOUT = 0.001
"""Seconds. For aiohttp, 0 is no limit."""
