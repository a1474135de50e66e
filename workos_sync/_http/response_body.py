# Generated from workos_async/_http/response_body.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Response bodies: reading, size limit and decompression."""

import time
import zlib
from collections.abc import Callable, Iterable
from typing import Any

from workos_core.errors import APIConnectionError
from workos_core.http.responses import Response
from workos_sync._concurrency.shielding import close_shielded, close_uninterrupted
from workos_sync._http.connections.unread_bytes import close_if_unread

MAX_BODY = 64 << 20
"""The maximum size of a response body in bytes, so that a broken server cannot exhaust the memory."""
_GZIP_WBITS = 31
_FIRST_ERROR = 400


def read_response(response: Any, deadline_at: float | None, is_shared: bool) -> Response:
    """Read a response of httpx or httpx2, and close it.

    Args:
        response: The response.
        deadline_at: When to stop reading, on the clock of `time.monotonic`.
        is_shared: Whether the response returns its connection to a pool of the HTTP library when it is closed.
    """
    headers = {name.lower(): value for name, value in response.headers.items()}
    close = close_uninterrupted if is_shared else close_shielded
    try:
        if response.is_closed:  # by a transport that has the whole response, or a client whose hooks read it
            if is_shared:
                close_if_unread(response, is_released=True)
            body = check_size(response.content)
        else:
            received = _read(response, deadline_at, close, is_shared)
            body = decompress_body(response.status_code, received, headers.get("content-encoding"))
    finally:
        close(response.close())
    return Response(response.status_code, headers, body)


def read_core_response(response: Any, deadline_at: float | None, is_shared: bool) -> Response:
    """Read a response of httpcore, and close it. The arguments are those of `read_response`.

    A cancel scope may interrupt the closing. Then the call fails, and the pool closes the connection.
    """
    # A response that is closed while its body is read has to end, so that the library closes its iterator.
    close_early = close_uninterrupted if is_shared else close_shielded
    try:
        body = _read(response, deadline_at, close_early, is_shared)
    finally:
        close_uninterrupted(response.close())
    headers = join_headers(response.headers)
    return Response(response.status, headers, decompress_body(response.status, body, headers.get("content-encoding")))


def join_headers(raw_headers: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Return headers with lower-case names. The values of a name that occurs several times are joined by commas."""
    headers: dict[str, str] = {}
    for raw_name, raw_value in raw_headers:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def _read(response: Any, deadline_at: float | None, close: Callable[[Any], Any], is_shared: bool) -> bytes:
    """Return the body. Where nothing can interrupt a read, the check of the clock ends a response that arrives too slowly."""
    chunks: list[bytes] = []
    size = 0
    failure: Exception | None = None
    try:
        # Iterated to its end, because no HTTP library closes its inner iterators. It ends or fails at once after the response is closed.
        for chunk in response.stream:
            if failure is not None:
                continue
            size += len(chunk)
            chunks.append(chunk)
            if is_too_large(size):
                failure = too_large_error()
            elif deadline_at is not None and time.monotonic() > deadline_at:
                failure = TimeoutError()
            if failure is not None:
                close(response.close())
    except Exception:
        if failure is None:
            raise
    if failure is not None:
        raise failure
    if is_shared:
        close_if_unread(response, is_released=False)
    return b"".join(chunks)


def is_too_large(size: int) -> bool:
    """Return whether a body of this size in bytes is larger than MAX_BODY."""
    return size > MAX_BODY


def check_size(body: bytes) -> bytes:
    """Return the body, or raise APIConnectionError if it is too large."""
    if is_too_large(len(body)):
        raise too_large_error()
    return body


def decompress_body(status: int, body: bytes, encoding: str | None) -> bytes:
    """Return the decompressed body of a response. That of an error response is empty if it can't be decompressed: the status is known.

    Raises:
        APIConnectionError: See `decompress`.
    """
    try:
        return decompress(body, encoding)
    except APIConnectionError:
        if status < _FIRST_ERROR:
            raise
        return b""


def decompress(body: bytes, encoding: str | None) -> bytes:
    """Return the decompressed body.

    Raises:
        APIConnectionError: The encoding is not gzip, the body is not valid gzip, or it decompresses to more than MAX_BODY bytes.
    """
    if encoding is None or encoding.lower() in ("", "identity") or not body:
        return body
    if encoding.lower() not in ("gzip", "x-gzip"):
        raise APIConnectionError(f"the response has the content encoding {encoding!r}, which was not requested")
    decompressor = zlib.decompressobj(_GZIP_WBITS)
    try:
        decompressed = decompressor.decompress(body, MAX_BODY + 1)
    except zlib.error as error:
        raise APIConnectionError(f"the response body is not valid gzip: {error}") from error
    check_size(decompressed)
    if not decompressor.eof:
        raise APIConnectionError("the response body is truncated gzip")
    return decompressed


def too_large_error() -> APIConnectionError:
    """Return the error for a response that is larger than MAX_BODY."""
    return APIConnectionError(
        f"the response is larger than {MAX_BODY >> 20} MiB, which no response of the API is", final=True
    )
