# Generated from workos_async/_http/single_connection.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Transports of the HTTP library that hold a single connection, without the connection pool of the library."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

from workos_sync._concurrency.semaphore import Slot
from workos_sync._http.unread_bytes import has_unparsed_bytes


def connection_factory(library: Any, template: Any, base_url: str) -> Callable[[], Any]:
    """Return a function that returns new transports, each with a single connection.

    Args:
        library: The HTTP library.
        template: A transport of the library. The connections are those that its pool would create, including proxies and certificates.
        base_url: A URL of the host to connect to.
    """
    pool = template._pool
    url = library.URL(base_url)
    core = import_module(type(pool).__module__.partition(".")[0])
    origin = core.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=b"/").origin
    transport = _transport_class(library)
    return lambda: transport(pool.create_connection(origin))


@cache
def _transport_class(library: Any) -> Any:
    base: Any = library.HTTPTransport

    class SingleConnectionTransport(base):  # type: ignore[misc] # the class is known at run time only
        """A transport with a connection in place of a pool. The base class calls only methods that both have: send a request, close."""

        def __init__(self, connection: Any) -> None:
            self._pool = connection
            self.slot: Slot | None = None  # of the connection pool, while a request uses this transport

        def is_idle(self) -> bool:
            """Return whether another request can be sent.

            That is so if the last response was read to its end, nothing came after it, and it did not close the connection.
            """
            return bool(self._pool.is_idle()) and not has_unparsed_bytes(self._pool)

        def has_expired(self) -> bool:
            """Return whether the server has closed the connection, is about to, or has sent bytes that belong to no response."""
            return bool(self._pool.has_expired())

    return SingleConnectionTransport
