# Generated from workos_async/_http/connections/unread_bytes.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Bytes behind a response. On a reused connection, they would be taken for the response to the next request."""

from socket import SHUT_RDWR
from typing import Any

from workos_sync._concurrency.network_streams import has_unread_bytes

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
        core.HTTP11Connection(origin=origin, stream=None), "_h11_state"
    )


def has_unparsed_bytes(holder: Any) -> bool:
    """Return whether the HTTP/1.1 parser of a connection has received bytes that belong to no response.

    If the parser is not found, this returns True, so that the connection is not reused.

    Args:
        holder: A connection of the HTTP library, or an object that holds one.
    """
    connection = _connection_of(holder)
    return connection is None or bool(connection._h11_state.trailing_data[0])


def close_if_unread(response: Any, *, is_released: bool) -> None:
    """Shut down the connection of a response that was read to its end, if bytes came after it.

    For the pools of the HTTP library, which don't check this. With HTTP/2 or a custom transport, there is no such parser.

    Args:
        response: The response.
        is_released: Whether the pool has the connection back. If another request uses it already, it is left alone.
    """
    if "network_stream" not in response.extensions:
        return
    stream, connection = response.extensions["network_stream"], _connection_of(response.stream)
    if connection is None or (is_released and not connection.is_idle()):
        return
    has_unread = connection._h11_state.trailing_data[0] or has_unread_bytes(stream, stream.get_extra_info("ssl_object"))
    if not has_unread or (is_released and not connection.is_idle()):  # another thread may have used it meanwhile
        return
    try:
        stream.get_extra_info("socket").shutdown(
            SHUT_RDWR
        )  # the pool takes it for a connection that the server has closed
    except (OSError, TypeError, AttributeError):  # uvloop has no `shutdown`
        stream.close()


def _connection_of(holder: Any) -> Any:
    """Return the connection of httpcore with an `h11.Connection`, or None."""
    for _ in range(_MAX_DEPTH):
        if getattr(holder, "_h11_state", None) is not None:
            return holder
        holder = next((value for name in _HOLDERS if (value := getattr(holder, name, None)) is not None), None)
    return None
