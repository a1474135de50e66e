# Generated from workos_async/_http/backends/core_backend.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Requests over the connections that the SDK opens itself."""

from collections.abc import Mapping
from typing import Any

from workos_core.http.lazy_url import BaseURL
from workos_core.http.mocked_libraries import is_wrapped
from workos_core.http.requests import Request
from workos_core.http.responses import Response
from workos_core.http.timeouts import PhaseTimeouts
from workos_sync._http.backend import COMPRESSION
from workos_sync._http.backends.transport_backend import TransportBackend, has_content_length
from workos_sync._http.connections.origin_pools import OriginPools
from workos_sync._http.errors import Attempt, library_exception, translate_exception
from workos_sync._http.libraries import core_of
from workos_sync._http.request_body import request_body_class
from workos_sync._http.request_sent import get_request_sent_callback, trace_extension
from workos_sync._http.response_body import read_core_response


class CoreBackend:
    """An HTTP backend that sends requests with httpcore, without the requests and responses of httpx, which take a fifth of a call.

    While another library replaces the method of httpx that sends requests, to mock or to instrument it, this backend calls that method.

    Args:
        library: httpx or httpx2.
        pools: The connections.
    """

    def __init__(self, library: Any, pools: OriginPools) -> None:
        self._library = library
        self._core = core_of(library)
        self._pools = pools
        self._body = request_body_class(library)
        self._bases: dict[str, BaseURL] = {}
        self._headers: tuple[Mapping[str, str], BaseURL, list[tuple[bytes, bytes]]] | None = (
            None  # of the latest request without a body
        )
        self._replaced = TransportBackend(library, pools.library_pool_for, pools.proxy_for)

    def translate_error(self, error: Exception, attempt: Attempt) -> Exception:
        """See `HTTPBackend`."""
        return translate_exception(self._library, error, attempt)

    def proxy_for(self, base_url: str) -> str | None:
        """See `HTTPBackend`."""
        return self._pools.proxy_for(base_url)

    def send(
        self,
        request: Request,
        base_url: str,
        headers: Mapping[str, str],
        timeouts: PhaseTimeouts,
        deadline_at: float | None,
    ) -> Response:
        """See `HTTPBackend`."""
        library, core = self._library, self._core
        if is_wrapped(library.HTTPTransport.handle_request, library):
            return self._replaced.send(request, base_url, headers, timeouts, deadline_at)
        base = self._bases.get(base_url) or self._bases.setdefault(base_url, BaseURL(library, base_url))
        pool = self._pools.pool_for(base_url)
        # A single connection has written the request when it has read the body to its end. A pool has to report it.
        on_sent = get_request_sent_callback()
        on_done, trace = (None, trace_extension(on_sent)) if pool.is_shared else (on_sent, {})
        core_request = core.Request(
            request.operation.method,
            core.URL(
                scheme=base.scheme, host=base.host, port=base.port, target=base.path + request.target.encode("ascii")
            ),
            headers=self._all_headers(request, base, headers),
            content=self._body(request.content, on_done),
            extensions={"timeout": timeouts, **trace},
        )
        is_reusable = False
        transport = pool.acquire(timeouts["pool"])
        if transport is None:
            raise library.PoolTimeout("all connections are in use")
        try:
            response = transport.connection.handle_request(core_request)
            result = read_core_response(response, deadline_at, pool.is_shared)
            is_reusable = True
            return result
        except Exception as error:
            translated = library_exception(library, core, error)
            if translated is None:
                raise
            raise translated from error
        finally:
            pool.release(transport, is_reusable)

    def _all_headers(self, request: Request, base: BaseURL, headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
        """Return the encoded headers of a request.

        Most requests without a body pass the same mapping as the latest one. Then this takes 0.1 µs instead of 2.5.
        """
        if has_content_length(request):
            length = str(len(request.content or b""))
            return _encode({"host": base.netloc, **COMPRESSION, **headers, "content-length": length})
        latest = self._headers
        if latest is None or latest[0] is not headers or latest[1] is not base:
            latest = self._headers = headers, base, _encode({"host": base.netloc, **COMPRESSION, **headers})
        return latest[2]


def _encode(headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.encode("ascii"), value.encode("ascii")) for name, value in headers.items()]
