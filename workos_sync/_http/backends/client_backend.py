# Generated from workos_async/_http/backends/client_backend.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Requests through an HTTP client of the application."""

from collections.abc import Mapping
from typing import Any

from workos_core.errors import ConfigurationError
from workos_core.http.requests import Request
from workos_core.http.responses import Response
from workos_core.http.timeouts import PhaseTimeouts
from workos_sync._http.backend import COMPRESSION
from workos_sync._http.errors import Attempt, translate_exception
from workos_sync._http.request_sent import get_request_sent_callback, trace_extension
from workos_sync._http.response_body import read_response


class ClientBackend:
    """An HTTP backend that uses a client of the application with its settings, except redirects: the API key is sent to no other host."""

    def __init__(self, library: Any, client: Any) -> None:
        self._library = library
        self._client = client

    def translate_error(self, error: Exception, attempt: Attempt) -> Exception:
        """See `HTTPBackend`."""
        return translate_exception(self._library, error, attempt)

    def proxy_for(self, base_url: str) -> str | None:
        """See `HTTPBackend`. The proxies of a client are its own."""
        return None

    def send(
        self,
        request: Request,
        base_url: str,
        headers: Mapping[str, str],
        timeouts: PhaseTimeouts,
        deadline_at: float | None,
    ) -> Response:
        """See `HTTPBackend`."""
        client = self._client
        if client.is_closed:
            raise ConfigurationError("http_client is closed; pass an open client")
        library_request = client.build_request(
            request.operation.method,
            base_url + request.target,
            headers={**COMPRESSION, **headers},
            content=request.content,
            timeout=self._library.Timeout(**timeouts),
            extensions=trace_extension(get_request_sent_callback()),
        )
        response = client.send(library_request, stream=True, follow_redirects=False)
        return read_response(response, deadline_at, is_shared=True)
