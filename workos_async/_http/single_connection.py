"""OriginPools of the HTTP library that hold one connection each, without the pool that the library puts between."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any


def connection_factory(library: Any, pattern: Any, base: str) -> Callable[[], Any]:
    """What makes transports that hold one connection.

    Args:
        library: The HTTP library.
        pattern: A transport of it; the connections are as those of its pool would be, proxies and certificates included.
        base: A URL of the host they lead to.
    """
    pool = pattern._pool
    url = library.URL(base)
    core = import_module(type(pool).__module__.partition(".")[0])
    origin = core.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=b"/").origin
    transport = _transport_class(library)
    return lambda: transport(pool.create_connection(origin))


@cache
def _transport_class(library: Any) -> Any:
    inherited: Any = library.AsyncHTTPTransport

    class SingleConnectionTransport(inherited):  # type: ignore[misc] # the class is known at run time only
        """What is inherited asks a pool for no more than that it sends requests and closes: a connection does so too."""

        def __init__(self, connection: Any) -> None:
            self._pool = connection

        def is_idle(self) -> bool:
            """Whether another request can be sent: the last answer was read whole, and the connection was not closed with it."""
            return bool(self._pool.is_idle())

        def has_expired(self) -> bool:
            """Whether the server hung up meanwhile, or is about to."""
            return bool(self._pool.has_expired())

    return SingleConnectionTransport
