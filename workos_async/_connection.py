"""Sending one request over HTTP, and what can go wrong with it."""

from collections.abc import Hashable, Mapping
from typing import Any

import httpx

from workos_async._io import HTTPClient, Transport, context
from workos_core.config import DEFAULT_TIMEOUT
from workos_core.errors import APIConnectionError, APITimeoutError, ConfigurationError
from workos_core.wire import Response

USE_CLIENT_DEFAULT: Any = httpx.USE_CLIENT_DEFAULT

# Failures before a byte of the request was written.
_UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol, httpx.ProxyError)

_CONTEXTS = 16


class Connection:
    """The HTTP client behind a WorkOS client: its own, or one that the user passed in and that stays the user's to close.

    Its own is made when it is first needed, one for each context (see `_io.context`), so that the same WorkOS client can be
    used from one event loop after the other and after a fork.
    """

    def __init__(self, *, timeout: Any, transport: Transport | None, http_client: HTTPClient | None) -> None:
        if transport is not None and http_client is not None:
            raise ConfigurationError("pass either transport or http_client: an http_client has a transport of its own")
        self._timeout = timeout
        self._transport = transport
        self._given = http_client
        self._own: dict[Hashable, HTTPClient] = {}
        self._closed = False

    def _client(self) -> HTTPClient:
        if self._closed:
            raise ConfigurationError("this client is closed; make a new one")
        if self._given is not None:
            return self._given
        key = context()
        if key not in self._own:
            if len(self._own) >= _CONTEXTS:  # of event loops that ended; nothing tells us when one does
                del self._own[next(iter(self._own))]
            self._own[key] = HTTPClient(timeout=self._timeout, transport=self._transport)
        return self._own[key]

    async def send(
        self, method: str, url: str, headers: Mapping[str, str], content: bytes | None, timeout: Any
    ) -> Response:
        """Send one request and read the whole answer. Redirects are not followed: the key goes to no other host.

        Raises:
            APITimeoutError: A phase took longer than allowed.
            APIConnectionError: The connection could not be made, or broke.
        """
        chosen_here = not isinstance(self._timeout, type(DEFAULT_TIMEOUT))
        if timeout is USE_CLIENT_DEFAULT and self._given is not None and chosen_here:
            timeout = self._timeout
        try:
            answer = await self._client().request(
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
        except httpx.InvalidURL as error:
            raise ConfigurationError(f"the URL of the request can't be read: {error}; look at base_url") from error
        headers = {name.lower(): value for name, value in answer.headers.items()}
        return Response(answer.status_code, headers, answer.content)

    async def aclose(self) -> None:
        """Close our own HTTP client of this context. What the user passed in stays open."""
        self._closed = True
        mine = self._own.pop(context(), None)
        self._own.clear()
        if mine is not None and self._transport is None:
            await mine.aclose()
