# Generated from workos_async/_http/transport_backend.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Requests through a transport of httpx or httpx2."""

from collections.abc import Callable, Mapping
from typing import Any

from workos_core.http.lazy_url import BaseURL
from workos_core.http.responses import Response
from workos_core.http.timeouts import PhaseTimeouts
from workos_sync._concurrency.shielding import close_shielded, close_uninterrupted
from workos_sync._http.backend import COMPRESSION
from workos_sync._http.connection_pool import TransportPool
from workos_sync._http.errors import translate_exception
from workos_sync._http.request_body import request_body_class
from workos_sync._http.request_sent import get_request_sent_callback, trace_extension
from workos_sync._http.response_body import read_response


class TransportBackend:
    """Hands requests to a transport: redirects, cookies and auth flows, which a client of the library adds, are not wanted.

    Args:
        library: The HTTP library.
        pool_for: What lends transports for a base URL.
    """

    def __init__(self, library: Any, pool_for: Callable[[str], TransportPool]) -> None:
        self._library = library
        self._pool_for = pool_for
        self._body = request_body_class(library)
        self._bases: dict[str, BaseURL] = {}

    def explain(self, error: Exception) -> Exception:
        """As in HTTPBackend."""
        return translate_exception(self._library, error)

    def send(
        self,
        method: str,
        base: str,
        target: str,
        headers: Mapping[str, str],
        content: bytes | None,
        limits: PhaseTimeouts,
        ends: float | None,
    ) -> Response:
        """As in HTTPBackend."""
        known = self._bases.get(base) or self._bases.setdefault(base, BaseURL(self._library, base))
        everything = {"host": known.netloc, **COMPRESSION, **headers}
        if content is not None or method not in ("GET", "HEAD", "OPTIONS", "DELETE"):
            everything["content-length"] = str(len(content or b""))
        pool = self._pool_for(base)
        # A connection of its own has written a request when the body comes to its end. Others have to be asked, and some don't tell.
        departed = get_request_sent_callback()
        on_done, trace = (None, trace_extension(departed)) if pool.is_shared else (departed, {})
        request = self._library.Request(
            method,
            known.url,
            headers=everything,
            stream=self._body(content, on_done),
            extensions={"timeout": limits, **trace},
        )
        request.url = known.join(target)  # an argument would be parsed
        transport = pool.acquire(limits["pool"])
        if transport is None:
            raise self._library.PoolTimeout("all connections are in use")
        try:
            answer = transport.handle_request(request)
            return read_response(answer, ends, close_uninterrupted if pool.is_shared else close_shielded)
        finally:
            pool.release(transport)
