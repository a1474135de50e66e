"""Response bodies: reading, size limit and decompression."""

import time
import zlib
from collections.abc import Callable
from typing import Any

from workos_core.errors import APIConnectionError
from workos_core.http.responses import Response

MAX_BODY = 64 << 20
"""Bytes; a larger answer is given up, so that a broken server can't fill the memory."""
_GZIP = 31
"""How zlib calls the format."""


async def read_response(answer: Any, ends: float | None, close: Callable[[Any], Any]) -> Response:
    """Read a response of the HTTP library, and close it."""
    try:
        body = await _read(answer, ends, close)
    finally:
        await close(answer.aclose())
    return Response(answer.status_code, {name.lower(): value for name, value in answer.headers.items()}, body)


async def _read(answer: Any, ends: float | None, close: Callable[[Any], Any]) -> bytes:
    """The body, decompress. In synchronous code nothing but the clock can end an answer that drips."""
    if answer.is_closed:  # a transport that knows the whole answer, or a client whose hooks read it
        return check_size(answer.content)
    chunks: list[bytes] = []
    size = 0
    problem: Exception | None = None
    try:
        # Not left before its end: no HTTP library closes the iterators inside it. Once the answer is closed, it ends or fails at once.
        async for chunk in answer.stream:
            if problem is not None:
                continue
            size += len(chunk)
            chunks.append(chunk)
            if size > MAX_BODY:
                problem = too_large_error()
            elif ends is not None and time.monotonic() > ends:
                problem = TimeoutError()
            if problem is not None:
                await close(answer.aclose())
    except Exception:
        if problem is None:
            raise
    if problem is not None:
        raise problem
    return decompress(b"".join(chunks), answer.headers.get("content-encoding"))


def check_size(body: bytes) -> bytes:
    """The body, unless it is too large."""
    if len(body) > MAX_BODY:
        raise too_large_error()
    return body


def decompress(body: bytes, encoding: str | None) -> bytes:
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
    check_size(text)
    if not unpacker.eof:
        raise APIConnectionError("the answer is gzip that breaks off")
    return text


def too_large_error() -> APIConnectionError:
    """The error for an answer that is larger than MAX_BODY."""
    return APIConnectionError(
        f"the answer is larger than {MAX_BODY >> 20} MiB; the API gives none of that size", final=True
    )
