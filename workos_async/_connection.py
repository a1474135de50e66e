"""Sending one request over HTTP, and what can go wrong with it."""

from collections.abc import Mapping
from typing import Any

import httpx

from workos_async._io import HTTPClient, Transport
from workos_core.config import DEFAULT_TIMEOUT
from workos_core.errors import APIConnectionError, APITimeoutError, ConfigurationError
from workos_core.wire import Response

USE_CLIENT_DEFAULT: Any = httpx.USE_CLIENT_DEFAULT

# Failures before a byte of the request was written.
_UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol, httpx.ProxyError)


class Connection:
    """The HTTP client behind a WorkOS client: its own, or one that the user passed in and that stays the user's to close."""

    def __init__(self, *, timeout: Any, transport: Transport | None, http_client: HTTPClient | None) -> None:
        if transport is not None and http_client is not None:
            raise ConfigurationError("pass either transport or http_client: an http_client has a transport of its own")
        self._timeout = timeout
        self._transport = transport
        self._client = http_client
        self._owned = http_client is None
        self._closed = False

    @property
    def client(self) -> HTTPClient:
        """The HTTP client; made when it is first needed."""
        if self._closed:
            raise ConfigurationError("this client is closed; make a new one")
        if self._client is None:
            self._client = HTTPClient(timeout=self._timeout, transport=self._transport)
        return self._client

    async def send(
        self, method: str, url: str, headers: Mapping[str, str], content: bytes | None, timeout: Any
    ) -> Response:
        """Send one request and read the whole answer. Redirects are not followed: the key goes to no other host.

        Raises:
            APITimeoutError: A phase took longer than allowed.
            APIConnectionError: The connection could not be made, or broke.
        """
        if timeout is USE_CLIENT_DEFAULT and not self._owned and not isinstance(self._timeout, type(DEFAULT_TIMEOUT)):
            timeout = self._timeout
        try:
            answer = await self.client.request(
                method, url, headers=dict(headers), content=content, timeout=timeout, follow_redirects=False
            )
        except httpx.TimeoutException as error:
            raise APITimeoutError(
                f"no answer in time ({type(error).__name__})", sent=not isinstance(error, _UNSENT)
            ) from error
        except (httpx.TransportError, httpx.DecodingError) as error:
            detail = str(error) or "no details"
            raise APIConnectionError(
                f"{type(error).__name__}: {detail}", sent=not isinstance(error, _UNSENT)
            ) from error
        return Response(
            answer.status_code, {name.lower(): value for name, value in answer.headers.items()}, answer.content
        )

    async def aclose(self) -> None:
        """Close the HTTP client, if it is ours. A transport that the user passed in stays open."""
        self._closed = True
        if self._owned and self._client is not None and self._transport is None:
            await self._client.aclose()
