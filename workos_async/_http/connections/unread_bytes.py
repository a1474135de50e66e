"""Bytes behind a response. On a reused connection, they would be taken for the response to the next request."""

from socket import SHUT_RDWR
from typing import Any

from workos_async._concurrency.network_streams import has_unread_bytes

_HOLDERS = ("_connection", "_stream", "_httpcore_stream")
_MAX_DEPTH = 10


def finds_parsers(core: Any, connection: Any) -> bool:
    """Return whether the HTTP/1.1 parsers of the connections of httpcore can be found. They have no public name.

    Args:
        core: The module of httpcore.
        connection: A connection that is not open yet.
    """
    origin = core.Origin(scheme=b"http", host=b"localhost", port=80)
    return hasattr(connection, "_connection") and hasattr(
        core.AsyncHTTP11Connection(origin=origin, stream=None), "_h11_state"
    )


def has_unparsed_bytes(holder: Any) -> bool:
    """Return whether the HTTP/1.1 parser of a connection has received bytes that belong to no response.

    If the parser is not found, this returns True, so that the connection is not reused.

    Args:
        holder: A connection of the HTTP library, or an object that holds one.
    """
    parser = _parser_of(holder)
    return parser is None or bool(parser.trailing_data[0])


async def close_if_unread(response: Any) -> None:
    """Shut down the connection of a response that was read to its end, if bytes came after it.

    For the pools of the HTTP library, which don't check this. With HTTP/2 or a custom transport, there is no such parser.
    """
    if "network_stream" not in response.extensions:
        return
    stream, parser = response.extensions["network_stream"], _parser_of(response.stream)
    if parser is not None and (
        parser.trailing_data[0] or has_unread_bytes(stream, stream.get_extra_info("ssl_object"))
    ):
        try:
            stream.get_extra_info("socket").shutdown(
                SHUT_RDWR
            )  # the pool takes it for a connection that the server has closed
        except (OSError, TypeError, AttributeError):  # uvloop has no `shutdown`
            await stream.aclose()


def _parser_of(holder: Any) -> Any:
    """Return the `h11.Connection` of a connection, or None."""
    for _ in range(_MAX_DEPTH):
        parser = getattr(holder, "_h11_state", None)
        if parser is not None:
            return parser
        holder = next((value for name in _HOLDERS if (value := getattr(holder, name, None)) is not None), None)
    return None
