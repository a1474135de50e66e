"""Requests through a transport of httpx or httpx2."""

from collections.abc import Callable, Mapping
from typing import Any

from workos_async._http.backend import COMPRESSION
from workos_async._http.connections.connection_pool import TransportPool
from workos_async._http.errors import Attempt, translate_exception
from workos_async._http.request_body import request_body_class
from workos_async._http.request_sent import get_request_sent_callback, trace_extension
from workos_async._http.response_body import read_response
from workos_core.http.lazy_url import BaseURL
from workos_core.http.requests import Request
from workos_core.http.responses import Response
from workos_core.http.timeouts import PhaseTimeouts


class TransportBackend:
    """An HTTP backend that uses transports directly: the redirects, cookies and authentication of a client are not wanted.

    Args:
        library: The HTTP library.
        pool_for: Returns the pool of transports for a base URL.
        proxy_for: Returns the proxy for a base URL; None if there is none, or if it is not known.
    """

    def __init__(
        self, library: Any, pool_for: Callable[[str], TransportPool], proxy_for: Callable[[str], str | None]
    ) -> None:
        self._library = library
        self._pool_for = pool_for
        self._proxy_for = proxy_for
        self._body = request_body_class(library)
        self._bases: dict[str, BaseURL] = {}

    def translate_error(self, error: Exception, attempt: Attempt) -> Exception:
        """See `HTTPBackend`."""
        return translate_exception(self._library, error, attempt)

    def proxy_for(self, base_url: str) -> str | None:
        """See `HTTPBackend`."""
        return self._proxy_for(base_url)

    async def send(
        self,
        request: Request,
        base_url: str,
        headers: Mapping[str, str],
        timeouts: PhaseTimeouts,
        deadline_at: float | None,
    ) -> Response:
        """See `HTTPBackend`."""
        base = self._bases.get(base_url) or self._bases.setdefault(base_url, BaseURL(self._library, base_url))
        all_headers = {"host": base.netloc, **COMPRESSION, **headers}
        content = request.content
        if has_content_length(request):
            all_headers["content-length"] = str(len(content or b""))
        pool = self._pool_for(base_url)
        # A connection of the SDK has written the request when it has read the body to its end. Other transports have to report it.
        on_sent = get_request_sent_callback()
        on_done, trace = (None, trace_extension(on_sent)) if pool.is_shared else (on_sent, {})
        library_request = self._library.Request(
            request.operation.method,
            base.url,
            headers=all_headers,
            stream=self._body(content, on_done),
            extensions={"timeout": timeouts, **trace},
        )
        library_request.url = base.join(request.target)  # an argument would be parsed
        is_reusable = False
        transport = await pool.acquire(timeouts["pool"])
        if transport is None:
            raise self._library.PoolTimeout("all connections are in use")
        try:
            response = await transport.handle_async_request(library_request)
            result = await read_response(response, deadline_at, pool.is_shared)
            is_reusable = True
            return result
        finally:
            await pool.release(transport, is_reusable)


def has_content_length(request: Request) -> bool:
    """Return whether the request has the header `Content-Length`: it has a body, or its method has a meaning for one."""
    return request.content is not None or request.operation.method not in ("GET", "HEAD", "OPTIONS", "DELETE")
