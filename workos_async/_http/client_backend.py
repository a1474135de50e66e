"""Requests through an HTTP client that the user passed in."""

from collections.abc import Mapping
from typing import Any

from workos_async._concurrency.shielding import close_uninterrupted
from workos_async._http.backend import COMPRESSION
from workos_async._http.errors import translate_exception
from workos_async._http.request_body import request_body_class
from workos_async._http.request_sent import get_request_sent_callback, trace_extension
from workos_async._http.response_body import read_response
from workos_core.errors import ConfigurationError
from workos_core.http.responses import Response
from workos_core.http.timeouts import PhaseTimeouts


class ClientBackend:
    """Sends requests with an HTTP client of the user's, and all that the user set up there but redirects: the key goes to no other host."""

    def __init__(self, library: Any, client: Any) -> None:
        self._library = library
        self._client = client
        self._body = request_body_class(library)

    def explain(self, error: Exception) -> Exception:
        """As in HTTPBackend."""
        return translate_exception(self._library, error)

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
        """As in HTTPBackend."""
        client = self._client
        if client.is_closed:
            raise ConfigurationError("the http_client that was passed in is closed")
        timeout = self._library.Timeout(**limits)
        request = client.build_request(
            method,
            base + target,
            headers={**COMPRESSION, **headers},
            content=content,
            timeout=timeout,
            extensions=trace_extension(get_request_sent_callback()),
        )
        answer = await client.send(request, stream=True, follow_redirects=False)
        return await read_response(answer, ends, close_uninterrupted)
