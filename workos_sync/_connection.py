# Generated from workos_async/_connection.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Sending one request over HTTP, and what can go wrong with it."""

import time
from collections.abc import Hashable, Mapping
from typing import Any

import httpx

from workos_core.config import DEFAULT_TIMEOUT
from workos_core.errors import APIConnectionError, APITimeoutError, ConfigurationError
from workos_core.wire import Response
from workos_sync._io import HTTPClient, Transport, context, time_limit

USE_CLIENT_DEFAULT: Any = httpx.USE_CLIENT_DEFAULT

# Failures before a byte of the request was written.
_UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol, httpx.ProxyError)

_CONTEXTS = 16
MAX_BODY = 64 << 20
"""Bytes; a larger answer is given up, so that a broken server can't fill the memory."""


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

    def send(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        content: bytes | None,
        timeout: Any,
        seconds: float | None,
    ) -> Response:
        """Send one request and read the whole answer. Redirects are not followed: the key goes to no other host.

        Args:
            method: The HTTP method.
            url: The whole URL.
            headers: All headers.
            content: The body.
            timeout: For each phase; see `WorkOS`.
            seconds: For everything together; None for no limit.

        Raises:
            APITimeoutError: A phase, or everything together, took longer than allowed.
            APIConnectionError: The connection could not be made, or broke, or the answer is larger than any that the API gives.
        """
        client = self._client()
        if timeout is USE_CLIENT_DEFAULT:
            given_here = self._given is None or not isinstance(self._timeout, type(DEFAULT_TIMEOUT))
            timeout = self._timeout if given_here else client.timeout
        if seconds is not None:
            timeout = _capped(timeout, seconds)
        ends = None if seconds is None else time.monotonic() + seconds
        request = client.build_request(method, url, headers=dict(headers), content=content, timeout=timeout)
        try:
            with time_limit(seconds):
                answer = client.send(request, stream=True, follow_redirects=False)
                try:
                    body = _read(answer, ends)
                finally:
                    answer.close()
        except TimeoutError as error:
            raise APITimeoutError(f"no whole answer within the deadline of {seconds:.3g} s") from error
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
        return Response(answer.status_code, {name.lower(): value for name, value in answer.headers.items()}, body)

    def close(self) -> None:
        """Close our own HTTP client of this context. What the user passed in stays open."""
        self._closed = True
        mine = self._own.pop(context(), None)
        self._own.clear()
        if mine is not None and self._transport is None:
            mine.close()


def _read(answer: httpx.Response, ends: float | None) -> bytes:
    """The body. In synchronous code nothing but the clock can end an answer that drips."""
    chunks: list[bytes] = []
    size = 0
    for chunk in answer.iter_bytes():
        size += len(chunk)
        if size > MAX_BODY:
            answer.close()  # ends the loop; leaving it would leave an iterator behind that nobody closes
        elif ends is not None and time.monotonic() > ends:
            raise TimeoutError
        else:
            chunks.append(chunk)
    if size > MAX_BODY:
        raise APIConnectionError(f"the answer is larger than {MAX_BODY >> 20} MiB; the API gives none of that size")
    return b"".join(chunks)


def _capped(timeout: Any, seconds: float) -> httpx.Timeout:
    """No phase may take longer than everything together."""
    phases = httpx.Timeout(timeout)
    limits = (phases.connect, phases.read, phases.write, phases.pool)
    connect, read, write, pool = (seconds if limit is None else min(limit, seconds) for limit in limits)
    return httpx.Timeout(connect=connect, read=read, write=write, pool=pool)
