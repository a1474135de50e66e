# Generated from workos_async/_exchange.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""One request and its whole answer, through a transport or through an HTTP client of the user's."""

import time
import zlib
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Protocol, Self

from workos_core.answers import Response
from workos_core.errors import APIConnectionError, APITimeoutError, ConfigurationError
from workos_core.request_url import Base
from workos_core.timeouts import Phases
from workos_sync._departure import departure, traced
from workos_sync._io import close_shielded, close_whole
from workos_sync._pool import Lender

MAX_BODY = 64 << 20
"""Bytes; a larger answer is given up, so that a broken server can't fill the memory."""
COMPRESSION = {"accept-encoding": "gzip"}
_GZIP = 31
"""How zlib calls the format."""


class Exchange(Protocol):
    """What a connection sends requests with."""

    def explain(self, error: Exception) -> Exception:
        """An exception that `send` raised as one of ours, or the same where it is none of the HTTP library."""
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
            headers: All headers but those about the connection and the body, with lower-case names.
            content: The body.
            limits: Seconds for each phase.
            ends: When to give up reading, on the clock of `time.monotonic`.
        """
        ...


class Closable(Protocol):
    """What holds open connections."""

    def close(self) -> None:
        """Close them."""
        ...


class Direct:
    """Hands requests to a transport: redirects, cookies and auth flows, which a client of the library adds, are not wanted.

    Args:
        library: The HTTP library.
        lender_for: What lends transports for a base URL.
    """

    def __init__(self, library: Any, lender_for: Callable[[str], Lender]) -> None:
        self._library = library
        self._lender_for = lender_for
        self._body = body_class(library)
        self._bases: dict[str, Base] = {}

    def explain(self, error: Exception) -> Exception:
        """As in Exchange."""
        return failure(self._library, error)

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
        known = self._bases.get(base) or self._bases.setdefault(base, Base(self._library, base))
        everything = {"host": known.netloc, **COMPRESSION, **headers}
        if content is not None or method not in ("GET", "HEAD", "OPTIONS", "DELETE"):
            everything["content-length"] = str(len(content or b""))
        lender = self._lender_for(base)
        # A connection of its own has written a request when the body comes to its end. Others have to be asked, and some don't tell.
        departed = departure()
        at_end, trace = (None, traced(departed)) if lender.is_shared else (departed, {})
        request = self._library.Request(
            method,
            known.url,
            headers=everything,
            stream=self._body(content, at_end),
            extensions={"timeout": limits, **trace},
        )
        request.url = known.join(target)  # an argument would be parsed
        transport = lender.take(limits["pool"])
        if transport is None:
            raise self._library.PoolTimeout("all connections are in use")
        try:
            answer = transport.handle_request(request)
            return _answer(answer, ends, close_shielded if lender.is_shared else close_whole)
        finally:
            lender.give_back(transport)


class ThroughClient:
    """Sends requests with an HTTP client of the user's, and all that the user set up there but redirects: the key goes to no other host."""

    def __init__(self, library: Any, client: Any) -> None:
        self._library = library
        self._client = client
        self._body = body_class(library)

    def explain(self, error: Exception) -> Exception:
        """As in Exchange."""
        return failure(self._library, error)

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
        timeout = self._library.Timeout(**limits)
        request = client.build_request(
            method,
            base + target,
            headers={**COMPRESSION, **headers},
            content=content,
            timeout=timeout,
            extensions=traced(departure()),
        )
        answer = client.send(request, stream=True, follow_redirects=False)
        return _answer(answer, ends, close_shielded)


@cache
def body_class(library: Any) -> Any:
    """A class of bodies that a cancelled request leaves nothing behind of: the library's own would leave an open iterator.

    Where one is given, they call a function at their end.
    """
    base: Any = library.ByteStream

    class Body(base):  # type: ignore[misc]
        def __init__(self, content: bytes | None, at_end: Callable[[], None] | None) -> None:
            base.__init__(self, content or b"")
            self._pieces = (content,) if content else ()
            self._at_end = at_end

        def __iter__(self) -> _Pieces:
            return _Pieces(self._pieces, self._at_end)

    return Body


class _Pieces:
    def __init__(self, pieces: tuple[bytes, ...], at_end: Callable[[], None] | None) -> None:
        self._rest = iter(pieces)
        self._at_end = at_end

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> bytes:
        for piece in self._rest:
            return piece
        if self._at_end is not None:
            self._at_end()
        raise StopIteration


def _answer(answer: Any, ends: float | None, close: Callable[[Any], Any]) -> Response:
    try:
        body = _read(answer, ends, close)
    finally:
        close(answer.close())
    return Response(answer.status_code, {name.lower(): value for name, value in answer.headers.items()}, body)


def _read(answer: Any, ends: float | None, close: Callable[[Any], Any]) -> bytes:
    """The body, decompressed. In synchronous code nothing but the clock can end an answer that drips."""
    if answer.is_closed:  # a transport that knows the whole answer, or a client whose hooks read it
        return within_limit(answer.content)
    chunks: list[bytes] = []
    size = 0
    problem: Exception | None = None
    try:
        # Not left before its end: no HTTP library closes the iterators inside it. Once the answer is closed, it ends or fails at once.
        for chunk in answer.stream:
            if problem is not None:
                continue
            size += len(chunk)
            chunks.append(chunk)
            if size > MAX_BODY:
                problem = too_large()
            elif ends is not None and time.monotonic() > ends:
                problem = TimeoutError()
            if problem is not None:
                close(answer.close())
    except Exception:
        if problem is None:
            raise
    if problem is not None:
        raise problem
    return decompressed(b"".join(chunks), answer.headers.get("content-encoding"))


def within_limit(body: bytes) -> bytes:
    """The body, unless it is too large."""
    if len(body) > MAX_BODY:
        raise too_large()
    return body


def decompressed(body: bytes, encoding: str | None) -> bytes:
    """The body as it was before it was compressed; never more than MAX_BODY bytes, whatever they would swell to."""
    if encoding is None or encoding.lower() in ("", "identity") or not body:
        return body
    if encoding.lower() != "gzip":
        raise APIConnectionError(f"the answer is compressed as {encoding!r}, which nobody asked for")
    unpacker = zlib.decompressobj(_GZIP)
    try:
        text = unpacker.decompress(body, MAX_BODY + 1)
    except zlib.error as error:
        raise APIConnectionError(f"the answer is no gzip, although it says so: {error}") from error
    within_limit(text)
    if not unpacker.eof:
        raise APIConnectionError("the answer is gzip that breaks off")
    return text


def too_large() -> APIConnectionError:
    """The error for an answer that is larger than MAX_BODY."""
    return APIConnectionError(
        f"the answer is larger than {MAX_BODY >> 20} MiB; the API gives none of that size", final=True
    )


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
