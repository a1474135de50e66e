# Generated from workos_async/_http/connections/core_transport.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Transports of httpx and httpx2 whose requests go to connections of httpcore, which both libraries are built on."""

import ssl
from functools import cache
from typing import Any

from workos_sync._concurrency.semaphore import Slot
from workos_sync._http.connections.unread_bytes import has_unparsed_bytes


def unused_tls_context() -> Any:
    """Return a context without certificates for connections that never use TLS: without one they would read all certificates."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


@cache
def holds_pool(library: Any) -> bool:
    """Return whether the transports of a library store their connection pool where a `CoreTransport` replaces it."""
    return hasattr(library.HTTPTransport(verify=unused_tls_context()), "_pool")


@cache
def transport_class(library: Any) -> Any:
    """Return the class of the transports for an HTTP library."""
    base: Any = library.HTTPTransport

    class CoreTransport(base):  # type: ignore[misc] # the class is known at run time only
        """A transport with a connection, or a connection pool, of httpcore.

        The SDK sends its requests to `connection`. The methods of the base class are called only if they have been replaced, by a
        library that mocks or instruments httpx and may call the original method, which sends the request to its pool.

        Args:
            connection: The connection or connection pool.
        """

        def __init__(self, connection: Any) -> None:
            self.connection = self._pool = connection
            self.slot: Slot | None = None  # of the connection pool, while a request uses this transport

        def is_idle(self) -> bool:
            """Return whether another request can be sent.

            That is so if the last response was read to its end, nothing came after it, and it did not close the connection.
            """
            return bool(self.connection.is_idle()) and not has_unparsed_bytes(self.connection)

        def has_expired(self) -> bool:
            """Return whether the server has closed the connection, is about to, or has sent bytes that belong to no response."""
            return bool(self.connection.has_expired())

        def close(self) -> None:
            self.connection.close()

    return CoreTransport
