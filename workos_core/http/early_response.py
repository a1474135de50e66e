"""Responses that arrive while the request is still being written."""

import re

_STATUS_LINE = re.compile(rb"HTTP/1\.[01] ([1-5])[0-9][0-9][ \r]")
_CONTENT_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*([0-9]{1,18})[ \t]*\r\n", re.IGNORECASE)
_CHUNKED = re.compile(rb"\r\ntransfer-encoding:[ \t]*chunked[ \t]*\r\n", re.IGNORECASE)
_INFORMATIONAL = ord("1")
_FIRST_ERROR = ord("4")


def rejects_request(received: bytes) -> bool:
    """Return whether the bytes that a server has sent start with an error response, after which the rest of the request is pointless.

    Interim responses (1xx) before it are skipped. After any other response, the server reads the rest of the request.
    """
    match = _STATUS_LINE.match(without_interim_responses(received))
    return match is not None and match[1][0] >= _FIRST_ERROR


def is_complete(received: bytes, *, has_ended: bool = False) -> bool:
    """Return whether the first response that is not interim has arrived to its end.

    Args:
        received: What the server has sent.
        has_ended: Whether the connection has ended, which is the end of a response without `Content-Length` that is not chunked.
    """
    response = without_interim_responses(received)
    head, separator, body = response.partition(b"\r\n\r\n")
    if not separator:
        return False
    head += b"\r\n"
    length = _CONTENT_LENGTH.search(head)
    if length is not None:
        return len(body) >= int(length[1])
    return body.endswith(b"0\r\n\r\n") if _CHUNKED.search(head) else has_ended


def without_interim_responses(received: bytes) -> bytes:
    """Return the bytes behind the interim responses (1xx) at the beginning."""
    while True:
        match = _STATUS_LINE.match(received)
        if match is None or match[1][0] != _INFORMATIONAL:
            return received
        received = received.partition(b"\r\n\r\n")[2]
