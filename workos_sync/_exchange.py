# Generated from workos_async/_exchange.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""One request and its whole answer, through a transport or through an HTTP client of the user's."""

import time
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from workos_core.errors import APIConnectionError, APITimeoutError, ConfigurationError
from workos_core.timeouts import Phases
from workos_core.wire import Response
from workos_sync._io import finish

MAX_BODY = 64 << 20
"""Bytes; a larger answer is given up, so that a broken server can't fill the memory."""


class Exchange(Protocol):
    """What a connection sends requests with."""

    @property
    def library(self) -> Any:
        """The HTTP library, whose exceptions this raises."""
        ...

    def send(
        self,
        method: str,
        base: str,
        target: str,
        headers: Mapping[str, str],
        content: bytes | None,
        limits: Phases,
        ends: float | None,
    ) -> Response:
        """Send one request and read the whole answer.

        Args:
            method: The HTTP method.
            base: Scheme, host, port, and the path before `target`.
            target: Path and query.
            headers: All headers but those about the connection and the body.
            content: The body.
            limits: Seconds for each phase.
            ends: When to give up reading, on the clock of `time.monotonic`.
        """
        ...


class Direct:
    """Hands requests to a transport: redirects, cookies and auth flows, which a client of the library adds, are not wanted.

    Args:
        library: The HTTP library.
        transport_to: The transport for a base URL.
    """

    def __init__(self, library: Any, transport_to: Callable[[str], Any]) -> None:
        self.library = library
        self._transport_to = transport_to

    def send(
        self,
        method: str,
        base: str,
        target: str,
        headers: Mapping[str, str],
        content: bytes | None,
        limits: Phases,
        ends: float | None,
    ) -> Response:
        """As in Exchange."""
        url = self.library.URL(base + target)
        everything = {"Host": url.netloc.decode("ascii"), "Accept-Encoding": "gzip, deflate", **headers}
        if content is not None or method not in ("GET", "HEAD", "OPTIONS", "DELETE"):
            everything["Content-Length"] = str(len(content or b""))
        request = self.library.Request(
            method,
            url,
            headers=everything,
            stream=self.library.ByteStream(content or b""),
            extensions={"timeout": limits},
        )
        return _answer(self._transport_to(base).handle_request(request), ends)


class ThroughClient:
    """Sends requests with an HTTP client of the user's, and all that the user set up there but redirects: the key goes to no other host."""

    def __init__(self, library: Any, client: Any) -> None:
        self.library = library
        self._client = client

    def send(
        self,
        method: str,
        base: str,
        target: str,
        headers: Mapping[str, str],
        content: bytes | None,
        limits: Phases,
        ends: float | None,
    ) -> Response:
        """As in Exchange."""
        client = self._client
        if client.is_closed:
            raise ConfigurationError("the http_client that was passed in is closed")
        timeout = self.library.Timeout(**limits)
        request = client.build_request(method, base + target, headers=dict(headers), content=content, timeout=timeout)
        return _answer(client.send(request, stream=True, follow_redirects=False), ends)


def _answer(answer: Any, ends: float | None) -> Response:
    try:
        body = _read(answer, ends)
    finally:
        answer.close()
    return Response(answer.status_code, {name.lower(): value for name, value in answer.headers.items()}, body)


def _read(answer: Any, ends: float | None) -> bytes:
    """The body. In synchronous code nothing but the clock can end an answer that drips."""
    if answer.is_closed:  # a transport that knows the whole answer, or a client whose hooks read it
        return _checked(answer.content)
    # `stream` gives what arrives, at the price of three iterators less than what decompresses it.
    stream = answer.iter_bytes() if "content-encoding" in answer.headers else answer.stream
    chunks: list[bytes] = []
    size = 0
    pieces = stream.__iter__()
    try:
        for chunk in pieces:
            size += len(chunk)
            if size > MAX_BODY:
                raise _too_large()
            if ends is not None and time.monotonic() > ends:
                raise TimeoutError
            chunks.append(chunk)
    finally:
        finish(pieces)
    return b"".join(chunks)


def _checked(body: bytes) -> bytes:
    if len(body) > MAX_BODY:
        raise _too_large()
    return body


def _too_large() -> APIConnectionError:
    return APIConnectionError(f"the answer is larger than {MAX_BODY >> 20} MiB; the API gives none of that size")


def failure(library: Any, error: Exception) -> Exception:
    """An exception of the HTTP library as one of ours, or the same where it is none of the library."""
    # Failures before a byte of the request was written.
    unsent = (
        library.ConnectError,
        library.ConnectTimeout,
        library.PoolTimeout,
        library.UnsupportedProtocol,
        library.ProxyError,
    )
    sent = not isinstance(error, unsent)
    if isinstance(error, library.TimeoutException):
        return APITimeoutError(f"no answer in time ({type(error).__name__})", sent=sent)
    if isinstance(error, (library.TransportError, library.DecodingError)):
        if isinstance(error, library.ConnectError) and "CERTIFICATE_VERIFY_FAILED" in str(error):
            return APIConnectionError(f"the certificate of the server is not trusted: {error}", sent=False, final=True)
        return APIConnectionError(f"{type(error).__name__}: {error or 'no details'}", sent=sent)
    if isinstance(error, library.InvalidURL):
        return ConfigurationError(f"the URL of the request can't be read: {error}; look at base_url")
    return error
